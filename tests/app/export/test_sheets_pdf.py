"""The question sheets, read back: every card for the worker; for one person nothing but the questions."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from app.export import ExportOptions, sheet_people
from models.cards import Audience, Card, CardKind, HarmElement
from models.people import Child, Participant, Role
from models.review import LearningKind, LearningPoint, PrivateNote
from models.session import Details, Session
from tests.app.export.reading import exported, pages, read, squeezed
from tests.helpers import ROOM
from tests.strategies import sessions

CARDS = (
    Card("one", "working-well", CardKind.QUESTION, "bea", "Which evening went well?", 0, Audience.PARENT, "Mum"),
    Card(
        "two", "working-well", CardKind.QUESTION, "carys", "Who would notice first?", 1, Audience.CHILD, "Ama", True,
        chosen=True, chosen_with="Ama",
    ),
    Card(
        "three", "scales", CardKind.SCALING_QUESTION, "bea", "How sure are you about the nights?", 2, Audience.PARENT,
        "Mum", scale="safety", ten="Someone is always near", zero="Nobody knows",
    ),
    Card("four", "harm", CardKind.HARM_QUESTION, "bea", "How often was it?", 3, element=HarmElement.INCIDENCE),
    Card("five", "danger", CardKind.DANGER_STATEMENT, "carys", "We fear the nights.", 4, chosen=True),
    Card("six", "gone-step", CardKind.QUESTION, "bea", "From a step of another process?", 5),
)  # fmt: skip


def session(*more: object) -> Session:
    return Session("session-1", [Child("ama", "Ama Mensah"), *ROOM, *CARDS, *more])  # type: ignore[list-item]


def test_cards_stand_by_step_with_what_is_known_of_them() -> None:
    text = " ".join(" ".join(pages(exported(session(), "sheets-pdf"))).split())
    assert "7 What's working well? 2 cards, 1 chosen" in text
    assert "Chosen, with Ama Carys · for a child: Ama · relationship question Who would notice first?" in text
    assert "Bea · for a parent: Mum Which evening went well?" in text
    assert "How sure are you about the nights? 0 1 2 3 4 5 6 7 8 9 10 Nobody knows Someone is always near" in text
    assert "harm: how often How often was it?" in text
    assert "Taken up Carys We fear the nights." in text
    assert "Other cards 1 card Bea From a step of another process?" in text
    assert text.index("Who would notice first?") < text.index("Which evening went well?"), "chosen ones come first"


def test_authors_are_left_out_where_the_session_says_so() -> None:
    text = read(session(Details(authors_shown=False)), "sheets-pdf")
    assert "Bea" not in text
    assert "Carys" not in text
    assert "Whichevening" in text


def test_one_persons_sheet_has_their_questions_and_nothing_else_of_the_case() -> None:
    options = ExportOptions(agency_name="Northbrook", person="mum")
    text = " ".join(" ".join(pages(exported(session(), "sheets-pdf", options))).split())
    assert text == (
        "Questions for mum Which evening went well? How sure are you about the nights? 0 1 2 3 4 5 6 7 8 9 10 "
        "Nobody knows Someone is always near Page 1 of 1"
    )


def test_an_audience_has_a_sheet_as_well() -> None:
    text = read(session(), "sheets-pdf", ExportOptions(person="parent"))
    assert text.startswith("Questionsfortheparents")
    assert "Whichevening" in text
    assert "Whowouldnotice" not in text


def test_people_to_make_sheets_for_are_those_who_were_named() -> None:
    assert sheet_people(session()) == ["Mum", "Ama", "child", "parent"]


def test_a_sheet_without_questions_says_so() -> None:
    assert "Noquestionhasbeenwritten" in read(Session("none"), "sheets-pdf", ExportOptions(person="Mum"))
    assert "Nocardshavebeenwritten" in read(Session("none"), "sheets-pdf")


def test_thirty_people_and_a_thousand_cards_are_all_there_with_every_step_named() -> None:
    people = [Participant(f"p{place}", f"Person {place}", Role.OBSERVER, place) for place in range(30)]
    steps = ("working-well", "scales", "harm", "danger", "safety-goals")
    cards = [
        Card(f"c{place}", steps[place % 5], CardKind.QUESTION, f"p{place % 30}", f"Question number {place:04}?", place)
        for place in range(1000)
    ]
    text = read(Session("big", [*people, *cards]), "sheets-pdf")
    assert all(f"Questionnumber{place:04}?" in text for place in range(1000))
    assert all(f"Person{place}" in text for place in range(30))


def test_a_card_longer_than_a_page_loses_nothing() -> None:
    words = " ".join(f"word{place}" for place in range(2000))
    card = replace(CARDS[1], text=words, chosen_with="someone with a very long name " * 20, asked_of=words)
    text = read(Session("long", [card]), "sheets-pdf")
    assert text.count("word1999") == 2
    assert text.count("verylongname") == 20


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sessions())
def test_only_cards_are_on_the_sheets(made: Session) -> None:
    hidden = "HIDDENWORDS"
    kept = [entity for entity in made.entities() if not isinstance(entity, LearningPoint | PrivateNote)]
    marked = Session(made.id, [*kept, LearningPoint("l", LearningKind.ISSUE, hidden), PrivateNote("advisor", hidden)])
    assert hidden not in read(marked, "sheets-pdf")
    for person in sheet_people(marked)[:2]:
        assert hidden not in read(marked, "sheets-pdf", ExportOptions(person=person))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sessions(most=6))
def test_every_card_is_on_the_sheets(made: Session) -> None:
    cards = [replace(card, text=f"CARD{place}END {card.text}") for place, card in enumerate(made.all(Card))]
    others = [entity for entity in made.entities() if not isinstance(entity, Card)]
    text = read(Session(made.id, [*others, *cards]), "sheets-pdf")
    assert all(squeezed(f"CARD{place}END") in text for place in range(len(cards)))
