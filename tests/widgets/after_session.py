"""The page after a session, on screen for a test, used by what things are called."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.open_session import OpenSession
from models.session import Session
from tests.widgets.evening import by_name, evening
from tests.widgets.rooms import open_room
from widgets.after.page import AfterPage

#: What the fixture `opened` gives: opens the page, on a session where one is given.
Open = Callable[..., tuple[OpenSession, AfterPage]]


def open_after(qtbot: QtBot, session: Session | None = None) -> tuple[OpenSession, AfterPage]:
    """The page on a session, the evening's where none is given."""
    room = open_room(session or evening(), "review", "review", resources.process("group_supervision"))
    page = AfterPage(room)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    return room, page


def press(page: QWidget, name: str) -> None:
    """Press a button."""
    by_name(page, QPushButton, name).click()


def shown(page: QWidget, begins: str) -> QPushButton:
    """The button that is not hidden and whose name begins so."""
    (found,) = [
        each for each in page.findChildren(QPushButton) if each.isVisible() and each.accessibleName().startswith(begins)
    ]
    return found


def act(page: AfterPage, name: str) -> None:
    """Do what has no button, from the menu or the palette."""
    (action,) = [each for each in page.actions_offered() if each.text() == name and each.isVisible()]
    action.trigger()


def close(page: AfterPage) -> None:
    """Close the session as it is, signed off or not."""
    press(page, "Close session")
    if any(
        each.accessibleName() == "Close all the same" and each.isVisible() for each in page.findChildren(QPushButton)
    ):
        press(page, "Close all the same")
