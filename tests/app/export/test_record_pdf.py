"""The record's PDF, read back: everything that belongs on it, nothing else, in any script and at any length."""

import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from app.export import ExportOptions
from models.genogram import Person
from models.mapping import Column, MapPoint, Rating, ScaleKind
from models.people import Case, CaseStatus, Child, Participant
from models.record import NextStep, Part, RecordPart, SignOff
from models.review import LearningPoint, PrivateNote
from models.session import Details, Session
from models.signing import record_digest
from tests.app.export.reading import drafted, exported, pages, read, squeezed
from tests.strategies import sessions

AGENCY = ExportOptions(agency_name="Northbrook Children’s Services")


def filled() -> Session:
    """A session with every field of the form filled."""
    return Session(
        "session-1",
        [
            Details(held_on=date(2026, 11, 21)),
            Child("ama", "Ama Mensah", date(2017, 5, 3), "LCS 440912", 0),
            Child("kofi", "Kofi Mensah", None, "", 1),
            Case(status=(CaseStatus.CHILD_PROTECTION, CaseStatus.WITH_DISABILITIES), previous_rating=4),
            Rating("own", ScaleKind.SAFETY, "Wren", 6, True),
            *(RecordPart(part.value, f"Text of {part.value}.") for part in Part),
            NextStep("one", "Ask Gran about Fridays", "5 December 2026", "Wren"),
        ],
    )


def with_part(text: str) -> Session:
    """A session in which only "working well" has text."""
    return Session("session-1", [RecordPart(Part.WORKING_WELL.value, text)])


def test_parts_stand_in_the_order_of_the_form_under_its_labels() -> None:
    text = " ".join("\n".join(pages(exported(filled(), "record-pdf", AGENCY))).split())
    order = [
        "Northbrook Children’s Services Group Supervision Record",
        "Date of group supervision 21 November 2026",
        "Child/ family details",
        "Child/ren’s name DOB LCS Reference No.",
        "Ama Mensah 3 May 2017 LCS 440912",
        "Kofi Mensah",
        "Case status ☑ CP ☐ LAC ☐ CHIN ☑ CWD",
        "Previous safety scale rating 0 1 2 3 4 5 6 7 8 9 10",
        "What’s working well? Text of working_well.",
        "What are we worried about and what needs to change? Text of worried.",
        "Reflection/analysis following group supervision Text of reflection.",
        "Current safety scale rating 0 1 2 3 4 5 6 7 8 9 10",
        "10 says that the children are safe enough",
        "What are the next steps?",
        "SMART steps Timescale Lead",
        "Ask Gran about Fridays 5 December 2026 Wren",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_only_the_rated_number_is_ringed() -> None:
    def circles(session: Session) -> int:
        with pypdfium2.PdfDocument(exported(session, "record-pdf")) as document:
            return sum(
                1
                for page in document
                for mark in page.get_objects()
                if mark.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH and pypdfium2.raw.FPDFPath_CountSegments(mark.raw) > 5
            )

    assert circles(Session("empty")) == 0
    assert circles(filled()) == 2


def test_an_empty_record_is_the_empty_form() -> None:
    text = read(Session("empty"), "record-pdf")
    assert "GroupSupervisionRecord" in text
    assert "None" not in text
    assert "☑" not in text


def test_the_file_says_what_it_is_and_carries_its_fonts() -> None:
    pdf = exported(filled(), "record-pdf", AGENCY)
    with pypdfium2.PdfDocument(pdf) as document:
        about = document.get_metadata_dict()
    assert about["Title"] == "Group Supervision Record, 21 November 2026"
    assert about["Author"] == "Northbrook Children’s Services"
    assert b"/Lang (en-GB)" in pdf
    assert pdf.count(b"/FontFile2") == len(re.findall(rb"/Subtype /CIDFontType2", pdf)) > 0
    assert b"/Type1" not in pdf


def test_the_head_of_a_long_table_is_repeated_and_every_row_is_there() -> None:
    rows = [
        NextStep(f"n{place}", f"Step number {place}", f"day {place}", f"lead {place}", place) for place in range(120)
    ]
    found = pages(exported(Session("long", rows), "record-pdf"))
    with_rows = [page for page in found if "Step number" in page]
    assert len(with_rows) > 3
    assert all("SMART steps" in page for page in with_rows)
    whole = " ".join(" ".join(found).split())
    assert all(f"Step number {place} day {place} lead {place}" in whole for place in range(120))
    assert f"Page {len(found)} of {len(found)}" in found[-1]


def test_a_row_longer_than_a_page_goes_on_over_pages() -> None:
    words = " ".join(f"word{place}" for place in range(3000))
    text = read(Session("long", [NextStep("one", words)]), "record-pdf")
    assert all(f"word{place}" in text for place in range(3000))


@pytest.mark.parametrize(
    "typed",
    [
        "<b>bold</b> &amp; &lt;para&gt; =1+1 file:///etc/passwd %s {0} (brackets) \\ \\n",
        "Zażółć gęślą jaźń · Ẹ̀kọ́ Yorùbá: Ọ̀ṣun, ṣé dáadáa ni?",
        "আমি বাংলায় কথা বলি, রহিমা খাতুন",
        "हिन्दी में लिखा हुआ वाक्य",
        "தமிழ் மொழி ਪੰਜਾਬੀ ሰላም",
        "محمد علي يقول السلام عليكم",
        "שלום רותי",
        "李小龙 王芳 今日は 김민준",
        "well 😀 and 🧿 → ✓ ♥",
        "Привет Ελληνικά",
    ],
)
def test_any_script_is_read_back_as_typed(typed: str) -> None:
    assert squeezed(typed) in read(with_part(typed), "record-pdf")


def test_what_no_font_or_file_can_hold_comes_out_by_name() -> None:
    text = read(with_part("nul\0 bell\x07 tibetan ཀ half \ud800 next\x85"), "record-pdf")
    assert "nul␀bell␇tibetan[U+0F40]half[U+D800]next[U+0085]" in text


@pytest.mark.parametrize("typed", ["x" * 100_000, "word " * 20_000, "আ" * 20_000, "\0" * 20_000, "علي " * 5_000])
def test_an_endless_field_loses_nothing(typed: str) -> None:
    letter = typed[0].replace("\0", "␀")
    labels = read(with_part(""), "record-pdf").count(letter)
    assert read(with_part(typed), "record-pdf").replace("Page", "").count(letter) - labels >= typed.count(typed[0])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sessions())
