"""The genogram as it prints, and as a picture."""

import pypdfium2
import pytest
from PySide6.QtGui import QColor

from app.genogram.look import Look
from app.genogram.page import genogram_image, genogram_pdf
from models.genogram import ChildOf, Gender, Life, Line, Parting, Partnership, Person, Relationship
from models.kin import family_of
from models.session import Session

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
