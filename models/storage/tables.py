"""The tables: one for each kind of entity, with a column for each field, and one to list the sessions from.

Nothing here is SQLite's alone. `place` keeps the order in which entities came; `version_id` counts a row's changes,
for the day on which two people edit one session.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, MetaData, Table, Text

from models import genogram
from models.cards import Audience, Card, CardKind, HarmElement, Note
from models.mapping import AnalysisTerm, MapPoint, Rating, SafetyScale, ScaleKind
from models.mapping import Column as MapColumn
from models.people import Case, CaseStatus, Child, Participant, Role
from models.record import Amendment, Copies, DraftSource, NameSeen, NextStep, RecordPart, SignOff
from models.review import CheckIn, Goal, LearningKind, LearningPoint, PrivateNote, ReviewRound
from models.session import Details, Progress, Status, Unfinished
from models.storage.columns import Moment, OneOf, Texts, Words
from models.timing import Heard, Nudge, PhaseTiming, StepPlan

metadata = MetaData()

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Words, nullable=False),
    Column("team", Words, nullable=False),
    Column("held_on", Date),
    Column("status", OneOf(Status), nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("found_by", Words, nullable=False),  # what a search looks through, case folded
    Column("stands", Integer, nullable=False),  # within its status: the higher, the further up
    Column("next_place", Integer, nullable=False),
    Column("version_id", Integer, nullable=False),
)
Index("sessions_in_list_order", sessions.c.status, sessions.c.stands, sessions.c.changed_at, sessions.c.id)


def _words(name: str) -> Column[Any]:
    return Column(name, Words, nullable=False)


def _yes(name: str) -> Column[Any]:
    return Column(name, Boolean, nullable=False)


def _count(name: str = "rank") -> Column[Any]:
    return Column(name, Integer, nullable=False)


def _one_of(name: str, values: type[StrEnum]) -> Column[Any]:
    return Column(name, OneOf(values), nullable=False)


def _table(name: str, *columns: Column[Any]) -> Table:
    """A table of entities: the session's and the entity's id, then its fields in their order."""
    return Table(
        name,
        metadata,
        Column("session_id", Text, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
        Column("id", Words, primary_key=True),
        *columns,
        Column("place", Integer, nullable=False),
        Column("version_id", Integer, nullable=False),
    )


TABLES: Mapping[type[Any], Table] = {
    Details: _table(
        "details", _words("title"), _words("team"), Column("held_on", Date), _words("process"), _yes("new_to_method"),
        _words("finish_by"), _yes("fiction"), _yes("authors_shown"), Column("next_on", Date),
    ),
    Progress: _table(
        "progress", _one_of("status", Status), _words("step"), _words("phase"), Column("started_at", Moment),
        Column("closed_at", Moment),
    ),
    Participant: _table(
        "participants", _words("name"), _one_of("role", Role), _count(), _words("job"), _words("involvement"),
        _words("since"), _yes("present"),
    ),
    Case: _table(
        "cases", _words("overview"), Column("status", Texts(CaseStatus), nullable=False),
        Column("previous_rating", Integer),
    ),
    Child: _table("children", _words("name"), Column("born", Date), _words("reference"), _count()),
    genogram.Person: _table(
        "people", _words("name"), _one_of("gender", genogram.Gender), _words("age"), _words("born"), _yes("died"),
        _yes("index"), _words("label"), _one_of("life", genogram.Life), _yes("outside"),
        Column("x", Float), Column("y", Float), _count(), _words("death"), _words("friend_of"),
    ),
    genogram.Partnership: _table(
        "partnerships", _words("first"), _words("second"), _one_of("bond", genogram.Bond),
        _one_of("parting", genogram.Parting), _words("dates"), _count(),
    ),
    genogram.ChildOf: _table(
        "child_of", _words("child"), _words("partnership"), _one_of("descent", genogram.Descent), _words("twins"),
        _yes("identical"),
    ),
    genogram.Household: _table("households", _words("name"), Column("people", Texts(), nullable=False), _count()),
    genogram.Relationship: _table(
        "relationships", _words("first"), _words("second"), _one_of("line", genogram.Line), _words("label"),
    ),
    genogram.Place: _table("places", Column("x", Float, nullable=False), Column("y", Float, nullable=False)),
    Goal: _table("goals", _words("text")),
    Note: _table(
        "notes", _words("step"), _words("phase"), _words("text"), Column("at", Moment, nullable=False), _count(),
    ),
    Card: _table(
        "cards", _words("step"), _one_of("kind", CardKind), _words("author"), _words("text"), _count(),
        _one_of("audience", Audience), _words("asked_of"), _yes("relationship"), _words("scale"), _words("ten"),
        _words("zero"), _one_of("element", HarmElement), _yes("read"), _yes("strongest"), _yes("chosen"),
        _words("chosen_with"), _words("review_round"), Column("written_at", Moment),
    ),
    MapPoint: _table(
        "map_points", _one_of("column", MapColumn), _words("text"), _count(), _one_of("term", AnalysisTerm),
        _words("card"), _words("step"),
    ),
    SafetyScale: _table("safety_scales", _words("question"), _words("ten"), _words("zero")),
    Rating: _table(
        "ratings", _one_of("scale", ScaleKind), _words("rater"), Column("value", Integer), _yes("worker"), _count(),
    ),
    CheckIn: _table("check_ins", _words("most_useful"), Column("usefulness", Integer), Column("at", Moment)),
    ReviewRound: _table(
        "review_rounds", _count(), _words("most_useful"), Column("usefulness", Integer), Column("enough", Boolean),
        _words("further_focus"), _words("sticking_point"), _words("agreed_way"), Column("at", Moment),
    ),
    LearningPoint: _table("learning_points", _one_of("kind", LearningKind), _words("text"), _count()),
    PrivateNote: _table("private_notes", _words("text")),
    RecordPart: _table("record_parts", _words("text"), _words("drafted")),
    NextStep: _table(
        "next_steps", _words("text"), _words("timescale"), _words("lead"), _count(), _words("point"), _words("drafted"),
    ),
    DraftSource: _table("draft_sources"),
    SignOff: _table("sign_offs", _words("name"), Column("signed_on", Date), _words("digest")),
    Amendment: _table(
        "amendments", _words("by"), _words("note"), Column("at", Moment, nullable=False), _count(),
    ),
    NameSeen: _table("names_seen"),
    Copies: _table("copies", _count("count"), Column("last_on", Date)),
    PhaseTiming: _table(
        "phase_timings", Column("planned", Float), Column("spent", Float, nullable=False), _yes("done"),
    ),
    StepPlan: _table("step_plans", _yes("left_out")),
    Heard: _table("heard", _yes("read")),
    Nudge: _table("nudges", _count("count")),
    Unfinished: _table("unfinished", _words("text")),
}  # fmt: skip
