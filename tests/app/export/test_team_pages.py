"""The team's own pages, read back: timings for the advisor, and the learning note without a name of the case."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.export import ExportOptions, Sheets
from app.export.blocks import Bar, Bars, Document, Paragraph, Shape, TextPart
from app.export.learning_document import learning_document
from app.export.map_document import map_document
from app.export.pdf.render import laid_out
from app.export.record_document import record_document
from app.export.sheets_document import sheets_document
from app.export.timings_document import timings_document
from models.cards import Card, CardKind
from models.case_names import case_names
from models.dated import dated_steps
from models.genogram import Person
from models.hidden_names import HIDDEN
from models.people import Case, Child, Participant, Role
from models.review import CheckIn, Goal, LearningKind, LearningPoint, PrivateNote, ReviewRound
from models.session import Details, Session
from models.timing import Heard, Nudge, PhaseTiming, StepPlan
from tests.app.export.placing import faults, placed
from tests.app.export.reading import exported, pages, process, read
from tests.helpers import room
from tests.strategies import sessions

HELD_ON = date(2026, 9, 17)


def held() -> Session:
    """A session that went over time, in which the carer was told apart from the case by nobody."""
    cards = [
        Card(f"c{n}", step, CardKind.QUESTION, author, "Q?", n, read=n % 2 == 0, chosen=n == 0)
        for n, (step, author) in enumerate([("harm", "bea"), ("harm", "bea"), ("scales", "bea"), ("scales", "")])
    ]
    return Session(
        "s",
        [
            Details(title="Mensah family", team="North", held_on=HELD_ON),
            *room().all(Participant),
            *cards,
            PhaseTiming("introductions/talk", None, 300, True),
            PhaseTiming("genogram/draw", None, 100, True),
            PhaseTiming("free-description/talk", None, 60),
            StepPlan("harm", True),
            Heard("danger/carys"),
            Nudge("questions", 3),
            CheckIn("scales", "Ama’s words", 4),
            ReviewRound("r", 0, "Gran", 9),
            Child("a", "Ama Mensah"),
            Goal(text="Ama"),
        ],
    )


def text_of(session: Session, form: str) -> str:
    return " ".join("\n".join(pages(exported(session, form, ExportOptions(agency_name="Northbrook")))).split())


# Timings


def test_each_step_says_planned_against_spent_and_how_far_over() -> None:
    text = text_of(held(), "timings-pdf")
    assert "Northbrook Timings North · 17 September 2026" in text
    assert "1 Introductions 5 of 3 min, 2 min over" in text
    assert "2 Genogram 2 of 3 min, 1 min under" in text
    assert "3 Free description 1 of 3 min, not ended" in text
    assert "4 Worker's goal not begun, 3 min planned" in text
    assert "9 Harm left out" in text
    planned = sum(phase.minutes for step, phase in process().walk(["harm"]))
    assert f"8 min of {planned:.0f} planned: {planned - 8:.0f} min under." in text


def test_bars_are_in_minutes_and_a_step_left_out_has_no_plan() -> None:
    document = timings_document(held(), process(), ExportOptions())
    [bars] = [block for block in document.sections[0].blocks if isinstance(block, Bars)]
    by_step = {bar.label: (bar.amount, bar.measure) for bar in bars.bars}
    assert by_step["1  Introductions"] == (5.0, 3.0)
    assert by_step["9  Harm"] == (0.0, 0.0)
    assert len(bars.bars) == len(process().steps)


def test_who_was_heard_is_counted_also_for_cards_of_nobody() -> None:
    text = text_of(held(), "timings-pdf")
    assert "Bea 3 2 1 2 steps" in text
    assert "Carys 0 0 0 1 step" in text
    assert "Cards of nobody named above 1 0 0" in text
    assert "Wren" not in text  # the presenting worker writes no cards
    assert "Questions, not advice: 3 times" in text


def test_nothing_of_the_case_is_on_the_timings() -> None:
    text = text_of(held(), "timings-pdf")
    assert not re.search("Mensah|Ama|Gran|Q\\?", text)


def test_a_session_of_which_nothing_is_known_has_its_pages_too() -> None:
    assert "Notimewaskept." in read(Session("s"), "timings-pdf")
    assert "Norulewasshown." in read(Session("s"), "timings-pdf")
    assert "Noanswerwasgiven." in read(Session("s"), "learning-pdf")
    assert "Nocardswerekept." in read(Session("s"), "learning-pdf")


# The learning note


def test_the_note_has_step_13_the_usefulness_the_time_and_counts() -> None:
    session = held()
    lines = [
        LearningPoint("1", LearningKind.USEFUL, "The silence", 0),
        LearningPoint("2", LearningKind.USEFUL, "The goal", 1),
        LearningPoint("3", LearningKind.LEARNT, "Ask, don’t tell", 2),
        LearningPoint("4", LearningKind.ISSUE, "Late start", 3),
    ]
    text = text_of(Session("s", [*session.entities(), *lines]), "learning-pdf")
    order = [
        "Northbrook Learning note North · 17 September 2026", "What was useful? • The silence • The goal",
        "What did we learn? • Ask, don’t tell", "Any issues? • Late start", "Scales 4 of 10", "Review 9 of 10",
        "Longer than planned: Introductions (by 2 min).", "Left out: Harm.",
        "Cards written: 4, read out 2, chosen 1. Cards by step: Scales 2, Harm 2.",
    ]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert not re.search("Mensah|Ama|Gran|Bea", text)


def test_names_of_the_case_are_hidden_in_step_13_and_in_the_teams_name() -> None:
    session = Session(
        "s",
        [
            Details(team="Tilly’s team", held_on=HELD_ON),
            Child("t", "Tilly Marsh", None, "LCS 4409"),
            Person("w", "Will"),
            Person("a", "Ann"),
            LearningPoint(
                "1",
                LearningKind.ISSUE,
                "Tillys story took over; Mrs MARSH, T. Marsh and Will. Annual, though. LCS 4409 too.",
                0,
            ),
        ],
    )
    text = text_of(session, "learning-pdf")
    assert f"{HIDDEN}’s team" in text
    assert f"{HIDDEN} story took over; Mrs {HIDDEN}, {HIDDEN} and {HIDDEN}. Annual, though. {HIDDEN} too" in text


def said(document: Document) -> str:
    """Everything in a document that people typed or that its title says, less what stands for a name."""
    [section] = document.sections
    parts = [block.text for block in section.blocks if isinstance(block, TextPart)]
    return "\n".join([document.title, section.title, section.foot, *parts, repr(section.blocks[0])]).replace(HIDDEN, "")


NAMES = st.sampled_from(
    [
        "Tilly Marsh",
        "Ellie-Mae O’Brien",
        "Fatima",
        "فاطمة",
        "李小龙",
        "Ọ̀ṣun",
        "Zażółć Gęślą",
        "J",
        "will",
        "Ann Lee",
        "রহিমা",
    ]
)
FRAMES = st.sampled_from(
    ["We spoke of {} too long", "{}’s story", "({}), again", "{}", "it was {}", "the {}s", "{}\n{}"]
)
WRITTEN = st.sampled_from(
    [str, str.upper, str.lower, lambda name: name.replace("-", " "), lambda name: name.replace("’", "'")]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    sessions(), st.lists(NAMES, min_size=1, max_size=3), st.lists(st.tuples(FRAMES, WRITTEN), min_size=1, max_size=3)
)
def test_no_name_of_the_case_is_on_the_note(session: Session, names: list[str], ways: list[tuple[str, Any]]) -> None:
    """What our own words say all the same, with nothing typed, is no leak: a child may be called May or Review."""
    held_by = [Child(f"n{n}", name) for n, name in enumerate(names)]
    spoken = [*names, *(word for name in names for word in name.split())]
    lines = [
        LearningPoint(f"t{n}", kind, frame.format(*[way(name)] * 2), n)
        for n, name in enumerate(spoken) for kind, (frame, way) in zip(list(LearningKind) * 9, ways, strict=False)
    ]  # fmt: skip
    details = replace(session.details, team=f"Team of {names[0]}", title=" ".join(names))
    others = [entity for entity in session.entities() if not isinstance(entity, Details)]
    full = Session(session.id, [*others, details, *held_by, *lines])
    bare = Session(session.id, [*(e for e in others if not isinstance(e, LearningPoint)), replace(details, team="")])
    note = said(learning_document(full, process(), ExportOptions()))
    ours = said(learning_document(bare, process(), ExportOptions()))
    for name in case_names(full):
        for word in {name, *name.split()}:
            if any(map(str.isalpha, word)) and (word.lower() == word.upper() or len(word) > 1):
                pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)" if word[0].isalnum() else re.escape(word), re.I)
                assert not pattern.search(note) or pattern.search(ours) or _describes(word)


def _describes(word: str) -> bool:
    """A small word that tells nobody's name."""
    return word.casefold() in {
        "a",
        "an",
        "my",
        "no",
        "or",
        "to",
        "and",
        "her",
        "his",
        "not",
        "of",
        "the",
        "their",
        "with",
    }


