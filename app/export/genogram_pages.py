"""The genogram as pages of a document: the picture across a page, and the family in words after it.

Qt draws the picture, as the room saw it, and PDFium puts it on its page; both keep text as text. Everything else of
the document stays as it was written.
"""

from dataclasses import dataclass
from io import BytesIO

from app.export.drawing import About, draw
from app.export.form import BAND, BODY, LEADING, body, footers, heading
from app.export.lines import Typesetter
from app.export.options import ExportOptions
from app.export.pages import ACCENT, EDGE, LANDSCAPE, TINT, Box, Flow, Page
from app.export.record_content import in_words
from app.pdf_pages import PDFIUM_IS_FREE
from models.family_words import Passage, family_in_words
from models.kin import family_of
from models.session import Session

TITLE = "Genogram"
IN_WORDS = "The family in words"


@dataclass(frozen=True, slots=True)
class Picture:
    """Where the picture goes: the page's number from 0, and the room in points, measured from the top left."""

    page: int
    left: float
    top: float
    width: float
    height: float


def genogram_pages(session: Session, options: ExportOptions) -> bytes:
    """The genogram's pages alone, as a PDF for a pack; b"" where nobody is drawn. Qt's application must be there."""
    flow = Flow(Typesetter(), options.check)
    flow.pages.clear()
    picture = add_genogram(flow, session)
    if picture is None:
        return b""
    when = in_words(session.details.held_on)
    title = f"{TITLE}, {when}" if when else TITLE
    footers(flow, title)
    pdf = draw(flow.pages, About(title, options.agency_name.strip()), options.step)
    return with_picture(pdf, session, picture, options)


def add_genogram(flow: Flow, session: Session) -> Picture | None:
    """A page for the picture and the family in words; None, and no page, where nobody is drawn. Footers come later."""
    passages = family_in_words(family_of(session))
    if not passages:
        return None
    flow.checked()
    flow.pages.append(Page(size=LANDSCAPE))
    width = LANDSCAPE[0] - 2 * flow.margin
    flow.add(Box(flow.left, flow.head, width, BAND, fill=TINT, edge=EDGE))
    flow.words(TITLE, BODY, flow.left + 9, flow.head + 16, bold=True)
    top = flow.head + BAND + 8
    picture = Picture(len(flow.pages) - 1, flow.left, top, width, LANDSCAPE[1] - flow.foot - top)
    flow.new_page()
    _words(flow, passages)
    return picture


def _words(flow: Flow, passages: list[Passage]) -> None:
    heading(flow, "", IN_WORDS)
    for passage in passages:
        flow.keep(4 * LEADING)
        lines = flow.typesetter.lines(passage.heading, BODY, flow.width, bold=True)
        flow.text(lines, BODY, LEADING, colour=ACCENT)
        for paragraph in passage.paragraphs:
            body(flow, paragraph, flow.left, flow.width)
            flow.space(4)
        flow.space(8)


def with_picture(pdf: bytes, session: Session, picture: Picture, options: ExportOptions) -> bytes:
    """The document with the session's genogram in the room that was kept for it."""
    drawn = _drawn(session, picture.width, picture.height, options.all_couples_solid)
    with PDFIUM_IS_FREE:
        return _stamped(pdf, drawn, picture)


def _stamped(pdf: bytes, drawn: bytes, picture: Picture) -> bytes:
    import pypdfium2  # type: ignore[import-untyped]  # it has no stubs

    out = BytesIO()
    with pypdfium2.PdfDocument(pdf) as document, pypdfium2.PdfDocument(drawn) as source:
        page = document.get_page(picture.page)
        form = source.page_as_xobject(0, document)
        mark = form.as_pageobject()
        bottom = page.get_height() - picture.top - picture.height
        mark.set_matrix(pypdfium2.PdfMatrix().translate(picture.left, bottom))
        page.insert_obj(mark)
        page.gen_content()
        form.close()
        page.close()
        document.save(out)
    return out.getvalue()


def _drawn(session: Session, width: float, height: float, solid: bool) -> bytes:
    """The picture alone, as a PDF of one page of that size in points."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
    from PySide6.QtGui import QFontDatabase, QPageSize, QPainter, QPdfWriter

    from app.genogram.look import Look
    from app.genogram.page import drawing_of, paint_fitted
    from models.words import one_line

    family_name = "Noto Sans" if QFontDatabase.hasFamily("Noto Sans") else ""
    look = Look(family=family_name, text=one_line, all_couples_solid=solid)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    writer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    room = QRectF(0, 0, writer.width(), writer.height())
    paint_fitted(painter, room, drawing_of(session, look), family_of(session), look)
    painter.end()
    return bytes(buffer.data().data())
