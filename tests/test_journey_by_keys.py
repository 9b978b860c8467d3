"""A session of ten people, led by key presses alone: no pointer, and nothing done to a widget but pressing keys.

Keys go to the window that has the keyboard, as the system sends them; Qt says who gets them. Names are read only to
know where the keyboard is and what stands there, as somebody who looks at the screen does.
"""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from app.command_line import run
from tests import ten_people as room
from tests.ten_people import FACILITATOR, PEOPLE, WORKER, WRITERS, Said
from widgets.application import Application
from widgets.session.page import SessionPage

#: More presses of Tab than this in a row are a way that nobody goes.
FAR = 15


class Hands:
    """A person at the keyboard: presses keys, and looks where the keyboard is."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self.qtbot = application, qtbot
        self.presses = 0
        self.longest: dict[str, int] = {}  # presses of Tab on the way to something

    def window(self) -> QWindow:
        """The window that has the keyboard. When one closes the next below gets it, as from any window manager; the
        offscreen platform has none."""
        if QGuiApplication.focusWindow() is None:
            open_windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
            modal = QApplication.activeModalWidget()
            (modal or max(open_windows, key=lambda window: window is self.application.window)).activateWindow()
            self.qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
        window: QWindow = QGuiApplication.focusWindow()
        return window

    # Pressing

    def press(self, *keys: str) -> None:
        """Press keys as people write them: "Ctrl+Return", "Tab"."""
        for each in keys:
            combination = QKeySequence(each)[0]
            window = self.window()
            self.presses += 1
            QTest.keyClick(window, combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for letter in text:
            window = self.window()
            self.presses += 1
            QTest.keyClick(window, letter)

    def replace(self, text: str) -> None:
        """Type a text in place of what is there."""
        self.press("Ctrl+A")
        self.type(text)

    def palette(self, words: str) -> None:
        """Do something that has no key here, by its words. What is chosen is done in an event loop, as always outside
        of tests: a dialog that it opens would take down the palette, which is closing, under its own feet."""
        self.press("Ctrl+K")
        self.until(lambda: self.name() == "Find an action", "the palette does not open")
        self.type(words)
        before = self.presses
        QTimer.singleShot(0, partial(self.press, "Return"))
        self.until(lambda: self.presses > before and QApplication.activeModalWidget() is None, "nothing is done")

    def once_asked(self, answer: Callable[[], None]) -> None:
        """Answer the next dialog that holds everything else up, which whatever is pressed now will open."""
        watch = QTimer(self.application)
        watch.setInterval(10)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog) and self.window() is dialog.windowHandle():
                watch.deleteLater()
                try:
                    answer()
                finally:
                    dialog.close()  # where the answer did not

        watch.timeout.connect(look)
        watch.start()

    def give_file(self, file: Path) -> None:
        """In the dialog that asks where, type where."""
        self.replace(str(file))
        self.press("Return")

    # Looking

    def widget(self) -> QWidget:
        """What has the keyboard."""
        self.window()
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def name(self) -> str:
        """What it is called."""
        self.window()
        widget = QApplication.focusWidget()
        return "" if widget is None else widget.accessibleName()

    def is_in_main_window(self) -> None:
        """The window that was opened is gone, and the keyboard back."""
        main = self.application.window
        self.until(lambda: bool(self.window()) and QApplication.activeWindow() is main, "a window stays")

    def text(self) -> str:
        """What it holds."""
        widget = self.widget()
        if isinstance(widget, QLineEdit):
            return widget.text()
        assert isinstance(widget, QPlainTextEdit), f"{self.name()!r} holds no text"
        return widget.toPlainText()

    def until(self, holds: Callable[[], bool], failing: str) -> None:
        """Wait until something is to be seen."""
        try:
            self.qtbot.waitUntil(holds, timeout=10_000)
        except QtTimeoutError:
            raise AssertionError(f"{failing}; the keyboard is in {self.name()!r}") from None

    def is_at(self, name: str) -> None:
        """The keyboard is there by itself."""
        self.until(lambda: self.name() == name, f"the keyboard does not come to {name!r}")

    def phase(self) -> str:
        """Step and phase as they stand in the session."""
        page = self.application.window.page()
        assert isinstance(page, SessionPage)
        return f"{page.engine.step.id}/{page.engine.phase.id}"

    # Going

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab, or another key that goes on, until the keyboard is there."""
        passed: list[QWidget] = []
        while self.name() != name:
            names = [each.accessibleName() for each in passed]
            assert self.widget() not in passed, f"{key} never comes to {name!r}, but goes round {names}"
            passed.append(self.widget())
            self.press(key)
        self.longest[name] = max(len(passed), self.longest.get(name, 0))
        self.is_seen()

    def is_seen(self) -> None:
        """What has the keyboard is in sight, and not scrolled away."""
        widget = self.widget()
        self.until(lambda: not widget.visibleRegion().isEmpty(), f"{self.name()!r} is out of sight")

    def go_down_to(self, part: str) -> None:
        """In a list, go to the row that holds a text."""
        view = self.widget()
        assert isinstance(view, QAbstractItemView), f"{self.name()!r} is no list"
        self.press("Home")
        for _ in range(view.model().rowCount()):
            if part in _words(view.currentIndex()):
                return
            self.press("Down")
        raise AssertionError(f"no row of {self.name()!r} holds {part!r}")

    def choose(self, item: str) -> None:
        """In a combo box, type the first letters of one until it stands there."""
        box = self.widget()
        assert isinstance(box, QComboBox), f"{self.name()!r} is no combo box"
        for letter in item:
            if box.currentText() == item:
                return
            self.type(letter)
        assert box.currentText() == item

    def next(self, phase: str) -> None:
        """Go on, and see that the phase is the one meant."""
        self.press("Ctrl+Return")
        assert self.phase() == phase


