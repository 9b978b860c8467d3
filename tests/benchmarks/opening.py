"""A stored session of 30 people and 1,000 cards: from asking for it until the writing phase is painted.

Run: uv run python -m tests.benchmarks.opening
The whole way as the window goes it: read from the disk on the library's thread, document, page, first paint. One
session was opened before, so that the code is loaded, as it is in the window by the time somebody presses Resume.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from app.library import Library
from app.settings import Settings
from models.session import Progress, Session, Status, set_fields
from tests.benchmarks.cards import CARDS, PEOPLE, settle
from tests.widgets.rooms import crowd
from widgets import theme
from widgets.sitting import Sitting
from widgets.window.main_window import MainWindow

RUNS = 7


def stored_crowd() -> Session:
    """The crowd in step 7's writing phase; its cards are that step's."""
    crowded = crowd(PEOPLE, CARDS, "working-well")
    place = {"status": Status.UNDER_WAY, "step": "working-well", "phase": "write"}
    crowded.apply([set_fields(crowded, crowded.one(Progress), **place)])
    return crowded


def open_once(library: Library, session_id: str) -> tuple[float, float]:
    """Milliseconds until the session is read, and until its page is painted."""
    window = MainWindow(Settings(None))
    window.resize(1366, 730)
    window.show()
    group = window.menus.undo_group
    owner = QObject()
    loop = QEventLoop()
    read: list[Session] = []
    library.opened.connect(read.append)
    library.opened.connect(loop.quit)
    start = perf_counter()
    library.open_session(session_id)
    loop.exec()
    read_at = perf_counter()
    sitting = Sitting(read[0], window, library, group, False, owner)
    sitting.show()
    window.repaint()
    painted_at = perf_counter()
    library.opened.disconnect()
    settle()
    assert sitting.keeper is not None
    sitting.keeper.flush()
    window.deleteLater()
    owner.deleteLater()
    settle()
    return (read_at - start) * 1000, (painted_at - start) * 1000


def main() -> None:
    """Measure and print."""
    sys.setswitchinterval(0.001)  # as main.py does
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 100)
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder))
        library.start()
        session = stored_crowd()
        library.add(session).wait(10)
        open_once(library, session.id)
        figures = [open_once(library, session.id) for _ in range(RUNS)]
        library.close()
    read, painted = (median(column) for column in zip(*figures, strict=True))
    print(f"{PEOPLE} people and {CARDS:,} cards: read {read:.0f} ms, painted {painted:.0f} ms (goal 100)")


if __name__ == "__main__":
    main()
