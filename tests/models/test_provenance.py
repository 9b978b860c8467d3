"""Where each line of the record came from: as drafted, reworded, joined, changed since, or a person's own."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import resources
from models.cards import Audience, Card, CardKind
from models.draft_text import drafted_part, written_out
from models.drafting import draft_record
from models.mapping import AnalysisTerm, Column, MapPoint, Rating, ScaleKind
from models.people import Participant, Role
from models.provenance import EARLIER, LEAD_IN, OWN, Origin, origins, rating_origin, step_origin
from models.record import NextStep, Part
from models.review import CheckIn, Goal, ReviewRound
from models.session import Change, Details, Session, set_fields
from tests.strategies import sessions, texts

PROCESS = resources.process("group_supervision")
BEA = Participant("bea", "Bea", Role.OBSERVER)
FRIDAYS = MapPoint("a", Column.WORKING_WELL, "Gran has them on Fridays", 0, card="c", step="working-well")
RANG = MapPoint("b", Column.WORKING_WELL, "Mum rang us herself", 1, step="free-description")
CARD = Card("c", "working-well", CardKind.QUESTION, "bea", "Which evening went well?")


def drafted(*entities: object) -> Session:
    session = Session("session-1", entities)  # type: ignore[arg-type]
    session.apply(draft_record(session, process=PROCESS))
    return session


def rewritten(session: Session, part: Part, text: str) -> Session:
    session.apply([set_fields(session, session.part(part), text=text)])
    return session


def told(session: Session, part: Part = Part.WORKING_WELL) -> list[tuple[str, str]]:
    return [(origin.line, origin.words) for origin in origins(session, PROCESS, part)]


FROM_CARD = "The map, “What's working well?”, from Bea’s card in step 7 (Working well)"
FROM_STEP = "The map, “What's working well?”, from step 3 (Free description)"


def test_lines_as_drafted_name_the_map_the_card_and_the_step() -> None:
    assert origins(drafted(BEA, CARD, FRIDAYS, RANG), PROCESS, Part.WORKING_WELL) == [
        Origin("These strengths stand out in the family and in those around them:", LEAD_IN),
        Origin("• Gran has them on Fridays.", FROM_CARD, "MapPoint", "a"),
        Origin("• Mum rang us herself.", FROM_STEP, "MapPoint", "b"),
    ]


def test_a_card_names_nobody_where_the_sheets_do_not() -> None:
    (_, (_, words)) = told(drafted(BEA, CARD, FRIDAYS, Details(authors_shown=False)))
    assert words == "The map, “What's working well?”, from a card in step 7 (Working well)"


def test_a_statement_taken_up_is_its_writers_card() -> None:
    statement = Card("d", "danger", CardKind.DANGER_STATEMENT, "bea", "We fear the nights", chosen=True)
    (_, origin) = origins(drafted(BEA, statement), PROCESS, Part.WORRIED)
    assert origin == Origin("• We fear the nights.", "Bea’s card in step 10 (Danger)", "Card", "d")


def test_the_reflection_names_goal_check_ins_and_review() -> None:
    session = drafted(
        Goal(text="Talk with Mum"),
        CheckIn("working-well", "The spring", 3),
        ReviewRound("r1", 0, "The scale", 7, enough=False, further_focus="Ama"),
        ReviewRound("r2", 1, "", 9, enough=True),
    )
    assert [words for _, words in told(session, Part.REFLECTION) if words != LEAD_IN] == [
        "The worker’s goal",
        "The check-in of step 7 (Working well)",
        "The review, round 1",
        "The check-in of step 7 (Working well) and the review, round 2",
        "The review, round 1",
        "The review, round 2",
    ]


def test_the_only_review_has_no_number() -> None:
    session = drafted(ReviewRound("r", 0, "", 7))
    assert told(session, Part.REFLECTION)[0][1] == "The review"


def test_two_points_of_the_same_words_are_both_named() -> None:
    both = drafted(BEA, CARD, FRIDAYS, replace(RANG, text=FRIDAYS.text))
    assert told(both)[1][1] == f"{FROM_CARD} and {FROM_STEP[0].lower()}{FROM_STEP[1:]}"


def test_a_point_of_several_lines_is_told_for_each() -> None:
    session = drafted(replace(RANG, text="On Mondays\nand on Fridays"))
    assert told(session)[1:] == [("• On Mondays", FROM_STEP), ("and on Fridays.", FROM_STEP)]


@pytest.mark.parametrize(
    "line", ["Gran has the boys on Fridays", "• gran has them on Fridays, and Mondays.", "On Fridays Gran has them"]
)
def test_a_reworded_line_is_known_by_the_one_it_is_near_to(line: str) -> None:
    session = rewritten(drafted(BEA, CARD, FRIDAYS, RANG), Part.WORKING_WELL, line)
    assert told(session) == [(line, f"Reworded from the map{FROM_CARD.removeprefix('The map')}")]


def test_what_differs_in_bullet_or_full_stop_alone_is_not_reworded() -> None:
    session = rewritten(drafted(RANG), Part.WORKING_WELL, "- Mum  rang us herself")
    assert told(session) == [("- Mum  rang us herself", FROM_STEP)]


@pytest.mark.parametrize("line", ["Tilly goes swimming.", "Mum told us that Gran has rung."])
def test_a_line_nobody_drafted_is_the_workers_own(line: str) -> None:
    session = rewritten(drafted(RANG, FRIDAYS), Part.WORKING_WELL, line)
    assert origins(session, PROCESS, Part.WORKING_WELL) == [Origin(line, OWN)]


def test_a_bullet_alone_is_the_workers_own() -> None:
    session = rewritten(drafted(RANG), Part.WORKING_WELL, "•\n\n...")
    assert told(session) == [("•", OWN), ("...", OWN)]


def test_a_line_near_to_one_that_still_stands_is_the_workers_own() -> None:
    session = drafted(BEA, CARD, FRIDAYS)
    text = session.part(Part.WORKING_WELL).text
    rewritten(session, Part.WORKING_WELL, f"{text}\nGran has them on Mondays.")
    assert told(session)[-1] == ("Gran has them on Mondays.", OWN)


def test_drafted_sentences_joined_to_one_paragraph_are_told_apart() -> None:
    text = "Gran has them on Fridays. Dr. Singh agrees. Mum rang us herself."
    session = rewritten(drafted(BEA, CARD, FRIDAYS, RANG), Part.WORKING_WELL, text)
    assert told(session) == [
        ("Gran has them on Fridays.", FROM_CARD),
        ("Dr. Singh agrees.", OWN),
        ("Mum rang us herself.", FROM_STEP),
    ]


def test_one_sentence_of_a_longer_point_is_told_by_the_point() -> None:
    session = rewritten(
        drafted(replace(RANG, text="He rang. Nan came at once")), Part.WORKING_WELL, "We saw it. Nan came at once."
    )
    assert told(session) == [("We saw it.", OWN), ("Nan came at once.", FROM_STEP)]


def test_a_draft_that_the_map_has_left_behind_says_so() -> None:
    session = drafted(BEA, CARD, FRIDAYS, RANG)
    reworded = replace(FRIDAYS, text="Gran has them on Fridays and Mondays")
    session.apply([Change(FRIDAYS, reworded), Change(RANG, None)])
    assert told(session)[1:] == [
        ("• Gran has them on Fridays.", f"{FROM_CARD}, which has changed since"),
        ("• Mum rang us herself.", EARLIER),
    ]


def test_next_steps_are_told_by_their_point_or_card() -> None:
    question = replace(CARD, chosen=True, audience=Audience.CHILD)
    point = MapPoint("p", Column.NEEDS, "Ring Gran", 0, AnalysisTerm.NEXT_STEP, step="scales")
    session = drafted(BEA, question, point)
    from_map, from_card = (step_origin(session, PROCESS, step) for step in session.all(NextStep))
    from_point = "The map, “What needs to happen?”, from step 8 (Scales)"
    assert from_map == Origin("Ring Gran.", from_point, "MapPoint", "p")
    assert from_card.words == "Bea’s card in step 7 (Working well)"
    assert (from_card.kind, from_card.id) == ("Card", "c")
    step = session.all(NextStep)[0]
    changed = step_origin(session, PROCESS, replace(step, text="Visit Gran"))
    assert changed.words == f"Reworded from the map{from_point.removeprefix('The map')}"
    assert step_origin(session, PROCESS, NextStep("own", "Ring Dad")) == Origin("Ring Dad", OWN)
    session.apply([Change(point, replace(point, text="Ring Nan"))])
    assert step_origin(session, PROCESS, step).words == f"{from_point}, which has changed since"
    session.apply([Change(session.get(MapPoint, "p"), None)])
    assert step_origin(session, PROCESS, step) == Origin("Ring Gran.", EARLIER)


def test_the_rating_is_told_by_whose_it_is() -> None:
    rating = Rating("r", ScaleKind.SAFETY, "Wren", 4, worker=True)
    assert rating_origin(Session("s", [rating])) == Origin("4", "Wren’s own rating on the safety scale", "Rating", "r")
    assert rating_origin(Session("s", [replace(rating, rater=" ")])).words.startswith("The presenting worker’s own")
    assert rating_origin(Session("s")) == Origin("", "Not rated yet")


def unspaced(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=60, deadline=None)
@given(sessions(), st.sampled_from(list(Part)), st.lists(texts, max_size=3), st.booleans(), st.data())
def test_every_line_is_told_once_and_in_order(
    session: Session, part: Part, own: list[str], again: bool, data: st.DataObject
) -> None:
    if again:
        session.apply(draft_record(session, force=True, process=PROCESS))
    lines = data.draw(st.permutations([*session.part(part).text.split("\n"), *own]))
    joint = data.draw(st.sampled_from(["\n", " ", ". "]))
    rewritten(session, part, joint.join(lines))
    found = origins(session, PROCESS, part)
    assert unspaced("".join(origin.line for origin in found)) == unspaced(session.part(part).text)
    assert all(origin.line.strip() and origin.words for origin in found)


@settings(max_examples=60, deadline=None)
@given(sessions(), st.sampled_from(list(Part)))
def test_every_line_of_a_fresh_draft_has_its_source_or_leads_in(session: Session, part: Part) -> None:
    session.apply(draft_record(session, force=True, process=PROCESS))
    for origin in origins(session, PROCESS, part):
        assert origin.kind or origin.words == LEAD_IN
        assert not origin.words.startswith("Reworded")


@settings(max_examples=40, deadline=None)
@given(sessions())
def test_every_drafted_next_step_has_its_source(session: Session) -> None:
    session.apply([Change(step, None) for step in session.all(NextStep)])
    session.apply(draft_record(session, force=True, process=PROCESS))
    for step in session.all(NextStep):
        origin = step_origin(session, PROCESS, step)
        assert origin.kind in ("MapPoint", "Card")
        assert "changed" not in origin.words


@settings(max_examples=40, deadline=None)
@given(sessions(), st.sampled_from(list(Part)))
def test_the_text_of_a_draft_is_its_lines(session: Session, part: Part) -> None:
    session.apply(draft_record(session, force=True, process=PROCESS))
    assert session.part(part).text == written_out(drafted_part(session, part, PROCESS))


@pytest.mark.parametrize("letter", ["x", "x ", "Yes. ", "• ", "中", "\n", "’"])
def test_a_hundred_thousand_characters_are_told(letter: str) -> None:
    text = letter * (100_000 // len(letter))
    session = drafted(replace(RANG, text=text), replace(FRIDAYS, text=f"{text}y", card=""))
    rewritten(session, Part.WORKING_WELL, f"{text}z")
    assert unspaced("".join(line for line, _ in told(session))) == unspaced(f"{text}z")
    rewritten(session, Part.WORRIED, text)
    assert unspaced("".join(line for line, _ in told(session, Part.WORRIED))) == unspaced(text)
