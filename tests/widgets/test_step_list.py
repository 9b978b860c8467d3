"""The step list: planned against spent in words and shape, minutes changed by keys, nothing elided."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.plan import phase_time
from models.timing import PhaseTiming
from tests.held_clock import HeldClock, open_on
from widgets import theme
from widgets.session.step_list import StepList
from widgets.session.step_paint import minutes_words

HEARD = int(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def opened(qapp: QApplication) -> OpenSession:
    made = open_on(HeldClock())
    made.engine.begin()
    return made


@pytest.fixture
def steps(qapp: QApplication, qtbot: QtBot, opened: OpenSession) -> Iterator[StepList]:
    theme.apply(qapp, "light", 100)
    made = StepList(opened)
    qtbot.addWidget(made)
    made.resize(14 * theme.text_height(), 500)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    theme.apply(qapp, "light", 100)


def take(opened: OpenSession, key: str, spent: float) -> None:
    opened.document.set_quietly(opened.session.find(PhaseTiming, key) or PhaseTiming(key), spent=spent)


def heard(steps: StepList, row: int) -> str:
    words: str = steps.steps.index(row).data(HEARD)
    return words


def planned(opened: OpenSession, step: str, phase: str) -> float:
    held = opened.process.step(step)
    return phase_time(opened.session, held, held.phase(phase)).planned


def test_a_step_that_took_longer_says_by_how_much(steps: StepList, opened: OpenSession) -> None:
    take(opened, "genogram/draw", 180)
    assert heard(steps, 1) == "2. Genogram, begun, 3 of 3 min"
    take(opened, "genogram/draw", 291)
    assert heard(steps, 1) == "2. Genogram, begun, 3 min, 2 over"
    tip = steps.steps.index(1).data(int(Qt.ItemDataRole.ToolTipRole))
    assert tip == "2. Genogram\ntook 5, planned 3 min"


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_step_that_took_longer_is_framed(qapp: QApplication, steps: StepList, opened: OpenSession, name: str) -> None:
    theme.apply(qapp, name, 100)
    signal = theme.colour("signal").rgb()

    def edge() -> int:
        """The longest line of the signal's colour in the row, in pixels: letters have none so long."""
        row = steps.visualRect(steps.steps.index(1))
        picture = steps.viewport().grab(row).toImage()
        lengths = [sum(picture.pixel(x, y) == signal for x in range(picture.width())) for y in range(picture.height())]
        return max(lengths)

    take(opened, "genogram/draw", 180)
    assert edge() == 0
    take(opened, "genogram/draw", 400)
    assert edge() > QFontMetrics(theme.font("small")).horizontalAdvance("3 min, 4 over")


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_short_titles_are_whole_in_the_narrowest_list_beside_the_longest_minutes(
    qapp: QApplication, steps: StepList, opened: OpenSession, zoom: int
) -> None:
    """The page gives the list 14 heights of a line at least."""
    theme.apply(qapp, "light", zoom)
    em = theme.text_height()
    for row, step in enumerate(opened.process.steps):
        for phase in step.phases:
            take(opened, f"{step.id}/{phase.id}", phase.minutes * 90)
        words = QFontMetrics(theme.font("small", bold=True)).horizontalAdvance(minutes_words(steps.steps.time(row)))
        title = QFontMetrics(theme.font("body", bold=True)).horizontalAdvance(f"{row + 1}. {step.short}")
        assert title + words <= 14 * em - em * 3


def test_plus_and_minus_change_the_minutes_of_the_step_and_undo_gives_them_back(
    steps: StepList, opened: OpenSession
) -> None:
    steps.setCurrentIndex(steps.steps.index(6))
    QTest.keyClicks(steps, "+")
    assert planned(opened, "working-well", "map") == 13 * 60
    assert heard(steps, 6) == "7. What's working well?, to come, 28 min"
    QTest.keyClicks(steps, "--")
    assert heard(steps, 6) == "7. What's working well?, to come, 26 min"
    for _ in range(3):
        opened.document.undo_stack.undo()
    assert heard(steps, 6) == "7. What's working well?, to come, 27 min"


def test_minutes_of_the_step_under_way_are_those_of_its_phase(steps: StepList, opened: OpenSession) -> None:
    opened.engine.go_to("working-well", "read")
    QTest.keyClicks(steps, "+")
    assert opened.engine.read_timer().planned == 6 * 60
    assert opened.engine.step.id == "working-well"
