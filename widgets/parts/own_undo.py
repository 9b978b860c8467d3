"""Undo in a field whose text is not taken over yet: it is the field's own, and the document knows nothing of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from widgets.parts.fields import KEYS, TextField, is_undo


class OwnUndo(QObject):
    """While `holds_more()`, undo calls `bring_back` and redo does nothing; else both are the window's."""

    def __init__(self, field: QWidget, holds_more: Callable[[], bool], bring_back: Callable[[], None]) -> None:
        super().__init__(field)
        self._holds_more = holds_more
        self._bring_back = bring_back
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key before the window makes a shortcut of it."""
        if event.type() not in KEYS or not is_undo(event) or not self._holds_more():
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress and is_undo(event, redo=False):
            self._bring_back()
        return True


class BegunText(QObject):
    """The text with which an editor over a row or a cell began, for undo and for what changes meanwhile. With
    `chosen` all of it is selected, as in the cells of every table; else whoever types goes on at its end."""

    def __init__(self, editor: TextField, text: str, chosen: bool = True) -> None:
        super().__init__(editor)
        self._chosen = chosen
        self._editor = editor
        self._text = text
        self._put(text)
        OwnUndo(editor, lambda: self.typed, lambda: self._put(self._text))

    @property
    def typed(self) -> bool:
        """Whether somebody typed."""
        return self._editor.toPlainText() != self._text

    def follow(self, text: str) -> None:
        """The row has another text now: show it where nobody typed, so that it is not written over."""
        if text != self._text and not self.typed:
            self._text = text
            self._put(text)

    def _put(self, text: str) -> None:
        self._editor.setPlainText(text)
        if self._chosen:
            self._editor.selectAll()
        else:
            self._editor.moveCursor(QTextCursor.MoveOperation.End)
