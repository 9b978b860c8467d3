"""Key press to repaint in the session page with autosave running, beside a bare field; the timer's lateness; idle cost.

Run: uv run python -m tests.benchmarks.typing
The session page is the writing phase of a session of five people, kept in a store on the disk while somebody types; a
busy moment of the machine meets both, as the two fields take turns.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app import resources
from app.clock import system_clock
from app.document import Document
from app.engine import Engine
from app.keeper import Keeper
from app.library import Library
from app.masking import Masking
from app.open_session import OpenSession
from app.settings import Settings
from tests.helpers import room
from widgets import theme
from widgets.session.page import SessionPage

KEYS = 1_500
IDLE_SECONDS = 12
TEXT = "What would Nan say she has seen you do on a good morning? "


class Paints(QObject):
    """Counts the paints of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on."""
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def open_page() -> SessionPage:
    """The page in step 7's writing phase, its timer running."""
    document = Document(room())
    process = resources.process("group_supervision")
    engine = Engine(document, process, system_clock().awake)
    page = SessionPage(OpenSession(document, process, engine, Masking(document), Settings(None)))
    page.resize(1366, 690)
    page.show()
    engine.go_to("working-well", "write")
    engine.start_timer()
    return page


@contextmanager
def kept(page: SessionPage, folder: Path) -> Iterator[list[object]]:
    """The page's document with a running autosave; gives the moments at which something was kept."""
    library = Library(folder)
    keeper = Keeper(page.open.document, library)
    moments: list[object] = []
    keeper.kept.connect(moments.append)
    library.start()
    library.add(page.open.document.session)
    wait(1.5)
    yield moments
    keeper.flush()
    library.close()


def wait(seconds: float) -> None:
    """Let the event loop run."""
    loop, end = QEventLoop(), QTimer()
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    end.start(round(seconds * 1000))
    loop.exec()


def press_key(field: QPlainTextEdit, paints: Paints, key: str) -> float:
    """Milliseconds from a key press until it is painted."""
    before, start = paints.count, time.perf_counter()
    QTest.keyClicks(field, key)
    while paints.count == before:
        # What the platform sends at its next frame; waiting for it would measure the frame.
        QApplication.sendEvent(field.window(), QEvent(QEvent.Type.UpdateRequest))
    return (time.perf_counter() - start) * 1000


def type_in_turns(fields: list[QPlainTextEdit]) -> list[list[float]]:
    """A line in each field in turn, at a quick typist's pace; gives each field's milliseconds."""
    paints = [Paints(field.viewport()) for field in fields]
    figures: list[list[float]] = [[] for _ in fields]
    for _line in range(KEYS // len(TEXT)):
        for place, field in enumerate(fields):
            field.clear()
            field.activateWindow()
            field.setFocus()
            wait(0.05)
            for key in TEXT:
                figures[place].append(press_key(field, paints[place], key))
                wait(0.004)
    return figures


def idle_figures(page: SessionPage) -> tuple[float, float, float]:
    """The timer's lateness in milliseconds, median and worst, and the share of a core in per cent, while idle."""
    late: list[float] = []
    engine = page.engine
    # A hair early counts as early, not as nearly a second late.
    page.ticker.ticked.connect(lambda: late.append(((engine.read_timer().spent + 0.5) % 1.0 - 0.5) * 1000))
    wait(1.2)
    late.clear()
    work, start = time.process_time(), time.perf_counter()
    wait(IDLE_SECONDS)
    share = (time.process_time() - work) / (time.perf_counter() - start) * 100
    return median(late), max(late), share


def say(text: str) -> None:
    """One line."""
    print(text, flush=True)


def main() -> None:
    """Measure and print."""
    sys.setswitchinterval(0.001)  # as main.py does
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 100)
    bare = QPlainTextEdit()
    bare.resize(700, 120)
    bare.show()
    page = open_page()
    page.activateWindow()
    field = page.first_field()
    while field is not None and field.focusProxy() is not None:
        field = field.focusProxy()
    assert isinstance(field, QPlainTextEdit), f"the writing phase begins in {field}"
    with tempfile.TemporaryDirectory() as folder, kept(page, Path(folder)) as moments:
        floor, ours = type_in_turns([bare, field])
        saves = len(moments)
        for name, figures in (("bare field", floor), ("session page", ours)):
            p99 = quantiles(figures, n=100)[98]
            say(f"{name:14} key to repaint: median {median(figures):.2f} ms, 99 % {p99:.2f}, worst {max(figures):.2f}")
        say(f"ratio of medians {median(ours) / median(floor):.2f} (goal 1.3); kept {saves} times meanwhile")
        page.engine.document.undo_stack.clear()
        bare.hide()
        field.clearFocus()  # a blinking cursor costs as much as the clock
        middle, worst, share = idle_figures(page)
        say(f"timer late: median {middle:.1f} ms, worst {worst:.1f} (goal 20)")
        say(f"idle with the clock running: {share:.2f} % of a core (goal 0.2)")
    page.hide()
    page.deleteLater()


if __name__ == "__main__":
    main()
