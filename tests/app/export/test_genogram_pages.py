"""The genogram at the end of the record: picture and words, and the record before it as it was."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from app.export import ExportCancelledError, ExportOptions, record_html, record_plain_text
from app.export.blocks import Document, Picture
from app.export.genogram_sections import genogram_sections
from app.export.pdf.render import pdf
from models.genogram import ChildOf, Partnership, Person, Place
from models.session import Session
from tests.app.export.reading import exported, pages, squeezed
from tests.app.export.test_record_pdf import AGENCY, filled, with_part
from tests.app.genogram.ten_families import FAMILIES
from tests.families import grown
from tests.strategies import sessions

WITH = replace(AGENCY, with_genogram=True)
WITH_FAMILY = ExportOptions(with_genogram=True)
pytestmark = pytest.mark.usefixtures("qapp")


def genogram_pages(session: Session, options: ExportOptions) -> bytes:
    """The genogram's pages alone; nothing where nobody is drawn."""
    sections = genogram_sections(session, "Genogram")
    return pdf(Document("Genogram", sections), options) if sections else b""


def with_family(session: Session, name: str) -> Session:
    family = FAMILIES[name]() if name in FAMILIES else grown(int(name), 1)
    drawn = (*family.people.values(), *family.partnerships.values(), *family.children)
    return Session(session.id, [*session.entities(), *drawn, *family.households, *family.relationships])


def test_picture_and_words_follow_the_record() -> None:
    session = with_family(filled(), "four_generations")
    record, both = pages(exported(session, "record-pdf", AGENCY)), pages(exported(session, "record-pdf", WITH))
    own = len(record)
    assert [page.replace("Page 1 of 3", "Page 1 of 1") for page in both[:own]] == record
    picture, words = both[own], "\n".join(both[own + 1 :])
    assert picture.startswith("Genogram")
    for person in session.all(Person):
        assert person.name in picture
        assert person.name in words
    assert "With Nan" in picture
    assert squeezed("The family in words The children This genogram is about Kayleigh, 15, female") in squeezed(words)
    assert f"Page {len(both)} of {len(both)}" in both[-1]


def test_the_file_is_what_it_was() -> None:
    def about(made: bytes) -> tuple[dict[str, str], bool, bool, int]:
        with pypdfium2.PdfDocument(made) as document:
            told = {key: value for key, value in document.get_metadata_dict().items() if "Date" not in key}
            one_byte = made.replace(b"/Lang (", b"/Lang(")
            return told, b"/Lang(en-GB)" in one_byte, b"/DisplayDocTitle true" in made, document.get_version()

    session = with_family(filled(), "stillbirth")
    assert about(exported(session, "record-pdf", WITH)) == about(exported(session, "record-pdf", AGENCY))


@pytest.mark.parametrize("typed", ["👩‍👧‍👦 well", "हिन्दी में", "Zażółć", "well 😀 and 🧿 → ✓ ♥", "nul\0 bell\x07"])
def test_text_of_the_record_is_still_read_as_typed(typed: str) -> None:
    session = with_family(with_part(typed), "stillbirth")
    assert pages(exported(session, "record-pdf", WITH))[0] == pages(exported(session, "record-pdf", AGENCY))[0].replace(
        "Page 1 of 1", "Page 1 of 3"
    )


def test_the_picture_is_lines_and_letters_on_a_page_across() -> None:
    with pypdfium2.PdfDocument(exported(with_family(filled(), "trans_parent"), "record-pdf", WITH)) as document:
        sizes = [(round(page.get_width()), round(page.get_height())) for page in document]
        kinds = {mark.type for mark in document[1].get_objects(max_depth=4)}
    assert sizes == [(595, 842), (842, 595), (595, 842)]
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds
    assert {pypdfium2.raw.FPDF_PAGEOBJ_PATH, pypdfium2.raw.FPDF_PAGEOBJ_TEXT} <= kinds


