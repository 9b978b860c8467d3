"""Cards that were begun and not added: found, and added as Enter would have."""

from datetime import UTC, datetime

from models.cards import Audience, Card, CardKind
from models.half_typed import HalfTyped, about_of, about_text, add_half_typed, half_typed, next_form
from models.process import CardForm
from models.session import Session, Unfinished
from tests.helpers import counted_ids, room
from tests.widgets.rooms import small_process

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WELL, SCALES = (small_process().step(step) for step in ("well", "scales"))


def begun(**texts: str) -> Session:
    kept = [Unfinished(name.replace("__", "/"), text) for name, text in texts.items()]
    return Session("s", [*room().entities(), *kept])


def test_they_are_found_by_step_and_author() -> None:
    session = begun(
        card__well__bea="Half",
        card__well__bea__about='{"relationship": true}',
        card__well__carys=" ",
        card__scales__bea="x",
    )
    assert half_typed(session, "well") == [HalfTyped("bea", "Half", '{"relationship": true}')]


def test_all_are_added_with_what_was_said_beside_and_in_them() -> None:
    session = begun(
        card__well__bea="How? @mum", card__well__bea__about='{"relationship": true}', card__well__carys="And?"
    )
    changes, quiet = add_half_typed(session, WELL, NOON, counted_ids())
    bea, carys = (change.after for change in changes)
    assert (bea.text, bea.author, bea.relationship, bea.audience) == ("How?", "bea", True, Audience.PARENT)
    assert (carys.text, carys.author, carys.rank) == ("And?", "carys", bea.rank + 1)
    session.apply([*changes, *quiet])
    assert half_typed(session, "well") == [] and session.all(Unfinished) == []


def test_a_scale_is_of_the_kind_that_is_next_unless_a_mark_says_which() -> None:
    session = begun(card__scales__bea="How safe?", card__scales__carys="How willing? #other")
    changes, _ = add_half_typed(session, SCALES, NOON, counted_ids())
    assert [change.after.scale for change in changes] == ["safety", "other"]


def test_nothing_but_marks_stays_half_typed() -> None:
    session = begun(card__well__bea="@mum")
    assert add_half_typed(session, WELL, NOON, counted_ids()) == ([], [])


def test_the_next_kind_is_the_first_that_is_missing() -> None:
    safety, other = SCALES.phases[0].cards
    card = Card("c", "scales", CardKind.SCALING_QUESTION, "bea", "How safe?", scale="safety")
    assert next_form([], "bea", (safety, other)) == safety
    assert next_form([card], "bea", (safety, other)) == other
    assert next_form([card], "carys", (safety, other)) == safety
    only = CardForm(CardKind.QUESTION, "Question")
    assert next_form([card], "bea", (only,)) == only


def test_what_is_said_about_a_card_is_kept_and_what_is_wrong_is_put_aside() -> None:
    assert (
        about_of(about_text({"ten": "Safe", "audience": Audience.CHILD, "relationship": True}))["audience"]
        is Audience.CHILD
    )
    assert about_text({"ten": "", "relationship": False}) == ""
    assert about_of('{"audience": "dog"}') == {} and about_of("[1]") == {} and about_of("{") == {}
