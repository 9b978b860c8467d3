"""Session files: what is written is read back the same, and anything broken is refused in one sentence."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from app import resources
from app.session_file import read_file, read_text, session_text
from models.cards import Audience, Card, CardKind, Note
from models.genogram import ChildOf, Household, Partnership, Person, Relationship
from models.mapping import Column, MapPoint, Rating, ScaleKind
from models.people import Participant
from models.record import NextStep
from models.review import CheckIn
from models.session import SINGLE, Details, Session, Unfinished
from models.session_file import PLACES, SessionFileError
from models.timing import Heard, Nudge, PhaseTiming
from tests.strategies import sessions


def small() -> Session:
    from datetime import UTC, datetime

    return Session(
        "small-1",
        [
            Details(title="Bell family"),
            Participant("p1", "Ann"),
            Person("q1", "Kelly"),
            Person("q2", "Leo"),
            Partnership("u1", "q1"),
            ChildOf("d1", "q2", "u1"),
            Household("h1", "Home", ("q1", "q2")),
            Note("n1", "free-description", "talk", "A line", datetime(2026, 1, 2, 3, 4, 5, 6, UTC)),
            Card("c1", "working-well", CardKind.QUESTION, "p1", "What works?", audience=Audience.CHILD),
            MapPoint("m1", Column.NEEDS, "Ask", card="c1"),
            NextStep("s1", "Ask Mum", point="m1"),
            Rating("r1", ScaleKind.SAFETY, "Worker", 4),
            CheckIn("scales", "the cards", 7),
            PhaseTiming("scales/write", 300.0, 12.5),
            Heard("scales/p1"),
            Nudge(resources.process("group_supervision").rules[0].id, 2),
            Unfinished("Card text", "half a th"),
        ],
    )


@given(session=sessions())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_session_is_read_back_as_it_was_written(session: Session) -> None:
    text = session_text(session)
    read = read_text(text)
    assert read == session
    assert session_text(read) == text


def test_the_text_is_stable_readable_and_ends_with_a_line() -> None:
    text = session_text(small())
    assert text == session_text(small())
    assert text.endswith("}\n")
    assert '\n  "format": "askwell-session"' in text


def test_what_refers_to_what_was_removed_is_left_out_of_the_file() -> None:
    session = small()
    lost = Session(
        session.id,
        [e for e in session.entities() if e.id not in ("q1", "p1", "c1", "m1")]
        + [Relationship("l1", "q1", "q2", "close")],  # type: ignore[arg-type]
    )
    read = read_text(session_text(lost))
    assert read.get(NextStep, "s1").point == ""
    assert read.get(Household, "h1").people == ("q2",)
    assert not read.all(Partnership) and not read.all(ChildOf) and not read.all(Relationship) and not read.all(Heard)


def test_half_a_character_is_written_as_missing() -> None:
    assert read_text(session_text(Session("a", [Details(title="x\ud83dy")]))).details.title == "x�y"


#: Fields that files of version 1 may lack, because they were written before these were there.
LATER = {(Person, "death"), (Person, "friend_of"), (Relationship, "label"), (Details, "next_on")}


def test_the_schema_covers_every_field_of_every_kind_and_allows_nothing_else() -> None:
    schema = json.loads(resources.text("session.schema.json"))
    assert schema["$id"].startswith("urn:")
    for kind, (top, inner) in PLACES.items():
        place = schema["properties"][top]
        place = place["properties"][inner] if inner else place
        reference = place["$ref"] if kind in SINGLE else place["items"]["$ref"]
        entry = schema["$defs"][reference.rpartition("/")[2]]
        names = [field.name for field in fields(kind)]
        assert list(entry["properties"]) == names
        assert entry["required"] == [name for name in names if (kind, name) not in LATER]
        assert entry["additionalProperties"] is False
        assert entry["description"]


def test_the_schema_is_a_sound_schema() -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(json.loads(resources.text("session.schema.json")))


def _at(*path: Any, to: Any) -> Callable[[dict[str, Any]], None]:
    def change(plain: dict[str, Any]) -> None:
        place: Any = plain
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = to

    return change


def _gone(*path: Any) -> Callable[[dict[str, Any]], None]:
    def change(plain: dict[str, Any]) -> None:
        place: Any = plain
        for key in path[:-1]:
            place = place[key]
        del place[path[-1]]

    return change


def _twice(*path: Any) -> Callable[[dict[str, Any]], None]:
    def change(plain: dict[str, Any]) -> None:
        place: Any = plain
        for key in path:
            place = place[key]
        place.append(place[0])

    return change


#: How a file is broken, and what the sentence must name.
BROKEN: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "another format": (_at("format", to="something"), "format"),
    "no format": (_gone("format"), "format"),
    "a newer version": (_at("version", to=2), "newer"),
    "a version that is text": (_at("version", to="1"), "version"),
    "a version that is true": (_at("version", to=True), "version"),
    "a part missing": (_gone("cards"), "'cards' is missing"),
    "a part too many": (_at("extra", to=1), "'extra' is not known"),
    "a field missing": (_gone("cards", 0, "text"), "cards/0: 'text' is missing"),
    "a field too many": (_at("cards", 0, "colour", to="red"), "cards/0: 'colour' is not known"),
    "a list that is a table": (_at("cards", to={}), "cards: must be a list"),
    "text that is a number": (_at("cards", 0, "text", to=5), "cards/0/text: must be text"),
    "text that is null": (_at("goal", "text", to=None), "goal/text"),
    "a rating of eleven": (_at("ratings", 0, "value", to=11), "ratings/0/value: must be 10 or less"),
    "a rating below nought": (_at("check_ins", 0, "usefulness", to=-1), "check_ins/0/usefulness: must be 0 or more"),
    "a rating that is no whole number": (_at("ratings", 0, "value", to=4.0), "whole number"),
    "a rating that is true": (_at("ratings", 0, "value", to=True), "ratings/0/value"),
    "a kind nobody knows": (_at("cards", 0, "kind", to="poem"), "cards/0/kind"),
    "a day that is none": (_at("session", "details", "held_on", to="2026-02-30"), "session/details"),
    "a day written otherwise": (_at("session", "details", "held_on", to="1.2.2026"), "session/details/held_on"),
    "a time without a zone": (_at("notes", 0, "at", to="2026-01-01T10:00:00"), "notes/0/at"),
    "an id that stands twice": (_twice("cards"), "cards/1"),
    "an author nobody knows": (_at("cards", 0, "author", to="ghost"), "cards/0/author: there is no 'ghost'"),
    "a card nobody knows": (_at("map", "points", 0, "card", to="ghost"), "map/points/0/card"),
    "a parent nobody knows": (_at("genogram", "partnerships", 0, "first", to="x"), "genogram/partnerships/0/first"),
    "no parent": (_at("genogram", "partnerships", 0, "first", to=""), "genogram/partnerships/0/first"),
    "a child of nobody": (_at("genogram", "children", 0, "partnership", to="x"), "genogram/children/0/partnership"),
    "a member nobody knows": (_at("genogram", "households", 0, "people", to=["x"]), "genogram/households/0/people"),
    "a reader nobody knows": (_at("timings", "heard", 0, "id", to="scales/x"), "timings/heard/0"),
    "a step nobody knows": (_at("cards", 0, "step", to="tea"), "cards/0/step: there is no step 'tea'"),
    "no step": (_at("cards", 0, "step", to=""), "cards/0/step"),
    "a phase nobody knows": (_at("timings", "phases", 0, "id", to="scales/tea"), "phase 'tea'"),
    "a rule nobody knows": (_at("timings", "nudges", 0, "id", to="tea"), "timings/nudges/0/id"),
    "a position nobody knows": (_at("session", "progress", "step", to="tea"), "session/progress"),
    "a process nobody knows": (_at("session", "details", "process", to="tea"), "session/details/process"),
    "a process elsewhere": (_at("session", "details", "process", to="../../etc"), "session/details/process"),
    "an id with a path": (_at("session", "id", to="../x"), "session/id"),
    "an empty id": (_at("cards", 0, "id", to=""), "cards/0/id"),
    "a time below nought": (_at("timings", "phases", 0, "spent", to=-1), "timings/phases/0/spent"),
    "half a character": (_at("goal", "text", to="x\ud800"), "goal/text: holds half a character"),
    "a rank beyond counting": (_at("cards", 0, "rank", to=10**30), "cards/0/rank"),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_file_is_refused_in_one_sentence_that_names_the_place(how: str) -> None:
    change, named = BROKEN[how]
    plain = json.loads(session_text(small()))
    change(plain)
    with pytest.raises(SessionFileError) as refused:
        read_text(json.dumps(plain))
    assert named in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "line 1"), (b"{", "line 1"), (b"[]", "format"), (b"null", "format"), (b'"text"', "format"),
        (b"\xff\xfe{\x00", "UTF-8"), (b"\xef\xbb\xbf{}", "order mark"), (b'{"format": "a", "format": "b"}', "twice"),
        (b'{"format": NaN}', "NaN"), (b'{"format": -Infinity}', "Infinity"), (b"[" * 100_000, "deep"),
        (b'{"version": ' + b"9" * 5000 + b"}", "too long"), (b"\x00\x01\x02", "line 1"), (b"{} {}", "line 1"),
    ],
)  # fmt: skip
def test_what_is_no_session_file_is_refused_in_one_sentence(tmp_path: Path, content: bytes, named: str) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    with pytest.raises(SessionFileError) as refused:
        read_file(file)
    assert named in str(refused.value)
    assert "bad.json" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_number_too_large_for_a_float_is_refused() -> None:
    plain = session_text(small()).replace('"x": null', '"x": 1e999', 1)
    with pytest.raises(SessionFileError, match="genogram/people/0/x"):
        read_text(plain)


def test_a_folder_or_a_missing_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json"):
        with pytest.raises(SessionFileError, match="not a file"):
            read_file(path)


@pytest.mark.parametrize(
    ("partner", "child", "said"),
    [("a", "b", "a partnership is between two people"), ("", "a", "Kelly would be their own forebear"),
     ("b", "b", "Leo would be their own forebear")],
)  # fmt: skip
def test_a_family_that_cannot_be_is_refused_with_the_person_named(partner: str, child: str, said: str) -> None:
    session = Session("s", [
        Person("a", "Kelly"), Person("b", "Leo"), Partnership("c", "a", partner), ChildOf("d", child, "c"),
    ])  # fmt: skip
    with pytest.raises(SessionFileError, match=said):
        read_text(session_text(session))
