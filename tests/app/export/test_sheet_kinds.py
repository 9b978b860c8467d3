"""Every kind of question sheet, read back: what stands on each, in which order, and what never does."""

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.export import ExportOptions, Sheets, sheet_people
from models.cards import Audience, Card, CardKind
from models.mapping import Rating, SafetyScale, ScaleKind
from models.people import Case, Child, Participant, Role
from models.review import CheckIn, LearningKind, LearningPoint, PrivateNote
from models.session import Details, Session
from models.timing import Heard, Nudge, PhaseTiming, StepPlan
from tests.app.export.reading import exported, pages, process, read, squeezed
from tests.app.export.test_sheets_pdf import CARDS, session
from tests.helpers import ROOM
from tests.strategies import sessions

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
WRITING = ("5  Rough danger statements", "6  Rough safety goals", "7  What's working well?",
           "8  Safety and other scales", "9  Harm", "10  Danger statements", "11  Safety goals")  # fmt: skip
STATEMENTS = (
    Card("d1", "danger", CardKind.DANGER_STATEMENT, "bea", "Final danger.", 10),
    Card("d2", "danger", CardKind.DANGER_STATEMENT, "carys", "Danger taken up.", 11, chosen=True),
    Card("d3", "rough-danger", CardKind.ROUGH_DANGER_STATEMENT, "bea", "Rough danger.", 12),
    Card("g1", "rough-goals", CardKind.ROUGH_SAFETY_GOAL, "farah", "Rough goal.", 13),
)


def asked(kind: Sheets, **more: object) -> ExportOptions:
    return ExportOptions(sheets=kind, **more)  # type: ignore[arg-type]


def texts(held: Session, kind: Sheets, **more: object) -> list[str]:
    """The text of each page, its spaces made one."""
    return [" ".join(page.split()) for page in pages(exported(held, "sheets-pdf", asked(kind, **more)))]


def test_statements_stand_in_groups_with_room_for_ones_own_under_each() -> None:
    text = " ".join(texts(Session("s", [*ROOM, *STATEMENTS]), Sheets.STATEMENTS))
    order = [
        "Danger statements and safety goals", "Danger statements 2 cards, 1 taken up",
        "Taken up Carys Danger taken up.", "Bea Final danger.",
        "Rough danger statements 1 card", "Bea Rough danger.", "Your own danger statement",
        "[who] are worried that", "Rough safety goals 1 card", "Farah Rough goal.", "Your own safety goal",
    ]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "Safety goals 0" not in text


def test_a_group_of_statements_that_nobody_wrote_has_no_room_of_its_own() -> None:
    text = " ".join(texts(Session("s", STATEMENTS[:3]), Sheets.STATEMENTS))
    assert "Your own danger statement" in text
    assert "safety goal" not in text.replace("Danger statements and safety goals", "")


def test_each_participants_hand_begins_a_page_with_their_name_and_follows_the_steps() -> None:
    found = texts(session(), Sheets.HANDS)
    assert [page.split(" ")[1] for page in found] == ["Bea", "Carys"]
    bea = [
        "Cards Bea", "7 What's working well?", "for a parent: Mum Which evening went well?",
        "8 Safety and other scales", "How sure are you about the nights?", "9 Harm", "How often was it?",
        "Other cards", "From a step of another process?",
    ]  # fmt: skip
    places = [found[0].index(part) for part in bea]
    assert places == sorted(places)
    assert "Who would notice first?" not in found[0]
    assert "Who would notice first?" in found[1]


def test_cards_that_nobody_signed_are_a_hand_of_their_own() -> None:
    found = texts(session(Card("x", "harm", CardKind.HARM_QUESTION, "", "From whom?", 9)), Sheets.HANDS)
    assert found[-1].startswith("Cards Nobody’s name on them 9 Harm 1 card From whom?")


def test_hands_without_authors_are_numbered_sets_out_of_the_participants_order() -> None:
    moved = [replace(person, rank=9 - person.rank) for person in ROOM]
    held = Session("s", [*moved, *CARDS])
    text = " ".join(texts(held, Sheets.HANDS, authors=False))
    assert text.index("Set 1") < text.index("Which evening") < text.index("Set 2") < text.index("Who would notice")


def test_scales_have_both_ends_and_room_for_marks_and_no_number_that_was_given() -> None:
    own = SafetyScale(question="How safe are the nights?", ten="Somebody sober", zero="Nobody wakes")
    rated = [Rating("r1", ScaleKind.SAFETY, "HIDDENRATER", 7), Rating("r2", ScaleKind.HARM_CLARITY, "HIDDENRATER", 4)]
    (page, last) = texts(session(own, *rated), Sheets.SCALES)
    marks = "0 1 2 3 4 5 6 7 8 9 10"
    table = "Who 0–10 What makes it that number?"
    assert page == (
        f"How safe are the nights? {marks} Nobody wakes Somebody sober {table} "
        f"How sure are you about the nights? {marks} Nobody knows Someone is always near {table} Scales Page 1 of 2"
    )
    assert last.startswith(f"From 0 to 10, how clear is the past harm? {marks} The past harm is unclear")
    assert "HIDDENRATER" not in page + last


