"""Colours and type of a drawing, and the labels below symbols as they may be shown."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from app.genogram.drawing import Measure
from models.genogram import Life, Person

LABEL_WIDTH = 150.0  # a longer name is cut with "…"


@dataclass(frozen=True)
class LabelLine:
    """One line below a symbol, its size, and how far its foot is below its upper edge."""

    text: str
    font: QFont
    width: float
    height: float
    foot: float


@dataclass(frozen=True)
class Look:
    """How a drawing looks; `text` gives a name as it may be shown (masked or not). `all_couples_solid` draws unmarried
    couples solid, too, as some authorities do. What was measured is remembered."""

    ink: QColor = field(default_factory=lambda: QColor("#1d2733"))
    paper: QColor = field(default_factory=lambda: QColor("#ffffff"))
    home: QColor = field(default_factory=lambda: QColor("#4a6178"))
    accent: QColor = field(default_factory=lambda: QColor("#0b5cad"))
    family: str = ""
    text: Callable[[str], str] = str
    all_couples_solid: bool = False
    _fonts: dict[tuple[int, bool, bool], QFont] = field(default_factory=dict, repr=False, compare=False)
    _lines: dict[tuple[str, int], LabelLine] = field(default_factory=dict, repr=False, compare=False)
    _labels: dict[tuple[str, str, str], list[LabelLine]] = field(default_factory=dict, repr=False, compare=False)

    def font(self, pixels: int, bold: bool = False, italic: bool = False) -> QFont:
        """Type of that height at 100 %."""
        key = (pixels, bold, italic)
        if key not in self._fonts:
            font = QFont(self.family) if self.family else QFont()
            font.setPixelSize(pixels)
            font.setBold(bold)
            font.setItalic(italic)
            self._fonts[key] = font
        return self._fonts[key]

    def line(self, text: str, pixels: int) -> LabelLine:
        """A few words of that height, measured once."""
        key = (text, pixels)
        if key not in self._lines:
            self._lines[key] = _line(text, self.font(pixels))
        return self._lines[key]

    def label(self, person: Person) -> list[LabelLine]:
        """What stands below a symbol: the name, the years where they say more than the age, then the free label."""
        key = (self.text(person.name), self.text(years_of(person)), self.text(person.label))
        if key not in self._labels:
            fonts = (self.font(13), self.font(11), self.font(11, italic=True))
            self._labels[key] = [_line(text, font) for text, font in zip(key, fonts, strict=True) if text]
        return self._labels[key]


def years_of(person: Person) -> str:
    """ "1930–2007", "d. 2007", "b. 2016" where no age stands inside; "" where that is enough."""
    if person.life is not Life.PERSON:
        return ""
    if person.death:
        return f"{person.born}–{person.death}" if person.born else f"d. {person.death}"
    return f"b. {person.born}" if person.born and not person.age else ""


def _line(text: str, font: QFont) -> LabelLine:
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(text[:400], Qt.TextElideMode.ElideRight, LABEL_WIDTH)
    return LabelLine(text, font, metrics.horizontalAdvance(text), metrics.height(), metrics.ascent())


def measure_with(look: Look) -> Measure:
    """How large a person's label is in that look."""

    def measure(person: Person) -> tuple[float, float]:
        lines = look.label(person)
        if not lines:
            return 0.0, 0.0
        return max(line.width for line in lines) + 4, sum(line.height for line in lines)

    return measure
