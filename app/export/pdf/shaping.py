"""Letters shaped by HarfBuzz as their script asks for: joined, reordered, their marks in place."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from threading import Lock
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfmetrics

from app.export.characters import UNSEEN
from app.export.pdf.embedding import EmbeddedFont, Part
from app.export.pdf.fonts import font_file, held

_lock = Lock()
_MIRRORED = str.maketrans("()[]{}<>«»‹›⟨⟩≤≥", ")(][}{><»«›‹⟩⟨≥≤")
#: Letters held together by what is not seen; what is not seen at the end.
_JOINED = re.compile(f"[^{UNSEEN}][{UNSEEN}]+[^{UNSEEN}]")
_TAIL = re.compile(f"[{UNSEEN}]*\\Z")
_HAIR = 3  # a font's units; a line of text that is no wider than a hundredth of a point is not read
_MOST = 64  # letters and glyphs that are put together as one


@dataclass(frozen=True, slots=True)
class Cluster:
    """Letters that are drawn together, as characters of the font, from the left; the width in thousandths of the
    size."""

    drawn: str
    width: float


class Face:
    """A bundled font, known to reportlab under `name`."""

    def __init__(self, name: str) -> None:
        file = font_file(name)
        self.name = name
        self._font: Any = EmbeddedFont(name, file)
        self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(file)))
        self._scale = 1000 / self._font.face.unitsPerEm
        pdfmetrics.registerFont(self._font)

    @cached_property
    def widths(self) -> dict[str, float]:
        """How wide each character is that is drawn as it stands, in thousandths of the size."""
        known = self._font.face.charWidths
        return {letter: float(known[ord(letter)]) for letter in held(self.name)}

    def clusters(self, text: str, right_to_left: bool) -> list[Cluster]:
        """The text in pieces that cannot be parted, in the order of reading; every character is held or unseen."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.guess_segment_properties()
        buffer.direction, buffer.language = "rtl" if right_to_left else "ltr", "und"
        uharfbuzz.shape(self._shaper, buffer, {"kern": False, "liga": False})
        glyphs: dict[int, list[tuple[int, int, int]]] = {}
        advances: dict[int, int] = {}
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            pen = advances.get(info.cluster, 0)
            part = (info.codepoint, pen + position.x_offset, position.y_offset)
            glyphs.setdefault(info.cluster, []).append(part)
            advances[info.cluster] = pen + position.x_advance
        starts = sorted(glyphs) or [0]
        return [
            self._cluster(text[first:end], tuple(glyphs.get(start, ())), advances.get(start, 0), right_to_left)
            for start, (first, end) in zip(starts, pairwise([0, *starts[1:], len(text)]), strict=True)
        ]

    def _cluster(self, said: str, parts: tuple[Part, ...], advance: int, right_to_left: bool) -> Cluster:
        """Letters and the glyphs that draw them as characters of the font; the first from the left draws them all."""
        if right_to_left:
            said = said.translate(_MIRRORED)
        if len(said) == 1 and parts == ((self._font.face.charToGlyph.get(ord(said)), 0, 0),):
            return Cluster(said, advance * self._scale)
        drawn, pen = "", 0
        shares = _from_right(said, advance) if right_to_left else _from_left(said, advance)
        each = max(_MOST, -(-len(parts) // len(shares)))
        for place, (letters, width) in enumerate(shares):
            glyphs = ((glyph, x - pen, y) for glyph, x, y in parts[place * each : (place + 1) * each])
            drawn += self._font.composed(tuple(glyphs), width, letters)
            pen += width
        return Cluster(drawn, advance * self._scale)


def _from_right(said: str, advance: int) -> list[tuple[str, int]]:
    """Letters with the widths of the characters that say them, from the left, each with its share.

    Whoever reads a PDF's text turns what runs from right to left round, letter by letter.
    """
    share, rest = divmod(advance, len(said))
    return [(letter, share + (0 if place else rest)) for place, letter in enumerate(reversed(said))]


def _from_left(said: str, advance: int) -> list[tuple[str, int]]:
    """Letters with the widths of the characters that say them.

    A character may say several letters, but Firefox takes one with a mark among them for a mark, and leaves out one
    that ends with something unseen. So each letter has its own, hardly any width wide. But what stands twice as near
    as that is read once, as if it were printed twice to be bold, and what is joined must not be parted.
    """
    letters = list(said)
    if len(set(said)) < len(said) or _JOINED.search(said):
        tail = len(_TAIL.sub("", said)) or len(said)
        letters = [some[at : at + _MOST] for some in (said[:tail], said[tail:]) for at in range(0, len(some), _MOST)]
    hair = _HAIR if advance > _HAIR * len(letters) else 0
    return [(some, hair if place else advance - hair * (len(letters) - 1)) for place, some in enumerate(letters)]


def face(name: str) -> Face:
    """A bundled font, read and made known to reportlab: one for all threads, since what one of them composes is drawn
    with the font that reportlab knows."""
    with _lock:
        return _face(name)


@cache
def _face(name: str) -> Face:
    return Face(name)
