"""The practice session: whole, true to the method, and an example of it on every card."""

import json
import re
from datetime import timedelta

import jsonschema
import pytest

from app import resources
from models.cards import Audience, Card, CardKind, HarmElement, Note
from models.drafting import draft_record
from models.genogram import ChildOf, Household, Life, Parting, Partnership, Person
from models.mapping import AnalysisTerm, Column, MapPoint, Rating, SafetyScale, ScaleKind
from models.missing import missing_details
from models.people import Case, Child, Participant, Role
from models.process import Capture, PhaseKind, Process
from models.record import NextStep, Part
from models.review import CheckIn, Goal, LearningKind, LearningPoint, PrivateNote, ReviewRound
from models.session import Session, Status
from models.session_file import session_from_plain, session_to_plain
from models.timing import Heard, Nudge, PhaseTiming, phase_key
from tests.helpers import smart_advice

STATEMENTS = (CardKind.DANGER_STATEMENT, CardKind.SAFETY_GOAL)


@pytest.fixture(scope="module")
def session() -> Session:
    return session_from_plain(json.loads(resources.text("practice_session.json")))


@pytest.fixture(scope="module")
def process() -> Process:
    return resources.process("group_supervision")


# The file


def test_the_file_is_a_session_file_and_comes_out_as_it_went_in(session: Session) -> None:
    plain = json.loads(resources.text("practice_session.json"))
    jsonschema.validate(plain, json.loads(resources.text("session.schema.json")))
    assert session_to_plain(session) == plain


def test_it_says_that_it_is_fiction_and_can_be_walked_about_in(session: Session) -> None:
    assert session.details.fiction
    assert session.progress.status is Status.UNDER_WAY
    assert (session.progress.step, session.progress.phase) == ("group-review", "talk")


# The room and the family


def test_six_people_in_the_room_each_with_a_job(session: Session) -> None:
    people = session.all(Participant)
    assert [person.role for person in people].count(Role.OBSERVER) == 3
    assert {person.role for person in people} == set(Role)
    assert len(people) == 6
    assert all(person.job and person.involvement for person in people)


def test_names_of_other_languages_keep_their_marks(session: Session) -> None:
    names = [person.name for person in session.all(Participant)]
    assert len([name for name in names if not name.isascii()]) >= 2


def test_the_family_is_that_of_the_case(session: Session) -> None:
    assert sorted(person.age for person in session.all(Person, lambda p: p.index)) == ["11", "15", "18w", "9"]
    assert [p.life for p in session.all(Person) if p.age == "18w"] == [Life.PREGNANCY]
    assert session.one(Case).previous_rating is not None
    assert not missing_details(session)


def test_the_children_hang_from_three_couples_one_father_not_known(session: Session) -> None:
    couple_of = {born.child: born.partnership for born in session.all(ChildOf)}
    assert couple_of["person-connor"] == couple_of["person-alfie"]
    assert len({couple_of[f"person-{child}"] for child in ("jade", "connor", "alfie", "baby")}) == 3
    of_baby = session.get(Partnership, couple_of["person-baby"])
    assert "" in {session.get(Person, parent).name for parent in (of_baby.first, of_baby.second)}


def test_everyone_on_the_genogram_whom_a_line_names_is_there(session: Session) -> None:
    people = {person.id for person in session.all(Person)}
    couples = session.all(Partnership)
    assert {p.parting for p in couples} >= {Parting.NONE, Parting.SEPARATED, Parting.DIVORCED}
    named = {member for couple in couples for member in (couple.first, couple.second)}
    named |= {member for home in session.all(Household) for member in home.people}
    named |= {born.child for born in session.all(ChildOf)}
    assert named <= people


def test_ages_are_right_on_the_day(session: Session) -> None:
    day = session.details.held_on
    ages = {}
    for child in session.all(Child):
        assert day is not None
        assert child.born is not None
        ages[child.name.split()[0]] = (
            day.year - child.born.year - ((day.month, day.day) < (child.born.month, child.born.day))
        )
    assert ages == {p.name: int(p.age) for p in session.all(Person) if p.index and p.life is Life.PERSON}


def test_names_of_the_family_hide_no_everyday_word_when_masked(session: Session) -> None:
    """Masking hides each word of a name; a person called "not known" would hide "not" in every text."""
    everyday = {"not", "known", "baby", "mum", "nan", "dad", "the", "father", "unborn"}
    for person in (*session.all(Person), *session.all(Child)):
        assert not everyday & set(person.name.casefold().split()), person.name


# What each step leaves behind


