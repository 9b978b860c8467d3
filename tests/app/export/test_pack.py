"""The session pack, read back: everything of the case in one document, and nothing that is the team's own."""

from ctypes import c_int

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from pypdfium2 import raw

from app.export import ExportOptions
from app.export.pdf.paper import A4, LANDSCAPE
from models.cards import Card, CardKind
from models.genogram import Person
from models.mapping import Column, MapPoint
from models.people import Participant
from models.review import LearningKind, LearningPoint, PrivateNote
from models.session import Details, Session
from models.timing import PhaseTiming
from tests.app.export.reading import exported, pages, read
from tests.app.export.test_record_pdf import AGENCY, filled
from tests.strategies import sessions

pytestmark = pytest.mark.usefixtures("qapp")
CARDS = (
    Card("one", "working-well", CardKind.QUESTION, "bea", "Which evening went well?", 0, asked_of="Mum"),
    Card("two", "scales", CardKind.SCALING_QUESTION, "bea", "How safe?", 1, ten="Somebody", zero="Nobody"),
    Card("three", "danger", CardKind.DANGER_STATEMENT, "bea", "We fear the nights.", 2),
)
PARTS = ["Contents", "Group Supervision Record", "Genogram", "The family in words", "Map", "All cards by step",
         "Questions for Mum", "Danger statements and safety goals", "Cards: Bea", "Scales"]  # fmt: skip


def whole() -> Session:
    family = [Person("kelly", "Kelly", age="38"), MapPoint("p", Column.WORRIED, "The nights")]
    return Session("s", [*filled().entities(), *family, Participant("bea", "Bea"), *CARDS])


def test_everything_of_the_case_is_in_it_in_order_and_listed() -> None:
    made = exported(whole(), "pack-pdf", AGENCY)
    with pypdfium2.PdfDocument(made) as document:
        starts = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc() if mark.level == 0}
        title = document.get_metadata_dict()["Title"]
    assert list(starts) == PARTS
    listed = " ".join(pages(made)[0].split())
    assert all(f"{part} {starts[part] + 1}" in listed for part in PARTS[1:])
    assert title == "Session pack", "no one's name stands in lists of files"


def test_entries_can_be_touched_also_where_drawings_were_stamped_on_pages() -> None:
    with pypdfium2.PdfDocument(exported(whole(), "pack-pdf")) as document:
        place, link, targets = c_int(0), raw.FPDF_LINK(), []
        while raw.FPDFLink_Enumerate(document[0], place, link):
            targets.append(raw.FPDFDest_GetDestPageIndex(document, raw.FPDFLink_GetDest(document, link)))
        starts = [mark.get_dest().get_index() for mark in document.get_toc() if mark.level == 0]
    assert targets == starts[1:]


def test_the_records_pages_alone_say_that_it_is_a_draft() -> None:
    found = pages(exported(whole(), "pack-pdf"))
    assert ["Draft" in page for page in found] == ["Group Supervision Record, " in page for page in found]
    assert sum("Draft" in page for page in found) >= 1


def test_what_is_cut_in_halves_are_the_cards() -> None:
    with pypdfium2.PdfDocument(exported(whole(), "pack-pdf", ExportOptions(two_up=True))) as document:
        sizes = [tuple(round(side, 2) for side in document.get_page_size(place)) for place in range(len(document))]
    assert sizes[:2] == [A4, A4]
    assert sizes[-1] == LANDSCAPE


def test_a_session_without_anything_is_a_record_to_fill_in() -> None:
    found = pages(exported(Session("none"), "pack-pdf"))
    assert "Group Supervision Record" in found[0] and "Group Supervision Record" in found[1]
    assert "Map" not in "".join(found) and "cards" not in "".join(found)


@settings(max_examples=20, deadline=None, suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large))
@given(sessions())
def test_nothing_of_step_13_of_private_notes_or_timings_is_in_it(made: Session) -> None:
    ours = (LearningPoint, PrivateNote, PhaseTiming)
    without = [entity for entity in made.entities() if not isinstance(entity, ours)]
    hidden = [LearningPoint("l", LearningKind.ISSUE, "HIDDENWORDS"), PrivateNote("advisor", "HIDDENWORDS"),
              PhaseTiming("introductions/talk", spent=90.0)]  # fmt: skip
    text = read(Session(made.id, [*without, *hidden]), "pack-pdf")
    assert "HIDDENWORDS" not in text
    assert text == read(Session(made.id, without), "pack-pdf")


def test_authors_can_be_left_out() -> None:
    held = Session("s", [Details(authors_shown=False), Participant("bea", "AUTHORBEA"), *CARDS])
    assert "AUTHORBEA" not in read(held, "pack-pdf")
    assert "AUTHORBEA" in read(held, "pack-pdf", ExportOptions(authors=True))
