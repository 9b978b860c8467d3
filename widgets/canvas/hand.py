"""What the mouse and one finger do on the picture: click, drag a person, draw a line, push the paper."""

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QWidget

from widgets.canvas.handles import Handle

#: So near the edge, in pixels, a dragged person makes the paper run; so far at a time, every 16 ms.
RIM, RUN = 24.0, 9.0
LONG = 600  # milliseconds until a resting finger asks for the menu


class Hand(QObject):
    """One press at a time, from its beginning to its end. It says what is done; the view shows it.

    Signals:
        pressed(str): a person was pressed on.
        lifted(str), carried(QPointF): a person is dragged, to a point of the widget.
        dropped(bool): the drag is over; False where it is taken back.
        pushed(QPointF): the paper is pushed by so much.
        ran(QPointF): the paper runs under a person who is dragged to the edge.
        drawing(QPointF): a line is drawn from the person in focus to a point of the widget.
        drawn(bool): that is over; False where it is taken back.
        handled(Handle): a handle was clicked.
        held(QPointF): a finger rested on one point.
    """

    pressed = Signal(str)
    lifted = Signal(str)
    carried = Signal(QPointF)
    dropped = Signal(bool)
    pushed = Signal(QPointF)
    ran = Signal(QPointF)
    drawing = Signal(QPointF)
    drawn = Signal(bool)
    handled = Signal(object)
    held = Signal(QPointF)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._start: QPointF | None = None
        self._at = QPointF()
        self._person = ""
        self._handle: Handle | None = None
        self._moved = False
        self._run = QTimer(self)
        self._run.setInterval(16)
        self._run.timeout.connect(self._run_on)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(LONG)
        self._rest.timeout.connect(self._rested)

    @property
    def busy(self) -> bool:
        """Whether something is being dragged or drawn."""
        return self._moved and bool(self._person or self._handle)

    def press(self, event: QMouseEvent, person: str, handle: Handle | None) -> None:
        """Begin at a person, a handle, or the paper."""
        self._start = self._at = event.position()
        self._person, self._handle, self._moved = "" if handle else person, handle, False
        if event.pointingDevice().type() is QPointingDevice.DeviceType.TouchScreen:
            self._rest.start()
        if self._person:
            self.pressed.emit(self._person)

    def move(self, event: QMouseEvent) -> None:
        """Go on."""
        if self._start is None:
            return
        way = event.position() - self._start
        if not self._moved and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._rest.stop()
        first, self._moved = not self._moved, True
        if self._person:
            if first:
                self.lifted.emit(self._person)
            self._at = event.position()
            self.carried.emit(self._inside(self._at))
            self._run_where_at_the_edge()
        elif self._handle is not None:
            if self._handle.command == "line":
                self._at = event.position()
                self.drawing.emit(self._inside(self._at))
        else:
            self.pushed.emit(event.position() - self._at)
            self._at = event.position()

    def release(self) -> None:
        """End what was begun."""
        handle, busy = self._handle, self.busy
        person = self._person
        self._forget()
        if busy and person:
            self.dropped.emit(True)
        elif busy and handle is not None and handle.command == "line":
            self.drawn.emit(True)
        elif handle is not None and not busy:
            self.handled.emit(handle)

    def cancel(self) -> bool:
        """Take back a drag or a line; whether there was one."""
        person, busy = self._person, self.busy
        self._forget()
        if busy:
            (self.dropped if person else self.drawn).emit(False)
        return busy

    def _forget(self) -> None:
        self._start, self._person, self._handle, self._moved = None, "", None, False
        self._run.stop()
        self._rest.stop()

    def _rested(self) -> None:
        at = self._at
        self._forget()
        self.held.emit(at)

    # At the edge

    def _inside(self, point: QPointF) -> QPointF:
        """The point, or the nearest one in the widget: nobody is dropped out of sight."""
        area = self._view.rect()
        return QPointF(min(max(point.x(), 0.0), float(area.width())), min(max(point.y(), 0.0), float(area.height())))

    def _way_to_run(self) -> QPointF:
        width, height = self._view.width(), self._view.height()
        across = RUN * (self._at.x() < RIM) - RUN * (self._at.x() > width - RIM)
        down = RUN * (self._at.y() < RIM) - RUN * (self._at.y() > height - RIM)
        return QPointF(across, down)

    def _run_where_at_the_edge(self) -> None:
        if self._way_to_run().isNull():
            self._run.stop()
        elif not self._run.isActive():
            self._run.start()

    def _run_on(self) -> None:
        # A release outside the window may never be told.
        if not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.cancel()
            return
        self.ran.emit(self._way_to_run())
        self.carried.emit(self._inside(self._at))
