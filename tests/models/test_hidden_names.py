"""Names of the case as they are found on a page that must have none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.case_names import case_names
from models.genogram import Person
from models.hidden_names import HIDDEN, CaseNames
from models.people import Child
from models.session import Session
from tests.strategies import texts


def hidden(text: str, *names: str) -> str:
    return CaseNames(names).hidden_in(text).replace(HIDDEN, "█")


def test_the_names_of_the_case_are_the_childrens_and_the_genograms() -> None:
    assert case_names(Session("s", [Person("p", "Nan"), Child("c", "Tilly Marsh")])) == ["Tilly Marsh", "Nan"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Tilly Marsh", "█"), ("Tilly", "█"), ("Mrs Marsh", "Mrs █"), ("TILLY and tilly", "█ and █"),
        ("Tilly’s turn, Marsh's", "█’s turn, █'s"), ("Tillys turn", "█ turn"), ("the Marshes", "the █"),
        ("T. Marsh, T Marsh and T. A. Marsh", "█, █ and █"), ("tilly_marsh", "█_█"), ("TillyMarsh", "█"),
        ("Tílly", "█"), ("Tilly-Mae", "█-Mae"), ("Til\u00adly", "█"), ("Tilly\nMarsh", "█"),
        ("Tillyson, marshal", "Tillyson, marshal"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(text: str, left: str) -> None:
    assert hidden(text, "Tilly Marsh") == left


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Ann", "Annual review, planned. Ann’s, ÀNN", "Annual review, planned. █’s, █"),
        ("Will", "Will this help? Wills, willing", "█ this help? █, willing"),
        ("Tim", "Three times", "Three times"),
        ("Łucja Zażółć", "Lucja, ZAZOLC", "█, █"),
        ("Lucja", "Łucja", "█"),
        ("Ellie-Mae O’Brien", "Ellie; Mae; Ellie Mae; OBrien; O'Brien's", "█; █; █; █; █'s"),
        ("tilly marsh", "Tilly; marsh", "█; █"),
        ("father not known", "Not known to us: father not known", "Not known to us: █"),
        ("The Baby", "The facilitator and the baby", "The facilitator and █"),
        ("An Nguyen", "An was heard in an hour, Nguyen", "█ was heard in an hour, █"),
        ("Thi Lan", "This was for Thị", "This was for █"),
        ("J", "J spoke; a j", "█ spoke; a j"),
        ("Social Worker", "The worker’s goal", "The worker’s goal"),
        ("王小明", "王小明去，小明", "█去，█"),
        ("فاطمة", "زار وفاطمة", "زار و█"),
        ("?", "Really?", "Really?"),
        ("👩‍👧", "x 👩‍👧 y", "x █ y"),
        ("Name", "[name]", "[█]"),
    ],
)
def test_what_is_a_name_and_what_is_none(name: str, text: str, left: str) -> None:
    assert hidden(text, name) == left


def test_names_in_a_row_are_hidden_as_one_and_everything_else_stays() -> None:
    assert hidden("We heard Ada Bo Cy, Di\nand Ed.", "Ada", "Bo", "Cy", "Di", "Ed") == "We heard █, █\nand █."
    assert hidden("  Nothing\there.\n") == "  Nothing\there.\n"


@given(
    st.lists(st.one_of(texts, st.text("ABÉŁabłe -’", max_size=6)), max_size=4),
    texts,
    texts,
    st.sampled_from(["", " ", "’s", "."]),
)
def test_no_whole_name_is_left_as_it_was_typed(names: list[str], before: str, after: str, end: str) -> None:
    for name in names:
        said = CaseNames(names).hidden_in(f"{before} {name}{end} {after}".replace(HIDDEN, ""))
        whole = " ".join(name.split())
        if any(letter.isalpha() for letter in whole):
            edges = (r"(?<!\w)" if whole[0].isalnum() else "", r"(?!\w)" if whole[-1].isalnum() else "")
            assert not re.search(f"{edges[0]}{re.escape(whole)}{edges[1]}", said.replace(HIDDEN, "█"))


def test_a_long_text_is_read_in_good_time() -> None:
    names = CaseNames([f"Name{letter} Surname{letter}" for letter in "abcdefghijkl"])
    assert HIDDEN in names.hidden_in("word A. B. " * 10_000 + "Namea")
