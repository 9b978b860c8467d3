"""The safety scale across the foot of the map: 0 to 10, each rating marked, and named where its name fits."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import theme
from widgets.parts.naming import named

DOT = 6


class ScaleStrip(QWidget):
    """A painted scale, two lines of small text high. People who gave the same number share a label; a label that does
    not fit is shortened to a count, and everybody's name stands in the tool tip and the description."""

    def __init__(self, name: str = "Safety scale", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self._ratings: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ratings(self, ratings: Sequence[tuple[str, int]]) -> None:
        """Mark these names at these numbers."""
        if list(ratings) != self._ratings:
            self._ratings = list(ratings)
            said = ", ".join(f"{name} {value}" for name, value in ratings)
            self.setAccessibleDescription(said or "No rating yet")
            self.setToolTip(said)
            self.update()

    def sizeHint(self) -> QSize:
        """A line of names, the scale, a line of numbers."""
        return QSize(240, 2 * self._small().height() + 2 * DOT + 6)

    def minimumSizeHint(self) -> QSize:
        """The same height, and narrower."""
        return QSize(11 * self._small().height(), self.sizeHint().height())

    def labels(self) -> list[tuple[str, QRect]]:
        """What is written over the marks, and where, from left to right; no two meet."""
        small = self._small()
        by_value: dict[int, list[str]] = {}
        for name, value in self._ratings:
            by_value.setdefault(value, []).append(name)
        values = sorted(by_value)
        found: list[tuple[str, QRect]] = []
        for place, value in enumerate(values):
            left = self._between(values[place - 1], value) if place else 0
            right = self._between(value, values[place + 1]) if place + 1 < len(values) else self.width()
            for words in _shorter(by_value[value]):
                width = small.horizontalAdvance(words) + 8
                if width <= right - left:
                    start = max(left, min(self._x(value) - width // 2, right - width))
                    found.append((words, QRect(start, 0, width, small.height())))
                    break
        return found

    def _between(self, value: int, other: int) -> int:
        return (self._x(value) + self._x(other)) // 2

    def _small(self) -> QFontMetrics:
        return QFontMetrics(theme.font("small"))

    def _x(self, value: int) -> int:
        edge = self._small().height()
        return edge + round((self.width() - 2 * edge) * value / 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, numbers, dots, names."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = self._small()
        painter.setFont(theme.font("small"))
        base = small.height() + DOT + 2
        painter.setPen(QPen(theme.colour("line"), 2))
        painter.drawLine(self._x(0), base, self._x(10), base)
        for value in range(11):
            x = self._x(value)
            painter.setPen(QPen(theme.colour("line"), 2))
            painter.drawLine(x, base - 4, x, base + 4)
            painter.setPen(theme.colour("text"))
            box = QRect(x - small.height(), base + DOT, small.height() * 2, small.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, str(value))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        for value in {value for _, value in self._ratings}:
            painter.drawEllipse(self._x(value) - DOT, base - DOT, 2 * DOT, 2 * DOT)
        painter.setPen(theme.colour("text"))
        for words, area in self.labels():
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, words)


def _shorter(names: list[str]) -> list[str]:
    """Ways to write who gave a number, the fullest first."""
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    count = str(len(names)) if more else ""
    return [words for words in (", ".join(names), names[0] + more, names[0].partition(" ")[0] + more, count) if words]
