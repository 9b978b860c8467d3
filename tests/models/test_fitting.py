"""The plan fitted to a finish time: what gives way, what is said, and that nothing is done by itself."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.resources import process
from models import plan
from models.fitting import UNIT, Place, against_wish, fitted, wished_finish
from models.process import PhaseKind
from models.session import Session
from models.timing import PhaseTiming, StepPlan, phase_key
from tests.helpers import room

PROCESS = process("group_supervision")
START = Place("introductions", "talk", 0.0)
WHOLE = sum(phase.minutes for _, phase in PROCESS.walk()) * 60
#: The steps whose minutes never change: the first four, and that of the review alone.
FIRST_FOUR = {"introductions", "genogram", "free-description", "worker-goal"}


def with_timings(*timings: PhaseTiming | StepPlan) -> Session:
    return Session("s", [*room().entities(), *timings])


def test_a_plan_that_fits_is_left_alone() -> None:
    made = fitted(room(), PROCESS, START, WHOLE, ())
    assert (dict(made.planned), made.missing, made.fits, made.helps) == ({}, 0, True, ())


def test_a_shorter_time_takes_from_reading_mapping_and_talk_in_half_minutes() -> None:
    made = fitted(room(), PROCESS, START, WHOLE - 900, ())
    kinds = {phase.kind for step, phase in PROCESS.walk() if phase_key(step.id, phase.id) in made.planned}
    assert kinds <= plan.GIVE_WAY
    assert {PhaseKind.READ, PhaseKind.MAP} <= kinds
    assert made.planned
    assert all(seconds % UNIT == 0 for seconds in made.planned.values())
    assert made.fits
    assert sum(row.now - row.then for row in made.steps) == pytest.approx(900, abs=UNIT)


def test_the_first_four_steps_keep_their_minutes_and_so_do_all_writing_phases() -> None:
    made = fitted(room(), PROCESS, START, 0, ())
    assert all(row.keeps and row.now == row.then for row in made.steps if row.step.id in FIRST_FOUR)
    assert not any(key.endswith("/write") for key in made.planned)
    assert "free-description/talk" not in made.planned


def test_a_step_left_out_in_the_offer_gives_its_minutes_to_the_others() -> None:
    made = fitted(room(), PROCESS, START, WHOLE - 20 * 60, ("scales",))
    rows = {row.step.id: row for row in made.steps}
    assert (rows["scales"].left_out, rows["scales"].then, rows["scales"].now) == (True, 0.0, 20 * 60)
    assert not any(key.startswith("scales/") for key in made.planned)
    assert made.fits


def test_a_step_left_out_already_is_offered_again() -> None:
    session = with_timings(StepPlan("scales", True))
    rows = {row.step.id: row for row in fitted(session, PROCESS, START, WHOLE, ()).steps}
    assert (rows["scales"].left_out, rows["scales"].now) == (False, 0.0)
    assert rows["scales"].then > 0


def test_what_cannot_be_reached_is_said_with_what_would_help() -> None:
    made = fitted(room(), PROCESS, START, 85 * 60, ())
    assert made.missing > 60
    assert made.then_missing == 0
    assert len(made.helps) == 1
    assert made.helps[0].id in {"working-well", "scales", "harm", "danger", "safety-goals"}
    out = fitted(room(), PROCESS, START, 85 * 60, (made.helps[0].id,))
    assert out.missing < 60


def test_what_would_help_never_takes_the_rough_drafts_that_later_cards_are_aimed_by() -> None:
    made = fitted(room(), PROCESS, START, 15 * 60, ())
    assert not {"rough-danger", "rough-goals", "introductions", "review", "group-review"} & {
        step.id for step in made.helps
    }
    assert made.then_missing > 0


def test_steps_that_are_done_are_not_shown_and_begun_ones_cannot_be_left_out() -> None:
    session = with_timings(PhaseTiming("scales/write", spent=60))
    rows = fitted(session, PROCESS, Place("working-well", "read", 30.0), 60 * 60, ()).steps
    assert rows[0].step.id == "working-well"
    assert {row.step.id for row in rows if row.begun} == {"working-well", "scales"}


def test_more_time_stretches() -> None:
    made = fitted(room(), PROCESS, START, WHOLE + 600, ())
    assert made.fits
    assert all(row.then >= row.now for row in made.steps)
    assert fitted(room(), PROCESS, START, WHOLE * 3, ()).missing < -60


@given(available=st.integers(0, 4 * 3600), out=st.sets(st.sampled_from([step.id for step in PROCESS.steps])))
@settings(max_examples=60, deadline=None)
def test_any_offer_keeps_every_range_and_says_where_it_ends(available: int, out: set[str]) -> None:
    session = with_timings(PhaseTiming("introductions/talk", spent=60))
    at = Place("introductions", "talk", 60.0)
    made = fitted(session, PROCESS, at, available, tuple(out))
    for step, phase in PROCESS.walk():
        time = plan.phase_time(session, step, phase)
        low, high = plan.limits(time)
        assert low <= made.planned.get(time.key, time.planned) <= high
    session.apply(
        [
            change
            for step in PROCESS.steps
            for change in plan.leave_out(session, step.id, step.id in out)
            if change.before != change.after
        ]
    )
    times = [PhaseTiming(key, planned=seconds) for key, seconds in made.planned.items() if key != "introductions/talk"]
    then = Session("s", [*session.entities(), *times])
    to_come = plan.to_come(then, PROCESS, at.step_id, at.phase_id)
    assert plan.seconds_to_come(to_come, at.spent) == pytest.approx(made.seconds)
    assert made.missing == pytest.approx(made.seconds - available)


@pytest.mark.parametrize(
    ("now", "wish", "meant"),
    [
        ("2026-03-02 14:00", "15:45", "2026-03-02 15:45"),
        ("2026-03-02 16:30", "15:45", "2026-03-02 15:45"),
        ("2026-03-02 23:30", "00:15", "2026-03-03 00:15"),
        ("2026-03-03 00:10", "23:45", "2026-03-02 23:45"),
    ],
)
def test_the_finish_time_is_the_nearest_one(now: str, wish: str, meant: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert wished_finish(wish, moment) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


def test_a_finish_time_that_nobody_set_is_none() -> None:
    now = datetime(2026, 3, 2, 14, tzinfo=UTC)
    assert wished_finish("", now) is None
    assert wished_finish("soon", now) is None


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ("15:57", "12 min after 15:45"),
        ("15:40", "5 min before 15:45"),
        ("14:40", "1 h 5 min before 15:45"),
        ("15:45", "as wished"),
        ("15:46", "1 min after 15:45"),
        ("15:45:59", "as wished"),
        ("15:44:59", "1 min before 15:45"),
        ("15:46:58", "1 min after 15:45"),
    ],
)
def test_the_end_is_set_against_the_wish_in_words(ends: str, said: str) -> None:
    day = "2026-03-02 "
    assert against_wish(datetime.fromisoformat(day + ends), datetime.fromisoformat(day + "15:45")) == said
    assert against_wish(datetime.fromisoformat(day + ends), None) == ""
