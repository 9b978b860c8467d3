"""The genogram as it prints, and as a picture."""

from datetime import date
from xml.etree import ElementTree

import pypdfium2
import pytest
from PySide6.QtGui import QColor

from app.genogram.drawing import Drawing
from app.genogram.files import genogram_file
from app.genogram.look import Look
from app.genogram.page import SMALLEST, drawing_of, genogram_image, genogram_pdf, sheet_for, size_of
from models.genogram import ChildOf, Gender, Life, Line, Parting, Partnership, Person, Relationship
from models.kin import family_of
from models.session import Details, Session
from tests.families import grown

pytestmark = pytest.mark.usefixtures("qapp")


def session() -> Session:
    return Session(
        "s",
        [
            Person("a", "Tilly", Gender.FEMALE, "29"),
            Person("b", "=1+1 <b>", Gender.MALE, "33", rank=1),
            Person("c", "Ruby", Gender.FEMALE, "10", index=True, rank=2),
            Person("d", "Baby", age="18w", life=Life.PREGNANCY, rank=3),
            Person("e", "محمد", Gender.OTHER, died=True, outside=True, rank=4),
            Partnership("ab", "b", "a", parting=Parting.DIVORCED, dates="m 2014, d 2018"),
            ChildOf("abc", "c", "ab"),
            ChildOf("abd", "d", "ab"),
            *(Relationship(line.value, "a", "c", line) for line in Line),
        ],
    )


def test_pdf_is_one_landscape_page_with_real_text() -> None:
    pdf = pypdfium2.PdfDocument(genogram_pdf(session(), "Genogram: Ruby"))
    assert len(pdf) == 1
    width, height = pdf[0].get_size()
    assert abs(width - 842) < 2 and abs(height - 595) < 2
    text = pdf[0].get_textpage().get_text_range()
    for said in ("Genogram: Ruby", "Tilly", "=1+1 <b>", "Ruby", "29", "10", "18w", "m 2014, d 2018"):
        assert said in text
    pdf.close()


def test_pdf_of_nobody_has_its_title() -> None:
    pdf = pypdfium2.PdfDocument(genogram_pdf(Session("s"), "Genogram"))
    assert "Genogram" in pdf[0].get_textpage().get_text_range()
    pdf.close()


def test_masked_names_do_not_print() -> None:
    masked = Look(text=lambda text: text.replace("Tilly", "T."))
    pdf = pypdfium2.PdfDocument(genogram_pdf(session(), "Genogram: Tilly", masked))
    assert "Tilly" not in pdf[0].get_textpage().get_text_range()
    pdf.close()


def test_picture_is_drawn_in_ink_on_paper() -> None:
    image = genogram_image(family_of(session()), 400, 300, Look(ink=QColor("#ff0000"), paper=QColor("#0000ff")))
    seen = {image.pixelColor(x, y).name() for x in range(0, 400, 2) for y in range(0, 300, 2)}
    assert image.pixelColor(0, 0).name() == "#0000ff"
    assert "#ff0000" in seen


def test_long_names_are_cut_with_dots() -> None:
    [line] = Look().label(Person("a", "x" * 5000))
    assert line.text.endswith("…") and line.width <= 151


def page_of(content: bytes) -> tuple[tuple[float, float], str]:
    """A PDF's only page: width and height in points, and its text."""
    pdf = pypdfium2.PdfDocument(content)
    assert len(pdf) == 1
    said = pdf[0].get_size(), pdf[0].get_textpage().get_text_range()
    pdf.close()
    return said


def test_a_page_has_title_date_and_the_signs_that_stand_on_it() -> None:
    dated = Session("s", [*session().entities(), Details(held_on=date(2026, 5, 1))])
    _size, text = page_of(genogram_pdf(dated, "Genogram: Ruby"))
    for said in ("1 May 2026", "index child", "divorced", "pregnancy", "violence, in the direction of the arrow"):
        assert said in text
    assert "adopted" not in text


@pytest.mark.parametrize(("people", "larger"), [(6, False), (90, True), (400, True)])
def test_a_family_too_large_for_a4_has_a_larger_page_and_can_be_read(people: int, larger: bool) -> None:
    family = grown(people, 3)
    held = Session("s", [*family.people.values(), *family.partnerships.values(), *family.children])
    drawing = drawing_of(held, Look())
    sheet = sheet_for(drawing, 52)
    assert (sheet.width > 842) is larger
    room, size = sheet.room(52), size_of(drawing)
    assert min(room[0] / size[0], room[1] / size[1]) >= SMALLEST - 0.01
    page, text = page_of(genogram_pdf(held, "Genogram"))
    assert page[0] >= page[1] and "Name0" in text


def test_no_page_is_wider_than_a_pdf_may_have() -> None:
    drawing = Drawing({}, bounds=(0, 0, 500_000, 3_000))
    assert sheet_for(drawing, 0).width <= 14_400


@pytest.mark.parametrize("name", ["فاطمة محمد", "Zoë 👩‍👧 বাংলা", "שלום =1+1 <b>", "Kelly Marsh"])
def test_a_name_is_one_text_in_an_svg(name: str) -> None:
    svg = ElementTree.fromstring(genogram_file(Session("s", [Person("a", name), Person("b", name)]), ".svg"))
    said = ["".join(each.itertext()).strip() for each in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert said.count(name) == 2
