"""A screen that is not there, with a window manager and the accessibility bus, for one program."""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Self

#: Where Debian, and others, put what starts the accessibility bus.
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
#: Programs, and libraries of Qt's platform for X, by the Debian package that has them.
PROGRAMS = {"Xvfb": "xvfb", "dbus-daemon": "dbus", "openbox": "openbox"}
LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
SCREEN = "1366x768x24"


def packages_missing() -> list[str]:
    """The Debian packages that a desk needs and this machine lacks."""
    missing = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    missing += [] if _launcher() else ["at-spi2-core"]
    return missing + [package for library, package in LIBRARIES.items() if not _loads(library)]


def _launcher() -> str:
    return next((launcher for launcher in LAUNCHERS if Path(launcher).exists()), "")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


class Desk:
    """Starts all of it, and ends it, whatever happens in between. Nothing of it is seen by another desk."""

    def __init__(self, folder: Path) -> None:
        """`folder` takes the logs and everything that programs would put into the home folder."""
        self._folder = folder
        self._ending = ExitStack()
        home = folder / "home"
        home.mkdir(mode=0o700)
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "VIRTUAL_ENV")}
        self._surroundings = {
            **kept,
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "PYTHONWARNINGS": "error",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false",  # it says when somebody asks about what is gone
        }

    def __enter__(self) -> Self:
        try:
            # Sockets stand there, whose paths may not be long.
            short = self._ending.enter_context(TemporaryDirectory(prefix="askwell-"))
            self._surroundings["XDG_RUNTIME_DIR"] = short
            number = self._telling(["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"])
            self._surroundings["DISPLAY"] = f":{number}"
            address = self._telling(["dbus-daemon", "--session", "--nofork", "--print-address=1"])
            self._surroundings["DBUS_SESSION_BUS_ADDRESS"] = address
            self.start([_launcher(), "--launch-immediately"], "access")
            self.start(["openbox"], "openbox")
        except BaseException:
            self._ending.close()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self._ending.close()

    @property
    def session_bus(self) -> str:
        """The address of the session's D-Bus."""
        return self._surroundings["DBUS_SESSION_BUS_ADDRESS"]

    def start(self, command: Sequence[str], name: str) -> subprocess.Popen[str]:
        """Start a program at this desk; what it says goes into the log of that name."""
        log = self._ending.enter_context(self.log(name).open("w", encoding="utf-8"))
        return self._run(command, log, log)

    def log(self, name: str) -> Path:
        """Where a program's words go."""
        return self._folder / f"{name}.log"

    def _telling(self, command: Sequence[str]) -> str:
        """Start a program that says in its first line where it is to be found; give what it says."""
        log = self._ending.enter_context(self.log(command[0]).open("w", encoding="utf-8"))
        program = self._run(command, subprocess.PIPE, log)
        assert program.stdout is not None
        said = program.stdout.readline().strip()
        assert said, f"{command[0]} did not start: {self.log(command[0]).read_text(encoding='utf-8')}"
        return said

    def _run(self, command: Sequence[str], out: int | IO[str], err: IO[str]) -> subprocess.Popen[str]:
        program = subprocess.Popen(
            list(command),
            env=self._surroundings,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            text=True,
            start_new_session=True,
        )
        self._ending.callback(_end, program)
        return program


def _end(program: subprocess.Popen[str]) -> None:
    """Ask a program to end, and end it where it does not."""
    program.terminate()
    try:
        program.wait(10)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
    if program.stdout is not None:
        program.stdout.close()
