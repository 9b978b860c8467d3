"""The writing workspace, as a scribe uses it."""

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.open_session import OpenSession
from models.cards import Audience, Card, CardKind, HarmElement
from models.people import Child, Participant, Role
from models.session import Change, Session, Unfinished
from tests.helpers import room
from tests.widgets.rooms import NOON, cards, crowd, open_room
from tests.widgets.seen import painted
from widgets.cards.card_list import EMPTY
from widgets.workspaces.write import WriteWorkspace


def enter(qtbot: QtBot, open_session: OpenSession) -> WriteWorkspace:
    workspace = WriteWorkspace(open_session)
    qtbot.addWidget(workspace)
    workspace.resize(900, 560)
    workspace.enter(open_session.engine.step, open_session.engine.phase)
    workspace.show()
    workspace.activateWindow()
    workspace.first_field().setFocus()
    qtbot.waitUntil(lambda: workspace.first_field().hasFocus())
    return workspace


@pytest.fixture
def writing(qtbot: QtBot) -> WriteWorkspace:
    return enter(qtbot, open_room(step="well", phase_id="write"))


def by_name(parent: QWidget, name: str, kind: type[QWidget] = QWidget) -> list[QWidget]:
    return [widget for widget in parent.findChildren(kind) if widget.accessibleName() == name]


def write(workspace: WriteWorkspace, text: str) -> None:
    QTest.keyClicks(workspace.entry.text, text)
    QTest.keyClick(workspace.entry.text, Qt.Key.Key_Return)


def alt(workspace: WriteWorkspace, number: int) -> None:
    key = Qt.Key(Qt.Key.Key_0.value + number)
    QTest.keyClick(workspace.entry.text, key, Qt.KeyboardModifier.AltModifier)


def test_the_fixed_names_each_stand_once(writing: WriteWorkspace) -> None:
    kinds = {"Author": QLineEdit, "Card text": QPlainTextEdit, "Add card": QPushButton, "Cards": QListView}
    for name, kind in kinds.items():
        assert len(by_name(writing, name)) == 1, name
        assert isinstance(by_name(writing, name)[0], kind), name


def test_enter_adds_the_card_and_the_scribe_goes_on(writing: WriteWorkspace) -> None:
    write(writing, "What would Gran say?")
    write(writing, "And then?")
    first, second = writing.document.session.cards_of("well")
    assert (first.text, first.author, first.kind, first.written_at) == (
        "What would Gran say?",
        "farah",
        CardKind.QUESTION,
        NOON,
    )
    assert (second.text, second.author, second.rank) == ("And then?", "farah", first.rank + 1)
    assert writing.entry.text.hasFocus()
    assert writing.entry.text.toPlainText() == ""