def _words(index: QModelIndex) -> str:
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    return str(spoken or index.data(Qt.ItemDataRole.DisplayRole))


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the application puts its own there
    application = Application(qapp, tmp_path / "data", practice=False)
    application.window.setGeometry(QRect(0, 0, 1366, 768))
    application.window.show()
    qtbot.waitUntil(lambda: application.library is not None, timeout=20_000)
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    yield Hands(application, qtbot)
    application.window.close()
    application.end()
    application.window.deleteLater()
    application.deleteLater()


def prepare(at: Hands) -> None:
    """Ten people, a child, the case."""
    at.press("Ctrl+N")
    for name in PEOPLE:
        at.is_at("Name")
        at.type(name)
        if name == room.ADVISOR:
            at.press("Tab", "A", "Tab")
            assert at.name() == "Add person"
        at.press("Return")
    at.tab_to("Title")
    at.type(room.TITLE)
    at.tab_to("Team")
    at.type(room.TEAM)
    at.tab_to("Overview")
    at.type(room.OVERVIEW)
    at.tab_to("Add child")
    at.press("Return")
    at.is_at("Name of child 1")
    at.type(room.CHILD)
    at.press("Tab")
    assert at.name() == "Date of birth of child 1"
    at.type(room.BORN)
    at.press("Tab")
    assert at.name() == "Reference of child 1"
    at.type(room.REFERENCE)
    at.tab_to("CP: child protection")
    at.press("Space")
    at.tab_to("Previous safety rating")
    at.type(str(room.PREVIOUS))
    at.press("Ctrl+Return")


def first_four_steps(at: Hands) -> None:
    """Introductions, genogram, free description, goal; the timer, and what undo does."""
    assert at.phase() == "introductions/talk"
    assert at.name() == f"Job, {WORKER}"
    at.type(room.JOB)
    at.press("Tab")
    at.tab_to(f"Part in the case, {WORKER}")
    at.type(room.PART)
    at.press("Tab")
    at.type(room.SINCE)
    at.press("F5", "F6", "F5")
    at.next("genogram/draw")
    at.type(room.GRAN)
    at.press("Return")
    at.next("free-description/talk")
    for text in room.NOTES:
        at.is_at("Note")
        at.type(text)
        at.press("Return")
    at.press("Ctrl+Z", "Ctrl+Shift+Z")
    at.next("worker-goal/talk")
    at.type(room.GOAL)


def card(at: Hands, said: Said) -> None:
    """Write a card, with all that is said about it, without leaving its line."""
    at.is_at("Card text")
    at.type(said.text)
    if "audience" in said.about:
        at.type(f" @{said.about['audience']}")
    if said.about.get("relationship"):
        at.type(" #rel")
    if "element" in said.about:
        at.type(f" !{said.about['element']}")
    if "zero" in said.about:
        at.type(f" 0= {said.about['zero']} 10= {said.about['ten']}")
    at.press("Return")
    assert at.text() == ""