def test_people_stand_where_they_were_last_drawn() -> None:
    def placed(*places: Place) -> dict[str, float]:
        people = [Person(name, name.title(), rank=rank) for rank, name in enumerate(("ann", "bob"))]
        session = Session("s", [*people, *places])
        with pypdfium2.PdfDocument(genogram_pages(session, ExportOptions())) as document:
            text = document[0].get_textpage()
            whole = text.get_text_range()
            found = {name: text.get_charbox(whole.index(name))[0] for name in ("Ann", "Bob")}
            text.close()
            return found

    usual, other = placed(), placed(Place("ann", 0.0, 0.0), Place("bob", 300.0, 0.0))
    assert other["Bob"] - other["Ann"] > usual["Bob"] - usual["Ann"] + 50


def test_nobody_drawn_is_the_record_alone() -> None:
    assert len(pages(exported(filled(), "record-pdf", WITH))) == 1
    assert "Family" not in exported(filled(), "record-text", WITH).decode()
    assert genogram_pages(filled(), WITH) == b""


def test_the_pages_alone_are_a_document_for_a_pack() -> None:
    made = genogram_pages(with_family(filled(), "cousins_who_married"), WITH)
    found = pages(made)
    assert found[0].startswith("Genogram")
    assert "Page 2 of 2" in found[-1]
    assert "Group Supervision Record" not in "".join(found)
    with pypdfium2.PdfDocument(made) as document:
        assert document.get_metadata_dict()["Title"] == "Genogram"
    with pytest.raises(ExportCancelledError):
        genogram_pages(with_family(filled(), "stillbirth"), ExportOptions(cancelled=lambda: True))


def test_a_large_family_goes_on_over_pages() -> None:
    session = with_family(Session("large"), "200")
    text = squeezed("".join(pages(genogram_pages(session, WITH))[1:]))
    assert all(person.name in text for person in session.all(Person))


def test_in_text_and_on_the_clipboard_the_family_is_words() -> None:
    session = with_family(filled(), "stillbirth")
    sentence = "Agnieszka and Kuba live together."
    text = exported(session, "record-text", WITH).decode()
    assert text.index("Family\n------\nThe child\n") > text.index("What are the next steps?")
    assert sentence in text
    assert sentence not in exported(session, "record-text", AGENCY).decode()
    assert record_plain_text(session, WITH_FAMILY).endswith(f"{text.rpartition('Family')[2]}")
    assert record_plain_text(session, section="family").startswith("The child\nThis genogram is about Kuba, 2, male.")
    html = record_html(session, WITH_FAMILY)
    assert html == f"{record_html(session)}\n<h2>Family</h2>\n{record_html(session, section='family')}"
    assert f'<p dir="auto">{sentence}</p>' in html


def test_names_are_text_in_html() -> None:
    session = Session("x", [Person("a", "<b>Bo</b> & Co")])
    html = record_html(session, section="family")
    assert "&lt;b&gt;Bo&lt;/b&gt; &amp; Co" in html
    assert "<b>" not in html


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large,
                                                                 HealthCheck.function_scoped_fixture])  # fmt: skip
@given(sessions())
def test_any_session_has_its_pages(made: Session) -> None:
    options = ExportOptions(with_genogram=True)
    assert exported(made, "record-pdf", options)
    assert bool(genogram_pages(made, options)) == bool(made.all(Person))


def test_a_family_far_higher_than_wide_is_a_picture_all_the_same() -> None:
    line = [Person(f"p{place}", f"Person {place}", rank=place) for place in range(60)]
    couples = [Partnership(f"c{place}", f"p{place}") for place in range(59)]
    children = [ChildOf(f"d{place}", f"p{place + 1}", f"c{place}") for place in range(59)]
    picture = genogram_sections(Session("high", [*line, *couples, *children]), "Genogram")[0].blocks[0]
    assert isinstance(picture, Picture)
    with Image.open(BytesIO(picture.png(2000))) as drawn:
        assert 0 < drawn.width < drawn.height <= 8000
