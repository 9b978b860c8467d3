"""One text of the record: its field, where it came from, and drafting it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.drafting import draft_record
from models.provenance import origins
from models.record import Part, RecordPart
from models.session import Change
from widgets.after.origin_list import OriginList
from widgets.after.part_head import PartHead
from widgets.parts.fields import TextBinding
from widgets.parts.growing_field import GrowingField
from widgets.parts.refusing import Refusing

MOST, BESIDE_SOURCES = 200, 8  # lines that the field is high at most: the page scrolls, and not each text in it


class TextPart(QWidget):
    """Heading, field and, on demand, the list of sources.

    Signals:
        copy_wanted: the text is to be put on the clipboard.
        said(str): a sentence on what was done.
    """

    copy_wanted = Signal()
    said = Signal(str)

    def __init__(self, open_session: OpenSession, part: Part, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._part = part
        self._name = name
        self.field = GrowingField(name, most=MOST)
        binding = TextBinding(self.field, open_session.document, name, "text", open_session.masking)
        binding.point_at(RecordPart(part.value))
        Refusing(self.field).refused.connect(self.said)
        self.sources = OriginList(
            name, self.field, lambda: origins(open_session.session, open_session.process, part), open_session.masking
        )
        self.sources.hide()
        head = PartHead(name, self.field)
        head.add_where("Where this text came from", self._show_sources, self)
        self._again = head.add(
            "Replace by a new draft", "Your words in this part go; Undo brings them back", self._draft_again
        )
        head.add_copy(self.copy_wanted.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(head)
        layout.addWidget(self.field)
        layout.addWidget(self.sources)
        open_session.document.changed.connect(self._follow)
        self.show_state()

    def show_state(self) -> None:
        """Drafting again is offered where a person's words stand, since all else is drafted together."""
        self._again.setVisible(self._open.session.part(self._part).edited)

    def _show_sources(self, shown: bool) -> None:
        """A long field becomes short, so that the list below it and the line that is typed in are both in sight."""
        self.field.set_most(BESIDE_SOURCES if shown else MOST)
        self.sources.setVisible(shown)

    def _follow(self, changes: list[Change]) -> None:
        if any(change.kind is RecordPart and change.id == self._part.value for change in changes):
            self.show_state()
        self.sources.show_soon()

    def _draft_again(self) -> None:
        drafted = draft_record(self._open.session, force=True, process=self._open.process)
        mine = [change for change in drafted if change.kind is RecordPart and change.id == self._part.value]
        self._open.document.do(f"Replace “{self._name}” by a new draft", mine)
        self.field.setFocus()
        self.said.emit(f"“{self._name}” is replaced by a new draft; Undo (Ctrl+Z) brings your words back.")
