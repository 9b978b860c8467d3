"""Text broken into lines: by the width there is, in the fonts that hold it, ready to be drawn."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import NamedTuple

from app.export.characters import UNSEEN, begins_right_to_left, visible
from app.export.pdf import bidi
from app.export.pdf.fonts import Faces
from app.export.pdf.shaping import face

#: Chinese, Japanese and Korean break between any two characters, but for signs that stay with what they open or
#: close; everything else breaks at spaces.
_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_OPENING = "(\\[{‘“「『【〔〈《（［｛"
_CLOSING = ")\\]}’”!,.:;?、。々〉》」』】〕ぁぃぅぇぉっゃゅょァィゥェォッャュョー！），．：；？］｝"
_MARKS = f"\u0300-\u036f\u3099\u309a{UNSEEN}"
_TOKENS = re.compile(f" +|[{_OPENING}]*[{_WIDE}][{_CLOSING}{_MARKS}]*|[^ {_WIDE}]+")
_KANA = re.compile("[\u3041-\u30ff]")
_TAB = " " * 4
_WIDEST_SPACE = 320  # thousandths of the size
_PIECE = 200  # letters of a longer word are not kept
_AT_ONCE = 5_000  # letters that are shaped in one go, which nothing else can interrupt


class Piece(NamedTuple):
    """Letters in one font and one direction, from the left as they are seen; the width in thousandths of the size."""

    font: str
    drawn: str
    width: float
    level: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line to be drawn: its runs, each the name of a font and characters of that font, and its width in
    thousandths of the size."""

    runs: tuple[tuple[str, str], ...]
    width: float = 0.0
    right_to_left: bool = False


class Typesetter:
    """Breaks text into lines. Kept for the length of one export, because it remembers the widths of words."""

    def __init__(self) -> None:
        self._settings: dict[tuple[bool, bool], _Setting] = {}
        for bold in (False, True):
            self._setting(bold, japanese=False)

    def lines(self, text: str, size: float, room: float, bold: bool = False) -> Iterator[Line]:
        """The lines of a text in `room` points at `size` points; a text without letters is one empty line."""
        limit = room * 1000 / size
        plain = self._setting(bold, japanese=False)
        for paragraph in visible(text).split("\n"):
            if plain.simple.issuperset(paragraph):
                yield from _simple_lines(paragraph, limit, plain)
            else:
                setting = self._setting(bold, japanese=_KANA.search(paragraph) is not None)
                yield from _any_lines(setting.faces.named(paragraph.replace("\t", _TAB)), limit, setting)

    def line(self, text: str, size: float = 1.0, bold: bool = False) -> Line:
        """A text on one line, whatever its width."""
        return next(self.lines(visible(text).replace("\n", " "), size, 1e9, bold))

    def _setting(self, bold: bool, japanese: bool) -> "_Setting":
        key = (bold, japanese)
        if key not in self._settings:
            self._settings[key] = _Setting(Faces(bold, japanese))
        return self._settings[key]


