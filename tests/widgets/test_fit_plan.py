"""Fitting the plan to a finish time: an offer that nobody applies but a person, and that undo takes back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app import resources
from app.open_session import OpenSession
from app.practice import practice_session
from models.fitting import CLOSE
from models.plan import phase_time, step_time
from models.session import Details
from models.timing import PhaseTiming, phase_key
from tests.held_clock import HeldClock, open_on
from tests.views import settle
from tests.widgets.rooms import open_room
from tests.widgets.walk import checks
from widgets import theme
from widgets.advisor.fit_dialog import FitDialog
from widgets.advisor.fit_panel import FitPanel
from widgets.advisor.fit_words import offer_words
from widgets.advisor.window import AdvisorWindow
from widgets.session.page import SessionPage


@pytest.fixture
def held() -> HeldClock:
    return HeldClock()


@pytest.fixture
def opened(qapp: QApplication, held: HeldClock) -> OpenSession:
    made = open_on(held)
    start = datetime.fromisoformat("2026-03-02 14:00").astimezone(UTC)
    awake = held.clock.awake()
    made.engine.utc_now = lambda: start + timedelta(seconds=held.clock.awake() - awake)
    return made


@pytest.fixture
def panel(qtbot: QtBot, opened: OpenSession) -> Iterator[FitPanel]:
    made = FitPanel(opened)
    qtbot.addWidget(made)
    made.resize(600, 600)
    made.show()
    made.begin()
    yield made
    made.hide()


def ask(panel: FitPanel, time: str) -> None:
    panel.time.field.setText(time)
    panel.time.field.editingFinished.emit()


def column(panel: FitPanel, at: int) -> dict[str, str]:
    model = panel.table.model()
    return {model.index(row, 0).data(): model.index(row, at).data() for row in range(model.rowCount())}


def plan_of(opened: OpenSession) -> dict[str, float]:
    return {
        phase_key(step.id, phase.id): phase_time(opened.session, step, phase).planned
        for step, phase in opened.process.walk(opened.session.left_out())
    }


def test_the_first_offer_is_the_plan_as_it_is(panel: FitPanel) -> None:
    assert panel.time.field.text() == "16:05"  # 121 minutes from 14:00, rounded up
    assert column(panel, 1)["7. What's working well?"] == "27 min"
    assert panel.table.model().rowCount() == 13


def test_a_wish_that_is_set_is_offered(panel: FitPanel, opened: OpenSession) -> None:
    opened.document.set("Change finish time", Details(), finish_by="15:45")
    panel.begin()
    assert panel.time.field.text() == "15:45"
    assert panel.said.text() == "Then it ends at 15:45."
    then = column(panel, 2)
    assert then["1. Introductions"] == then["3. Free description"] == "the same"
    assert then["7. What's working well?"] not in ("the same", "27 min")


def test_nothing_changes_before_apply_and_leave_it_changes_nothing(
    panel: FitPanel, opened: OpenSession, qtbot: QtBot
) -> None:
    before, finish = plan_of(opened), opened.session.details.finish_by
    ask(panel, "15:45")
    panel.turn_step("harm")
    with qtbot.waitSignal(panel.left):
        panel.leave.click()
    assert (plan_of(opened), opened.session.details.finish_by) == (before, finish)
    assert opened.document.undo_stack.count() == 0


def test_apply_is_one_named_step_of_undo(panel: FitPanel, opened: OpenSession, qtbot: QtBot) -> None:
    before = plan_of(opened)
    ask(panel, "quarter to four")
    panel.turn_step("harm")
    assert panel.offer is not None
    planned = dict(panel.offer.planned)
    assert planned
    with qtbot.waitSignal(panel.applied) as said:
        panel.apply.click()
    assert said.args == ["The plan now ends at 15:45. Ctrl+Z takes it back."]
    assert opened.session.details.finish_by == "15:45"
    assert opened.session.left_out() == ("harm",)
    assert {key: plan_of(opened)[key] for key in planned} == planned
    stack = opened.document.undo_stack
    assert (stack.count(), stack.undoText()) == (1, "Change plan to end at 15:45")
    stack.undo()
    assert (plan_of(opened), opened.session.left_out(), opened.session.details.finish_by) == (before, (), "")
    stack.redo()
    assert opened.session.left_out() == ("harm",)
    assert {key: plan_of(opened)[key] for key in planned} == planned


def test_time_that_was_spent_meanwhile_stands_when_the_plan_is_taken_back(
    panel: FitPanel, opened: OpenSession, held: HeldClock
) -> None:
    ask(panel, "15:45")
    panel.apply.click()
    opened.engine.go_to("working-well", "read")
    fitted = opened.engine.read_timer().planned
    assert fitted < 300
    opened.engine.start_timer()
    held.pass_time(77)
    opened.document.undo_stack.undo()
    reading = opened.engine.read_timer()
    assert (reading.planned, reading.spent, reading.running) == (300, 77, True)


def test_the_phase_under_way_keeps_its_minutes(panel: FitPanel, opened: OpenSession) -> None:
    opened.engine.go_to("working-well", "map")
    ask(panel, "14:40")
    panel.apply.click()
    assert opened.engine.read_timer().planned == 720


def test_plus_minus_and_the_arrows_move_the_time(panel: FitPanel, qtbot: QtBot) -> None:
    field = panel.time.field
    ask(panel, "15:45")
    for key, text in ((Qt.Key.Key_Minus, "15:40"), (Qt.Key.Key_Up, "15:45"), (Qt.Key.Key_Down, "15:40")):
        qtbot.keyClick(field, key)
        assert field.text() == text
    qtbot.keyClicks(field, "+")
    assert field.text() == "15:45"
    panel.later.click()
    assert field.text() == "15:50"
    assert panel.said.text() == "Then it ends at 15:50."


def test_what_is_no_time_is_said_and_offers_nothing(panel: FitPanel, qtbot: QtBot) -> None:
    ask(panel, "soon")
    assert "not a time yet" in panel.time.sentence.text()
    assert panel.offer is None
    assert not panel.apply.isEnabled()
    qtbot.keyClicks(panel.time.field, "+")  # from the last time that was right
    assert panel.time.field.text() == "16:10"
    assert panel.time.sentence.text() == ""


def test_what_cannot_be_reached_is_said_with_what_would_help(panel: FitPanel, opened: OpenSession) -> None:
    ask(panel, "15:25")
    assert panel.offer is not None
    words = panel.said.text()
    assert words.startswith("Even so it ends at 15:3")
    assert "too late. Leaving out “" in words
    assert words.endswith("would help.")
    panel.turn_step(panel.offer.helps[0].id)
    assert panel.said.text() == "Then it ends at 15:25."
    ask(panel, "14:10")
    assert "would bring it to" in panel.said.text()
    ask(panel, "23:00")
    assert panel.said.text().startswith("However long everything is given, it ends at ")


def test_a_slow_group_is_told_what_its_pace_would_make_of_it(panel: FitPanel, opened: OpenSession) -> None:
    ask(panel, "15:45")
    assert panel.offer is not None
    now = opened.engine.utc_now().astimezone()
    assert offer_words(panel.offer, now, 1.0) == "Then it ends at 15:45."
    assert "at the pace so far it would be 16:" in offer_words(panel.offer, now, 1.5)


def test_space_in_the_table_leaves_a_step_out_and_takes_it_up(panel: FitPanel, qtbot: QtBot) -> None:
    rows = list(column(panel, 0))
    harm = rows.index("9. Harm")
    panel.table.setCurrentIndex(panel.table.model().index(harm, 0))
    assert panel.turn.text() == "Leave out Harm"
    qtbot.keyClick(panel.table, Qt.Key.Key_Space)
    assert column(panel, 2)["9. Harm"] == "left out"
    assert panel.turn.text() == "Take up Harm again"
    panel.turn.click()
    assert column(panel, 2)["9. Harm"] != "left out"


def test_the_step_under_way_cannot_be_left_out(panel: FitPanel, qtbot: QtBot) -> None:
    panel.table.setCurrentIndex(panel.table.model().index(0, 0))
    assert not panel.turn.isEnabled()
    qtbot.keyClick(panel.table, Qt.Key.Key_Space)
    assert column(panel, 2)["1. Introductions"] == "the same"


def test_the_offer_follows_the_room(panel: FitPanel, opened: OpenSession) -> None:
    ask(panel, "15:45")
    opened.engine.go_to("scales")
    assert panel.table.model().rowCount() == 6
    opened.document.do_by_call("Add one minute", lambda: None, lambda: None)
    before = column(panel, 1)["9. Harm"]
    opened.document.set_quietly(PhaseTiming("harm/map"), planned=600.0)
    assert column(panel, 1)["9. Harm"] != before


def test_the_table_is_shown_whole(panel: FitPanel, qtbot: QtBot) -> None:
    table = panel.table

    def whole() -> bool:
        heights = [(table.rowHeight(row), table.sizeHintForRow(row)) for row in range(table.model().rowCount())]
        return all(given >= needs >= 24 for given, needs in heights) and (
            table.verticalHeader().length() <= table.viewport().height()
        )

    qtbot.waitUntil(whole)
    before = table.height()
    panel.resize(330, 900)
    qtbot.waitUntil(lambda: whole() and table.height() > before)


def test_from_the_session_window_it_is_offered_in_a_dialog_and_says_so_at_the_foot(
    qtbot: QtBot, opened: OpenSession, held: HeldClock
) -> None:
    page = SessionPage(opened, held.clock)
    qtbot.addWidget(page)
    page.resize(1366, 690)
    page.show()
    offered = next(action for action in page.actions_offered() if action.text() == "Fit the plan to a finish time…")
    offered.trigger()
    dialog = page.findChild(FitDialog)
    assert isinstance(dialog, FitDialog)
    ask(dialog.panel, "15:45")
    qtbot.keyClick(dialog.panel.time.field, Qt.Key.Key_Return)
    assert dialog.isVisible()  # Enter takes the time, and nothing else
    with qtbot.waitSignal(page.message) as said:
        dialog.panel.apply.click()
    assert said.args == ["The plan now ends at 15:45. Ctrl+Z takes it back."]
    assert not dialog.isVisible()
    left = step_time(opened.session, opened.process.step("working-well"))
    assert left.planned < 27 * 60 - CLOSE


@pytest.mark.parametrize(("zoom", "width"), [(100, 683), (150, 683), (200, 683), (200, 1920)])
@pytest.mark.parametrize("step", ["scales", "group-review"])
def test_the_advisors_window_is_named_and_whole_while_it_fits_a_plan_and_leads(
    dressed: QApplication, qtbot: QtBot, zoom: int, width: int, step: str
) -> None:
    theme.apply(dressed, "light", zoom)
    room = open_room(practice_session(), process=resources.process("group_supervision"))
    page = SessionPage(room)
    qtbot.addWidget(page)
    window = AdvisorWindow(room, page.ticker, page)
    window.resize(width, 900)
    window.show()
    room.engine.go_to(step)
    window.begin_fit()
    ask(window.fit, "10:00")
    settle()  # rows that turn need another round
    assert not [fault for check in checks.FIGURES for fault in check(window)]
    (area,) = (each for each in window.findChildren(QScrollArea) if each.parentWidget() is window)
    assert area.widget().minimumSizeHint().width() <= width  # nothing lies beyond the right edge
