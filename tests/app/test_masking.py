"""Masked names: what strangers can see."""

import pytest
from hypothesis import given, settings
from pytestqt.qtbot import QtBot

from app.document import Document
from app.masking import Masking, initials, masked_title
from models.genogram import Person
from models.people import Child
from models.session import Change
from tests.helpers import room
from tests.strategies import texts


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


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("father not known", "He is not known to us", "He is not known to us"),
        ("father not known", "Dad: Father not known.", "Dad: F. n. k.."),
        ("The Baby", "Not the cot: the baby, and Baby", "Not the cot: t. b., and B."),
        ("Ada O'Neill-Shah", "Mrs O’Neill-Shah, Mr Shah and Ms O'Neill", "Mrs O., Mr S. and Ms O."),
        ("Ada O'Neill-Shah", "Ada  O’Neill-Shah's", "A. O.'s"),
        ("=1+1 <b>", "x=1+1 <b>y, 1+1 and <b>", "x=. <.y, 1+1 and <b>"),
        ("王小明", "王小明去学校", "王.去学校"),
        ("فاطمة", "زار وفاطمة", "زار وف."),
        ("Łucja", "ŁUCJA i Łucja", "Ł. i Ł."),
        ("Jo", "Jo jokes with Joanna", "J. jokes with Joanna"),
        (" \t ", "a b", "a b"),
        ("[", "[ x", "[ x"),
    ],
)
def test_a_name_is_masked_whole_and_by_the_words_that_are_names(qapp: object, name: str, text: str, shown: str) -> None:
    assert masked(Person("p", name)).text(text) == shown


@given(name=texts, before=texts, after=texts)
@settings(max_examples=60, deadline=None)
def test_no_name_breaks_masking_and_the_whole_name_never_shows(
    qapp: object, name: str, before: str, after: str
) -> None:
    shown = masked(Person("p", name)).text(f"{before} {name} {after}")
    whole = " ".join(name.split())
    if len(whole) > 2 and whole not in before + after:
        assert whole not in shown or whole in initials(whole)


def test_a_title_of_which_no_names_are_known_keeps_its_small_words_and_numbers() -> None:
    assert masked_title("Jade, O’Neill-Shah and the baby, 2 March") == "J., O. and the baby, 2 M."
    assert masked_title("王小明 2") == "王. 2"


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
