"""One scribe at one keyboard: sixty cards by ten people at 12 keys a second, in a session that has 1,000 cards already.

Run: uv run python -m tests.benchmarks.scribe [keys a second; 0 for as fast as they are taken]
The script of key presses is typed into the session page while autosave runs, first into an empty session and without
waiting; each press is measured until it is painted, and between two of them a letter in a bare field, so that a busy
moment of the machine meets both. What the window's thread works meanwhile is measured as well: other programs wait
for the machine, too. At its own pace it takes about four minutes. Cards that were lost, or are not as they were meant,
are counted.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app import resources
from app.clock import system_clock
from app.collector import Collector
from app.document import Document
from app.engine import Engine
from app.masking import Masking
from app.open_session import OpenSession
from app.settings import Settings
from models.cards import Card
from models.session import Session
from tests.benchmarks.typing import Paints, kept, say, wait
from tests.scribe_script import Press, as_typed, people, presses, typed_cards, wanted
from tests.widgets.rooms import cards
from widgets import theme
from widgets.session.page import SessionPage

PACE = 12
STEPS = ("working-well", "scales", "harm")


def open_page(there: int) -> SessionPage:
    """The page of a room of ten, with so many cards in the first of the steps."""
    everyone = people()
    old = cards(there, STEPS[0], tuple(person.id for person in everyone))
    document = Document(Session("scribe", [*everyone, *old]))
    engine = Engine(document, resources.process("group_supervision"), system_clock().awake)
    page = SessionPage(OpenSession(document, engine.process, engine, Masking(document), Settings(None)))
    page.resize(1366, 690)
    page.show()
    engine.go_to(STEPS[0], "write")
    engine.start_timer()
    return page


def press_key(field: QPlainTextEdit, paints: Paints, press: Press) -> float:
    """Milliseconds from a key press until it is painted; the field shows every one of them."""
    before, start = paints.count, time.perf_counter()
    if isinstance(press, str):
        QTest.keyClicks(field, press)
    else:
        QTest.keyClick(field, *press)
    for _ in range(3):
        QApplication.sendEvent(field.window(), QEvent(QEvent.Type.UpdateRequest))
        if paints.count > before:
            break
    return (time.perf_counter() - start) * 1000


class BareField:
    """A field and nothing else, in a window of its own: the floor."""

    def __init__(self) -> None:
        self.field = QPlainTextEdit()
        self.field.resize(700, 120)
        self.field.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # keys of the page are for its window
        self.field.show()
        self._paints = Paints(self.field.viewport())
        self.figures: list[float] = []

    def press(self) -> None:
        """Type a letter, as one would go on with a line."""
        if len(self.field.toPlainText()) > 60:
            self.field.clear()
            QApplication.processEvents()
        self.figures.append(press_key(self.field, self._paints, "e"))


def type_all(page: SessionPage, pace: float, bare: BareField) -> list[tuple[Press, float, float]]:
    """Type the script at so many keys a second; gives each press, its milliseconds, and those that were worked."""
    figures: list[tuple[Press, float, float]] = []
    step, field = "", page.first_field()
    began, pressed = time.perf_counter(), 0
    for where, press in presses(typed_cards(*STEPS)):
        if where != step:
            step = where
            page.engine.go_to(step, "write")
            field = page.first_field()
            wait(0.5)
            began, pressed = time.perf_counter(), 0
        assert isinstance(field, QPlainTextEdit)
        paints = field.property("paints") or Paints(field.viewport())
        field.setProperty("paints", paints)
        work = time.thread_time()
        took = press_key(field, paints, press)
        figures.append((press, took, (time.thread_time() - work) * 1000))
        pressed += 1
        for until in (pressed - 0.5, pressed):
            if pace:
                wait(max(0.0, began + until / pace - time.perf_counter()))
            else:
                QApplication.processEvents()
            if until != pressed:
                bare.press()
    return figures


def report(name: str, figures: list[float]) -> None:
    """One line."""
    p99 = quantiles(figures, n=100)[98]
    say(f"  {name:<22} median {median(figures):.2f} ms, 99 % {p99:.2f} (goal 2), worst {max(figures):.2f}")


def main() -> None:
    """Measure and print."""
    pace = float(sys.argv[1]) if len(sys.argv) > 1 else PACE
    sys.setswitchinterval(0.001)  # as main.py does
    app = QApplication.instance() or QApplication([*theme.STYLE])
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 100)
    for there, keys in ((0, 0.0), (1_000, pace)):
        page = open_page(there)
        before = {card.id for card in page.open.session.all(Card)}
        with tempfile.TemporaryDirectory() as folder, kept(page, Path(folder)):
            bare = BareField()
            page.activateWindow()
            Collector().wake()  # as some seconds after a start
            figures = type_all(page, keys, bare)
        script = typed_cards(*STEPS)
        made, meant = as_typed(page.open.session, script, before), wanted(script)
        at = f"{keys:g} keys a second" if keys else "as fast as they are taken"
        say(f"{there} cards there, {at}; {len(figures)} keys, {len(figures) / len(script):.0f} a card")
        other = sum(one != wish for one, wish in zip(made, meant, strict=False))
        say(f"  {len(meant) - len(made)} cards lost, {other} not as meant")
        report("bare field, a letter", bare.figures)
        report("a key", [took for _press, took, _work in figures])
        report("a key, its work", [work for _press, _took, work in figures])
        report("a letter, its work", [work for press, _took, work in figures if isinstance(press, str)])
        report("others, their work", [work for press, _took, work in figures if not isinstance(press, str)])
        page.open.document.undo_stack.clear()
        bare.field.hide()
        page.hide()
        page.deleteLater()


if __name__ == "__main__":
    main()
