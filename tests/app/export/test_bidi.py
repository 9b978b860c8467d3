"""Lines of two directions are seen as Unicode says, compared with another implementation of its algorithm."""

import unicodedata

import pytest
from bidi import get_display
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.export.pdf.bidi import as_seen, levels, may_turn

#: A few of each class that the algorithm knows; overrides aside, which ours does not follow.
_LETTERS = "aB1٢ ٣אבعم().,[]+-$%/\u0301\u05b0\u200f\u200e\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u00ad"
_REMOVED = str.maketrans(dict.fromkeys("\u202a\u202b\u202c\u00ad"))


def seen(text: str, right_to_left: bool) -> str:
    """A line's letters from left to right."""
    return "".join(as_seen(list(zip(levels(text, right_to_left), text, strict=True))))


@settings(max_examples=2000, deadline=None)
@given(st.text(_LETTERS, max_size=16), st.booleans())
@example("a(אb)א [1]", True)
@example("\u2068א\u2069 1,5%", False)
def test_as_another_implementation_sees_it(text: str, right_to_left: bool) -> None:
    text = text.rstrip(
        " \u2066\u2067\u2068\u2069\u202a\u202b\u202c\u00ad"
    )  # what ends a line goes to its end (rule L1)
    theirs = get_display(text, base_dir="R" if right_to_left else "L")
    assert seen(text, right_to_left).translate(_REMOVED) == theirs.translate(_REMOVED)


@pytest.mark.parametrize(
    ("typed", "right_to_left", "shown"),
    [
        ("אב גד", True, "דג בא"),
        ("see אב (גד) now", False, "see )דג( בא now"),
        ("אב 12-5 גד", True, "דג 12-5 בא"),
        ("עם 7%", True, "7% םע"),
        ("אב \u202a+44 7700\u202c", True, "+44 7700 בא"),
        ("אב \u2066a, b\u2069 גד", True, "דג a, b בא"),
    ],
)
def test_what_is_seen(typed: str, right_to_left: bool, shown: str) -> None:
    """Brackets are turned round when they are drawn, not here."""
    found = seen(typed, right_to_left).translate(_REMOVED)
    assert "".join(each for each in found if unicodedata.category(each) != "Cf") == shown


def test_an_override_turns_no_letters() -> None:
    assert seen("\u202eabc", False).strip("\u202e") == "abc"
    assert seen("\u202dאב", False).strip("\u202d") == "בא"


def test_marks_deeper_than_anyone_nests_them_are_borne() -> None:
    for opening in "\u202a\u202b\u2067\u2068([":
        assert len(levels(opening * 5_000 + "אa", False)) == 5_002


def test_nearly_all_text_turns_nothing() -> None:
    assert not any(map(may_turn, ("Ruby’s gran", "রহিমা", "李小龙", "Ọ̀ṣun 😀")))
    assert all(map(may_turn, ("רות", "محمد", "a\u202eb", "a\u2067b", "\u200f", "𞤀𞤣")))
