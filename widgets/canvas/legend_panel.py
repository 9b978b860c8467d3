"""What the signs of this family's genogram mean, in a corner where nobody stands."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.genogram.legend import legend, legend_size, paint_legend
from app.genogram.look import Look
from models.kin import Family
from widgets.canvas.scene import GenogramScene
from widgets.parts.fields import named

EDGE = 8
SMALLEST = 0.78  # of the size at which it prints; smaller it cannot be read
ONE_COLUMN = 1.0


class _Signs(QWidget):
    """Signs and words, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.family, self.look, self.scale = Family({}, {}), Look(), 1.0

    def wish(self, scale: float) -> QSize:
        """How large it is at a scale."""
        size = legend_size(self.family, self.look, ONE_COLUMN) + QSizeF(2 * EDGE, 2 * EDGE)
        return (size * scale).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """On paper of their own."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.paper)
        painter.scale(self.scale, self.scale)
        paint_legend(painter, self.family, self.look, QPointF(EDGE, EDGE), ONE_COLUMN)


class LegendPanel(QScrollArea):
    """Lies over the picture in a corner without people; where there is none, the picture leaves it its right side."""

    def __init__(self, scene: GenogramScene) -> None:
        super().__init__(scene)
        named(self, "Legend")
        self._scene = scene
        self._signs = _Signs()
        self.wanted = False
        self.setWidget(self._signs)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        scene.moved.connect(self.settle)

    def show_family(self, family: Family, look: Look) -> None:
        """The signs of another family."""
        self._signs.family, self._signs.look = family, look
        edge = f"LegendPanel {{ border: 1px solid {look.home.name()}; }}"
        if edge != self.styleSheet():
            self.setStyleSheet(edge)
        self.setAccessibleDescription("; ".join(sign.words for sign in legend(family, look.all_couples_solid)))
        self.settle()
        self._signs.update()

    def set_wanted(self, wanted: bool) -> None:
        """Show it or put it away."""
        self.wanted = wanted
        self.settle()

    def settle(self) -> None:
        """Go where nobody is."""
        if not self.wanted or not self._signs.family.people:
            self.hide()
            self._scene.keep_free(0, 0)
            return
        whole = self._measure()
        self.show()
        free = [corner for corner in self._corners() if not self._scene.covered(QRectF(corner))] if whole else []
        if self.geometry() in free:
            return
        if free:
            self.move(free[0].topLeft())
        else:
            self.move(self._corners()[0].topLeft())
            self._scene.keep_free(0, self.width() + EDGE)

    def _measure(self) -> bool:
        """Take as much room as is needed and there is; whether it is all there without scrolling."""
        high, wide = self._scene.height() - 2 * EDGE, self._scene.width() * 45 // 100
        scale = min(1.0, max(SMALLEST, (high - 4) / max(1, self._signs.wish(1.0).height())))
        size = self._signs.wish(scale)
        self._signs.scale = scale
        self._signs.resize(size)
        frame = 2 * self.frameWidth()
        bar = self.verticalScrollBar().sizeHint().width() if size.height() + frame > high else 0
        self.resize(min(wide, size.width() + frame + bar), min(high, size.height() + frame))
        return size.height() + frame <= high and size.width() + frame <= wide

    def _corners(self) -> list[QRect]:
        room = self._scene.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        own = self.rect()
        right, bottom = room.right() - own.width() + 1, room.bottom() - own.height() + 1
        spots = ((right, bottom), (right, room.top()), (room.left(), bottom), (room.left(), room.top()))
        return [QRect(x, y, own.width(), own.height()) for x, y in spots]
