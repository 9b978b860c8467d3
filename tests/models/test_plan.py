"""The plan: what is spent, where the pace leads, what gives way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import plan
from models.process import Process, load_process
from models.session import Session
from models.timing import PhaseTiming, StepPlan
from tests.helpers import room

HEAD = """
id = "small"
title = "Small"
language = "en-GB"
usefulness = {ten = "all", zero = "none"}
harm_clarity = {ten = "clear", zero = "unclear"}
safety_scale = {ten = "safe", zero = "unsafe"}
roles = {facilitator = "f", advisor = "a", presenting_worker = "p", observer = "o"}
"""
STEP = """
[[steps]]
id = "{0}"
title = "{0}"
short = "{0}"
"""
PHASE = """
  [[steps.phases]]
  id = "{0}"
  kind = "{1}"
  title = "{0}"
  minutes = {2}
  minutes_from = "ours"
  say = "Say"
  {3}
"""
CARD = 'cards = [{kind = "question", label = "Question"}]'


def small_process() -> Process:
    """Talk; write, read, map; write, read."""
    return load_process(
        HEAD
        + STEP.format("first")
        + PHASE.format("talk", "talk", 3, "fixed = true")
        + STEP.format("well")
        + PHASE.format("write", "write", 5, CARD)
        + PHASE.format("read", "read", 10, "")
        + PHASE.format("map", "map", 12, "range = [10, 15]")
        + STEP.format("goals")
        + PHASE.format("write", "write", 5, CARD)
        + PHASE.format("read", "read", 4, ""),
        "small.toml",
    )


@pytest.fixture
def process() -> Process:
    return small_process()


def session(*timings: PhaseTiming, left_out: str = "") -> Session:
    extra = [StepPlan(left_out, True)] if left_out else []
    return Session("s", [*room().entities(), *timings, *extra])


def test_a_step_sums_its_phases(process: Process) -> None:
    held = session(PhaseTiming("well/write", planned=360, spent=100), PhaseTiming("well/map", spent=5, done=True))
    time = plan.step_time(held, process.step("well"))
    assert (time.planned, time.spent, time.begun, time.done) == (360 + 600 + 720, 105, True, True)


def test_the_total_leaves_out_what_is_left_out_but_not_what_it_took(process: Process) -> None:
    held = session(PhaseTiming("goals/write", spent=40), left_out="goals")
    assert plan.total(plan.step_times(held, process)) == (30 * 60, 40)


def test_to_come_is_this_phase_and_the_later_ones_neither_done_nor_left_out(process: Process) -> None:
    held = session(PhaseTiming("well/map", spent=700, done=True), left_out="goals")
    assert [time.key for time in plan.to_come(held, process, "well", "write")] == ["well/write", "well/read"]
    assert [time.key for time in plan.to_come(held, process, "goals", "write")] == ["goals/write", "goals/read"]


def test_the_rest_takes_what_is_left_of_this_phase_and_all_of_the_later_ones(process: Process) -> None:
    times = plan.to_come(session(), process, "well", "read")
    assert plan.seconds_to_come(times, 60) == 9 * 60 + 12 * 60 + 5 * 60 + 4 * 60
    assert plan.seconds_to_come(times, 900) == 12 * 60 + 5 * 60 + 4 * 60


def test_pace_needs_ten_minutes_of_speaking_and_stretches_only_speaking(process: Process) -> None:
    early = session(PhaseTiming("goals/read", spent=480, done=True))
    assert plan.pace(early, process) == 1.0
    later = session(PhaseTiming("well/read", spent=900, done=True))
    assert plan.pace(later, process) == 1.5
    times = plan.to_come(later, process, "well", "map")
    assert plan.seconds_to_come(times, 0, 1.5) == 12 * 60 + 5 * 60 + 1.5 * 4 * 60


def test_a_plan_that_fits_already_keeps_its_minutes(process: Process) -> None:
    times = plan.to_come(session(), process, "first", "talk")
    fitted = plan.fit(times, 0, 39 * 60)
    assert fitted.missing == pytest.approx(0)
    assert fitted.planned == pytest.approx({"well/read": 600, "well/map": 720, "goals/read": 240})


def test_reading_and_mapping_give_way_in_proportion_within_the_range(process: Process) -> None:
    times = plan.to_come(session(), process, "first", "talk")
    fitted = plan.fit(times, 0, 33 * 60)
    # 6 of 26 minutes must go; the map can lose only 2 of its 12, so the reading loses the rest alike.
    assert fitted.planned["well/map"] == 600
    assert fitted.planned["well/read"] == pytest.approx(600 * 10 / 14)
    assert fitted.planned["goals/read"] == pytest.approx(240 * 10 / 14)
    assert fitted.missing == pytest.approx(0)


def test_what_cannot_be_fitted_is_said(process: Process) -> None:
    times = plan.to_come(session(), process, "first", "talk")
    assert plan.fit(times, 0, 20 * 60).missing == pytest.approx((13 + 10 + 5 + 2 - 20) * 60)
    assert plan.fit(times, 0, 90 * 60).missing == pytest.approx((13 + 15 + 20 + 8 - 90) * 60)
    nothing_gives = plan.fit(plan.to_come(session(), process, "goals", "read"), 0, 60)
    assert (dict(nothing_gives.planned), nothing_gives.missing) == ({}, 180)


@given(available=st.floats(0, 7200), spent=st.floats(0, 400))
@settings(max_examples=60, deadline=None)
def test_fitting_keeps_every_range_and_accounts_for_every_second(available: float, spent: float) -> None:
    times = plan.to_come(session(), small_process(), "first", "talk")
    fitted = plan.fit(times, spent, available)
    ranges = {"well/read": (300, 1200), "well/map": (600, 900), "goals/read": (120, 480)}
    for key, (low, high) in ranges.items():
        assert low - 1e-6 <= fitted.planned[key] <= high + 1e-6
    kept = max(0.0, 180 - spent) + 600
    assert sum(fitted.planned.values()) + kept - fitted.missing == pytest.approx(available)
    if abs(fitted.missing) > 1e-6:
        edge = 0 if fitted.missing > 0 else 1
        assert all(fitted.planned[key] == pytest.approx(ranges[key][edge]) for key in ranges)


def test_a_step_is_left_out_and_taken_up_again(process: Process) -> None:
    held = session()
    held.apply(plan.leave_out(held, "goals", True))
    assert held.left_out() == ("goals",)
    held.apply(plan.leave_out(held, "goals", False))
    assert held.left_out() == ()


def test_behind_counts_timed_phases_and_this_ones_overtime_only(process: Process) -> None:
    held = session(
        PhaseTiming("first/talk", spent=240, done=True),
        PhaseTiming("well/write", done=True),
        PhaseTiming("well/read", spent=660),
    )
    assert plan.behind(held, process, "well", "read", 660) == 60 + 60
    assert plan.behind(held, process, "well", "read", 20) == 60
