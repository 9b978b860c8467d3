"""Text broken into lines: by the width there is, in the fonts that hold it, ready to be drawn."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from app.export.characters import as_seen, begins_right_to_left, is_right_to_left, is_unseen, shown, visible
from app.export.fonts import Faces

#: Chinese, Japanese and Korean break between any two characters; everything else at spaces.
_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_TOKENS = re.compile(f"[ \t]+|[{_WIDE}]|[^ \t{_WIDE}]+")
_PIECE = 200  # characters of an endless word that are looked at together


@dataclass(frozen=True, slots=True)
class Line:
    """One line to be drawn: its runs by font name, its width in thousandths of the size.

    `said` is what was typed, where drawing it takes other characters or another order; "" where it is the same.
    """

    runs: tuple[tuple[str, str], ...]
    width: float = 0.0
    said: str = ""
    right_to_left: bool = False


class Typesetter:
    """Breaks text into lines. Kept for the length of one export, because it remembers the widths of words."""

    def __init__(self) -> None:
        self._faces = {bold: Faces(bold) for bold in (False, True)}
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
                yield Line(((name, " ".join(words)),), width)
                words, width = [], -space
            if word_width > limit:
                *whole, (word, word_width) = self._pieces(word, limit, bold)  # its last piece goes on
                yield from (Line(((name, piece),), piece_width) for piece, piece_width in whole)
            words.append(word)
            width += space + word_width
        yield Line(((name, " ".join(words)),), width)

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
        said: list[str] = []
        drawn: list[str] = []
        width = 0.0
        for token in self._tokens(paragraph, limit, faces):
            to_draw = faces.named(shown(token))
            token_width = faces.width(to_draw)
            if width + token_width > limit and said:
                yield _line("".join(said), "".join(drawn), from_right, faces)
                said, drawn, width = [], [], 0.0
                if not token.strip(" \t"):
                    continue  # the space at which a line breaks
            said.append(token)
            drawn.append(to_draw)
            width += token_width
        yield _line("".join(said), "".join(drawn), from_right, faces)

    def _tokens(self, paragraph: str, limit: float, faces: Faces) -> Iterator[str]:
        """Words, spaces and wide characters; an endless word in pieces."""
        for token in _TOKENS.findall(paragraph):
            if len(token) <= _PIECE and faces.width(faces.named(shown(token))) <= limit:
                yield token
            else:
                yield from _cut(token, limit, faces)


def _cut(word: str, limit: float, faces: Faces) -> Iterator[str]:
    """Pieces of an endless word that fit; no mark is parted from its letter."""
    start, total = 0, 0.0
    for place, letter in enumerate(word):
        mark = unicodedata.category(letter)[0] == "M" or is_unseen(letter)
        width = faces.width(faces.named(letter))
        if total + width > limit and place > start and not mark:
            yield word[start:place]
            start, total = place, 0.0
        total += width
    yield word[start:]


def _line(said: str, drawn: str, from_right: bool, faces: Faces) -> Line:
    said, drawn = said.rstrip(" \t"), drawn.rstrip(" ")
    if any(is_right_to_left(letter) for letter in drawn):
        drawn = as_seen(drawn, from_right)
    # Beyond the first plane the library cannot say which character a glyph stands for.
    same = drawn == said and (not said or max(said) < "\U00010000")
    return Line(faces.runs(drawn), faces.width(drawn), "" if same else said, from_right)


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
