"""How documents stand on their pages: nothing cut, nothing over something else, no head alone; bookmarks, contents,
half pages and large print."""

import gc
from ctypes import c_int

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from app.export import ExportCancelledError, ExportOptions, Sheets
from app.export.blocks import (
    Band,
    BlankCard,
    Block,
    Card,
    Contents,
    Document,
    Field,
    Gap,
    Heading,
    Paragraph,
    ScaleCard,
    ScaleStrip,
    Section,
    Shape,
    Table,
    TextPart,
    Ticks,
)
from app.export.pdf.pages import Box, Stroke, Words
from app.export.pdf.paper import A4, LANDSCAPE, LARGE
from app.export.pdf.render import laid_out, pdf
from app.export.record_document import record_document
from app.export.sheets_document import sheets_document
from models.session import Session
from tests.app.export.placing import body, faults, placed
from tests.app.export.reading import pages, process
from tests.strategies import sessions, texts

LARGE_PRINT = ExportOptions(large_print=True)
LONG = "a label that is much longer than anybody would think of in a quiet hour " * 4
WORDS = "Who would notice first, and what would they say? " * 30


def papers(made: bytes) -> list[tuple[float, float]]:
    """Width and height of each sheet of paper."""
    with pypdfium2.PdfDocument(made) as document:
        return [tuple(round(side, 1) for side in document.get_page_size(place)) for place in range(len(document))]  # type: ignore[misc]


@pytest.mark.parametrize("options", [ExportOptions(), LARGE_PRINT], ids=["", "large"])
@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize(
    "block",
    [
        Field("Name", WORDS), Field(LONG, "short"), Field("Name", "x" * 3000), Band(LONG, "3 cards"), Band(LONG, LONG),
        Band("Short", LONG), Ticks("Status", ((LONG, True), ("short", False))), Ticks(LONG, (("CP", True),) * 4),
        ScaleStrip(LONG, 10), TextPart(LONG, WORDS), Table(LONG, (LONG, "B"), (("a", WORDS),), (0.4, 0.6)),
        Table("", (WORDS, WORDS), (("a", "b"),) * 3, (0.5, 0.5)), Heading(LONG, LONG, LONG),
        Card(WORDS, LONG, LONG, (WORDS, WORDS), 3), Card("", LONG, LONG * 9, ("", ""), 3, large=True),
        ScaleCard(WORDS, (WORDS, "x" * 2000), ("Who", "0–10", "Why"), 4),
        BlankCard(LONG, LONG, LONG, (LONG, "b"), 4, True),
    ],
    ids=lambda block: type(block).__name__,
)  # fmt: skip
def test_long_words_wrap_and_run_into_nothing(block: Block, shape: Shape, options: ExportOptions) -> None:
    assert not faults(placed(Paragraph("before"), block, Paragraph("after"), options=options, shape=shape, foot=LONG))


@settings(max_examples=30, deadline=None, suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large))
@given(sessions(most=5), st.sampled_from(Sheets), st.booleans(), st.booleans())
def test_nothing_is_cut_or_runs_into_anything_else(made: Session, kind: Sheets, large: bool, two_up: bool) -> None:
    options = ExportOptions(sheets=kind, large_print=large, two_up=two_up, copy_number=3)
    assert not faults(laid_out(sheets_document(made, process(), options), options))
    assert not faults(laid_out(record_document(made, process(), options), options))


def test_a_foot_keeps_clear_of_the_pages_number_and_its_mark_and_copy_are_whole() -> None:
    options = ExportOptions(copy_number=12)
    document = Document("Title", (Section("Title", [Paragraph("text")], LONG, "Draft", Shape.HALF),))
    flow = laid_out(document, options)
    assert not faults(flow)
    text = " ".join(pages(pdf(document, options))[0].split())
    assert "…" in text
    assert "· Draft · Copy 12" in text and "Page 1 of 1" in text


