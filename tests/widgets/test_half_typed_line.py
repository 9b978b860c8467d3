"""What is half-typed is pointed out when the room goes on, and never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.half_typed import half_typed
from models.people import Participant
from models.session import Session, Unfinished
from tests.helpers import room
from tests.widgets.rooms import open_room
from widgets.session.page import SessionPage

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def open_session() -> OpenSession:
    begun = [Unfinished("card/well/bea", "How would @Nan see it?"), Unfinished("card/well/carys", "And then?")]
    return open_room(Session("s", [*room().entities(), *begun]), "well", "write")


@pytest.fixture
def page(qtbot: QtBot, open_session: OpenSession) -> SessionPage:
    page = SessionPage(open_session)
    qtbot.addWidget(page)
    page.resize(1366, 690)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_going_on_to_reading_says_whose_cards_are_half_typed(page: SessionPage) -> None:
    assert not page.half_typed.isVisible()
    page.go_on()
    assert page.half_typed.isVisible()
    assert page.half_typed._text.text() == "Half-typed: Bea, Carys. Alt+A adds them, Alt+L leaves them."
    offered = [action.text() for action in page.actions_offered()]
    assert "Add half-typed cards" in offered


def test_one_key_adds_them_all_and_undo_takes_them_back(page: SessionPage, open_session: OpenSession) -> None:
    page.go_on()
    QTest.keyClick(page, Qt.Key.Key_A, ALT)
    cards = open_session.session.cards_of("well")
    assert [(card.author, card.text, card.asked_of) for card in cards] == [
        ("bea", "How would Nan see it?", "Nan"),
        ("carys", "And then?", ""),
    ]
    assert not page.half_typed.isVisible() and half_typed(open_session.session, "well") == []
    assert open_session.document.undo_stack.undoText() == "Add half-typed cards"
    open_session.document.undo_stack.undo()
    assert open_session.session.cards_of("well") == []


def test_what_became_of_them_is_said(page: SessionPage, open_session: OpenSession) -> None:
    said: list[str] = []
    page.message.connect(said.append)
    page.go_on()
    QTest.keyClick(page, Qt.Key.Key_A, ALT)
    assert said == ["2 cards added: Bea, Carys. Ctrl+Z takes them back."]


def test_one_alone_is_spoken_of_as_one(page: SessionPage, open_session: OpenSession) -> None:
    said: list[str] = []
    page.message.connect(said.append)
    open_session.document.set_quietly(open_session.session.get(Unfinished, "card/well/carys"), text="")
    page.go_on()
    assert (page.half_typed.add.text(), page.half_typed.leave.text()) == ("Add it", "Leave it")
    assert page.half_typed.add.accessibleName() == "Add it"
    page.half_typed.add.click()
    assert said == ["1 card added: Bea. Ctrl+Z takes it back."]


def test_left_they_stay_half_typed_and_are_spoken_of_no_more(page: SessionPage, open_session: OpenSession) -> None:
    page.go_on()
    QTest.keyClick(page, Qt.Key.Key_L, ALT)
    assert not page.half_typed.isVisible()
    assert [half.author for half in half_typed(open_session.session, "well")] == ["bea", "carys"]
    open_session.engine.go_to("scales", "read")
    assert not page.half_typed.isVisible()
    open_session.engine.go_to("well", "write")
    page.go_on()
    assert page.half_typed.isVisible()


def test_leaving_the_step_says_so_as_well(page: SessionPage, open_session: OpenSession) -> None:
    open_session.engine.go_to("free")
    assert page.half_typed.isVisible()


def test_a_text_that_was_added_is_no_longer_in_the_field(page: SessionPage, open_session: OpenSession) -> None:
    page.go_on()
    entry = page.stack.workspace.entry
    entry.set_author("bea")
    assert entry.text.toPlainText()
    page.half_typed.add.click()
    assert entry.text.toPlainText() == ""


def test_it_follows_what_is_typed_and_who_has_which_name(page: SessionPage, open_session: OpenSession) -> None:
    page.go_on()
    held = open_session.session.get(Unfinished, "card/well/carys")
    open_session.document.set_quietly(held, text=" ")
    open_session.document.set("Change name", open_session.session.get(Participant, "bea"), name="Beatrix")
    assert page.half_typed._text.text().startswith("Half-typed: Beatrix. ")
    open_session.document.set_quietly(open_session.session.get(Unfinished, "card/well/bea"), text="")
    assert not page.half_typed.isVisible()


def test_nothing_is_said_where_nothing_is_half_typed(qtbot: QtBot) -> None:
    page = SessionPage(open_room(step="well", phase_id="write"))
    qtbot.addWidget(page)
    page.show()
    page.go_on()
    assert not page.half_typed.isVisible()
    assert page.half_typed.actions_offered() == []
