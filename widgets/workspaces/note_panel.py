"""Time-stamped notes: what was said, word for word, one line each."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.open_session import OpenSession
from models.cards import Note
from models.edits import note_lines
from models.process import Phase, Step
from models.session import Change
from widgets import theme
from widgets.parts.fields import TextField, UnfinishedBinding, named
from widgets.parts.letters import LettersGoTo
from widgets.parts.reflow import words
from widgets.parts.selecting import act_on_what_is_selected
from widgets.parts.wrapping import Wrapping

#: Lines that the room sees of what was said.
FEW = 3
#: Pixels around the words of a line.
_PAD = 6


def clock_time(note: Note) -> str:
    """The note's time where the room is, to the minute."""
    return note.at.astimezone().strftime("%H:%M")


class _Whole(QStyledItemDelegate):
    """As high as the words need at the width there is: Qt measures a line wider than it paints it, and leaves out what
    it then has no room for."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        usual = super().sizeHint(option, index)
        margin = self._view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, self._view) + 1
        width = self._view.viewport().width() - 2 * (margin + _PAD)
        needs = Wrapping(self._view.font()).height(str(index.data()), width) + _PAD
        return QSize(usual.width(), max(usual.height(), needs))


class LineList(QListWidget):
    """Lines of text by id; Enter or F2 opens one, Delete takes it away.

    Signals:
        opened(str), removed(str): with the line's id.
    """

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, "Enter changes a line, Delete takes it away")
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMinimumHeight(72)
        act_on_what_is_selected(self)
        self.setItemDelegate(_Whole(self))

    def show_lines(self, lines: list[tuple[str, str]]) -> None:
        """Show lines, each an id and its text; whoever stands on one goes on standing on it."""
        if lines == [(self._id(row), self.item(row).text()) for row in range(self.count())]:
            return
        held = self.current_id()
        added = len(lines) > self.count()
        self.clear()
        for line_id, text in lines:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, line_id)
            self.addItem(item)
            if line_id == held:
                self.setCurrentItem(item)
        if added:
            self.scrollToBottom()

    def current_id(self) -> str:
        """The id of the line that the keyboard stands on, or ""."""
        return self._id(self.currentRow()) if self.currentRow() >= 0 else ""

    def _id(self, row: int) -> str:
        return str(self.item(row).data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open the line, Delete takes it away; keys with Ctrl belong to the window."""
        held = self.current_id()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif held and (enter or event.key() == Qt.Key.Key_F2):
            self.opened.emit(held)
        elif held and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(held)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens a line, as Enter does."""
        super().mouseDoubleClickEvent(event)
        if self.current_id():
            self.opened.emit(self.current_id())

    def sizeHint(self) -> QSize:
        """Some lines high."""
        return QSize(240, 160)


class NotePanel(QWidget):
    """The notes of one phase, and the field that makes them.

    A line that is opened goes back into the field, and takes its own place again, with its time, when it is entered.
    """

    def __init__(self, open_session: OpenSession, refuse: Callable[[], bool], parent: QWidget | None = None) -> None:
        """`refuse` says that no line is changed while names are masked, and gives whether they are."""
        super().__init__(parent)
        self._open = open_session
        self._refuse = refuse
        self._document = open_session.document
        self._few = False
        self._step = self._phase = ""
        self._editing: Note | None = None
        self.notes = LineList("Notes")
        self.field = TextField("Note", "What was said, word for word. Enter makes a line.", enter_submits=True)
        self._unfinished = UnfinishedBinding(self.field, self._document, open_session.masking)
        LettersGoTo(self.notes, self.field)
        self._add = named(QPushButton("Add line"), "Add line")
        self._delete = named(QPushButton("Delete line"), "Delete line")
        self._delete.setProperty("kind", "quiet")
        self._count = words("", "hint")
        self._keys = words("Enter or F2 changes a line · Delete takes it away · Esc leaves it as it was", "hint")
        self._build()
        self.field.entered.connect(self.add)
        self._add.clicked.connect(self.add)
        self._delete.clicked.connect(self.remove_current)
        self.notes.opened.connect(self._open_line)
        open_session.masking.changed.connect(self._mask)
        self.notes.removed.connect(self._remove)
        self.notes.currentRowChanged.connect(lambda row: self._delete.setEnabled(row >= 0))

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(self._delete)
        self._delete.setEnabled(False)
        entry = QHBoxLayout()
        entry.addWidget(self.field, 1)
        entry.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        self._titles = words("Note", "subtitle", self.field), words("Notes", "subtitle", self.notes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._titles[0])
        layout.addLayout(entry)
        layout.addWidget(self._titles[1])
        layout.addWidget(self.notes, 1)
        layout.addLayout(line)
        layout.addWidget(self._keys)
        self.set_room(projected=False, low=False)

    def set_room(self, projected: bool, low: bool) -> None:
        """For the room the last lines are enough, since whoever speaks should not read along; in a low window the field
        comes first."""
        self._few = projected
        for part in (self._delete, self._keys):
            part.setVisible(not projected)
        for title in self._titles:
            title.setVisible(not low)
        self.field.setFixedHeight(round(theme.text_height() * (2.2 if low or projected else 3.6)))
        theme.mark(self.notes, "spoken" if projected else "")

    def enter(self, step: Step, phase: Phase) -> None:
        """Turn to the notes of a phase."""
        self._stop_editing()
        self._step, self._phase = step.id, phase.id
        self._unfinished.point_at(f"note/{step.id}/{phase.id}")
        self.show_all()

    def leave(self) -> None:
        """Put a line that was opened back as it was."""
        self._stop_editing()

    def show_all(self) -> None:
        """Show the phase's notes from the session."""
        held = self._document.session.all(Note, lambda note: note.step == self._step and note.phase == self._phase)
        mask = self._open.masking.text
        shown = held[-FEW:] if self._few else held
        self.notes.show_lines([(note.id, f"{clock_time(note)}   {mask(note.text)}") for note in shown])
        counted = QLocale(QLocale.Language.English).toString(len(held))
        text = f"{counted} line{'s' if len(held) > 1 else ''}"
        if len(shown) < len(held):
            text += f", the last {len(shown)} of them here"
        self._count.setText(text if held else "No line yet. Type what is said above; Enter makes a line of it.")

    def mirror(self, changes: list[Change]) -> None:
        """Follow notes only: a key pressed changes half-typed text, and that shows itself."""
        if any(change.kind is Note for change in changes):
            self.show_all()

    def add(self) -> None:
        """Make a line of what is typed, as it was typed, or put an opened line back in its place."""
        text = self._unfinished.text()
        if not text.strip():
            return
        if self._editing is not None:
            held = self._document.session.find(Note, self._editing.id)
            self._stop_editing()
            if held is not None:
                self._document.do("Change note", [Change(held, replace(held, text=text.strip()))])
            return
        self._unfinished.take()
        now = self._open.engine.utc_now()
        session, ids = self._document.session, self._document.new_id
        self._document.do("Add note", note_lines(session, self._step, self._phase, text.split("\n"), now, ids))
        self.field.setFocus()

    def open_current(self) -> None:
        """Change the line that the keyboard stands on."""
        self._open_line(self.notes.current_id())

    def remove_current(self) -> None:
        """Take that line away."""
        self._remove(self.notes.current_id())

    def _open_line(self, note_id: str) -> None:
        note = self._document.session.find(Note, note_id)
        if note is None or self._refuse():
            return
        self._unfinished.point_at("")
        self._editing = note
        self.field.setPlainText(note.text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus()
        self._name_button("Change line")

    def _mask(self) -> None:
        """A line that is open shows names: it is entered as it stands."""
        if self._open.masking.on and self._editing is not None:
            self.add()
            self._stop_editing()

    def _stop_editing(self) -> None:
        if self._editing is None:
            return
        self._editing = None
        self._unfinished.point_at(f"note/{self._step}/{self._phase}")
        self._name_button("Add line")

    def _name_button(self, name: str) -> None:
        self._add.setText(name)
        named(self._add, name)

    def _remove(self, note_id: str) -> None:
        note = self._document.session.find(Note, note_id)
        if note is not None and not self._refuse():
            if self._editing is not None and self._editing.id == note_id:
                self._stop_editing()
            self._document.remove("Delete note", note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an opened line as it was."""
        if event.key() == Qt.Key.Key_Escape and self._editing is not None:
            self._stop_editing()
        else:
            super().keyPressEvent(event)