def test_what_the_file_says_of_itself_names_the_day_alone() -> None:
    for form, title in (
        ("learning-pdf", "Learning note, 17 September 2026"),
        ("timings-pdf", "Timings, 17 September 2026"),
    ):
        with pypdfium2.PdfDocument(exported(held(), form)) as document:
            about = document.get_metadata_dict()
            marked = [entry.get_title() for entry in document.get_toc()]
        assert about["Title"] == title
        assert "Mensah" not in "".join([*about.values(), *marked])


@pytest.mark.parametrize("form", ["learning-pdf", "timings-pdf"])
def test_what_is_about_the_case_is_not_even_read(form: str) -> None:
    """The page is the same when all of the case is another, but for the names that are hidden."""
    secret = "SECRETWORDS"
    others = [
        Case(overview=secret),
        Goal(text=secret),
        CheckIn("scales", secret, 4),
        ReviewRound("r", 0, secret, 9, None, secret),
        PrivateNote("advisor", secret),
        Child("a", "Ama Mensah", None, secret),
        Participant("z", "Zed", Role.OBSERVER),
    ]
    session = held()
    swapped = {(type(entity), entity.id): entity for entity in (*session.entities(), *others)}
    with_secrets = Session("s", [*swapped.values()])
    assert secret not in read(with_secrets, form)


