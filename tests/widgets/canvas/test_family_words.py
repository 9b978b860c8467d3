"""The family in words on the screen: it follows every change, masks names, and can be copied."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from app.document import Document
from app.masking import Masking
from models.family_words import family_text
from models.genogram import Person
from models.kin import family_of
from models.session import Change, Session
from tests.app.genogram.ten_families import four_generations
from tests.widgets.evening import by_name
from widgets.canvas.family_words import EMPTY, FamilyWords

Shown = tuple[Document, Masking, FamilyWords]


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., Shown]:
    def make(*entities: object) -> Shown:
        document = Document(Session("s", entities))  # type: ignore[arg-type]
        masking = Masking(document, document)
        panel = FamilyWords(document, masking)
        qtbot.addWidget(panel)
        panel.resize(400, 500)
        panel.show()
        return document, masking, panel

    return make


def four() -> list[object]:
    family = four_generations()
    drawn = (*family.people.values(), *family.partnerships.values(), *family.children)
    return [*drawn, *family.households, *family.relationships]


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def test_it_says_the_family_under_headings(shown: Callable[..., Shown]) -> None:
    document, _, panel = shown(*four())
    text = by_name(panel, QTextEdit, "Family in words")
    assert lines(text.toPlainText()) == lines(family_text(family_of(document.session)))
    block, headings = text.document().begin(), []
    while block.isValid():
        headings += [block.text()] if block.blockFormat().headingLevel() else []
        block = block.next()
    assert headings[:2] == ["The children", "Parents, brothers and sisters"]
    assert text.isReadOnly()


def test_it_follows_edits_and_undo(shown: Callable[..., Shown]) -> None:
    document, _, panel = shown(*four())
    before = panel.text.toPlainText()
    document.set("Rename", document.session.get(Person, "Josh"), name="Joshua")
    assert "Joshua, 18" in panel.text.toPlainText()
    document.undo_stack.undo()
    assert panel.text.toPlainText() == before


def test_what_changed_while_it_was_hidden_is_there_when_it_is_shown(shown: Callable[..., Shown]) -> None:
    document, masking, panel = shown(*four())
    panel.hide()
    masking.set_on(True)
    assert "Kayleigh" not in panel.text.toPlainText()
    document.do("Add", [Change(None, Person("z", "Zoe", rank=99))])
    panel.show()
    assert "Tied to nobody\nZ." in panel.text.toPlainText()
    masking.set_on(False)
    assert "Tied to nobody\nZoe." in panel.text.toPlainText()


def test_masked_no_name_is_shown_or_copied(shown: Callable[..., Shown]) -> None:
    document, masking, panel = shown(*four())
    masking.set_on(True)
    by_name(panel, QPushButton, "Copy the family in words").click()
    for text in (panel.text.toPlainText(), QGuiApplication.clipboard().text()):
        assert "K., 15, female; M., 6, K.'s brother" in text
        assert not [person.name for person in document.session.all(Person) if person.name in text]


def test_copied_it_is_the_whole_text(shown: Callable[..., Shown]) -> None:
    document, _, panel = shown(*four())
    panel.copy()
    assert QGuiApplication.clipboard().text() == family_text(family_of(document.session))


def test_names_are_text(shown: Callable[..., Shown]) -> None:
    _, _, panel = shown(Person("a", "<b>Bo</b>\n&amp; Co"))
    assert "<b>Bo</b> &amp; Co" in panel.text.toPlainText()


def test_nobody_is_said_so_and_cannot_be_copied(shown: Callable[..., Shown]) -> None:
    document, _, panel = shown()
    assert panel.text.toPlainText() == ""
    assert panel.text.placeholderText() == EMPTY
    assert not by_name(panel, QPushButton, "Copy the family in words").isEnabled()
    document.do("Add", [Change(None, Person("a", "Ann"))])
    assert by_name(panel, QPushButton, "Copy the family in words").isEnabled()


def test_where_somebody_reads_they_go_on_reading(shown: Callable[..., Shown]) -> None:
    document, _, panel = shown(*four())
    panel.resize(300, 120)
    bar = panel.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    document.set("Age", document.session.get(Person, "Tia"), age="17")
    assert bar.value() == place > 0
    assert "Tia, 17" in panel.text.toPlainText()
