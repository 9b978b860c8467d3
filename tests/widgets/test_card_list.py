"""The list of cards and its model: it follows the document one card at a time, and measures what it shows."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from models.cards import Audience, Card, CardKind, HarmElement
from models.people import Participant
from models.session import Change, Session
from tests.helpers import ROOM
from tests.widgets.rooms import cards, crowd, open_room
from widgets.cards.card_list import CardList
from widgets.cards.card_model import CardModel, newest_first
from widgets.cards.card_paint import runs_right_to_left
from widgets.cards.card_words import HIDDEN, card_sentence, names_of


def shown(model: CardModel) -> list[str]:
    return [model.card(row).id for row in range(model.rowCount())]


def room_with(count: int) -> tuple[CardModel, object]:
    open_session = open_room(Session("s", [*ROOM, *cards(count)]))
    model = CardModel(open_session)
    model.show_step("well", newest_first)
    return model, open_session


def test_one_card_more_is_one_row_more(qtbot: QtBot) -> None:
    model, room = room_with(3)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted) as inserted:
        room.document.add("Add card", Card("new", "well", CardKind.QUESTION, "bea", "New?", 9))  # type: ignore[attr-defined]
    assert inserted.args[1:] == [0, 0]
    assert shown(model) == ["new", "card2", "card1", "card0"]


def test_a_changed_card_repaints_its_row_alone(qtbot: QtBot) -> None:
    model, room = room_with(3)
    card = room.session.get(Card, "card1")  # type: ignore[attr-defined]
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        room.document.set("Strongest", card, strongest=True)  # type: ignore[attr-defined]
    assert changed.args[0].row() == changed.args[1].row() == 1


def test_a_card_of_another_step_is_not_this_lists_business(qtbot: QtBot) -> None:
    model, room = room_with(1)
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.dataChanged):
        room.document.add("Add card", Card("new", "harm", CardKind.HARM_QUESTION, "bea", "New?"))  # type: ignore[attr-defined]


def test_a_card_that_no_longer_fits_leaves() -> None:
    model, room = room_with(2)
    model.show_cards(lambda card: not card.read)
    room.document.set("Read", room.session.get(Card, "card0"), read=True)  # type: ignore[attr-defined]
    assert shown(model) == ["card1"]
    room.document.undo_stack.undo()  # type: ignore[attr-defined]
    assert shown(model) == ["card0", "card1"]


def test_an_author_renamed_is_renamed_in_the_list() -> None:
    model, room = room_with(2)
    room.document.set("Name", room.session.get(Participant, "bea"), name="Beatrice")  # type: ignore[attr-defined]
    assert model.author(model.card(0)) == "Beatrice"


steps = st.lists(st.tuples(st.sampled_from("adcu"), st.integers(0, 30)), max_size=25)


@settings(max_examples=40, deadline=None)
@given(steps)
def test_any_walk_of_edits_leaves_the_list_as_a_fresh_one(walk: list[tuple[str, int]]) -> None:
    open_session = open_room(Session("s", [*ROOM, *cards(5)]))
    document, session = open_session.document, open_session.session
    model = CardModel(open_session)
    model.show_cards(lambda card: card.step == "well" and not card.read, newest_first)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for turn, (what, number) in enumerate(walk):
        held = session.cards_of("well")
        card = held[number % len(held)] if held else None
        if what == "a":
            document.add("Add", Card(f"n{turn}", "well", CardKind.QUESTION, "bea", "?", number))
        elif what == "d" and card:
            document.remove("Delete", card)
        elif what == "c" and card:
            document.set("Change", card, rank=number, read=number % 3 == 0)
        elif what == "u":
            document.undo_stack.undo()
    fresh = CardModel(open_session)
    fresh.show_cards(lambda card: card.step == "well" and not card.read, newest_first)
    assert shown(model) == shown(fresh)
    tester.deleteLater()


# Words


def test_a_sentence_says_everything_that_is_painted() -> None:
    card = Card(
        "c", "s", CardKind.SCALING_QUESTION, "bea", "How safe", audience=Audience.PARENT, asked_of="Mum",
        scale="safety", ten="every night", zero="never", element=HarmElement.IMPACT, relationship=True, read=True,
        strongest=True, chosen=True, chosen_with="Gran",
    )  # fmt: skip
    said = card_sentence(card, "Bea", card.text, str)
    assert said == (
        "Bea: How safe. 10 = every night. 0 = never. Ask a parent, Mum. Relationship question. Impact. Safety scale. "
        "Read. Strongest. Chosen, with Gran."
    )
    assert card_sentence(card, "Bea", HIDDEN, str) == "A card by Bea, hidden until reading starts."


def test_people_of_one_name_are_told_apart() -> None:
    people = [
        Participant("a", "Bea", job="Nurse"),
        Participant("b", "Bea", rank=1),
        Participant("c", "Bea", rank=2),
        Participant("d", " ", rank=3),
    ]
    assert names_of(Session("s", people)) == {"a": "Bea, Nurse", "b": "Bea (1)", "c": "Bea (2)", "d": "Person 4"}


@pytest.mark.parametrize(
    ("text", "right"), [("سلام hello", True), ("hello سلام", False), ("123 שלום", True), ("", False)]
)
def test_a_text_runs_as_its_first_strong_letter(text: str, right: bool) -> None:
    assert runs_right_to_left(text) is right


# The list


def listed(qtbot: QtBot, model: CardModel) -> CardList:
    view = CardList(model)
    qtbot.addWidget(view)
    view.resize(400, 500)
    view.show()
    view.grab()
    return view


def heights(view: CardList, model: CardModel) -> list[int]:
    return [view.visualRect(model.index(row)).height() for row in range(model.rowCount())]


def test_a_longer_card_is_higher_and_no_row_is_guessed(qtbot: QtBot) -> None:
    model, room = room_with(2)
    view = listed(qtbot, model)
    before = heights(view, model)
    card = room.session.get(Card, "card1")  # type: ignore[attr-defined]
    room.document.set("Change", card, text="Many more words than before. " * 20)  # type: ignore[attr-defined]
    view.grab()
    after = heights(view, model)
    assert after[0] > 3 * before[0]
    assert after[1] == before[1]


def dark(view: CardList) -> int:
    """Pixels of writing, in the middle of the list."""
    picture = view.viewport().grab().toImage()
    return sum(
        picture.pixelColor(x, y).lightness() < 90
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )


def test_more_words_are_more_ink(qtbot: QtBot) -> None:
    model, room = room_with(1)
    view = listed(qtbot, model)
    before = dark(view)
    room.document.set("Change", room.session.get(Card, "card0"), text="Many more words. " * 20)  # type: ignore[attr-defined]
    assert dark(view) > 2 * before > 0


def test_a_narrower_list_is_higher(qtbot: QtBot) -> None:
    model, _ = room_with(2)
    view = listed(qtbot, model)
    before = heights(view, model)
    view.resize(180, 500)
    view.grab()
    assert all(now > then for now, then in zip(heights(view, model), before, strict=True))


def test_a_word_wider_than_the_list_is_broken(qtbot: QtBot) -> None:
    model, room = room_with(1)
    view = listed(qtbot, model)
    before = heights(view, model)[0]
    room.document.set("Change", room.session.get(Card, "card0"), text="w" * 400)  # type: ignore[attr-defined]
    view.grab()
    assert heights(view, model)[0] > 2 * before


def test_a_thousand_cards_are_all_measured_while_idle(qtbot: QtBot) -> None:
    open_session = open_room(crowd(30, 1000))
    model = CardModel(open_session)
    model.show_step("well")
    view = listed(qtbot, model)
    qtbot.waitUntil(lambda: not view._idle.isActive())
    view.grab()
    assert not view._painter.measure(range(1000))
    last = view.visualRect(model.index(999))
    assert last.bottom() - view.visualRect(model.index(0)).top() == sum(heights(view, model)) - 1


@pytest.mark.parametrize("count", [1, 2])
def test_shielded_cards_are_low_and_say_nothing(qtbot: QtBot, count: int) -> None:
    model, _ = room_with(count)
    view = listed(qtbot, model)
    open_heights = heights(view, model)
    model.set_shielded(True)
    view.grab()
    assert all(now < then for now, then in zip(heights(view, model), open_heights, strict=True))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_open_a_card(qtbot: QtBot, key: Qt.Key) -> None:
    model, _ = room_with(2)
    view = listed(qtbot, model)
    view.show_card("card0")
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, key)
    assert opened.args[0].id == "card0"


def test_control_and_enter_belong_to_the_window(qtbot: QtBot) -> None:
    model, _ = room_with(2)
    view = listed(qtbot, model)
    view.show_card("card0")
    with qtbot.assertNotEmitted(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_many_cards_at_once_are_one_reset(qtbot: QtBot) -> None:
    model, room = room_with(0)
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.waitSignal(model.modelReset):
        room.document.do("Import", [Change(None, replace(card, step="well")) for card in cards(300)])  # type: ignore[attr-defined]
    assert model.rowCount() == 300
