"""Finding by words: forgiving, and the best first."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.finding import find, folded


@dataclass(frozen=True)
class Thing:
    """Something with a name."""

    text: str
    also: str = ""


THINGS = [
    Thing("Start or pause timer", "clock countdown"),
    Thing("Restart timer", "clock countdown"),
    Thing("Mask names", "hide anonymise"),
    Thing("7. What's working well?"),
    Thing("Résumé of the café"),
    Thing("Names to check"),
]


def found(typed: str) -> list[str]:
    return [thing.text for thing in find(THINGS, typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("timer restart", "Restart timer"),
        ("res", "Restart timer"),
        ("pau tim", "Start or pause timer"),
        ("hide names", "Mask names"),
        ("ANON", "Mask names"),
        ("whats work", "7. What's working well?"),
        ("what’s", "7. What's working well?"),
        ("7", "7. What's working well?"),
        ("resume cafe", "Résumé of the café"),
        ("names", "Names to check"),
        ("timr", "Start or pause timer"),
        ("nmaes mask", "Mask names"),
        ("orking", "7. What's working well?"),
    ],
)
def test_words_are_found_as_people_type_them(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_nothing_typed_is_everything_in_its_order() -> None:
    assert found("  ") == [thing.text for thing in THINGS]


def test_every_word_must_fit() -> None:
    assert found("mask spaceship") == []


def test_a_slip_of_the_finger_is_forgiven_only_where_nothing_fits() -> None:
    assert found("names") == ["Names to check", "Mask names"]


def test_two_letters_in_the_middle_of_a_word_mean_nothing() -> None:
    assert "Restart timer" not in found("im")


@given(st.text(max_size=30))
def test_whatever_is_read_is_found_by_what_is_read(text: str) -> None:
    if folded(text):
        thing = Thing(text)
        assert find([Thing("something else"), thing], text)[0] == thing or text.casefold() in "something else"
