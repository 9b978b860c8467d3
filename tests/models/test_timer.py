"""The phase timer: any walk of presses gives the time that really passed while it ran."""

from hypothesis import given, settings
from hypothesis import strategies as st

from models.timer import PhaseTimer

PRESSES = st.lists(
    st.tuples(st.sampled_from(["start", "pause", "wait", "plan", "shift"]), st.floats(-400, 400)), max_size=30
)


@given(PRESSES)
@settings(max_examples=60, deadline=None)
def test_any_walk_gives_the_time_that_passed_while_running(presses: list[tuple[str, float]]) -> None:
    now, spent, planned, running = [50.0], 0.0, 180.0, False
    timer = PhaseTimer(lambda: now[0], planned)
    for what, seconds in presses:
        if what == "wait":
            now[0] += abs(seconds)
            spent += abs(seconds) if running else 0
        elif what == "plan":
            timer.planned = planned = planned + 60
        elif what == "shift":
            timer.shift(seconds)
            spent = max(0.0, spent + seconds)
        else:
            getattr(timer, what)()
            running = what == "start"
        reading = timer.read()
        assert abs(reading.spent - spent) < 1e-6
        assert (reading.running, reading.planned) == (running, planned)
        assert abs(reading.left - (planned - spent)) < 1e-6


def test_a_minute_added_in_overtime_comes_back_from_it() -> None:
    now = [0.0]
    timer = PhaseTimer(lambda: now[0], 60)
    timer.start()
    now[0] = 80
    assert timer.read().left == -20
    timer.planned += 60
    assert timer.read().left == 40
