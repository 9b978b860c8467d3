"""A TrueType font for reportlab that holds any number of characters, and some of its own for what no character draws.

reportlab draws text character by character, and embeds a font in parts of 256, between which programs that read a PDF
lose track. Here a font is embedded with two bytes a character ("composite fonts": ISO 32000-1, 9.7). Glyphs that
stand for several characters, and marks at their places, are put together as one more glyph (a "composite glyph" of the
OpenType specification, table glyf), under a private code. The font says what was typed for each character
("ToUnicode": 9.10.3), so that text is copied as it was typed.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from itertools import groupby
from struct import pack, pack_into, unpack_from
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont, TTFontFace

#: A glyph's number and its place from the pen, in the font's units.
Part = tuple[int, int, int]

#: No font holds these code points (Unicode's last two planes are for private use), and no one is asked for them.
_FIRST, _LAST = 0xF0000, 0x10FFFD
_FARTHEST = 16_000  # a font's units; a place takes 16 bits
_WORDS, _PLACES, _MORE = 0x0001, 0x0002, 0x0020  # flags of a composite's parts
_MOST = 16_384  # characters of one embedded font; beyond, there is another
_APART = 256
_AT_ONCE = 100  # entries that may stand together in a table of what is said


class _Used(dict[str, int]):
    """The number of each character that a document draws with a font, given in the order in which they come."""

    def __init__(self, order: int) -> None:
        """`order` is the font's among the document's. Each begins with another code, because pdfium takes neighbours
        of the same code for one that is printed twice, whatever their fonts."""
        self.first = 1 + _APART * order
        self.name = f"F{order + 1}"

    def __missing__(self, letter: str) -> int:
        number = self[letter] = len(self)
        return number


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font that can be given characters. It is kept for all documents, which may be made on several threads."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file, shapable=False)
        self._codes: dict[tuple[tuple[Part, ...], int, str], str] = {}
        self._glyphs: dict[int, tuple[tuple[Part, ...], int]] = {}
        self._said: dict[int, str] = {}
        self._lock = Lock()
        self._used: WeakKeyDictionary[Any, _Used] = WeakKeyDictionary()

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
                self._codes[key] = chr(code)
            return self._codes[key]

    def splitString(self, text: str, doc: Any, encoding: str = "") -> list[tuple[int, bytes]]:  # noqa: ARG002
        """The text as bytes, by the number of the embedded font that has them: nearly always 0."""
        used = self._used_in(doc)
        numbers = [used[letter] for letter in text]
        if len(used) <= _MOST:
            return [(0, pack(f">{len(numbers)}H", *(used.first + number for number in numbers)))]
        return [
            (part, b"".join(pack(">H", used.first + number % _MOST) for number in run))
            for part, run in groupby(numbers, lambda number: number // _MOST)
        ]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """What a page calls the embedded font of that number."""
        return f"/{self._used_in(doc).name}+{subset}"

    def _used_in(self, doc: Any) -> _Used:
        used = self._used.get(doc)
        if used is None:
            used = self._used[doc] = _Used(len(doc.delayedFonts))
            doc.fontMapping[self.fontName] = f"/{used.name}"
            doc.delayedFonts.append(self)
        return used

    def addObjects(self, doc: Any) -> None:
        """Put the font into the document, with the characters that it draws."""
        used = self._used.pop(doc)
        letters = list(used)
        for part, start in enumerate(range(0, len(letters), _MOST)):
            name = f"{used.name}+{part}"
            font = self._embedded(doc, name, letters[start : start + _MOST], used.first)
            doc.Reference(font, name)
            doc.idToObject["BasicFonts"].dict[name] = font

    def _embedded(self, doc: Any, name: str, letters: list[str], first: int) -> Any:
        """The objects of a font with these characters, whose codes begin with `first`."""

        def stream(content: bytes, key: str, **about: int) -> Any:
            made = pdfdoc.PDFStream(content=content)
            made.dictionary.dict.update(about)
            if doc.compression:
                made.filters = [pdfdoc.PDFZCompress]
            return doc.Reference(made, f"{key}:{name}")

        face = self.face
        subset, glyphs = self._subset([ord(letter) for letter in letters])
        base = pdfdoc.PDFName(f"{SUBSETN(int(name.partition('+')[2])).decode()}+{face.name.decode()}")
        widths = pdfdoc.PDFArray([first, pdfdoc.PDFArray([face.charWidths[ord(letter)] for letter in letters])])
        system = {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
        descriptor = {
            "Type": "/FontDescriptor", "FontName": base, "Flags": 4, "FontBBox": pdfdoc.PDFArray(face.bbox),
            "ItalicAngle": face.italicAngle, "Ascent": face.ascent, "Descent": face.descent,
            "CapHeight": face.capHeight, "StemV": face.stemV,
            "FontFile2": stream(subset, "fontFile", Length1=len(subset)),
        }  # fmt: skip
        descendant = {
            "Type": "/Font", "Subtype": "/CIDFontType2", "BaseFont": base,
            "CIDSystemInfo": pdfdoc.PDFDictionary(system),
            "FontDescriptor": doc.Reference(pdfdoc.PDFDictionary(descriptor), f"fontDescriptor:{name}"),
            "DW": 0, "W": widths,
            "CIDToGIDMap": stream(bytes(2 * first) + pack(f">{len(glyphs)}H", *glyphs), "glyphs"),
        }  # fmt: skip
        said = [self._said.get(ord(letter), letter) for letter in letters]
        font = {
            "Type": "/Font", "Subtype": "/Type0", "BaseFont": base, "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([doc.Reference(pdfdoc.PDFDictionary(descendant), f"cidFont:{name}")]),
            "ToUnicode": stream("\n".join(_spelt(said, first)).encode(), "toUnicode"),
        }  # fmt: skip
        return pdfdoc.PDFDictionary(font)

    def _subset(self, codes: list[int]) -> tuple[bytes, list[int]]:
        """The font with only these characters, as a file, and the number of each character's glyph in it."""
        added = [code for code in codes if code in self._glyphs]
        face = copy(_with_glyphs(self.face, [self._glyphs[code] for code in added]) if added else self.face)
        numbers = dict(zip(added, range(len(self.face.glyphPos) - 1, 1 << 32), strict=False))
        face.charToGlyph = {code: numbers.get(code) or self.face.charToGlyph.get(code, 0) for code in codes}
        order: dict[int, int] = {0: 0}  # as reportlab will number them
        glyphs = [order.setdefault(face.charToGlyph[code], len(order)) for code in codes]
        return bytes(TTFontFace.makeSubset(face, codes)), glyphs


def _spelt(said: list[str], first: int) -> Iterator[str]:
    """The table of what characters say, of which the first has the code `first`."""
    yield from (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    )
    for start in range(0, len(said), _AT_ONCE):
        some = said[start : start + _AT_ONCE]
        yield f"{len(some)} beginbfchar"
        for code, letters in enumerate(some, first + start):
            yield f"<{code:04X}> <{letters.encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"


def _with_glyphs(face: Any, glyphs: list[tuple[tuple[Part, ...], int]]) -> Any:
    """The same font with these composites, each of parts and advance, after its own glyphs."""
    outlines = face.get_table("glyf")
    outlines += bytes(-len(outlines) % 4)
    places, metrics, added = [*face.glyphPos[:-1], len(outlines)], list(face.hmetrics), bytearray()
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
