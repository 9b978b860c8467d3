"""The bundled fonts as the documents use them: which font holds a character, and how wide it is.

Fonts are read once in a process, when a document first needs them, and kept: reading the Chinese one takes a while.
"""

from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from app import resources
from app.export.characters import named

#: Fonts after the main one, each with the first and last character it is asked for, in the order in which they are.
_FALLBACKS: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    ("NotoNaskhArabic", ((0x0600, 0x077F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))),
    ("NotoSansHebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    ("NotoSansBengali", ((0x0980, 0x09FF),)),
    ("NotoSansDevanagari", ((0x0900, 0x097F),)),
    ("NotoSansGurmukhi", ((0x0A00, 0x0A7F),)),
    ("NotoSansGujarati", ((0x0A80, 0x0AFF),)),
    ("NotoSansTamil", ((0x0B80, 0x0BFF),)),
    ("NotoSansEthiopic", ((0x1200, 0x139F), (0x2D80, 0x2DDF))),
    ("NotoSansMath", ((0x2190, 0x22FF),)),
    ("NotoSansSymbols2", ((0x2300, 0x27FF), (0x2B00, 0x2BFF))),
    ("NotoEmoji", ((0x203C, 0x3299), (0x1F000, 0x1FAFF))),
    ("NotoSansSymbols2", ((0x1D000, 0x1FBFF), (0x2000, 0x2FFF))),
    ("DroidSansFallback", ((0x1100, 0x11FF), (0x2E80, 0xD7A3), (0xF900, 0xFAFF), (0xFF00, 0xFFEF))),
)
_BOLD = ("NotoSans", "NotoNaskhArabic", "NotoSansHebrew")
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Face:
    """A font known to reportlab under `name`; `widths` by character, in thousandths of its size."""

    name: str
    widths: dict[str, float]


@cache
def face(family: str, bold: bool) -> Face:
    """A bundled font, read and made known to reportlab. In thousandths; "NotoSans" and the like."""
    from reportlab.pdfbase import pdfmetrics

    from app.export.pdf.embedding import EmbeddedFont

    file = f"{family}-{'Bold' if bold else 'Regular'}" if family != "DroidSansFallback" else family
    with _lock:
        if file in pdfmetrics.getRegisteredFontNames():  # another thread was first
            font: Any = pdfmetrics.getFont(file)
        else:
            font = EmbeddedFont(file, str(resources.path("fonts", f"{file}.ttf")), shapable=False)
            pdfmetrics.registerFont(font)
    held = font.face.charToGlyph
    # reportlab draws a no-break space as a space, so that it is as wide as one.
    widths = {chr(code): float(width) for code, width in font.face.charWidths.items() if code in held}
    return Face(file, widths | {"\u00a0": widths.get(" ", 0.0)})


class Faces:
    """One weight of every font: finds the font of each character. Kept for the length of one export."""

    def __init__(self, bold: bool) -> None:
        self.bold = bold
        self.main = face("NotoSans", bold)
        self._found: dict[str, Face | None] = {}

    def of(self, letter: str) -> Face | None:
        """The font that holds a character, or None."""
        if letter in self.main.widths:
            return self.main
        if letter not in self._found:
            self._found[letter] = self._look_up(letter)
        return self._found[letter]

    def _look_up(self, letter: str) -> Face | None:
        for family, ranges in _FALLBACKS:
            if any(first <= ord(letter) <= last for first, last in ranges):
                found = face(family, self.bold and family in _BOLD)
                if letter in found.widths:
                    return found
        return None

    def named(self, text: str) -> str:
        """The text with every character that no font holds by its name: [U+1F9FF]."""
        if all(map(self.of, text)):
            return text
        return "".join(letter if self.of(letter) else named(letter) for letter in text)

    def width(self, text: str) -> float:
        """How wide a text is, in thousandths of the size; every character must be held."""
        widths = self.main.widths
        total = 0.0
        for letter in text:
            found = widths.get(letter)
            if found is None:
                other = self.of(letter)
                found = other.widths[letter] if other else 0.0
            total += found
        return total

    def runs(self, text: str) -> tuple[tuple[str, str], ...]:
        """The text cut where the font changes: font name and text."""
        runs: list[tuple[str, str]] = []
        start, name = 0, ""
        for place, letter in enumerate(text):
            found = self.of(letter) or self.main
            if found.name != name:
                if name:
                    runs.append((name, text[start:place]))
                start, name = place, found.name
        return (*runs, (name or self.main.name, text[start:]))
