"""Rows of a list that wrap and so show every word: what it is, more about it underneath, and a key at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets import theme
from widgets.parts.announce import announce
from widgets.parts.empty import paint_if_empty
from widgets.parts.naming import named
from widgets.parts.selecting import act_on_what_is_selected

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
#: Milliseconds after which a row is said: not at every letter of a word.
SAID_AFTER = 300
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
#: Rows that a key goes on, and pages.
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


@dataclass(frozen=True, slots=True)
class WrappedRow:
    """One row. `spoken` is what a screen reader says of it; `dim` where it is of no use now."""

    text: str
    spoken: str
    hint: str = ""
    key: str = ""
    dim: bool = False


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[WrappedRow] = []

    def show_rows(self, rows: Sequence[WrappedRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        texts: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: row.text,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
            ROW: row,
        }
        return texts.get(role)


class WrappedList(QListView):
    """The list. Where a field beside it has the keyboard (`walk_from`), the arrows walk here."""

    def __init__(self, name: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, description)
        self.rows = _Model(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        act_on_what_is_selected(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._field: QWidget | None = None
        self._nothing = ""
        self._saying = QTimer(self)
        self._saying.setSingleShot(True)
        self._saying.setInterval(SAID_AFTER)
        self._saying.timeout.connect(self._say_current)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._saying.start())

    def show_rows(self, rows: Sequence[WrappedRow], current: int = 0) -> None:
        """Show these from their beginning, and stand on one."""
        self.rows.show_rows(rows)
        self._saying.start()
        self.go_to(current)
        if current == 0:
            self.scrollToTop()

    @property
    def place(self) -> int:
        """The place of the row that it stands on, or -1."""
        return self.currentIndex().row()

    def go_to(self, place: int) -> None:
        """Stand on the row at a place; -1 for none."""
        self.setCurrentIndex(self.rows.index(place))

    def walk_from(self, field: QWidget, nothing: str) -> None:
        """The arrows move here while the keyboard stays in a field; so the row is said, or `nothing` where there is
        none."""
        self._field, self._nothing = field, nothing
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        field.installEventFilter(self)

    def _say_current(self) -> None:
        if self._field is not None:
            rows, place = self.rows.rows, self.place
            announce(self._field, f"{rows[place].spoken}, {place + 1} of {len(rows)}" if place >= 0 else self._nothing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            by = _ROWS.get(Qt.Key(event.key()), 0) or _PAGES.get(Qt.Key(event.key()), 0) * self._rows_in_sight()
            if by:
                self.go_to(max(0, min(self.place + by, self.rows.rowCount() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _rows_in_sight(self) -> int:
        row = self.visualRect(self.currentIndex()).height()
        return max(1, self.viewport().height() // row - 1) if row else 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Without rows it says why."""
        super().paintEvent(event)
        paint_if_empty(self, self._nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need at the width there is."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """So they are at another size of type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row stand, the row's corner at the origin, and its height, in pixels."""

    words: QRect
    hint: QRect
    key: QRect
    height: int


def places(row: WrappedRow, width: int) -> Places:
    """Where everything stands in a row of that width."""
    em, pad = theme.text_height(), theme.text_height() // 4
    body, small = QFontMetrics(theme.font("body")), QFontMetrics(theme.font("small"))
    key_width = small.horizontalAdvance(row.key)
    room = width - 4 * pad - (key_width + em if row.key else 0)
    words = body.boundingRect(QRect(0, 0, room, 0), _WRAP, row.text)
    hint = small.boundingRect(QRect(0, 0, room, 0), _WRAP, row.hint) if row.hint else QRect(0, 0, 0, 0)
    words.moveTo(2 * pad, pad)
    hint.moveTo(2 * pad, words.bottom() + 1)
    key = QRect(width - 2 * pad - key_width, pad, key_width + 1, body.height())
    return Places(words, hint, key, max((hint if row.hint else words).bottom() + 1 + pad, round(1.4 * em)))


class _Painter(QStyledItemDelegate):
    def __init__(self, view: WrappedList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, places(index.data(ROW), width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, area = index.data(ROW), option.rect
        at, corner = places(row, area.width()), area.topLeft()
        painter.save()
        if self._view.currentIndex() == index:
            bar = QRect(corner, QSize(max(3, theme.text_height() // 5), area.height()))
            painter.fillRect(area, theme.colour("tint"))
            painter.fillRect(bar, theme.colour("focus"))
        painter.setPen(theme.colour("disabled" if row.dim else "text"))
        painter.setFont(theme.font("body"))
        painter.drawText(at.words.translated(corner), _WRAP, row.text)
        painter.setPen(theme.colour("disabled" if row.dim else "hint"))
        painter.setFont(theme.font("small"))
        painter.drawText(at.hint.translated(corner), _WRAP, row.hint)
        painter.drawText(
            at.key.translated(corner), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.key
        )
        painter.restore()