class _Setting:
    """The fonts of one weight, and the words that were set in them."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.main = faces.main
        self.widths = face(faces.main).widths
        self.simple = _simple_letters(faces.main)
        self._words: dict[str, float] = {}
        self._tokens: dict[tuple[str, bytes], tuple[Piece, ...]] = {}

    def width(self, word: str) -> float:
        """How wide a word of simple letters is."""
        width = self._words.get(word)
        if width is None:
            width = self._words[word] = sum(map(self.widths.__getitem__, word))
        return width

    def pieces(self, token: str, levels: bytes) -> tuple[Piece, ...]:
        """A word or a space, set; `levels` of its letters, none where nothing in the text turns."""
        key = (token, levels)
        if key not in self._tokens:
            self._tokens[key] = tuple(_joined(self.clusters(token, levels)))
        return self._tokens[key]

    def spaces(self, token: str, levels: bytes, font: str) -> Piece:
        """Spaces in the font of the word before them, so that a line in one script is drawn in one go. A space among
        pictures is far too wide."""
        wide = face(font).widths.get(" ", _WIDEST_SPACE + 1)
        font, wide = (font, wide) if wide <= _WIDEST_SPACE else (self.main, self.widths[" "])
        return Piece(font, token, len(token) * wide, levels[0] if levels else 0)

    def clusters(self, token: str, levels: bytes) -> Iterator[Piece]:
        """What cannot be parted, in the order of reading."""
        for name, level, text in self._stretches(token, levels or bytes(len(token))):
            if level % 2 == 0 and self.simple.issuperset(text):
                yield from (Piece(name, letter, self.widths[letter], level) for letter in text)
            else:
                for cluster in face(name).clusters(text, right_to_left=level % 2 == 1):
                    yield Piece(name, cluster.drawn, cluster.width, level)

    def _stretches(self, token: str, levels: bytes) -> Iterator[tuple[str, int, str]]:
        """Letters that are shaped in one go: the name of their font, their level, and they themselves."""
        for name, first, end in self.faces.runs(token):
            for level, run in groupby(range(first, end), levels.__getitem__):
                places = list(run)
                for start in range(0, len(places), _AT_ONCE):
                    some = places[start : start + _AT_ONCE]
                    yield name, level, token[some[0] : some[-1] + 1]


def _simple_lines(paragraph: str, limit: float, setting: _Setting) -> Iterator[Line]:
    """Lines of a paragraph in letters of the main font: what nearly every text is, and quick."""
    name, space = setting.main, setting.width(" ")
    words: list[str] = []
    width = -space
    for word in paragraph.split(" "):
        word_width = setting.width(word)
        if width + space + word_width > limit and words:
            yield Line(((name, " ".join(words)),), width)
            words, width = [], -space
        if word_width > limit:
            *whole, (word, word_width) = _cut_simple(word, limit, setting)  # its last piece goes on
            yield from (Line(((name, piece),), piece_width) for piece, piece_width in whole)
        words.append(word)
        width += space + word_width
    yield Line(((name, " ".join(words)),), width)


def _cut_simple(word: str, limit: float, setting: _Setting) -> list[tuple[str, float]]:
    """A word wider than a line, cut into pieces that fit, each with its width."""
    widths = setting.widths
    pieces: list[tuple[str, float]] = []
    start, total = 0, 0.0
    for place, letter in enumerate(word):
        width = widths[letter]
        if total + width > limit and place > start:
            pieces.append((word[start:place], total))
            start, total = place, 0.0
        total += width
    pieces.append((word[start:], total))
    return pieces


def _any_lines(paragraph: str, limit: float, setting: _Setting) -> Iterator[Line]:
    """Lines of a paragraph in any script."""
    from_right = begins_right_to_left(paragraph)
    levels = bidi.levels(paragraph, from_right) if from_right or bidi.may_turn(paragraph) else b""
    line: list[Piece] = []
    width = 0.0
    for pieces in _tokens(paragraph, levels, limit, setting):
        token_width = sum(piece.width for piece in pieces)
        if width + token_width > limit and line and not all(map(_is_blank, pieces)):
            yield _broken(line, from_right)
            line, width = [], 0.0
        line.extend(pieces)
        width += token_width
    yield _line(line, from_right)


def _broken(pieces: list[Piece], from_right: bool) -> Line:
    """A line that goes on in another. The space at which it breaks takes no room, but is drawn where it stands last:
    whoever reads a PDF may take lines with high and deep marks for one, and would join the words."""
    end = _end(pieces)
    whole = _line(pieces[:end], from_right)
    if from_right or end == len(pieces):
        return whole
    return replace(whole, runs=_line(pieces, from_right).runs)


def _tokens(paragraph: str, levels: bytes, limit: float, setting: _Setting) -> Iterator[tuple[Piece, ...]]:
    """Words, spaces and wide characters; an endless word in parts that fit."""
    font = setting.main
    for found in _TOKENS.finditer(paragraph):
        token, its_levels = found[0], levels[found.start() : found.end()]
        if token[0] == " ":
            yield (setting.spaces(token, its_levels, font),)
            continue
        font = setting.faces.of(token[-1]) or font
        if len(token) <= _PIECE:
            pieces = setting.pieces(token, its_levels)
            if sum(piece.width for piece in pieces) <= limit:
                yield pieces
                continue
        part: list[Piece] = []
        width = 0.0
        for cluster in setting.clusters(token, its_levels):
            if width + cluster.width > limit and part:
                yield tuple(_joined(part))
                part, width = [], 0.0
            part.append(cluster)
            width += cluster.width
        yield tuple(_joined(part))


def _joined(clusters: Iterable[Piece]) -> Iterator[Piece]:
    """The same with neighbours in one font and one direction as one."""
    for (font, level), run in groupby(clusters, lambda piece: (piece.font, piece.level)):
        pieces = list(run)
        drawn = "".join(piece.drawn for piece in (reversed(pieces) if level % 2 else pieces))
        yield Piece(font, drawn, sum(piece.width for piece in pieces), level)


def _is_blank(piece: Piece) -> bool:
    return not piece.drawn.strip(" ")


def _end(pieces: list[Piece]) -> int:
    """The place after the last piece that is no space."""
    return next((place for place in range(len(pieces), 0, -1) if not _is_blank(pieces[place - 1])), 0)


def _line(pieces: list[Piece], from_right: bool) -> Line:
    """A line of pieces in the order of reading. Spaces at its end stand at the end of the paragraph's direction."""
    end = _end(pieces)
    levels = [*(piece.level for piece in pieces[:end]), *[int(from_right)] * (len(pieces) - end)]
    seen = groupby(bidi.as_seen(list(zip(levels, pieces, strict=True))), lambda piece: piece.font)
    runs = tuple((font, "".join(piece.drawn for piece in run)) for font, run in seen)
    return Line(runs, sum(piece.width for piece in pieces), from_right)


@cache
def _simple_letters(main: str) -> frozenset[str]:
    """The letters of the main font that are drawn one after the other, from the left, as they stand."""
    return frozenset(
        letter
        for letter in face(main).widths
        if (letter < "\u0590" and unicodedata.category(letter) not in ("Mn", "Me", "Cf", "Cc"))
        or "\u1e00" <= letter < "\u1f00"
        or "\u2010" <= letter < "\u2028"
        or "\u2030" <= letter < "\u205f"
        or letter == "€"
    )
