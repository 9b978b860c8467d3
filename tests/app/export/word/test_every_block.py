"""Every kind of block in Word, on every kind of paper."""

from io import BytesIO
from typing import Any, get_args

import pytest
from docx import Document
from docx.oxml.ns import qn

from app.export import ExportOptions
from app.export.blocks import BlankCard, Block, Section
from app.export.blocks import Document as Blocks
from app.export.pdf.render import LAY_OUT
from app.export.word.render import WRITE, docx
from tests.app.export.test_record_pdf import AGENCY
from tests.app.export.word.every_block import EVERY_BLOCK
from tests.app.export.word.reading import body_of, paragraphs, style


def test_every_kind_of_block_can_be_drawn_on_paper_and_in_word() -> None:
    kinds = set(get_args(Block))
    assert set(LAY_OUT) == kinds
    assert set(WRITE) == kinds
    assert {type(block) for section in EVERY_BLOCK.sections for block in section.blocks} == kinds


def body() -> Any:
    return body_of(docx(EVERY_BLOCK, AGENCY))


def written(*blocks: Block) -> list[str]:
    """What the paragraphs of a section show, but for those that only keep things apart."""
    made = body_of(docx(Blocks("x", (Section("x", blocks),)), ExportOptions()))
    shown = zip(paragraphs(made), made.iter(qn("w:p")), strict=True)
    return [said for said, each in shown if style(each) != "Gap"]


def test_sections_have_their_paper_and_half_pages_share_one() -> None:
    papers = [
        (section.orientation, round(section.page_width.pt), section._sectPr.find(qn("w:cols")) is not None)
        for section in Document(BytesIO(docx(EVERY_BLOCK, AGENCY))).sections
    ]
    upright, across, halves = (0, 595, False), (1, 842, False), (1, 842, True)
    assert papers == [upright, upright, upright, upright, halves, across, across, upright]
    assert [each.get(qn("w:type")) for each in body().iter(qn("w:br"))] == ["column"]


def test_each_section_has_its_own_foot_and_mark() -> None:
    sections = Document(BytesIO(docx(EVERY_BLOCK, AGENCY))).sections
    assert [section.header.paragraphs[0].text for section in sections] == ["", "Draft", *[""] * 6]
    feet = [section.footer.paragraphs[0].text.partition("\t")[0] for section in sections]
    assert feet == ["Foot", "Foot  ·  Draft", *["Foot"] * 5, ""]


def test_the_contents_lead_to_every_section_after_them() -> None:
    made = body()
    links = list(made.iter(qn("w:hyperlink")))
    assert ["".join(text.text for text in link.iter(qn("w:t"))) for link in links] == [
        section.title for section in EVERY_BLOCK.sections[1:]
    ]
    beginnings = {
        mark.get(qn("w:name")): "".join(text.text for text in mark.getparent().iter(qn("w:t")))
        for mark in made.iter(qn("w:bookmarkStart"))
    }
    assert [beginnings[link.get(qn("w:anchor"))] for link in links] == [
        "An agency", "Cards", "Blank cards", "Cards", "Blank cards", "A board", "A picture", "The end",
    ]  # fmt: skip
    fields = [link.find(qn("w:fldSimple")).get(qn("w:instr")) for link in links]
    assert fields == [f"PAGEREF {link.get(qn('w:anchor'))}" for link in links]


def test_a_document_without_contents_has_no_bookmarks() -> None:
    made = body_of(docx(Blocks("x", (Section("x", EVERY_BLOCK.sections[1].blocks),)), AGENCY))
    assert made.find(f".//{qn('w:bookmarkStart')}") is None


def test_a_picture_says_what_it_shows_and_fits_its_page() -> None:
    *_, picture = body().iter(qn("wp:inline"))
    assert picture.find(qn("wp:docPr")).get("descr") == "What it shows:\nthis & that"
    size = picture.find(qn("wp:extent"))
    width, height = (int(size.get(side)) / 12700 for side in ("cx", "cy"))
    assert width == pytest.approx(841.89 - 112, abs=1)
    assert height == pytest.approx(width / 3, abs=1)


def test_a_board_has_its_points_under_their_terms_once() -> None:
    shown = written(*EVERY_BLOCK.sections[6].blocks[:2])
    assert shown[:4] == ["A board", "Worries", "Well", "Next"]
    assert [line for line in shown[4:] if line][:6] == [
        "Strength", "• Nan rang", "• Ask Mum", "• Steph came", "Other", "• a third thing",
    ]  # fmt: skip
    assert [line for line in shown if "4" in line or "0" in line or line == "own"] == [
        "Dad 0", "Mum 4", "own", "Nan 4", "0", "4", "10",
    ]  # fmt: skip


def test_bars_say_in_words_what_they_show() -> None:
    assert [line for line in written(EVERY_BLOCK.sections[6].blocks[2]) if line] == [
        *("Bars", "longer", "12 of 8", "shorter", "2 of 8", "none", "none"),
    ]


def test_a_blank_card_repeats_as_the_page_has_room() -> None:
    plain = written(BlankCard("Mine", "hint", "We … want", ("Whom?", "When?"), 2))
    assert plain == ["Mine", "hint", "We … want", "", "", "Whom?\t", "When?\t"]
    few, many = (written(BlankCard("Mine", lines=lines, repeats=True)).count("Mine") for lines in (12, 3))
    assert few == 2
    assert many == 6
    assert written(BlankCard("Mine", lines=100, repeats=True)).count("Mine") == 1
