"""Printing: pages as pictures onto a printer, one at each turn of the event loop."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

DOTS = 200.0  # per inch: sharp letters, and a page still takes less than 20 ms to hand over


def ask_for_printer(parent: QWidget, title: str, remark: str = "") -> QPrinter | None:
    """The printer that somebody chose, or None; the question ends in the remark."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Print: {title}{remark}")
    return printer if dialog.exec() else None


class PrintRun(QObject):
    """Puts pages on a printer.

    Signals:
        done(int pages): all of them are with the printer.
        failed(str): one sentence.
    """

    done = Signal(int)
    failed = Signal(str)

    def __init__(self, printer: QPrinter, pages: Sequence[QImage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = list(pages)
        self._next = 0
        self._painter = QPainter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._print_one)

    def start(self) -> None:
        """Begin with the first page."""
        if self._pages and self._pages[0].width() > self._pages[0].height():
            self._printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        self._printer.setPageMargins(self._printer.pageLayout().minimumMargins(), QPageLayout.Unit.Point)
        self._printer.setFullPage(True)
        if self._painter.begin(self._printer):
            self._timer.start(0)
        else:
            self.failed.emit("The printer could not be reached; nothing was printed.")

    def _print_one(self) -> None:
        if self._next >= len(self._pages):
            self._timer.stop()
            self._painter.end()
            self.done.emit(self._next)
            return
        if self._next:
            self._printer.newPage()
        image = self._pages[self._next]
        sheet = self._printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRect(0, 0, size.width(), size.height()), image)
        self._next += 1
