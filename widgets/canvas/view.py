"""The picture of the family: painted, zoomed, clicked and dragged. What keys mean is decided by whoever owns it."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPicture,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.genogram.drawing import Drawing, Placed
from app.genogram.look import Look
from app.genogram.paint import paint_genogram
from models.kin import Family
from widgets.parts.fields import named

FIRST_SCALE = 1.35  # read from the back of the room
READABLE = 0.6  # it is not made smaller than this unasked
SMALLEST, LARGEST = 0.15, 4.0
EDGE = 28.0


class GenogramView(QWidget):
    """A family's picture with one person in focus.

    Signals:
        clicked(str): a person was clicked.
        dragged(str, float, float): a person was dragged to a place in the drawing.
        let_go(str): a person was double-clicked.
    """

    clicked = Signal(str)
    dragged = Signal(str, float, float)
    let_go = Signal(str)

    def __init__(self, on_key: Callable[[QKeyEvent], bool], parent: QWidget | None = None) -> None:
        """`on_key` is asked first for each key and says whether it was one of its own."""
        super().__init__(parent)
        named(self, "Genogram")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 70)
        self._on_key = on_key
        self._drawing = Drawing({})
        self._picture = QPicture()
        self._look = Look()
        self._scale = FIRST_SCALE
        self._origin = QPointF()  # where the drawing's 0, 0 lies in the widget
        self._focus = ""
        self._marked: Collection[str] = ()
        self._empty = ""
        self._press: QPointF | None = None
        self._held = ""
        self._drag: QPointF | None = None

    @property
    def drawing(self) -> Drawing:
        """What is shown."""
        return self._drawing

    def sizeHint(self) -> QSize:
        """Small: it takes what the page leaves."""
        return QSize(320, 160)

    def show_family(self, drawing: Drawing, family: Family, look: Look, empty: str = "") -> None:
        """Show a family laid out; `empty` is said where there is nobody."""
        first = not self._drawing.people
        self._drawing, self._look, self._empty = drawing, look, empty
        self._picture = QPicture()
        painter = QPainter(self._picture)
        paint_genogram(painter, drawing, family, look)
        painter.end()
        if first or not self._all_in_view():
            self._fit_readably(first)
        self.update()

    def show_focus(self, person: str, marked: Collection[str] = ()) -> None:
        """Put the ring round a person, and mark others, as those chosen for a household."""
        fresh = bool(person) and not self._focus
        self._focus, self._marked = person, tuple(marked)
        if fresh and not self._all_in_view():
            self._fit_readably(first=True)
        self._bring_into_view()
        self.update()

    # Zoom

    def fit(self) -> None:
        """Everything in view, in the middle, and no larger than is pleasant."""
        left, top, right, bottom = self._drawing.bounds
        self._scale = self._fitting()
        middle = QPointF((left + right) / 2, (top + bottom) / 2)
        self._origin = QPointF(self.rect().center()) - middle * self._scale
        self.update()

    def _fitting(self) -> float:
        """The scale at which everything is in view."""
        left, top, right, bottom = self._drawing.bounds
        width, height = right - left + 2 * EDGE, bottom - top + 2 * EDGE
        largest = FIRST_SCALE * max(1.0, self.font().pointSizeF() / 12)
        return max(SMALLEST, min(self.width() / width, self.height() / height, largest))

    def _fit_readably(self, first: bool) -> None:
        """Everything in view, or as much round the person in focus as can be read."""
        if self._fitting() >= READABLE:
            self.fit()
            return
        self.zoom(min(self._scale, READABLE) / self._scale)
        if first and self._focus in self._drawing.people:
            self._origin += QPointF(self.rect().center()) - self.place_of(self._focus)
        self._bring_into_view()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Larger or smaller about a point of the widget, else its middle."""
        about = about if about is not None else QPointF(self.rect().center())
        scale = min(max(self._scale * factor, SMALLEST), LARGEST)
        self._origin = about + (self._origin - about) * (scale / self._scale)
        self._scale = scale
        self.update()

    def place_of(self, person: str) -> QPointF:
        """Where in the widget a person's symbol is."""
        placed = self._drawing.people[person]
        return self._origin + QPointF(placed.x, placed.y) * self._scale

    def _box(self, placed: Placed) -> QRectF:
        return QRectF(placed.left - 5, placed.top - 5, placed.width + 10, placed.height + 10)

    def _in_widget(self, box: QRectF) -> QRectF:
        return QRectF(self._origin + box.topLeft() * self._scale, box.size() * self._scale)

    def _all_in_view(self) -> bool:
        left, top, right, bottom = self._drawing.bounds
        return QRectF(self.rect()).contains(self._in_widget(QRectF(left, top, right - left, bottom - top)))

    def _bring_into_view(self) -> None:
        placed = self._drawing.people.get(self._focus)
        if placed is None:
            return
        box = self._in_widget(self._box(placed))
        right, bottom = min(0.0, self.width() - box.right()), min(0.0, self.height() - box.bottom())
        self._origin += QPointF(right or max(0.0, -box.left()), bottom or max(0.0, -box.top()))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Replay the strokes and put the ring round whoever has the focus."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.paper)
        if not self._drawing.people:
            self._paint_empty(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(self._origin)
        painter.scale(self._scale, self._scale)
        for person in self._marked:
            self._paint_mark(painter, person)
        self._picture.play(painter)
        self._paint_ring(painter)
        painter.restore()

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(self._look.ink)
        painter.setFont(self._look.font(max(17, round(self.font().pointSizeF() * 1.5))))
        box = self.rect().adjusted(24, 24, -24, -24)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)

    def _paint_mark(self, painter: QPainter, person: str) -> None:
        placed = self._drawing.people.get(person)
        if placed is not None:
            painter.setPen(QPen(self._look.accent, 2, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._box(placed).adjusted(-3, -3, 3, 3), 10, 10)

    def _paint_ring(self, painter: QPainter) -> None:
        placed = self._drawing.people.get(self._focus)
        if placed is None:
            return
        painter.setPen(QPen(self._look.accent, 3 if self.hasFocus() else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = self._box(placed)
        if self._drag is not None:
            box.translate(self._drag.x() - placed.x, 0)
        painter.drawRoundedRect(box, 8, 8)

    # Mouse, touch and keys

    def person_at(self, point: QPointF) -> str:
        """Who is at a point of the widget, "" where nobody is."""
        at = (point - self._origin) / self._scale
        return next((one.id for one in self._drawing.people.values() if self._box(one).contains(at)), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a person, or of the paper."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._press = event.position()
            self._held = self.person_at(event.position())
            if self._held:
                self.clicked.emit(self._held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a person along the row, or the paper."""
        if self._press is None:
            return
        way = event.position() - self._press
        if self._held:
            if self._drag is not None or way.manhattanLength() >= QApplication.startDragDistance():
                self._drag = (event.position() - self._origin) / self._scale
        else:
            self._origin += way
            self._press = event.position()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a dragged person stand there."""
        del event
        held, drag = self._held, self._drag
        self._press, self._held, self._drag = None, "", None
        if held in self._drawing.people and drag is not None:
            self.dragged.emit(held, drag.x(), self._drawing.people[held].y)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let a pinned person go."""
        person = self.person_at(event.position())
        if person:
            self.let_go.emit(person)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinch, and keys that the window would take before the family."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys act on the person in focus."""
        if not self._on_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle in the middle; shrink where people would be cut off."""
        if event.oldSize().isValid():
            grown = event.size() - event.oldSize()
            self._origin += QPointF(grown.width() / 2, grown.height() / 2)
        if not event.oldSize().isValid() or not self._all_in_view():
            self._fit_readably(not event.oldSize().isValid())
