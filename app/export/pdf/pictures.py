"""Drawings put on their pages: Qt draws them, as the room saw them, and PDFium stamps them; text stays text."""

from collections.abc import Sequence
from io import BytesIO

from app.export.pdf.pages import Page, Placed
from app.export.pdf.paper import Spot, spots
from app.pdf_pages import PDFIUM_IS_FREE


def with_pictures(pdf: bytes, pages: Sequence[Page], placed: Sequence[Placed]) -> bytes:
    """The document with each picture in the room that was kept for it; everything else stays as it was written."""
    where = list(spots(page.paper for page in pages))
    drawn = [
        (each, where[each.page], pages[each.page].paper.scale, each.picture.pdf(each.width, each.height))
        for each in placed
    ]
    with PDFIUM_IS_FREE:
        return _stamped(pdf, drawn)


def _stamped(pdf: bytes, drawn: Sequence[tuple[Placed, Spot, float, bytes]]) -> bytes:
    import pypdfium2  # type: ignore[import-untyped]  # it has no stubs

    out = BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        for place, spot, scale, picture in drawn:
            with pypdfium2.PdfDocument(picture) as source:
                page = document.get_page(spot.sheet)
                form = source.page_as_xobject(0, document)
                mark = form.as_pageobject()
                bottom = page.get_height() - (place.top + place.height) * scale
                matrix = pypdfium2.PdfMatrix().scale(scale, scale)
                mark.set_matrix(matrix.translate(spot.left + place.left * scale, bottom))
                page.insert_obj(mark)
                page.gen_content()
                form.close()
                page.close()
        document.save(out)
    return out.getvalue()
