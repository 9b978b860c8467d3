"""People's text in Word: every character, as text, in the direction in which it is read."""

import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.export.characters import visible
from app.export.word import words
from app.export.word.markup import Element, add
from tests.app.export.word.reading import paragraphs

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60) | st.text(
    st.sampled_from("ab אבعل5(). \u0301\u064e\n\t\x00\ufffe\ud800"), max_size=60
)


def holder() -> Element:
    root = etree.Element(qn("w:document"))
    return add(root, "body")


def runs(text: str) -> list[tuple[str, bool]]:
    made = words.paragraph(holder(), "Normal", text)
    return [
        ("".join(run.itertext()), run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None) for run in made.iter(qn("w:r"))
    ]


def is_bidi(text: str) -> bool:
    return words.paragraph(holder(), "Normal", text).find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None


@given(ANY_TEXT)
def test_any_text_is_there_and_nothing_else(text: str) -> None:
    made = holder()
    words.paragraph(made, "Normal", text)
    again = etree.fromstring(etree.tostring(made))
    assert paragraphs(again) == [visible(text).replace("\ufffe", "[U+FFFE]").replace("\uffff", "[U+FFFF]")]


@given(ANY_TEXT)
def test_running_text_is_a_paragraph_for_each_line(text: str) -> None:
    made = holder()
    words.body(made, text)
    assert paragraphs(made) == words.holdable(text).split("\n")


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("nul\0bell\x07escape\x1bdelete\x7f", "nul␀bell␇escape␛delete␡"),
        ("\ufffe\uffff\x85\ud800", "[U+FFFE][U+FFFF][U+0085][U+D800]"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
    ],
)
def test_what_a_file_cannot_hold_has_a_picture_or_a_name(typed: str, held: str) -> None:
    assert words.holdable(typed) == held


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mum says", [("Mum says", False)]),
        ("محمد علي", [("محمد علي", True)]),
        ("Mum says محمد علي, twice", [("Mum says ", False), ("محمد علي", True), (", twice", False)]),
        ("محمد رأى Smith & Co (5).", [("محمد رأى ", True), ("Smith & Co", False), (" (5).", True)]),
        ("محمدٌ Smith", [("محمدٌ ", True), ("Smith", False)]),
        ("Smith, שלום̂!", [("Smith, ", False), ("שלום̂", True), ("!", False)]),
        ("5 اليوم", [("5 اليوم", True)]),
        ("12:30", [("12:30", False)]),
    ],
)
def test_runs_have_the_direction_of_their_letters(text: str, expected: list[tuple[str, bool]]) -> None:
    assert runs(text) == expected


def test_a_paragraph_runs_as_its_first_letter_does() -> None:
    assert is_bidi("5 محمد Smith")
    assert not is_bidi("Smith محمد")
    assert not is_bidi("12:30")


def test_right_and_left_are_meant_as_seen() -> None:
    """In a paragraph from right to left, Word takes "right" for where lines end: the left."""

    def sides(text: str) -> tuple[str, list[str]]:
        from app.export.word.markup import Edge

        layout = words.paragraph(holder(), "Normal", text, align="right", edges={"left": Edge(1)})[0]
        return layout.find(qn("w:jc")).get(qn("w:val")), [side.tag for side in layout.find(qn("w:pBdr"))]

    assert sides("all") == ("right", [qn("w:left")])
    assert sides("كل") == ("left", [qn("w:right")]), "the bar is where the words begin"
