"""Fields that mirror the document: text, half-typed text, a 0–10 scale, and a value that is only read.

Undo belongs to the document: fields have none of their own, so that Ctrl+Z always means the same.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShowEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.document import Document
from app.masking import Masking
from models.session import Change, Unfinished
from widgets.parts.naming import named as named
from widgets.parts.scale_field import ScaleField as ScaleField

#: Letters of a word that no language has.
LONG = 2000
_AT_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
#: Milliseconds without a key, after which typing is another step of undo.
PAUSE = 2_000


def is_undo(event: QEvent, redo: bool = True) -> bool:
    """Whether the key is that of undo, or, with `redo`, of either."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or (redo and event.matches(QKeySequence.StandardKey.Redo))
    )


class LineField(QLineEdit):
    """One line of text."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setPlaceholderText(hint)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if event.type() in KEYS and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever was brought here goes on at the end of what is there; by Tab all is selected, as everywhere."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.end(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left again, it shows the beginning of its text."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)


class TextField(QPlainTextEdit):
    """Several lines of text. Tab leaves the field; with `enter_submits`, Enter emits `entered` and Shift+Enter breaks
    the line.

    Signals:
        entered: Enter was pressed, where it submits.
    """

    entered = Signal()

    def __init__(self, name: str, hint: str = "", enter_submits: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._enter_submits = enter_submits
        self.document().contentsChange.connect(self._wrap)

    def _wrap(self, _place: int, removed: int, added: int) -> None:
        """Break at words. Qt looks for the end of a word anew in each line, which in one of thousands of letters takes
        as long as typing is felt to hang: with such a word lines break anywhere."""
        if max(added, removed) > LONG:
            longest = max(map(len, self.toPlainText().split()), default=0)
            mode = QTextOption.WrapMode.WrapAnywhere if longest > LONG else _AT_WORDS
            if mode is not self.wordWrapMode():
                self.setWordWrapMode(mode)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if event.type() in KEYS and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever was brought here goes on at the end of what is there."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and self.textCursor().position() == 0:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def showEvent(self, event: QShowEvent) -> None:
        """Be opaque, so that a key press repaints this field alone and not every widget behind it."""
        super().showEvent(event)
        self.viewport().setAutoFillBackground(True)

    def changeEvent(self, event: QEvent) -> None:
        """A style sheet, put on anew, would take that back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().setAutoFillBackground(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on a plain Enter; keys with Ctrl belong to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
                return
            if self._enter_submits and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.entered.emit()
                return
        super().keyPressEvent(event)


class ReadOut(QLineEdit):
    """A value that is read, not typed: its name says what it is, its text what it is now."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setReadOnly(True)
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("kind", "readout")

    def show_text(self, text: str) -> None:
        """Show a text, and repaint only where it is another."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    """What a text field holds."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def put_text(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Show a text in a field without saying that it was edited, and only where it is another."""
    if text_of(field) == text:
        return
    with QSignalBlocker(field):
        if isinstance(field, QLineEdit):
            field.setText(text)
            if not field.hasFocus():
                field.setCursorPosition(0)  # a text longer than the field shows its beginning
        else:
            field.setPlainText(text)


class TextBinding(QObject):
    """Keeps a text field and one text of an entity the same, both ways.

    Typing in the field without leaving it, and without a pause, is one step of undo. While names are masked the field
    shows the masked text and cannot be edited, since an edit would write the initials over the names.
    """

    def __init__(
        self,
        field: LineField | TextField,
        document: Document,
        label: str,
        attribute: str,
        masking: Masking | None,
        when_new: Callable[[], dict[str, Any]] = dict,
    ) -> None:
        """`when_new` gives further fields for an entity that the session does not hold before the typing."""
        super().__init__(field)
        self._field = field
        self._document = document
        self._label = label
        self._attribute = attribute
        self._masking = masking
        self._when_new = when_new
        self._entity: Any = None
        self._visit = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.begin_step)
        field.textChanged.connect(self._typed)
        field.installEventFilter(self)
        document.changed.connect(self._mirror)
        if masking is not None:
            masking.changed.connect(self._show)

    def point_at(self, entity: Any) -> None:
        """Show and change this entity's text from now on; it may be one that the session does not hold yet."""
        self._entity = entity
        self.begin_step()
        self._show()

    def begin_step(self) -> None:
        """What is typed from now on is undone by itself."""
        self._visit += 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Each visit to the field is an undo step of its own."""
        if event.type() == QEvent.Type.FocusIn:
            self.begin_step()
        return super().eventFilter(watched, event)

    def _held(self) -> Any:
        found = self._document.session.find(type(self._entity), self._entity.id)
        return self._entity if found is None else found

    def _show(self) -> None:
        if self._entity is None:
            return
        text = getattr(self._held(), self._attribute)
        masked = self._masking is not None and self._masking.on
        self._field.setReadOnly(masked)
        put_text(self._field, self._masking.text(text) if masked and self._masking is not None else text)

    def _typed(self) -> None:
        if self._entity is None or self._field.isReadOnly():
            return
        text = text_of(self._field)
        if text == getattr(self._held(), self._attribute):
            return
        merge = f"{type(self._entity).__name__}/{self._entity.id}/{self._attribute}/{id(self)}/{self._visit}"
        new = self._document.session.find(type(self._entity), self._entity.id) is None
        fields = {**(self._when_new() if new else {}), self._attribute: text}
        self._pause.start()
        self._document.set(f"Change “{self._label}”", self._entity, merge=merge, **fields)

    def _mirror(self, changes: list[Change]) -> None:
        if self._entity is not None and any(
            change.kind is type(self._entity) and change.id == self._entity.id for change in changes
        ):
            self._show()


class UnfinishedBinding(QObject):
    """Keeps half-typed text of an entry field in the document, so that it is there after a crash."""

    def __init__(self, field: LineField | TextField, document: Document) -> None:
        super().__init__(field)
        self._field = field
        self._document = document
        self._key = ""
        self._typing = False
        field.textChanged.connect(self._typed)
        document.typed.connect(self._mirror)

    def point_at(self, key: str, otherwise: str = "") -> None:
        """Turn to the half-typed text of that key, such as "card/working-well/bea"; else show `otherwise`."""
        self._key = key
        held = self._document.session.find(Unfinished, key)
        put_text(self._field, held.text if held else otherwise)
        # Whoever goes on typing goes on at the end.
        if isinstance(self._field, QPlainTextEdit):
            self._field.moveCursor(QTextCursor.MoveOperation.End)
        elif held:
            self._field.end(False)

    def let_go(self, drop: bool = False) -> None:
        """Follow the field no longer; what was half-typed stays for the next time, unless it is dropped."""
        held = self._document.session.find(Unfinished, self._key)
        self._key = ""
        if drop and held is not None:
            self._document.do_quietly([Change(held, None)])

    def take(self) -> str:
        """The text, which is now entered: the field is empty and nothing is half-typed."""
        text = text_of(self._field)
        self._field.clear()
        return text

    def _mirror(self, changes: list[Change]) -> None:
        """Somebody else took the text, or put one there."""
        for change in changes if not self._typing else ():
            if change.kind is Unfinished and change.id == self._key:
                put_text(self._field, change.after.text if change.after is not None else "")

    def _typed(self) -> None:
        if not self._key:
            return
        held = self._document.session.find(Unfinished, self._key)
        text = text_of(self._field)
        after = Unfinished(self._key, text) if text else None
        self._typing = True
        self._document.do_quietly([Change(held, after)])
        self._typing = False
