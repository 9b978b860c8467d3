"""F1: each page has help of its own."""

import pytest
from pytestqt.qtbot import QtBot

from models.help import OF_PAGE, help_for_page
from tests.widgets.evening import evening
from tests.widgets.rooms import open_room
from widgets.after.page import AfterPage
from widgets.documents.page import DocumentsPage
from widgets.home.page import HomePage
from widgets.prepare.page import PreparePage
from widgets.session.page import SessionPage
from widgets.window.main_window import Page


def test_every_page_says_what_it_is_for(qtbot: QtBot) -> None:
    room = open_room(evening())
    pages: dict[str, Page] = {
        "home": HomePage(welcome=False), "prepare": PreparePage(room), "after": AfterPage(room),
        "documents": DocumentsPage(room),
    }  # fmt: skip
    assert set(pages) == set(OF_PAGE)
    for name, page in pages.items():
        qtbot.addWidget(page)  # type: ignore[arg-type]  # each is a widget
        assert page.help_in_view() == help_for_page(name)


def test_the_room_has_the_help_of_its_phase(qtbot: QtBot) -> None:
    room = open_room(step="well", phase_id="write")
    page = SessionPage(room)
    qtbot.addWidget(page)
    assert page.help_in_view()[0].heading == "Step 5 of 9: What's working well?"


@pytest.mark.parametrize("page", OF_PAGE)
def test_help_is_a_few_short_lines(page: str) -> None:
    assert all(len(line) < 130 for line in OF_PAGE[page])
