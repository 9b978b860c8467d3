"""What the signs of this family's genogram mean, in a corner where nobody stands."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.genogram.legend import legend, legend_size, paint_legend
from app.genogram.look import Look
from models.kin import Family
from widgets.canvas.scene import GenogramScene
from widgets.parts.fields import named

EDGE = 10
WIDE = 260.0  # one column, unless that is too high


class LegendPanel(QWidget):
    """Lies over the picture; where every corner is taken, the picture makes room for it."""

    def __init__(self, scene: GenogramScene) -> None:
        super().__init__(scene)
        named(self, "Legend")
        self._scene = scene
        self._family = Family({}, {})
        self._look = Look()
        self._wide = WIDE
        self.wanted = False
        scene.moved.connect(self.settle)
        self.hide()

    def show_family(self, family: Family, look: Look) -> None:
        """The signs of another family."""
        self._family, self._look = family, look
        self.setAccessibleDescription("; ".join(sign.words for sign in legend(family, look.all_couples_solid)))
        self.settle()
        self.update()

    def set_wanted(self, wanted: bool) -> None:
        """Show it or put it away."""
        self.wanted = wanted
        self.settle()

    def settle(self) -> None:
        """Go where nobody is."""
        if not self.wanted or not self._family.people:
            self.hide()
            self._scene.keep_free(0, 0)
            return
        self._measure()
        self.show()
        if self.pos() in (place.topLeft() for place in self._free()):
            return
        free = self._free()
        if free:
            self.move(free[0].topLeft())
            return
        self._scene.keep_free(0, self.width() + EDGE)
        self.move(self._corners()[0].topLeft())

    def _measure(self) -> None:
        height = self._scene.height() - 4 * EDGE
        self._wide = WIDE
        while (
            self._wide < self._scene.width() / 2 and legend_size(self._family, self._look, self._wide).height() > height
        ):
            self._wide += WIDE
        size = legend_size(self._family, self._look, self._wide)
        self.resize(QSize(round(size.width()) + 2 * EDGE, min(round(size.height()), height) + 2 * EDGE))

    def _corners(self) -> list[QRect]:
        room = self._scene.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        own = self.rect()
        right, bottom = room.right() - own.width() + 1, room.bottom() - own.height() + 1
        spots = ((right, bottom), (room.left(), bottom), (right, room.top()), (room.left(), room.top()))
        return [QRect(x, y, own.width(), own.height()) for x, y in spots]

    def _free(self) -> list[QRect]:
        return [corner for corner in self._corners() if not self._scene.covered(QRectF(corner))]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Signs and words on paper of their own."""
        del event
        painter = QPainter(self)
        painter.setPen(QPen(self._look.home, 1))
        painter.setBrush(self._look.paper)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        paint_legend(painter, self._family, self._look, QPointF(EDGE, EDGE), self._wide)