def test_every_phase_has_left_behind_what_it_captures(session: Session, process: Process) -> None:
    for step, phase in process.walk():
        where = f"{step.id}/{phase.id}"
        found = {
            Capture.PARTICIPANTS: session.all(Participant),
            Capture.NOTES: session.all(Note, lambda note, s=step.id: note.step == s),
            Capture.GENOGRAM: session.all(Person),
            Capture.GOAL: session.one(Goal).text,
            Capture.CARDS: session.cards_of(step.id),
            Capture.MAP_POINTS: session.all(MapPoint, lambda point, s=step.id: point.step == s),
            Capture.SAFETY_SCALE: session.one(SafetyScale).ten and session.one(SafetyScale).zero,
            Capture.HARM_CLARITY: session.all(Rating, lambda rating: rating.scale is ScaleKind.HARM_CLARITY),
            Capture.CHECK_IN: session.find(CheckIn, step.id),
            Capture.REVIEW: session.all(ReviewRound),
            Capture.GROUP_REVIEW: session.all(LearningPoint),
        }
        for capture in phase.captures:
            assert found[capture], f"{where}: nothing captured for {capture}"


def test_every_phase_has_its_time_and_all_but_the_last_are_done(session: Session, process: Process) -> None:
    walked = list(process.walk())
    for step, phase in walked:
        timing = session.get(PhaseTiming, phase_key(step.id, phase.id))
        planned = phase.minutes * 60 if timing.planned is None else timing.planned
        assert planned * 0.5 <= timing.spent <= planned * 1.5, timing.id
        assert timing.done == ((step, phase) != walked[-1]), timing.id
    assert len(session.all(PhaseTiming)) == len(walked)


def test_the_free_description_is_three_minutes_of_the_workers_words(session: Session) -> None:
    notes = session.all(Note)
    assert len(notes) >= 20
    moments = [note.at for note in notes]
    assert moments == sorted(moments)
    assert moments[-1] - moments[0] <= timedelta(minutes=3)


def test_there_are_sixty_cards_and_more_by_every_writer(session: Session) -> None:
    cards = session.all(Card)
    assert len(cards) >= 60
    writers = {person.id for person in session.all(Participant) if person.role is not Role.PRESENTING_WORKER}
    for step in ("rough-danger", "rough-goals", "working-well", "scales", "harm", "danger", "safety-goals", "review"):
        assert {card.author for card in session.cards_of(step)} == writers, step
    assert {card.kind for card in cards} == set(CardKind)


def test_cards_are_written_while_there_is_time_to_write(session: Session) -> None:
    moments = [card.written_at for card in session.all(Card) if card.written_at]
    begun = session.progress.started_at
    assert len(moments) == len(session.all(Card))
    assert begun is not None
    assert all(begun < moment < begun + timedelta(hours=2, minutes=15) for moment in moments)


def test_the_facilitator_reads_all_and_the_others_one_or_two(session: Session, process: Process) -> None:
    facilitator = session.people_in_role(Role.FACILITATOR)[0].id
    for step in process.steps:
        if not any(phase.kind is PhaseKind.CHOOSE for phase in step.phases):
            continue
        for person in session.all(Participant):
            cards = [card for card in session.cards_of(step.id) if card.author == person.id]
            read = sum(card.read for card in cards)
            assert read == len(cards) if person.id == facilitator else read in (1, 2) or not cards
            assert (session.find(Heard, phase_key(step.id, person.id)) is not None) == bool(read)


def test_nothing_is_strongest_or_chosen_that_was_not_read(session: Session) -> None:
    assert not [card.id for card in session.all(Card) if (card.strongest or card.chosen) and not card.read]
    assert all(card.chosen_with for card in session.all(Card) if card.chosen and card.kind not in STATEMENTS)


# The method by example


def test_half_of_what_works_well_and_more_are_relationship_questions(session: Session) -> None:
    questions = session.cards_of("working-well")
    assert sum(card.relationship for card in questions) * 2 >= len(questions)
    assert {card.audience for card in questions} == {audience for audience in Audience if audience}
    assert all(card.asked_of for card in questions)


def test_questions_are_questions(session: Session) -> None:
    asking = [card for card in session.all(Card) if "question" in card.kind]
    assert not [card.text for card in asking if "?" not in card.text]


def test_scales_have_both_ends_and_every_writer_has_a_safety_scale(session: Session) -> None:
    scales = session.cards_of("scales")
    assert all(card.ten and card.zero for card in scales)
    assert {card.author for card in scales if card.scale == "safety"} == {card.author for card in scales}


def test_harm_is_asked_after_from_all_four_sides(session: Session) -> None:
    assert {card.element for card in session.cards_of("harm")} == {element for element in HarmElement if element}


