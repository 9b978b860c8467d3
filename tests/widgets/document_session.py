"""The page of documents on screen, for tests: opened, one document chosen, and the words that stand on its pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import resources
from app.open_session import OpenSession
from app.pdf_pages import PdfPages
from models.session import Session
from tests.widgets.evening import by_name, evening
from tests.widgets.rooms import open_room
from widgets.documents.opening import OpenedCopies
from widgets.documents.page import DocumentsPage

Open = Callable[..., tuple[OpenSession, DocumentsPage]]


def open_documents(qtbot: QtBot, folder: Path, session: Session | None = None) -> tuple[OpenSession, DocumentsPage]:
    """The page of a session of the real process; copies that are opened lie in the folder's "copies"."""
    room = open_room(session or evening(), "review", "review", resources.process("group_supervision"))
    (folder / "copies").mkdir()
    page = DocumentsPage(room, OpenedCopies(str(folder / "copies")))
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    return room, page


def show(qtbot: QtBot, page: DocumentsPage, entry: str) -> None:
    """Choose in the list, and wait for the pages."""
    page.list.go_to(entry)
    assert page._entry.id == entry
    qtbot.waitUntil(lambda: page.preview.count > 0, timeout=20_000)


def words(page: DocumentsPage) -> str:
    """Everything on the pages that are looked at."""
    return words_in(page.preview.drawings._pdf)


def words_of(file: Path) -> str:
    return words_in(file.read_bytes())


def words_in(pdf: bytes) -> str:
    with PdfPages(pdf) as pages:  # what is in sight is being drawn by another thread
        return "\n".join(pages.text(place) for place in range(len(pages.sizes())))


def press(page: QWidget, name: str) -> None:
    by_name(page, QPushButton, name).click()


def choose_file(monkeypatch: pytest.MonkeyPatch, file: Path, kind: str = "") -> list[tuple[str, ...]]:
    asked: list[tuple[str, ...]] = []

    def choose(_window: QWidget, *args: str, **_options: object) -> tuple[str, str]:
        asked.append(args)
        return str(file), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return asked


def saved(qtbot: QtBot, page: DocumentsPage, button: str = "Save as…") -> str:
    with qtbot.waitSignal(page.message, timeout=20_000) as said:
        press(page, button)
    qtbot.waitUntil(lambda: not page._exporting.is_busy)
    return str(said.args[0])
