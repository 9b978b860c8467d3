"""Masked names: what strangers can see."""

from pytestqt.qtbot import QtBot

from app.document import Document
from app.masking import Masking, initials
from models.genogram import Person
from models.people import Child
from models.session import Change
from tests.helpers import room


def masked(*entities: object) -> Masking:
    document = Document(room())
    document.do("Family", [Change(None, entity) for entity in entities])
    masking = Masking(document, document)
    masking.set_on(True)
    return masking


def test_children_and_family_show_as_initials(qapp: object) -> None:
    masking = masked(Child("t", "Tilly Marsh"), Person("n", "Nan Rose"))
    assert masking.text("Tilly Marsh lives with Nan Rose") == "T. M. lives with N. R."
    assert masking.text("TILLY told Mrs Marsh") == "T. told Mrs M."


def test_only_whole_words_are_names(qapp: object) -> None:
    masking = masked(Child("a", "Al"))
    assert masking.text("Al also calls") == "A. also calls"


def test_names_that_are_no_plain_words(qapp: object) -> None:
    masking = masked(Child("b", "=1+1 <b>"), Child("f", "فاطمة"))
    assert "<b>" not in masking.text("seen =1+1 <b> today")
    assert masking.text("زارت فاطمة") == "زارت ف."


def test_off_shows_texts_as_they_are(qapp: object) -> None:
    masking = masked(Child("t", "Tilly"))
    masking.set_on(False)
    assert masking.text("Tilly") == "Tilly"


def test_a_child_named_later_is_masked_at_once(qtbot: QtBot) -> None:
    document = Document(room())
    masking = Masking(document, document)
    masking.set_on(True)
    with qtbot.waitSignal(masking.changed):
        document.add("Child", Child("m", "Mia"))
    assert masking.text("Mia") == "M."


def test_initials_of_nothing() -> None:
    assert initials("  ") == ""
