"""A line that is read as something else, a date or a time; what cannot be read stays as typed, with a sentence."""

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from widgets.parts.fields import LineField, named, put_text
from widgets.parts.own_undo import OwnUndo
from widgets.parts.reflow import words

#: A year of four digits, or the minutes of a time, at the end.
_WHOLE = re.compile(r"(\d{4}|:\d{2})\s*$")


class CheckedField(QWidget):
    """A field and, under it, the sentence that says why its text is not taken.

    `sentence` may be placed elsewhere, where it has more room. Ctrl+Z in text that is not taken over yet brings back
    the value as it is held.

    Signals:
        entered(object): a person typed this value.
        judged: the sentence is another.
    """

    entered = Signal(object)
    judged = Signal()

    def __init__(
        self,
        name: str,
        hint: str,
        read: Callable[[str], Any],
        write: Callable[[Any], str],
        parent: QWidget | None = None,
    ) -> None:
        """`read` gives the value of a text, or raises ValueError with a sentence; `write` is its other way."""
        super().__init__(parent)
        self._read = read
        self._write = write
        self._value: Any = None
        self.field = LineField(name, hint, self)
        self.sentence: QLabel = words("", "warning")
        self.sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.sentence)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.field)
        self.setFocusPolicy(self.field.focusPolicy())  # without one of its own it could not be put into an order
        self.field.editingFinished.connect(self._finished)
        self.field.textEdited.connect(self._typed)
        self.field.textChanged.connect(self._put)
        OwnUndo(self.field, lambda: not self._is_taken(), self._bring_back)

    @property
    def value(self) -> Any:
        """What the text says, or None: also where it cannot be read."""
        return None if self.wrong else self._value

    @property
    def held(self) -> str:
        """The value that is held, as it is written, whatever the text says."""
        return self._write(self._value)

    @property
    def wrong(self) -> bool:
        """Whether the text was left as something that cannot be read."""
        return bool(self.sentence.text())

    def show_value(self, value: Any) -> None:
        """Show a value, unless a person is typing in the field or left there what could not be read. Undo takes back
        what was typed and taken, also where the keyboard still is."""
        another = value != self._value and self._is_taken()
        self._value = value
        if another or (not self.field.hasFocus() and not self.wrong):
            put_text(self.field, self.held)

    def put_value(self, value: Any) -> None:
        """Show a value that somebody chose otherwise than by typing, whatever was typed."""
        self._value = value
        self._bring_back()

    def _is_taken(self) -> bool:
        """Whether the text says the value that is held."""
        try:
            return bool(self._read(self.field.text()) == self._value)
        except ValueError:
            return False

    def _bring_back(self) -> None:
        self._say("")
        put_text(self.field, self.held)

    def _typed(self, text: str) -> None:
        """A whole date or time is taken at once; "3/5/20" may yet become 2019. What cannot be read is only spoken of
        when the field is left."""
        if not _WHOLE.search(text):
            return
        try:
            value = self._read(text)
        except ValueError:
            return
        self._say("")
        self._take(value)

    def _put(self) -> None:
        """Assistive technology puts a text there without coming to the field, or leaving it."""
        if not self.field.isModified():
            self._finished()

    def _finished(self) -> None:
        try:
            value = self._read(self.field.text())
        except ValueError as error:
            self._say(str(error))
            return
        self._say("")
        self._take(value)
        put_text(self.field, self._write(value))

    def _take(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self.entered.emit(value)

    def _say(self, sentence: str) -> None:
        if sentence == self.sentence.text():
            return
        self.sentence.setText(sentence)
        named(self.sentence, sentence)
        self.sentence.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        self.field.setProperty("wrong", bool(sentence))
        self.field.style().polish(self.field)
        self.judged.emit()
