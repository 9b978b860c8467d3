"""Printing: every page reaches the printer, as large as the sheet, beside the window."""

import resource
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app import resources
from app.export import FORMATS
from app.export_job import JobRunner
from tests.widgets.papers import A4, LYING, pdf, printer
from tests.widgets.rooms import open_room
from widgets.documents import printing
from widgets.documents.printing import STRIP, PrintJob
from widgets.session.page import SessionPage


def making(data: bytes) -> Callable[[object, object], bytes]:
    return lambda _cancelled, _progress: data


def printed(qtbot: QtBot, onto: QPrinter, data: bytes) -> int:
    runner, job = JobRunner(), PrintJob(making(data), onto)
    with qtbot.waitSignal(job.printed, timeout=20_000) as done:
        runner.start(job)
    runner.close()
    return int(done.args[0])


def test_every_page_is_on_paper_as_large_as_the_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    assert printed(qtbot, printer(tmp_path / "out.pdf"), pdf(A4, A4, A4)) == 3
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        assert len(document) == 3
        shades = []
        for page in document:
            picture = page.render(scale=1, grayscale=True)
            row = [picture.buffer[picture.stride * (picture.height // 8) + x] for x in (3, picture.width - 4)]
            blank = picture.buffer[picture.stride * (picture.height // 2) + picture.width // 2]
            assert blank == 255 and abs(row[0] - row[1]) < 3
            shades.append(row[0])
            picture.close()
        assert shades == sorted(shades, reverse=True) and len(set(shades)) == 3


def test_pages_lie_or_stand_as_they_do_in_the_document(qtbot: QtBot, tmp_path: Path) -> None:
    printed(qtbot, printer(tmp_path / "out.pdf"), pdf(A4, LYING, A4))
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        assert [width > height for width, height in (page.get_size() for page in document)] == [False, True, False]


def test_no_seam_is_seen_between_strips(qtbot: QtBot, tmp_path: Path) -> None:
    """A page that is dark all over, in which a seam would be a light line."""
    printed(qtbot, printer(tmp_path / "out.pdf"), pdf(A4, bar=(0.0, 1.0)))
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        for scale in (0.9, 1.37, 2.0):
            picture = document[0].render(scale=scale, grayscale=True)
            column = [picture.buffer[picture.stride * y + picture.width // 2] for y in range(3, picture.height - 3)]
            assert max(column) - min(column) < 4, scale
            picture.close()
    assert A4[1] / 72 * printing.DOTS > 5 * STRIP


def test_only_the_pages_asked_for_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    onto = printer(tmp_path / "out.pdf")
    onto.setPrintRange(QPrinter.PrintRange.PageRange)
    onto.setFromTo(2, 3)
    assert printed(qtbot, onto, pdf(A4, LYING, A4, A4)) == 2
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        assert [width > height for width, height in (page.get_size() for page in document)] == [True, False]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_is_not_there_is_said_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    runner, job = JobRunner(), PrintJob(making(pdf(A4)), printer(tmp_path / "gone" / "out.pdf"))
    with qtbot.waitSignal(job.failed) as failed, qtbot.assertNotEmitted(job.printed):
        runner.start(job)
    assert failed.args == [printing.UNREACHED]


def test_a_print_that_is_stopped_ends(qtbot: QtBot, tmp_path: Path) -> None:
    runner, job = JobRunner(), PrintJob(making(pdf(*[A4] * 50)), printer(tmp_path / "out.pdf"))
    job.progressed.connect(job.cancel)
    with qtbot.waitSignal(job.ended, timeout=20_000), qtbot.assertNotEmitted(job.printed):
        runner.start(job)


def test_many_pages_are_never_in_memory_at_once_nor_on_the_windows_thread(qtbot: QtBot, tmp_path: Path) -> None:
    onto = printer(tmp_path / "out.pdf")
    runner, job = JobRunner(), PrintJob(making(pdf(*[A4] * 40)), onto)
    threads: set[int] = set()
    job.progressed.connect(lambda *_: threads.add(threading.get_ident()), Qt.ConnectionType.DirectConnection)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with qtbot.waitSignal(job.printed, timeout=60_000):
        runner.start(job)
    assert threads and threading.get_ident() not in threads
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 80_000  # kB; the pictures would be 600 MB


def test_printed_into_a_file_and_stopped_the_old_file_is_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "out.pdf").write_bytes(b"old")
    runner, job = JobRunner(), PrintJob(making(pdf(*[A4] * 50)), printer(tmp_path / "out.pdf"))
    job.progressed.connect(job.cancel)
    with qtbot.waitSignal(job.ended, timeout=20_000), qtbot.assertNotEmitted(job.printed):
        runner.start(job)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out.pdf": b"old"}


def test_a_file_of_which_the_disk_took_only_a_part_is_no_print(qtbot: QtBot, tmp_path: Path) -> None:
    """Qt says nothing of a full disk; the limit on a file's size stands for one."""
    (tmp_path / "out.pdf").write_bytes(b"old")
    runner, job = JobRunner(), PrintJob(making(pdf(*[A4] * 6)), printer(tmp_path / "out.pdf"))
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with qtbot.waitSignal(job.failed, timeout=20_000) as failed, qtbot.assertNotEmitted(job.printed):
            runner.start(job)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert "only a part" in failed.args[0]
    runner.close()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out.pdf": b"old"}


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
    assert {wanted[1] for wanted in forms.values() if wanted} <= set(FORMATS)


@pytest.mark.parametrize("chosen", [True, False])
def test_a_printer_is_asked_for(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, chosen: bool) -> None:
    from PySide6.QtWidgets import QWidget

    asked: list[str] = []

    def answer(dialog: printing.QPrintDialog) -> bool:
        asked.append(dialog.windowTitle())
        return chosen

    monkeypatch.setattr(printing.QPrintDialog, "exec", answer)
    window = QWidget()
    qtbot.addWidget(window)
    found = printing.ask_for_printer(window, "Map", " (names in full)")
    assert asked == ["Print: Map (names in full)"]
    assert (found is not None) == chosen
    assert found is None or found.docName() == "Map"
