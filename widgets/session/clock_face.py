"""The clock that is read from the back of the room, and the words that go with it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ticker import EARLY, shown_seconds
from models.process import Phase
from models.timer import Reading
from widgets import theme
from widgets.parts.fields import ReadOut

#: Digits, not letters: their height is all that the clock needs.
DIGIT_HEIGHT = 0.72


@dataclass(frozen=True, slots=True)
class ClockWords:
    """What the clock shows: digits, the words beside them, the share of the planned time gone (0–1), and overtime."""

    digits: str
    words: str
    gone: float
    over: bool


def minutes_text(seconds: float) -> str:
    """Whole or half minutes: "5 min", "2½ min"."""
    halves = round(seconds / 30)
    whole, half = divmod(halves, 2)
    return f"{whole or ''}½ min" if half else f"{whole} min"


def clock_words(phase: Phase, reading: Reading) -> ClockWords:
    """Down and then up in overtime where the method gives the minutes; up beside the plan where they are ours."""
    gone = min(1.0, reading.spent / reading.planned) if reading.planned > 0 else 1.0
    paused = "" if reading.running else (" · paused" if reading.spent > 0 else " · not started")
    plan = minutes_text(reading.planned)
    if not phase.counts_down:
        return ClockWords(_digits(int(reading.spent + EARLY)), f"about {plan}{paused}", gone, False)
    left = shown_seconds(reading.left)
    if left < 0:
        return ClockWords(f"+{_digits(-left)}", f"over time · {plan} planned{paused}", 1.0, True)
    return ClockWords(_digits(left), f"left of {plan}{paused}", gone, False)


def _digits(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


class ClockFace(ReadOut):
    """The digits, as large as the place allows; in overtime inside a frame, with a plus before them."""

    def __init__(self, name: str = "Time left", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tall = 0
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._over = False
        self._paused = True

    def show_time(self, words: ClockWords, paused: bool) -> None:
        """Show the time, and repaint only where it is another."""
        self.setAccessibleDescription(words.words)
        if (words.over, paused) != (self._over, self._paused):
            self._over, self._paused = words.over, paused
            self.update()
        self.show_text(words.digits)

    def set_tall(self, height: int) -> None:
        """How tall the clock stands, in pixels; the digits follow."""
        if height != self._tall:
            self._tall = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height it was given, or the theme's clock size."""
        height = self._tall or round(QFontMetricsF(theme.font("clock", bold=True)).height())
        return QSize(round(height * 2.6), height)

    def minimumSizeHint(self) -> QSize:
        """Half of it may still be read."""
        return self.sizeHint() / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the digits to fill the place, so that the clock grows with the window."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        colour = self._colour()
        if self._over:
            painter.setPen(QPen(colour, 3))
            painter.setBrush(theme.colour("signal_tint"))
            painter.drawRoundedRect(box, 8, 8)
        self._draw_digits(painter, box.adjusted(8, 7, -8, -7), colour)

    def _colour(self) -> QColor:
        if self._over:
            return theme.colour("signal")
        return theme.colour("hint" if self._paused else "text")

    def _draw_digits(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        font = theme.font("clock", bold=True)
        # Measured on as many wide digits as are shown, so that the clock does not change its size each second.
        like = "".join("0" if letter.isdigit() else letter for letter in self.text())
        height = box.height() / DIGIT_HEIGHT
        font.setPixelSize(100)
        wide = QFontMetricsF(font).horizontalAdvance(like) or 1.0
        font.setPixelSize(max(8, int(min(height, box.width() / wide * 100))))
        metrics = QFontMetricsF(font)
        baseline = box.center().y() + metrics.capHeight() / 2
        left = box.center().x() - metrics.horizontalAdvance(like) / 2
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRectF(left, 0, box.width(), 0).topLeft() + QRectF(0, baseline, 0, 0).topLeft(), self.text())
