"""The engine walks the process and keeps each phase's time; the clock is held by the test."""

from datetime import UTC, datetime

import pytest

from app.document import Document
from app.engine import Engine
from models.process import Process, load_process
from models.session import Change, Status
from models.timing import PhaseTiming, StepPlan
from tests.helpers import room

PROCESS = """
id = "small"
title = "Small"
language = "en-GB"
usefulness = {ten = "all", zero = "none"}
harm_clarity = {ten = "clear", zero = "unclear"}
safety_scale = {ten = "safe", zero = "unsafe"}
roles = {facilitator = "f", advisor = "a", presenting_worker = "p", observer = "o"}
""" + "".join(
    f"""
[[steps]]
id = "{step}"
title = "{step}"
short = "{step}"
  [[steps.phases]]
  id = "one"
  kind = "talk"
  title = "One"
  minutes = 3
  minutes_from = "method"
  say = "Say"
  [[steps.phases]]
  id = "two"
  kind = "talk"
  title = "Two"
  minutes = 2
  minutes_from = "ours"
  say = "Say"
"""
    for step in ("a", "b", "c")
)


class Held:
    """A clock that goes when the test says."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def process() -> Process:
    return load_process(PROCESS, "small.toml")


@pytest.fixture
def clock() -> Held:
    return Held()


@pytest.fixture
def engine(qapp: object, process: Process, clock: Held) -> Engine:
    return started(Document(room()), process, clock)


def started(document: Document, process: Process, clock: Held) -> Engine:
    engine = Engine(document, process, clock, lambda: datetime(2026, 9, 17, 10, tzinfo=UTC), document)
    engine.begin()
    return engine


def place(engine: Engine) -> str:
    return f"{engine.step.id}/{engine.phase.id}"


def test_beginning_puts_the_session_under_way(engine: Engine) -> None:
    progress = engine.document.session.progress
    assert (progress.status, progress.step, progress.phase) == (Status.UNDER_WAY, "a", "one")
    assert progress.started_at == datetime(2026, 9, 17, 10, tzinfo=UTC)


def test_it_walks_forward_to_the_end_and_back(engine: Engine) -> None:
    seen = [place(engine)]
    while engine.next_phase():
        seen.append(place(engine))
    assert seen == ["a/one", "a/two", "b/one", "b/two", "c/one", "c/two"]
    assert not engine.has_next()
    back = [place(engine)]
    while engine.previous_phase():
        back.append(place(engine))
    assert back == seen[::-1]


def test_a_step_left_out_is_passed_over_but_can_be_opened(engine: Engine) -> None:
    engine.document.do("Leave out", [Change(None, StepPlan("b", left_out=True))])
    engine.go_to("a", "two")
    engine.next_phase()
    assert place(engine) == "c/one"
    engine.go_to("b")
    engine.next_phase()
    assert place(engine) == "b/two"


def test_time_is_kept_by_phase(engine: Engine, clock: Held) -> None:
    engine.start_timer()
    clock.seconds += 70
    engine.next_phase()
    assert engine.read_timer().spent == 0
    clock.seconds += 500
    engine.previous_phase()
    reading = engine.read_timer()
    assert (reading.spent, reading.running, reading.left) == (70, False, 110)


def test_a_phase_is_done_when_the_room_moves_on_from_it(engine: Engine) -> None:
    engine.next_phase()
    engine.previous_phase()
    session = engine.document.session
    assert session.get(PhaseTiming, "a/one").done is True
    assert session.get(PhaseTiming, "a/two").done is False


def test_a_phase_passed_by_is_done_only_where_it_took_time_and_the_room_goes_onward(
    engine: Engine, clock: Held
) -> None:
    engine.go_to("b")
    engine.start_timer()
    clock.seconds += 5
    engine.go_to("a")
    session = engine.document.session
    assert (session.get(PhaseTiming, "a/one").done, session.get(PhaseTiming, "b/one").done) == (False, False)
    engine.go_to("b")
    engine.go_to("c")
    assert session.get(PhaseTiming, "b/one").done is True


def test_after_a_crash_the_timer_stands_where_it_stood_paused(engine: Engine, process: Process, clock: Held) -> None:
    engine.next_phase()
    engine.start_timer()
    engine.add_minute()
    clock.seconds += 42
    engine.store_time()
    again = Engine(Document(engine.document.session.copy()), process, clock)
    assert place(again) == "a/two"
    reading = again.read_timer()
    assert (reading.planned, reading.spent, reading.running) == (180, 42, False)


def test_a_late_start_is_set_right(engine: Engine, clock: Held) -> None:
    engine.began_earlier(120)
    clock.seconds += 1
    assert engine.read_timer().spent == 121
    assert engine.read_timer().running


def test_restart_counts_from_nothing(engine: Engine, clock: Held) -> None:
    engine.start_timer()
    clock.seconds += 200
    assert engine.read_timer().left == -20
    engine.restart_timer()
    assert engine.read_timer().left == 180


# What undo takes back


def undo(engine: Engine) -> str:
    engine.document.undo_stack.undo()
    return engine.document.undo_stack.redoText()


def test_a_minute_more_is_taken_back_and_the_time_spent_stays(engine: Engine, clock: Held) -> None:
    engine.start_timer()
    engine.add_minute()
    clock.seconds += 30
    engine.store_time()
    assert undo(engine) == "Add one minute to a"
    reading = engine.read_timer()
    assert (reading.planned, reading.spent, reading.running) == (180, 30, True)
    engine.document.undo_stack.redo()
    assert engine.read_timer().planned == 240


def test_a_wrong_number_of_minutes_ago_is_taken_back_and_what_ran_since_stays(engine: Engine, clock: Held) -> None:
    engine.began_earlier(600)
    clock.seconds += 7
    assert undo(engine) == "Set start 10 minutes earlier"
    assert engine.read_timer().spent == 7


def test_a_restart_is_taken_back_with_what_ran_since(engine: Engine, clock: Held) -> None:
    engine.start_timer()
    clock.seconds += 100
    engine.restart_timer()
    clock.seconds += 5
    undo(engine)
    assert engine.read_timer().spent == 105


def test_time_is_taken_back_in_the_phase_it_was_given_to(engine: Engine, clock: Held) -> None:
    engine.began_earlier(120)
    engine.next_phase()
    engine.start_timer()
    clock.seconds += 3
    undo(engine)
    assert engine.read_timer().spent == 3
    assert engine.document.session.get(PhaseTiming, "a/one").spent == 0


def test_minutes_are_planned_for_phases_here_and_to_come(engine: Engine) -> None:
    engine.plan_phases("Fit", {"a/one": 60, "c/two": 300})
    assert engine.read_timer().planned == 60
    assert engine.document.session.get(PhaseTiming, "c/two").planned == 300
    undo(engine)
    assert engine.read_timer().planned == 180
    engine.go_to("c", "two")
    assert engine.read_timer().planned == 120


def test_minutes_that_are_planned_already_are_no_step_of_undo(engine: Engine) -> None:
    engine.plan_phases("Fit", {"a/one": 180.0, "c/two": 120.0})
    assert engine.document.undo_stack.count() == 0


def test_minutes_of_a_step_go_to_the_phase_under_way_or_to_the_longest_that_gives_way(engine: Engine) -> None:
    engine.next_phase()
    engine.change_minutes("a", 1)
    assert engine.read_timer().planned == 180
    engine.change_minutes("b", 2)
    assert engine.document.session.get(PhaseTiming, "b/one").planned == 300
    assert undo(engine) == "Add 2 minutes to b"
    assert undo(engine) == "Add one minute to a"
    assert engine.read_timer().planned == 120


def test_a_phase_keeps_one_minute(engine: Engine) -> None:
    for _ in range(5):
        engine.change_minutes("a", -1)
    assert engine.read_timer().planned == 60
    assert engine.document.undo_stack.count() == 2
