"""What ends where (process.md): nothing about the worker or the team on a document of the case, and no name of the case
on the team's own pages."""

import re
import zipfile
from dataclasses import fields, replace
from datetime import date
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.export import FORMATS, ExportError, ExportOptions, Sheets
from models.genogram import Person
from models.people import Child
from models.record import NextStep
from models.references import without_dangling
from models.review import LearningKind, LearningPoint, PrivateNote
from models.session import Change, Session
from models.timing import Nudge, PhaseTiming
from tests.app.export.reading import drafted, exported, pages, squeezed
from tests.strategies import sessions

HIDDEN = "HIDDENWORDS"
#: The team's own pages; the session file is the whole session, by its purpose.
TEAMS = {"learning-pdf", "timings-pdf"}
OF_THE_CASE = sorted(set(FORMATS) - TEAMS - {"session-json"})
pytestmark = pytest.mark.usefixtures("qapp")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


def everything_in(made: bytes, form: str) -> str:
    """All that a file says, where people look and where they do not, without what only layout puts between letters."""
    if form.endswith("docx"):
        with zipfile.ZipFile(BytesIO(made)) as parts:
            xml = [parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels"))]
        words = "".join(re.sub(r"<[^>]+>", "", each) for each in xml)
        said_of_pictures = re.findall(r'(?:descr|title|name|w:val)="([^"]*)"', "".join(xml))
        return squeezed(words + "".join(said_of_pictures))
    if form.endswith("pdf"):
        with pypdfium2.PdfDocument(made) as document:
            told = "".join(document.get_metadata_dict().values())
            told += "".join(entry.get_title() for entry in document.get_toc())
        return squeezed("".join(pages(made)) + told)
    return made.decode("utf-8", "replace")


def with_secrets(made: Session) -> Session:
    """The session with a secret in every text of step 13 and every private note, and a time that nobody may read."""
    entities: list[Any] = []
    for entity in made.entities():
        if isinstance(entity, LearningPoint | PrivateNote):
            entity = replace(entity, text=HIDDEN)
        entities.append(entity)
    secrets = [
        LearningPoint("secret", LearningKind.ISSUE, HIDDEN),
        PrivateNote("facilitator", HIDDEN),
        PrivateNote("advisor", HIDDEN),
        PhaseTiming("working-well/write", 8765.0, 98765.0, True),
        Nudge("questions", 98765),
    ]
    return drafted(Session(made.id, [*entities, *secrets]))


@pytest.mark.parametrize("form", OF_THE_CASE)
@settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
@given(made=sessions())
def test_nothing_of_the_team_is_on_a_document_of_the_case(form: str, made: Session) -> None:
    session = with_secrets(made)
    kinds = list(Sheets) if form.startswith("sheets") else [Sheets.ALL_CARDS]
    for sheets in kinds:
        try:
            told = everything_in(exported(session, form, ExportOptions(sheets=sheets, with_genogram=True)), form)
        except ExportError:
            continue  # no step has a date
        assert HIDDEN not in told
        if not form.startswith("genogram"):  # a drawing is full of numbers
            assert not {"98765", "1646"} & set(re.findall(r"[0-9]+", told))  # seconds spent, and in minutes


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
        "Will",
        "Ann Lee",
        "রহিমা",
    ]
)


FRAMES = st.sampled_from(
    ["We spoke of {} for long", "{}’s story took over", "({}), again", "{}", "THE {} CASE", "it was {},{} and all"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(made=sessions(), names=st.lists(NAMES, min_size=1, max_size=4), frame=FRAMES)
def test_no_name_of_the_case_is_on_the_learning_note(made: Session, names: list[str], frame: str) -> None:
    others = [entity for entity in made.entities() if not isinstance(entity, Child | Person | LearningPoint)]
    others = [replace(each, friend_of="") if "friend_of" in {f.name for f in fields(each)} else each for each in others]
    children = [Child(f"c{place}", name) for place, name in enumerate(names)]
    said = [
        LearningPoint(f"l{place}", LearningKind.LEARNT, frame.format(*[word] * frame.count("{}")))
        for place, word in enumerate(word for name in names for word in (name, *name.split(), name.upper()))
    ]
    session = without_dangling(Session(made.id, [*others, *children, *said]))
    details = replace(session.details, title=" and ".join(names), team="Team North", held_on=date(2026, 9, 17))
    session.apply([Change(session.details, details)])
    pdf = exported(session, "learning-pdf")
    told = everything_in(pdf, "learning-pdf")
    whole_words = set(re.findall(r"[^\W_]+", " ".join(pages(pdf))))
    for name in names:
        assert squeezed(name) not in told or len(name) < 2
        assert not whole_words & {part for part in re.split(r"[\s’-]+", name) if len(part) > 1} - {"Will"}


@settings(max_examples=20, deadline=None, suppress_health_check=SLOW)
@given(made=sessions())
def test_a_calendar_says_nothing_of_the_case(made: Session) -> None:
    steps = [NextStep(f"s{place}", f"Ask {HIDDEN}", "by 5 October 2026", HIDDEN, place) for place in range(2)]
    children = [Child("c", HIDDEN, None, HIDDEN)]
    session = Session(
        made.id, [*(e for e in made.entities() if not isinstance(e, Child | NextStep)), *children, *steps]
    )
    assert HIDDEN not in exported(session, "steps-ics").decode()