@pytest.mark.parametrize("options", [ExportOptions(), LARGE_PRINT], ids=["", "large"])
@pytest.mark.parametrize("start", range(0, 760, 37))
def test_no_head_is_alone_at_the_foot_of_a_page(start: int, options: ExportOptions) -> None:
    followed: list[Block] = [
        Card(WORDS[:200], "about", "Chosen", ("zero", "ten"), 3), TextPart("Part", WORDS),
        Table("Table", ("A", "B"), (("one", "two"),), (0.5, 0.5)),
        Paragraph(WORDS), BlankCard("Blank", lines=5), Card(WORDS * 20, answer_lines=2),
    ]  # fmt: skip
    for block in followed:
        flow = placed(Paragraph("before"), Gap(start), Band("HEAD"), Gap(12), block, options=options)
        (page,) = [page for page in flow.pages if any(_says(mark, "HEAD") for mark in page.marks)]
        assert not _says(body(page)[-1], "HEAD"), type(block)


def _says(mark: object, text: str) -> bool:
    return isinstance(mark, Words) and text in str(mark.line)


@pytest.mark.parametrize("start", range(0, 760, 53))
def test_a_card_that_fits_on_a_page_is_on_one(start: int) -> None:
    card = Card(WORDS[:300], "about", "Chosen", ("nobody", "somebody"), 3)
    alone = placed(card)
    flow = placed(Paragraph("before"), Gap(start), card)
    assert len(alone.pages) == 1
    assert len(body(flow.pages[-1])) in (len(body(alone.pages[0])), len(body(alone.pages[0])) + 1)


@pytest.mark.parametrize("start", range(0, 760, 41))
def test_room_to_answer_is_never_apart_from_the_last_words(start: int) -> None:
    flow = placed(Paragraph("before"), Gap(start), Card(WORDS * 4, answer_lines=3))
    lines = [[mark for mark in page.marks if isinstance(mark, Stroke) and mark.dotted] for page in flow.pages]
    assert [len(each) for each in lines if each] == [3]
    (page,) = [page for page, each in zip(flow.pages, lines, strict=True) if each]
    assert len(body(page)) >= 2


def test_a_chosen_card_has_its_bar_on_every_page_that_it_reaches() -> None:
    flow = placed(Card(WORDS * 10, mark="Chosen"))
    assert len(flow.pages) > 2
    assert all(any(isinstance(mark, Box) and mark.width == 3.0 for mark in page.marks) for page in flow.pages)


def test_a_scale_has_half_a_page_of_its_own() -> None:
    scale = ScaleCard("How safe?", ("nobody", "somebody"), ("Who", "0–10"), 4)
    flow = placed(scale, scale, scale)
    assert len(flow.pages) == 2
    tops = [min(mark.y for mark in body(page) if mark.size > 14) for page in flow.pages]
    (second,) = [mark.y for mark in body(flow.pages[0]) if mark.size > 14 and mark.y > tops[0] + 20]
    assert tops[0] < A4[1] / 2 < second


def test_a_scale_too_high_for_half_a_page_takes_what_it_needs() -> None:
    scale = ScaleCard(WORDS[:900], ("nobody", "somebody"), ("Who", "0–10"), 4)
    assert len(placed(scale, scale).pages) == 2


def test_blank_cards_fill_their_page() -> None:
    flow = placed(Heading("Title", logo=False), BlankCard("Question", lines=3, repeats=True))
    (page,) = flow.pages
    assert sum(_says(mark, "Question") for mark in page.marks) > 3
    lowest = max(mark.y1 for mark in page.marks if isinstance(mark, Stroke) and mark.dotted)
    assert page.paper.size[1] - page.paper.foot - lowest < 60


def test_large_print_has_nothing_under_sixteen_points() -> None:
    blocks: list[Block] = [
        Heading("Title", "Agency", "below"), Band("Band", "right"), Card("text", "about", "Chosen", ("a", "b"), 2),
        Table("Table", ("A", "B"), (("one", "two"),), (0.5, 0.5)), Field("Label", "text"), BlankCard("Blank", "hint"),
        ScaleCard("asked", ("a", "b"), ("Who", "0–10"), 2),
    ]  # fmt: skip
    for page in placed(*blocks, options=LARGE_PRINT, foot="foot").pages:
        assert min(mark.size for mark in page.marks if isinstance(mark, Words)) * page.paper.scale >= 16
        assert page.paper.printed == pytest.approx(A4)
    assert LARGE > 1


