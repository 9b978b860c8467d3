"""The advisor's window: what it shows, what it nudges, and that it never changes the case."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.review import PrivateNote
from models.session import QUIET
from models.timing import Nudge
from tests.held_clock import HeldClock, open_on
from widgets.advisor.window import AdvisorWindow, against_plan_words
from widgets.session.page import SessionPage


@pytest.fixture
def held() -> HeldClock:
    return HeldClock()


@pytest.fixture
def opened(qapp: QApplication, held: HeldClock) -> OpenSession:
    return open_on(held)


@pytest.fixture
def page(qtbot: QtBot, opened: OpenSession, held: HeldClock) -> Iterator[SessionPage]:
    made = SessionPage(opened, held.clock)
    qtbot.addWidget(made)
    made.resize(1366, 690)
    made.show()
    yield made
    made.hide()


@pytest.fixture
def advisor(page: SessionPage, qtbot: QtBot) -> AdvisorWindow:
    with qtbot.captureExceptions():
        page.beside.toggle_advisor()
    found = page.findChild(AdvisorWindow)
    assert isinstance(found, AdvisorWindow)
    return found


def rows(advisor: AdvisorWindow) -> list[list[str]]:
    model = advisor.heard.model()
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def test_it_opens_and_closes_by_one_key_and_is_a_window_of_its_own(page: SessionPage, advisor: AdvisorWindow) -> None:
    assert advisor.isVisible()
    assert advisor.isWindow()
    page.beside.toggle_advisor()
    assert not advisor.isVisible()
    page.beside.toggle_advisor()
    assert page.findChildren(AdvisorWindow) == [advisor]


def test_time_phase_and_what_follows(advisor: AdvisorWindow, opened: OpenSession, held: HeldClock) -> None:
    opened.engine.go_to("working-well", "write")
    opened.engine.start_timer()
    held.pass_time(330)
    opened.engine.add_minute()
    assert advisor.position.text() == "7. What's working well? · Write"
    assert advisor.next.text() == "Then: What's working well? · Read"
    assert advisor.face.text() == "0:30"
    held.pass_time(90)
    opened.engine.pause_timer()
    assert advisor.face.text() == "+1:00"
    assert advisor.clock_words.text().startswith("over time")


@pytest.mark.parametrize(
    ("late", "said"),
    [(20, "On plan"), (-59, "On plan"), (240, "4 min behind the plan"), (-130, "2 min ahead of the plan")],
)
def test_plan_against_now(late: float, said: str) -> None:
    assert against_plan_words(late) == said


def test_a_long_phase_puts_the_session_behind(advisor: AdvisorWindow, opened: OpenSession, held: HeldClock) -> None:
    opened.engine.start_timer()
    held.pass_time(420)
    opened.engine.next_phase()
    assert advisor.against_plan.text() == "4 min behind the plan"
    assert "7 of 121 min" in advisor.pace.text()


def test_who_has_been_heard_follows_the_cards(advisor: AdvisorWindow, opened: OpenSession) -> None:
    opened.engine.go_to("working-well", "write")
    assert ["Bea", "0", "0", "0", "not yet"] in rows(advisor)
    opened.document.add("Add card", Card("c", "working-well", CardKind.QUESTION, "bea", "Who helps?"))
    assert ["Bea", "1", "0", "0", "not yet"] in rows(advisor)
    opened.document.set("Read", opened.session.get(Card, "c"), read=True)
    assert ["Bea", "1", "1", "0", "✓ heard"] in rows(advisor)
    assert not any(row[0] == "Wren" for row in rows(advisor))


def test_a_nudge_is_a_quiet_line_in_the_room_and_is_counted(
    page: SessionPage, advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot
) -> None:
    rule = opened.process.rules[1]
    button = next(b for b in advisor.findChildren(QPushButton) if b.text() == rule.text)
    undoable = opened.document.undo_stack.count()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.guide.line.text() == rule.nudge
    assert opened.session.get(Nudge, rule.id).count == 2
    assert opened.document.undo_stack.count() == undoable
    page.guide.clear_line()
    assert page.guide.line.text() == opened.process.rule(opened.engine.phase.rule).text


def test_it_changes_nothing_but_nudges_and_its_own_note(
    advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot
) -> None:
    kinds: set[type] = set()
    opened.document.changed.connect(lambda changes: kinds.update(change.kind for change in changes))
    for button in advisor.findChildren(QPushButton):
        button.click()
    qtbot.keyClicks(advisor.note, "Farah is tired")
    assert kinds <= {Nudge, PrivateNote}
    assert Nudge in QUIET
    assert opened.session.get(PrivateNote, "advisor").text == "Farah is tired"


def test_private_notes_never_stand_on_the_session_page(
    page: SessionPage, advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot
) -> None:
    page.beside.show_private_notes()
    notes = next(w for w in page.findChildren(type(advisor.note)) if w.accessibleName() == "Facilitator's note")
    qtbot.keyClicks(notes, "ask Adil first")
    assert opened.session.get(PrivateNote, "facilitator").text == "ask Adil first"
    for field in (notes, advisor.note):
        assert field.window() is not page.window()


def test_the_questions_of_the_last_step_are_at_hand(advisor: AdvisorWindow, opened: OpenSession) -> None:
    asked = [phase.say for step in opened.process.steps if step.led_by == "advisor" for phase in step.phases]
    shown = "\n".join(label.text() for label in advisor.findChildren(type(advisor.position)))
    assert asked
    assert all(question in shown for question in asked)
