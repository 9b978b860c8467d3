"""The record's draft: from what the session left behind, once and again, never over a person's own words."""

from dataclasses import replace

from hypothesis import given, settings

from app import resources
from models.cards import Audience, Card, CardKind
from models.drafting import current_rating, draft_record, removed_steps
from models.mapping import AnalysisTerm, Column, MapPoint, Rating, ScaleKind
from models.record import DraftSource, NextStep, Part, RecordPart
from models.review import CheckIn, Goal, LearningKind, LearningPoint, PrivateNote, ReviewRound
from models.session import Change, Session, set_fields
from tests.strategies import sessions


def drafted(*entities: object) -> Session:
    session = Session("session-1", entities)  # type: ignore[arg-type]
    session.apply(draft_record(session, process=resources.process("group_supervision")))
    return session


def part(session: Session, which: Part) -> str:
    return session.part(which).text


def steps(session: Session) -> list[str]:
    return [step.text for step in session.all(NextStep)]


def question(card_id: str, text: str, **fields: object) -> Card:
    return replace(Card(card_id, "working-well", CardKind.QUESTION, "bea", text, chosen=True), **fields)  # type: ignore[arg-type]


def test_working_well_is_the_maps_column_with_safety_apart() -> None:
    session = drafted(
        MapPoint("a", Column.WORKING_WELL, "Gran has them on Fridays", 0),
        MapPoint("b", Column.WORKING_WELL, "Mum rang us herself!", 1, AnalysisTerm.EXISTING_SAFETY),
        MapPoint("c", Column.WORRIED, "Mum is out at night", 2),
    )
    assert part(session, Part.WORKING_WELL) == (
        "These strengths stand out in the family and in those around them:\n• Gran has them on Fridays.\n\n"
        "The children have already been kept safe in these ways:\n• Mum rang us herself!"
    )


def test_worries_take_the_points_the_statements_taken_up_and_the_goals_taken_up() -> None:
    session = drafted(
        MapPoint("a", Column.WORRIED, "Kofi burnt his hand", 0, AnalysisTerm.PAST_HARM),
        MapPoint("b", Column.WORRIED, "Mum is out at night", 1),
        MapPoint("c", Column.WORRIED, "No heating", 2, AnalysisTerm.COMPLICATING_FACTOR),
        MapPoint("d", Column.NEEDS, "A grown-up is there at night", 3, AnalysisTerm.SAFETY_GOAL),
        Card("e", "danger", CardKind.DANGER_STATEMENT, "bea", "We fear the nights", 4, chosen=True),
        Card("f", "danger", CardKind.DANGER_STATEMENT, "bea", "NOT TAKEN UP", 5),
        Card("g", "safety-goals", CardKind.SAFETY_GOAL, "bea", "They live with Mum", 6, chosen=True),
        Card("h", "rough-danger", CardKind.ROUGH_DANGER_STATEMENT, "bea", "ROUGH", 7, chosen=True),
    )
    text = part(session, Part.WORRIED)
    order = ["Kofi burnt his hand.", "Mum is out at night.", "No heating.", "We fear the nights.",
             "A grown-up is there", "They live with Mum."]  # fmt: skip
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
    assert "NOT TAKEN UP" not in text
    assert "ROUGH" not in text
    assert steps(session) == [], "statements and goals are no next steps"


def test_reflection_goes_from_the_goal_by_the_steps_to_the_review() -> None:
    text = part(
        drafted(
            Goal(text="talk with Mum about the nights"),
            CheckIn("danger", "Plain words", 6),
            CheckIn("working-well", "Hearing that Mum rang", 3),
            ReviewRound("r1", 0, "The scale", 7, enough=False, further_focus="What to ask Ama"),
            ReviewRound("r2", 1, "Ama's questions", 9, enough=True, sticking_point="THE WORKER'S OWN"),
        ),
        Part.REFLECTION,
    )
    order = ["“talk with Mum about the nights”.", "Hearing that Mum rang", "Plain words", "The scale",
             "3 at first and 9 at", "What to ask Ama", "enough to go on with"]  # fmt: skip
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
    assert "THE WORKER'S OWN" not in text


def test_usefulness_is_said_as_it_was() -> None:
    assert "answered 5." in part(drafted(CheckIn("harm", "", 5)), Part.REFLECTION)
    assert "5 at first and at the end." in part(
        drafted(CheckIn("harm", "", 5), CheckIn("danger", "", 5)), Part.REFLECTION
    )
    assert part(drafted(), Part.REFLECTION) == ""


def test_chosen_questions_are_next_steps_with_whom_they_are_for() -> None:
    session = drafted(
        question("a", "Which evening went well?", chosen_with="Mum"),
        question("b", "Who would notice?", audience=Audience.CHILD, rank=1),
        question("c", "Not chosen?", chosen=False),
        question("d", "Reworded on the map?", rank=3),
        MapPoint("p", Column.NEEDS, "Ask Gran about Fridays", 0, AnalysisTerm.NEXT_STEP, "d"),
        MapPoint("q", Column.NEEDS, "Which evening went well?", 1, AnalysisTerm.NEXT_STEP, "a"),
    )
    assert steps(session) == [
        "Ask Gran about Fridays.",
        "Ask Mum: “Which evening went well?”",
        "Ask the child: “Who would notice?”",
    ]
    assert [step.point for step in session.all(NextStep)] == ["p", "q", ""]


