"""Starters while a card is typed: asked for, found, taken, walked gap by gap; and a team's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.open_session import OpenSession
from app.own_starters import NAME, OwnStarters
from app.settings import Settings
from models.cards import Audience, CardKind, HarmElement
from models.people import Child
from models.starters import Place, Purpose, Starter
from tests.widgets.rooms import open_room
from tests.widgets.seen import painted
from widgets.cards import own_form
from widgets.cards.entry_starters import EntryStarters
from widgets.cards.own_form import OwnForm
from widgets.cards.starter_panel import NOTHING, StarterPanel
from widgets.workspaces.write import WriteWorkspace

RING = Starter(
    "Who would [child] ring?", audiences=(Audience.CHILD,), purpose=Purpose.COPING, place=Place.WHAT_ELSE
)  # fmt: skip


def room_at(tmp_path: Path, step: str) -> OpenSession:
    room = open_room(process=resources.process("group_supervision"), step=step, phase_id="write")
    return OpenSession(room.document, room.process, room.engine, room.masking, Settings(tmp_path / "settings.json"))


def enter(qtbot: QtBot, room: OpenSession) -> WriteWorkspace:
    workspace = WriteWorkspace(room)
    qtbot.addWidget(workspace)
    workspace.enter(room.engine.step, room.engine.phase)
    workspace.resize(1000, 600)
    workspace.show()
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    workspace.first_field().setFocus()
    return workspace


@pytest.fixture
def writing(qtbot: QtBot, tmp_path: Path) -> WriteWorkspace:
    return enter(qtbot, room_at(tmp_path, "working-well"))


def starters(writing: WriteWorkspace) -> EntryStarters:
    return writing.entry.starters


def open_panel(writing: WriteWorkspace) -> StarterPanel:
    QTest.keyClick(focused(), Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    panel = starters(writing).panel
    assert panel.isVisible()
    return panel


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def texts(panel: StarterPanel) -> list[str]:
    return [offer.text for offer in panel._found]


def choose(box: QWidget, value: object) -> None:
    box.setCurrentIndex(box.findData(value))  # type: ignore[attr-defined]


def own(tmp_path: Path) -> OwnStarters:
    return OwnStarters(tmp_path / NAME)


# Ours


def test_a_key_brings_them_and_esc_gives_the_card_back_as_it_was(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "Half a question")
    panel = open_panel(writing)
    assert focused() is panel.search
    assert not writing.entry.text.isVisible()
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert focused() is writing.entry.text
    assert writing.entry.text.toPlainText() == "Half a question"


def test_the_same_key_closes_them(writing: WriteWorkspace) -> None:
    panel = open_panel(writing)
    QTest.keyClick(panel.search, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert panel.isHidden() and focused() is writing.entry.text


def test_the_key_stands_on_the_button_and_in_the_menu(writing: WriteWorkspace) -> None:
    assert "Ctrl+Space" in writing.entry.foot.starters.text()
    assert "Ctrl+Space" in [action.shortcut().toString() for action in writing.actions_offered()]
    writing.entry.foot.starters.click()
    assert starters(writing).shown


def test_words_find_one_and_enter_puts_it_in_with_its_first_gap_selected(writing: WriteWorkspace, qtbot: QtBot) -> None:
    panel = open_panel(writing)
    before = len(texts(panel))
    QTest.keyClicks(panel.search, "gran kept")
    assert 0 < len(texts(panel)) < before
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    text = writing.entry.text
    assert text.toPlainText() == "What would [Gran] say has kept the children going these last [weeks]?"
    assert focused() is text
    assert text.textCursor().selectedText() == "[Gran]"
    assert writing.entry.fields.relationship.isChecked()
    QTest.keyClicks(text, "Nan")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.textCursor().selectedText() == "[weeks]"


def test_it_goes_in_where_the_cursor_was(writing: WriteWorkspace) -> None:
    QTest.keyClicks(writing.entry.text, "First: ")
    panel = open_panel(writing)
    QTest.keyClicks(panel.search, "what else keeps you going")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert writing.entry.text.toPlainText() == "First: What else keeps you going?"


def test_the_arrows_choose_while_words_are_typed(writing: WriteWorkspace) -> None:
    panel = open_panel(writing)
    second = texts(panel)[1]
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert writing.entry.text.toPlainText() == second


def test_they_are_narrowed_by_keyboard_alone_and_stay_so(writing: WriteWorkspace) -> None:
    panel = open_panel(writing)
    for box in (panel.audience, panel.purpose, panel.place):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is box
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert {offer.starter.audiences for offer in panel._found} == {(Audience.CHILD,)}
    assert {offer.starter.purpose for offer in panel._found} == {Purpose.EXCEPTION}
    assert {offer.starter.place for offer in panel._found} == {Place.BRING_IT_OUT}
    found = texts(panel)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert texts(open_panel(writing)) == found


def test_a_card_that_says_whom_it_asks_is_offered_what_suits(writing: WriteWorkspace) -> None:
    choose(writing.entry.fields.audience, Audience.RELATIVE)
    panel = open_panel(writing)
    assert {offer.starter.audiences for offer in panel._found} == {(Audience.RELATIVE,)}


def test_what_they_are_about_is_found_too(writing: WriteWorkspace) -> None:
    panel = open_panel(writing)
    panel.search.setText("professional eyes else")
    assert texts(panel)
    assert {offer.starter.purpose for offer in panel._found} == {Purpose.RELATIONSHIP}


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("exception", lambda each: each.purpose is Purpose.EXCEPTION),
        ("miracle", lambda each: each.purpose is Purpose.HOPED_FOR_FUTURE),
        ("grandparent", lambda each: Audience.RELATIVE in each.audiences),
        ("coping teacher", lambda each: each.purpose is Purpose.COPING and Audience.PROFESSIONAL in each.audiences),
    ],
)
def test_they_are_found_by_what_people_call_them(  # type: ignore[no-untyped-def]
    writing: WriteWorkspace, typed: str, holds
) -> None:
    panel = open_panel(writing)
    panel.search.setText(typed)
    assert texts(panel) and all(holds(offer.starter) for offer in panel._found)


def test_what_a_card_narrowed_them_to_goes_with_it(writing: WriteWorkspace) -> None:
    choose(writing.entry.fields.audience, Audience.PROFESSIONAL)
    panel = open_panel(writing)
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    choose(writing.entry.fields.audience, Audience.NONE)
    assert len(open_panel(writing)._found) == len(panel._offers)


def test_one_that_is_kept_is_said_and_shown_whatever_the_list_was_narrowed_to(writing: WriteWorkspace) -> None:
    choose(writing.entry.fields.audience, Audience.PROFESSIONAL)
    panel = open_panel(writing)
    panel.search.setText("teacher")
    panel.kept.add.click()
    fill(panel.kept.form, RING.text)
    panel.kept.form.keep.click()
    offer = panel.current()
    assert offer is not None and offer.own and offer.text == RING.text
    assert panel.kept._said.isVisible() and panel.kept._said.text().startswith("Kept")
    panel.search.setText("else")
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    open_panel(writing)
    assert not panel.kept._said.isVisible()


def test_all_that_is_missing_is_said_at_once(writing: WriteWorkspace) -> None:
    panel = open_panel(writing)
    panel.kept.add.click()
    panel.kept.form.text.setPlainText(RING.text)
    panel.kept.form.keep.click()
    assert panel.kept.form._said.text() == f"{own_form.FOR_WHOM} {own_form.WHERE}"


def test_nothing_found_says_what_to_do(writing: WriteWorkspace) -> None:
    panel = open_panel(writing)
    panel.search.setText("spaceship qqqq")
    assert NOTHING in " ".join(painted(panel.list).split("\n"))
    assert panel._count.text().startswith("0 of ")
    assert not panel.use.isEnabled()
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.isVisible()


@pytest.mark.parametrize(
    ("step", "shown"), [("danger", [0, 0, 0, 0]), ("harm", [1, 0, 0, 1]), ("working-well", [1, 1, 1, 0])]
)
def test_filters_are_those_that_tell_something_apart(qtbot: QtBot, tmp_path: Path, step: str, shown: list[int]) -> None:
    writing = enter(qtbot, room_at(tmp_path, step))
    panel = open_panel(writing)
    assert [int(part.isVisible()) for part in panel._parts] == shown
    assert texts(panel)


def test_a_filter_that_stands_back_narrows_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    room = room_at(tmp_path, "working-well")
    writing = enter(qtbot, room)
    panel = open_panel(writing)
    choose(panel.purpose, Purpose.COPING)
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    room.engine.go_to("harm", "write")
    writing.enter(room.engine.step, room.engine.phase)
    assert len(texts(open_panel(writing))) == 32


def test_going_on_to_another_phase_gives_the_card_back(writing: WriteWorkspace) -> None:
    panel = open_panel(writing)
    writing.leave()
    assert panel.isHidden()


def test_both_ends_of_a_scale_are_shown_and_go_into_the_fields(qtbot: QtBot, tmp_path: Path) -> None:
    writing = enter(qtbot, room_at(tmp_path, "scales"))
    panel = open_panel(writing)
    offer = panel.current()
    assert offer is not None
    assert f"10: {offer.starter.ten}" in offer.row.text
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert writing.entry.fields.ten.text() == offer.starter.ten
    assert writing.entry.fields.zero.text() == offer.starter.zero


# The team's own


def fill(form: OwnForm, text: str) -> None:
    form.text.setPlainText(text)
    form.audiences[Audience.CHILD].setChecked(True)
    choose(form.purpose, Purpose.COPING)
    choose(form.place, Place.WHAT_ELSE)


def test_one_is_added_and_stands_first_and_is_there_in_the_next_session(
    writing: WriteWorkspace, tmp_path: Path
) -> None:
    panel = open_panel(writing)
    panel.kept.add.click()
    assert focused() is panel.kept.form.text
    fill(panel.kept.form, RING.text)
    QTest.keyClick(panel.kept.form.text, Qt.Key.Key_Return)
    assert focused() is panel.search
    assert panel.current() == panel._found[0]
    assert panel._found[0].own and panel._found[0].about.startswith("Our own")
    assert own(tmp_path).starters == (RING,)


def test_what_is_typed_on_a_card_is_added_with_what_the_card_says(writing: WriteWorkspace, tmp_path: Path) -> None:
    QTest.keyClicks(writing.entry.text, "Who would [child] ring?")
    choose(writing.entry.fields.audience, Audience.CHILD)
    action = next(action for action in writing.actions_offered() if action.text() == "Add as starter…")
    action.trigger()
    form = starters(writing).panel.kept.form
    assert form.text.toPlainText() == "Who would [child] ring?"
    assert form.audiences[Audience.CHILD].isChecked()
    choose(form.purpose, Purpose.COPING)
    choose(form.place, Place.WHAT_ELSE)
    form.keep.click()
    assert own(tmp_path).starters == (RING,)
    assert writing.entry.text.toPlainText() == "Who would [child] ring?"


@pytest.mark.parametrize(
    ("undo", "said"),
    [
        (lambda form: form.text.setPlainText(" "), own_form.EMPTY),
        (lambda form: form.text.setPlainText("Who is [child?"), own_form.OPEN_GAP),
        (lambda form: form.audiences[Audience.CHILD].setChecked(False), own_form.FOR_WHOM),
        (lambda form: form.purpose.setCurrentIndex(-1), own_form.WHERE),
        (lambda form: form.place.setCurrentIndex(-1), own_form.WHERE),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(  # type: ignore[no-untyped-def]
    writing: WriteWorkspace, tmp_path: Path, undo, said: str
) -> None:
    panel = open_panel(writing)
    panel.kept.add.click()
    fill(panel.kept.form, RING.text)
    undo(panel.kept.form)
    panel.kept.form.keep.click()
    assert panel.kept.form._said.text() == said
    assert panel.kept.form.isVisible()
    assert not (tmp_path / NAME).exists()


def test_a_name_of_the_case_is_pointed_out_before_it_is_kept(writing: WriteWorkspace, tmp_path: Path) -> None:
    writing.document.add("Add child", Child("c", "Jade Marsh"))
    panel = open_panel(writing)
    form = panel.kept.form
    panel.kept.add.click()
    fill(form, "Who would Jade ring?")
    form.keep.click()
    assert "“Jade” is a name of this case" in form._said.text()
    assert not (tmp_path / NAME).exists()
    form.put_gap.click()
    assert form.text.toPlainText() == "Who would [name] ring?"
    form.keep.click()
    assert [each.text for each in own(tmp_path).starters] == ["Who would [name] ring?"]


def test_a_name_can_be_kept_by_whoever_says_so_twice(writing: WriteWorkspace, tmp_path: Path) -> None:
    writing.document.add("Add child", Child("c", "Will"))
    panel = open_panel(writing)
    panel.kept.add.click()
    fill(panel.kept.form, "Will it be Will again?")
    panel.kept.form.keep.click()
    assert panel.kept.form.keep.accessibleName() == "Keep it as it is"
    panel.kept.form.keep.click()
    assert [each.text for each in own(tmp_path).starters] == ["Will it be Will again?"]


def test_a_harm_question_asks_for_its_side(qtbot: QtBot, tmp_path: Path) -> None:
    writing = enter(qtbot, room_at(tmp_path, "harm"))
    panel = open_panel(writing)
    panel.kept.add.click()
    form = panel.kept.form
    assert form.element.isVisible() and not form.purpose.isVisible()
    form.text.setPlainText("How bad was [that]?")
    form.keep.click()
    assert form._said.text() == own_form.SIDE
    choose(form.element, HarmElement.SEVERITY)
    form.keep.click()
    assert own(tmp_path).starters == (
        Starter("How bad was [that]?", CardKind.HARM_QUESTION, element=HarmElement.SEVERITY),
    )


def test_a_statement_asks_for_its_words_alone(qtbot: QtBot, tmp_path: Path) -> None:
    writing = enter(qtbot, room_at(tmp_path, "rough-danger"))
    panel = open_panel(writing)
    panel.kept.add.click()
    form = panel.kept.form
    assert not form.purpose.isVisible() and not form.relationship.isVisible()
    form.text.setPlainText("[Who] is worried that [what].")
    form.keep.click()
    assert own(tmp_path).starters == (Starter("[Who] is worried that [what].", CardKind.DANGER_STATEMENT),)


def test_a_scale_is_kept_with_its_ends(qtbot: QtBot, tmp_path: Path) -> None:
    writing = enter(qtbot, room_at(tmp_path, "scales"))
    panel = open_panel(writing)
    panel.kept.add.click()
    form = panel.kept.form
    fill(form, "From 0 to 10?")
    form.keep.click()
    assert form._said.text() == own_form.ENDS
    form.ten.setText("good")
    form.zero.setText("bad")
    form.keep.click()
    kept = own(tmp_path).starters[0]
    assert (kept.kind, kept.scale, kept.ten, kept.zero) == (CardKind.SCALING_QUESTION, "safety", "good", "bad")


def test_one_is_changed_removed_and_brought_back(writing: WriteWorkspace, tmp_path: Path) -> None:
    own(tmp_path).add(RING)
    panel = open_panel(writing)
    kept = panel.kept
    assert kept.change.isVisible() and kept.remove.isVisible()
    kept.change.click()
    assert kept.form.text.toPlainText() == RING.text
    kept.form.text.setPlainText("Who would [child] ring at night?")
    kept.form.keep.click()
    assert [each.text for each in own(tmp_path).starters] == ["Who would [child] ring at night?"]
    kept.remove.click()
    assert own(tmp_path).starters == ()
    assert not kept.remove.isVisible()
    kept.bring_back.click()
    assert [each.text for each in own(tmp_path).starters] == ["Who would [child] ring at night?"]
    assert not kept.bring_back.isVisible()


def test_ours_can_be_neither_changed_nor_removed(writing: WriteWorkspace) -> None:
    panel = open_panel(writing)
    assert not panel.kept.change.isVisible() and not panel.kept.remove.isVisible()


def test_the_same_twice_is_said(writing: WriteWorkspace, tmp_path: Path) -> None:
    own(tmp_path).add(RING)
    panel = open_panel(writing)
    panel.kept.add.click()
    fill(panel.kept.form, RING.text)
    panel.kept.form.keep.click()
    assert panel.kept.form._said.text() == "That starter is there already."


def test_esc_in_the_form_goes_back_to_the_starters_and_not_further(writing: WriteWorkspace) -> None:
    panel = open_panel(writing)
    panel.kept.add.click()
    QTest.keyClick(panel.kept.form.text, Qt.Key.Key_Escape)
    assert panel.isVisible() and panel.list.isVisible() and not panel.kept.form.isVisible()
    assert focused() is panel.search


def test_a_broken_file_is_said_and_ours_are_there(writing: WriteWorkspace, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('[[starters]]\ntext = "x"\n', encoding="utf-8")
    panel = open_panel(writing)
    assert "own_starters.toml, entry 1, field 'purpose': is missing" in panel.kept._said.text()
    assert texts(panel)
    panel.kept.add.click()
    fill(panel.kept.form, RING.text)
    panel.kept.form.keep.click()
    assert "cannot be read" in panel.kept.form._said.text()
    assert (tmp_path / NAME).read_text(encoding="utf-8") == '[[starters]]\ntext = "x"\n'


def test_another_computers_file_is_taken_in(writing: WriteWorkspace, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.toml"
    OwnStarters(theirs).add(RING)
    panel = open_panel(writing)
    panel.kept.take_in(theirs)
    assert panel.kept._said.text() == "1 added."
    assert RING.text in texts(panel)
    panel.kept.take_in(theirs)
    assert panel.kept._said.text() == "0 added, 1 were there already."
    panel.kept.save_as(tmp_path / "copy.toml")
    assert OwnStarters(tmp_path / "copy.toml").starters == (RING,)


def test_names_are_masked_in_the_list(writing: WriteWorkspace, tmp_path: Path) -> None:
    own(tmp_path).add(Starter("Would Jade ring?", audiences=(Audience.CHILD,), purpose=Purpose.COPING,
                              place=Place.WHAT_ELSE))  # fmt: skip
    writing.document.add("Add child", Child("c", "Jade Marsh"))
    panel = open_panel(writing)
    assert "Jade" in panel.list.rows.rows[0].text
    writing.open.masking.set_on(True)
    assert "Jade" not in panel.list.rows.rows[0].text + panel.list.rows.rows[0].spoken
