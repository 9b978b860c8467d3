"""Every window and page in every state that looks otherwise, in the real application: for pictures that are looked at,
and for the walk that no control without a name gets past."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QCursor, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QPlainTextEdit, QWidget

from app.open_session import OpenSession
from app.settings import Values
from models.cards import Card, CardKind
from models.library import PAGE, SessionSummary
from models.people import Child, Participant, Role
from models.session import Details, Session, Status
from widgets.application import Application
from widgets.canvas.canvas import GenogramCanvas
from widgets.window.projector import LEAST_SHARE, PICTURE_HEIGHT

#: A view's name, and the window in which it is; each is to be looked at before the next is asked for.
View = tuple[str, QWidget]
LONG = "What would your grandmother say is the one thing that has to be different before the children sleep at home?"
NOW = datetime(2026, 6, 1, tzinfo=UTC)
TITLES = ("Marsh", "Jade, Connor, Alfie and the baby", "", "A very long title that somebody gave a session, in full")
STEPS_WRITTEN = ("rough-danger", "working-well", "scales", "harm", "danger", "safety-goals")


def settle(times: int = 4) -> None:
    """Let what was begun come to an end: layouts, and what is done a moment later."""
    for _ in range(times):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Strays(QObject):
    """Notes parts that were shown before they were put where they belong: each is a window for a moment, flickers on
    the screen, and takes the keyboard away."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.names: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only windows have a title here, or are menus, tips and lists that drop down."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and _is_stray(watched):
            self.names.append(f"{type(watched).__name__} {watched.accessibleName()!r}")
        return False


def _is_stray(widget: QWidget) -> bool:
    return widget.isWindow() and widget.windowType() is Qt.WindowType.Window and not widget.windowTitle()


