"""Everything that leaves the application as a file or over the clipboard.

Exporters take plain data and give bytes; each is imported when it is first asked for, because what draws PDFs is slow
to load. They may run on any thread: hand them a copy of the session (`Session.copy`) where it can change meanwhile.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from app.export.blocks import Document
from app.export.options import ExportCancelledError as ExportCancelledError
from app.export.options import ExportError as ExportError
from app.export.options import ExportOptions as ExportOptions
from app.export.options import Sheets as Sheets
from models.process import Process
from models.session import Session

#: An export of which nothing is known but the session.
PLAIN = ExportOptions()

Exporter = Callable[[Session, Process, ExportOptions], bytes]
DocumentMaker = Callable[[Session, Process, ExportOptions], Document]


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a session can be taken away. `label` is what people read; `suffix` begins with a dot.

    `maker` is "module.function" in this package: an `Exporter`, or a `DocumentMaker` where it is of `blocks`.
    One that is `drawn` needs Qt's application to draw with.
    """

    id: str
    label: str
    suffix: str
    maker: str
    blocks: bool = False
    drawn: bool = False


FORMATS: Mapping[str, Format] = {
    each.id: each
    for each in (
        Format("session-json", "Session file", ".json", "session_json.session_json"),
        Format("record-pdf", "Group supervision record (PDF)", ".pdf", "record_document.record_document", blocks=True),
        Format(
            "record-docx", "Group supervision record (Word)", ".docx", "record_document.record_document", blocks=True
        ),
        Format("record-text", "Group supervision record (plain text)", ".txt", "record_text.record_text"),
        Format("sheets-pdf", "Question sheets (PDF)", ".pdf", "sheets_document.sheets_document", blocks=True),
        Format("sheets-docx", "Question sheets (Word)", ".docx", "sheets_document.sheets_document", blocks=True),
        Format("pack-pdf", "Session pack (PDF)", ".pdf", "pack_document.pack_document", blocks=True, drawn=True),
        Format("pack-docx", "Session pack (Word)", ".docx", "pack_document.pack_document", blocks=True, drawn=True),
        Format("map-pdf", "Map (PDF)", ".pdf", "map_document.map_document", blocks=True),
        Format("timings-pdf", "Timings of the session (PDF)", ".pdf", "timings_document.timings_document", blocks=True),
        Format("learning-pdf", "Learning note (PDF)", ".pdf", "learning_document.learning_document", blocks=True),
        Format("steps-ics", "Next steps for a calendar", ".ics", "calendar.steps_ics"),
        Format("genogram-pdf", "Genogram (PDF)", ".pdf", "genogram_files.genogram_pdf", drawn=True),
        Format("genogram-svg", "Genogram (SVG drawing)", ".svg", "genogram_files.genogram_svg", drawn=True),
        Format("genogram-png", "Genogram (PNG picture)", ".png", "genogram_files.genogram_png", drawn=True),
        Format("genogram-gedcom", "Family for genealogy programs (GEDCOM)", ".ged", "genogram_files.genogram_gedcom"),
    )
}


def warm_up() -> None:
    """Load what draws PDFs and read the main fonts: for a quiet moment on a worker's thread, so that the first export
    is as quick as the others."""
    import_module("app.export.pdf.drawing")
    import_module("reportlab.pdfgen.canvas")
    import_module("app.export.pdf.lines").Typesetter()


def sheet_people(session: Session) -> list[str]:
    """Whom one-person sheets can be made for: names as they were written, then audiences ("parent")."""
    from app.export.person_sheets import sheet_people as people

    return people(session)


def missing_characters(texts: Iterable[str]) -> list[str]:
    """Each character that documents could not show, named for a warning, in the order in which they first come:
    "ཀ (TIBETAN LETTER KA, U+0F40)". They stand as [U+0F40] on the page."""
    from app.export.missing import missing_characters as missing

    return missing(texts)


def sheet_title(person: str) -> str:
    """What the sheet of a person or an audience is called: "Questions for the parents"."""
    from app.export.person_sheets import questions_for

    return questions_for(person)


def record_html(session: Session, options: ExportOptions = PLAIN, section: str = "") -> str:
    """The record for the clipboard, whole or one of `record_sections`, as HTML; the family in words at its end
    where that is wanted, or alone as section "family"."""
    from app.export.clipboard import clipboard_html

    return clipboard_html(session, options, section)


def record_plain_text(session: Session, options: ExportOptions = PLAIN, section: str = "") -> str:
    """The record for the clipboard, whole or one of `record_sections`, as plain text; the family in words at its end
    where that is wanted, or alone as section "family"."""
    from app.export.record_text import plain_text

    return plain_text(session, options, section)


def record_sections() -> Mapping[str, str]:
    """The record's sections that can be pasted one by one: id and printed label, in the form's order."""
    from app.export.record_content import SECTIONS

    return SECTIONS


def missing_in(session: Session, process: Process, form: str, options: ExportOptions) -> list[str]:
    """The characters of a document that no font of ours holds, in words; nothing of drawings, whose fonts are Qt's."""
    if not FORMATS[form].blocks:
        return []
    from app.export.missing import missing_characters, texts_in

    return missing_characters(texts_in(_maker(form)(session, process, options)))


def export(session: Session, process: Process, form: str, options: ExportOptions) -> bytes:
    """The session in a form of FORMATS; KeyError where there is none, ExportCancelledError where it was stopped."""
    wanted = FORMATS[form]
    made = _maker(form)(session, process, options)
    if not wanted.blocks:
        return cast(bytes, made)
    document = cast(Document, made)
    if wanted.suffix == ".docx":
        from app.export.word.render import docx

        return docx(document, options)
    from app.export.pdf.render import pdf

    return pdf(document, options)


def _maker(form: str) -> Exporter | DocumentMaker:
    module, _, name = FORMATS[form].maker.rpartition(".")
    return cast(Exporter | DocumentMaker, getattr(import_module(f"app.export.{module}"), name))