def test_statements_and_goals_name_behaviour_and_not_labels(session: Session) -> None:
    labels = r"neglect|alcoholi|misus|abus|addict|chaotic|disengage|non-?complian|failed to|toxic|dysfunction"
    texts = [card.text for card in session.all(Card)] + [point.text for point in session.all(MapPoint)]
    assert not [text for text in texts if re.search(labels, text, re.IGNORECASE)]
    for card in session.cards_of("danger"):
        assert "worried" in card.text


def test_safety_goals_have_their_shape(session: Session) -> None:
    taken_up = [card.text for card in session.cards_of("safety-goals") if card.chosen]
    assert 1 <= len(taken_up) <= 3
    for text in taken_up:
        assert " want " in text
        assert "because they can see" in text
        assert re.search(r"For this to happen .+ need to see", text)


def test_three_threads_are_taken_up_at_most(session: Session) -> None:
    assert 1 <= sum(card.chosen for card in session.cards_of("danger")) <= 3


def test_every_chosen_question_is_a_next_step_on_the_map(session: Session) -> None:
    chosen = {card.id: card.text for card in session.all(Card) if card.chosen and card.kind not in STATEMENTS}
    needs = session.all(MapPoint, lambda point: point.column is Column.NEEDS)
    steps = {point.card: point.text for point in needs if point.card and point.term is AnalysisTerm.NEXT_STEP}
    assert len(chosen) >= 8
    assert steps == chosen


def test_the_map_uses_every_column_and_every_analysis_term(session: Session) -> None:
    points = session.all(MapPoint)
    assert {point.column for point in points} == set(Column)
    assert {point.term for point in points} == {term for term in AnalysisTerm if term}
    cards = {card.id: card.step for card in session.all(Card)}
    traced = [point for point in points if point.card]
    assert len(traced) * 2 >= len(points)
    assert all(cards[point.card] == point.step for point in traced)


def test_the_worker_has_one_rating_on_each_scale_and_others_have_theirs(session: Session) -> None:
    for scale in ScaleKind:
        own = session.all(Rating, lambda rating, s=scale: rating.scale is s and rating.worker)
        assert [rating.rater for rating in own] == [session.people_in_role(Role.PRESENTING_WORKER)[0].name]
    assert len(session.all(Rating, lambda rating: rating.scale is ScaleKind.SAFETY)) >= 6
    assert all(rating.value is not None for rating in session.all(Rating))


def test_usefulness_rises_to_enough_after_a_further_focus(session: Session, process: Process) -> None:
    check_ins = [session.get(CheckIn, step) for step in ("working-well", "scales", "danger")]
    first, second = session.all(ReviewRound)
    answers = [each.usefulness for each in (*check_ins, first, second)]
    assert all(answer is not None for answer in answers)
    assert answers == sorted(answers, key=lambda answer: answer or 0)
    assert len(set(answers)) == len(answers)
    assert all(each.most_useful for each in (*check_ins, first, second))
    assert (first.enough, second.enough) == (False, True)
    assert (first.usefulness or 0) >= process.high_from
    assert first.further_focus
    assert {card.review_round for card in session.cards_of("review")} == {first.id}


def test_the_group_looked_at_its_process_from_three_sides(session: Session) -> None:
    points = session.all(LearningPoint)
    assert {point.kind for point in points} == set(LearningKind)
    family = {person.name for person in session.all(Person) if person.name}
    assert not [point.text for point in points if family & set(re.findall(r"\w+", point.text))]


def test_nudges_are_of_ground_rules_and_notes_are_of_two_roles(session: Session, process: Process) -> None:
    assert {nudge.id for nudge in session.all(Nudge)} <= {rule.id for rule in process.rules}
    assert {note.id for note in session.all(PrivateNote)} == {"facilitator", "advisor"}


# The record


def test_the_record_is_drafted_and_partly_edited_and_a_new_draft_changes_nothing(session: Session) -> None:
    parts = [session.part(part) for part in Part]
    assert all(part.text and part.drafted for part in parts)
    assert {part.edited for part in parts} == {True, False}
    assert not draft_record(session, process=resources.process("group_supervision"))


def test_every_next_step_says_what_by_when_and_who_leads(session: Session) -> None:
    steps = session.all(NextStep)
    needs = session.all(MapPoint, lambda point: point.term is AnalysisTerm.NEXT_STEP)
    assert {step.point for step in steps} == {point.id for point in needs}
    day = session.details.held_on
    assert not {step.text: smart_advice(step, day) for step in steps if smart_advice(step, day)}
