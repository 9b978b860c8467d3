"""What the window offers to whoever looks for something: the palette (Ctrl+K), help (F1), the card of keys."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from widgets.window.main_window import MainWindow, Page

if TYPE_CHECKING:
    from app.export_job import JobRunner, MakingJob
    from app.open_session import OpenSession
    from models.keys import Key
    from widgets.window.help_panel import HelpPanel


#: Why an action cannot be done now stands in this property of it, as a short sentence.
WHY_NOT = "why_not"
KEY_CARD = "Askwell keys.pdf"


class WindowGuide(QObject):
    """Answers the palette's and the help's actions. What it shows is imported when it is first asked for."""

    def __init__(
        self, window: MainWindow, opened: "Callable[[], OpenSession | None]", show_settings: Callable[[str], object]
    ) -> None:
        """`opened` gives the session that is open, or None; `show_settings` opens them at a field of that name."""
        super().__init__(window)
        self._window = window
        self._opened = opened
        self._show_settings = show_settings
        self._recent: list[str] = []
        self._help: HelpPanel | None = None
        self._before_help: QWidget | None = None
        self._keys: dict[str, list[Key]] = {}
        self._jobs: JobRunner | None = None
        window.menus.undo.setProperty(WHY_NOT, "Nothing to undo yet")
        window.menus.redo.setProperty(WHY_NOT, "Nothing was undone")
        window.menus.palette.triggered.connect(self.show_palette)
        window.menus.help.triggered.connect(self.toggle_help)
        window.menus.key_card.triggered.connect(self.show_key_card)
        window.page_shown.connect(self._refresh_help)

    # The palette

    def show_palette(self) -> None:
        """Everything that can be done now."""
        from widgets.window.palette import Palette
        from widgets.window.palette_entries import everything

        self._window.offer_actions()
        entries, opened = everything(self._window, self._show_settings), self._opened()
        if opened is not None and opened.masking.on:
            entries = [replace(entry, text=opened.masking.text(entry.text)) for entry in entries]
        palette = Palette(entries, self._window, self._recent)
        if opened is not None:
            opened.masking.changed.connect(palette.reject)  # what is on it may be named otherwise now
        palette.open()

    # Help

    def toggle_help(self) -> None:
        """Show help for what is in view, or take it away and give the keyboard back."""
        panel = self._panel()
        if panel.isVisible() and not panel.shows_card:
            panel.close()
            return
        self._remember()
        self._refresh_help(always=True)
        panel.open()

    def _panel(self) -> "HelpPanel":
        if self._help is None:
            from widgets.window.help_panel import HelpPanel

            self._help = HelpPanel(self._window)
            self._help.closed.connect(self._give_back)
            self._help.print_wanted.connect(self.print_key_card)
            self._help.save_wanted.connect(self.ask_where_to_save_key_card)
        return self._help

    def _remember(self) -> None:
        """Where the keyboard is, unless it is in the panel already."""
        now = QApplication.focusWidget()
        if now is None or not self._panel().isAncestorOf(now):
            self._before_help = now

    def _give_back(self) -> None:
        before, page = self._before_help, self._window.page()
        gone = before is None or not isValid(before) or not before.isVisible()
        back = cast(Page, page).first_field() if gone and page is not None else before
        if back is not None:
            back.setFocus()

    def _refresh_help(self, always: bool = False) -> None:
        page = self._window.page()
        shown = self._help is not None and self._help.isVisible() and not self._help.shows_card
        if self._help is None or page is None or not (always or shown):
            return
        from widgets.window.help_panel import keys_in_view

        opened = self._opened()
        about = cast(Page, page).help_in_view()
        self._help.show_help(about, keys_in_view(self._window.menus.offered()), opened.masking if opened else None)

    # The card of keys

    def show_key_card(self) -> None:
        """Every key there is, to be read, printed or saved."""
        self._remember()
        panel = self._panel()
        panel.show_card(self._every_key())
        panel.open()

    def _every_key(self) -> "dict[str, list[Key]]":
        """Asked for once: it takes half a second."""
        if not self._keys:
            from widgets.window.key_card import every_key

            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                self._keys = every_key(self._window.menus.own())
            finally:
                QApplication.restoreOverrideCursor()
        return self._keys

    def _make_card(self, cancelled: Callable[[], bool], progress: Callable[[int, int], None]) -> bytes:
        """The card as PDF, on whatever thread this is called."""
        from app.agency import export_options
        from app.export.key_card import key_card_pdf

        options = export_options(self._window.settings.values, cancelled=cancelled, progress=progress)
        return key_card_pdf(self._keys, options)

    def ask_where_to_save_key_card(self) -> None:
        """Ask where, and save it."""
        from widgets.parts.save_dialog import ask_where

        folder = self._window.settings.folder or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        file = ask_where(self._window, "Save the key card", Path(folder) / KEY_CARD, [".pdf"])
        if file is not None:
            self.save_key_card(file)

    def save_key_card(self, file: Path) -> None:
        """Save it to this file."""
        from app.export_job import ExportJob

        self._every_key()
        job = ExportJob(self._make_card, file, parent=self)
        job.written.connect(lambda written: self._window.say(f"Saved: {written}"))
        self._start(job)

    def print_key_card(self) -> None:
        """Ask for a printer, and print it."""
        from widgets.documents.printing import PrintJob, ask_for_printer

        self._every_key()
        printer = ask_for_printer(self._window, "Key card")
        if printer is not None:
            job = PrintJob(self._make_card, printer, self)
            job.printed.connect(lambda _pages: self._window.say("Key card: sent to the printer."))
            self._start(job)

    def _start(self, job: "MakingJob") -> None:
        from app.export_job import JobRunner

        if self._jobs is None:
            self._jobs = JobRunner(self)
        job.failed.connect(self._window.say)
        job.ended.connect(job.deleteLater)
        self._jobs.start(job)
