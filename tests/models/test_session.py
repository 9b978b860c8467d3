"""A session changes all or not at all, and every change can be taken back."""

import pytest

from models.cards import Card, CardKind
from models.people import Participant
from models.session import KINDS, QUIET, SINGLE, Change, Details, Session, StaleChangeError, set_fields
from models.session_file import PLACES, session_from_plain, session_to_plain
from tests.helpers import room


def card(card_id: str, text: str = "?", rank: int = 0) -> Card:
    return Card(card_id, "working-well", CardKind.QUESTION, "bea", text, rank)


def test_single_kinds_are_there_from_the_start() -> None:
    session = Session("s")
    assert [session.one(kind).id for kind in SINGLE] == ["session", "progress", "case", "goal", "safety"]


def test_ranked_entities_come_in_their_rank() -> None:
    session = Session("s", [card("a", rank=2), card("b", rank=1)])
    assert [found.id for found in session.all(Card)] == ["b", "a"]
    assert session.next_rank(Card) == 3


def test_a_change_and_its_inverse_leave_the_session_as_it_was() -> None:
    session, before = room(), room()
    changes = [Change(None, card("a")), set_fields(session, session.details, title="Tilly")]
    session.apply(changes)
    assert session != before
    session.apply([change.inverse for change in reversed(changes)])
    assert session == before


def test_changes_are_made_all_or_none() -> None:
    session, before = room(), room()
    stale = Change(Details(title="never held"), Details(title="new"))
    with pytest.raises(StaleChangeError):
        session.apply([Change(None, card("a")), stale])
    assert session == before


def test_a_copy_is_independent() -> None:
    session = room()
    other = session.copy()
    other.apply([Change(other.get(Participant, "bea"), None)])
    assert session.find(Participant, "bea") is not None


def test_every_kind_has_its_place_in_the_session_file() -> None:
    assert set(PLACES) == set(KINDS)


def test_quiet_kinds_are_kinds() -> None:
    assert set(KINDS) >= QUIET


def test_plain_data_and_back_is_the_same_session() -> None:
    session = room()
    session.apply([Change(None, card("a", "‏فاطمة <b> =1+1"))])
    assert session_from_plain(session_to_plain(session)) == session