def write(at: Hands, step: str) -> None:
    """Everybody's cards of a step. Whose turn it is is said by a key, or by Enter where nothing was typed."""
    at.next(f"{step}/write")
    for place, author in enumerate(WRITERS, 1):
        if place == 1 or step in room.PICKS:
            at.press(f"Alt+{place % 10}")
        else:
            at.press("Return")
        for said in room.cards_of(step):
            if said.author == author:
                card(at, said)


def read(at: Hands, step: str) -> None:
    """Round the table, the facilitator last; somebody's card is the strongest."""
    at.next(f"{step}/read")
    for author in (*WRITERS[1:], FACILITATOR):
        at.is_at("Card being read")
        assert author.split()[0] in at.text()
        if room.STRONGEST[step] == author:
            at.press("S")
        at.press("R")


def choose(at: Hands, step: str) -> None:
    """The worker's picks, and with whom each will be used."""
    for author, whom in room.PICKS[step]:
        at.tab_to("Cards")
        at.go_down_to(f"of {author.split()[0]}")
        at.press("Space")
        if whom:
            at.tab_to("With whom")
            at.replace(whom)
            at.press("Return")


def check_in(at: Hands, step: str) -> None:
    """The worker's answers."""
    at.next(f"{step}/check-in")
    most_useful, usefulness = room.CHECK_INS[step]
    at.is_at("Most useful")
    at.type(most_useful)
    at.tab_to("Usefulness")
    at.type(str(usefulness))


def points(at: Hands, step: str) -> None:
    """Points on the map, one of which belongs elsewhere."""
    at.next(f"{step}/map")
    at.is_at("Point")
    for where, text, column in room.POINTS:
        if where == step:
            at.tab_to("Point")
            at.type(text)
            at.press("Return")
            if step == "working-well" and column == "worried":
                at.tab_to("What's working well?")
                at.go_down_to(text)
                at.press("Alt+Left")


def working_well(at: Hands) -> None:
    """Step 7, and around it what the room never notices: colours, sizes, masking, the advisor, help."""
    write(at, "working-well")
    read(at, "working-well")
    at.next("working-well/choose")
    choose(at, "working-well")
    looks(at)
    points(at, "working-well")
    masking(at)
    at.next("working-well/hand-over")
    advisor(at)
    check_in(at, "working-well")
    left_out(at)


def looks(at: Hands) -> None:
    """Another theme, another size, help, a blank screen, and back."""
    settings, before = at.application.settings, at.name()
    at.palette("dark")
    at.press("Ctrl++", "Ctrl++")
    assert (settings.values.theme, settings.values.zoom) == ("dark", 125)
    at.palette("as the computer")
    at.press("Ctrl+0")
    assert (settings.values.theme, settings.values.zoom) == ("system", 100)
    at.press("F1")
    at.is_at("Help")
    at.press("Escape")
    at.is_at(before)
    at.press("Ctrl+Shift+B")
    at.is_at("Blank screen")
    at.press("Ctrl+Shift+B")


def masking(at: Hands) -> None:
    """Names are masked, and shown again."""
    at.press("Ctrl+Shift+M")
    assert at.application.window.menus.mask.isChecked()
    at.press("Ctrl+Shift+M")


def advisor(at: Hands) -> None:
    """The advisor's window, a nudge, and both private notes."""
    at.press("Ctrl+Shift+A")
    at.until(lambda: QApplication.activeWindow() is not at.application.window, "no window comes")
    at.tab_to("Questions, not advice")
    at.press("Space")
    at.tab_to("Show my note")
    at.press("Space")
    at.is_at("Advisor's note")
    at.type(room.PRIVATE["advisor"])
    at.press("Ctrl+Shift+A")
    at.is_in_main_window()
    at.palette("private notes")
    at.is_at("Show my note")  # which nobody sees who looks at the same screen
    at.press("Space")
    at.is_at("Facilitator's note")
    at.type(room.PRIVATE["facilitator"])
    at.press("Escape")
    at.is_in_main_window()


def left_out(at: Hands) -> None:
    """A step left out by the palette, and taken up again."""
    for _ in range(2):
        at.palette("leave this step out")


