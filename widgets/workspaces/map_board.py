"""The map's three columns side by side: points are moved by keys or by dragging, and edited in place."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from models.map_words import COLUMNS
from models.mapping import Column
from widgets.parts.reflow import TurningRow, column, words
from widgets.parts.row_list import CARD, POINT, Row, RowList

ARROWS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapColumn(RowList):
    """One column's points. Enter or F2 edits, Delete removes, Alt+arrows or dragging move; Left and Right go to the
    column beside.

    Signals:
        entered(Column): the keyboard came here.
        walked(int across): Left or Right.
        refused: somebody would edit a point, and none can be edited now.
        pushed(str id, int across, int down): move this point by so many columns and places.
        dropped(str kind, str id, int place): a point or a card was let go at this place.
        removed(str id): Delete.
    """

    entered = Signal(object)
    walked = Signal(int)
    refused = Signal()
    pushed = Signal(str, int, int)
    dropped = Signal(str, str, int)
    removed = Signal(str)

    def __init__(self, which: Column, parent: QWidget | None = None) -> None:
        keys = "Enter edits, Delete removes, Alt and arrows move a point; Left and Right go to the column beside"
        super().__init__(COLUMNS[which], keys, parent)
        self.say_when_empty("No point here yet. Type one above and press Enter.")
        self.which = which
        self.rows.editable = True
        self.rows.drag_kind = POINT
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.taken_up.connect(lambda _id: self.edit_current())
        self.doubleClicked.connect(lambda _index: self.edit_current())

    def edit_current(self) -> None:
        """Edit the point with the keyboard in place, where that may be."""
        if self.current_id() and self.rows.editable:
            self.edit(self.currentIndex())
        elif self.current_id():
            self.refused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the map."""
        point = self.current_id()
        arrow = ARROWS.get(event.key())
        if point and arrow and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.pushed.emit(point, *arrow)
        elif point and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(point)
        elif point and event.key() == Qt.Key.Key_F2:
            self.edit_current()
        elif arrow and arrow[0] and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(arrow[0])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """New points come where the keyboard was last."""
        super().focusInEvent(event)
        self.entered.emit(self.which)

    def place_at(self, position: QPoint) -> int:
        """The place, counted from 0, at which something let go there would stand."""
        index = self.indexAt(position)
        if not index.isValid():
            return len(self.rows.rows)
        return index.row() + (position.y() > self.visualRect(index).center().y())

    # Dragging

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the point along; what becomes of it is said where it is let go."""
        del actions
        carry(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Points and cards may come in."""
        _welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the column."""
        _welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was let go and where."""
        for kind in (POINT, CARD):
            if event.mimeData().hasFormat(kind):
                dropped_id = bytes(event.mimeData().data(kind).data()).decode()
                event.acceptProposedAction()
                self.dropped.emit(kind, dropped_id, self.place_at(event.position().toPoint()))
                return


def carry(source: RowList) -> None:
    """Drag the current row of a list."""
    index = source.currentIndex()
    if not source.current_id():
        return
    drag = QDrag(source)
    drag.setMimeData(source.rows.mimeData([index]))
    drag.setPixmap(source.viewport().grab(source.visualRect(index)))
    drag.exec(Qt.DropAction.MoveAction)


def _welcome(event: QDragMoveEvent) -> None:
    if event.mimeData().hasFormat(POINT) or event.mimeData().hasFormat(CARD):
        event.acceptProposedAction()
    else:
        event.ignore()


