"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _yes(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Boolean, nullable=False) for name in names]


def _count(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _maybe(kind: type[Any], *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind) for name in names]


def _moment(name: str, nullable: bool = True) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)]


def _entities(name: str, *columns: list[sa.Column[Any]]) -> None:
    op.create_table(
        name,
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        *(column for some in columns for column in some),
        *_count("place", "version_id"),
        sa.PrimaryKeyConstraint("session_id", "id"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], ondelete="CASCADE"),
    )


def upgrade() -> None:
    _sessions()
    _room_and_case()
    _group()
    _afterwards()


def _sessions() -> None:
    op.create_table(
        "sessions",
        *_words("id", "title", "team"),
        *_maybe(sa.Date, "held_on"),
        *_words("status"),
        *_moment("changed_at", nullable=False),
        *_words("found_by"),
        *_count("stands", "next_place", "version_id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("sessions_in_list_order", "sessions", ["status", "stands", "changed_at", "id"])


def _room_and_case() -> None:
    _entities(
        "details",
        _words("title", "team"),
        _maybe(sa.Date, "held_on"),
        _words("process"),
        _yes("new_to_method"),
        _words("finish_by"),
        _yes("fiction", "authors_shown"),
    )
    _entities("progress", _words("status", "step", "phase"), _moment("started_at"), _moment("closed_at"))
    _entities(
        "participants", _words("name", "role"), _count("rank"), _words("job", "involvement", "since"), _yes("present")
    )
    _entities("cases", _words("overview", "status"), _maybe(sa.Integer, "previous_rating"))
    _entities("children", _words("name"), _maybe(sa.Date, "born"), _words("reference"), _count("rank"))
    _entities(
        "people",
        _words("name", "gender", "age", "born"),
        _yes("died", "index"),
        _words("label", "life"),
        _yes("outside"),
        _maybe(sa.Float, "x", "y"),
        _count("rank"),
    )
    _entities("partnerships", _words("first", "second", "bond", "parting", "dates"), _count("rank"))
    _entities("child_of", _words("child", "partnership", "descent", "twins"), _yes("identical"))
    _entities("households", _words("name", "people"), _count("rank"))
    _entities("relationships", _words("first", "second", "line"))


def _group() -> None:
    _entities("goals", _words("text"))
    _entities("notes", _words("step", "phase", "text"), _moment("at", nullable=False), _count("rank"))
    _entities(
        "cards",
        _words("step", "kind", "author", "text"),
        _count("rank"),
        _words("audience", "asked_of"),
        _yes("relationship"),
        _words("scale", "ten", "zero", "element"),
        _yes("read", "strongest", "chosen"),
        _words("chosen_with", "review_round"),
        _moment("written_at"),
    )
    _entities("map_points", _words("column", "text"), _count("rank"), _words("term", "card", "step"))
    _entities("safety_scales", _words("question", "ten", "zero"))
    _entities("ratings", _words("scale", "rater"), _maybe(sa.Integer, "value"), _yes("worker"), _count("rank"))
    _entities("check_ins", _words("most_useful"), _maybe(sa.Integer, "usefulness"), _moment("at"))
    _entities(
        "review_rounds",
        _count("rank"),
        _words("most_useful"),
        _maybe(sa.Integer, "usefulness"),
        _maybe(sa.Boolean, "enough"),
        _words("further_focus", "sticking_point", "agreed_way"),
        _moment("at"),
    )
    _entities("learning_points", _words("kind", "text"), _count("rank"))
    _entities("private_notes", _words("text"))


def _afterwards() -> None:
    _entities("record_parts", _words("text", "drafted"))
    _entities("next_steps", _words("text", "timescale", "lead"), _count("rank"), _words("point", "drafted"))
    _entities("draft_sources")
    _entities(
        "phase_timings", _maybe(sa.Float, "planned"), [sa.Column("spent", sa.Float, nullable=False)], _yes("done")
    )
    _entities("step_plans", _yes("left_out"))
    _entities("heard", _yes("read"))
    _entities("nudges", _count("count"))
    _entities("unfinished", _words("text"))
