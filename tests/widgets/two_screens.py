"""Two screens, plugged in and out. Run by test_screens.py in a process of its own, which begins with two."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.review import PrivateNote
from tests.screens import LAPTOP, PROJECTOR, plug
from tests.widgets.whole import session_page, whole_application
from widgets.advisor.private_notes import PrivateNotes
from widgets.advisor.window import AdvisorWindow
from widgets.application import Application
from widgets.window.screens import screen_key

MASKED, SEEN = "masked", "names in sight"


class Watch(QObject):
    """Notes, at every painting and every move of a window, whether names were masked by then."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self._mask = application.window.menus.mask
        self.painted: list[str] = []
        self.moved: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        state = MASKED if self._mask.isChecked() else SEEN
        if event.type() is QEvent.Type.Paint:
            self.painted.append(state)
        elif event.type() is QEvent.Type.Move and isinstance(watched, QWidget) and watched.isWindow():
            self.moved.append(state)
        return False


@pytest.fixture
def application(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    plug(laptop=LAPTOP, projector=PROJECTOR)
    with whole_application(qapp, qtbot, tmp_path, monkeypatch) as made:
        made.window.move(PROJECTOR.topLeft() + QPoint(100, 100))
        settle()
        yield made
    plug(laptop=LAPTOP, projector=PROJECTOR)


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def advisor_of(application: Application) -> AdvisorWindow:
    page = session_page(application)
    page.beside.toggle_advisor()
    settle()
    found = page.findChild(AdvisorWindow)
    assert isinstance(found, AdvisorWindow)
    return found


def name_of_screen(window: QWidget) -> str:
    return window.screen().name()


def in_sight(window: QWidget, *screens: QRect) -> bool:
    return any(screen.contains(window.geometry()) for screen in screens)


def test_the_advisors_window_opens_where_the_session_is_not(application: Application) -> None:
    assert name_of_screen(application.window) == "projector"
    advisor = advisor_of(application)
    assert name_of_screen(advisor) == "laptop"
    assert in_sight(advisor, LAPTOP)
    assert not advisor.note.folded


def test_a_screen_that_goes_hides_names_before_anything_is_moved_or_painted(
    application: Application, qapp: QApplication
) -> None:
    window, advisor = application.window, advisor_of(application)
    session_page(application).open.document.set("Change note", PrivateNote("advisor"), text="Farah is tired")
    assert not window.menus.mask.isChecked()
    watch = Watch(application)
    qapp.installEventFilter(watch)
    plug(laptop=LAPTOP)  # the projector, with the session
    settle()
    qapp.removeEventFilter(watch)
    assert [screen.name() for screen in QGuiApplication.screens()] == ["laptop"]
    assert set(watch.painted) == {MASKED}
    assert set(watch.moved) == {MASKED}
    for each in (window, advisor):
        assert each.isVisible()
        assert in_sight(each, LAPTOP)
    assert application.sitting.open.masking.on  # type: ignore[union-attr]
    assert window.foot.message == (
        "A screen has gone; its windows are here, and go back with it. Names are hidden; Ctrl+Shift+M shows them."
    )
    assert advisor.note.folded
    assert session_page(application).open.session.get(PrivateNote, "advisor").text == "Farah is tired"


def test_a_screen_that_comes_back_has_its_windows_again_and_names_stay_hidden(application: Application) -> None:
    window, advisor = application.window, advisor_of(application)
    before = QRect(window.geometry())
    plug(laptop=LAPTOP)
    settle()
    plug(laptop=LAPTOP, projector=PROJECTOR)
    settle()
    assert name_of_screen(window) == "projector"
    assert window.geometry() == before
    assert name_of_screen(advisor) == "laptop"
    assert not advisor.note.folded
    assert window.menus.mask.isChecked()
    assert window.foot.message == "The screen is back, and its window with it."


def test_another_screen_is_not_taken_for_the_one_that_went(application: Application) -> None:
    plug(laptop=LAPTOP)
    settle()
    plug(laptop=LAPTOP, television=PROJECTOR)
    settle()
    assert name_of_screen(application.window) == "laptop"


def test_a_window_all_over_a_screen_that_goes_is_all_over_the_one_that_is_left(application: Application) -> None:
    window = application.window
    window.menus.full_screen.setChecked(True)
    settle()
    assert name_of_screen(window) == "projector"
    plug(laptop=LAPTOP)
    settle()
    assert window.isFullScreen()
    assert window.geometry() == LAPTOP
    plug(laptop=LAPTOP, projector=PROJECTOR)
    settle()
    assert window.isFullScreen()
    assert name_of_screen(window) == "projector"


def test_the_advisors_screen_goes_and_comes_back(application: Application) -> None:
    window, advisor = application.window, advisor_of(application)
    advisor.resize(700, 500)
    advisor.move(40, 60)
    settle()
    before = QRect(advisor.geometry())
    plug(projector=PROJECTOR)
    settle()
    assert in_sight(advisor, PROJECTOR)
    assert advisor.note.folded
    assert window.menus.mask.isChecked()
    plug(projector=PROJECTOR, laptop=LAPTOP)
    settle()
    assert advisor.geometry() == before
    assert not advisor.note.folded


def test_a_mirrored_screen_hides_names_and_folds_the_note(application: Application, qapp: QApplication) -> None:
    advisor = advisor_of(application)
    watch = Watch(application)
    qapp.installEventFilter(watch)
    plug(laptop=LAPTOP, projector=LAPTOP)
    settle()
    qapp.removeEventFilter(watch)
    assert set(watch.painted) <= {MASKED}
    assert application.window.menus.mask.isChecked()
    assert application.window.foot.message.startswith("Two screens show the same now. Names are hidden;")
    assert advisor.note.folded


def test_a_screen_that_grows_smaller_leaves_no_window_out_of_sight(application: Application) -> None:
    application.window.move(PROJECTOR.topLeft() + QPoint(1500, 800))
    settle()
    small = QRect(1366, 0, 800, 600)
    plug(laptop=LAPTOP, projector=small)
    settle()
    assert in_sight(application.window, LAPTOP, small)


def test_a_screen_more_hides_nothing(application: Application) -> None:
    plug(laptop=LAPTOP, projector=PROJECTOR, third=QRect(3286, 0, 800, 600))
    settle()
    assert not application.window.menus.mask.isChecked()


def test_names_that_are_hidden_already_are_not_spoken_of(application: Application) -> None:
    application.window.menus.mask.setChecked(True)
    plug(laptop=LAPTOP)
    settle()
    assert "Names" not in application.window.foot.message


def test_the_place_is_remembered_from_run_to_run(application: Application) -> None:
    advisor = advisor_of(application)
    advisor.resize(700, 500)
    advisor.move(40, 60)
    settle()
    advisor.close()
    held = application.settings.values.advisor_window
    assert held == f"40 60 700 500 {screen_key(advisor.screen())}"
    application.open_practice()  # another session, another window
    application.sitting.show_session()  # type: ignore[union-attr]
    settle()
    again = advisor_of(application)
    assert again is not advisor
    assert (again.pos(), again.size()) == (QPoint(40, 60), QSize(700, 500))


@pytest.mark.parametrize("held", ["40 60 700 500 a screen that is not here", "nonsense", "1 2 3", "-9000 0 10 10 x"])
def test_a_place_that_is_no_longer_there_is_no_place(application: Application, held: str) -> None:
    application.settings.set(advisor_window=held)
    assert in_sight(advisor_of(application), LAPTOP)


def test_the_remembered_screen_is_not_taken_while_it_shows_the_session(application: Application) -> None:
    projector = next(screen for screen in QGuiApplication.screens() if screen.name() == "projector")
    application.settings.set(advisor_window=f"40 60 700 500 {screen_key(projector)}")
    assert name_of_screen(advisor_of(application)) == "laptop"


def test_notes_fold_when_they_come_to_the_sessions_screen_and_when_it_fills(application: Application) -> None:
    page = session_page(application)
    page.beside.show_private_notes()
    settle()
    notes = page.findChild(PrivateNotes)
    assert isinstance(notes, PrivateNotes)
    assert not notes.note.folded
    notes.move(PROJECTOR.topLeft() + QPoint(10, 10))
    settle()
    assert notes.note.folded
    notes.note.show_button.click()
    assert not notes.note.folded
    application.window.menus.full_screen.setChecked(True)
    settle()
    assert notes.note.folded
    notes.move(10, 10)
    settle()
    assert not notes.note.folded