def test_a_scale_of_ones_own_without_ends_has_the_methods() -> None:
    (page,) = texts(Session("s", [SafetyScale(question="How safe?")]), Sheets.SCALES)
    assert "How safe? 0 1 2 3 4 5 6 7 8 9 10 The children are too unsafe" in page
    assert "The children are safe enough" in page


def test_blank_cards_are_a_sheet_for_each_writer_and_phase_of_writing() -> None:
    found = texts(Session("s", ROOM), Sheets.BLANK)
    assert len(found) == 4 * len(WRITING), "the presenting worker writes no cards"
    assert [page.startswith(" ".join(title.split())) for page, title in zip(found, WRITING * 4, strict=True)] == [
        True
    ] * len(found)
    names = [page.split(" Name ")[1].split(" ")[0] for page in found[:: len(WRITING)]]
    assert names == ["Adil", "Bea", "Carys", "Farah"], "the facilitator reads last"
    working_well = found[2]
    assert "Aim at strength and safety that are there already" in working_well
    assert working_well.count("Question Word for word, as you would ask it") > 1
    assert "10 means 0 means Whom would you ask?" in found[3]
    assert "[who] are worried that [who] may [do what]" in found[5]


def test_blank_cards_for_nobody_yet_are_one_set_with_a_line_for_the_name() -> None:
    found = texts(Session("s"), Sheets.BLANK)
    assert len(found) == len(WRITING)
    assert all(" Name " in page for page in found)


def test_blank_cards_leave_out_what_the_plan_leaves_out() -> None:
    found = texts(Session("s", [StepPlan("harm", left_out=True)]), Sheets.BLANK)
    assert len(found) == len(WRITING) - 1
    assert not any(page.startswith("9 ") for page in found)


def test_blank_cards_have_an_empty_line_for_the_name_where_authors_are_not_shown() -> None:
    found = texts(Session("s", [Details(authors_shown=False), *ROOM]), Sheets.BLANK)
    assert all(" Name " in page for page in found)
    assert not any(person.name in page for person in ROOM for page in found)


def test_each_person_and_audience_has_a_sheet_where_nobody_is_named() -> None:
    found = texts(session(), Sheets.PERSON)
    assert [page.startswith(f"Questions for {who}") for page, who in zip(found, ("Mum", "Ama"), strict=True)] == [
        True
    ] * 2


def test_an_audience_has_what_is_on_nobodys_own_sheet() -> None:
    asked = Card("x", "working-well", CardKind.QUESTION, "bea", "What would any parent say?", 9, Audience.PARENT)
    found = texts(session(asked), Sheets.PERSON)
    assert found[-1].startswith("Questions for the parents What would any parent say?")
    assert not any("Which evening" in page for page in found[1:])
    one = texts(session(asked), Sheets.PERSON, person="parent")
    assert "Which evening" in "".join(one), "asked for alone, it has them all"


def question(**more: object) -> Card:
    return Card(str(more), "working-well", CardKind.QUESTION, "bea", str(more), **more)  # type: ignore[arg-type]


def test_a_name_is_the_same_however_it_is_written() -> None:
    said = ["Zoë  Marsh", " zoe\u0308 marsh", "ZOË MARSH"]
    held = Session("s", [question(asked_of=name, rank=place) for place, name in enumerate(said)])
    assert sheet_people(held) == ["Zoë  Marsh"]
    (page,) = texts(held, Sheets.PERSON, person="zoë marsh")
    assert page.count("asked_of") == 3


def test_a_question_for_several_people_is_on_the_sheet_of_each() -> None:
    held = Session("s", [question(chosen_with="Mum, Nan and the boys"), question(asked_of="Andrea")])
    for person, there in (("nan", True), ("The boys", True), ("Mum, Nan and the boys", True), ("Andrea", False)):
        (page,) = texts(held, Sheets.PERSON, person=person)
        assert ("chosen_with" in page) is there, person


def test_parents_who_were_written_down_and_parents_who_were_picked_are_one_sheet() -> None:
    held = Session("s", [question(audience=Audience.PARENT), question(asked_of="Parents")])
    assert sheet_people(held) == ["Parents"]
    (page,) = texts(held, Sheets.PERSON)
    assert page.startswith("Questions for the parents")
    assert "audience" in page and "asked_of" in page