def test_a_part_somebody_edited_is_kept_unless_asked() -> None:
    session = drafted(MapPoint("a", Column.WORKING_WELL, "Gran has them"))
    own = set_fields(session, session.part(Part.WORKING_WELL), text="My own words")
    session.apply([own, Change(None, MapPoint("b", Column.WORKING_WELL, "Dad rings daily", 1))])
    session.apply(draft_record(session))
    assert part(session, Part.WORKING_WELL) == "My own words"
    session.apply(draft_record(session, force=True))
    assert "Dad rings daily" in part(session, Part.WORKING_WELL)


def test_drafting_again_follows_the_map_but_keeps_rows_that_people_touched() -> None:
    session = drafted(
        MapPoint("a", Column.NEEDS, "Ring Gran", 0),
        MapPoint("b", Column.NEEDS, "Ring Dad", 1),
        MapPoint("c", Column.NEEDS, "Ring school", 2),
    )
    touched = session.all(NextStep)[1]
    added = NextStep("own", "My own step", rank=9)
    session.apply([Change(touched, replace(touched, lead="Wren")), Change(None, added)])
    for point, text in (("a", "Visit Gran"), ("b", "Visit Dad")):
        held = session.get(MapPoint, point)
        session.apply([Change(held, replace(held, text=text))])
    session.apply([Change(session.get(MapPoint, "c"), None)])
    session.apply(draft_record(session))
    assert steps(session) == ["Visit Gran.", "Ring Dad.", "My own step"]


def test_a_drafted_row_that_a_person_removed_comes_back_only_where_it_is_asked_for() -> None:
    session = drafted(MapPoint("a", Column.NEEDS, "Ring Gran", 0), question("q", "Who notices first?"))
    for step in session.all(NextStep):
        session.apply([Change(step, None)])
    assert removed_steps(session) == ["Ring Gran.", "Ask: “Who notices first?”"]
    session.apply([Change(None, MapPoint("b", Column.NEEDS, "Ring Dad", 1))])
    session.apply(draft_record(session))
    assert steps(session) == ["Ring Dad."]
    session.apply(draft_record(session, force=True))
    assert steps(session) == ["Ring Dad.", "Ring Gran.", "Ask: “Who notices first?”"]
    assert removed_steps(session) == []


def test_a_question_picked_anew_is_drafted_anew() -> None:
    session = drafted(question("q", "Who notices first?"))
    for chosen in (False, True):
        held = session.get(Card, "q")
        session.apply([Change(held, replace(held, chosen=chosen))])
        session.apply(draft_record(session))
        assert bool(steps(session)) is chosen
        assert bool(session.all(DraftSource)) is chosen


def test_a_row_is_untouched_while_its_words_are_the_drafts_and_nobody_leads() -> None:
    assert NextStep("a", "Ring Gran", drafted="Ring Gran").untouched
    assert not NextStep("a", "", drafted="").untouched
    assert not NextStep("a", "Ring Gran", lead="Wren", drafted="Ring Gran").untouched
    assert not NextStep("a", "Ring Gran", "Friday", drafted="Ring Gran").untouched
    assert not NextStep("a", "Ring Nan", drafted="Ring Gran").untouched


@settings(max_examples=40, deadline=None)
@given(sessions())
def test_drafting_twice_changes_nothing_more_and_keeps_edited_parts(session: Session) -> None:
    edited = [each for each in session.all(RecordPart) if each.edited]
    session.apply(draft_record(session))
    assert draft_record(session) == []
    assert all(session.get(RecordPart, each.id) == each for each in edited)


@settings(max_examples=40, deadline=None)
@given(sessions())
def test_step_13_and_private_notes_change_no_draft(session: Session) -> None:
    before = draft_record(session)
    more = Session(session.id, [*session.entities(), LearningPoint("new", LearningKind.ISSUE, "learnt"),
                                PrivateNote("advisor", "private")])  # fmt: skip
    assert draft_record(more) == before


def test_the_current_rating_is_the_workers_own_on_the_safety_scale() -> None:
    ratings = [
        Rating("a", ScaleKind.SAFETY, "Mum", 9, rank=5),
        Rating("b", ScaleKind.SAFETY, "Wren", 3, True, 0),
        Rating("c", ScaleKind.SAFETY, "Wren", 4, True, 1),
        Rating("d", ScaleKind.SAFETY, "Wren", None, True, 2),
        Rating("e", ScaleKind.HARM_CLARITY, "Wren", 8, True, 3),
    ]
    assert current_rating(Session("s", ratings)) == 4
    assert current_rating(Session("s")) is None
