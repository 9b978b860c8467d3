"""Export jobs: a file is there whole or not at all, and every failure is one sentence."""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import resources
from app.export.options import ExportCancelledError, ExportError, ExportOptions, Sheets
from app.export_job import ExportJob, JobRunner, Wanted
from app.pdf_pages import PdfPages
from app.preview_job import Pages, PreviewJob, Strip, StripJob
from models.cards import Card, CardKind
from models.people import Child
from models.session import Session
from tests.helpers import room


def made(data: bytes) -> Callable[[Callable[[], bool], Callable[[int, int], None]], bytes]:
    return lambda _cancelled, _progress: data


def test_a_file_is_written_whole(qtbot: QtBot, tmp_path: Path) -> None:
    runner, file = JobRunner(), tmp_path / "record.pdf"
    job = ExportJob(made(b"whole"), file)
    with qtbot.waitSignals([job.written, job.ended]):
        runner.start(job)
    assert file.read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["record.pdf"]


def test_a_folder_that_is_not_there_is_said_in_one_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    runner = JobRunner()
    job = ExportJob(made(b"x"), tmp_path / "gone" / "record.pdf")
    with qtbot.waitSignal(job.failed) as failed:
        runner.start(job)
    sentence = failed.args[0]
    assert sentence.startswith("record.pdf could not be written")
    assert sentence.count(".") - sentence.count(".pdf") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_leaves_the_old_file_and_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner, file = JobRunner(), tmp_path / "record.pdf"
    file.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    job = ExportJob(made(b"new"), file)
    with qtbot.waitSignal(job.failed) as failed, qtbot.assertNotEmitted(job.written):
        runner.start(job)
    assert "the disk is full" in failed.args[0]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"record.pdf": b"old"}


def test_an_export_that_cannot_be_made_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    def refuse(_cancelled: object, _progress: object) -> bytes:
        raise ExportError("This is too much for one page.")

    runner, job = JobRunner(), ExportJob(refuse, tmp_path / "map.pdf")
    with qtbot.waitSignal(job.failed) as failed:
        runner.start(job)
    assert failed.args == ["This is too much for one page."]
    assert list(tmp_path.iterdir()) == []


def test_pages_to_look_at_are_masked_and_files_are_not(qtbot: QtBot) -> None:
    card = Card("q", "working-well", CardKind.QUESTION, "bea", "What would Tilly say?", asked_of="Tilly")
    session = Session("s", [*room().entities(), Child("t", "Tilly"), card])
    options = ExportOptions(sheets=Sheets.PERSON, person="Tilly")
    process = resources.process("group_supervision")

    def words(mask: Callable[[str], str] | None) -> str:
        wanted = Wanted(session, process, "sheets-pdf", options, mask)
        with PdfPages(wanted.make(lambda: False, lambda _done, _of: None)) as pages:
            return pages.text(0)

    assert "Questions for Tilly" in words(None)
    masked = words(lambda text: text.replace("Tilly", "T."))
    assert "Questions for T." in masked and "What would T. say?" in masked and "Tilly" not in masked


def test_pages_and_strips_are_made_on_the_thread(qtbot: QtBot) -> None:
    runner = JobRunner()
    wanted = Wanted(room(), resources.process("group_supervision"), "record-pdf", ExportOptions())
    making = PreviewJob(wanted)
    with qtbot.waitSignal(making.made) as made_pages:
        runner.start(making)
    pages: Pages = made_pages.args[0]
    drawing = StripJob(pages.pdf, Strip(0, 300, 424, 0, 100))
    with qtbot.waitSignal(drawing.drawn) as drawn:
        runner.start(drawing)
    picture, words = drawn.args
    assert (picture.width(), picture.height()) == (300, 100)
    assert "Group Supervision Record" in words
    below = StripJob(pages.pdf, Strip(0, 300, 424, 100, 100))
    with qtbot.waitSignal(below.drawn) as drawn:
        runner.start(below)
    assert drawn.args[1] == ""


def test_a_cancelled_export_leaves_the_old_file_untouched(qtbot: QtBot, tmp_path: Path) -> None:
    runner, file, going = JobRunner(), tmp_path / "record.pdf", threading.Event()
    file.write_bytes(b"old")

    def make(cancelled: Callable[[], bool], progress: Callable[[int, int], None]) -> bytes:
        progress(1, 2)
        going.wait(10)
        if cancelled():
            raise ExportCancelledError
        return b"new"

    job = ExportJob(make, file)
    with qtbot.waitSignal(job.progressed):
        runner.start(job)
    with qtbot.waitSignal(job.ended), qtbot.assertNotEmitted(job.written), qtbot.assertNotEmitted(job.failed):
        job.cancel()
        going.set()
    assert file.read_bytes() == b"old"


def test_jobs_run_beside_the_window_and_one_after_the_other(qtbot: QtBot) -> None:
    runner, threads = JobRunner(), []

    def make(_cancelled: object, _progress: object) -> bytes:
        threads.append(threading.get_ident())
        return b""

    jobs = [ExportJob(make) for _ in range(3)]
    with qtbot.waitSignals([job.ended for job in jobs]):
        for job in jobs:
            runner.start(job)
    assert len(threads) == 3
    assert threading.get_ident() not in threads


def test_the_record_is_drawn_as_wide_as_asked(qtbot: QtBot) -> None:
    runner = JobRunner()
    wanted = Wanted(room(), resources.process("group_supervision"), "record-pdf", ExportOptions("Fairwater Council"))
    job = ExportJob(wanted.make, width=420)
    with qtbot.waitSignal(job.drawn) as drawn:
        runner.start(job)
    page = drawn.args[0][0]
    assert page.width() == 420
    assert page.height() > page.width()
    assert len({page.pixel(x, y) for x in range(0, 420, 3) for y in range(0, 500, 3)}) > 5


def test_closing_waits_for_the_job_under_way_and_drops_the_rest(qtbot: QtBot) -> None:
    runner, ran = JobRunner(), []

    def make(cancelled: Callable[[], bool], _progress: object) -> bytes:
        while not cancelled():
            threading.Event().wait(0.001)
        ran.append(1)
        raise ExportCancelledError

    first, second = ExportJob(make), ExportJob(make)
    runner.start(first)
    runner.start(second)
    runner.close()
    assert len(ran) <= 1