def test_nothing_about_the_worker_or_the_team_is_on_the_record(made: Session) -> None:
    hidden = "HIDDENWORDS"
    entities = []
    for entity in made.entities():
        if isinstance(entity, LearningPoint | PrivateNote):
            entities.append(replace(entity, text=hidden))
        elif isinstance(entity, Participant):
            entities.append(replace(entity, name=hidden, job=hidden, involvement=hidden, since=hidden))
        else:
            entities.append(entity)
    session = drafted(
        Session(made.id, [*entities, LearningPoint("l", "issue", hidden), PrivateNote("advisor", hidden)])
    )
    for form in ("record-pdf", "record-text"):
        assert hidden not in read(session, form)


def test_the_record_says_all_of_the_map_and_the_reflection() -> None:
    points = [
        MapPoint(f"{column}{place}", column, f"point {column} {place}", place) for column in Column for place in (1, 2)
    ]
    text = read(drafted(Session("map", points)), "record-pdf")
    assert all(squeezed(point.text) in text for point in points)


def test_the_genogram_is_no_part_of_what_was_signed_off(qapp: object) -> None:
    session = filled()
    signed = SignOff(name="Wren", signed_on=date(2026, 11, 22), digest=record_digest(session))
    held = Session(session.id, [*session.entities(), Person("k", "Kelly"), signed])
    found = pages(exported(held, "record-pdf", replace(AGENCY, with_genogram=True)))
    says = ["Signed off 22 November 2026" in page for page in found]
    assert says == [True] * (len(found) - 2) + [False, False]
    assert not any("Draft" in page for page in found)


def test_no_line_of_a_text_stands_alone_on_a_page() -> None:
    for count in range(30, 60):
        text = "\n".join(f"line {place} of this part" for place in range(count))
        paragraph = " ".join(f"word{place}" for place in range(count * 9))
        session = Session("s", [RecordPart("working_well", text), RecordPart("worried", paragraph)])
        for page in pages(exported(session, "record-pdf")):
            own = [line for line in page.splitlines() if "word" in line]
            assert len(own) != 1, page