def test_an_endless_line_is_all_there() -> None:
    lines = [LearningPoint("1", LearningKind.LEARNT, "x" * 50_000), LearningPoint("2", LearningKind.ISSUE, "a\nb")]
    text = read(Session("s", lines), "learning-pdf")
    assert text.count("x") >= 50_000


# How they stand, and where they do not


@pytest.mark.parametrize("maker", [timings_document, learning_document])
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(made=sessions(most=6), large_print=st.booleans())
def test_nothing_is_cut_or_runs_into_anything_else(maker: Any, made: Session, large_print: bool) -> None:
    options = ExportOptions(agency_name="Northbrook", large_print=large_print, copy_number=2)
    assert not faults(laid_out(maker(made, process(), options), options))


@pytest.mark.parametrize("shape", Shape)
def test_long_words_beside_bars_wrap_and_run_into_nothing(shape: Shape) -> None:
    long = "a label that is much longer than anybody would think of " * 4
    bars = Bars(long, (Bar(long, 3, 5, "short"), Bar("x" * 400, 9, 0, long), Bar("", 0, 0, "")) * 9)
    assert not faults(placed(Paragraph("before"), bars, Paragraph("after"), shape=shape))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sessions())
def test_documents_of_the_case_are_the_same_without_step_13_private_notes_and_timings(made: Session) -> None:
    ours = (LearningPoint, PrivateNote, PhaseTiming, Heard, Nudge)
    bare = Session(made.id, [entity for entity in made.entities() if not isinstance(entity, ours)])
    for maker in (record_document, map_document, sheets_document):
        for kind in Sheets if maker is sheets_document else [Sheets.PACK]:
            options = ExportOptions(sheets=kind)
            assert maker(made, process(), options) == maker(bare, process(), options)
    assert exported(made, "record-text") == exported(bare, "record-text")
    if dated_steps(made) or made.details.next_on:
        assert exported(made, "steps-ics") == exported(bare, "steps-ics")