def test_a_persons_sheet_has_nothing_else_of_the_case() -> None:
    hidden = "HIDDENWORDS"
    more = [
        Details(title=hidden, team=hidden), Case(overview=hidden), Child("c", hidden, reference=hidden),
        Card("other", "harm", CardKind.HARM_QUESTION, "bea", hidden, 9, asked_of="Dad"),
        Card("mine", "harm", CardKind.HARM_QUESTION, "secret", "For Mum?", 10, asked_of="Mum", chosen_with="Mum"),
        Participant("secret", hidden, Role.OBSERVER, 9), Rating("r", ScaleKind.SAFETY, hidden, 3),
    ]  # fmt: skip
    options = asked(Sheets.PERSON, person="Mum")
    text = read(session(*more), "sheets-pdf", options)
    assert "ForMum?" in text
    assert hidden not in text
    assert hidden.encode() not in exported(session(*more), "sheets-pdf", options)


def test_a_person_who_is_named_has_a_sheet_whatever_else_is_asked_for_by_default() -> None:
    assert texts(session(), Sheets.ALL_CARDS, person="mum") == texts(session(), Sheets.PERSON, person="mum")


@pytest.mark.parametrize("kind", Sheets)
def test_sheets_with_nothing_on_them_say_so(kind: Sheets) -> None:
    steps = [StepPlan(step.id, left_out=True) for step in process().steps]
    (page,) = texts(Session("none", steps), kind)
    assert "No " in page and "Page 1 of 1" in page


@pytest.mark.parametrize("kind", Sheets)
def test_authors_are_nowhere_where_that_is_asked_for(kind: Sheets) -> None:
    people = [replace(person, name=f"AUTHOR{person.id}") for person in ROOM]
    held = Session("s", [*people, *CARDS, *STATEMENTS])
    assert "AUTHOR" not in read(held, "sheets-pdf", asked(kind, authors=False))
    assert b"AUTHOR" not in exported(held, "sheets-pdf", asked(kind, authors=False)), "nor in bookmarks"
    if kind in (Sheets.ALL_CARDS, Sheets.STATEMENTS, Sheets.HANDS, Sheets.BLANK, Sheets.PACK):
        assert "AUTHOR" in read(held, "sheets-pdf", asked(kind))


@pytest.mark.parametrize("kind", [Sheets.ALL_CARDS, Sheets.PERSON, Sheets.HANDS, Sheets.SCALES])
def test_an_endless_card_and_an_endless_name_lose_nothing(kind: Sheets) -> None:
    endless = Participant("z", "z" * 100_000, Role.OBSERVER, 9)
    card = Card("q", "scales", CardKind.SCALING_QUESTION, "z", "x" * 100_000, asked_of="Mum", ten="q" * 3000, zero="no")
    text = read(Session("s", [endless, card]), "sheets-pdf", asked(kind))
    assert text.count("x") >= 100_000
    assert text.count("q") >= 3000
    if kind in (Sheets.ALL_CARDS, Sheets.HANDS):
        assert text.count("z") >= 100_000


OURS = (LearningPoint, PrivateNote, PhaseTiming, Heard, Nudge, CheckIn)


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(sessions(), st.sampled_from(Sheets), st.booleans(), st.booleans())
def test_nothing_of_step_13_of_private_notes_or_timings_is_on_any_sheet(
    made: Session, kind: Sheets, large: bool, two_up: bool
) -> None:
    without = [entity for entity in made.entities() if not isinstance(entity, OURS)]
    secrets = [LearningPoint("l", LearningKind.ISSUE, "HIDDENWORDS"), PrivateNote("advisor", "HIDDENWORDS")]
    options = asked(kind, large_print=large, two_up=two_up)
    text = read(
        Session(made.id, [*without, *secrets, PhaseTiming("introductions/talk", spent=90.0)]), "sheets-pdf", options
    )
    assert "HIDDENWORDS" not in text
    assert text == read(Session(made.id, without), "sheets-pdf", options)


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(sessions(most=6), st.booleans(), st.booleans())
def test_every_card_is_on_the_sheets_that_it_belongs_on(made: Session, large: bool, two_up: bool) -> None:
    cards = [replace(card, text=f"CARD{place}END {card.text}") for place, card in enumerate(made.all(Card))]
    held = Session(made.id, [*(entity for entity in made.entities() if not isinstance(entity, Card)), *cards])
    sheet = partial(asked, large_print=large, two_up=two_up)

    def there(kind: Sheets) -> set[int]:
        text = read(held, "sheets-pdf", sheet(kind))
        return {place for place in range(len(cards)) if squeezed(f"CARD{place}END") in text}

    every = set(range(len(cards)))
    scales = {place for place in every if cards[place].kind is CardKind.SCALING_QUESTION}
    statements = {place for place in every if "question" not in cards[place].kind}
    assert there(Sheets.ALL_CARDS) == there(Sheets.HANDS) == there(Sheets.PACK) == every
    assert there(Sheets.SCALES) >= scales
    assert there(Sheets.STATEMENTS) == statements
