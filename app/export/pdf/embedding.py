"""A TrueType font for reportlab with characters of its own, for what no single character draws.

reportlab draws text character by character and embeds the glyphs that a document uses. Glyphs that stand for several
characters, and marks at their places, are put together here as one more glyph of the embedded font (a "composite" of
the OpenType specification, table glyf), under a private code. The font says what was typed for it ("ToUnicode": ISO
32000-1, 9.10.3), so that the text is copied as it was typed.
"""

import re
from collections.abc import Sequence
from copy import copy
from struct import pack, pack_into, unpack_from
from threading import Lock
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

#: A glyph's number and its place from the pen, in the font's units.
Part = tuple[int, int, int]

#: No font holds these code points (Unicode's last two planes are for private use), and no one is asked for them.
_FIRST, _LAST = 0xF0000, 0x10FFFD
_BEYOND = re.compile(r"(?<=> <)[0-9A-F]{5,6}(?=>)")
_FARTHEST = 16_000  # a font's units; a place takes 16 bits
_WORDS, _PLACES, _MORE = 0x0001, 0x0002, 0x0020  # flags of a composite's parts


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font that can be given characters. It is kept for all documents, which may be made on several threads."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file, shapable=False)
        self.face.makeSubset = self._subset
        self._codes: dict[tuple[tuple[Part, ...], int, str], str] = {}
        self._glyphs: dict[int, tuple[tuple[Part, ...], int]] = {}
        self._said: dict[int, str] = {}
        self._lock = Lock()

    def composed(self, parts: tuple[Part, ...], advance: int, said: str) -> str:
        """The character that draws these glyphs, is as wide as `advance` (in the font's units), and says what it says.

        The plain letters where there is no code left: they are not shaped, but they are there.
        """
        key = (parts, advance, said)
        with self._lock:
            if key not in self._codes:
                code = _FIRST + len(self._codes)
                if code > _LAST:
                    return said
                self._glyphs[code] = (parts, advance)
                self._said[code] = said
                self.face.charWidths[code] = advance * 1000 / self.face.unitsPerEm
                self.face.charToGlyph[code] = 0  # known; its number is given when the font is embedded
                self._codes[key] = chr(code)
            return self._codes[key]

    def addObjects(self, doc: Any) -> None:
        """Put the font into the document, then set right what it says of the characters beyond the first plane.

        reportlab writes such a character as one number, where a PDF asks for two halves in UTF-16.
        """
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in set(doc.idToObject) - before:
            if name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = _BEYOND.sub(self._spelt, stream.content)

    def _spelt(self, found: re.Match[str]) -> str:
        code = int(found[0], 16)
        return self._said.get(code, chr(code)).encode("utf-16-be").hex().upper()

    def _subset(self, codes: Sequence[int]) -> bytes:
        """The font with only these characters, as a file."""
        added = [code for code in dict.fromkeys(codes) if code in self._glyphs]
        face = _with_glyphs(self.face, [self._glyphs[code] for code in added]) if added else self.face
        numbers = {code: number for number, code in enumerate(added, len(self.face.glyphPos) - 1)}
        known = self.face.charToGlyph
        face = copy(face)
        face.charToGlyph = {code: known[code] for code in codes if code in known} | numbers
        return bytes(TTFontFace.makeSubset(face, codes))


def _with_glyphs(face: Any, glyphs: list[tuple[tuple[Part, ...], int]]) -> Any:
    """The same font with these composites, each of parts and advance, after its own glyphs."""
    outlines = face.get_table("glyf")
    outlines += bytes(-len(outlines) % 4)
    places, metrics, added = [*face.glyphPos[:-1], len(outlines)], list(face.hmetrics), b""
    for parts, advance in glyphs:
        outline, left = _composite(face, outlines, parts)
        added += outline
        places.append(len(outlines) + len(added))
        metrics.append((advance & 0xFFFF, left & 0xFFFF))  # reportlab keeps both unsigned
    most = bytearray(face.get_table("maxp"))
    points, contours, *_ = unpack_from(">4H", most, 6)
    longest = max(len(parts) for parts, _ in glyphs)
    # Points, contours, parts and levels of the largest composite: what a viewer makes room for.
    pack_into(">2H", most, 10, *(min(0xFFFF, most_of_one * 4 * longest) for most_of_one in (points, contours)))
    pack_into(">2H", most, 28, max(longest, unpack_from(">H", most, 28)[0]), unpack_from(">H", most, 30)[0] + 1)
    made = copy(face)
    made.glyphPos, made.hmetrics = places, metrics
    made.table = dict(face.table)
    made._ttf_data = face._ttf_data + bytes(-len(face._ttf_data) % 4)
    for tag, data in (("glyf", outlines + added), ("maxp", bytes(most))):
        made.table[tag] = {**face.table[tag], "offset": len(made._ttf_data), "length": len(data)}
        made._ttf_data += data
    return made


def _composite(face: Any, outlines: bytes, parts: Sequence[Part]) -> tuple[bytes, int]:
    """A glyph made of others, and where it begins: at its left edge, as in all the fonts that we have."""
    drawn = [
        (glyph, *(max(-_FARTHEST, min(_FARTHEST, place)) for place in places))
        for glyph, *places in parts
        if face.glyphPos[glyph] < face.glyphPos[glyph + 1]
    ]
    if not drawn:
        return b"", 0
    boxes = [unpack_from(">4h", outlines, face.glyphPos[glyph] + 2) for glyph, _, _ in drawn]
    lefts, lows, rights, highs = (
        [box[side] + part[1 + side % 2] for box, part in zip(boxes, drawn, strict=True)] for side in range(4)
    )
    outline = pack(">5h", -1, min(lefts), min(lows), max(rights), max(highs))
    for left, (glyph, x, y) in enumerate(drawn, 1 - len(drawn)):
        outline += pack(">2H2h", _WORDS | _PLACES | (_MORE if left else 0), glyph, x, y)
    return outline + bytes(-len(outline) % 4), min(lefts)
