"""Start to first paint, and to sessions listed, beside a bare QMainWindow; the longest pauses on the way and after.

Measured with two hundred sessions, and for the very first start, on a folder that is not there yet.

Run: uv run python -m tests.benchmarks.start
Every run is a process of its own; ours and the bare one take turns, so that a busy moment meets both.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
RUNS = 15

_BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", time.monotonic(), flush=True)
        timer.start(0)
timer = QTimer()
timer.setSingleShot(True)
timer.timeout.connect(app.quit)
window = Window()
window.show()
app.exec()
"""

#: Ours runs main.main itself. Marks are put down by listening, and pauses by a timer that should come each ms.
_OURS = """
import sys, time
sys.path.insert(0, {root!r})
import main
pauses = []
def listen(application):
    from PySide6.QtCore import Qt, QTimer
    window, home = application.window, application.home
    beat = QTimer(application)
    beat.setTimerType(Qt.TimerType.PreciseTimer)
    last = [0.0]
    def tick():
        now = time.monotonic()
        if last[0]:
            pauses.append(now - last[0])
        last[0] = now
    beat.timeout.connect(tick)
    window.painted.connect(lambda: beat.start(1))
    show = home.show_sessions
    def listed(*arguments):
        show(*arguments)
        home.repaint()
        print("listed", time.monotonic(), flush=True)
        print("pause", max(pauses), flush=True)
        pauses.clear()
    home.show_sessions = listed
    application._warm_up_session.finished.connect(lambda: end.start(50))
    end = QTimer(application)
    end.setSingleShot(True)
    end.timeout.connect(finish)
    application.kept_alive = (beat, end)
def finish():
    print("later", max(pauses), flush=True)
    from PySide6.QtWidgets import QApplication
    QApplication.quit()
import widgets.application as module
import widgets.window.main_window as window_module
paint = window_module.MainWindow.paintEvent
def painted(self, event):
    paint(self, event)
    print("painted", time.monotonic(), flush=True)
window_module.MainWindow.paintEvent = painted
make = module.Application.__init__
def made(self, *arguments):
    make(self, *arguments)
    listen(self)
module.Application.__init__ = made
sys.exit(main.main(["--data-dir", {folder!r}]))
"""


def marks(code: str, bytecode: str) -> dict[str, float]:
    """Seconds from spawn to each mark that the process put down; "pause" and "later" are lengths.

    Compiled modules are kept in `bytecode`, as an installed application has them, whatever this shell is set to.
    """
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=ROOT, check=True, timeout=60
    )
    found: dict[str, float] = {}
    for line in done.stdout.splitlines():
        name, value = line.split()
        found.setdefault(name, float(value) if name in ("pause", "later") else float(value) - began)
    return found


def fill(folder: Path) -> None:
    """Two hundred sessions."""
    from models.session import Details, Session
    from models.storage.store import Store

    with Store(folder / "askwell.db") as store:
        for nth in range(200):
            store.add(Session(f"s{nth}", [Details(title=f"Family {nth}", team="North")]))


def report(title: str, floor: float, runs: list[dict[str, float]]) -> None:
    """Print medians in milliseconds and the ratios to the bare window."""
    print(title)
    for name, goal in (("painted", 1.4), ("listed", 3.3)):
        value = statistics.median(run[name] for run in runs)
        print(f"  Askwell {name:<16} {value * 1000:6.0f} ms   {value / floor:4.2f} x (goal {goal})")
    for name, when in (("pause", "until listed"), ("later", "until all is imported")):
        pause = statistics.median(run[name] for run in runs)
        print(f"  longest pause {when:<22} {pause * 1000:6.1f} ms   (goal 20)")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "filled")
        filled = _OURS.format(root=str(ROOT), folder=str(folder / "filled"))
        bytecode = str(folder / "bytecode")
        bare: list[float] = []
        stored: list[dict[str, float]] = []
        first: list[dict[str, float]] = []
        for run in range(RUNS + 1):
            fresh = _OURS.format(root=str(ROOT), folder=str(folder / f"fresh{run}"))
            found = [marks(code, bytecode) for code in (_BARE, filled, fresh)]
            if run:  # the one before compiles, and brings files into the page cache
                bare.append(found[0]["painted"])
                stored.append(found[1])
                first.append(found[2])
    floor = statistics.median(bare)
    print(f"bare QMainWindow painted   {floor * 1000:6.0f} ms")
    report("with two hundred sessions", floor, stored)
    report("first start", floor, first)


if __name__ == "__main__":
    main()
