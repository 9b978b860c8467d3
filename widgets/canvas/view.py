"""The picture of the family in people's hands: clicked, dragged, zoomed. What keys mean is decided by its owner."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from widgets.canvas import overlay
from widgets.canvas.camera import FIRST_SCALE as FIRST_SCALE
from widgets.canvas.camera import READABLE as READABLE
from widgets.canvas.camera import Camera, box_of
from widgets.canvas.hand import Hand
from widgets.canvas.handles import Handle, handle_at, paint_handles, reach
from widgets.canvas.lift import Lift
from widgets.canvas.scene import GenogramScene
from widgets.canvas.touch import pinched, turned


class GenogramView(GenogramScene):
    """A family's picture with one person in focus.

    Signals:
        clicked(str): a person was clicked.
        dragged(str, float, float): a person was dragged to a place in the drawing.
        let_go(str): a person was double-clicked.
        wanted(str): a handle of the person in focus was clicked; gives the command.
        joined(str, str): a line was drawn from one person to another.
        menu_wanted(str, QPoint): the menu of a person, or of the paper (""), at a point of the screen.
    """

    clicked = Signal(str)
    dragged = Signal(str, float, float)
    let_go = Signal(str)
    wanted = Signal(str)
    joined = Signal(str, str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, on_key: Callable[[QKeyEvent], bool], parent: QWidget | None = None) -> None:
        """`on_key` is asked first for each key and says whether it was one of its own."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.handles_wanted = True
        self._on_key = on_key
        self._near = False  # the mouse is near the person in focus
        self._pointed_at: Handle | None = None
        self._line_to: QPointF | None = None
        self._hand = hand = Hand(self)
        hand.pressed.connect(self.clicked)
        hand.pushed.connect(self.push)
        hand.ran.connect(self.push)
        hand.handled.connect(lambda handle: self.wanted.emit(handle.command))
        hand.lifted.connect(self._lifted)
        hand.carried.connect(self._carried)
        hand.dropped.connect(self._dropped)
        hand.drawing.connect(self._drawing_line)
        hand.drawn.connect(self._drawn_line)
        hand.held.connect(lambda at: self.menu_wanted.emit(self.person_at(at), self.mapToGlobal(at.toPoint())))

    def show_family(self, *shown: object, **more: object) -> None:
        """Show another family; a drag on the old one is over."""
        self._hand.cancel()
        super().show_family(*shown, **more)  # type: ignore[arg-type]

    def show_focus(self, person: str, marked: Collection[str] = ()) -> None:
        """Another person in focus has handles when the mouse comes near."""
        if person != self._focus:
            self._near, self._pointed_at = False, None
        super().show_focus(person, marked)

    def person_at(self, point: QPointF) -> str:
        """Who is at a point of the widget, "" where nobody is; near a small symbol is on it."""
        at = self._camera.to_drawing(point)
        found = [one for one in self.drawing.people.values() if box_of(one).contains(at)]
        if not found:
            finger = QRectF(point.x() - 12, point.y() - 12, 24, 24)
            near = self._camera.looked_at(finger)
            found = [one for one in self.drawing.people.values() if box_of(one).intersects(near)]
        found.sort(key=lambda one: (at - QPointF(one.x, one.y)).manhattanLength())
        return found[0].id if found else ""

    # Dragging

    def _lifted(self, person: str) -> None:
        if person in self.drawing.people:
            self.settle()
            self._lift = Lift(self._strokes, person)
            self.update()  # the handles go

    def _carried(self, point: QPointF) -> None:
        if self._lift is not None:
            changed = self._lift.move(self._camera.to_drawing(point))
            self.update(self._camera.seen(changed).toAlignedRect())

    def _dropped(self, here: bool) -> None:
        lift, self._lift = self._lift, None
        self.update()
        if lift is not None and here:
            self._dropped_at = lift.now()
            self.dragged.emit(lift.placed.id, lift.at.x(), lift.at.y())
            self._dropped_at = None

    def _drawing_line(self, point: QPointF) -> None:
        self._line_to = point
        self.update()

    def _drawn_line(self, here: bool) -> None:
        point, self._line_to = self._line_to, None
        self.update()
        target = self.person_at(point) if point is not None else ""
        if here and target and target != self._focus:
            self.joined.emit(self._focus, target)

    # Mouse and touch

    def _handle_at(self, point: QPointF) -> Handle | None:
        ring = self.ring()
        return handle_at(point, ring) if ring is not None and self._handles_shown() else None

    def _handles_shown(self) -> bool:
        return self.handles_wanted and self._near and self._lift is None and not self.moving

    def _look_near(self, point: QPointF) -> None:
        """Handles come when the mouse comes near."""
        ring = self.ring()
        near = ring is not None and reach(ring).contains(point)
        pointed_at = handle_at(point, ring) if near and ring is not None else None
        if (near, pointed_at) != (self._near, self._pointed_at):
            self._near, self._pointed_at = near, pointed_at
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a person, a handle, or the paper."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.settle()
        if event.pointingDevice().type() is not QPointingDevice.DeviceType.TouchScreen:
            self._look_near(event.position())
        self._hand.press(event, self.person_at(event.position()), self._handle_at(event.position()))
        self._look_near(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what is held; show the handles where the mouse is near."""
        self._hand.move(event)
        if not self._hand.busy:
            self._look_near(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a dragged person stand there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let a pinned person go."""
        person = self.person_at(event.position())
        if person and not self._handle_at(event.position()):
            self.let_go.emit(person)

    def leaveEvent(self, event: QEvent) -> None:
        """Without the mouse no handles stand on the picture."""
        super().leaveEvent(event)
        self._near, self._pointed_at = False, None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse at who is under it, by key at who is in focus."""
        self.settle()
        ring = self.ring()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = ring.center().toPoint() if ring is not None else self.rect().center()
            self.menu_wanted.emit(self._focus, self.mapToGlobal(at))
        else:
            self.menu_wanted.emit(self.person_at(QPointF(event.pos())), event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer, or push the paper."""
        turned(event, self.zoom, self.push)

    def event(self, event: QEvent) -> bool:
        """Two fingers, what a handle says, and a drag that the system takes away."""
        if event.type() in (QEvent.Type.Gesture, QEvent.Type.NativeGesture):
            self._hand.cancel()
            if pinched(self, event, self.zoom, self.push):
                return True
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            handle = self._handle_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), handle.says if handle else "", self)
            return True
        if event.type() in (QEvent.Type.UngrabMouse, QEvent.Type.Hide):
            self._hand.cancel()
        return super().event(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys act on the person in focus; Escape takes back a drag."""
        self.settle()
        self._near = False  # whoever types wants the picture, and no handles that follow
        if event.key() == Qt.Key.Key_Escape and self._hand.cancel():
            return
        if not self._on_key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is strong where keys act."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And weak where they do not."""
        super().focusOutEvent(event)
        self.update()

    # Painting

    def _paint_over(self, painter: QPainter, seen: Camera) -> None:
        super()._paint_over(painter, seen)
        ring, look = self.ring(), self._strokes.look
        if self.hasFocus():
            overlay.paint_frame(painter, self.rect(), look)
        if ring is None:
            return
        if self._line_to is not None:
            target = self.drawing.people.get(self.person_at(self._line_to))
            end = seen.seen(box_of(target)) if target and target.id != self._focus else None
            overlay.paint_joining(painter, self.place_of(self._focus), self._line_to, end, look)
        elif self._handles_shown():
            paint_handles(painter, ring, look, look.font(13, bold=True), self._pointed_at)
