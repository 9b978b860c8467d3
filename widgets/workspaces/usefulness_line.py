"""The usefulness answers of a session so far, as a small line and in words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from widgets.parts.fields import named
from widgets.parts.reflow import words

DOT = 4.0


class Sparkline(QWidget):
    """A line through numbers from 0 to 10, a dot on each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_values(self, values: list[int]) -> None:
        """Draw these answers."""
        if values != self._values:
            self._values = values
            self.setVisible(len(values) > 1)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(max(2, len(self._values)) * em * 2, em * 2)

    def points(self) -> list[QPointF]:
        """Where the dots are, in pixels: 10 at the top, 0 at the foot."""
        area = QRectF(self.rect()).adjusted(DOT + 1, DOT + 1, -DOT - 1, -DOT - 1)
        across = area.width() / max(1, len(self._values) - 1)
        return [
            QPointF(area.left() + place * across, area.bottom() - value / 10 * area.height())
            for place, value in enumerate(self._values)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the colours of the palette, so that every theme has it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        points = self.points()
        painter.setPen(QPen(colour, 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for point in points:
            painter.drawEllipse(point, DOT, DOT)


class UsefulnessLine(QWidget):
    """The line and the words: "4 → 6 → 7"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Sparkline(self)
        self._words = named(words("", "hint"), "Answers so far")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line)
        row.addWidget(self._words, 1)

    def show_answers(self, answers: list[tuple[str, int]]) -> None:
        """Show answers with the name of the step in which each was given."""
        self._line.show_values([value for _, value in answers])
        text = " → ".join(f"{name} {value}" for name, value in answers)
        self._words.setText(f"So far: {text}" if text else "No answer so far in this session.")
