"""Printing: every page reaches the printer, as large as the sheet."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from widgets.after.printing import PrintRun


def page(shade: int) -> QImage:
    image = QImage(827, 1169, QImage.Format.Format_RGB32)  # A4 at 100 dots per inch
    image.fill(shade * 0x010101)
    return image


@pytest.mark.parametrize("pages", [1, 3])
def test_every_page_is_on_paper(qtbot: QtBot, tmp_path: Path, pages: int) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    run = PrintRun(printer, [page(40 * place) for place in range(pages)])
    with qtbot.waitSignal(run.done) as done:
        run.start()
    assert done.args == [pages]
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        assert len(document) == pages
        last = document[pages - 1].render(scale=0.2)
        assert last.buffer[len(last.buffer) // 2] == 40 * (pages - 1)
        last.close()
