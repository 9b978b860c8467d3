"""Wires settings, library, windows and the open session together."""

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app import screen
from app.collector import Collector
from app.faults import Faults
from app.settings import Settings
from widgets import theme
from widgets.home.page import HomePage
from widgets.warm_up import LIBRARY, MENUS, SESSION, WarmUp
from widgets.window.main_window import MainWindow
from widgets.window.place import remember_place, show_in_place

if TYPE_CHECKING:
    from app.library import Library
    from app.open_session import OpenSession
    from app.single import Single
    from app.spelling import Speller
    from models.library import SessionSummary
    from models.session import Session
    from widgets.sitting import Sitting
    from widgets.window.view import WindowView

#: To Qt: the cursor blinks as it does everywhere.
AS_THE_SYSTEM = -1
#: Milliseconds until a list that was filled is painted.
SHOWN = 50
#: Seconds that New session waits for sessions which could not be opened before.
TRY_AGAIN_S = 2
ABOUT = "Askwell leads a Signs of Safety group supervision. Open source, under the MIT licence."


def run_window(data_dir: Path, practice: bool) -> int:
    """Open the window and stay until it is closed; ends with status 2 and a sentence where there is no screen."""
    QApplication.setApplicationName("Askwell")
    QApplication.setDesktopFileName("askwell")
    screen.guard_start()
    app = QApplication([*sys.argv[:1], *theme.STYLE])
    screen.release_start()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = Application(app, data_dir, practice)
    application.window.painted.connect(Collector(application).wake_later)
    application.show()
    status = app.exec()
    application.end()
    return status


