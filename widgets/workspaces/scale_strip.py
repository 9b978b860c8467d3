"""The safety scale across the foot of the map: 0 to 10, each rating marked by the name of who gave it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import theme
from widgets.parts.naming import named


class ScaleStrip(QWidget):
    """A painted scale. Names that would meet stand one over the other."""

    def __init__(self, name: str = "Safety scale", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self._ratings: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_ratings(self, ratings: Sequence[tuple[str, int]]) -> None:
        """Mark these names at these numbers."""
        if list(ratings) != self._ratings:
            self._ratings = list(ratings)
            said = ", ".join(f"{name} {value}" for name, value in ratings)
            self.setAccessibleDescription(said or "No rating yet")
            self._fit()
            self.update()

    def sizeHint(self) -> QSize:
        """As high as the names need at this width."""
        lines = max((line for _, _, line in self.labels()), default=-1) + 1
        return QSize(240, (lines + 2) * self._small().height() + 8)

    def labels(self) -> list[tuple[str, QRect, int]]:
        """Names by number, where each stands from left to right, and in which line above the scale."""
        small = self._small()
        by_value: dict[int, list[str]] = {}
        for name, value in self._ratings:
            by_value.setdefault(value, []).append(name)
        found: list[tuple[str, QRect, int]] = []
        for value, names in sorted(by_value.items()):
            for name in names:
                width = min(small.horizontalAdvance(name) + 10, self.width())
                left = max(0, min(self._x(value) - width // 2, self.width() - width))
                area = QRect(left, 0, width, small.height())
                line = 0
                while any(other.intersects(area) and level == line for _, other, level in found):
                    line += 1
                found.append((name, area, line))
        return found

    def _small(self) -> QFontMetrics:
        return QFontMetrics(theme.font("small"))

    def _x(self, value: int) -> int:
        edge = self._small().height()
        return edge + round((self.width() - 2 * edge) * value / 10)

    def _fit(self) -> None:
        height = self.sizeHint().height()
        if self.height() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names may meet at another width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, numbers, dots, names."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = self._small()
        painter.setFont(theme.font("small"))
        base = self.height() - small.height() - 6
        painter.setPen(QPen(theme.colour("line"), 2))
        painter.drawLine(self._x(0), base, self._x(10), base)
        for value in range(11):
            x = self._x(value)
            painter.setPen(QPen(theme.colour("line"), 2))
            painter.drawLine(x, base - 4, x, base + 4)
            painter.setPen(theme.colour("text"))
            box = QRect(x - small.height(), base + 5, small.height() * 2, small.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, str(value))
        painter.setBrush(theme.colour("accent"))
        for value in {value for _, value in self._ratings}:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(self._x(value) - 6, base - 6, 12, 12)
        painter.setPen(theme.colour("text"))
        for name, area, line in self.labels():
            top = base - 8 - (line + 1) * small.height()
            shown = small.elidedText(name, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area.translated(0, top), Qt.AlignmentFlag.AlignHCenter, shown)
