"""What documents know of the agency: a logo from any picture, a colour as people type it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from app import agency
from app.agency import LogoError, export_options, logo_file, printed_colour, read_colour, read_logo
from app.export.look import picture_size
from app.settings import Values


def picture(file: Path, width: int, height: int, form: str = "PNG") -> Path:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(20, 120, 60, 128))
    assert image.save(str(file), form)  # type: ignore[call-overload]
    return file


@pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP", "TIFF", "WEBP"])
def test_a_picture_of_any_kind_becomes_a_logo_that_documents_can_hold(
    qapp: QGuiApplication, tmp_path: Path, form: str
) -> None:
    logo = logo_file(read_logo(picture(tmp_path / "logo", 300, 100, form)))
    assert picture_size(logo) == (300, 100)
    assert export_options(Values(agency_logo=read_logo(tmp_path / "logo"))).look().logo_size == (300, 100)


@pytest.mark.parametrize(
    ("size", "kept"),
    [((3000, 500), (600, 100)), ((500, 3000), (33, 200)), ((20_000, 1), (600, 1)), ((600, 200), (600, 200))],
)
def test_a_large_picture_is_made_small(
    qapp: QGuiApplication, tmp_path: Path, size: tuple[int, int], kept: tuple[int, int]
) -> None:
    assert picture_size(logo_file(read_logo(picture(tmp_path / "logo.png", *size)))) == kept


def test_what_shines_through_still_does(qapp: QGuiApplication, tmp_path: Path) -> None:
    logo = QImage.fromData(logo_file(read_logo(picture(tmp_path / "logo.png", 900, 300))))
    assert logo.pixelColor(300, 100).alpha() == 128


def refusal(file: Path) -> str:
    with pytest.raises(LogoError) as caught:
        read_logo(file)
    sentence = str(caught.value)
    assert file.name in sentence
    assert sentence.endswith(".")
    return sentence


def test_no_picture_is_refused_in_a_sentence(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.txt").write_text("hello")
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    for name in ("note.txt", "empty.png", "drawing.svg"):
        assert "no picture that Askwell can read" in refusal(tmp_path / name)
    assert "is not there" in refusal(tmp_path / "gone.png")
    assert "is not there" in refusal(tmp_path)
    whole = picture(tmp_path / "broken.png", 300, 100)
    whole.write_bytes(whole.read_bytes()[:120])
    assert "damaged" in refusal(whole)
    fine = picture(tmp_path / "logo.png", 300, 100)
    monkeypatch.setattr(agency, "LOGO_DOTS", 29_999)
    assert "more dots" in refusal(fine)
    monkeypatch.setattr(agency, "LOGO_BYTES", 10)
    assert "larger than" in refusal(fine)


def test_a_logo_that_somebody_wrote_into_the_settings_is_none() -> None:
    assert export_options(Values(agency_logo="not base 64")).look().logo == b""


@pytest.mark.parametrize(("typed", "colour"), [("", ""), (" #0F5466 ", "#0f5466"), ("aabbcc", "#aabbcc"), ("#", "")])
def test_a_colour_is_read_as_people_type_it(typed: str, colour: str) -> None:
    assert read_colour(typed) == colour


@pytest.mark.parametrize("typed", ["blue", "#12345", "#12345g", "#1234567"])
def test_what_is_no_colour_is_said_in_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="not a colour yet"):
        read_colour(typed)


def test_a_pale_colour_is_printed_darker() -> None:
    assert printed_colour("#0f5466") == "#0f5466"
    assert printed_colour("") == "#0f5466"
    pale = QColor(printed_colour("#ffd0d0"))
    assert pale.lightness() < QColor("#ffd0d0").lightness() / 1.3