def scales(at: Hands) -> None:
    """Step 8."""
    write(at, "scales")
    read(at, "scales")
    at.next("scales/choose")
    choose(at, "scales")
    at.next("scales/map")
    for name, text in zip(("Scale question", "0 means", "10 means"), room.SCALE, strict=True):
        at.tab_to(name)
        at.type(text)
    at.tab_to("Current safety rating")
    at.type(str(room.OWN_RATING))
    for rater, value in room.OTHER_RATINGS:
        at.tab_to("Rater")
        at.type(f"{rater} {value}")
        at.press("Return")
    at.next("scales/hand-over")
    check_in(at, "scales")


def worries(at: Hands) -> None:
    """Steps 9 to 11."""
    at.next("harm/recall")
    write(at, "harm")
    read(at, "harm")
    at.next("harm/choose")
    choose(at, "harm")
    at.tab_to("Harm clarity", "Shift+Tab")
    at.type(str(room.CLARITY))
    points(at, "harm")
    at.next("harm/hand-over")
    for step in ("danger", "safety-goals"):
        write(at, step)
        read(at, step)
        at.next(f"{step}/hand-over")
        at.is_at("Cards")
        at.go_down_to(f"of {room.TAKEN_UP[step].split()[0]}")
        at.press("Space")
        if step in room.CHECK_INS:
            check_in(at, step)


def review(at: Hands) -> None:
    """Step 12 with a further focus, and step 13."""
    at.next("review/review")
    for (most_useful, usefulness), answer in (
        (room.FIRST_ROUND, "No, there is more"),
        (room.LAST_ROUND, "Yes, enough for now"),
    ):
        at.is_at("Most useful")
        at.type(most_useful)
        at.tab_to("Usefulness")
        at.type(str(usefulness))
        at.tab_to(answer)
        at.press("Space")
        if answer.startswith("No"):
            further_focus(at)
    at.next("group-review/talk")
    for (kind, text), name in zip(room.LEARNING.items(), ("Useful", "Learnt", "Issues"), strict=True):
        del kind
        at.tab_to(name)
        at.type(text)
        at.press("Return")


def further_focus(at: Hands) -> None:
    """What else to look at, and a question by each of two people."""
    at.tab_to("Further focus")
    at.type(room.FOCUS)
    for author, text in room.FOCUS_CARDS:
        at.tab_to("Author")
        at.replace(author)
        at.tab_to("Card text", "Shift+Tab")
        at.type(text)
        at.press("Return")
    at.tab_to("Review again")
    at.press("Space")


def afterwards(at: Hands, file: Path) -> None:
    """The record: edited, exported, copied, signed off, closed."""
    at.press("Ctrl+Return")
    at.tab_to("What's working well?", "Ctrl+PgDown")
    at.press("Ctrl+End", "Return")
    at.type(room.RECORD_SENTENCE)
    at.once_asked(partial(at.give_file, file))
    at.palette("export record")
    at.until(file.exists, "nothing is exported")
    at.palette("copy for the case system")
    assert room.RECORD_SENTENCE in QApplication.clipboard().text()
    at.palette("close session")
    at.tab_to("Sign it off first")
    at.press("Return")
    at.tab_to("Sign off")
    at.press("Return")
    at.palette("close session")
    at.press("Ctrl+H")
    at.until(lambda: at.application.sitting is None, "not at home")


def test_ten_people_are_led_by_keys_alone(hands: Hands, tmp_path: Path) -> None:
    began = perf_counter()
    prepare(hands)
    first_four_steps(hands)
    for step in ("rough-danger", "rough-goals"):
        write(hands, step)
        read(hands, step)
    working_well(hands)
    scales(hands)
    worries(hands)
    review(hands)
    afterwards(hands, tmp_path / "record.pdf")
    data, whole = tmp_path / "data", tmp_path / "whole.json"
    library = hands.application.library
    assert library is not None
    listed: list[list[object]] = []
    library.listed.connect(listed.append)
    library.refresh()
    hands.qtbot.waitUntil(lambda: bool(listed))
    (summary,) = listed[-1]
    assert run(["export", summary.id, "--as", "session-json", "--out", str(whole)], data) == 0  # type: ignore[attr-defined]
    room.must_hold(json.loads(whole.read_text(encoding="utf-8")))
    print(f"{hands.presses} key presses in {perf_counter() - began:.1f} s")
    assert {name: far for name, far in hands.longest.items() if far > FAR} == {}
