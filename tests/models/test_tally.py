"""Cards counted by hand: change by change it comes to what counting all of them would."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.cards import Card, CardKind
from models.session import Change
from models.tally import Tally

CARDS = st.builds(
    Card,
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["well", "harm"]),
    st.sampled_from([CardKind.QUESTION, CardKind.DANGER_STATEMENT]),
    st.sampled_from(["", "bea", "dev"]),
    st.just("How?"),
    relationship=st.booleans(),
)


@given(st.lists(CARDS), st.lists(st.sampled_from(["a", "b", "c"])))
def test_following_changes_comes_to_the_same_as_counting_all(put: list[Card], taken: list[str]) -> None:
    held: dict[str, Card] = {}
    tally = Tally("well")
    for card in put:
        tally.follow([Change(held.get(card.id), card)])
        held[card.id] = card
    for card_id in taken:
        if card_id in held:
            tally.follow([Change(held.pop(card_id), None)])
    whole = Tally("well", held.values())
    assert (+tally.cards, tally.share(), tally.share("bea")) == (+whole.cards, whole.share(), whole.share("bea"))


def test_another_text_counts_nothing_otherwise() -> None:
    card = Card("a", "well", CardKind.QUESTION, "bea", "How?")
    tally = Tally("well", [card])
    assert not tally.follow([Change(card, replace(card, text="How so?"))])
    assert tally.follow([Change(card, replace(card, author="dev"))])
    assert +tally.cards == {"dev": 1}