def test_shift_and_enter_break_the_line(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "One")
    QTest.keyClick(writing.entry.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write(writing, "two")
    assert [card.text for card in writing.document.session.cards_of("well")] == ["One\ntwo"]


def test_an_empty_card_is_not_added(writing: WriteWorkspace) -> None:
    write(writing, "   ")
    assert writing.document.session.cards_of("well") == []


def test_presenting_workers_have_no_hand(writing: WriteWorkspace) -> None:
    assert list(writing.hands.buttons) == ["farah", "adil", "bea", "carys"]


def test_alt_and_a_number_change_the_author_everywhere(writing: WriteWorkspace) -> None:
    alt(writing, 3)
    assert writing.entry.author.author_name() == "Bea"
    assert writing.hands.buttons["bea"].isChecked()
    write(writing, "From Bea")
    assert writing.document.session.cards_of("well")[0].author == "bea"
    assert writing.hands.buttons["bea"].text() == "3  Bea · 1"


def test_the_author_box_and_a_click_on_a_hand_are_the_same_choice(writing: WriteWorkspace) -> None:
    box = writing.entry.author
    box.selectAll()
    QTest.keyClicks(box, "Carys")
    assert writing.hands.buttons["carys"].isChecked()
    writing.hands.buttons["adil"].click()
    assert box.author_name() == "Adil"
    assert writing.entry.text.hasFocus()


def test_ten_authors_at_full_speed_lose_no_card(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(crowd(12, 0), "well", "write"))
    for turn in range(3):
        for number in range(1, 11):
            alt(workspace, number % 10)
            write(workspace, f"{turn} by {number}")
    made = [(card.author, card.text) for card in workspace.document.session.cards_of("well")]
    assert made == [(f"p{number - 1}", f"{turn} by {number}") for turn in range(3) for number in range(1, 11)]


def test_half_typed_text_belongs_to_its_author(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "Half of Far")
    writing.entry.fields.relationship.setChecked(True)
    alt(writing, 3)
    assert writing.entry.text.toPlainText() == ""
    assert not writing.entry.fields.relationship.isChecked()
    alt(writing, 1)
    QTest.keyClicks(writing.entry.text, "ah")
    assert writing.entry.text.toPlainText() == "Half of Farah"
    assert writing.entry.fields.relationship.isChecked()


def test_half_typed_text_is_there_after_a_restart(qtbot: QtBot) -> None:
    first = enter(qtbot, open_room(step="well", phase_id="write"))
    QTest.keyClicks(first.entry.text, "When did")
    first.entry.fields.audience.setCurrentIndex(2)
    again = enter(qtbot, open_room(first.document.session.copy(), "well", "write"))
    assert again.entry.text.toPlainText() == "When did"
    assert again.entry.fields.values()["audience"] is Audience.PARENT


def test_nothing_half_typed_is_left_after_adding(writing: WriteWorkspace) -> None:
    writing.entry.fields.relationship.setChecked(True)
    write(writing, "Whole")
    assert writing.document.session.all(Unfinished) == []


def test_a_broken_half_typed_state_is_put_aside(qtbot: QtBot) -> None:
    session = Session("s", [*room().entities(), Unfinished("card/well/farah/about", '{"audience": "dog"')])
    workspace = enter(qtbot, open_room(session, "well", "write"))
    assert workspace.entry.fields.values()["audience"] is Audience.NONE


def test_what_is_said_beside_the_text_is_kept_and_does_not_carry_over(writing: WriteWorkspace) -> None:
    fields = writing.entry.fields
    fields.audience.setCurrentIndex(fields.audience.findData(Audience.PARENT))
    fields.asked_of.setText("Mum ")
    fields.relationship.setChecked(True)
    write(writing, "First")
    write(writing, "Second")
    first, second = writing.document.session.cards_of("well")
    assert (first.audience, first.asked_of, first.relationship) == (Audience.PARENT, "Mum", True)
    assert (second.audience, second.asked_of, second.relationship) == (Audience.NONE, "", False)


def test_undo_takes_the_card_back_from_list_and_count(writing: WriteWorkspace) -> None:
    write(writing, "Once")
    assert writing.model.rowCount() == 1
    writing.document.undo_stack.undo()
    assert writing.model.rowCount() == 0
    assert writing.hands.buttons["farah"].text() == "1  Farah · 0"
    writing.document.undo_stack.redo()
    assert writing.model.rowCount() == 1


def paste(workspace: WriteWorkspace, text: str) -> None:
    lines = QMimeData()
    lines.setText(text)
    workspace.entry.text.insertFromMimeData(lines)


def test_many_pasted_lines_are_as_many_cards_and_one_undo(writing: WriteWorkspace) -> None:
    paste(writing, "one\r\n\n two \nthree\n")
    assert [card.text for card in writing.document.session.cards_of("well")] == ["one", "two", "three"]
    assert writing.document.undo_stack.undoText() == "Add 3 cards"
    writing.document.undo_stack.undo()
    assert writing.document.session.cards_of("well") == []


def test_lines_pasted_into_a_text_stay_in_it(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "Begun ")
    paste(writing, "one\ntwo")
    assert writing.entry.text.toPlainText() == "Begun one\ntwo"
    assert writing.document.session.cards_of("well") == []


def test_a_thousand_pasted_lines_come_in_bit_by_bit_and_go_as_one(writing: WriteWorkspace, qtbot: QtBot) -> None:
    paste(writing, "\n".join(f"line {n}" for n in range(1000)))
    assert 0 < writing.model.rowCount() < 200
    qtbot.waitUntil(lambda: writing.model.rowCount() == 1000)
    assert writing.hands.buttons["farah"].text() == "1  Farah · 1000"
    made = writing.document.session.cards_of("well")
    assert [card.text for card in made] == [f"line {n}" for n in range(1000)]
    writing.document.undo_stack.undo()
    assert writing.document.session.cards_of("well") == []


def test_a_card_typed_while_lines_come_in_comes_after_them(writing: WriteWorkspace) -> None:
    paste(writing, "\n".join(f"line {n}" for n in range(300)))
    write(writing, "The last")
    made = [card.text for card in writing.document.session.cards_of("well")]
    assert len(made) == 301 and made[-2:] == ["line 299", "The last"]


def test_leaving_the_phase_adds_what_was_pasted(writing: WriteWorkspace) -> None:
    paste(writing, "\n".join(f"line {n}" for n in range(300)))
    writing.leave()
    assert len(writing.document.session.cards_of("well")) == 300


def test_the_shield_hides_every_text_until_reading_starts(qtbot: QtBot) -> None:
    open_session = open_room(Session("s", [*room().entities(), *cards(2)]), "well", "write")
    workspace = enter(qtbot, open_session)
    assert workspace.shield.isChecked()
    shown = [workspace.model.index(row).data() for row in range(2)]
    said = workspace.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert shown == ["•••", "•••"]
    assert "Question" not in said and "Bea" in said
    workspace.shield.click()
    assert workspace.model.index(1).data() == "Question 0: what would she say?"
    card = open_session.session.get(Card, "card0")
    open_session.document.set("Card read", card, read=True)
    assert not enter(qtbot, open_session).shield.isChecked()


def test_the_writers_own_draft_lies_beside_the_entry(qtbot: QtBot) -> None:
    drafts = [
        Card("d1", "rough", CardKind.ROUGH_DANGER_STATEMENT, "farah", "Farah's worry"),
        Card("d2", "rough", CardKind.ROUGH_DANGER_STATEMENT, "bea", "Bea's worry"),
    ]
    workspace = enter(qtbot, open_room(Session("s", [*room().entities(), *drafts]), "well", "write"))
    workspace.shield.setChecked(False)
    assert workspace.drafts.toPlainText() == "Farah's worry"
    alt(workspace, 3)
    assert workspace.drafts.toPlainText() == "Bea's worry"
    alt(workspace, 4)
    assert not workspace.drafts.isVisible()


def test_the_shield_hides_drafts_until_they_were_read_aloud(qtbot: QtBot) -> None:
    draft = Card("d1", "rough", CardKind.ROUGH_DANGER_STATEMENT, "farah", "Farah's worry")
    workspace = enter(qtbot, open_room(Session("s", [*room().entities(), draft]), "well", "write"))
    assert workspace.shield.isChecked()
    assert "worry" not in workspace.drafts.toPlainText() and "F8" in workspace.drafts.toPlainText()
    workspace.document.set("Mark as read", draft, read=True)
    assert workspace.drafts.toPlainText() == "Farah's worry"


def test_a_share_of_relationship_questions_under_half_is_said(writing: WriteWorkspace) -> None:
    write(writing, "Plain")
    assert "0 of 1" in writing._share.text() and writing._share.isVisible()
    writing.entry.fields.relationship.setChecked(True)
    write(writing, "What would Gran say?")
    assert not writing._share.isVisible()


def test_scales_are_asked_for_safety_first_with_both_ends(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="scales", phase_id="write"))
    workspace.entry.fields.ten.setText("Safe every night")
    workspace.entry.fields.zero.setText("Not safe at all")
    write(workspace, "How safe?")
    write(workspace, "How willing?")
    first, second = workspace.document.session.cards_of("scales")
    assert (first.scale, first.ten, first.zero) == ("safety", "Safe every night", "Not safe at all")
    assert (second.scale, second.kind) == ("other", CardKind.SCALING_QUESTION)