class Application(QObject):
    """What lives as long as the window does."""

    def __init__(self, app: QApplication, data_dir: Path, practice: bool) -> None:
        super().__init__(app)
        self._app = app
        self._data_dir = data_dir
        self._practice_first = practice
        self.library: Library | None = None
        self._single: Single | None = None
        self._speller: Speller | None = None
        self.sitting: Sitting | None = None
        self.settings = Settings(data_dir / "settings.json", self)
        theme.apply(app, self.settings.values.theme, self.settings.values.zoom)
        self.window = MainWindow(self.settings)
        self.faults = Faults(data_dir / "askwell.log", self._keep_all, self)
        self.faults.told.connect(self.window.foot.failing)
        self.faults.install()
        self.home = HomePage(welcome=not self.settings.values.welcomed)
        self.window.show_page(self.home)
        self._warm_up = WarmUp((MENUS, LIBRARY), self)
        self._warm_up_session = WarmUp((SESSION,), self)
        self._listed_once = QTimer(self)  # what a session needs is imported once the list is on the screen
        self._listed_once.setSingleShot(True)
        self._listed_once.timeout.connect(self._prepare_to_open)
        self._view: WindowView | None = None
        self._prepared = False
        self._wire()

    def _wire(self) -> None:
        self.window.painted.connect(self._warm_up.start)
        self.window.close_wanted.connect(self._close)
        self._warm_up.imported.connect(self._imported)
        self.home.new_session.connect(self.new_session)
        self.home.open_session.connect(self._open)
        self.home.practice.connect(self.open_practice)
        self.home.search.connect(self._search)
        self.window.home_button.clicked.connect(self.go_home)
        self.settings.changed.connect(self._dress)

    def _wire_menus(self) -> None:
        """The menus come after the first picture, with the first look at how the platform wants colours exactly."""
        if self._view is not None:
            return
        from widgets.window.masked_names import MaskedNames
        from widgets.window.screens import Screens
        from widgets.window.view import WindowView

        names = MaskedNames(self.window, self.home, self._open_now)
        Screens(names.hide, self).said.connect(self.window.say)
        self._view = WindowView(self.window, self.settings, self._open_now)
        self._view.projector.turned.connect(self._dress)
        menus = self.window.menus
        menus.home.triggered.connect(self.go_home)
        menus.new_session.triggered.connect(self.new_session)
        menus.practice.triggered.connect(self.open_practice)
        menus.quit.triggered.connect(self.window.close)
        menus.print.triggered.connect(self._print)
        menus.about.triggered.connect(lambda: self.window.say(ABOUT))
        self._wire_spelling()
        self.window.offer_actions()
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        hints.accessibility().contrastPreferenceChanged.connect(self._dress)
        self._dress()

    def _wire_spelling(self) -> None:
        from app.spelling import Speller
        from widgets.parts.spelling_help import SpellingHelp

        self._speller = Speller(self.settings, self)
        spelling = SpellingHelp(self._speller, lambda: self.sitting.open.session if self.sitting else None, self)
        spelling.said.connect(self.window.say)
        self.window.menus.spelling.triggered.connect(spelling.go_to_next)

    def show(self) -> None:
        """Show the window where it was last."""
        show_in_place(self.window, self.settings)

    def _open_now(self) -> "OpenSession | None":
        return self.sitting.open if self.sitting is not None else None

    # Looks

    def _dress(self) -> None:
        zoom = self._view.zoom_now() if self._view is not None else self.settings.values.zoom
        theme.apply(self._app, self.settings.values.theme, zoom)
        blinking = self._app.cursorFlashTime() > 0
        if self.settings.values.less_motion is blinking:
            self._app.setCursorFlashTime(0 if blinking else AS_THE_SYSTEM)

    def _print(self) -> None:
        if self.sitting is None:
            self.window.say("Open a session first; its record and its sheets can be printed.")
        else:
            self.sitting.print_in_view()

    # Sessions

    def _imported(self, part: int) -> None:
        if part == 0:
            self._wire_menus()
        else:
            self._begin()

    def _begin(self) -> None:
        if self._practice_first:
            self._practice_first = False
            self.open_practice()
        else:
            self._start_library()

    def _start_library(self) -> bool:
        """Open the stored sessions; False, and a sentence at the foot, where another Askwell has them."""
        if self.library is not None:
            return True
        from app.library import Library
        from app.single import Single

        single = Single(self._data_dir, self)
        refusal = single.take()
        if refusal:
            single.deleteLater()
            self.window.foot.failing(refusal)
            return False
        self._single = single
        single.front_wanted.connect(self._to_front)
        self.library = Library(self._data_dir, parent=self)
        self.library.listed.connect(self._listed)
        self.library.opened.connect(self._opened)
        self.library.failed.connect(self.window.foot.failing)
        self.library.warned.connect(self.window.foot.notice)
        self.library.warmed.connect(self._warm_up_session.start)
        self.library.start()
        self.home.refresh()
        return True

    def _listed(self, sessions: "list[SessionSummary]") -> None:
        from models.library import PAGE

        self.home.show_sessions(sessions, PAGE)
        if not self._prepared:
            self._listed_once.start(SHOWN)

    def _prepare_to_open(self) -> None:
        self._prepared = True
        if self.library is not None:
            self.library.warm()

    def _to_front(self) -> None:
        from PySide6.QtCore import Qt

        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def _search(self, words: str, past: int) -> None:
        if self.library is not None:
            self.library.refresh(words, past)

    def _open(self, session_id: str) -> None:
        if self.library is not None:
            self.library.open_session(session_id)

    def new_session(self) -> None:
        """Prepare a session of today."""
        if not self._leave() or not self._start_library() or not self._may_store():
            return
        from datetime import datetime

        from models.session import Details, Session, new_id

        session = Session(new_id(), [Details(held_on=datetime.now().astimezone().date())])
        if self.library is not None:
            self.library.add(session)
        self._opened(session, new=True)

    def _may_store(self) -> bool:
        """Nobody leads a session that cannot be stored: False, and why, where the sessions could not be opened."""
        library = self.library
        if library is None or not library.unopened:
            return True
        if library.warm().wait(TRY_AGAIN_S):  # whatever it was may be over
            self.window.foot.failing("")
            return True
        self.window.foot.failing(library.unopened)
        return False

    def open_practice(self) -> None:
        """Open a copy of the practice session, of which nothing is kept."""
        if not self._leave():
            return
        from app.practice import practice_session

        self._sit(practice_session(), practice=True)

    def _opened(self, session: "Session", new: bool = False) -> None:
        if self._leave():
            self.settings.set(welcomed=True)
            self.home.say_welcome(False)
            self._sit(session, new=new)

    def _sit(self, session: "Session", practice: bool = False, new: bool = False) -> None:
        from models.process import ProcessError
        from widgets.sitting import Sitting

        self._wire_menus()
        library = None if practice else self.library
        try:
            self.sitting = Sitting(session, self.window, library, self.window.menus.undo_group, new, self)
        except (OSError, ProcessError):
            name = session.details.process
            self.window.say(f"The session's process “{name}” cannot be read here; the session is as it was.")
            return
        self.sitting.open.masking.set_on(self.window.menus.mask.isChecked())
        self.sitting.show()

    def go_home(self) -> None:
        """Leave what is open, which is kept, for the list of sessions."""
        if not self._leave():
            return
        self._start_library()
        self.window.show_page(self.home)
        self.home.refresh()

    def _leave(self) -> bool:
        if self.sitting is None:
            return True
        if not self.sitting.end():
            return False
        self.sitting.deleteLater()
        self.sitting = None
        self.window.show_page(self.home)
        return True

    # The end

    def _keep_all(self) -> bool:
        return self.sitting is None or self.sitting.keep()

    def _close(self) -> None:
        remember_place(self.window, self.settings)
        self.window.may_close = self._leave()

    def end(self) -> None:
        """Everything that runs beside the window ends before the process does."""
        self._warm_up.wait()
        self._warm_up_session.wait()
        if self.library is not None:
            self.library.close()
        if self._speller is not None:
            self._speller.wait()
        if self._single is not None:
            self._single.let_go()
