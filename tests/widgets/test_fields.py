"""Fields mirror the document, both ways, and leave undo to it."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.document import Document
from app.masking import Masking
from models.people import Child
from models.review import Goal
from models.session import Unfinished
from tests.helpers import room
from widgets.parts.fields import (
    LineField,
    ReadOut,
    ScaleField,
    TextBinding,
    TextField,
    UnfinishedBinding,
    put_text,
    text_of,
)


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(room())


def goal_field(qtbot: QtBot, document: Document, masking: Masking | None = None) -> TextField:
    field = TextField("Worker's goal")
    qtbot.addWidget(field)
    TextBinding(field, document, "Worker's goal", "text", masking).point_at(document.session.one(Goal))
    return field


def test_typing_reaches_the_document_at_once_and_undo_reaches_the_field(qtbot: QtBot, document: Document) -> None:
    field = goal_field(qtbot, document)
    QTest.keyClicks(field, "Know more")
    assert document.session.one(Goal).text == "Know more"
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert field.toPlainText() == ""


def test_typing_after_a_pause_is_a_step_of_its_own(qtbot: QtBot, document: Document) -> None:
    field = TextField("Worker's goal")
    qtbot.addWidget(field)
    binding = TextBinding(field, document, "Worker's goal", "text", None)
    binding.point_at(document.session.one(Goal))
    QTest.keyClicks(field, "Know")
    assert binding._pause.isActive() and binding._pause.isSingleShot() and binding._pause.interval() == 2_000
    binding._pause.timeout.emit()
    QTest.keyClicks(field, " more")
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert document.session.one(Goal).text == "Know"


def test_the_cursor_stays_while_the_document_follows(qtbot: QtBot, document: Document) -> None:
    field = goal_field(qtbot, document)
    QTest.keyClicks(field, "ac")
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClicks(field, "b")
    assert document.session.one(Goal).text == "abc"
    assert field.textCursor().position() == 2


def test_masked_names_cannot_be_overwritten_by_initials(qtbot: QtBot, document: Document) -> None:
    document.add("Child", Child("t", "Tilly"))
    document.set("Goal", document.session.one(Goal), text="Plan for Tilly")
    masking = Masking(document, document)
    field = goal_field(qtbot, document, masking)
    masking.set_on(True)
    assert field.toPlainText() == "Plan for T."
    QTest.keyClicks(field, "!")
    assert document.session.one(Goal).text == "Plan for Tilly"
    masking.set_on(False)
    assert field.toPlainText() == "Plan for Tilly"


def test_half_typed_text_is_in_the_document_until_it_is_entered(qtbot: QtBot, document: Document) -> None:
    field = LineField("Note")
    qtbot.addWidget(field)
    binding = UnfinishedBinding(field, document)
    binding.point_at("note/x")
    QTest.keyClicks(field, "half")
    assert document.session.get(Unfinished, "note/x").text == "half"
    assert binding.take() == "half"
    assert document.session.find(Unfinished, "note/x") is None


def test_half_typed_text_comes_back_by_its_key(qtbot: QtBot, document: Document) -> None:
    field = TextField("Card text")
    qtbot.addWidget(field)
    binding = UnfinishedBinding(field, document)
    binding.point_at("card/bea")
    QTest.keyClicks(field, "from Bea")
    binding.point_at("card/carys")
    assert field.toPlainText() == ""
    binding.point_at("card/bea")
    assert field.toPlainText() == "from Bea"


def test_enter_submits_where_it_should(qtbot: QtBot) -> None:
    field = TextField("Card text", enter_submits=True)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert field.toPlainText() == "\n"


def test_a_scale_is_typed_clicked_and_taken_away(qtbot: QtBot) -> None:
    scale = ScaleField("Usefulness")
    qtbot.addWidget(scale)
    chosen: list[object] = []
    scale.chosen.connect(chosen.append)
    QTest.keyClicks(scale.focusProxy(), "7")
    QTest.keyClicks(scale.focusProxy(), "10")
    QTest.keyClick(scale.focusProxy(), Qt.Key.Key_Delete)
    assert chosen == [7, 1, 10, None]
    scale.show_value(3)
    assert scale.value == 3
    assert chosen == [7, 1, 10, None]


def test_a_read_out_is_named_and_takes_no_focus(qtbot: QtBot) -> None:
    out = ReadOut("Time left")
    qtbot.addWidget(out)
    out.show_text("3:12")
    assert (out.accessibleName(), out.text(), out.focusPolicy()) == ("Time left", "3:12", Qt.FocusPolicy.NoFocus)


def test_a_line_filled_by_the_document_shows_its_beginning(qtbot: QtBot) -> None:
    field = LineField("Job")
    qtbot.addWidget(field)
    put_text(field, "Community midwife, at every appointment since the spring")
    assert field.cursorPosition() == 0


def test_whoever_is_brought_to_a_line_goes_on_at_its_end(qtbot: QtBot) -> None:
    field = LineField("Job")
    qtbot.addWidget(field)
    put_text(field, "Midwife")
    field.show()
    with qtbot.waitActive(field):
        field.activateWindow()
    field.clearFocus()
    field.setFocus()
    QTest.keyClicks(field, "s")
    assert field.text() == "Midwifes"
    field.clearFocus()
    assert field.cursorPosition() == 0


class Painted(QObject):
    """What of a widget is painted from now on."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)