class Views:
    """The application on practice data, dressed and sized as asked for. `close` ends it."""

    def __init__(self, app: QApplication, data_dir: Path, theme: str, zoom: int, size: QSize) -> None:
        self.strays = Strays(app)
        self._app = app
        hook = sys.excepthook
        self._application = Application(app, data_dir, practice=False)
        sys.excepthook = hook  # an error is to fail here, not to be kept from people
        self.window = self._application.window
        self.window.painted.disconnect()  # what follows the first picture is done here, each thing in its turn
        self._application.settings.set(theme=theme, zoom=zoom)
        self.window.resize(size)
        self._size = size
        self.window.show()
        self.window.activateWindow()
        self._application._wire_menus()
        settle()

    def close(self) -> None:
        """The end, without waiting for anything that is to come."""
        self._application._leave()
        self._application.end()
        self.window.hide()
        self.window.deleteLater()
        self._application.deleteLater()
        self._app.removeEventFilter(self.strays)
        settle()

    @property
    def room(self) -> OpenSession:
        """The session that is open."""
        sitting = self._application.sitting
        assert sitting is not None
        return sitting.open

    def every(self) -> Iterator[View]:
        """All of them."""
        yield from self._home()
        self._application.open_practice()
        yield from self._phases("practice")
        yield from self._of_the_window()
        yield from self._of_the_genogram()
        yield from self._beside()
        yield from self._pages()
        self._sit(Session("empty", [Details()]))
        yield self._seen("empty-prepare")
        self._sit(_barely_begun())
        yield from self._phases("empty", first_of_a_kind=True)
        self._sit(_full())
        yield from self._phases("full", first_of_a_kind=True)
        yield from self._masked()

    def projected(self) -> Iterator[View]:
        """The session in the projector view, as on a screen of this size: the one that is not there is another."""
        self._application.open_practice()
        menus, settings = self.window.menus, self._application.settings
        QCursor.setPos(self.window.mapToGlobal(self.window.rect().bottomLeft()))  # at the upper edge it fetches menus
        menus.projector.trigger()
        self.window.setWindowState(Qt.WindowState.WindowNoState)  # the screen that is there is none of this size
        self.window.resize(self._size)
        wanted = Values().projector_zoom * max(self._size.height() / PICTURE_HEIGHT, LEAST_SHARE)
        projector = self._application._view.projector  # type: ignore[union-attr]
        settings.set(projector_zoom=round(wanted * settings.values.projector_zoom / projector.zoom()))
        yield from self._phases("projector")
        menus.projector.trigger()

    # Ways about

    def _seen(self, name: str, window: QWidget | None = None) -> View:
        settle()
        return name, window or self.window

    def _sit(self, session: Session) -> None:
        self._application._leave()
        self._application._sit(session, practice=True)

    def act(self, text: str) -> None:
        """Do what a menu offers."""
        self.window.offer_actions()
        found = [each for each in self.window.menus.all_actions() if each.text().replace("&", "") == text]
        assert found, f"no action {text!r}"
        found[0].trigger()
        settle()

    def press(self, name: str, window: QWidget | None = None) -> None:
        """Press the button of that name."""
        found = [
            each
            for each in (window or self.window).findChildren(QAbstractButton)
            if each.accessibleName() == name and each.isVisible() and each.isEnabled()
        ]
        assert found, f"no button {name!r}"
        found[0].click()
        settle()

    def _go_to(self, step: str, phase: str) -> None:
        self.room.engine.go_to(step, phase)
        settle()

    def _page(self, kind: type) -> QWidget:
        return next(each for each in self.window.findChildren(kind) if each.isVisible())

    # The views

    def _home(self) -> Iterator[View]:
        yield self._seen("home-welcome")
        statuses = [Status.UNDER_WAY, Status.PLANNED, Status.PLANNED, Status.CLOSED]
        held = [date(2026, 6, day) if day < 3 else None for day in range(1, 5)]
        rows = [
            SessionSummary(str(place), title, "North team", day, status, NOW)
            for place, (title, status, day) in enumerate(zip(TITLES, statuses, held, strict=True))
        ]
        home = self._application.home
        home.say_welcome(False)
        home.show_sessions(rows, PAGE)
        yield self._seen("home-sessions")

    def _phases(self, session: str, first_of_a_kind: bool = False) -> Iterator[View]:
        self._application.sitting.show_session()  # type: ignore[union-attr]
        kinds = set()
        for number, step in enumerate(self.room.process.steps, 1):
            for phase in step.phases:
                looks_like = (phase.kind, phase.captures, len(phase.cards))
                if not first_of_a_kind or looks_like not in kinds:
                    kinds.add(looks_like)
                    self.room.engine.go_to(step.id, phase.id)
                    yield self._seen(f"{session}-{number:02}-{step.id}-{phase.id}")

    def _of_the_window(self) -> Iterator[View]:
        self._go_to("working-well", "write")
        self.act("Help for this phase")
        yield self._seen("help")
        self.act("Help for this phase")
        for name, text in (("palette", "Find an action…"), ("settings", "Settings…")):
            self._action(text).trigger()
            yield from self._dialogs(name)
        self.press("Starters")
        yield self._seen("starters")
        self._go_to("working-well", "read")
        self._go_to("working-well", "write")
        self.window.foot.notice("A copy that was opened is still open in another program; close it there.")
        self.window.foot.failing("The last changes could not be written to the disk; Askwell tries again every second.")
        yield self._seen("kept-failure")
        self.window.foot.failing("")
        yield self._seen("notice")
        self.press("Close notice")
        fields = self.window.findChildren(QPlainTextEdit)
        field = next(each for each in fields if each.accessibleName() == "Card text" and each.isVisible())
        yield from self._menu_of(field)
        self.act("Blank screen")
        yield self._seen("blank")
        self.act("Blank screen")
        self.act("Finish session")
        yield self._seen("finish-line")

    def _action(self, text: str) -> QAction:
        menus = self.window.menus
        return next(each for each in (menus.palette, menus.settings) if each.text() == text)

    def _dialogs(self, name: str) -> Iterator[View]:
        settle()
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        assert dialogs, f"no dialog for {name}"
        yield self._seen(name, dialogs[0])
        dialogs[0].reject()
        settle()

    def _menu_of(self, field: QPlainTextEdit) -> Iterator[View]:
        self.window.activateWindow()  # the dialog that was closed had the keyboard
        field.setFocus()
        field.setPlainText("She definately went")
        self._application._speller.begin()  # type: ignore[union-attr]
        self._application._speller.wait()  # type: ignore[union-attr]
        settle()
        cursor = field.textCursor()
        cursor.setPosition(6)
        field.setTextCursor(cursor)
        field.customContextMenuRequested.emit(field.cursorRect(QTextCursor(cursor)).center())
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        yield self._seen("menu-of-a-word", menu)
        menu.close()
        field.clear()

    def _of_the_genogram(self) -> Iterator[View]:
        self._go_to("genogram", "draw")
        canvas = self._page(GenogramCanvas)
        assert isinstance(canvas, GenogramCanvas)
        canvas.bar.legend.click()
        yield self._seen("genogram-legend")
        canvas.bar.legend.click()
        canvas.bar.words.click()
        yield self._seen("genogram-words")
        canvas.bar.words.click()
        canvas.run("add")
        yield self._seen("genogram-adding")
        canvas.control.rest()
        canvas.run("details")
        yield self._seen("genogram-details")
        self.press("Close details") if _there(canvas, "Close details") else canvas.side.close_form()
        canvas.bar.bare.click()
        yield self._seen("genogram-picture-only")
        canvas.turn_bare()

    def _beside(self) -> Iterator[View]:
        self._go_to("working-well", "read")
        for name, text in (("advisor", "Advisor window"), ("private-notes", "Private notes…")):
            before = set(QApplication.topLevelWidgets())
            self.act(text)
            opened = [each for each in QApplication.topLevelWidgets() if each not in before and each.isVisible()]
            assert opened, f"no window for {text}"
            opened[0].resize(min(900, self._size.width()), min(700, self._size.height()))
            yield self._seen(name, opened[0])
            opened[0].close()

    def _pages(self) -> Iterator[View]:
        sitting = self._application.sitting
        assert sitting is not None
        sitting.show_prepare()
        yield self._seen("prepare")
        sitting.show_after()
        yield self._seen("after")
        for text in ("What is missing", "Names to check", "Sign-off"):
            self.act(text)
            yield self._seen(f"after-{text.lower().replace(' ', '-')}")
        sitting.show_documents()
        yield self._seen("documents")
        sitting.show_documents("sheets-pdf")
        yield self._seen("documents-sheets")

    def _masked(self) -> Iterator[View]:
        self._go_to("working-well", "write")
        self.act("Mask names")
        yield self._seen("masked-write")
        self.act("Mask names")


