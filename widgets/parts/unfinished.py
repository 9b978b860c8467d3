"""Half-typed text of an entry field, kept in the document."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from app.document import Document
from app.masking import Masking
from models.session import Change, Unfinished
from widgets.parts.text_fields import LineField, TextField, put_text, text_of


class UnfinishedBinding(QObject):
    """Keeps half-typed text of an entry field in the document, so that it is there after a crash.

    Text with a name in it shows initials from when names are masked, and cannot be changed until they are shown; an
    empty field can be typed in.
    """

    def __init__(self, field: LineField | TextField, document: Document, masking: Masking | None = None) -> None:
        super().__init__(field)
        self._field = field
        self._document = document
        self._masking = masking
        self._key = ""
        self._typing = False
        self._masked = False
        field.textChanged.connect(self._typed)
        document.typed.connect(self._mirror)
        if masking is not None:
            masking.changed.connect(self._mask)

    def point_at(self, key: str, otherwise: str = "") -> None:
        """Turn to the half-typed text of that key, such as "card/working-well/bea"; else show `otherwise`."""
        self._key = key
        held = self._held()
        self._show(held.text if held else otherwise)
        if held or isinstance(self._field, QPlainTextEdit):
            self._to_end()

    def let_go(self, drop: bool = False) -> None:
        """Follow the field no longer; what was half-typed stays for the next time, unless it is dropped."""
        held = self._held()
        self._key = ""
        if drop and held is not None:
            self._document.do_quietly([Change(held, None)])

    def text(self) -> str:
        """What is typed, in full also while the field shows initials."""
        held = self._held()
        return held.text if self._masked and held is not None else text_of(self._field)

    def take(self) -> str:
        """The text, which is now entered: the field is empty and nothing is half-typed."""
        text = self.text()
        self._field.clear()
        self._show("")
        return text

    def _held(self) -> Unfinished | None:
        return self._document.session.find(Unfinished, self._key) if self._key else None

    def _show(self, text: str) -> None:
        shown = self._masking.text(text) if self._masking is not None and self._key else text
        if self._masked or shown != text:
            self._masked = shown != text
            self._field.setReadOnly(self._masked)
        put_text(self._field, shown)

    def _to_end(self) -> None:
        """Whoever goes on typing goes on at the end."""
        if isinstance(self._field, QPlainTextEdit):
            self._field.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self._field.end(False)

    def _mask(self) -> None:
        before = text_of(self._field)
        if self._key:
            self._show(self.text())
        if text_of(self._field) != before:
            self._to_end()

    def _mirror(self, changes: list[Change]) -> None:
        """Somebody else took the text, or put one there."""
        for change in changes if not self._typing else ():
            if change.kind is Unfinished and change.id == self._key:
                self._show(change.after.text if change.after is not None else "")

    def _typed(self) -> None:
        if not self._key:
            return
        held = self._held()
        text = text_of(self._field)
        after = Unfinished(self._key, text) if text else None
        self._typing = True
        self._document.do_quietly([Change(held, after)])
        self._typing = False
