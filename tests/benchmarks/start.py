"""Start to first paint, and to sessions listed, beside a bare QMainWindow; the longest pause on the way.

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
        end.start(50)
    home.show_sessions = listed
    end = QTimer(application)
    end.setSingleShot(True)
    end.timeout.connect(finish)
    application.kept_alive = (beat, end)
def finish():
    print("pause", max(pauses), flush=True)
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
    """Seconds from spawn to each mark that the process put down; "pause" is a length.

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
        found.setdefault(name, float(value) if name == "pause" else float(value) - began)
    return found


def main() -> None:
    """Print medians in milliseconds and the ratios to the bare window."""
    with tempfile.TemporaryDirectory() as folder:
        ours_code = _OURS.format(root=str(ROOT), folder=str(Path(folder) / "data"))
        bytecode = str(Path(folder) / "bytecode")
        for code in (_BARE, ours_code):  # compile; files into the page cache; the database made
            marks(code, bytecode)
        bare: list[float] = []
        ours: list[dict[str, float]] = []
        for _ in range(RUNS):
            bare.append(marks(_BARE, bytecode)["painted"])
            ours.append(marks(ours_code, bytecode))
    floor = statistics.median(bare)
    print(f"bare QMainWindow painted   {floor * 1000:6.0f} ms")
    for name, goal in (("painted", 1.4), ("listed", 3.3)):
        value = statistics.median(run[name] for run in ours)
        print(f"Askwell {name:<18} {value * 1000:6.0f} ms   {value / floor:4.2f} x (goal {goal})")
    pause = statistics.median(run["pause"] for run in ours)
    print(f"longest pause of the loop  {pause * 1000:6.1f} ms   (goal 20)")


if __name__ == "__main__":
    main()
