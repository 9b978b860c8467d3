"""Word files opened by another program than ours: LibreOffice takes them without complaint, and prints the same."""

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from app import resources
from app.export import ExportOptions, Sheets
from app.export.blocks import Document, Table
from app.export.pdf.render import pdf
from app.export.record_document import record_document
from app.export.sheets_document import sheets_document
from app.export.word.render import docx
from models.session_file import session_from_plain
from tests.app.export.reading import drafted, pages, process
from tests.app.export.word.every_block import EVERY_BLOCK
from tests.app.export.word.reading import body_of, paragraphs, picture_file

OFFICE = shutil.which("soffice")
#: LibreOffice says so on computers without Java, which it does not need for this.
HARMLESS = "Warning: failed to launch javaldx - java may not function correctly\n"
OPTIONS = ExportOptions(agency_name="Northbrook Children’s Services", logo=picture_file("PNG"), colour="#7a1f5c")


@pytest.fixture(scope="module")
def documents() -> Mapping[str, Document]:
    """The practice session's record and sheets, without what stands in the margins of every page."""
    session = drafted(session_from_plain(json.loads(resources.text("practice_session.json"))))
    made = {"record": record_document(session, process(), OPTIONS)}
    for sheets in (Sheets.ALL_CARDS, Sheets.PERSON, Sheets.STATEMENTS, Sheets.HANDS, Sheets.SCALES):
        made[sheets.value] = sheets_document(session, process(), replace(OPTIONS, sheets=sheets))
    return {
        name: replace(each, sections=tuple(replace(section, foot="", mark="") for section in each.sections))
        for name, each in made.items()
    }


def words_of(made: bytes) -> Counter[str]:
    """The words of a PDF, in any order: in tables, lines of neighbouring cells come in turns."""
    return counted("\n".join(re.sub(r"Page \d+ of \d+\s*$", "", page.replace("\r\n", "\n")) for page in pages(made)))


def counted(text: str) -> Counter[str]:
    broken_at_hyphens = re.sub(r"[-\ufffe]\s*", "-", text)  # U+FFFE is what PDFium reads where a line ends with one
    return Counter(broken_at_hyphens.replace("•", " ").split())


def words_in_word(document: Document) -> Counter[str]:
    return counted("\n".join(paragraphs(body_of(docx(document, OPTIONS)))))


def assert_same_words(printed: Counter[str], document: Document, name: str) -> None:
    """No word too few, and none too many but heads of tables that further pages repeat."""
    in_word = words_in_word(document)
    assert not (missing := in_word - printed), f"{name}: {missing}"
    more = printed - in_word
    for block in (block for section in document.sections for block in section.blocks if isinstance(block, Table)):
        heads = counted(" ".join(block.heads))
        while heads and heads <= more:
            more -= heads
    assert not more, f"{name}: {more}"


def test_word_says_the_same_words_as_paper(documents: Mapping[str, Document]) -> None:
    for name, document in documents.items():
        assert_same_words(words_of(pdf(document, OPTIONS)), document, name)


@pytest.mark.skipif(OFFICE is None, reason="soffice is not installed here; CI has it (.ci/run)")
def test_libre_office_prints_the_same_words_without_a_complaint(
    documents: Mapping[str, Document], tmp_path: Path
) -> None:
    files = []
    for name, document in {**documents, "everything": EVERY_BLOCK}.items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(docx(document, OPTIONS))
        files.append(str(file))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    done = subprocess.run(
        [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stderr.replace(HARMLESS, "") == ""
    assert (tmp_path / "everything.pdf").stat().st_size
    for name, document in documents.items():
        assert_same_words(words_of((tmp_path / f"{name}.pdf").read_bytes()), document, name)