def test_a_harm_question_names_its_side_of_harm(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(step="harm", phase_id="write"))
    element = workspace.entry.fields.element
    element.setCurrentIndex(element.findData(HarmElement.IMPACT))
    write(workspace, "What has it done?")
    assert workspace.document.session.cards_of("harm")[0].element is HarmElement.IMPACT


def test_the_shape_of_a_safety_goal_is_filled_gap_by_gap(qtbot: QtBot) -> None:
    open_session = open_room(step="goals", phase_id="write")
    open_session.settings.set(agency_short_name="BCSC")
    workspace = enter(qtbot, open_session)
    workspace.entry.foot.shape.click()
    text = workspace.entry.text
    assert text.toPlainText().startswith("[family] and BCSC want [child]")
    assert text.textCursor().selectedText() == "[family]"
    text.insertPlainText("The 👪 Marshes")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.textCursor().selectedText() == "[child]"


def test_a_card_is_changed_in_the_entry_row(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(Session("s", [*room().entities(), *cards(2)]), "well", "write"))
    QTest.keyClicks(workspace.entry.text, "half")
    workspace.cards.setCurrentIndex(workspace.model.index(1))
    QTest.keyClick(workspace.cards, Qt.Key.Key_F2)
    QTest.keyClicks(workspace.entry.text, "Better words")
    card = workspace.document.session.get(Card, "card0")
    assert card.text == "Better words"
    QTest.keyClick(workspace.entry.text, Qt.Key.Key_Return)
    assert workspace.entry.text.toPlainText() == "half"
    assert len(workspace.document.session.cards_of("well")) == 2
    workspace.document.undo_stack.undo()
    assert workspace.document.session.get(Card, "card0").text == "Question 0: what would she say?"