def test_other_words_in_an_empty_field_are_painted_whole(qtbot: QtBot) -> None:
    field = TextField("Card text", "Anna writes.")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitActive(field):
        field.activateWindow()
    field.setFocus()
    qtbot.wait(0)
    painted = Painted()
    field.viewport().installEventFilter(painted)
    field.setPlaceholderText("Hal writes.")
    area = QRegion(field.viewport().rect())
    qtbot.waitUntil(lambda: area.subtracted(painted.region).isEmpty(), timeout=2000)


@pytest.mark.parametrize("make", [LineField, TextField])
def test_a_key_with_alt_types_nothing(qtbot: QtBot, make: type[LineField] | type[TextField]) -> None:
    field = make("Card text")
    qtbot.addWidget(field)
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    for modifiers in (alt, alt | shift):
        QTest.keyClick(field, "l", modifiers)
    assert text_of(field) == ""
    QTest.keyClick(field, "l", alt | Qt.KeyboardModifier.ControlModifier)  # so AltGr comes on Windows
    QTest.keyClicks(field, "ll")
    assert "ll" in text_of(field)


@pytest.mark.parametrize("make", [LineField, TextField])
def test_half_typed_names_are_masked_and_nothing_of_them_is_lost(
    qtbot: QtBot, document: Document, make: type[LineField] | type[TextField]
) -> None:
    document.add("Add child", Child("jade", "Jade Whitlock"))
    masking, field = Masking(document), make("Card text")
    qtbot.addWidget(field)
    binding = UnfinishedBinding(field, document, masking)
    binding.point_at("card/bea")
    QTest.keyClicks(field, "Jade, would Mum say")
    masking.set_on(True)
    assert text_of(field) == "J., would Mum say"
    QTest.keyClicks(field, "x")
    assert text_of(field) == "J., would Mum say"
    binding.point_at("card/carys")
    QTest.keyClicks(field, "Free")
    assert text_of(field) == "Free"
    binding.point_at("card/bea")
    assert text_of(field) == "J., would Mum say" and binding.text() == "Jade, would Mum say"
    masking.set_on(False)
    QTest.keyClicks(field, "?")
    assert text_of(field) == "Jade, would Mum say?"
    masking.set_on(True)
    assert binding.take() == "Jade, would Mum say?"
    QTest.keyClicks(field, "Next")
    assert text_of(field) == "Next" and document.session.find(Unfinished, "card/bea") == Unfinished("card/bea", "Next")
