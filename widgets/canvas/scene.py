"""The picture of the family as it is seen: which part of it, how large, and how it changes without losing the eye."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.genogram.drawing import Drawing, Placed
from app.genogram.look import Look
from models.kin import Family
from widgets.canvas import motion, overlay
from widgets.canvas.camera import EDGE, FIRST_SCALE, READABLE, Camera, bounds_of, box_of, within
from widgets.canvas.lift import Lift
from widgets.canvas.motion import Motion, nearest_kept
from widgets.canvas.still import Still
from widgets.canvas.strokes import Strokes
from widgets.parts.fields import named
from widgets.parts.role import play_role

FRAME = 15  # milliseconds between two pictures of a motion
FEW = 3  # newcomers that are brought into sight; more came from elsewhere


class GenogramScene(QWidget):
    """A family's picture with one person in focus, without hands.

    Signals:
        moved: another part of the family is in sight.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play_role(self, QAccessible.Role.Graphic)
        named(self, "Genogram")
        self.setMinimumSize(160, 70)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.less_motion = False  # whatever the system says
        self._camera = Camera()
        self._still = Still()
        self._strokes = Strokes(Drawing({}), Family({}, {}), Look())
        self._focus = ""
        self._marked: Collection[str] = ()
        self._empty = ""
        self._margin = (0, 0)  # kept free at the left and at the right
        self._pinned: list[Placed] = []
        self._touched = False  # zoomed or pushed by hand: no longer fitted at every size
        self._lift: Lift | None = None
        self._dropped_at: Placed | None = None
        self._motion: Motion | None = None
        self._clock = QElapsedTimer()
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME)
        self._frames.timeout.connect(self._next_frame)

    @property
    def drawing(self) -> Drawing:
        """What is shown."""
        return self._strokes.drawing

    @property
    def moving(self) -> bool:
        """Whether people are on their way still."""
        return self._motion is not None

    def sizeHint(self) -> QSize:
        """Small: it takes what the page leaves."""
        return QSize(320, 160)

    # The family

    def show_family(self, drawing: Drawing, family: Family, look: Look, empty: str = "") -> None:
        """Show a family laid out; `empty` is said where there is nobody. Who is in focus stays where the eye is."""
        self.settle()
        before, start = self._before(), self._camera.copy()
        whole = start.holds(bounds_of(before))
        self._strokes, self._empty = Strokes(drawing, family, look), empty
        self._pinned = [one for one in drawing.people.values() if family.people[one.id].x is not None]
        anchor = nearest_kept(before, drawing, self._focus)
        if anchor:
            (x, y), (was_x, was_y) = ((one.people[anchor].x, one.people[anchor].y) for one in (drawing, before))
            start.origin -= QPointF(x - was_x, y - was_y) * start.scale
            self._camera.origin = QPointF(start.origin)
            self._bring_in([person for person in drawing.people if person not in before.people], whole, anchor)
            self._begin(Motion(before, self._strokes, (x - was_x, y - was_y), start))
        else:
            self._touched = False
            self._fit_readably()
        self._seen_anew()

    def show_focus(self, person: str, marked: Collection[str] = ()) -> None:
        """Put the ring round a person, and mark others, as those chosen for a household."""
        fresh = bool(person) and not self._focus
        self._focus, self._marked = person, tuple(marked)
        if fresh and not self._camera.holds(bounds_of(self.drawing)):
            self._centre()
        start = self._camera.copy()
        self._bring_focus()
        if self._motion is None and start.origin != self._camera.origin:
            self._begin(Motion(self.drawing, self._strokes, (0.0, 0.0), start))
        self._seen_anew()

    def _before(self) -> Drawing:
        """What was shown, somebody who was dragged being where they were dropped."""
        before, dropped = self.drawing, self._dropped_at
        return before if dropped is None else replace(before, people=before.people | {dropped.id: dropped})

    def _bring_in(self, fresh: Collection[str], whole: bool, anchor: str) -> None:
        """Everybody, where everybody was in sight and can still be read; else newcomers and who is in focus."""
        placed = self.drawing.people[anchor]
        at = self._camera.to_widget(placed.x, placed.y)
        if not whole or not self._camera.hold(bounds_of(self.drawing), at):
            for person in fresh if len(fresh) <= FEW else ():
                self._camera.bring(box_of(self.drawing.people[person]))
            self._bring_focus()

    def _bring_focus(self) -> None:
        placed = self.drawing.people.get(self._focus)
        if placed is not None:
            self._camera.bring(box_of(placed).adjusted(-8, -8, 8, 8))

    def _centre(self) -> None:
        """Who is in focus in the middle, as far as the family reaches beyond the room; where it does not, all of it."""
        camera, bounds = self._camera, bounds_of(self.drawing)
        placed = self.drawing.people.get(self._focus)
        middle = QPointF(placed.x, placed.y) if placed else bounds.center()
        half = QPointF(camera.room.width(), camera.room.height()) / (2 * camera.scale)
        across = within(middle.x(), bounds.left() - EDGE + half.x(), bounds.right() + EDGE - half.x())
        down = within(middle.y(), bounds.top() - EDGE + half.y(), bounds.bottom() + EDGE - half.y())
        camera.origin = camera.room.center() - QPointF(across, down) * camera.scale

    def _fit_readably(self) -> None:
        """Everybody in sight, or as many round the person in focus as can be read."""
        self._camera.fit(bounds_of(self.drawing))
        if self._camera.scale < READABLE:
            self._camera.scale = READABLE
            self._centre()

    # Zoom

    def fit(self, largest: float | None = None) -> None:
        """Everybody in sight, in the middle, and no larger than `largest`, or else than is pleasant."""
        self.settle()
        start = self._camera.copy()
        self._touched = False
        self._camera.largest = largest or self._pleasant()
        self._camera.fit(bounds_of(self.drawing))
        self._begin(Motion(self.drawing, self._strokes, (0.0, 0.0), start))
        self._seen_anew()

    def _pleasant(self) -> float:
        return FIRST_SCALE * max(1.0, self.font().pointSizeF() / 12)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Larger or smaller about a point of the widget, else about who is in focus, or its middle."""
        self.settle()
        placed = self.drawing.people.get(self._focus)
        if about is None:
            about = self.place_of(placed.id) if placed else self._camera.room.center()
        self._touched = True
        self._camera.zoom(factor, about)
        self._seen_anew()

    def push(self, way: QPointF) -> None:
        """Push the paper by so many pixels, never all of the family out of sight."""
        self.settle()
        self._touched = True
        self._camera.origin += way
        seen, left = self._camera.seen(bounds_of(self.drawing)), QRectF(self.rect()).adjusted(40, 40, -40, -40)
        across = max(0.0, left.left() - seen.right()) - max(0.0, seen.left() - left.right())
        down = max(0.0, left.top() - seen.bottom()) - max(0.0, seen.top() - left.bottom())
        self._camera.origin += QPointF(across, down)
        self._seen_anew()

    def keep_free(self, left: int, right: int) -> None:
        """Leave so many pixels at the sides to what lies over the picture."""
        if self._margin != (left, right):
            self._margin = (left, right)
            self._sized()

    def place_of(self, person: str) -> QPointF:
        """Where in the widget a person's symbol is."""
        placed = self.drawing.people[person]
        return self._camera.to_widget(placed.x, placed.y)

    def ring(self) -> QRectF | None:
        """Where the ring of who is in focus is, in the widget."""
        placed = self.drawing.people.get(self._focus)
        return None if placed is None else self._camera.seen(box_of(placed))

    def covered(self, area: QRectF) -> int:
        """How many people are under an area of the widget."""
        looked_at = self._camera.looked_at(area)
        return sum(box_of(placed).intersects(looked_at) for placed in self.drawing.people.values())

    def _seen_anew(self) -> None:
        self._camera.snap(self.devicePixelRatioF())
        self.update()
        self.moved.emit()

    # Motion

    def settle(self) -> None:
        """Whatever moves is where it goes: keys and mouse never wait for it."""
        if self._motion is not None:
            self._motion = None
            self._frames.stop()
            self.update()

    def _begin(self, begun: Motion) -> None:
        if self.less_motion or not self.isVisible() or not motion.wanted():
            return
        seen = self._camera.looked_at(QRectF(self.rect()).adjusted(-200, -200, 200, 200))
        if begun.worth_while(seen, self._camera):
            self._motion = begun
            self._clock.start()
            self._frames.start()

    def _next_frame(self) -> None:
        if self._motion is None or self._clock.elapsed() >= motion.LASTS:
            self.settle()
            return
        self._motion.at = self._clock.elapsed() / motion.LASTS
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what is still, then paint what moves and what lies over the family."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        moves = self._lift or self._motion
        if self.drawing.people:
            self._still.show(
                self._strokes, self._camera, self.size(), self.devicePixelRatioF(), moves.things() if moves else ()
            )
        seen = self._motion.camera(self._camera) if self._motion else self._camera
        self._paint_still(painter, seen, event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if moves:
            painter.save()
            painter.translate(seen.origin)
            painter.scale(seen.scale, seen.scale)
            moves.paint(painter)
            painter.restore()
        self._paint_over(painter, seen)

    def _paint_still(self, painter: QPainter, seen: Camera, area: QRect) -> None:
        paper = self._strokes.look.paper
        if not self.drawing.people:
            painter.fillRect(self.rect(), paper)
            overlay.paint_empty(painter, self.rect(), self._empty, self._strokes.look, self.font().pointSizeF())
        elif seen is self._camera:
            ratio = self.devicePixelRatioF()
            source = QRectF(QPointF(area.topLeft()) * ratio, QRectF(area).size() * ratio)
            painter.drawPixmap(QRectF(area), self._still.pixmap, source)
        else:  # on the way: the picture of the end, pushed and stretched
            painter.fillRect(self.rect(), paper)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, seen.scale != self._camera.scale)
            shown = self._camera.looked_at(QRectF(self.rect()))
            painter.drawPixmap(seen.seen(shown), self._still.pixmap, QRectF(self._still.pixmap.rect()))

    def _paint_over(self, painter: QPainter, seen: Camera) -> None:
        look, people = self._strokes.look, self.drawing.people
        overlay.paint_marks(painter, [people[one] for one in self._marked if one in people], seen, look)
        overlay.paint_pins(painter, self._pinned, seen, look)
        placed = people.get(self._focus)
        if placed is not None:
            if self._lift is not None and self._lift.placed.id == self._focus:
                placed = self._lift.now()
            elif self._motion is not None:
                placed = self._motion.now(placed)
            overlay.paint_ring(painter, seen.seen(box_of(placed)), seen.scale, look, self.hasFocus())

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle in the middle; fit anew where nobody has zoomed, or people would be cut off."""
        super().resizeEvent(event)
        self._sized()

    def _sized(self) -> None:
        self.settle()
        before = self._camera.room
        left, right = self._margin
        whole = before.isValid() and self._camera.holds(bounds_of(self.drawing))
        self._camera.room = QRectF(self.rect()).adjusted(left, 0, -right, 0)
        if not self._touched or not before.isValid():
            self._camera.largest = self._pleasant()
            self._fit_readably()
        else:
            self._camera.origin += self._camera.room.center() - before.center()
            if whole and not self._camera.holds(bounds_of(self.drawing)):
                self._fit_readably()
        self._bring_focus()
        self._seen_anew()