def test_undo_is_seen_in_a_card_that_is_open(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(Session("s", [*room().entities(), *cards(1)]), "well", "write"))
    workspace.entry.edit(workspace.model.card(0))
    QTest.keyClicks(workspace.entry.text, "Other")
    workspace.document.undo_stack.undo()
    assert workspace.entry.text.toPlainText() == "Question 0: what would she say?"


def test_a_card_left_empty_is_taken_away(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(Session("s", [*room().entities(), *cards(1)]), "well", "write"))
    workspace.entry.edit(workspace.model.card(0))
    QTest.keyClick(workspace.entry.text, Qt.Key.Key_Delete)
    QTest.keyClick(workspace.entry.text, Qt.Key.Key_Return)
    assert workspace.document.session.cards_of("well") == []


def test_leaving_the_phase_ends_changing_a_card(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(Session("s", [*room().entities(), *cards(1)]), "well", "write"))
    workspace.entry.edit(workspace.model.card(0))
    workspace.leave()
    assert workspace.entry.editing == "" and workspace.entry.text.toPlainText() == ""


def test_delete_takes_a_card_away_and_undo_brings_it_back(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(Session("s", [*room().entities(), *cards(2)]), "well", "write"))
    workspace.cards.setCurrentIndex(workspace.model.index(0))
    QTest.keyClick(workspace.cards, Qt.Key.Key_Delete)
    assert [card.id for card in workspace.document.session.cards_of("well")] == ["card0"]
    workspace.document.undo_stack.undo()
    assert workspace.model.rowCount() == 2


def test_masked_names_are_not_written_over(qtbot: QtBot) -> None:
    card = Card("c", "well", CardKind.QUESTION, "bea", "What would Tilly say?")
    session = Session("s", [*room().entities(), card, Child("t", "Tilly Marsh")])
    open_session = open_room(session, "well", "write")
    workspace = enter(qtbot, open_session)
    workspace.shield.setChecked(False)
    open_session.masking.set_on(True)
    assert workspace.model.index(0).data() == "What would T. say?"
    workspace.entry.edit(workspace.model.card(0))
    assert workspace.entry.editing == ""
    assert session.get(Card, "c").text == "What would Tilly say?"


def test_nobody_there_can_still_write_and_a_writer_can_be_added(qtbot: QtBot) -> None:
    session = Session("s", [Participant("w", "Wren", Role.PRESENTING_WORKER)])
    workspace = enter(qtbot, open_room(session, "well", "write"))
    write(workspace, "ignored while nobody is focused")
    assert session.cards_of("well")[0].author == ""
    workspace.newcomer.setText("Dee")
    QTest.keyClick(workspace.newcomer, Qt.Key.Key_Return)
    write(workspace, "From Dee")
    dee = next(person for person in session.all(Participant) if person.name == "Dee")
    assert session.cards_of("well")[1].author == dee.id


def test_a_card_of_no_name_can_be_written_in_a_full_room(writing: WriteWorkspace) -> None:
    box = writing.entry.author
    box.selectAll()
    QTest.keyClicks(box, "No name")
    write(writing, "Anonymous")
    write(writing, "Again")
    assert [card.author for card in writing.document.session.cards_of("well")] == ["", ""]


def test_two_people_of_one_name_are_told_apart(qtbot: QtBot) -> None:
    session = Session("s", [Participant("a", "Bea", rank=0), Participant("b", "Bea", rank=1)])
    workspace = enter(qtbot, open_room(session, "well", "write"))
    assert workspace.entry.author.authors[0][1] == "Bea (1)"
    alt(workspace, 2)
    write(workspace, "Second Bea")
    assert session.cards_of("well")[0].author == "b"


