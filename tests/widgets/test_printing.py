"""Printing: every page reaches the printer, as large as the sheet."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage, QTransform
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app import resources
from app.export import FORMATS
from tests.widgets.rooms import open_room
from widgets.documents.exporting import TITLES
from widgets.documents.printing import PrintRun
from widgets.session.page import SessionPage


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


def test_a_page_that_lies_prints_on_a_sheet_that_lies(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    run = PrintRun(printer, [page(40).transformed(QTransform().rotate(90))])
    with qtbot.waitSignal(run.done):
        run.start()
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        width, height = document[0].get_size()
        assert width > height


def test_what_prints_is_what_is_in_view(qtbot: QtBot) -> None:
    process = resources.process("group_supervision")
    room = open_room(step="introductions", phase_id="talk", process=process)
    page = SessionPage(room)
    qtbot.addWidget(page)
    forms = {}
    for step in process.steps:
        room.engine.go_to(step.id)
        forms[step.id] = page.print_in_view()
    assert forms["genogram"] == ("Genogram", "genogram-pdf")
    assert forms["harm"] == ("Question sheets", "sheets-pdf")
    assert forms["introductions"] is None
    assert {wanted[1] for wanted in forms.values() if wanted} <= set(FORMATS) & set(TITLES)
