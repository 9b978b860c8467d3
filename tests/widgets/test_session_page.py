"""The session page on a held clock: what stands where, the keys, the words, and that nothing moves by itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.genogram import Person
from models.review import Goal
from models.session import Progress, Status
from models.timing import PhaseTiming
from tests.held_clock import HeldClock, open_on
from widgets import theme
from widgets.session.page import SessionPage
from widgets.session.time_words import slept_words

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def held() -> HeldClock:
    return HeldClock()


@pytest.fixture
def opened(qapp: QApplication, held: HeldClock) -> OpenSession:
    return open_on(held)


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, opened: OpenSession, held: HeldClock) -> Iterator[SessionPage]:
    theme.apply(qapp, "light", 100)
    made = SessionPage(opened, held.clock)
    qtbot.addWidget(made)
    made.resize(1366, 690)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.hide()


def by_name(page: QWidget, name: str) -> QWidget:
    """The one widget in view of that accessible name."""
    found = [w for w in page.findChildren(QWidget) if w.accessibleName() == name and w.isVisible()]
    assert len(found) == 1, f"{len(found)} widgets named {name}"
    return found[0]


def text(page: QWidget, name: str) -> str:
    widget = by_name(page, name)
    return widget.text()  # type: ignore[attr-defined, no-any-return]


def press(qtbot: QtBot, page: SessionPage, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(page, key, held)


def click(qtbot: QtBot, page: SessionPage, name: str) -> None:
    qtbot.mouseClick(by_name(page, name), Qt.MouseButton.LeftButton)


def position(opened: OpenSession) -> tuple[str, str]:
    return opened.engine.step.id, opened.engine.phase.id


# Names and words


def test_opening_the_page_puts_the_session_under_way(page: SessionPage, opened: OpenSession) -> None:
    assert opened.session.one(Progress).status is Status.UNDER_WAY
    assert text(page, "Step") == "1. Introductions"
    assert text(page, "Phase") == "Talk"
    assert text(page, "Time left") == "3:00"


@pytest.mark.parametrize(
    "name",
    ["Next phase", "Previous phase", "Start timer", "Add one minute", "Time left", "Steps", "Step", "Phase"],
)
def test_every_fixed_name_stands_once_and_is_what_is_read(page: SessionPage, name: str) -> None:
    widget = by_name(page, name)
    if isinstance(widget, QAbstractButton):
        assert widget.text() == name


def test_the_say_line_and_the_rule_of_the_phase_are_in_sight(page: SessionPage, opened: OpenSession) -> None:
    opened.engine.go_to("working-well", "write")
    assert page.guide.say.text() == opened.engine.phase.say
    assert page.guide.line.text() == opened.process.rule(opened.engine.phase.rule).text
    assert page.guide.line.isVisible()


# The way on


def test_next_and_previous_by_button_and_key(page: SessionPage, opened: OpenSession, qtbot: QtBot) -> None:
    click(qtbot, page, "Next phase")
    press(qtbot, page, KEY.Key_Return, CTRL)
    assert position(opened) == ("free-description", "talk")
    press(qtbot, page, KEY.Key_Enter, CTRL)
    assert position(opened) == ("worker-goal", "talk")
    click(qtbot, page, "Previous phase")
    press(qtbot, page, KEY.Key_Return, CTRL, SHIFT)
    assert position(opened) == ("genogram", "draw")
    press(qtbot, page, KEY.Key_Enter, CTRL, SHIFT)
    assert not by_name(page, "Previous phase").isEnabled()


def test_every_phase_can_be_walked_to_and_finishing_ends_it(
    page: SessionPage, opened: OpenSession, qtbot: QtBot
) -> None:
    walk = [(step.id, phase.id) for step, phase in opened.process.walk()]
    seen = [position(opened)]
    while by_name(page, page.forward.text()).accessibleName() == "Next phase":
        page.forward.click()
        seen.append(position(opened))
    assert seen == walk
    with qtbot.waitSignal(page.finished):
        click(qtbot, page, "Finish session")


def test_finishing_early_asks_in_a_line_first(page: SessionPage, opened: OpenSession, qtbot: QtBot) -> None:
    ended: list[int] = []
    page.finished.connect(lambda: ended.append(1))
    page.finish()
    assert page.finish_line.isVisible()
    click(qtbot, page, "Go on with the session")
    assert not ended
    assert not page.finish_line.isVisible()
    page.finish()
    click(qtbot, page, "Finish now")
    assert ended == [1]


def test_finishing_pauses_the_timer_and_leaves_closing_to_what_follows(
    page: SessionPage, opened: OpenSession, held: HeldClock
) -> None:
    opened.engine.go_to("group-review")
    opened.engine.start_timer()
    held.pass_time(9)
    page.finish()
    assert not opened.engine.read_timer().running
    assert opened.session.get(PhaseTiming, "group-review/talk").spent == 9
    assert opened.session.one(Progress).status is Status.UNDER_WAY


def test_nothing_moves_on_by_itself(page: SessionPage, opened: OpenSession, held: HeldClock) -> None:
    opened.engine.start_timer()
    for _ in range(10):
        held.pass_time(60)
        page.ticker.tick()
    assert position(opened) == ("introductions", "talk")


def test_the_phases_of_a_step_open_by_a_click(page: SessionPage, opened: OpenSession, qtbot: QtBot) -> None:
    opened.engine.go_to("working-well")
    click(qtbot, page, "4 Map")
    assert position(opened) == ("working-well", "map")
    click(qtbot, page, "4 Map")
    assert position(opened) == ("working-well", "map")
    page.engine.next_phase()
    assert by_name(page, "4 Map ✓").isVisible()


def test_the_keyboard_is_where_the_phase_begins(page: SessionPage, opened: OpenSession, qtbot: QtBot) -> None:
    opened.engine.go_to("free-description")
    field = page.first_field()
    assert field is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() in (field, field.focusProxy()))


# The clock


def test_the_timer_button_is_one_that_changes_its_name(page: SessionPage, qtbot: QtBot, held: HeldClock) -> None:
    click(qtbot, page, "Start timer")
    held.pass_time(61)
    page.ticker.tick()
    assert text(page, "Time left") == "1:59"
    press(qtbot, page, KEY.Key_F5)
    assert by_name(page, "Start timer").isVisible()
    held.pass_time(100)
    press(qtbot, page, KEY.Key_F6)
    assert text(page, "Time left") == "2:59"


def test_a_minute_that_cannot_go_says_why(page: SessionPage, opened: OpenSession, qtbot: QtBot) -> None:
    page.engine.change_minutes(page.engine.step.id, 1 - round(page.engine.read_timer().planned / 60))
    with qtbot.waitSignal(page.message) as said:
        press(qtbot, page, KEY.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert said.args[0].startswith("A phase keeps one minute at least.")


def test_overtime_is_said_by_sign_words_and_shape(page: SessionPage, qtbot: QtBot, held: HeldClock) -> None:
    press(qtbot, page, KEY.Key_F5)
    held.pass_time(130)
    page.ticker.tick()
    assert page.timer.words.text() == "last minute of 3 min"
    before = page.timer.face.grab().toImage()
    held.pass_time(50)
    page.ticker.tick()
    assert text(page, "Time left") == "0:00"
    assert page.timer.words.text() == "time is up · 3 min planned"
    held.pass_time(80)
    page.ticker.tick()
    assert text(page, "Time left") == "+1:20"
    assert page.timer.words.text() == "over time · 3 min planned"
    # The frame: its top edge was blank before.
    after = page.timer.face.grab().toImage()
    edge = after.width() // 2, 1
    assert after.pixelColor(*edge) != before.pixelColor(*edge)


def test_our_minutes_count_up_beside_the_plan(
    page: SessionPage, opened: OpenSession, qtbot: QtBot, held: HeldClock
) -> None:
    opened.engine.go_to("working-well", "read")
    assert text(page, "Time left") == "0:00"
    assert page.timer.words.text() == "about 5 min · not started"
    press(qtbot, page, KEY.Key_F5)
    held.pass_time(400)
    page.ticker.tick()
    assert text(page, "Time left") == "6:40"
    assert page.timer.words.text() == "about 5 min"


def test_digits_are_tall_enough_for_five_metres(page: SessionPage) -> None:
    """At 1366 wide: the painted digits, not their box, are 72 px and more."""
    image = page.timer.face.grab().toImage()
    ground = image.pixelColor(0, image.height() // 2)
    rows = [
        y for y in range(image.height()) if any(image.pixelColor(x, y) != ground for x in range(0, image.width(), 2))
    ]
    assert rows[-1] - rows[0] >= 72


def test_a_phase_not_started_says_so_and_a_late_start_is_set_right(
    page: SessionPage, opened: OpenSession, held: HeldClock
) -> None:
    held.pass_time(30)
    page.ticker.tick()
    assert page.guide.line.text() == "Timer not started. F5 starts it."
    assert page.guide.late.isVisible()
    next(action for action in page.actions_offered() if action.text() == "We began 2 minutes ago").trigger()
    assert text(page, "Time left") == "1:00"
    assert opened.engine.read_timer().running
    assert page.guide.line.text() == opened.process.rule(opened.engine.phase.rule).text


def test_a_sleep_is_said_in_a_sentence_that_stays_until_the_timer_goes_on(
    page: SessionPage, opened: OpenSession, held: HeldClock
) -> None:
    opened.engine.start_timer()
    held.pass_time(20)
    held.sleep(720)
    page.ticker.tick()
    assert page.guide.line.text() == "The computer slept for 12 minutes; the timer was paused."
    assert text(page, "Time left") == "2:40"
    opened.engine.start_timer()
    assert "slept" not in page.guide.line.text()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (40, "40 seconds"),
        (61, "1 minute"),
        (720, "12 minutes"),
        (59.8, "1 minute"),
        (8 * 3600, "8 hours"),
        (4800, "1 hour 20 minutes"),
    ],
)
def test_how_long_it_slept(seconds: float, words: str) -> None:
    assert slept_words(seconds) == words


def test_after_a_crash_the_page_stands_where_it_stood_paused(
    page: SessionPage, opened: OpenSession, held: HeldClock, qtbot: QtBot
) -> None:
    opened.engine.go_to("working-well", "map")
    opened.engine.start_timer()
    opened.engine.add_minute()
    for _ in range(100):
        held.pass_time(1)
        page.ticker.tick()
    again = SessionPage(open_on(held, opened.session.copy()), held.clock)
    qtbot.addWidget(again)
    again.show()
    assert (text(again, "Step"), text(again, "Phase")) == ("7. What's working well?", "Map")
    assert text(again, "Time left") == "11:20"
    assert by_name(again, "Start timer").isVisible()


def test_a_second_that_reads_the_same_repaints_nothing(
    page: SessionPage, opened: OpenSession, held: HeldClock, qtbot: QtBot
) -> None:
    opened.engine.start_timer()
    held.pass_time(10.2)
    page.ticker.tick()
    QApplication.processEvents()
    changes: list[str] = []
    page.timer.face.textChanged.connect(changes.append)
    held.pass_time(0.1)
    page.ticker.tick()
    assert not changes
    held.pass_time(1)
    page.ticker.tick()
    assert changes == ["2:49"]


# Goal


def test_the_goal_is_in_sight_from_the_step_after_it(page: SessionPage, opened: OpenSession) -> None:
    assert not page.goal.text.isVisible()
    opened.document.set("Goal", opened.session.one(Goal), text="Questions for Tilly's mother")
    opened.engine.go_to("worker-goal")
    assert not page.goal.text.isVisible()
    opened.engine.go_to("rough-danger")
    assert page.goal.text.isVisible()
    assert page.goal.text.toPlainText() == "Questions for Tilly's mother"


def test_a_goal_of_three_lines_is_in_sight_whole_at_any_zoom(
    page: SessionPage, opened: OpenSession, qapp: QApplication
) -> None:
    opened.document.set("Goal", opened.session.one(Goal), text="Know what to ask Mum on Thursday. " * 4)
    opened.engine.go_to("rough-danger")
    page.resize(1900, 1000)
    for zoom in (100, 150, 100):
        theme.apply(qapp, "light", zoom)
        QApplication.processEvents()
        lines = page.goal.text.document().size().height()
        assert lines <= 3
        assert page.goal.text.viewport().height() >= lines * page.goal.text.fontMetrics().lineSpacing()


def test_the_goal_is_masked_with_the_names(page: SessionPage, opened: OpenSession) -> None:
    opened.document.add("Add person", Person("t", "Tilly Marsh"))
    opened.document.set("Goal", opened.session.one(Goal), text="Questions for Tilly's mother")
    opened.engine.go_to("rough-danger")
    opened.masking.set_on(True)
    assert page.goal.text.toPlainText() == "Questions for T.'s mother"
    opened.masking.set_on(False)
    assert page.goal.text.toPlainText() == "Questions for Tilly's mother"
    assert opened.session.one(Goal).text == "Questions for Tilly's mother"


# Steps


def state(page: SessionPage, row: int) -> str:
    return page.steps.steps.state(row)


def test_a_step_opens_by_click_and_by_enter(page: SessionPage, opened: OpenSession, qtbot: QtBot) -> None:
    place = page.steps.visualRect(page.steps.steps.index(8)).center()
    qtbot.mouseClick(page.steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert position(opened) == ("harm", "recall")
    qtbot.keyClick(page.steps, KEY.Key_Up)
    qtbot.keyClick(page.steps, KEY.Key_Return)
    assert position(opened) == ("scales", "write")


def test_selecting_a_step_as_a_screen_reader_does_opens_it(page: SessionPage, opened: OpenSession) -> None:
    row = page.steps.steps.index(8)
    page.steps.selectionModel().select(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert position(opened) == ("harm", "recall")


def test_arrow_keys_walk_the_steps_and_open_none(page: SessionPage, opened: OpenSession, qtbot: QtBot) -> None:
    before = position(opened)
    for _ in range(4):
        qtbot.keyClick(page.steps, KEY.Key_Down)
    assert position(opened) == before


def test_every_step_is_in_sight_at_1366(page: SessionPage) -> None:
    view = page.steps.viewport().rect()
    for row in range(13):
        assert view.contains(page.steps.visualRect(page.steps.steps.index(row)))
    assert page.steps.row_height() >= 24


def test_a_step_is_left_out_taken_up_again_and_undone(page: SessionPage, opened: OpenSession, qtbot: QtBot) -> None:
    page.steps.setCurrentIndex(page.steps.steps.index(8))
    qtbot.keyClick(page.steps, KEY.Key_Delete)
    assert state(page, 8) == "left out"
    opened.engine.go_to("scales", "check-in")
    opened.engine.next_phase()
    assert opened.engine.step.id == "danger"
    opened.document.undo_stack.undo()
    assert state(page, 8) == "to come"
    page.steps.setCurrentIndex(page.steps.steps.index(8))
    qtbot.keyClick(page.steps, KEY.Key_Delete)
    qtbot.keyClick(page.steps, KEY.Key_Delete)
    assert opened.session.left_out() == ()


def test_a_row_says_its_state_and_minutes(page: SessionPage, opened: OpenSession, held: HeldClock) -> None:
    opened.engine.start_timer()
    held.pass_time(120)
    opened.engine.next_phase()
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    rows = [page.steps.steps.index(row).data(role) for row in range(3)]
    assert rows == [
        "1. Introductions, done, 2 of 3 min",
        "2. Genogram, now, 3 min",
        "3. Free description, to come, 3 min",
    ]


def test_the_plan_says_how_much_is_spent_and_when_it_ends(
    page: SessionPage, opened: OpenSession, held: HeldClock
) -> None:
    opened.engine.start_timer()
    held.pass_time(120)
    opened.engine.next_phase()
    assert page.pace.text().startswith("2 of 121 min · ends ")


# Fitting


@pytest.mark.parametrize(("width", "height"), [(683, 330), (1366, 660), (1920, 960), (800, 900), (1366, 500)])
def test_nothing_is_cut_off(page: SessionPage, opened: OpenSession, width: int, height: int) -> None:
    opened.document.set("Goal", opened.session.one(Goal), text="Know what to ask Mum " * 12)
    opened.engine.go_to("working-well", "read")
    page.resize(width, height)
    QApplication.processEvents()
    assert (page.width(), page.height()) == (width, height)
    for name in ("Next phase", "Previous phase", "Start timer", "Add one minute", "Time left", "Step", "Phase"):
        widget = by_name(page, name)
        corner = widget.mapTo(page, QPoint(0, 0))
        assert corner.x() >= 0
        assert corner.y() >= 0
        assert corner.x() + widget.width() <= width
        assert corner.y() + widget.height() <= height
        assert widget.height() >= 24
        assert widget.width() >= min(widget.sizeHint().width(), 64)


def test_a_small_window_drops_the_steps_from_a_button(page: SessionPage, opened: OpenSession, qtbot: QtBot) -> None:
    page.resize(683, 330)
    QApplication.processEvents()
    assert not page.steps.isVisible()
    click(qtbot, page, "Steps")
    assert page.steps.isVisible()
    page.steps.setCurrentIndex(page.steps.steps.index(6))
    qtbot.keyClick(page.steps, KEY.Key_Return)
    assert position(opened) == ("working-well", "write")
    assert not page.steps.isVisible()
    click(qtbot, page, "Steps")
    click(qtbot, page, "2 Read")
    assert position(opened) == ("working-well", "read")
    assert not page.row.phases.isVisible()
    page.resize(1366, 690)
    QApplication.processEvents()
    assert by_name(page, "Steps") is page.steps
    assert page.row.isAncestorOf(by_name(page, "2 Read"))


def in_sight(widget: QWidget) -> QRect:
    """The part of a widget that no widget around it cuts off."""
    seen, at = widget.rect(), widget
    while not at.isWindow():
        seen, at = seen.translated(at.pos()), at.parentWidget()
        seen = seen.intersected(at.rect())
    return seen


def test_a_small_window_gives_the_workspace_half_of_its_height_and_more_opens_the_rest(
    page: SessionPage, opened: OpenSession, qtbot: QtBot
) -> None:
    page.resize(683, 330)
    for step in opened.process.steps:
        for phase in step.phases:
            opened.engine.go_to(step.id, phase.id)
            QApplication.processEvents()
            assert in_sight(page.stack).height() * 2 >= page.height(), (step.id, phase.id)
    opened.engine.go_to("scales", "map")
    QApplication.processEvents()
    assert not page.guide.line.isVisible()
    click(qtbot, page, "More")
    QApplication.processEvents()
    assert page.guide.line.isVisible()
    assert page.guide.say.height() >= 2 * page.fontMetrics().height()


@pytest.mark.parametrize("size", [(1366, 690), (1920, 960)])
def test_a_large_window_shows_what_is_said_and_the_rule_whole(
    page: SessionPage, opened: OpenSession, size: tuple[int, int]
) -> None:
    page.resize(*size)
    for step in opened.process.steps:
        for phase in step.phases:
            opened.engine.go_to(step.id, phase.id)
            for _ in range(3):
                QApplication.processEvents()
            for label in (page.guide.say, page.guide.line, page.guide.watch):
                if label.isVisible():
                    seen = in_sight(label)
                    assert seen.height() == label.height() >= label.heightForWidth(label.width()), (step.id, phase.id)
            layout = page.guide.layout()
            assert layout is not None
            assert page.guide.height() == layout.heightForWidth(page.guide.width()), (step.id, phase.id)


def test_a_quiet_line_is_seen_in_a_small_window_and_then_what_is_said_again(page: SessionPage) -> None:
    page.resize(683, 330)
    page.guide.show_line("Questions, please.")
    QApplication.processEvents()
    assert page.guide.line.isVisible()
    page.guide.clear_line()
    assert not page.guide.line.isVisible()
    assert page.guide.say.isVisible()


@pytest.mark.parametrize("phase", ["write", "read", "choose", "map", "hand-over", "check-in"])
def test_in_a_small_window_the_field_of_the_phase_is_in_sight(
    page: SessionPage, opened: OpenSession, qtbot: QtBot, phase: str
) -> None:
    page.resize(683, 330)
    opened.engine.go_to("scales", phase)
    field = page.first_field()
    assert field is not None
    qtbot.waitUntil(lambda: in_sight(field).height() >= min(60, field.height()))


def test_the_page_keeps_the_focus_and_the_words_when_it_changes_shape(page: SessionPage, opened: OpenSession) -> None:
    opened.engine.go_to("free-description")
    field = QApplication.focusWidget()
    page.resize(683, 330)
    QApplication.processEvents()
    assert QApplication.focusWidget() is field


# What the window asks


def test_every_action_has_words_and_no_two_share_a_key(page: SessionPage) -> None:
    actions = page.actions_offered()
    assert all(isinstance(action, QAction) and action.text() for action in actions)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))
    assert {"Ctrl+Return", "Ctrl+Shift+Return", "F5", "F6", "Ctrl+Shift+A"} <= set(keys)


def test_the_actions_offered_are_those_of_the_workspace_in_view(page: SessionPage, opened: OpenSession) -> None:
    offered: list[set[str]] = []
    page.actions_changed.connect(lambda: offered.append({action.text() for action in page.actions_offered()}))
    opened.engine.go_to("working-well", "map")
    opened.engine.go_to("working-well", "check-in")
    assert offered[0] - offered[1]


def test_a_chime_can_be_asked_for_in_the_three_minutes_and_only_there(page: SessionPage, opened: OpenSession) -> None:
    chime = next(action for action in page.actions_offered() if action.text() == "Chime in this phase")
    opened.engine.go_to("free-description")
    assert not chime.isChecked()
    chime.trigger()
    assert page.ticker.chimes_here
    opened.engine.go_to("genogram")
    assert chime.isChecked()
    opened.engine.go_to("free-description")
    assert not chime.isChecked()
    opened.engine.go_to("working-well", "read")
    assert not chime.isEnabled()


def test_cards_in_view_are_what_is_printed(page: SessionPage, opened: OpenSession) -> None:
    assert page.print_in_view() is None
    opened.engine.go_to("danger", "hand-over")
    assert page.print_in_view() == ("Question sheets", "sheets-pdf")


def test_text_of_people_stays_text(page: SessionPage, opened: OpenSession) -> None:
    opened.document.set("Goal", opened.session.one(Goal), text="<b>bold</b> & more")
    opened.engine.go_to("rough-danger")
    assert page.goal.text.toPlainText() == "<b>bold</b> & more"
    label = page.guide.line
    page.guide.show_line("<b>x</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText
