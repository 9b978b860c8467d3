"""Characters that no font holds are named before a document is made."""

import pytest

from app.export import FORMATS, ExportOptions, missing_characters, missing_in
from models.mapping import Column, MapPoint
from models.people import Child
from models.review import LearningKind, LearningPoint
from models.session import Session
from tests.app.export.reading import process


def test_each_is_named_once_in_the_order_in_which_they_come() -> None:
    texts = ["Ruby ཀ and \U00012000", "\ue000 ཀ", "", "ཁ"]
    assert missing_characters(texts) == [
        "ཀ (TIBETAN LETTER KA, U+0F40)",
        "\U00012000 (CUNEIFORM SIGN A, U+12000)",
        "\ue000 (U+E000)",
        "ཁ (TIBETAN LETTER KHA, U+0F41)",
    ]


def test_what_is_shown_is_not_missing() -> None:
    shown = "Ọ̀ṣun রহিমা محمد רות 李小龙 김민준 👨‍👩‍👧‍👦 🇬🇧 ☑ → ♪ ①"
    as_pictures = "\0 \x1b \x7f \x85 \ud800 \t \n \r\n \u2028"
    unseen = "\u200b \u200d \u00ad \ufeff \u202e \u2067 \ufe0f \U000e0067"
    assert missing_characters([shown, as_pictures, unseen]) == []


def test_what_a_thousand_cards_lack_is_named_once() -> None:
    texts = [f"{place}: When did রহিমা feel safe, and who saw it? 李小龙 ཀ " * 3 for place in range(1000)]
    assert missing_characters(texts) == ["ཀ (TIBETAN LETTER KA, U+0F40)"]


@pytest.mark.parametrize("form", [each.id for each in FORMATS.values() if each.blocks])
def test_a_document_is_looked_through_where_people_wrote(form: str) -> None:
    people = [Child("c", "ཀ"), MapPoint("p", Column.NEEDS, "ཁ"), LearningPoint("l", LearningKind.LEARNT, "ག")]
    found = missing_in(Session("s", [*people]), process(), form, ExportOptions())
    letters = {"record": "ཀ", "map": "ཁ", "pack": "ཀཁ", "learning": "ག"}.get(form.rpartition("-")[0], "")
    assert [each[0] for each in found] == list(letters)


def test_a_drawing_is_not_looked_through() -> None:
    assert missing_in(Session("s"), process(), "genogram-pdf", ExportOptions()) == []
