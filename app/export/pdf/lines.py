"""Text broken into lines: by the width there is, in the fonts that hold it, ready to be drawn."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from app.export.characters import as_seen, begins_right_to_left, is_right_to_left, is_unseen, shown, visible
from app.export.pdf.fonts import Faces

#: Chinese, Japanese and Korean break between any two characters; everything else at spaces.
_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_TOKENS = re.compile(f"[ \t]+|[{_WIDE}]|[^ \t{_WIDE}]+")
_PIECE = 200  # characters of an endless word that are looked at together

#: Text by the name of the font that draws it.
Runs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line to be drawn; its width in thousandths of the size.

    Each span has its runs by font name, and what was typed, where drawing it takes other characters or another
    order ("" where it is the same).
    """

    spans: tuple[tuple[str, Runs], ...]
    width: float = 0.0
    right_to_left: bool = False


class Typesetter:
    """Breaks text into lines. Kept for the length of one export, because it remembers the widths of words."""

    def __init__(self) -> None:
        self._faces = {bold: Faces(bold) for bold in (False, True)}
        self._tokens_drawn: dict[bool, dict[str, tuple[str, float]]] = {False: {}, True: {}}
        self._words: dict[bool, dict[str, float]] = {False: {}, True: {}}
        self._simple = {bold: _simple_letters(faces) for bold, faces in self._faces.items()}

    def lines(self, text: str, size: float, room: float, bold: bool = False) -> Iterator[Line]:
        """The lines of a text in `room` points at `size` points; a text without letters is one empty line."""
        limit = room * 1000 / size
        for paragraph in visible(text).split("\n"):
            if self._simple[bold].issuperset(paragraph):
                yield from self._simple_lines(paragraph, limit, bold)
            else:
                yield from self._any_lines(paragraph, limit, bold)

    def line(self, text: str, size: float = 1.0, bold: bool = False) -> Line:
        """A text on one line, whatever its width."""
        return next(self.lines(visible(text).replace("\n", " "), size, 1e9, bold))

    def _simple_lines(self, paragraph: str, limit: float, bold: bool) -> Iterator[Line]:
        """Lines of a paragraph in letters of the main font: what nearly every text is, and quick."""
        name, space = self._faces[bold].main.name, self._width(" ", bold)
        words: list[str] = []
        width = -space
        for word in paragraph.split(" "):
            word_width = self._width(word, bold)
            if width + space + word_width > limit and words:
                yield _simple_line(name, " ".join(words), width)
                words, width = [], -space
            if word_width > limit:
                *whole, (word, word_width) = self._pieces(word, limit, bold)  # its last piece goes on
                yield from (_simple_line(name, piece, piece_width) for piece, piece_width in whole)
            words.append(word)
            width += space + word_width
        yield _simple_line(name, " ".join(words), width)

    def _width(self, word: str, bold: bool) -> float:
        known = self._words[bold]
        width = known.get(word)
        if width is None:
            width = known[word] = self._faces[bold].width(word)
        return width

    def _pieces(self, word: str, limit: float, bold: bool) -> list[tuple[str, float]]:
        """A word wider than a line, cut into pieces that fit, each with its width."""
        widths = self._faces[bold].main.widths
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

    def _any_lines(self, paragraph: str, limit: float, bold: bool) -> Iterator[Line]:
        """Lines of a paragraph in any script."""
        from_right = begins_right_to_left(paragraph)
        faces = self._faces[bold]
        pieces: list[tuple[str, str]] = []
        width = 0.0
        for token in self._tokens(paragraph, limit, bold):
            drawn, token_width = self._prepared(token, bold)
            if width + token_width > limit and pieces:
                yield _line(pieces, width, from_right, faces)
                pieces, width = [], 0.0
                if not token.strip(" \t"):
                    continue  # the space at which a line breaks
            pieces.append((token, drawn))
            width += token_width
        yield _line(pieces, width, from_right, faces)

    def _prepared(self, token: str, bold: bool) -> tuple[str, float]:
        """The characters to draw for a token, and their width."""
        known = self._tokens_drawn[bold]
        if token not in known:
            faces = self._faces[bold]
            drawn = faces.named(shown(token))
            known[token] = (drawn, faces.width(drawn))
        return known[token]

    def _tokens(self, paragraph: str, limit: float, bold: bool) -> Iterator[str]:
        """Words, spaces and wide characters; an endless word in pieces."""
        for token in _TOKENS.findall(paragraph):
            if len(token) <= _PIECE and self._prepared(token, bold)[1] <= limit:
                yield token
            else:
                yield from self._cut(token, limit, bold)

    def _cut(self, word: str, limit: float, bold: bool) -> Iterator[str]:
        """Pieces of an endless word that fit; no mark is parted from its letter."""
        start, total = 0, 0.0
        for place, letter in enumerate(word):
            width = self._prepared(letter, bold)[1]
            if total + width > limit and place > start and not _is_mark(letter):
                yield word[start:place]
                start, total = place, 0.0
            total += width
        yield word[start:]


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M" or is_unseen(letter)


def _simple_line(name: str, text: str, width: float) -> Line:
    return Line((("", ((name, text),)),), width)


def _line(pieces: list[tuple[str, str]], width: float, from_right: bool, faces: Faces) -> Line:
    """A line of tokens as typed and as drawn."""
    drawn = "".join(piece for _, piece in pieces)
    if any(map(is_right_to_left, drawn)):
        # Nothing is `said` here: whoever reads a PDF's text turns such lines round and parts joined letters.
        return Line((("", faces.runs(as_seen(drawn, from_right))),), width, from_right)
    spans: list[tuple[str, Runs]] = []
    same: list[str] = []
    for said, piece in pieces:
        if piece == said or piece == faces.named("".join(each for each in said if not is_unseen(each))):
            same.append(piece)
            continue
        if same:
            spans.append(("", faces.runs("".join(same))))
            same = []
        spans.append((said, faces.runs(piece)))
    if same:
        spans.append(("", faces.runs("".join(same))))
    return Line(tuple(spans), width, from_right)


def _simple_letters(faces: Faces) -> frozenset[str]:
    """The letters of the main font that are drawn one after the other, from the left, as they stand."""
    return frozenset(
        letter
        for letter in faces.main.widths
        if (letter < "\u0590" and unicodedata.category(letter) not in ("Mn", "Me", "Cf", "Cc"))
        or "\u1e00" <= letter < "\u1f00"
        or "\u2010" <= letter < "\u2028"
        or "\u2030" <= letter < "\u205f"
        or letter == "€"
    )
