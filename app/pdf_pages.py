"""PDF pages as pictures: for the pages that are looked at before they leave, and for the printer."""

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtGui import QImage

#: PDFium is one for the whole process and works for one thread at a time.
PDFIUM_IS_FREE = threading.Lock()


class PdfPages:
    """The pages of a PDF, each drawn when it is asked for; `with` opens and closes them, on one thread.

    Others may have PDFium between two calls, so that a long print keeps no page from the screen.
    """

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._document: Any = None

    def __enter__(self) -> "PdfPages":
        import pypdfium2  # type: ignore[import-untyped]  # it has no stubs

        with PDFIUM_IS_FREE:
            self._document = pypdfium2.PdfDocument(self._pdf)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        with PDFIUM_IS_FREE:
            self._document.close()

    def sizes(self) -> list[tuple[float, float]]:
        """Each page's width and height, in points."""
        with PDFIUM_IS_FREE:
            return [self._document.get_page_size(place) for place in range(len(self._document))]

    def picture(self, place: int, width: int, height: int, top: int = 0, rows: int = 0) -> QImage:
        """The page at a place from 0, `width` pixels wide and `height` high; of it, `rows` of pixels from `top`
        where only a strip is wanted."""
        import pypdfium2
        from pypdfium2 import raw

        rows = rows or height
        with PDFIUM_IS_FREE:
            page = self._document.get_page(place)
            bitmap = pypdfium2.PdfBitmap.new_native(width, rows, raw.FPDFBitmap_BGRx)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, rows)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, raw.FPDF_ANNOT)
            page.close()
            bitmap.close()
        # What is copied here is the picture's own; the bitmap's memory goes with it.
        return QImage(bitmap.buffer, width, rows, bitmap.stride, QImage.Format.Format_RGB32).copy()

    def text(self, place: int) -> str:
        """The words on a page, for those who have it read to them."""
        with PDFIUM_IS_FREE:
            page = self._document.get_page(place)
            words = page.get_textpage()
            text: str = words.get_text_range()
            words.close()
            page.close()
        return text


def pages_as_images(pdf: bytes, width: int, cancelled: Callable[[], bool]) -> list[QImage]:
    """Each page as a picture `width` pixels wide."""
    images: list[QImage] = []
    with PdfPages(pdf) as pages:
        for place, (across, down) in enumerate(pages.sizes()):
            if cancelled():
                break
            images.append(pages.picture(place, width, max(1, round(width * down / across))))
    return images
