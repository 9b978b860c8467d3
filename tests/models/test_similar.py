"""Cards that say much the same, in any script; and those that do not."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.practice import practice_session
from models.cards import Card, CardKind
from models.similar import ALIKE, Similar, likeness, most_alike, runs_of


def card(text: str, card_id: str = "c") -> Card:
    return Card(card_id, "well", CardKind.QUESTION, "bea", text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "What would Nan say she has seen you do on a good morning?",
            "what would NAN say she saw you doing on good mornings",
        ),
        ("What has Tanya done so that the children felt safe?", "What did Tanya do that made the children feel safe?"),
        ("متى كانت الأمور أفضل في البيت؟", "متى كانت الأمور في البيت أفضل؟"),
        ("কখন ঘরে সব ভালো ছিল?", "কখন ঘরে সবকিছু ভালো ছিল?"),
        ("孩子们什么时候在家里觉得安全？", "孩子们什么时候在家里面觉得安全"),
        ("Kí ni ọmọ náà sọ fún ọ?", "Kí ni ọmọ náà sọ?".replace("ọ", "o\u0323")),
    ],
)
def test_much_the_same(one: str, other: str) -> None:
    assert most_alike(one, [card(other)]) == card(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What would Nan say is going well at home?", "What would the teacher say about school?"),
        ("On a scale of 0 to 10, how safe are the children tonight?", "On a scale of 0 to 10, how willing is Tanya?"),
        ("Why?", "Why?"),  # too little to be compared
        ("", "What would Nan say?"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert most_alike(one, [card(other)]) is None


def test_the_practice_session_has_no_two_cards_alike() -> None:
    cards = practice_session().all(Card)
    pairs = [(a, b) for a, b in combinations(cards, 2) if a.step == b.step]
    assert not [(a.text, b.text) for a, b in pairs if likeness(runs_of(a.text), runs_of(b.text)) >= ALIKE]


def test_the_most_alike_is_found_and_a_changed_card_is_looked_at_anew() -> None:
    cards = [card("Something quite different is here", "a"), card("When did it go well at home?", "b")]
    similar = Similar()
    assert list(similar.look("When did it go well at home", cards))[-1] == cards[1]
    changed = card("Nobody knows what this was about", "b")
    assert list(similar.look("When did it go well at home", [cards[0], changed]))[-1] is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_the_same_both_ways_and_at_most_one(one: str, other: str) -> None:
    first, second = runs_of(one), runs_of(other)
    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, first) == (1.0 if first else 0.0)
