"""The learning note, where names were typed that no list of the family has, or that are also somebody’s in the room."""

from app.export import ExportOptions
from models.cards import Card, CardKind
from models.hidden_names import HIDDEN
from models.people import Child, Participant
from models.review import LearningKind, LearningPoint
from models.session import Session
from tests.app.export.reading import exported, pages
from tests.helpers import room


def text_of(session: Session) -> str:
    return " ".join("\n".join(pages(exported(session, "learning-pdf", ExportOptions()))).split())


def test_with_no_family_known_names_are_hidden_all_the_same_and_the_foot_promises_no_more() -> None:
    lines = [
        LearningPoint("1", LearningKind.ISSUE, "We spent too long on Jade and Connor.", 0),
        LearningPoint("2", LearningKind.LEARNT, "Bea heard Tanya and Nan", 1),
        LearningPoint("3", LearningKind.LEARNT, "The sunny one, in LCS99001", 2),
    ]
    known = [Card("c", "harm", CardKind.QUESTION, "", "Q?", 0, asked_of="Sunny"), Child("a", "", None, "LCS-99001")]
    text = text_of(Session("s", [*room().all(Participant), *lines, *known]))
    assert f"too long on {HIDDEN} and {HIDDEN}." in text
    assert f"Bea heard {HIDDEN} and {HIDDEN}" in text
    assert f"The {HIDDEN} one, in {HIDDEN}" in text
    assert f"Names of the case that Askwell knows are replaced by {HIDDEN}. Read it once before you share it." in text


def test_a_name_of_the_case_is_hidden_also_where_it_is_of_the_room() -> None:
    lines = [LearningPoint("1", LearningKind.ISSUE, "Bea and Carys spoke", 0), Child("b", "Bea")]
    assert f"{HIDDEN} and Carys spoke" in text_of(Session("s", [*room().all(Participant), *lines]))
