"""What undo says: what it took back, and where that is not in view."""

from datetime import UTC, datetime

import pytest

from app import resources
from models.cards import Card, CardKind, Note
from models.genogram import Person
from models.mapping import Column, MapPoint, Rating, ScaleKind
from models.people import Case, Participant
from models.record import NextStep
from models.review import CheckIn, Goal
from models.session import KINDS, QUIET, Change
from models.timing import Heard, StepPlan
from models.undo_words import undone_words

CARD = Card("c", "working-well", CardKind.QUESTION, "farah", "What would Gran say?")


def said(entity: object, in_view: str = "introductions", again: bool = False) -> str:
    return undone_words("Do it", [Change(None, entity)], resources.process("group_supervision"), in_view, again)


def test_what_is_in_view_needs_no_place() -> None:
    assert said(CARD, "working-well") == "Undone: Do it. Ctrl+Shift+Z brings it back."


def test_what_redo_brings_back_is_said_too() -> None:
    assert said(CARD, again=True) == "Done again: Do it in step 7."


@pytest.mark.parametrize(
    ("entity", "place"),
    [
        (CARD, " in step 7"),
        (Note("n", "free-description", "talk", "Words", datetime(2026, 3, 2, tzinfo=UTC)), " in step 3"),
        (MapPoint("p", Column.WORRIED, "Point", step="harm"), " in step 9"),
        (MapPoint("p", Column.WORRIED, "Point"), ""),
        (CheckIn("scales"), " in step 8"),
        (Heard("danger/bea"), " in step 10"),
        (StepPlan("harm"), " in step 9"),
        (Person("p", "Ann"), " in step 2"),
        (Goal(), " in step 4"),
        (Rating("r", ScaleKind.SAFETY, "Gran"), " in step 8"),
        (Rating("r", ScaleKind.HARM_CLARITY, "Gran"), " in step 9"),
        (NextStep("n", "Visit"), " in the record"),
        (Case(), " in people and case"),
        (Participant("p", "Bea"), ""),
        (Card("c", "a step that is gone", CardKind.QUESTION, "", ""), ""),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_elsewhere_says_where(entity: object, place: str) -> None:
    assert said(entity) == f"Undone: Do it{place}. Ctrl+Shift+Z brings it back."


def test_the_page_in_view_needs_no_place_either() -> None:
    assert " in " not in said(NextStep("n", "Visit"), "after")
    assert " in " not in said(Case(), "prepare")
    assert said(NextStep("n", "Visit"), "prepare").startswith("Undone: Do it in the record")


def test_every_kind_can_be_said_after_it_was_removed() -> None:
    for kind in set(KINDS) - QUIET:
        try:
            held = kind()
        except TypeError:
            continue
        change = Change(held, None)
        assert undone_words("Do it", [change], resources.process("group_supervision"), "").startswith("Undone: Do it")


def test_what_is_done_by_call_has_no_place() -> None:
    assert undone_words("Add one minute", [], resources.process("group_supervision"), "harm").startswith(
        "Undone: Add one minute. "
    )