def test_half_pages_stand_side_by_side_and_keep_off_the_cut() -> None:
    sections = [Section(f"S{place}", [Card(f"Card number {place}")], shape=Shape.HALF) for place in range(3)]
    whole = Section("Whole", [Paragraph("A whole page")])
    made = pdf(Document("Title", (*sections, whole, sections[0])), ExportOptions())
    assert papers(made) == [tuple(round(side, 1) for side in size) for size in (LANDSCAPE, LANDSCAPE, A4, LANDSCAPE)]
    left, right = pages(made)[0].split("Card number 1")
    assert "Card number 0" in left and "Card number" not in right
    assert "Page 1 of 5" in pages(made)[0] and "Page 2 of 5" in pages(made)[0]
    with pypdfium2.PdfDocument(made) as document:
        text_page = document[0].get_textpage()
        for place in range(text_page.count_rects()):
            x1, _, x2, _ = text_page.get_rect(place)
            assert x2 < LANDSCAPE[0] / 2 - 20 or x1 > LANDSCAPE[0] / 2 + 20


def _document(sections: int, shape: Shape = Shape.PORTRAIT) -> Document:
    made = [
        Section(f"Part {place}: {'of a very long name ' * (place % 5) * 3}", [
            Heading(f"PART{place}", logo=False), Band(f"BAND{place}"), Paragraph(WORDS * (place % 4))], shape=shape)
        for place in range(sections)
    ]  # fmt: skip
    return Document("Title", (Section("Contents", [Heading("All"), Contents()]), *made))


@pytest.mark.parametrize("shape", [Shape.PORTRAIT, Shape.HALF])
def test_contents_and_bookmarks_lead_to_the_page_where_a_part_begins(shape: Shape) -> None:
    made = pdf(_document(150, shape), ExportOptions())
    found = pages(made)
    listed = " ".join("".join(page for page in found if "PART" not in page).split())
    with pypdfium2.PdfDocument(made) as document:
        marks = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    parts = [mark for mark in marks[1:] if mark[0] == 0]
    bands = [mark for mark in marks if mark[0] == 1]
    assert len(parts) == len(bands) == 150
    number = 0
    for place, ((_, title, sheet), (_, band, _)) in enumerate(zip(parts, bands, strict=True)):
        assert title.startswith(f"Part {place}:") and band == f"BAND{place}"
        assert f"PART{place}\r\n" in found[sheet]
        entry = listed.split(f"Part {place}:", 1)[1].replace("of a very long name", "").split()
        assert int(entry[0]) > number, "printed numbers count on"
        number = int(entry[0])
        assert f"Page {number} of " in found[sheet]


def test_an_entry_of_the_contents_can_be_touched() -> None:
    with pypdfium2.PdfDocument(pdf(_document(60), ExportOptions())) as document:
        targets = []
        for page in document:
            place, link = c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page, place, link):
                targets.append(raw.FPDFDest_GetDestPageIndex(document, raw.FPDFLink_GetDest(document, link)))
        starts = [mark.get_dest().get_index() for mark in document.get_toc() if mark.level == 0]
    assert targets == starts[1:]


@settings(max_examples=20, deadline=None)
@given(texts)
def test_any_text_can_be_a_bookmark_and_an_entry(title: str) -> None:
    part = Section(title, [Band(title), Paragraph("text")])
    document = Document("Title", (Section("Contents", [Contents()]), part))
    with pypdfium2.PdfDocument(pdf(document, ExportOptions())) as made:
        assert len(list(made.get_toc())) >= 2


def test_a_pack_can_be_stopped_while_it_is_laid_out_and_while_it_is_drawn() -> None:
    heard: list[int] = []
    pdf(_document(40), ExportOptions(progress=lambda done, _: heard.append(done)))
    for stop_at in (1, len(heard) // 3, len(heard) - 1):
        told: list[int] = []
        options = ExportOptions(
            cancelled=lambda told=told, last=stop_at: len(told) >= last,  # type: ignore[misc]
            progress=lambda done, _, told=told: told.append(done),  # type: ignore[misc]
        )
        with pytest.raises(ExportCancelledError):
            pdf(_document(40), options)
        assert told == heard[:stop_at]


def test_the_collector_rests_for_an_export_only() -> None:
    rested: list[bool] = []
    pdf(_document(3), ExportOptions(progress=lambda *_: rested.append(not gc.isenabled())))
    assert all(rested)
    assert gc.isenabled()
    with pytest.raises(ExportCancelledError):
        pdf(_document(3), ExportOptions(cancelled=lambda: True))
    assert gc.isenabled()
