"""One whole session led in the real window by accessible names alone: every text ends where it may, and nowhere else.

Each text entered bears a mark of its own ("card-07"), so that it can be looked for in every document that comes out.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.command_line import run
from models.session import Status
from widgets.application import Application
from widgets.session.page import SessionPage

SIX = ("Farah", "Wren", "Adil", "Bea", "Carys", "Dev")


class Room:
    """A window used as a screen reader uses it: by what things are called."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application = application
        self.qtbot = qtbot

    def find(self, name: str) -> QWidget:
        """The enabled, visible thing of that name that takes part: fields and buttons before the labels beside them."""
        found = [
            widget
            for widget in self.application.window.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.accessibleName() == name
            and isinstance(
                widget, QAbstractButton | QAbstractItemView | QComboBox | QLineEdit | QPlainTextEdit | QSpinBox
            )
        ]
        assert found, f"nothing is called {name!r}"
        return found[0]

    def press(self, name: str) -> None:
        """Press a button."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        button.click()

    def put(self, name: str, text: str) -> None:
        """Put a text into a field, or a number into a scale."""
        field = self.find(name)
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        elif isinstance(field, QSpinBox):
            field.setValue(int(text))
        else:
            assert isinstance(field, QLineEdit)
            field.setText(text)

    def pick(self, name: str, part: str) -> None:
        """Select the row of a list that holds a text."""
        view = self.find(name)
        assert isinstance(view, QAbstractItemView)
        model = view.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            texts = [
                str(index.data(role)) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            ]
            if any(part in text for text in texts):
                view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                return
        raise AssertionError(f"no row of {name!r} holds {part!r}")

    def next(self, phase: str) -> None:
        """Go on, and see that the phase is the one meant."""
        self.press("Next phase")
        assert self.phase() == phase

    def phase(self) -> str:
        """Step and phase as they stand in the session."""
        page = self.application.window.page()
        assert isinstance(page, SessionPage)
        return f"{page.engine.step.id}/{page.engine.phase.id}"

    def card(self, author: str, text: str) -> None:
        """Write a card."""
        self.put("Author", author)
        self.put("Card text", text)
        self.press("Add card")


@pytest.fixture
def led(qtbot: QtBot, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the application puts its own there
    application = Application(qapp, tmp_path / "data", practice=False)
    application.show()
    qtbot.waitUntil(lambda: application.library is not None, timeout=20_000)
    yield Room(application, qtbot)
    application.window.close()
    application.end()
    application.window.deleteLater()
    application.deleteLater()


def prepare(room: Room) -> None:
    """Six people, a child, the case."""
    room.press("New session")
    for name in SIX:
        room.put("Name", name)
        room.press("Add person")
    room.put("Title", "title-01")
    room.press("Add child")
    room.put("Name of child 1", "Tilly child-01")
    room.put("Reference of child 1", "ref-01")
    room.put("Previous safety rating", "3")
    room.press("CP: child protection")
    room.press("Begin session")


def first_four_steps(room: Room) -> None:
    """Introductions, genogram, free description, goal."""
    assert room.phase() == "introductions/talk"
    room.put("Part in the case, Wren", "involvement-01")
    room.press("Start timer")
    room.next("genogram/draw")
    room.press("Add person")
    room.put("Person", "Gran 70 f")
    room.press("Add")
    room.next("free-description/talk")
    for text in ("note-01", "note-02"):
        room.put("Note", text)
        room.press("Add line")
    room.next("worker-goal/talk")
    room.put("Worker's goal", "goal-01")


def rough_drafts(room: Room) -> None:
    """Steps 5 and 6."""
    for step in ("rough-danger", "rough-goals"):
        room.next(f"{step}/write")
        room.card("Bea", f"{step}-bea")
        room.card("Farah", f"{step}-farah")
        room.next(f"{step}/read")
        room.press("Bea")
        room.press("Strongest")


def working_well(room: Room) -> None:
    """Step 7, all six phases."""
    room.next("working-well/write")
    for author, text in (("Bea", "card-01"), ("Carys", "card-02"), ("Farah", "card-03")):
        room.card(author, text)
    room.next("working-well/read")
    room.next("working-well/choose")
    room.pick("Cards", "card-02")
    room.press("Pick card")
    room.next("working-well/map")
    room.put("Point", "point-well-01")
    room.press("Add point")
    room.next("working-well/hand-over")
    room.next("working-well/check-in")
    room.put("Most useful", "useful-01")
    room.put("Usefulness", "5")


def scales(room: Room) -> None:
    """Step 8."""
    room.next("scales/write")
    room.put("10 means", "ten-01")
    room.put("0 means", "zero-01")
    room.card("Dev", "scale-card-01")
    room.next("scales/read")
    room.next("scales/choose")
    room.next("scales/map")
    room.put("Scale question", "own-scale-01")
    room.put("Current safety rating", "4")
    room.next("scales/hand-over")
    room.next("scales/check-in")
    room.put("Most useful", "useful-02")
    room.put("Usefulness", "6")


def worries(room: Room) -> None:
    """Steps 9 to 11."""
    room.next("harm/recall")
    room.next("harm/write")
    room.card("Carys", "harm-card-01")
    room.next("harm/read")
    room.next("harm/choose")
    room.put("Harm clarity", "7")
    room.next("harm/map")
    room.put("Point", "point-harm-01")
    room.press("Add point")
    room.next("harm/hand-over")
    for step, text in (("danger", "danger-card"), ("safety-goals", "goal-card")):
        room.next(f"{step}/write")
        room.card("Bea", f"{text}-01")
        room.card("Dev", f"{text}-02")
        room.next(f"{step}/read")
        room.next(f"{step}/hand-over")
        room.pick("Cards", f"{text}-01")
        room.press("Take up for the record")
        if step == "danger":
            room.next("danger/check-in")
            room.put("Most useful", "useful-03")
            room.put("Usefulness", "7")


def the_end(room: Room) -> None:
    """Steps 12 and 13."""
    room.next("review/review")
    room.put("Most useful", "useful-04")
    room.put("Usefulness", "9")
    room.press("Yes, enough for now")
    room.next("group-review/talk")
    for name in ("Useful", "Learnt", "Issues"):
        room.put(name, f"process-{name.lower()}")
        room.press(f"Add line, {name}")
    room.press("Finish session")


def text_of_pdf(file: Path) -> str:
    """All text of a PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(file) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def exported(data: Path, session_id: str, folder: Path) -> dict[str, str]:
    """Every document of the case, as text."""
    texts = {}
    for form, suffix in (
        ("record-pdf", "pdf"),
        ("record-text", "txt"),
        ("sheets-pdf", "pdf"),
        ("session-json", "json"),
    ):
        out = folder / f"{form}.{suffix}"
        assert run(["export", session_id, "--as", form, "--out", str(out)], data) == 0
        texts[form] = text_of_pdf(out) if suffix == "pdf" else out.read_text(encoding="utf-8")
    return texts


