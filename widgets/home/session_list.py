"""The list of sessions: under way, to come, done; one model and one delegate, quick with ten thousand."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets import theme
from widgets.parts.naming import named

if TYPE_CHECKING:
    from models.library import SessionSummary

#: Typing settles before a search runs.
SEARCH_MS = 120
ID = Qt.ItemDataRole.UserRole
SUMMARY = Qt.ItemDataRole.UserRole + 1
TITLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
#: Status by value, in the order of the list, in words.
ORDER = {"under_way": "under way", "planned": "to come", "closed": "done"}


def title_of(summary: "SessionSummary", masked: bool = False) -> str:
    """A session's title, also where it has none; masked, its names show as initials."""
    from app.masking import masked_title

    title = " ".join(summary.title.split())
    return (masked_title(title) if masked else title) or "Session without a title"


def line_of(summary: "SessionSummary") -> str:
    """Status, date and team in one line."""
    held = f"{summary.held_on:%a} {summary.held_on.day} {summary.held_on:%B %Y}" if summary.held_on else "no date yet"
    return " · ".join(filter(None, (ORDER[summary.status.value], held, " ".join(summary.team.split()))))


class SessionList(QAbstractListModel):
    """Session summaries in the library's order: under way, to come, done; a page at a time.

    Signals:
        more(int): the pages past this many sessions are wanted.
    """

    more = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions: list[SessionSummary] = []
        self._whole = True
        self._asked = False
        self._masked = False

    def set_masked(self, on: bool) -> None:
        """Show names in titles as initials, or in full."""
        self._masked = on
        if self._sessions:
            self.dataChanged.emit(self.index(0), self.index(len(self._sessions) - 1))

    def show(self, sessions: "list[SessionSummary]", page: int) -> None:
        """Show the first page of a list, of at most `page` sessions."""
        self.beginResetModel()
        self._sessions = list(sessions)
        self.endResetModel()
        self._asked, self._whole = False, len(sessions) < page

    def append(self, sessions: "list[SessionSummary]", page: int) -> None:
        """Show one page more."""
        if sessions:
            first = len(self._sessions)
            self.beginInsertRows(QModelIndex(), first, first + len(sessions) - 1)
            self._sessions += sessions
            self.endInsertRows()
        self._asked, self._whole = False, len(sessions) < page

    def canFetchMore(self, _parent: Index) -> bool:
        """Whether there may be sessions past those shown."""
        return not self._whole and not self._asked

    def fetchMore(self, _parent: Index) -> None:
        """The list was scrolled to its end."""
        self._asked = True
        self.more.emit(len(self._sessions))

    def unfinished(self) -> "SessionSummary | None":
        """The session under way that was changed last."""
        first = self._sessions[0] if self._sessions else None
        return first if first is not None and first.status.value == "under_way" else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """One row for each session."""
        return 0 if parent.isValid() else len(self._sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text for assistive technology, the id, and the summary for the delegate."""
        if not index.isValid():
            return None
        summary = self._sessions[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{title_of(summary, self._masked)}, {line_of(summary)}"
        if role == TITLE:
            return title_of(summary, self._masked)
        if role == ID:
            return summary.id
        return summary if role == SUMMARY else None


class SessionDelegate(QStyledItemDelegate):
    """Paints a session as two lines: its title, and what it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and room around them."""
        return QSize(theme.text_height() * 8, round(theme.text_height() * 2.7))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """The chosen row is tinted and has a bar at its left."""
        summary = index.data(SUMMARY)
        em = theme.text_height()
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("tint"))
            painter.fillRect(QRect(rect.left(), rect.top(), max(3, em // 5), rect.height()), theme.colour("accent"))
        inside = rect.adjusted(em * 3 // 4, em // 4, -em // 2, -em // 4)
        half = inside.height() // 2
        for text, size, bold, token, top in (
            (index.data(TITLE), "body", True, "text", inside.top()),
            (line_of(summary), "small", False, "hint", inside.top() + half),
        ):
            painter.setFont(theme.font(size, bold))
            painter.setPen(theme.colour(token))
            line = QRect(inside.left(), top, inside.width(), half)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(theme.colour("rule"))
        painter.drawLine(rect.left() + em // 2, rect.bottom(), rect.right() - em // 2, rect.bottom())
        painter.restore()


class SessionsPanel(QWidget):
    """Search, and the sessions found.

    Signals:
        open_session(str): the id of a session to open.
        search(str, int): show the sessions in which these words stand, "" for all, past the first so many.
    """

    open_session = Signal(str)
    search = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past = 0
        self._searching = QTimer(self)
        self._searching.setSingleShot(True)
        self._searching.setInterval(SEARCH_MS)
        self._searching.timeout.connect(self.refresh)
        self.field = named(QLineEdit(self), "Search sessions")
        self.field.setPlaceholderText("Search sessions by title, team or date")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._searching.start())
        self.field.returnPressed.connect(self._to_first)
        self.model = SessionList(self)
        self.model.more.connect(self._ask)
        self.list = named(QListView(self), "Sessions", "Enter opens a session")
        self.list.setItemDelegate(SessionDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(theme.text_height() * 9)
        self.list.setModel(self.model)
        self.list.activated.connect(self._activated)
        self.empty = QLabel(self)
        self.empty.setProperty("kind", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    @property
    def searching(self) -> bool:
        """Whether only some of the sessions are shown."""
        return bool(self.field.text().strip())

    def refresh(self) -> None:
        """Ask for the sessions that the search field names, from the first on."""
        self._ask(0)

    def _ask(self, past: int) -> None:
        self._past = past
        self.search.emit(self.field.text().strip(), past)

    def show_sessions(self, sessions: "list[SessionSummary]", page: int) -> None:
        """Show what the library listed, in pages of at most `page`."""
        if self._past:
            self._past = 0
            self.model.append(sessions, page)
            return
        self.model.show(sessions, page)
        self.field.setVisible(bool(sessions) or self.searching)
        self.list.setVisible(bool(sessions))
        self.empty.setVisible(not sessions)
        self.empty.setText("No session has these words." if self.searching else "No sessions yet.")

    def _to_first(self) -> None:
        """Enter in the search goes to the first session found; Enter there opens it."""
        for row in range(self.model.rowCount()):
            if self.model.index(row).data(ID):
                self.list.setCurrentIndex(self.model.index(row))
                self.list.setFocus()
                return

    def _activated(self, index: QModelIndex) -> None:
        session_id = index.data(ID)
        if session_id:
            self.open_session.emit(session_id)
