"""What can be taken away: every document in the words of the people who use it, what it is for, and what can be chosen
for it.

A document is offered where `app.export.FORMATS` has a form of it: one that is added there appears here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from app.export import FORMATS, Format, Sheets, sheet_people
from models.cards import Card, CardKind
from models.dated import dated_steps
from models.genogram import Person
from models.mapping import MapPoint, Rating, SafetyScale, ScaleKind
from models.moments import day_words
from models.record import NextStep
from models.review import CheckIn, LearningPoint, ReviewRound
from models.session import Session
from models.timing import PhaseTiming


class Choice(Enum):
    """What can be chosen for a document, beside the document."""

    PERSON = auto()
    AUTHORS = auto()
    LARGE_PRINT = auto()
    TWO_UP = auto()
    GENOGRAM = auto()


def _nothing(_session: Session) -> str:
    return ""


@dataclass(frozen=True)
class Entry:
    """A document. Its forms in FORMATS are those whose id is `stem`, a hyphen and a kind of file; `name` is what a file
    of it is called, in which nobody's name stands. `missing` says what to do where there is nothing to show yet;
    `in_words` what is in a file that has no pages."""

    id: str
    group: str
    title: str
    about: str
    stem: str
    name: str
    choices: frozenset[Choice] = frozenset()
    sheets: Sheets = Sheets.ALL_CARDS
    missing: Callable[[Session], str] = _nothing
    in_words: Callable[[Session], str] = _nothing

    def forms(self) -> list[Format]:
        """Every form that there is of it, the one on paper first."""
        return sorted(forms_of(self.stem), key=lambda form: form.suffix != ".pdf")

    @property
    def page_form(self) -> str:
        """The form that can be looked at and printed; "" where it is none for paper."""
        return f"{self.stem}-pdf" if f"{self.stem}-pdf" in FORMATS else ""


def stem_of(form: str) -> str:
    """What a document's forms have in common: "record" for "record-pdf"."""
    return form.rpartition("-")[0]


def forms_of(stem: str) -> list[Format]:
    """The forms of a document that there are now."""
    return [form for form in FORMATS.values() if stem_of(form.id) == stem]


# What is missing, in words


def _cards(*kinds: CardKind) -> Callable[[Session], bool]:
    return lambda session: any(card.kind in kinds for card in session.all(Card))


def _unless(there: Callable[[Session], object], sentence: str) -> Callable[[Session], str]:
    return lambda session: "" if there(session) else sentence


_CARDS = _unless(
    lambda session: session.all(Card), "No card has been written yet. What people write in the session stands here."
)
_QUESTIONS = _unless(
    sheet_people, "No question says yet whom it is for. Name a person or an audience with a question card."
)
_STATEMENTS = _unless(
    _cards(
        CardKind.DANGER_STATEMENT, CardKind.SAFETY_GOAL, CardKind.ROUGH_DANGER_STATEMENT, CardKind.ROUGH_SAFETY_GOAL
    ),
    "No danger statement and no safety goal has been written yet; the steps of those names are for that.",
)
_SCALES = _unless(
    lambda session: (
        session.all(Card, lambda card: card.kind is CardKind.SCALING_QUESTION or bool(card.zero or card.ten))
        or session.all(Rating, lambda rating: rating.scale is ScaleKind.HARM_CLARITY)
        or session.one(SafetyScale) != SafetyScale()
    ),
    "No scale has been written yet. Scaling questions stand here, and the worker's own safety scale.",
)
_FAMILY = _unless(
    lambda session: session.all(Person),
    "Nobody is drawn yet. Draw the family in the step Genogram; it stands here then.",
)
_MAP = _unless(
    lambda session: session.all(MapPoint) or session.all(Rating),
    "Nothing is on the map yet. Put points on it in the step Mapping.",
)
_LEARNING = _unless(
    lambda session: session.all(LearningPoint) or session.all(CheckIn) or session.all(ReviewRound),
    "Nothing has been noted of how the group worked. The last step, the group's review, asks for it.",
)
_TIMINGS = _unless(
    lambda session: session.all(PhaseTiming), "No time has been spent yet. The session's clock fills this page."
)
_DATES = _unless(
    lambda session: dated_steps(session) or session.details.next_on,
    "No next step and no next supervision has a date to come. Give them dates after the session.",
)


