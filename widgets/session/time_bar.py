"""How much of the planned time is gone, as a bar."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import theme

#: Pixels: the gap before what is over, and how much of that is seen at least.
GAP, LEAST = 4, 6


class TimeBar(QWidget):
    """A bar that fills up; in overtime it is full, and a gap parts the time planned from what is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gone = 0.0
        self._over = False
        self.setFixedHeight(10)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def changeEvent(self, event: QEvent) -> None:
        """A style sheet, put on anew, would have what is behind painted each time as well."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_gone(self, gone: float, over: bool) -> None:
        """Show the share 0–1 of the time planned that is gone, in overtime the share of the time gone that was planned;
        and repaint only where that is to be seen."""
        before = self._filled(), self._over
        self._gone, self._over = gone, over
        if (self._filled(), over) != before:
            self.update()

    def _track(self) -> QRect:
        return self.rect().adjusted(0, 0, -1, -1)

    def _filled(self) -> int:
        """How much of the track is filled, in pixels of the screen."""
        ratio = self.devicePixelRatioF()
        return max(round(8 * ratio), round(self._track().width() * self._gone * ratio)) if self._gone > 0 else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """A track and what is gone of it."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("track"))
        track = self._track()
        painter.drawRoundedRect(track, 4, 4)
        if self._over:
            self._paint_over(painter, track)
        elif self._filled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            track.setWidth(round(self._filled() / self.devicePixelRatioF()))
            painter.drawRoundedRect(track, 4, 4)

    def _paint_over(self, painter: QPainter, track: QRect) -> None:
        end = track.left() + min(round(self._filled() / self.devicePixelRatioF()), track.width() - LEAST - GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRect(track.topLeft(), QPoint(end, track.bottom())), 4, 4)
        painter.fillRect(QRect(end, 0, GAP, self.height()), theme.colour("window"))
        painter.setBrush(theme.colour("signal"))
        painter.drawRect(QRect(QPoint(end + GAP, track.top()), track.bottomRight()))
