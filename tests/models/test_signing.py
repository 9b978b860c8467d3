"""A sign-off covers what the record says: whatever changes that makes it a draft, and taking it back does not."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.cards import Card, CardKind
from models.genogram import Person
from models.mapping import Column, MapPoint, Rating, SafetyScale, ScaleKind
from models.people import Case, CaseStatus, Child, Participant
from models.record import Amendment, Copies, DraftSource, NameSeen, NextStep, Part, RecordPart, SignOff
from models.review import CheckIn, LearningKind, LearningPoint, PrivateNote
from models.session import Change, Details, Progress, Session, Status, set_fields
from models.signing import given_sign_off, record_digest, signed_off
from tests.strategies import sessions

NOW = datetime(2026, 9, 17, 14, tzinfo=UTC)
RECORD: tuple[Any, ...] = (
    Details(held_on=date(2026, 9, 17)),
    Case(overview="Tilly is nine.", status=(CaseStatus.CHILD_PROTECTION,), previous_rating=3),
    Child("tilly", "Tilly Marsh", date(2017, 2, 3), "LCS 1", 0),
    Child("alfie", "Alfie Marsh", None, "LCS 2", 1),
    *(RecordPart(part.value, f"Of {part}.", f"Of {part}.") for part in Part),
    Rating("rating", ScaleKind.SAFETY, "Wren", 4, worker=True),
    NextStep("first", "Ring Gran", "Friday", "Wren", 0),
    NextStep("second", "Visit Dad", "Monday", "Wren", 1),
)


def signed() -> Session:
    session = Session("s", RECORD)
    sign_off = SignOff(name="Wren", signed_on=date(2026, 9, 18), digest=record_digest(session))
    session.apply([Change(None, sign_off)])
    return session


def test_a_record_is_a_draft_until_somebody_signs_it() -> None:
    assert signed_off(Session("s", RECORD)) is None
    assert given_sign_off(Session("s", RECORD)) is None
    session = signed()
    assert signed_off(session) == given_sign_off(session) == session.get(SignOff, "sign_off")


@pytest.mark.parametrize(
    ("held", "fields"),
    [
        (Details(), {"held_on": date(2026, 9, 18)}),
        (Details(), {"held_on": None}),
        (Case(), {"status": (CaseStatus.IN_NEED,)}),
        (Case(), {"status": (CaseStatus.CHILD_PROTECTION, CaseStatus.IN_NEED)}),
        (Case(), {"previous_rating": 0}),
        (Case(), {"previous_rating": None}),
        (RECORD[2], {"name": "Tilly Harker"}),
        (RECORD[2], {"born": date(2017, 2, 4)}),
        (RECORD[2], {"reference": ""}),
        (RECORD[3], {"rank": -1}),
        (RecordPart("working_well"), {"text": ""}),
        (RecordPart("worried"), {"text": "Of worried"}),
        (RecordPart("reflection"), {"text": "Other words."}),
        (RECORD[7], {"value": 5}),
        (RECORD[7], {"worker": False}),
        (RECORD[8], {"text": "Visit Gran"}),
        (RECORD[8], {"timescale": "Saturday"}),
        (RECORD[8], {"lead": ""}),
        (RECORD[9], {"rank": -1}),
    ],
)
def test_a_change_of_what_the_record_says_makes_it_a_draft_and_taking_it_back_does_not(
    held: Any, fields: dict[str, Any]
) -> None:
    session = signed()
    change = set_fields(session, held, **fields)
    session.apply([change])
    assert signed_off(session) is None
    assert given_sign_off(session) is not None
    session.apply([change.inverse])
    assert signed_off(session) is not None


@pytest.mark.parametrize("gone", [RECORD[2], RECORD[3], RECORD[5], RECORD[7], RECORD[8]])
def test_so_does_what_is_taken_out(gone: Any) -> None:
    session = signed()
    session.apply([Change(gone, None)])
    assert signed_off(session) is None
    session.apply([Change(None, gone)])
    assert signed_off(session) is not None


@pytest.mark.parametrize(
    "new",
    [
        Child("new", "", None, "", 5),
        NextStep("new", "", "", "", 5),
        Rating("new", ScaleKind.SAFETY, "Wren", 5, worker=True, rank=1),
    ],
)
def test_so_does_what_is_added(new: Any) -> None:
    session = signed()
    session.apply([Change(None, new)])
    assert signed_off(session) is None


@pytest.mark.parametrize(
    "new",
    [
        Card("card", "harm", CardKind.QUESTION, "", "How often?"),
        MapPoint("point", Column.WORRIED, "The nights"),
        Person("dad", "Kofi"),
        Participant("wren", "Wren"),
        Rating("gran", ScaleKind.SAFETY, "Gran", 8, rank=1),
        Rating("clarity", ScaleKind.HARM_CLARITY, "Wren", 8, worker=True, rank=1),
        CheckIn("harm", "The line", 5),
        LearningPoint("point", LearningKind.LEARNT, "Begin in time"),
        PrivateNote("advisor", "Mine"),
        DraftSource("point"),
        NameSeen("zofia"),
        Copies("record-pdf", 3, date(2026, 9, 19)),
        Amendment("amendment", "Wren", "A date", NOW),
    ],
)
def test_what_the_record_does_not_say_leaves_the_sign_off_alone(new: Any) -> None:
    session = signed()
    session.apply([Change(None, new)])
    assert signed_off(session) is not None


@pytest.mark.parametrize(
    ("held", "fields"),
    [
        (Details(), {"title": "Another title", "next_on": date(2026, 10, 15)}),
        (Case(), {"overview": "Otherwise"}),
        (SafetyScale(), {"ten": "Safe"}),
        (Progress(), {"status": Status.CLOSED, "closed_at": NOW}),
        (RecordPart("worried"), {"drafted": "Drafted anew."}),
        (RECORD[8], {"point": "p", "drafted": "Ring Gran"}),
        (RECORD[7], {"rater": "Wren Calloway"}),
    ],
)
def test_nor_does_a_change_of_it(held: Any, fields: dict[str, Any]) -> None:
    session = signed()
    session.apply([set_fields(session, held, **fields)])
    assert signed_off(session) is not None


def test_the_order_in_which_statuses_were_ticked_says_nothing() -> None:
    both = (CaseStatus.CHILD_PROTECTION, CaseStatus.WITH_DISABILITIES)
    one, other = (Session("s", [Case(status=status)]) for status in (both, both[::-1]))
    assert record_digest(one) == record_digest(other)


def test_words_that_move_from_one_field_to_the_next_are_another_record() -> None:
    one, other = (Session("s", [NextStep("a", *fields)]) for fields in (("Ring", "Gran"), ("Ring", "", "Gran")))
    assert record_digest(one) != record_digest(other)


@settings(max_examples=60, deadline=None)
@given(sessions(), st.data())
def test_a_signed_session_is_signed_as_long_as_it_is_the_same(session: Session, data: st.DataObject) -> None:
    held = given_sign_off(session)
    sign_off = SignOff(name="Wren", digest=record_digest(session))
    session.apply([Change(held, sign_off)])
    assert signed_off(session.copy()) == sign_off
    part = data.draw(st.sampled_from(list(Part)))
    change = set_fields(session, session.part(part), text=f"{session.part(part).text}.")
    session.apply([change])
    assert signed_off(session) is None
    session.apply([change.inverse])
    assert signed_off(session) == sign_off


def test_any_character_can_be_signed() -> None:
    text = "\x00 \ud800 👩‍👧‍👦 עברית"
    session = Session("s", [RecordPart("worried", text)])
    assert record_digest(session) == record_digest(session.copy())
    assert record_digest(session) != record_digest(Session("s", [replace(RecordPart("worried"), text=text[:-1])]))
