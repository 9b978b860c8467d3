"""PDFs read back as people's programs read them."""

import pypdfium2

from app import resources
from app.export import ExportOptions, export
from models.drafting import draft_record
from models.process import Process
from models.session import Session


def process() -> Process:
    """The process that every session of these tests follows."""
    return resources.process("group_supervision")


def pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_range())
            text_page.close()
            page.close()
        return texts


def squeezed(text: str) -> str:
    """Text without anything that only layout puts between its letters."""
    return "".join(text.split())


def exported(session: Session, form: str, options: ExportOptions | None = None) -> bytes:
    """An export."""
    return export(session, process(), form, options or ExportOptions())


def read(session: Session, form: str, options: ExportOptions | None = None) -> str:
    """An export's whole text, squeezed."""
    made = exported(session, form, options)
    return squeezed("".join(pages(made)) if form.endswith("pdf") else made.decode())


def drafted(session: Session) -> Session:
    """The same session with its record drafted."""
    copy = session.copy()
    copy.apply(draft_record(copy, force=True))
    return copy
