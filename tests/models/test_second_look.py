"""Names in the record of people whom neither the family nor the room knows."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import resources
from models.cards import Card, CardKind
from models.genogram import Household, Person
from models.mapping import Rating, ScaleKind
from models.names import fold
from models.people import Child, Participant
from models.record import NameSeen, NextStep, Part, RecordPart
from models.second_look import Mention, looked_at, names_to_check
from models.session import Details, Session
from models.session_file import session_from_plain
from tests.strategies import sessions, texts

WORDS = resources.common_words()
FAMILY = (
    Child("child", "Tilly Marsh"),
    Person("nan", "Pauline", label="Nan"),
    Person("dad", "Kofi", label="Tilly’s dad, at Steph’s"),
    Participant("wren", "Wren Calloway"),
)


def checked(text: str, *entities: object) -> list[str]:
    session = Session("s", [*FAMILY, RecordPart("worried", text), *entities])  # type: ignore[list-item]
    return [mention.name for mention in names_to_check(session, WORDS)]


@pytest.mark.parametrize(
    "text",
    ["Tilly’s mum met TILLY, Ms Marsh, the Marshes’ dog and Tilly Marsh.", "Wren rang Pauline and Nan.",
     "They stayed with Steph. Kofi-Pauline and Calloway came."],
)  # fmt: skip
def test_the_family_and_the_room_are_known_by_each_of_their_names(text: str) -> None:
    assert checked(text.replace("Marshes’", "Marshs’")) == []


def test_somebody_else_is_listed_once_with_the_place_the_words_and_how_often() -> None:
    session = Session(
        "s",
        [
            *FAMILY,
            RecordPart("working_well", "Tilly is well."),
            RecordPart("worried", "Tilly’s friend. Aunt Zofia Kowalska drinks, and Zofia hides it."),
            NextStep("a", "Ring Gran", rank=0),
            NextStep("b", "Tell Mrs Kowalska", "when Aisha is back", "Hannah", 1),
        ],
    )
    assert names_to_check(session, WORDS) == [
        Mention(
            "Aunt Zofia Kowalska",
            "What are we worried about and what needs to change?",
            "Aunt Zofia Kowalska drinks, and Zofia hides it.",
            3,
        ),
        Mention("Aisha", "Next steps, row 2", "when Aisha is back"),
        Mention("Hannah", "Next steps, row 2", "Hannah"),
    ]


def test_another_child_of_a_known_name_is_listed() -> None:
    assert checked("Tilly Kowalska was seen.") == ["Tilly Kowalska"]
    assert checked("Tilly MARSH and Tilly NOWAK were seen.") == ["Tilly NOWAK"]


def test_two_of_one_family_name_are_two() -> None:
    assert checked("We met Jan Kowalska and Zofia Kowalska, and Jan.") == ["Jan Kowalska", "Zofia Kowalska"]


@pytest.mark.parametrize(
    "entity",
    [
        Card("c", "harm", CardKind.QUESTION, "", "How?", asked_of="Mr Osei"),
        Card("c", "harm", CardKind.QUESTION, "", "How?", chosen_with="Tilly and Mr Osei"),
        Rating("r", ScaleKind.SAFETY, "Mr Osei, head of year"),
        Household("h", "Osei’s flat"),
        Details(title="Osei"),
    ],
)
def test_whoever_was_named_as_somebody_to_ask_is_known(entity: object) -> None:
    assert checked("Mr Osei said so.") == ["Mr Osei"]
    assert checked("Mr Osei said so.", entity) == []


def test_what_only_stands_in_a_question_is_not_known() -> None:
    card = Card("c", "harm", CardKind.QUESTION, "", "What would Zofia say?")
    assert checked("Zofia said so.", card) == ["Zofia"]


def test_a_name_that_was_looked_at_is_not_listed_again() -> None:
    session = Session("s", [*FAMILY, RecordPart("worried", "Ask Zofia Kowalska. Zofia knows. So does Jan Kowalska.")])
    first, second = names_to_check(session, WORDS)
    session.apply(looked_at(session, first.name))
    assert session.all(NameSeen) == [NameSeen("zofia kowalska")]
    assert [mention.name for mention in names_to_check(session, WORDS)] == [second.name]
    assert looked_at(session, first.name) == []


def test_the_practice_session_mentions_nobody_unknown() -> None:
    session = session_from_plain(json.loads(resources.text("practice_session.json")))
    assert names_to_check(session, WORDS) == []


def test_another_script_is_looked_at_where_the_record_is_in_latin_letters() -> None:
    assert checked("We met Tilly there.", NextStep("a", "আমিনা বেগম")) == ["আমিনা বেগম"]
    assert checked("We met Tilly there.", NextStep("a", "আমিনাকে"), Participant("a", "আমিনা")) == []
    assert checked("আমরা তিলির সাথে দেখা করেছি।", NextStep("a", "আমিনা বেগম")) == []


def test_two_accents_and_two_spellings_of_an_apostrophe_are_one() -> None:
    assert checked("Zoë O'Brien met Zoe O’Brien.", Participant("z", "Zoé OʼBrien")) == []


@settings(max_examples=60, deadline=None)
@given(sessions(), texts)
def test_whatever_stands_there_nobody_known_is_listed(session: Session, text: str) -> None:
    known = [person.name for kind in (Child, Person, Participant) for person in session.all(kind)]
    written = " ".join(f"We told {name} so. {name} said: {name}’s. {text}" for name in known)
    whole = Session(
        session.id,
        [*(each for each in session.entities() if not isinstance(each, RecordPart)), RecordPart("worried", written)],
    )
    listed = {fold(mention.name) for mention in names_to_check(whole, WORDS)}
    assert not listed & set(map(fold, known))


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("Aaé’'- .\nMr,Zł中আЮ"), max_size=60), st.sampled_from(list(Part)))
def test_any_text_is_read_and_what_is_listed_stands_in_it(text: str, part: Part) -> None:
    for mention in names_to_check(Session("s", [RecordPart(part.value, text)]), WORDS):
        assert mention.name in text
        assert mention.count >= 1
        assert len(mention.sentence) <= 120
