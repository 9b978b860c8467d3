"""Why no window can be opened, in one sentence: Qt itself would end the process with a core dump."""

import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import QLibrary, QMessageLogContext, QtMsgType, qInstallMessageHandler

#: What Qt's window plugin for X11 loads, and the Debian package of each.
X11_LIBRARIES = {
    ("xcb-cursor", 0): "libxcb-cursor0",
    ("xcb-icccm", 4): "libxcb-icccm4",
    ("xcb-image", 0): "libxcb-image0",
    ("xcb-keysyms", 1): "libxcb-keysyms1",
    ("xcb-render-util", 0): "libxcb-render-util0",
    ("xcb-shape", 0): "libxcb-shape0",
    ("xcb-xkb", 1): "libxcb-xkb1",
    ("xkbcommon-x11", 0): "libxkbcommon-x11-0",
}
NO_SCREEN = (
    "There is no screen to open a window on: start Askwell in a desktop session. "
    "Its commands work without one, see --help."
)


def why_no_window(environment: Mapping[str, str]) -> str:
    """The reason in one sentence, with what to do."""
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return NO_SCREEN
    missing = [package for library, package in X11_LIBRARIES.items() if not QLibrary(*library).load()]
    if missing:
        return f"Parts of the system are missing: install {' '.join(missing)}, then start again."
    return f"The screen {environment.get('DISPLAY') or environment.get('WAYLAND_DISPLAY')} cannot be reached."


def guard_start() -> None:
    """From now until `release_start`, a platform that Qt gives up on ends the process with a sentence and status 2."""
    qInstallMessageHandler(_speak_for_qt)


def release_start() -> None:
    """The window is there: Qt's messages go their own way again."""
    qInstallMessageHandler(None)


def _speak_for_qt(kind: QtMsgType, _context: QMessageLogContext, _message: str) -> None:
    if kind is QtMsgType.QtFatalMsg:
        sys.stderr.write(f"askwell: {why_no_window(os.environ)}\n")
        sys.stderr.flush()
        os._exit(2)  # Qt aborts when this returns
