"""Pages to look at: a document made as PDF, then drawn strip by strip as somebody comes to it."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.export_job import Job, MakingJob, Wanted


@dataclass(frozen=True)
class Pages:
    """A PDF, the width and height of each of its pages in points, and the characters that no font holds, in words."""

    pdf: bytes
    sizes: list[tuple[float, float]]
    missing: tuple[str, ...] = ()


class PreviewJob(MakingJob):
    """Makes a document to look at.

    Signals:
        made(Pages): it is there.
    """

    made = Signal(object)

    def __init__(self, wanted: Wanted, parent: QObject | None = None) -> None:
        super().__init__(wanted.make, parent)
        self._wanted = wanted

    def _use(self, data: bytes) -> None:
        from app.pdf_pages import PdfPages

        with PdfPages(data) as pages:
            self.made.emit(Pages(data, pages.sizes(), tuple(self._wanted.missing())))


class Strip(NamedTuple):
    """A part of a page that is drawn at a time: the page's place from 0, its whole width and height in pixels, and of
    it so many rows from a row."""

    page: int
    width: int
    height: int
    top: int
    rows: int


class StripJob(Job):
    """Draws one strip.

    Signals:
        drawn(QImage picture, str words): with the words of the whole page where the strip is its first.
    """

    drawn = Signal(object, str)

    def __init__(self, pdf: bytes, strip: Strip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self.strip = strip

    def _work(self) -> None:
        from app.pdf_pages import PdfPages

        if self.cancelled:
            return
        page, width, height, top, rows = self.strip
        with PdfPages(self._pdf) as pages:
            words = "" if top else pages.text(page)
            self.drawn.emit(pages.picture(page, width, height, top, rows), words)
