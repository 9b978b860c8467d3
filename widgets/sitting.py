"""One open session in the main window: its parts, its pages, and keeping it."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtGui import QUndoGroup
from PySide6.QtWidgets import QMessageBox, QWidget

from app import resources
from app.clock import system_clock
from app.document import Document
from app.engine import Engine
from app.keeper import Keeper
from app.masking import Masking
from app.open_session import OpenSession
from models.session import QUIET, Change, Details, Progress, Session, Status
from models.undo_words import undone_words
from widgets.window.main_window import MainWindow, Page

if TYPE_CHECKING:
    from app.export_job import JobRunner
    from app.library import Library
    from widgets.after.page import AfterPage
    from widgets.documents.exporting import Exporting
    from widgets.documents.opening import OpenedCopies
    from widgets.documents.page import DocumentsPage

#: Nothing was changed for so long: a moment to load what makes PDFs. The running clock changes something less often.
LULL_MS = 3_000
COPY_LEFT = "A copy that was opened is still open in another program; close it there, and Askwell removes it next time."
PRACTICE = "Practice session: made up, nothing is kept"


class Sitting(QObject):
    """Opens a session's pages where it stands, and keeps what changes. With no library nothing is kept."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        library: "Library | None",
        undo_group: QUndoGroup,
        new: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._new = new
        self._pages: dict[str, QWidget] = {}
        self._jobs: JobRunner | None = None
        self._printing: Exporting | None = None
        self._documents: DocumentsPage | None = None
        self._before_documents: QWidget | None = None
        self._copies: OpenedCopies | None = None
        document = Document(session, parent=self)
        process = resources.process(session.details.process)
        engine = Engine(document, process, system_clock().awake, parent=self)
        self.open = OpenSession(
            document, process, engine, Masking(document, self), window.settings, practice=library is None
        )
        undo_group.addStack(document.undo_stack)
        undo_group.setActiveStack(document.undo_stack)
        self._undone = ""
        document.undone.connect(self._say_undone)
        document.redone.connect(partial(self._say_undone, again=True))
        self._lull = QTimer(self)
        self._lull.setSingleShot(True)
        self._lull.timeout.connect(_load_exports)
        self._lull.start(LULL_MS)
        document.changed.connect(self._changed)
        engine.moved.connect(self._undone_is_past)
        self.open.masking.changed.connect(self._show_title)
        self.keeper = Keeper(document, library, self) if library is not None else None
        self._begin_keeping()
        self._show_title()

    def _say_undone(self, label: str, changes: list[Change], again: bool = False) -> None:
        """Undo reaches through every step, so it says what it took back, and where that is not in view."""
        page = next((name for name, page in self._pages.items() if page is self._window.page()), "")
        in_view = self.open.engine.step.id if page == "session" else page
        self._undone = undone_words(label, changes, self.open.process, in_view, again)
        self._window.say(self._undone)

    def _undone_is_past(self) -> None:
        """Something else was done since: what undo took back is not spoken of any longer."""
        self._window.foot.take_back(self._undone)

    def _begin_keeping(self) -> None:
        if self.keeper is None:
            self._window.foot.show_state(PRACTICE)
            return
        self.keeper.kept.connect(self._window.kept)
        self.keeper.failing.connect(self._window.foot.failing)

    # Pages

    def show(self) -> None:
        """The page on which the session stands."""
        status = self.open.session.progress.status
        if status is Status.PLANNED:
            self.show_prepare()
        elif status is Status.UNDER_WAY:
            self.show_session()
        else:
            self.show_after()

    def show_prepare(self) -> None:
        """Who is coming, and the case."""
        if "prepare" not in self._pages:
            from widgets.prepare.page import PreparePage

            page = PreparePage(self.open)
            page.begin.connect(self.show_session)
            page.documents_wanted.connect(self.show_documents)
            if self._library is not None:
                self._library.looked_back.connect(page.remember)
                self._library.look_back(self.open.session.id)
            self._pages["prepare"] = page
        self._window.show_page(self._pages["prepare"])

    def show_session(self) -> None:
        """The room."""
        if "session" not in self._pages:
            from widgets.session.page import SessionPage

            page = SessionPage(self.open)
            page.finished.connect(self.show_after)
            page.prepare_wanted.connect(self.show_prepare)
            page.documents_wanted.connect(self.show_documents)
            page.message.connect(self._window.say)
            page.actions_changed.connect(self._offer_actions)
            page.projector_over.connect(lambda: self._window.menus.projector.setChecked(False))
            self._pages["session"] = page
        self._window.show_page(self._pages["session"])

    def show_after(self) -> None:
        """What the session leaves behind."""
        if "after" not in self._pages:
            from widgets.after.page import AfterPage

            page = AfterPage(self.open)
            page.back_to_session.connect(self.show_session)
            page.documents_wanted.connect(self.show_documents)
            self._pages["after"] = page
        self._window.show_page(self._pages["after"])

    def show_documents(self, wanted: str = "") -> None:
        """Everything that can be taken away, this document first: an id of the catalogue, or a form."""
        if self._documents is None:
            from widgets.documents.opening import OpenedCopies
            from widgets.documents.page import DocumentsPage

            self._copies = OpenedCopies()
            self._documents = DocumentsPage(self.open, self._copies)
            self._documents.back.connect(self._leave_documents)
            self._documents.message.connect(self._window.say)
            self._pages["documents"] = self._documents
        before = self._window.page()
        if before is not self._documents:
            self._before_documents = before
        self._documents.show_document(wanted)
        self._window.show_page(self._documents)

    def _leave_documents(self) -> None:
        """Back to where they were asked for."""
        if self._before_documents is not None:
            self._window.show_page(self._before_documents)

    def print_in_view(self) -> None:
        """Print what the page in view has for paper."""
        page = self._window.page()
        wanted = cast(Page, page).print_in_view() if page is not None else None
        if wanted is None:
            self._window.say("Nothing in view goes on paper; everything that does is under Export, Documents.")
            return
        if page is not None and page in (self._documents, self._pages.get("after")):
            cast("DocumentsPage | AfterPage", page).print_document()  # with what is chosen and known there
            return
        if self._printing is None:
            from app.export_job import JobRunner
            from widgets.documents.exporting import Exporting

            self._jobs = JobRunner(self)
            self._printing = Exporting(self.open, self._jobs, self._window)
            self._printing.said.connect(self._window.say)
        self._printing.print_form(wanted[1])

    def _offer_actions(self) -> None:
        self._window.offer_actions()

    # What the window shows of it

    def _changed(self, changes: list[Change]) -> None:
        if self._lull.isActive():
            self._lull.start()
        kinds = {change.kind for change in changes}
        if not kinds <= QUIET:
            self._undone_is_past()
        if kinds & {Details, Progress}:
            self._show_title()

    def _show_title(self) -> None:
        title = self.open.masking.text(" ".join(self.open.session.details.title.split()))
        self._window.show_title(title or "Session")

    # Keeping

    def keep(self) -> bool:
        """Write what is not written yet; False where that failed."""
        return self.keeper is None or self.keeper.flush()

    def end(self) -> bool:
        """Keep everything and take the pages down; False where somebody rather stays than loses something."""
        focused = self._window.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a field that is read when it is left is left now
        if self.open.engine.read_timer().running:
            self.open.engine.pause_timer()
        if not self.keep() and not self._lose_it():
            return False
        if self._new and self._library is not None and self._untouched():
            self._library.remove(self.open.session.id)
        if self._jobs is not None:
            self._jobs.close()
        if self._printing is not None:
            self._printing.deleteLater()
        for page in self._pages.values():
            self._window.drop_page(page)
        self._pages.clear()
        if self._copies is not None and not self._copies.remove():
            self._window.foot.notice(COPY_LEFT)
        self._window.foot.take_back(self._window.foot.message)  # whatever it says is said of this session
        self._window.show_title("")
        self._window.foot.show_state("")
        return True

    def _untouched(self) -> bool:
        planned = self.open.session.progress.status is Status.PLANNED
        return planned and self.open.document.undo_stack.count() == 0

    def _lose_it(self) -> bool:
        """A question, since a line at the foot would go with the window."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Not kept")
        box.setText("The last changes could not be written to the disk and would be lost.")
        stay = box.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
        box.addButton("Leave without them", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is not stay


def _load_exports() -> None:
    """So that the first export, and the page that After shows, come as quickly as the next."""
    from app.export import warm_up

    QThreadPool.globalInstance().start(warm_up)
