"""Fields that mirror the document: text, half-typed text, a 0–10 scale, and a value that is only read.

Undo belongs to the document: fields have none of their own, so that Ctrl+Z always means the same.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from app.document import Document
from app.masking import Masking
from models.session import Change
from widgets.parts.naming import named as named
from widgets.parts.scale_field import ScaleField as ScaleField
from widgets.parts.text_fields import KEYS as KEYS
from widgets.parts.text_fields import LONG as LONG
from widgets.parts.text_fields import LineField as LineField
from widgets.parts.text_fields import TextField as TextField
from widgets.parts.text_fields import is_undo as is_undo
from widgets.parts.text_fields import put_text as put_text
from widgets.parts.text_fields import text_of as text_of
from widgets.parts.unfinished import UnfinishedBinding as UnfinishedBinding

#: Milliseconds without a key, after which typing is another step of undo.
PAUSE = 2_000


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
