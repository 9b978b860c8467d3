"""The record of a closed session as text to read: every word of the page beside it, also for a screen reader."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from app.agency import export_options
from app.open_session import OpenSession
from models.genogram import ChildOf, Household, Partnership, Person, Relationship
from models.mapping import Rating
from models.masked import masked_session
from models.people import Case, Child
from models.record import Amendment, NextStep, RecordPart, SignOff
from models.session import Change, Details
from widgets.parts.naming import named

#: Of what the record is made, and what its genogram shows.
SHOWN = (Details, Case, Child, RecordPart, NextStep, Rating, SignOff, Amendment)
DRAWN = (Person, Partnership, ChildOf, Household, Relationship)
#: Headings no larger than the page's own; a browser's would fill it.
STYLE = "h1 { font-size: large; } h2, h3 { font-size: medium; margin-top: 12px; } td, th { padding: 3px 6px; }"


class RecordReader(QTextEdit):
    """The whole record, laid out as text; it can be walked through, selected and copied, not changed."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "Record", "The record of a closed session, to be read")
        self._open = open_session
        self._html = ""
        self._with_genogram = False
        self.document().setDefaultStyleSheet(STYLE)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        by_keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | by_keyboard)
        open_session.document.changed.connect(self._follow)
        open_session.masking.changed.connect(self.show_record)
        open_session.settings.changed.connect(self.show_record)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody read it is there now."""
        super().showEvent(event)
        self.show_record()

    def show_genogram(self, shown: bool) -> None:
        """With the family in words at the end, or without."""
        self._with_genogram = shown
        self.show_record()

    def show_record(self) -> None:
        """Show the record as it stands, where somebody reads it."""
        if not self.isVisible():
            return
        from app.export import record_html

        masking = self._open.masking
        session = masked_session(self._open.session, masking.text) if masking.on else self._open.session
        html = record_html(session, export_options(self._open.settings.values, with_genogram=self._with_genogram))
        if html != self._html:
            self._html = html
            self.setHtml(html)

    def _follow(self, changes: list[Change]) -> None:
        if any(change.kind in (*SHOWN, *DRAWN) for change in changes):
            self.show_record()