def _days(session: Session) -> str:
    """What the calendar is given: days, and which step it is, without its words."""
    steps = [step.id for step in session.all(NextStep)]
    days = [
        f"{day_words(day)}: next step {steps.index(step.id) + 1} of {len(steps)}" for step, day in dated_steps(session)
    ]
    if session.details.next_on is not None:
        days.append(f"{day_words(session.details.next_on)}: the next supervision")
    return "\n".join(["This file holds days for a calendar, and no word of the case:", "", *days])


RECORD, SHEETS, SESSION, TEAM = "The record", "Question sheets", "The session", "For the team"
_CARD_CHOICES = frozenset((Choice.AUTHORS, Choice.LARGE_PRINT, Choice.TWO_UP))

#: Every document, in the order in which it is offered.
ENTRIES: tuple[Entry, ...] = (
    Entry(
        "record", RECORD, "Group supervision record", "For the child's file.", "record", "record",
        frozenset((Choice.GENOGRAM,)),
    ),
    Entry(
        "all-cards", SHEETS, "All cards by step", "Everything the group wrote, for the worker.", "sheets",
        "question sheets", _CARD_CHOICES, Sheets.ALL_CARDS, _CARDS,
    ),
    Entry(
        "person", SHEETS, "Questions for one person", "For a visit, with room for the answers.", "sheets",
        "questions for one person", frozenset((Choice.PERSON, Choice.LARGE_PRINT, Choice.TWO_UP)), Sheets.PERSON,
        _QUESTIONS,
    ),
    Entry(
        "statements", SHEETS, "Danger statements and safety goals", "For the worker to make their own from.", "sheets",
        "danger statements and safety goals", _CARD_CHOICES, Sheets.STATEMENTS, _STATEMENTS,
    ),
    Entry(
        "hands", SHEETS, "Each participant's own cards", "A page for each person, as on paper.", "sheets",
        "cards by participant", _CARD_CHOICES, Sheets.HANDS, _CARDS,
    ),
    Entry(
        "scales", SHEETS, "Scales to take along", "To be marked together on a visit.", "sheets", "scales",
        frozenset((Choice.LARGE_PRINT, Choice.TWO_UP)), Sheets.SCALES, _SCALES,
    ),
    Entry(
        "blank", SHEETS, "Blank cards", "For a group that writes on paper; print them before.", "sheets", "blank cards",
        _CARD_CHOICES, Sheets.BLANK,
    ),
    Entry(
        "sheets", SHEETS, "All question sheets as one pack", "With a page of contents.", "sheets",
        "pack of question sheets", _CARD_CHOICES, Sheets.PACK, _CARDS,
    ),
    Entry("map", SESSION, "Map", "The three columns on one page.", "map", "map", missing=_MAP),
    Entry(
        "genogram", SESSION, "Genogram", "The family as it was drawn.", "genogram", "genogram", missing=_FAMILY
    ),
    Entry(
        "pack", SESSION, "Whole session as one pack", "Record, genogram, map and question sheets.", "pack",
        "session pack", _CARD_CHOICES, Sheets.PACK,
    ),
    Entry(
        "steps", SESSION, "Next steps for the calendar", "Their dates, without details of the case.", "steps",
        "next steps", missing=_DATES, in_words=_days,
    ),
    Entry(
        "learning", TEAM, "Learning note", "What the group learnt; no details of the case.", "learning",
        "learning note", missing=_LEARNING,
    ),
    Entry(
        "timings", TEAM, "Timings", "Planned and spent minutes, for the advisor.", "timings", "timings",
        missing=_TIMINGS,
    ),
)  # fmt: skip

#: The session itself, which is saved from After and looked at nowhere.
SESSION_FILE = Entry("session", SESSION, "Session file", "The whole session, to be opened again.", "session", "session")


def offered() -> list[Entry]:
    """The documents that can be made now."""
    return [entry for entry in ENTRIES if forms_of(entry.stem)]


def entry_of(wanted: str, sheets: Sheets = Sheets.ALL_CARDS) -> Entry:
    """The entry of an id, or the one that a form of FORMATS belongs to, with question sheets of a kind."""
    by_id = {entry.id: entry for entry in ENTRIES}
    if wanted in by_id:
        return by_id[wanted]
    of_form = [entry for entry in (*ENTRIES, SESSION_FILE) if entry.stem == stem_of(wanted)]
    return next((entry for entry in of_form if entry.sheets is sheets), of_form[0])
