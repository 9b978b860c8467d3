"""The record as it will print: pages drawn off the window's thread, anew whenever typing pauses."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.agency import export_options
from app.export_job import ExportJob, JobRunner, Wanted
from app.open_session import OpenSession
from models.genogram import ChildOf, Household, Partnership, Person, Relationship
from models.mapping import Rating
from models.people import Case, Child
from models.record import NextStep, RecordPart
from models.session import Change, Details, Session
from widgets.parts.naming import named
from widgets.parts.reflow import words

SHOWN = (Details, Case, Child, RecordPart, NextStep, Rating)
DRAWN = (Person, Partnership, ChildOf, Household, Relationship)
PAUSE = 350  # milliseconds without a change


class RecordPage(QScrollArea):
    """The pages, one under the other, as wide as the space allows."""

    def __init__(self, open_session: OpenSession, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "The record as it will print")
        self._open = open_session
        self._jobs = jobs
        self._job: ExportJob | None = None
        self._stale = True
        self._with_genogram = False
        self._drawn_masked = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._waiting = words("The page is being drawn…", "hint")
        self._column.addWidget(self._waiting)
        self._column.addStretch(1)
        self._pages: list[QLabel] = []
        self.setWidget(content)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._draw)
        open_session.document.changed.connect(self._follow)
        open_session.masking.changed.connect(self._mask)
        open_session.settings.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Draw the pages soon."""
        self._stale = True
        if self.isVisible():
            self._pause.start()

    def show_genogram(self, shown: bool) -> None:
        """With the genogram at the end, or without."""
        if shown != self._with_genogram:
            self._with_genogram = shown
            self.refresh()

    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def _mask(self) -> None:
        """A page with names in full is gone at once, not when the next one is drawn."""
        if self._open.masking.on:
            self._show([])
            self._waiting.show()
        self.refresh()

    def _drawn(self, images: list[QImage]) -> None:
        """Show what was drawn, unless names were masked or shown meanwhile: then it is drawn again."""
        if self._drawn_masked == self._open.masking.on:
            self._show(images)

    def _follow(self, changes: list[Change]) -> None:
        shown = (*SHOWN, *DRAWN) if self._with_genogram else SHOWN
        if any(change.kind in shown for change in changes):
            self.refresh()

    def _draw(self) -> None:
        """One drawing at a time: a change meanwhile is drawn after it."""
        if self._job is not None or not self._stale:
            return
        self._stale = False
        session = self._open.session.copy()
        self._drawn_masked = self._open.masking.on
        if self._drawn_masked:
            session = masked(session, self._open.masking.text)
        options = export_options(self._open.settings.values, with_genogram=self._with_genogram)
        wanted = Wanted(session, self._open.process, "record-pdf", options)
        ratio = self.devicePixelRatioF()
        self._job = ExportJob(wanted.make, width=max(200, round(self._width() * ratio)), parent=self)
        self._job.drawn.connect(self._drawn)
        self._job.ended.connect(self._ended)
        self._jobs.start(self._job)

    def _width(self) -> int:
        """As wide as there is room for, and no wider than a page is pleasant to read."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 4
        return min(room, self.fontMetrics().height() * 42)

    def _show(self, images: list[QImage]) -> None:
        place = self.verticalScrollBar().value()
        self._waiting.hide()
        while len(self._pages) > len(images):
            gone = self._pages.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._pages) < len(images):
            page = named(QLabel(), f"Page {len(self._pages) + 1}")
            self._column.insertWidget(len(self._pages), page, 0, Qt.AlignmentFlag.AlignHCenter)
            page.show()
            self._pages.append(page)
        for page, image in zip(self._pages, images, strict=True):
            image.setDevicePixelRatio(self.devicePixelRatioF())
            page.setPixmap(QPixmap.fromImage(image))
        self.verticalScrollBar().setValue(place)

    def _ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if self._stale:
            self._pause.start()

    def showEvent(self, event: object) -> None:
        """Draw what changed while nobody saw it."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        if self._stale:
            self._pause.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another picture."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.refresh()


def masked(session: Session, text: Callable[[str], str]) -> Session:
    """A copy of which the record shows no names."""

    def hide(entity: object) -> object:
        if isinstance(entity, Child):
            return replace(entity, name=text(entity.name), reference="")
        if isinstance(entity, RecordPart):
            return replace(entity, text=text(entity.text))
        if isinstance(entity, NextStep):
            return replace(entity, text=text(entity.text), timescale=text(entity.timescale), lead=text(entity.lead))
        if isinstance(entity, Person):
            return replace(entity, name=text(entity.name), label=text(entity.label))
        if isinstance(entity, Partnership):
            return replace(entity, dates=text(entity.dates))
        if isinstance(entity, Household):
            return replace(entity, name=text(entity.name))
        if isinstance(entity, Relationship):
            return replace(entity, label=text(entity.label))
        return entity

    return Session(session.id, [hide(entity) for entity in session.entities()])  # type: ignore[misc]  # as they were
