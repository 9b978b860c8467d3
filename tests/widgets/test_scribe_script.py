"""Sixty cards by ten people at one keyboard: none lost, none under another's name, every mark understood."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.cards import Card
from models.session import Session, Unfinished
from tests.scribe_script import as_typed, people, presses, typed_cards, wanted
from tests.widgets.rooms import cards, open_room
from tests.widgets.test_write import enter


@pytest.mark.parametrize("there", [0, 1_000])
def test_sixty_cards_from_a_script_of_key_presses(qtbot: QtBot, there: int) -> None:
    everyone = people()
    old = cards(there, authors=tuple(person.id for person in everyone))
    room = open_room(Session("s", [*everyone, *old]), "well", "write")
    workspace = enter(qtbot, room)
    script, step = typed_cards("well", "scales", "harm"), "well"
    for where, press in presses(script):
        if where != step:
            step = where
            room.engine.go_to(step, "write")
            workspace.leave()
            workspace.enter(room.engine.step, room.engine.phase)
        if isinstance(press, str):
            QTest.keyClicks(workspace.entry.text, press)
        else:
            QTest.keyClick(workspace.entry.text, *press)
    assert len(script) == 60
    assert as_typed(room.session, script, {card.id for card in old}) == wanted(script)
    assert room.session.all(Unfinished) == []
    assert len(room.session.all(Card)) == there + 60
