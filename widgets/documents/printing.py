"""Printing: pages drawn and handed to a printer one after the other, beside the window."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.export_job import Maker, MakingJob
from app.output import OutputError, half_file
from app.pdf_pages import PdfPages

DOTS = 200.0  # per inch: sharp letters
#: Rows of dots that are handed over at a time: Python, and with it the window, waits for each. A few milliseconds.
STRIP = 100
UNREACHED = "The printer could not be reached; nothing was printed."
ONLY_A_PART = "the disk took only a part of it"
BROKE_OFF = "The printer broke off: look at what came out, and print again."


class _UnprintedError(Exception):
    """A printer that takes nothing; the message is one sentence."""


class _BrokeOffError(_UnprintedError):
    """A printer that took some pages and then no more."""

    def __init__(self) -> None:
        super().__init__(BROKE_OFF)


class _StoppedError(Exception):
    """Somebody stopped the printing; no file is to be left."""


def ask_for_printer(parent: QWidget, title: str, remark: str = "") -> QPrinter | None:
    """The printer that somebody chose, or None; the question ends in the remark."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Print: {title}{remark}")
    chosen = dialog.exec()
    dialog.deleteLater()
    return printer if chosen else None


class PrintJob(MakingJob):
    """Makes an export and puts its pages on a printer, of which a strip at a time is held as a picture.

    Qt lets a thread of its own paint on a printer.

    Signals:
        printed(int pages): all that were wanted are with the printer.
    """

    printed = Signal(int)

    def __init__(self, make: Maker, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(make, parent)
        self._printer = printer

    def _use(self, data: bytes) -> None:
        try:
            pages = self._into_file(data) if self._printer.outputFileName() else self._put_on_paper(data)
        except (OutputError, _UnprintedError) as error:
            self.failed.emit(str(error))
            return
        if pages:
            self.printed.emit(pages)

    def _into_file(self, data: bytes) -> int:
        """Printed into a file: what lay there before stays until every page is in the new one."""
        wanted = Path(self._printer.outputFileName())
        with suppress(_StoppedError), half_file(wanted) as half:
            self._printer.setOutputFileName(str(half))
            try:
                pages = self._put_on_paper(data)
            except _BrokeOffError:
                raise OutputError(wanted, ONLY_A_PART) from None
            if not pages:
                raise _StoppedError
            if b"%%EOF" not in half.read_bytes()[-1024:]:  # Qt does not say that the disk is full
                raise OutputError(wanted, ONLY_A_PART)
            return pages
        return 0

    def _put_on_paper(self, data: bytes) -> int:
        """How many pages are with the printer, 0 where it was stopped; _UnprintedError where it takes none."""
        painter = QPainter()
        with PdfPages(data) as pages:
            sizes = pages.sizes()
            wanted = self._wanted(len(sizes))
            try:
                for done, place in enumerate(wanted):
                    if self.cancelled:
                        self._printer.abort()
                        return 0
                    if not self._turn_to_page(painter, *sizes[place]):
                        raise _BrokeOffError if done else _UnprintedError(UNREACHED)
                    self._print_page(painter, pages, place, sizes[place])
                    self.progressed.emit(done + 1, len(wanted))
            finally:
                ended = not painter.isActive() or painter.end()
        if not ended or self._printer.printerState() is QPrinter.PrinterState.Error:
            raise _BrokeOffError
        return len(wanted)

    def _wanted(self, pages: int) -> range:
        """The pages that were asked for in the print dialog, counted from 0."""
        if self._printer.printRange() is QPrinter.PrintRange.PageRange and self._printer.fromPage() > 0:
            return range(pages)[self._printer.fromPage() - 1 : self._printer.toPage()]
        return range(pages)

    def _turn_to_page(self, painter: QPainter, width: float, height: float) -> bool:
        """A fresh sheet that stands or lies as the page does; False where the printer takes none."""
        orientation = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
        printer = self._printer
        printer.setPageOrientation(orientation)
        if painter.isActive():
            return printer.newPage()
        printer.setPageMargins(printer.pageLayout().minimumMargins(), QPageLayout.Unit.Point)
        printer.setFullPage(True)
        return painter.begin(printer)

    def _print_page(self, painter: QPainter, pages: PdfPages, place: int, size: tuple[float, float]) -> None:
        """The page as large as the sheet. Each strip reaches into the next, so that no seam can show between them."""
        across, down = (max(1, round(points * DOTS / 72)) for points in size)
        sheet = self._printer.paperRect(QPrinter.Unit.DevicePixel).toRect().size()
        scale = min(sheet.width() / across, sheet.height() / down)
        for top in range(0, down, STRIP):
            rows = min(STRIP + 1, down - top)
            start, end = round(top * scale), round((top + rows) * scale)
            strip = pages.picture(place, across, down, top, rows)
            painter.drawImage(QRect(0, start, round(across * scale), end - start), strip)
