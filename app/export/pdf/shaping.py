"""Letters shaped by HarfBuzz as their script asks for: joined, reordered, their marks in place."""

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from threading import Lock
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfmetrics

from app.export.pdf.embedding import EmbeddedFont, Part
from app.export.pdf.fonts import font_file, held

_lock = Lock()
_MIRRORED = str.maketrans("()[]{}<>«»‹›⟨⟩≤≥", ")(][}{><»«›‹⟩⟨≥≤")
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
        # reportlab draws a no-break space as a space, so that it is as wide as one.
        return {letter: float(known[ord(letter)]) for letter in held(self.name)} | {"\u00a0": float(known[0x20])}

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
        """Letters and the glyphs that draw them as characters of the font.

        Whoever reads a PDF's text turns what runs from right to left round, letter by letter, and mirrors brackets. So
        there each letter has a character of its own, and shares the width; the glyphs are drawn by the first from the
        left.
        """
        if right_to_left:
            said = said.translate(_MIRRORED)
        if len(said) == 1 and parts == ((self._font.face.charToGlyph.get(ord(said)), 0, 0),):
            return Cluster(said, advance * self._scale)
        drawn, pen = "", 0
        size = 1 if right_to_left else _MOST
        letters = [said[start : start + size] for start in range(0, len(said), size)]
        each = max(_MOST, -(-len(parts) // len(letters)))
        for place, some in enumerate(reversed(letters) if right_to_left else letters):
            width = advance // len(letters) + (0 if place else advance % len(letters))
            glyphs = ((glyph, x - pen, y) for glyph, x, y in parts[place * each : (place + 1) * each])
            drawn += self._font.composed(tuple(glyphs), width, some)
            pen += width
        return Cluster(drawn, advance * self._scale)


@cache
def face(name: str) -> Face:
    """A bundled font, read and made known to reportlab."""
    with _lock:
        return Face(name)
