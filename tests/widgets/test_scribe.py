"""Ten people and one keyboard: whose card it is, marks in the text, names offered, lines pasted, cards alike."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.cards import Audience, Card, HarmElement
from models.genogram import Person
from models.people import Child, Participant
from models.session import Change, Session, Unfinished
from models.starters import Starter
from tests.helpers import room
from tests.widgets.rooms import cards, crowd, open_room
from tests.widgets.test_write import alt, enter, paste, write
from widgets.workspaces.write import WriteWorkspace

FAMILY = (Child("jade", "Jade Whitlock"), Person("tanya", "Tanya"), Person("toby", "Toby"))


@pytest.fixture
def writing(qtbot: QtBot) -> WriteWorkspace:
    return enter(qtbot, open_room(Session("s", [*room().entities(), *FAMILY]), "well", "write"))


def press_enter(workspace: WriteWorkspace) -> None:
    QTest.keyClick(workspace.entry.text, Qt.Key.Key_Return)


def cards_of(workspace: WriteWorkspace) -> list[Card]:
    return workspace.document.session.cards_of(workspace.step.id)


# Whose card it is


def test_enter_in_the_empty_field_goes_round_the_table(writing: WriteWorkspace) -> None:
    seen = []
    for _ in range(5):
        seen.append(writing.entry.current_author)
        press_enter(writing)
    assert seen == ["farah", "adil", "bea", "carys", "farah"]
    assert cards_of(writing) == []


def test_the_hand_never_moves_on_by_itself(writing: WriteWorkspace) -> None:
    for author in ("farah", "adil", "bea"):
        write(writing, f"By {author}")
        assert writing.entry.current_author == author
        press_enter(writing)
    assert [card.author for card in cards_of(writing)] == ["farah", "adil", "bea"]


def test_a_key_held_down_adds_one_card_and_stays_with_its_author(writing: WriteWorkspace) -> None:
    write(writing, "Once")
    for _ in range(4):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(writing.entry.text, held)
    assert writing.entry.current_author == "farah" and len(cards_of(writing)) == 1


def test_spaces_are_no_empty_field(writing: WriteWorkspace) -> None:
    write(writing, "  ")
    assert writing.entry.current_author == "farah"


def test_the_empty_field_says_whose_card_it_is_and_who_is_next(writing: WriteWorkspace) -> None:
    alt(writing, 3)
    lines = writing.entry.text.placeholderText().split("\n")
    assert lines[:2] == ["Bea writes. Enter adds the card.", "Enter in the empty field: 4 Carys is next."]
    assert "@mum" in lines[2] and "#rel" in lines[2]


def test_nobody_is_next_where_one_alone_writes(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(Session("s", [Participant("a", "Bea")]), "well", "write"))
    press_enter(workspace)
    assert workspace.entry.current_author == "a" and "next" not in workspace.entry.text.placeholderText()


def test_more_than_ten_go_round_as_well(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(crowd(12, 0), "well", "write"))
    for _ in range(12):
        write(workspace, f"By {workspace.entry.current_author}")
        press_enter(workspace)
    assert [card.author for card in cards_of(workspace)] == [f"p{n}" for n in range(12)]
    assert all(card.text == f"By {card.author}" for card in cards_of(workspace))


def test_a_half_typed_card_is_seen_on_its_hand(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "Half")
    alt(writing, 3)
    assert writing.hands.buttons["farah"].text() == "1  Farah · 0 …"
    assert "half-typed" in writing.hands.buttons["farah"].accessibleDescription()
    alt(writing, 1)
    assert writing.hands.buttons["farah"].text() == "1  Farah · 0"


def give(workspace: WriteWorkspace, number: int) -> None:
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(workspace.entry.text, Qt.Key(Qt.Key.Key_0.value + number), both)


def test_one_key_gives_the_last_card_to_whose_it_is(writing: WriteWorkspace) -> None:
    write(writing, "One")
    write(writing, "Two")
    QTest.keyClicks(writing.entry.text, "thr")
    give(writing, 3)
    assert [card.author for card in cards_of(writing)] == ["farah", "bea"]
    assert writing.entry.notes.line.text() == "The last card is Bea's now. Ctrl+Z takes that back."
    assert writing.entry.current_author == "farah" and writing.entry.text.toPlainText() == "thr"
    writing.document.undo_stack.undo()
    assert [card.author for card in cards_of(writing)] == ["farah", "farah"]


def test_the_open_card_is_the_one_that_is_given(writing: WriteWorkspace) -> None:
    write(writing, "One")
    write(writing, "Two")
    writing.entry.edit(cards_of(writing)[0])
    give(writing, 4)
    assert [card.author for card in cards_of(writing)] == ["carys", "farah"]


def test_without_a_card_nothing_is_given(writing: WriteWorkspace) -> None:
    give(writing, 3)
    write(writing, "One")
    writing.document.undo_stack.undo()
    give(writing, 3)
    assert cards_of(writing) == [] and "no card yet" in writing.entry.notes.line.text()


# Marks


def test_marks_fill_the_fields_as_they_are_typed_and_leave_the_text_on_enter(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "What would Nan say? @mum #rel")
    fields = writing.entry.fields
    assert (fields.asked_of.text(), fields.audience.currentData(), fields.relationship.isChecked()) == (
        "Mum",
        Audience.PARENT,
        True,
    )
    press_enter(writing)
    card = cards_of(writing)[0]
    assert (card.text, card.asked_of, card.audience, card.relationship) == (
        "What would Nan say?", "Mum", Audience.PARENT, True,
    )  # fmt: skip
    assert fields.asked_of.text() == "" and writing.document.session.all(Unfinished) == []


def test_a_mark_that_goes_leaves_what_was_there_by_hand(writing: WriteWorkspace) -> None:
    fields = writing.entry.fields
    fields.asked_of.setText("Gran")
    QTest.keyClicks(writing.entry.text, "How? @mum")
    assert fields.asked_of.text() == "Mum"
    for _ in range(3):
        QTest.keyClick(writing.entry.text, Qt.Key.Key_Backspace)
    assert (fields.asked_of.text(), fields.audience.currentData()) == ("Gran", Audience.NONE)


def test_what_is_set_by_hand_after_a_mark_holds(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "How? @mum")
    writing.entry.fields.asked_of.setText("Tanya at home")
    QTest.keyClicks(writing.entry.text, " #rel")
    press_enter(writing)
    assert (cards_of(writing)[0].asked_of, cards_of(writing)[0].relationship) == ("Tanya at home", True)


def test_marks_half_typed_are_there_again_for_their_author(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "How? @mum")
    alt(writing, 3)
    assert writing.entry.fields.asked_of.text() == ""
    alt(writing, 1)
    assert writing.entry.fields.asked_of.text() == "Mum"
    QTest.keyClick(writing.entry.text, Qt.Key.Key_Backspace)
    QTest.keyClick(writing.entry.text, Qt.Key.Key_Backspace)
    assert writing.entry.fields.asked_of.text() == ""


def test_nothing_but_marks_is_no_card(writing: WriteWorkspace) -> None:
    write(writing, "@mum #rel")
    assert cards_of(writing) == [] and writing.entry.text.toPlainText() == "@mum #rel"
    assert "Only marks" in writing.entry.notes.line.text()


def test_a_side_of_harm_by_a_mark(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="harm", phase_id="write"))
    write(workspace, "How bad was it? !sev")
    assert (cards_of(workspace)[0].text, cards_of(workspace)[0].element) == ("How bad was it?", HarmElement.SEVERITY)


def test_a_scales_ends_and_kind_by_marks(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="scales", phase_id="write"))
    QTest.keyClicks(workspace.entry.text, "How willing? 10= keen 0= not at all #oth")
    assert workspace.entry.form.form.scale == "other"
    press_enter(workspace)
    card = cards_of(workspace)[0]
    assert (card.text, card.ten, card.zero, card.scale) == ("How willing?", "keen", "not at all", "other")
    QTest.keyClicks(workspace.entry.text, "How? #oth")
    assert workspace.entry.form.form.scale == "other"
    for _ in range(3):
        QTest.keyClick(workspace.entry.text, Qt.Key.Key_Backspace)
    assert workspace.entry.form.form.scale == "safety"


def test_changing_a_card_takes_marks_as_well(writing: WriteWorkspace) -> None:
    write(writing, "How? #rel")
    writing.entry.edit(cards_of(writing)[0])
    QTest.keyClick(writing.entry.text, Qt.Key.Key_End)
    QTest.keyClicks(writing.entry.text, " @tan")
    assert cards_of(writing)[0].asked_of == "Tanya"
    press_enter(writing)
    card = cards_of(writing)[0]
    assert (card.text, card.asked_of, card.relationship) == ("How?", "Tanya", True)
    writing.document.undo_stack.undo()
    card = cards_of(writing)[0]
    assert (card.text, card.asked_of) == ("How?", "")


def test_a_card_that_is_only_looked_at_keeps_its_text(writing: WriteWorkspace) -> None:
    write(writing, "What about @doreen?")
    writing.document.add("Add person", Person("doreen", "Doreen"))
    writing.entry.edit(cards_of(writing)[0])
    press_enter(writing)
    assert cards_of(writing)[0].text == "What about @doreen?"


def test_lines_pasted_into_an_open_card_stay_in_it(writing: WriteWorkspace) -> None:
    write(writing, "Old")
    writing.entry.edit(cards_of(writing)[0])
    QTest.keyClick(writing.entry.text, Qt.Key.Key_Delete)
    paste(writing, "one\ntwo")
    assert [card.text for card in cards_of(writing)] == ["one\ntwo"]


def test_another_kind_picked_for_an_open_card_is_kept(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="scales", phase_id="write"))
    write(workspace, "How safe?")
    workspace.entry.edit(cards_of(workspace)[0])
    workspace.entry.kinds._group.button(1).click()
    assert cards_of(workspace)[0].scale == "other"


# Names offered


def test_an_at_sign_offers_names_and_tab_writes_the_first_out(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "How? @")
    assert writing.entry.notes.line.text() == "@ Jade · Tanya · Toby · child · parent · relative · professional"
    QTest.keyClicks(writing.entry.text, "t")
    assert writing.entry.notes.line.text() == "@ Tanya (Tab) · Toby"
    QTest.keyClick(writing.entry.text, Qt.Key.Key_Tab)
    assert writing.entry.text.toPlainText() == "How? @Tanya "
    press_enter(writing)
    assert (cards_of(writing)[0].text, cards_of(writing)[0].asked_of) == ("How?", "Tanya")


def test_enter_adds_the_card_whatever_is_offered(writing: WriteWorkspace) -> None:
    write(writing, "How? @to")
    assert (cards_of(writing)[0].text, cards_of(writing)[0].asked_of) == ("How?", "Toby")


def test_a_name_in_full_offers_nothing_and_tab_leaves(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "How? @tanya")
    QTest.keyClick(writing.entry.text, Qt.Key.Key_Tab)
    assert writing.entry.text.toPlainText() == "How? @tanya" and not writing.entry.text.hasFocus()


def test_while_names_are_masked_none_is_offered_or_shown(writing: WriteWorkspace) -> None:
    writing.open.masking.set_on(True)
    QTest.keyClicks(writing.entry.text, "How? @t")
    assert "Tanya" not in writing.entry.notes.line.text() and writing.entry.text.completed("t") == ""
    QTest.keyClicks(writing.entry.text, "a")
    assert writing.entry.fields.asked_of.text() == ""
    press_enter(writing)
    assert cards_of(writing)[0].asked_of == "Tanya"


# Lines pasted


def test_pasted_lines_go_to_whom_they_name_and_it_is_said(writing: WriteWorkspace) -> None:
    paste(writing, "Bea: How? #rel\nCarys:\nAnd then?\nWhat else?")
    assert [(card.author, card.text, card.relationship) for card in cards_of(writing)] == [
        ("bea", "How?", True),
        ("carys", "And then?", False),
        ("carys", "What else?", False),
    ]
    assert writing.entry.notes.line.text() == "3 cards added: Bea 1, Carys 2. Ctrl+Z takes them all back."
    writing.document.undo_stack.undo()
    assert cards_of(writing) == []


def test_a_presenting_worker_named_before_a_colon_has_no_hand(writing: WriteWorkspace) -> None:
    paste(writing, "Wren: How?\nAnd?")
    assert [(card.author, card.text) for card in cards_of(writing)] == [("farah", "Wren: How?"), ("farah", "And?")]


# Cards alike


def pause(workspace: WriteWorkspace, qtbot: QtBot) -> str:
    """What is said once nobody has typed for a moment."""
    similar = workspace.entry.notes._similar
    with qtbot.waitSignal(similar.found, timeout=5_000):
        pass
    return workspace.entry.notes.line.text()


@pytest.fixture
def with_cards(qtbot: QtBot) -> WriteWorkspace:
    session = Session("s", [*room().entities(), *cards(3)])
    workspace = enter(qtbot, open_room(session, "well", "write"))
    workspace.shield.setChecked(False)
    return workspace


def test_a_card_much_like_another_is_pointed_out_in_a_pause(with_cards: WriteWorkspace, qtbot: QtBot) -> None:
    QTest.keyClicks(with_cards.entry.text, "question 1 what would she say then")
    assert pause(with_cards, qtbot) == "Much like one of Bea's: “Question 1: what would she say?”"
    press_enter(with_cards)
    assert len(cards_of(with_cards)) == 4  # nothing is in the way
    assert pause(with_cards, qtbot).startswith("The card just added is much like one of Bea's")


def test_behind_the_shield_no_text_is_quoted(with_cards: WriteWorkspace, qtbot: QtBot) -> None:
    with_cards.shield.setChecked(True)
    QTest.keyClicks(with_cards.entry.text, "question 1 what would she say")
    assert pause(with_cards, qtbot) == "Much like one of Bea's."


def test_on_the_wall_nobody_is_named(with_cards: WriteWorkspace, qtbot: QtBot) -> None:
    with_cards.set_projected(True)
    QTest.keyClicks(with_cards.entry.text, "question 1 what would she say")
    assert pause(with_cards, qtbot) == "Much like one that is there already."


def test_a_card_is_not_like_itself(with_cards: WriteWorkspace, qtbot: QtBot) -> None:
    with_cards.entry.edit(with_cards.document.session.get(Card, "card1"))
    with_cards.document.remove("Delete card", with_cards.document.session.get(Card, "card0"))
    with_cards.document.remove("Delete card", with_cards.document.session.get(Card, "card2"))
    QTest.keyClick(with_cards.entry.text, Qt.Key.Key_End)
    QTest.keyClicks(with_cards.entry.text, "?")
    assert "like" not in pause(with_cards, qtbot)


def test_a_mark_that_means_nothing_is_named_in_a_pause(writing: WriteWorkspace, qtbot: QtBot) -> None:
    QTest.keyClicks(writing.entry.text, "How is it? @nobody !sev")
    assert pause(writing, qtbot) == "Not a mark here, so it stays in the text: @nobody  !sev"
    QTest.keyClicks(writing.entry.text, "x")
    assert "mark" not in writing.entry.notes.line.text()


def test_a_thousand_cards_are_looked_through(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(crowd(10, 1000), "well", "write"))
    workspace.shield.setChecked(False)
    QTest.keyClicks(workspace.entry.text, "Question 977: what would she say?")
    assert "Question 977: what would she say?" in pause(workspace, qtbot)


# The wall


def test_the_projector_view_shows_whose_card_it_is_and_no_more(with_cards: WriteWorkspace) -> None:
    with_cards.set_projected(True)
    for part in (with_cards.cards, with_cards.entry.fields, with_cards.entry.foot, with_cards.shield):
        assert not part.isVisible()
    for part in (with_cards.hands, with_cards.entry.author, with_cards.entry.text):
        assert part.isVisible()
    write(with_cards, "How? @mum #rel")
    assert (cards_of(with_cards)[-1].asked_of, cards_of(with_cards)[-1].relationship) == ("Mum", True)
    with_cards.set_projected(False)
    assert with_cards.cards.isVisible() and with_cards.entry.fields.isVisible()


def test_on_the_wall_marks_are_said_in_the_line(with_cards: WriteWorkspace) -> None:
    with_cards.set_projected(True)
    QTest.keyClicks(with_cards.entry.text, "How? #rel @mum ")
    assert with_cards.entry.notes.line.text() == "Ask a parent, Mum  ·  Relationship question"


def covered(workspace: WriteWorkspace) -> str:
    selections = workspace.entry.text.extraSelections()
    return selections[0].cursor.selectedText() if selections else ""


def test_on_the_wall_the_shield_covers_what_is_typed_but_for_the_last_words(with_cards: WriteWorkspace) -> None:
    with_cards.shield.setChecked(True)
    with_cards.entry.text.insertPlainText("What would 👪 Nan have said about")
    assert covered(with_cards) == ""
    with_cards.set_projected(True)
    assert covered(with_cards) == "What would 👪 Nan"
    QTest.keyClicks(with_cards.entry.text, " it")
    assert covered(with_cards) == "What would 👪 Nan have"
    QTest.keyClick(with_cards, Qt.Key.Key_F8)
    assert covered(with_cards) == "" and not with_cards.shield.isChecked()


def test_on_the_wall_the_share_is_that_of_all(with_cards: WriteWorkspace) -> None:
    write(with_cards, "Plain")
    with_cards.set_projected(True)
    assert with_cards._share.text().startswith("Relationship questions, all hands: 0 of 4")


def test_a_key_in_an_open_card_counts_nothing_anew(with_cards: WriteWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with_cards.entry.edit(with_cards.document.session.get(Card, "card1"))
    counted: list[object] = []
    monkeypatch.setattr(with_cards.hands, "show_counts", lambda *given: counted.append(given))
    QTest.keyClicks(with_cards.entry.text, "abc")
    assert counted == []
    give(with_cards, 4)
    assert counted


def test_pasting_one_line_goes_on_with_the_text(writing: WriteWorkspace) -> None:
    line = QMimeData()
    line.setText("Bea: How?")
    writing.entry.text.insertFromMimeData(line)
    assert writing.entry.text.toPlainText() == "Bea: How?"


def test_a_card_given_to_another_is_of_the_kind_they_had_none_of(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="scales", phase_id="write"))
    write(workspace, "How safe?")
    write(workspace, "How safe, says Bea?")
    assert [card.scale for card in cards_of(workspace)] == ["safety", "other"]
    give(workspace, 3)
    assert [(card.author, card.scale) for card in cards_of(workspace)] == [("farah", "safety"), ("bea", "safety")]
    assert workspace.entry.form.form.scale == "other"  # Farah's second is still to come
    workspace.document.undo_stack.undo()
    assert [(card.author, card.scale) for card in cards_of(workspace)][1] == ("farah", "other")


def test_a_kind_that_was_said_stays_with_the_card(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="scales", phase_id="write"))
    write(workspace, "How willing? #other")
    give(workspace, 3)
    assert [(card.author, card.scale) for card in cards_of(workspace)] == [("bea", "other")]


def test_what_was_undone_out_of_sight_is_counted(writing: WriteWorkspace) -> None:
    write(writing, "One")
    write(writing, "Two")
    writing.hide()
    writing.document.undo_stack.undo()
    writing.show()
    assert writing.hands.buttons["farah"].text() == "1  Farah · 1"
    write(writing, "Three")
    assert writing.hands.buttons["farah"].text() == "1  Farah · 2"


def test_a_person_and_a_card_that_change_together_are_counted_once(writing: WriteWorkspace) -> None:
    write(writing, "One")
    card, farah = cards_of(writing)[0], writing.document.session.get(Participant, "farah")
    given = [Change(card, replace(card, author="bea")), Change(farah, replace(farah, name="Farah O"))]
    writing.document.do("Change author", given)
    assert writing.hands.buttons["bea"].text() == "3  Bea · 1"
    assert writing.hands.buttons["farah"].text() == "1  Farah O · 0"


# Names masked


HALF = "Jade, would Tanya say"


def test_a_half_typed_card_with_names_is_masked_and_goes_in_in_full(writing: WriteWorkspace) -> None:
    entry, masking = writing.entry, writing.open.masking
    QTest.keyClicks(entry.text, HALF)
    entry.fields.asked_of.setText("Toby")
    masking.set_on(True)
    assert entry.text.toPlainText() == "J., would T. say" and entry.fields.asked_of.text() == "T."
    QTest.keyClicks(entry.text, " no")
    QTest.keyClicks(entry.fields.asked_of, "no")
    entry.text.insert("A starter")
    assert entry.text.toPlainText() == "J., would T. say" and entry.fields.asked_of.text() == "T."
    assert "Ctrl+Shift+M" in entry.notes.line.text()
    alt(writing, 3)
    QTest.keyClicks(entry.text, "Can be typed")
    alt(writing, 1)
    assert entry.text.toPlainText() == "J., would T. say" and entry.fields.asked_of.text() == "T."
    press_enter(writing)
    assert [(card.text, card.asked_of) for card in cards_of(writing)] == [(HALF, "Toby")]
    QTest.keyClicks(entry.text, "Next")
    assert entry.text.toPlainText() == "Next"


def test_a_half_typed_card_is_as_it_was_when_names_are_shown_again(writing: WriteWorkspace) -> None:
    entry, masking = writing.entry, writing.open.masking
    QTest.keyClicks(entry.text, f"{HALF} @Tan #rel")
    masking.set_on(True)
    assert not entry.fields.relationship.isChecked() and "Tanya" not in entry.notes.line.text()
    masking.set_on(False)
    assert entry.text.toPlainText() == f"{HALF} @Tan #rel"
    assert entry.fields.relationship.isChecked() and entry.fields.asked_of.text() == "Tanya"
    QTest.keyClicks(entry.text, " ")
    assert entry.text.toPlainText() == f"{HALF} @Tan #rel "


def test_an_open_card_is_closed_when_names_are_masked(writing: WriteWorkspace) -> None:
    write(writing, HALF)
    writing.entry.edit(cards_of(writing)[0])
    QTest.keyClicks(writing.entry.text, f"{HALF} this?")
    writing.open.masking.set_on(True)
    assert not writing.entry.editing and writing.entry.text.toPlainText() == ""
    assert cards_of(writing)[0].text == f"{HALF} this?"
    assert "Ctrl+Shift+M" in writing.entry.notes.line.text()


# What goes with its text, and what is said no longer


def delete_all(workspace: WriteWorkspace) -> None:
    workspace.entry.text.selectAll()
    QTest.keyClick(workspace.entry.text, Qt.Key.Key_Delete)


def test_what_a_starter_said_goes_with_its_text(writing: WriteWorkspace) -> None:
    entry = writing.entry
    entry.starters._use(Starter("How would [a teacher] know?", audiences=(Audience.PROFESSIONAL,), relationship=True))
    assert entry.fields.values()["audience"] is Audience.PROFESSIONAL and entry.fields.relationship.isChecked()
    delete_all(writing)
    assert entry.fields.values()["audience"] is Audience.NONE and not entry.fields.relationship.isChecked()
    write(writing, "What helps?")
    assert cards_of(writing)[0].audience is Audience.NONE and not cards_of(writing)[0].relationship
    assert not writing.document.session.all(Unfinished)


def test_what_a_person_chose_stays_when_a_starters_text_goes(writing: WriteWorkspace) -> None:
    entry = writing.entry
    entry.starters._use(Starter("How would [a teacher] know?", audiences=(Audience.PROFESSIONAL,), relationship=True))
    entry.fields.audience.setCurrentIndex(entry.fields.audience.findData(Audience.PARENT))
    delete_all(writing)
    assert entry.fields.values()["audience"] is Audience.PARENT and not entry.fields.relationship.isChecked()


def test_what_a_mark_said_goes_with_the_text(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "How? @mum #rel ")
    delete_all(writing)
    assert not any(writing.entry.fields.values().values())


def test_undone_the_card_is_spoken_of_no_longer(writing: WriteWorkspace, qtbot: QtBot) -> None:
    line = writing.entry.notes.line
    write(writing, "What does Jade do when she is frightened at night?")
    write(writing, "What does Jade do when she is frightened at night")
    qtbot.waitUntil(lambda: "just added" in line.text(), timeout=5000)
    writing.document.undo_stack.undo()
    assert "just added" not in line.text() and "Added" not in line.text()


def test_enter_says_what_of_the_text_was_no_mark(writing: WriteWorkspace) -> None:
    write(writing, "How? @mum !sev")
    assert cards_of(writing)[0].text == "How? !sev"
    assert "stays in the text: !sev. Added for Farah" in writing.entry.notes.line.text()
