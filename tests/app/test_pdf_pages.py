"""Pages as pictures: whole, in strips that fit together, and with their words."""

import threading

import pytest
from PySide6.QtGui import QImage

from app import resources
from app.export import ExportOptions, export
from app.pdf_pages import PDFIUM_IS_FREE, PdfPages, pages_as_images
from tests.helpers import room


@pytest.fixture(scope="module")
def record() -> bytes:
    options = ExportOptions("Fairwater Council", colour="#aa2200")
    return export(room(), resources.process("group_supervision"), "record-pdf", options)


def test_sizes_are_in_points(record: bytes) -> None:
    with PdfPages(record) as pages:
        assert [(round(width), round(height)) for width, height in pages.sizes()] == [(595, 842)] * 2


def test_strips_are_the_page_cut_apart(record: bytes) -> None:
    with PdfPages(record) as pages:
        whole = pages.picture(0, 300, 424)
        for top in range(0, 424, 100):
            rows = min(100, 424 - top)
            assert pages.picture(0, 300, 424, top, rows) == whole.copy(0, top, 300, rows)


def test_colours_are_as_printed(record: bytes) -> None:
    with PdfPages(record) as pages:
        page = pages.picture(0, 600, 849)
    assert page.format() == QImage.Format.Format_RGB32
    seen = {page.pixelColor(x, y).name() for x in range(0, 600, 2) for y in range(0, 300, 2)}
    assert {"#ffffff", "#aa2200"} <= seen


def test_the_words_of_a_page_can_be_read_out(record: bytes) -> None:
    with PdfPages(record) as pages:
        assert "Group Supervision Record" in pages.text(0)


def test_pictures_stop_where_nobody_wants_them(record: bytes) -> None:
    assert pages_as_images(record, 100, lambda: True) == []
    assert [image.width() for image in pages_as_images(record, 100, lambda: False)] == [100] * 2


def test_pages_are_drawn_by_one_thread_at_a_time(record: bytes) -> None:
    """PDFium would crash otherwise; a thread that draws leaves it free between two pages."""
    drawn: list[int] = []

    def draw() -> None:
        with PdfPages(record) as pages:
            drawn.extend(pages.picture(0, 200, 283).width() for _ in range(20))

    threads = [threading.Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn == [200] * 80
    assert not PDFIUM_IS_FREE.locked()