class MapBoard(TurningRow):
    """The three columns, or the one that was turned to.

    Signals:
        refused: somebody would edit a point, and none can be edited now.
        current_changed: the keyboard is on another point, or in another column.
        edited(str id, str text): a point was edited in place.
        removed(str id): a point is to go.
        moved(str id, Column, int place): a point is to stand there.
        card_dropped(str id, Column, int place): a card's point is to stand there.
    """

    current_changed = Signal()
    refused = Signal()
    edited = Signal(str, str)
    removed = Signal(str)
    moved = Signal(str, object, int)
    card_dropped = Signal(str, object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(turn_at=22, gap=8, parent=parent)
        self.column = Column.WORRIED
        self._single = self._large = False
        self._parts: dict[Column, tuple[QWidget, QWidget]] = {}
        self.columns = {which: self._make(which) for which in Column}

    def _make(self, which: Column) -> MapColumn:
        points = MapColumn(which)
        points.setMinimumHeight(self.fontMetrics().height() * 4)
        points.entered.connect(self.turn_to)
        points.removed.connect(self.removed)
        points.pushed.connect(self._push)
        points.walked.connect(self._walk)
        points.refused.connect(self.refused)
        points.dropped.connect(lambda kind, dropped, place: self._drop(which, kind, dropped, place))
        points.delegate.edited.connect(self.edited)
        points.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())
        part, layout = column(gap=4)
        title = words(COLUMNS[which], "subtitle", points)
        layout.addWidget(title)
        layout.addWidget(points, 1)
        self.add(part)
        self._parts[which] = (part, title)
        return points

    def set_single(self, single: bool, large: bool = False) -> None:
        """Show the column that was turned to by itself, its title where it was chosen, or all three."""
        self._single, self._large = single, single and large
        now = self.columns[self.column]
        self._parts[self.column][0].show()
        if single and any(points.hasFocus() for points in self.columns.values()):
            now.setFocus()  # before the others go, or Qt would look for the keyboard's place by itself
        for which, (part, title) in self._parts.items():
            part.setVisible(not single or which is self.column)
            title.setVisible(not single)
            self.columns[which].set_large(self._large)

    def show_points(self, rows: Callable[[Column], Sequence[Row]], editable: bool) -> None:
        """Show each column's points."""
        for which, points in self.columns.items():
            points.rows.editable = editable
            points.show_rows(rows(which))

    def turn_to(self, which: Column) -> None:
        """New points come to this column from now on."""
        self.column = which
        if self._single:
            self.set_single(True, self._large)
        self.current_changed.emit()

    def step(self, by: int) -> None:
        """Turn to the column beside, the first after the last; the keyboard goes along where it was in a column."""
        order = list(Column)
        held = self.columns[self.column].hasFocus()
        self.turn_to(order[(order.index(self.column) + by) % len(order)])
        if held:
            self.columns[self.column].setFocus()

    def _walk(self, across: int) -> None:
        order = list(Column)
        if 0 <= order.index(self.column) + across < len(order):
            self.step(across)

    def current_point(self) -> str:
        """The point with the keyboard, in the column that was turned to, or ""."""
        return self.columns[self.column].current_id()

    def go_to(self, point: str, which: Column) -> None:
        """Put the keyboard on a point."""
        self.turn_to(which)
        self.columns[which].go_to(point)
        self.columns[which].setFocus()

    def push_current(self, across: int, down: int) -> None:
        """Move the point with the keyboard by so many columns and places."""
        if self.current_point():
            self._push(self.current_point(), across, down)

    def _push(self, point: str, across: int, down: int) -> None:
        order = list(Column)
        source = self.columns[self.column]
        place = source.currentIndex().row()
        goal = order.index(self.column) + across
        if 0 <= goal < len(order) and 0 <= place + down < len(source.rows.rows):
            target = order[goal]
            self.moved.emit(point, target, place + down)
            self.go_to(point, target)

    def _drop(self, which: Column, kind: str, dropped: str, place: int) -> None:
        if kind == CARD:
            self.card_dropped.emit(dropped, which, place)
            return
        ids = [row.id for row in self.columns[which].rows.rows]
        if dropped in ids and ids.index(dropped) < place:
            place -= 1  # the place is counted among the other points
        self.moved.emit(dropped, which, place)
        self.go_to(dropped, which)
