"""The still part of the picture, painted once as pixels of the screen and copied from then on."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from widgets.canvas.camera import Camera
from widgets.canvas.strokes import Strokes, Thing


class Still:
    """A picture of the widget's size; paper that was only pushed is copied, and painted where it is new."""

    def __init__(self) -> None:
        self.pixmap = QPixmap()
        self.camera = Camera()
        self._shown: tuple[Strokes, tuple[int, ...]] | None = None

    def forget(self) -> None:
        """What is to be seen is another."""
        self._shown = None

    def show(
        self, strokes: Strokes, camera: Camera, size: QSize, ratio: float, without: Collection[Thing] = ()
    ) -> None:
        """Be what the camera sees, less some things; nothing is done where that is so already."""
        shown = (strokes, tuple(map(id, without)))
        pixels = size * ratio
        same = self._shown is not None and self._shown[0] is strokes and self._shown[1] == shown[1]
        same = same and self.pixmap.size() == pixels and self.camera.scale == camera.scale
        push = (camera.origin - self.camera.origin) * ratio
        self.camera = camera.copy()
        if same and push.isNull():
            return
        if not same or not self._pushed(strokes, push, ratio, without):
            self.pixmap = QPixmap(pixels)
            self.pixmap.setDevicePixelRatio(ratio)
            self._paint(strokes, QRectF(QPointF(), size), without)
        self._shown = shown

    def _pushed(self, strokes: Strokes, push: QPointF, ratio: float, without: Collection[Thing]) -> bool:
        """Copy what stays in sight; False where there is none, or the push is by no whole pixels."""
        across, down = round(push.x()), round(push.y())
        width, height = self.pixmap.width(), self.pixmap.height()
        whole = max(abs(push.x() - across), abs(push.y() - down)) < 1e-3
        if not whole or abs(across) >= width or abs(down) >= height:
            return False
        self.pixmap.scroll(across, down, 0, 0, width, height)
        if across:
            left = 0 if across > 0 else width + across
            self._paint(strokes, QRectF(left / ratio, 0, abs(across) / ratio, height / ratio), without)
        if down:
            top = 0 if down > 0 else height + down
            self._paint(strokes, QRectF(0, top / ratio, width / ratio, abs(down) / ratio), without)
        return True

    def _paint(self, strokes: Strokes, area: QRectF, without: Collection[Thing]) -> None:
        painter = QPainter(self.pixmap)
        painter.setClipRect(area)
        painter.fillRect(area, strokes.look.paper)
        painter.translate(self.camera.origin)
        painter.scale(self.camera.scale, self.camera.scale)
        strokes.paint(painter, self.camera.looked_at(area), without)
        painter.end()