CARDS = [f"{step}-{name}" for step in ("rough-danger", "rough-goals") for name in ("bea", "farah")]
CARDS += ["card-01", "card-02", "card-03", "scale-card-01", "harm-card-01"]
CARDS += ["danger-card-01", "danger-card-02", "goal-card-01", "goal-card-02"]
ON_RECORD = ["child-01", "ref-01", "card-02", "point-well-01", "point-harm-01", "danger-card-01", "goal-card-01"]
ON_RECORD += ["goal-01", "useful-01", "useful-02", "useful-03", "useful-04"]
NEVER_ON_RECORD = ["process-useful", "process-learnt", "process-issues", "note-01", "note-02", "involvement-01"]
NEVER_ON_RECORD += [mark for mark in CARDS if mark not in ON_RECORD and mark != "card-01"]
NEVER_ON_RECORD += ["Bea", "Carys", "Dev", "Farah"]


def test_a_whole_session_led_by_names_alone(led: Room, tmp_path: Path) -> None:
    prepare(led)
    first_four_steps(led)
    rough_drafts(led)
    working_well(led)
    scales(led)
    worries(led)
    the_end(led)
    led.press("Close session")
    led.press("Sign it off first")
    led.press("Sign off")
    led.press("Close session")
    led.press("Home")
    sitting_gone = led.application
    led.qtbot.waitUntil(lambda: sitting_gone.sitting is None)
    data = tmp_path / "data"
    library = led.application.library
    assert library is not None
    listed: list[list[object]] = []
    library.listed.connect(listed.append)
    library.refresh()
    led.qtbot.waitUntil(lambda: bool(listed))
    (summary,) = listed[-1]
    assert (summary.title, summary.status) == ("title-01", Status.CLOSED)  # type: ignore[attr-defined]
    texts = exported(data, summary.id, tmp_path)  # type: ignore[attr-defined]
    for form in ("record-pdf", "record-text"):
        assert [mark for mark in ON_RECORD if mark not in texts[form]] == [], form
        assert [mark for mark in NEVER_ON_RECORD if mark in texts[form]] == [], form
    assert "Draft" not in texts["record-pdf"] and "Wren" in texts["record-pdf"]
    assert [mark for mark in CARDS if mark not in texts["sheets-pdf"]] == []
    assert "process-" not in texts["sheets-pdf"]
    whole = json.loads(texts["session-json"])
    assert [line["text"] for line in whole["group_review"]] == ["process-useful", "process-learnt", "process-issues"]
    assert [note["text"] for note in whole["notes"]] == ["note-01", "note-02"]
    assert all(mark in texts["session-json"] for mark in (*CARDS, *ON_RECORD, "ten-01", "zero-01", "own-scale-01"))
    assert QTest.qWaitForWindowExposed(led.application.window)
