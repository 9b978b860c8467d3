"""A masked session holds no name of the case, and is otherwise the same session."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings

from models.cards import Card, CardKind, Note
from models.masked import TEXTS, masked_session
from models.people import Child, Participant
from models.record import Amendment, NameSeen, RecordPart, SignOff
from models.session import KINDS, Details, Session, Unfinished
from models.signing import record_digest, signed_off
from tests.strategies import sessions

NAME = "Zephyrine"
#: Whose own words these are not: ids, references, choices of ours, and the names of those who are in the room.
NOT_OF_THE_CASE = {
    ("Participant", "name"), ("Participant", "job"), ("SignOff", "name"), ("SignOff", "digest"), ("Amendment", "by"),
    ("Details", "process"), ("Details", "finish_by"), ("Progress", "step"), ("Progress", "phase"),
    ("Card", "step"), ("Card", "author"), ("Card", "scale"), ("Card", "review_round"), ("Note", "step"),
    ("Note", "phase"), ("MapPoint", "card"), ("MapPoint", "step"), ("NextStep", "point"), ("Partnership", "first"),
    ("Partnership", "second"), ("ChildOf", "child"), ("ChildOf", "partnership"), ("ChildOf", "twins"),
    ("Relationship", "first"), ("Relationship", "second"), ("Person", "friend_of"),
}  # fmt: skip


def every_text(kind: type[Any]) -> set[tuple[str, str]]:
    return {(kind.__name__, field.name) for field in fields(kind) if field.type is str and field.name != "id"}


def test_every_text_of_every_kind_is_either_masked_or_known_to_hold_no_name() -> None:
    masked = {(kind.__name__, name) for kind in KINDS for name in TEXTS[kind]}
    every = set().union(*(every_text(kind) for kind in KINDS))
    assert masked.isdisjoint(NOT_OF_THE_CASE)
    assert masked | NOT_OF_THE_CASE == every


def test_no_name_is_left_in_any_text() -> None:
    filled = [
        replace(entity, **dict.fromkeys(TEXTS[type(entity)], f"About {NAME}."))
        for entity in (
            Details(), Child("c", "", date(2019, 5, 3), "7"), Card("k", "s", CardKind.QUESTION, "p", ""),
            RecordPart("worried"), Unfinished("u"),
        )
    ]  # fmt: skip
    shown = masked_session(Session("s", filled), lambda text: text.replace(NAME, "Z."))
    assert NAME not in repr(list(shown.entities()))
    assert (shown.get(Child, "c").reference, shown.get(Child, "c").born) == ("", None)
    assert shown.get(Card, "k").text == "About Z.."


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sessions())
def test_masking_nothing_gives_the_same_session_without_dates_of_birth_and_reference_numbers(session: Session) -> None:
    shown = masked_session(session, lambda text: text)
    bare = [replace(each, reference="", born=None) if isinstance(each, Child) else each for each in session.entities()]
    if signed_off(session) is None:
        assert shown == Session(session.id, bare)
    assert (signed_off(shown) is None) == (signed_off(session) is None)


def test_a_signed_record_is_no_draft_where_names_are_masked() -> None:
    session = Session("s", [Child("c", NAME, date(2020, 1, 1), "77"), RecordPart("worried", f"{NAME} is small")])
    session = Session("s", [*session.entities(), SignOff(name="Wren", digest=record_digest(session))])
    assert signed_off(session) is not None
    shown = masked_session(session, lambda text: text.replace(NAME, "Z."))
    given_to = signed_off(shown)
    assert given_to is not None and given_to.name == "Wren"
    changed = Session("s", [*session.entities(), RecordPart("worried", "another text")])
    assert signed_off(masked_session(changed, lambda text: text)) is None


def test_those_in_the_room_stay_who_they_are() -> None:
    kept = [Participant("p", NAME, job=NAME), SignOff(name=NAME)]
    shown = masked_session(Session("s", kept), lambda text: text.replace(NAME, "Z."))
    assert [shown.get(Participant, "p").name, shown.get(SignOff, "sign_off").name] == [NAME, NAME]
    assert Amendment in KINDS and NameSeen in KINDS and Note in KINDS
