"""Drawings put on their pages: Qt draws them, as the room saw them, and PDFium stamps them; text stays text."""

from collections.abc import Sequence
from io import BytesIO

from app.export.pdf.pages import Placed
from app.pdf_pages import PDFIUM_IS_FREE


def with_pictures(pdf: bytes, placed: Sequence[Placed]) -> bytes:
    """The document with each picture in the room that was kept for it; everything else stays as it was written."""
    drawn = [each.picture.pdf(each.width, each.height) for each in placed]
    with PDFIUM_IS_FREE:
        return _stamped(pdf, list(zip(placed, drawn, strict=True)))


def _stamped(pdf: bytes, drawn: list[tuple[Placed, bytes]]) -> bytes:
    import pypdfium2  # type: ignore[import-untyped]  # it has no stubs

    out = BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        for place, picture in drawn:
            with pypdfium2.PdfDocument(picture) as source:
                page = document.get_page(place.page)
                form = source.page_as_xobject(0, document)
                mark = form.as_pageobject()
                bottom = page.get_height() - place.top - place.height
                mark.set_matrix(pypdfium2.PdfMatrix().translate(place.left, bottom))
                page.insert_obj(mark)
                page.gen_content()
                form.close()
                page.close()
        document.save(out)
    return out.getvalue()
