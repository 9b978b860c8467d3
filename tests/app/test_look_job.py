"""The record is looked through as a whole, on whatever thread."""

from app.look_job import Findings, LookJob, texts_of_record
from models.people import Child
from models.record import NextStep, RecordPart
from models.session import Session


def found_in(session: Session) -> Findings:
    found: list[Findings] = []
    job = LookJob(session)
    job.found.connect(found.append)
    job.run()
    return found[0]


def test_names_and_letters_are_found_in_every_text_of_the_record() -> None:
    session = Session(
        "s",
        [
            Child("c", "Tilly \U00010190", None, "LCS \U0001d100"),
            RecordPart("reflection", "She was seen with Kayleigh Broadbent."),
            NextStep("n", "Ring Tilly", "9 March", "Kevin Oduya"),
        ],
    )
    found = found_in(session)
    assert [mention.name for mention in found.names] == ["Kayleigh Broadbent", "Kevin Oduya"]
    assert [letter[0] for letter in found.letters] == ["\U00010190", "\U0001d100"]
    assert set(texts_of_record(session)) >= {"9 March", "Kevin Oduya", "Ring Tilly", "LCS \U0001d100"}


def test_a_look_that_is_not_wanted_any_more_finds_nothing() -> None:
    job = LookJob(Session("s"))
    found: list[Findings] = []
    job.found.connect(found.append)
    job.cancel()
    job.run()
    assert not found
