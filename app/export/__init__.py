"""Everything that leaves the application as a file or over the clipboard.

Exporters take plain data and give bytes; each is imported when it is first asked for, because what draws PDFs is slow
to load. They may run on any thread: hand them a copy of the session (`Session.copy`) where it can change meanwhile.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from app.export.options import ExportCancelledError as ExportCancelledError
from app.export.options import ExportError as ExportError
from app.export.options import ExportOptions as ExportOptions
from models.process import Process
from models.session import Session

Exporter = Callable[[Session, Process, ExportOptions], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a session can be taken away. `label` is what people read; `suffix` begins with a dot.
    One that is `drawn` needs Qt's application to draw with."""

    id: str
    label: str
    suffix: str
    exporter: str  # module in this package, and the function of the same name in it, or "module.function"
    drawn: bool = False


FORMATS: Mapping[str, Format] = {
    each.id: each
    for each in (
        Format("session-json", "Session file", ".json", "session_json"),
        Format("record-pdf", "Group supervision record (PDF)", ".pdf", "record_pdf"),
        Format("record-text", "Group supervision record (plain text)", ".txt", "record_text"),
        Format("sheets-pdf", "Question sheets (PDF)", ".pdf", "sheets_pdf"),
        Format("genogram-pdf", "Genogram (PDF)", ".pdf", "genogram_files.genogram_pdf", drawn=True),
        Format("genogram-svg", "Genogram (SVG drawing)", ".svg", "genogram_files.genogram_svg", drawn=True),
        Format("genogram-png", "Genogram (PNG picture)", ".png", "genogram_files.genogram_png", drawn=True),
        Format("genogram-gedcom", "Family for genealogy programs (GEDCOM)", ".ged", "genogram_files.genogram_gedcom"),
    )
}


def warm_up() -> None:
    """Load what draws PDFs and read the main fonts: for a quiet moment on a worker's thread, so that the first export
    is as quick as the others."""
    import_module("app.export.drawing")
    import_module("reportlab.pdfgen.canvas")
    import_module("app.export.lines").Typesetter()


def sheet_people(session: Session) -> list[str]:
    """Whom one-person sheets can be made for: names as they were written, then audiences ("parent")."""
    from app.export.sheets_content import sheet_people as people

    return people(session)


def record_html(session: Session, agency_name: str = "", section: str = "", with_genogram: bool = False) -> str:
    """The record for the clipboard, whole or one of `record_sections`, as HTML; the family in words at its end
    where that is wanted, or alone as section "family"."""
    from app.export.clipboard import clipboard_html

    return clipboard_html(session, agency_name, section, with_genogram)


def record_plain_text(session: Session, agency_name: str = "", section: str = "", with_genogram: bool = False) -> str:
    """The record for the clipboard, whole or one of `record_sections`, as plain text; the family in words at its end
    where that is wanted, or alone as section "family"."""
    from app.export.record_text import plain_text

    return plain_text(session, agency_name, section, with_genogram)


def record_sections() -> Mapping[str, str]:
    """The record's sections that can be pasted one by one: id and printed label, in the form's order."""
    from app.export.record_content import SECTIONS

    return SECTIONS


def genogram_pages(session: Session, options: ExportOptions) -> bytes:
    """The genogram and the family in words as pages of their own, a PDF, for a pack; b"" where nobody is drawn. Qt's
    application must be there."""
    from app.export.genogram_pages import genogram_pages as pages

    return pages(session, options)


def export(session: Session, process: Process, form: str, options: ExportOptions) -> bytes:
    """The session in a form of FORMATS; KeyError where there is none, ExportCancelledError where it was stopped."""
    module, _, name = FORMATS[form].exporter.rpartition(".")
    exporter = cast(Exporter, getattr(import_module(f"app.export.{module or name}"), name))
    return exporter(session, process, options)
