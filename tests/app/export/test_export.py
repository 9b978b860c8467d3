"""The way in: formats, stopping, progress; and the record as text and for the clipboard."""

import subprocess
import sys

import pytest

from app.export import (
    FORMATS,
    ExportCancelledError,
    ExportOptions,
    export,
    record_html,
    record_plain_text,
    record_sections,
)  # fmt: skip
from models.record import NextStep, Part, RecordPart
from models.session import Session
from tests.app.export.reading import exported, process
from tests.app.export.test_record_pdf import AGENCY, filled


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_gives_bytes_and_can_be_stopped(form: str) -> None:
    assert exported(filled(), form)
    with pytest.raises(ExportCancelledError):
        exported(filled(), form, ExportOptions(cancelled=lambda: True))


def test_an_unknown_format_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        export(filled(), process(), "record-papyrus", ExportOptions())


def test_progress_counts_up_to_the_end_while_laying_out_and_while_drawing() -> None:
    heard: list[tuple[int, int]] = []
    rows = [NextStep(f"n{place}", f"Step {place}", rank=place) for place in range(100)]
    exported(Session("long", rows), "record-pdf", ExportOptions(progress=lambda done, of: heard.append((done, of))))
    (of,) = {of for _, of in heard}
    assert heard == sorted(heard)
    assert heard[-1] == (of, of)
    assert sum(done <= of / 2 for done, _ in heard) == of / 2, "each block"
    assert sum(done > of / 2 for done, _ in heard) > 2, "each page"


def test_what_makes_pages_is_not_loaded_before_it_is_needed() -> None:
    slow = {"reportlab", "uharfbuzz", "docx", "lxml"}
    code = f"import sys, app.export; assert not {{name.split('.')[0] for name in sys.modules}} & {slow}"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_text_has_every_section_under_its_label() -> None:
    text = exported(filled(), "record-text", AGENCY).decode()
    assert text.startswith("Northbrook Children’s Services Group Supervision Record\n")
    places = [text.index(f"{label}\n---") for label in record_sections().values()]
    assert places == sorted(places)
    assert "1. Ama Mensah\n   DOB: 3 May 2017\n   LCS Reference No.: LCS 440912" in text
    assert "Case status\n-----------\nCP, CWD" in text
    assert "1. Ask Gran about Fridays\n   Timescale: 5 December 2026\n   Lead: Wren" in text


def test_a_section_is_pasted_without_its_label() -> None:
    assert record_plain_text(filled(), section="current") == "6"
    assert record_plain_text(filled(), section=Part.WORRIED.value) == "Text of worried."
    assert record_html(filled(), section=Part.WORRIED.value) == '<p dir="auto">Text of worried.</p>'
    with pytest.raises(KeyError):
        record_html(filled(), section="step-13")


def test_html_can_be_asked_for_again_and_again() -> None:
    assert record_html(filled()) == record_html(filled())


def test_html_takes_text_as_text_and_lists_as_lists() -> None:
    typed = '<script>alert(1)</script> &amp; "x"\n\nThese:\n• first & best\n• second\nafter\0'
    html = record_html(Session("x", [RecordPart(Part.WORKING_WELL.value, typed)]), section="working_well")
    assert html == (
        '<p dir="auto">&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &quot;x&quot;</p>\n'
        '<p dir="auto">These:</p>\n'
        '<ul><li dir="auto">first &amp; best</li><li dir="auto">second</li></ul>\n'
        '<p dir="auto">after␀</p>'
    )
