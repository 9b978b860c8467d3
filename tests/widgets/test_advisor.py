"""The advisor's window: what it shows, what it nudges, and that it never changes the case."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.review import Goal, LearningPoint, PrivateNote
from models.session import Change, Details, Unfinished
from models.timing import Heard, Nudge, PhaseTiming, StepPlan
from tests.held_clock import HeldClock, open_on
from widgets.advisor.pace_panel import against_plan_words
from widgets.advisor.window import AdvisorWindow
from widgets.parts.fields import TextField
from widgets.session.page import SessionPage


@pytest.fixture
def held() -> HeldClock:
    return HeldClock()


@pytest.fixture
def opened(qapp: QApplication, held: HeldClock) -> OpenSession:
    made = open_on(held)
    made.engine.utc_now = lambda: datetime.fromisoformat("2026-03-02 14:00").astimezone(UTC)
    return made


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
    model = advisor.heard.model
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def button(advisor: QWidget, name: str) -> QPushButton:
    """The button in sight of that name."""
    return next(b for b in advisor.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible())


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
    assert advisor.pace.against_plan.text() == "4 min behind the plan"
    assert advisor.pace.spent.text() == "7 of 121 min"


def test_who_has_been_heard_follows_the_cards(advisor: AdvisorWindow, opened: OpenSession) -> None:
    opened.engine.go_to("working-well", "write")
    assert ["Bea", "0", "0", "0", "not yet"] in rows(advisor)
    assert not advisor.heard.not_heard.isVisible()
    opened.document.add("Add card", Card("c", "working-well", CardKind.QUESTION, "bea", "Who helps?"))
    assert ["Bea", "1", "0", "0", "not yet"] in rows(advisor)
    assert ["Carys", "none yet", "0", "0", "not yet"] in rows(advisor)
    opened.document.set("Read", opened.session.get(Card, "c"), read=True)
    assert ["Bea", "1", "1", "0", "✓ heard"] in rows(advisor)
    assert advisor.heard.not_heard.text() == "Nothing written so far: Farah, Adil, Carys."
    opened.document.add("Add turn", Heard("working-well/carys", read=False))
    assert ["Carys", "none yet", "none yet", "0", "passed"] in rows(advisor)
    opened.engine.go_to("worker-goal")
    assert ["Carys", "none yet", "none yet", "0", "–"] in rows(advisor)  # nobody reads in this step
    assert not any(row[0] == "Wren" for row in rows(advisor))


def test_words_typed_on_a_card_are_not_counted_at_every_key(
    advisor: AdvisorWindow, opened: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.document.add("Add card", Card("c", "working-well", CardKind.QUESTION, "bea", "Who helps?"))
    counted: list[int] = []
    monkeypatch.setattr(advisor.heard.model, "count_anew", lambda: counted.append(1))
    opened.document.set("Change card", opened.session.get(Card, "c"), text="Who helps you?")
    assert not counted
    opened.document.set("Mark card", opened.session.get(Card, "c"), chosen=True)
    assert counted == [1]


def test_in_a_narrow_window_everything_is_said_under_the_name(
    dressed: QApplication, advisor: AdvisorWindow, opened: OpenSession
) -> None:
    table = advisor.heard.table
    advisor.resize(1366, 700)
    QApplication.processEvents()
    assert not table.isColumnHidden(1)
    advisor.resize(330, 600)
    QApplication.processEvents()
    opened.engine.go_to("working-well", "read")
    assert [at for at in range(6) if not table.isColumnHidden(at)] == [5]
    assert table.model().index(0, 5).data() == "Farah\nwritten 0, read 0, chosen 0, in this step not yet"


def test_nudges_wrap_in_a_narrow_window(dressed: QApplication, advisor: AdvisorWindow) -> None:
    advisor.resize(330, 600)
    for _ in range(4):
        QApplication.processEvents()
    nudges = advisor.nudges.findChildren(QPushButton)
    assert all(nudge.height() >= nudge.heightForWidth(nudge.width()) for nudge in nudges)
    assert any(nudge.height() > 1.5 * nudge.minimumSizeHint().height() for nudge in nudges)


def test_a_nudge_is_a_quiet_line_in_the_room_and_is_counted(
    page: SessionPage, advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot
) -> None:
    rule = opened.process.rules[1]
    undoable = opened.document.undo_stack.count()
    qtbot.mouseClick(button(advisor, rule.text), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(advisor, rule.text), Qt.MouseButton.LeftButton)
    assert page.guide.line.text() == rule.nudge
    assert opened.session.get(Nudge, rule.id).count == 2
    assert opened.document.undo_stack.count() == undoable
    page.guide.clear_line()
    assert page.guide.line.text() == opened.process.rule(opened.engine.phase.rule).text


@pytest.mark.parametrize("step", ["scales", "group-review"])
def test_it_never_changes_the_case(advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot, step: str) -> None:
    opened.engine.go_to(step)
    changed: list[Change] = []
    opened.document.changed.connect(changed.extend)
    advisor.begin_fit()
    advisor.fit.move_time(-5)
    for each in advisor.findChildren(QPushButton):
        each.click()
    for field in advisor.findChildren(TextField):
        qtbot.keyClicks(field, "Farah is tired")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    kinds = {change.kind for change in changed}
    assert (
        {Nudge, PrivateNote} <= kinds <= {Nudge, PrivateNote, PhaseTiming, StepPlan, LearningPoint, Details, Unfinished}
    )
    details = [change for change in changed if change.kind is Details]
    assert all(replace(change.before, finish_by=change.after.finish_by) == change.after for change in details)


def test_the_note_is_kept(advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot) -> None:
    advisor.note.set_shared(False)
    qtbot.keyClicks(advisor.note.field, "Farah is tired")
    assert opened.session.get(PrivateNote, "advisor").text == "Farah is tired"


def test_private_notes_never_stand_on_the_session_page(
    page: SessionPage, advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot
) -> None:
    page.beside.show_private_notes()
    notes = next(w for w in page.findChildren(TextField) if w.accessibleName() == "Facilitator's note")
    qtbot.keyClicks(notes, "ask Adil first")
    assert opened.session.get(PrivateNote, "facilitator").text == "ask Adil first"
    for field in (notes, advisor.note.field):
        assert field.window() is not page.window()


def test_the_questions_of_the_last_step_are_at_hand(advisor: AdvisorWindow, opened: OpenSession) -> None:
    asked = [phase.say for step in opened.process.steps if step.led_by == "advisor" for phase in step.phases]
    shown = "\n".join(label.text() for label in advisor.findChildren(type(advisor.position)))
    assert asked
    assert all(question in shown for question in asked)


# The keyboard


def test_nothing_has_the_ring_when_it_opens_and_tab_goes_from_the_top(advisor: AdvisorWindow, qtbot: QtBot) -> None:
    assert advisor.focusWidget() is advisor
    qtbot.keyClick(advisor, Qt.Key.Key_Tab)
    assert advisor.focusWidget() is advisor.fit_button
    qtbot.keyClick(advisor.fit_button, Qt.Key.Key_Tab)
    assert advisor.focusWidget() is advisor.nudges.findChild(QPushButton)


def test_a_digit_nudges_unless_a_field_takes_it(
    page: SessionPage, advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot
) -> None:
    first, second = opened.process.rules[:2]
    qtbot.keyClick(advisor, Qt.Key.Key_2)
    assert page.guide.line.text() == second.nudge
    assert opened.session.get(Nudge, second.id).count == 1
    advisor.note.set_shared(False)
    advisor.note.field.setFocus()
    qtbot.keyClick(advisor.note.field, Qt.Key.Key_1)
    assert advisor.note.field.toPlainText() == "1"
    assert opened.session.find(Nudge, first.id) is None
    advisor.heard.table.setFocus()
    qtbot.keyClick(advisor.heard.table, Qt.Key.Key_1)
    assert opened.session.get(Nudge, first.id).count == 1


def test_a_click_that_took_the_keyboard_from_the_session_gives_it_back(
    page: SessionPage, advisor: AdvisorWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    nudge = advisor.nudges.findChild(QPushButton)
    asked: list[int] = []
    advisor.typing_wanted_back.connect(lambda: asked.append(1))
    qtbot.mouseClick(nudge, Qt.MouseButton.LeftButton)
    assert not asked  # the advisor is at work here
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    QApplication.sendEvent(advisor, QEvent(QEvent.Type.WindowActivate))
    qtbot.mouseClick(nudge, Qt.MouseButton.LeftButton)
    assert asked == [1]
    assert not nudge.hasFocus()
    qtbot.waitUntil(page.isActiveWindow)


def test_escape_leaves_an_offer_first_and_then_the_window(advisor: AdvisorWindow, qtbot: QtBot) -> None:
    advisor.fit_button.click()
    assert advisor.fit.isVisible()
    qtbot.keyClick(advisor, Qt.Key.Key_Escape)
    assert not advisor.fit.isVisible()
    assert advisor.isVisible()
    qtbot.keyClick(advisor, Qt.Key.Key_Escape)
    assert not advisor.isVisible()


def test_the_clocks_keys_work_here_too(advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot) -> None:
    qtbot.keyClick(advisor, Qt.Key.Key_F5)
    assert opened.engine.read_timer().running
    qtbot.keyClick(advisor, Qt.Key.Key_F6)
    assert opened.engine.read_timer().planned == 240


# Pace


def test_where_the_pace_leads_is_set_against_the_wish_in_words_and_shape(
    advisor: AdvisorWindow, opened: OpenSession
) -> None:
    assert advisor.pace.finish.text() == "At this pace it ends at 16:01; no finish time is set."
    assert not advisor.pace.bar.late
    opened.document.set("Change finish time", Details(), finish_by="15:45")
    assert advisor.pace.finish.text() == "At this pace it ends at 16:01, 16 min after 15:45."
    assert advisor.pace.bar.late
    assert advisor.pace.bar.accessibleDescription() == advisor.pace.finish.text()
    opened.document.set("Change finish time", Details(), finish_by="16:10")
    assert advisor.pace.finish.text().endswith("9 min before 16:10.")
    assert not advisor.pace.bar.late


# Undo


def test_undo_in_the_note_is_the_notes_own(advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot) -> None:
    advisor.note.set_shared(False)
    advisor.note.field.setFocus()
    qtbot.keyClicks(advisor.note.field, "tired")
    opened.document.set("Change goal", Goal(), text="G")
    qtbot.keyClick(advisor.note.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert advisor.note.field.toPlainText() == ""
    assert opened.session.one(Goal).text == "G"
    qtbot.keyClick(
        advisor.note.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert advisor.note.field.toPlainText() == "tired"


def test_undo_in_the_note_does_what_was_offered_last(advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot) -> None:
    field = advisor.note.field
    field.setFocus()
    qtbot.keyClicks(field, "Gives time well.")
    advisor.activateWindow()
    qtbot.waitUntil(advisor.isActiveWindow)
    opened.engine.add_minute()
    advisor._applied("The plan now ends at 15:45. Ctrl+Z takes it back.")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "Gives time well."
    assert advisor.line.text().startswith("Undone")


def test_undo_elsewhere_in_the_window_takes_back_nothing_of_the_rooms(
    page: SessionPage, advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    opened.document.set("Change goal", Goal(), text="G")
    advisor.activateWindow()
    qtbot.waitUntil(advisor.isActiveWindow)
    qtbot.keyClick(advisor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.session.one(Goal).text == "G"
    assert advisor.line.text() == "The last thing done was in the session window: Change goal. Undo it there."


# The step that the advisor leads


def test_in_the_advisors_step_answers_are_typed_here_and_stand_in_the_session_window(
    page: SessionPage, advisor: AdvisorWindow, opened: OpenSession, qtbot: QtBot
) -> None:
    opened.engine.go_to("group-review")
    assert advisor.lead.title.text() == "Yours to lead now"
    useful = next(f for f in advisor.findChildren(TextField) if f.accessibleName() == "Useful")
    here = next(f for f in page.stack.workspace.findChildren(TextField) if f.accessibleName() == "Useful")
    qtbot.keyClicks(here, "half a thought")
    qtbot.keyClicks(useful, "The silence")
    qtbot.keyClick(useful, Qt.Key.Key_Return)
    assert [point.text for point in opened.session.all(LearningPoint)] == ["The silence"]
    assert here.toPlainText() == "half a thought"
    opened.engine.go_to("scales")
    assert not useful.isVisible()
    assert advisor.lead.title.text().startswith("Yours to lead:")


# The private note


def test_a_note_is_folded_on_a_shared_screen_until_it_is_asked_for(advisor: AdvisorWindow, qtbot: QtBot) -> None:
    assert advisor.note.folded  # there is one screen, and it shows the session
    assert "out of sight" in advisor.note.hint.text()
    button(advisor, "Show my note").click()
    assert not advisor.note.folded
    assert advisor.note.field.hasFocus()
    assert "can read this note" in advisor.note.hint.text()
    advisor.note.fold()
    assert advisor.note.folded
    assert button(advisor, "Show my note").hasFocus()
    advisor.note.set_shared(False)
    assert not advisor.note.folded
    assert not advisor.note.show_button.isVisible()


def test_the_projector_view_folds_notes(page: SessionPage, advisor: AdvisorWindow) -> None:
    button(advisor, "Show my note").click()
    page.set_projected(True)
    assert advisor.note.folded
