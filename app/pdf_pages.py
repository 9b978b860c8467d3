"""PDF pages as pictures: for the page beside the draft, and for the printer."""

import threading
from collections.abc import Callable

from PySide6.QtGui import QImage

#: PDFium is one for the whole process and works for one thread at a time.
PDFIUM_IS_FREE = threading.Lock()


def pages_as_images(pdf: bytes, width: int, dots: float, cancelled: Callable[[], bool]) -> list[QImage]:
    """Each page as a picture `width` pixels wide, or with `dots` per inch."""
    with PDFIUM_IS_FREE:
        return _drawn(pdf, width, dots, cancelled)


def _drawn(pdf: bytes, width: int, dots: float, cancelled: Callable[[], bool]) -> list[QImage]:
    import pypdfium2  # type: ignore[import-untyped]  # it has no stubs

    images: list[QImage] = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            if cancelled():
                break
            scale = dots / 72 if dots else width / page.get_width()
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
            images.append(picture.copy())  # the bitmap's memory goes with the page
            bitmap.close()
            page.close()
    finally:
        document.close()
    return images