def test_somebody_who_leaves_while_writing_loses_nothing(writing: WriteWorkspace) -> None:
    alt(writing, 4)
    QTest.keyClicks(writing.entry.text, "half")
    carys = writing.document.session.get(Participant, "carys")
    writing.document.set("Remove", carys, present=False)
    assert writing.entry.current_author == "farah"
    writing.document.undo_stack.undo()
    alt(writing, 4)
    assert writing.entry.text.toPlainText() == "half"


def test_a_hundred_thousand_characters_are_kept(writing: WriteWorkspace) -> None:
    text = "A long card, with words in it. " * 3226
    writing.entry.text.setPlainText(text)
    QTest.keyClick(writing.entry.text, Qt.Key.Key_Return)
    assert writing.document.session.cards_of("well")[0].text == text.strip()
    writing.shield.setChecked(False)
    assert not writing.cards.grab().isNull()
    assert writing.cards.visualRect(writing.model.index(0)).height() < 5000


@pytest.mark.parametrize(
    "text", ["متى كانت الأمور أفضل؟", "কখন ভালো ছিল?", "Kí ni ọmọ sọ?", "👪 & <b>not bold</b>", "\x07bell"]
)
def test_words_of_every_script_come_out_as_typed(writing: WriteWorkspace, text: str) -> None:
    writing.entry.text.setPlainText(text)
    QTest.keyClick(writing.entry.text, Qt.Key.Key_Return)
    writing.shield.setChecked(False)
    assert writing.document.session.cards_of("well")[0].text == text
    assert writing.model.index(0).data() == text
    assert not writing.cards.grab().isNull()


def test_a_change_of_half_typed_text_asks_for_no_repainting_of_cards(writing: WriteWorkspace, qtbot: QtBot) -> None:
    write(writing, "One")
    with qtbot.assertNotEmitted(writing.model.dataChanged), qtbot.assertNotEmitted(writing.model.modelReset):
        QTest.keyClicks(writing.entry.text, "abc")


def test_actions_name_the_writers(writing: WriteWorkspace) -> None:
    offered = {action.text(): action.shortcut().toString() for action in writing.actions_offered()}
    assert offered["Write as Bea"] == "Alt+3"
    assert "Add participant" in offered


@pytest.mark.parametrize("size", [(340, 240), (640, 400), (900, 560)])
def test_nothing_is_wider_than_the_workspace(writing: WriteWorkspace, size: tuple[int, int]) -> None:
    writing.resize(*size)
    QCoreApplication.processEvents()
    for name in ("Author", "Card text", "Add card", "Cards", "Shield", "Starters"):
        widget = by_name(writing, name)[0]
        right = widget.mapTo(writing, widget.rect().topRight()).x()
        assert right <= size[0], name


def test_an_empty_list_says_how_cards_come(writing: WriteWorkspace) -> None:
    assert EMPTY in " ".join(painted(writing.cards).split("\n"))
    write(writing, "One")
    assert EMPTY[:12] not in painted(writing.cards)


def test_the_list_is_a_list_to_assistive_technology(qtbot: QtBot) -> None:
    workspace = enter(qtbot, open_room(Session("s", [*room().entities(), *cards(2)]), "well", "write"))
    workspace.shield.setChecked(False)
    face = QAccessible.queryAccessibleInterface(workspace.cards)
    assert face.childCount() == 2
    assert face.child(1).text(QAccessible.Text.Name) == "Farah: Question 0: what would she say?"


def test_cursor_keys_stay_in_the_text(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "abc")
    writing.entry.text.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(writing.entry.text, Qt.Key.Key_Right)
    QTest.keyClicks(writing.entry.text, "x")
    assert writing.entry.text.toPlainText() == "axbc"


def test_another_window_changes_a_card(writing: WriteWorkspace) -> None:
    write(writing, "Mine")
    writing.shield.setChecked(False)
    card = writing.document.session.cards_of("well")[0]
    writing.document.do("Change card", [Change(card, Card(card.id, "well", card.kind, "bea", "Hers", card.rank))])
    assert writing.model.index(0).data() == "Hers"
    assert writing.hands.buttons["bea"].text() == "3  Bea · 1"