def _there(where: QWidget, name: str) -> bool:
    return any(each.accessibleName() == name and each.isVisible() for each in where.findChildren(QAbstractButton))


def _barely_begun() -> Session:
    """The two people without whom no session begins, and nothing else."""
    people = [Participant("f", "Farah", Role.FACILITATOR), Participant("w", "Wren", Role.PRESENTING_WORKER, 1)]
    return Session("begun", [Details(), *people])


def _full() -> Session:
    """Ten people with long names, and long cards by all of them in every step."""
    roles = [Role.FACILITATOR, Role.ADVISOR, Role.PRESENTING_WORKER, *[Role.OBSERVER] * 7]
    names = ["Ann", "Małgorzata Wiśniewska-Kowalczyk", "Christopher Montgomery-Featherstonehaugh", "Ọlá", "محمد الأمين"]
    people = [
        Participant(f"p{place}", f"{names[place % len(names)]} {place}", role, place)
        for place, role in enumerate(roles)
    ]
    writers = [person.id for person in people if person.role is not Role.PRESENTING_WORKER]
    cards = [
        Card(f"{step}{number}", step, CardKind.QUESTION, writers[number % len(writers)], f"{number}. {LONG}", number)
        for step in STEPS_WRITTEN
        for number in range(30)
    ]
    return Session("full", [Details(title="A full room"), Child("c", "Tilly Marsh"), *people, *cards])
