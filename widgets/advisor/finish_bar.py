"""Where the present pace leads, as a bar: from now to the end, a mark at the finish time wished, hatched beyond it."""

from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.fitting import minutes_late
from widgets import theme
from widgets.parts.naming import named


class FinishBar(QWidget):
    """What it shows is said in words beside it, too. `now`, `ends` and `wish` are moments of one clock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "Finish")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ends = 0.0
        self._wish: float | None = None

    def show_finish(self, now: datetime, ends: datetime, wish: datetime | None, said: str) -> None:
        """Show it, and repaint only where it is another to the minute."""
        minutes = minutes_late(ends, now)
        wished = None if wish is None else minutes_late(wish, now)
        if (minutes, wished) != (self._ends, self._wish):
            self._ends, self._wish = minutes, wished
            self.update()
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    @property
    def late(self) -> bool:
        """Whether it ends after the time wished."""
        return self._wish is not None and self._ends > self._wish

    def sizeHint(self) -> QSize:
        """A line of text high."""
        em = theme.text_height()
        return QSize(10 * em, round(em * 1.1))

    minimumSizeHint = sizeHint

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom, another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track up to whichever comes last, the session on it, and the mark."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = max(self._ends, self._wish or 0.0, 1.0)
        mark = self.height() * 0.28
        box = QRectF(1, mark, self.width() - 2, self.height() - 2 * mark)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("track"))
        painter.drawRect(box)
        ends = box.left() + box.width() * max(0.0, self._ends) / whole
        wish = ends if self._wish is None else box.left() + box.width() * max(0.0, self._wish) / whole
        painter.fillRect(
            QRectF(box.left(), box.top(), min(ends, wish) - box.left(), box.height()), theme.colour("accent")
        )
        if ends > wish:
            self._draw_late(painter, QRectF(wish, box.top(), ends - wish, box.height()))
        if self._wish is not None:
            self._draw_mark(painter, wish, mark)

    def _draw_late(self, painter: QPainter, box: QRectF) -> None:
        """Hatched, so that it is no matter of colour."""
        painter.fillRect(box, theme.colour("signal_tint"))
        painter.save()
        painter.setClipRect(box)
        painter.setPen(QPen(theme.colour("signal"), 2))
        step = max(6.0, box.height() * 0.7)
        x = box.left() - box.height()
        while x < box.right():
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
            x += step
        painter.restore()
        painter.setPen(QPen(theme.colour("signal"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _draw_mark(self, painter: QPainter, x: float, high: float) -> None:
        x = min(max(x, high + 1), self.width() - high - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        painter.drawPolygon(QPolygonF([QPointF(x - high, 0), QPointF(x + high, 0), QPointF(x, high)]))
        painter.drawRect(QRectF(x - 1, high, 2, self.height() - high))
