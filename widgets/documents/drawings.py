"""What has been drawn of a document's pages: strips of them, drawn one after the other as they come into sight."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.export_job import JobRunner
from app.preview_job import Strip, StripJob

#: A page is drawn in strips of so many rows of dots, so that a large one takes no more memory than a small one.
ROWS = 512


class Drawings(QObject):
    """Keeps the strips that are wanted and draws those that are missing, the first first.

    Signals:
        drawn(int page): more of that page is there.
    """

    drawn = Signal(int)

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: StripJob | None = None
        self._pdf = b""
        self._wanted: list[Strip] = []
        self._strips: dict[Strip, QImage] = {}
        self._words: dict[int, str] = {}

    def begin(self, pdf: bytes) -> None:
        """Another document: nothing of it is drawn, and nothing is left of the one before."""
        self._pdf = pdf
        self._words.clear()
        self.drop()

    def drop(self) -> None:
        """Everything is to be drawn anew."""
        self._strips.clear()
        self._wanted = []
        if self._job is not None:
            self._job.cancel()

    def want(self, strips: Iterable[Strip]) -> None:
        """Keep these strips alone, and draw what is missing of them."""
        self._wanted = list(strips)
        self._strips = {strip: self._strips[strip] for strip in self._wanted if strip in self._strips}
        self._draw_next()

    def of_page(self, page: int) -> list[tuple[Strip, QImage]]:
        """What there is of a page."""
        return [(strip, picture) for strip, picture in self._strips.items() if strip.page == page]

    def words_on(self, page: int) -> str:
        """The words on a page, once some of it was drawn."""
        return self._words.get(page, "")

    def held_bytes(self) -> int:
        """How much memory the pictures take."""
        return sum(picture.sizeInBytes() for picture in self._strips.values())

    def _draw_next(self) -> None:
        missing = next((strip for strip in self._wanted if strip not in self._strips), None)
        if self._job is not None or missing is None:
            return
        self._job = StripJob(self._pdf, missing, self)
        self._job.drawn.connect(self._keep)
        self._job.ended.connect(self._ended)
        self._jobs.start(self._job)

    def _keep(self, picture: QImage, words: str) -> None:
        """Keep what was drawn, unless it is not wanted any more."""
        if self._job is None or self._job.cancelled or self._job.strip not in self._wanted:
            return
        strip = self._job.strip
        self._strips[strip] = picture
        if strip.top == 0:
            self._words[strip.page] = words
        self.drawn.emit(strip.page)

    def _ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self._draw_next()
