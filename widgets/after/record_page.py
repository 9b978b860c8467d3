"""The record as it will print: its pages beside the draft, made anew whenever typing pauses."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.export_job import JobRunner
from app.open_session import OpenSession
from widgets.documents.catalogue import entry_of
from widgets.documents.page_maker import PageMaker
from widgets.documents.preview import Preview
from widgets.parts.naming import named


class RecordPage(Preview):
    """The record's pages, as wide as there is room for."""

    def __init__(self, open_session: OpenSession, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        named(self, "The record as it will print")
        self._maker = PageMaker(open_session, self, jobs)
        self.show_genogram(False)

    def show_genogram(self, shown: bool) -> None:
        """With the genogram at the end, or without."""
        self._maker.show(entry_of("record-pdf"), {"with_genogram": shown})

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody saw it is made now."""
        super().showEvent(event)
        self._maker.look()
