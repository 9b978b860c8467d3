"""What a second costs: the clock and its bar are painted alone, and only where something is to be seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets import theme
from widgets.session.clock_face import ClockFace
from widgets.session.time_bar import TimeBar
from widgets.session.time_words import ClockWords


class Paints(QObject):
    """Counts the paints of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


class Room(QWidget):
    """A window with the clock and its bar."""

    def __init__(self) -> None:
        super().__init__()
        self.face, self.bar = ClockFace(), TimeBar()
        self.face.set_tall(111)
        layout = QVBoxLayout(self)
        layout.addWidget(self.face)
        layout.addWidget(self.bar)
        self.resize(340, 170)
        self.show_time("4:59", 0.5)

    def show_time(self, digits: str, gone: float, over: bool = False) -> None:
        self.face.show_time(ClockWords(digits, "left of 5 min", gone, over), paused=False)
        self.bar.show_gone(gone, over)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 100)
    made = Room()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    theme.apply(app, "light", 100)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_second_repaints_nothing_behind_the_clock(room: Room, qtbot: QtBot, name: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, name, 100)
    behind, face, bar = Paints(room), Paints(room.face), Paints(room.bar)
    room.show_time("4:58", 0.6)
    qtbot.waitUntil(lambda: face.count > 0 and bar.count > 0)
    QApplication.processEvents()
    behind.count = face.count = bar.count = 0
    room.show_time("4:57", 0.7)
    qtbot.waitUntil(lambda: face.count > 0 and bar.count > 0)
    assert behind.count == 0


def test_a_share_that_fills_the_same_pixels_repaints_nothing(room: Room, qtbot: QtBot) -> None:
    face, bar = Paints(room.face), Paints(room.bar)
    room.show_time("4:58", 0.7)
    qtbot.waitUntil(lambda: face.count > 0 and bar.count > 0)
    QApplication.processEvents()
    face.count = bar.count = 0
    room.show_time("4:57", 0.7001)
    qtbot.waitUntil(lambda: face.count > 0)
    assert bar.count == 0


def test_the_digits_have_the_colours_of_the_theme_in_use(room: Room) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for name in ("light", "contrast", "dark"):
        theme.apply(app, name, 100)
        picture = room.face.grab().toImage()
        colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
        assert {theme.THEMES[name]["text"], theme.THEMES[name]["window"]} <= colours


def test_the_digits_stand_in_the_middle_whichever_they_are(room: Room) -> None:
    def edges(digits: str) -> tuple[int, int]:
        room.show_time(digits, 0.5)
        picture = room.face.grab().toImage()
        empty = picture.pixelColor(0, 0)
        columns = [
            x for x in range(picture.width()) if any(picture.pixelColor(x, y) != empty for y in range(picture.height()))
        ]
        return columns[0], picture.width() - 1 - columns[-1]

    for digits in ("0:00", "8:88", "20:40"):
        left, right = edges(digits)
        assert left > 0
        assert abs(left - right) < 10


def test_in_overtime_a_gap_parts_the_plan_from_what_is_over(room: Room) -> None:
    def runs() -> list[str]:
        """The colours along the middle of the bar, each once."""
        picture = room.bar.grab().toImage()
        colours = [picture.pixelColor(x, picture.height() // 2).name() for x in range(4, picture.width() - 4)]
        return [colour for place, colour in enumerate(colours) if place == 0 or colours[place - 1] != colour]

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for name in ("light", "dark", "contrast"):
        theme.apply(app, name, 100)
        tokens = theme.THEMES[name]
        for share in (1.0, 0.75, 0.1):
            room.show_time("+0:20", share, over=True)
            assert runs() == [tokens["accent"], tokens["window"], tokens["signal"]]
        room.show_time("0:20", 0.5)
        assert runs()[0] == tokens["accent"]
        assert tokens["signal"] not in runs()
