"""One gentle chime, played by what the computer has for it: never waited for, never two at once, never an error."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTimer, Signal

from app import resources

#: What plays a sound file: PipeWire's, PulseAudio's and ALSA's own players on Linux, each where the one before fails.
PLAYERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
    "darwin": (("afplay",),),
}
#: Milliseconds after which a player that has not ended is stuck: it is not asked again.
STUCK = 3_000


class Chime(QObject):
    """Plays the chime when called; where nothing can play it, `beep` is called instead.

    Signals:
        beeped: nothing here could play it.
    """

    beeped = Signal()

    def __init__(self, beep: Callable[[], None], parent: QObject | None = None, platform: str = sys.platform) -> None:
        super().__init__(parent)
        self.beeped.connect(beep)
        self._platform = platform
        self._file = resources.path("sounds", "chime.wav")
        self._players: list[list[str]] | None = None  # the first is the one to use; looked for when first needed
        self._process = QProcess(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._refused)
        self.destroyed.connect(partial(_stop, self._process))
        self._stuck = QTimer(self)
        self._stuck.setSingleShot(True)
        self._stuck.timeout.connect(self._process.kill)

    @property
    def playing(self) -> bool:
        """Whether it sounds now, as far as is known."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def __call__(self) -> None:
        """Chime; while it still chimes, nothing."""
        if self._platform == "win32":
            if not play_on_windows(self._file):
                self.beeped.emit()
        elif not self.playing:
            if self._players is None:
                self._players = list(self._found())
            self._play()

    def _found(self) -> Iterator[list[str]]:
        for name, *options in PLAYERS.get(self._platform, ()):
            if program := QStandardPaths.findExecutable(name):
                yield [program, *options]

    def _play(self) -> None:
        if not self._players:
            self.beeped.emit()
            return
        program, *options = self._players[0]
        self._stuck.start(STUCK)
        self._process.start(program, [*options, str(self._file)])

    def _refused(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._next_player()

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._stuck.stop()
        if status is not QProcess.ExitStatus.NormalExit:
            self._leave_player()  # it was stuck; to chime so late would say something else
        elif code:
            self._next_player()

    def _next_player(self) -> None:
        """This one cannot: a sound system that is not running, no such program."""
        self._stuck.stop()
        self._leave_player()
        self._play()

    def _leave_player(self) -> None:
        if self._players:
            del self._players[0]


def _stop(process: QProcess, _chime: object = None) -> None:
    """A player does not outlive its chime."""
    process.blockSignals(True)
    process.kill()
    process.waitForFinished(STUCK)


def play_on_windows(file: Path) -> bool:
    """Windows plays it by itself, beside us; False where it cannot."""
    try:
        import winsound
    except ImportError:
        return False
    try:
        winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)  # type: ignore[attr-defined,unused-ignore]
    except RuntimeError:
        return False
    return True
