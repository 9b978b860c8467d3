"""Askwell's start: reads the arguments, then opens the window or carries out one command without a window."""

import argparse
import dataclasses  # noqa: F401  # read here, since every import after PySide6's own takes twice as long
import gc
import json  # noqa: F401
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

_DESCRIPTION = "Leads a group supervision: steps, timer, cards, genogram, record and question sheets."
_COMMANDS = """commands, each without a window:
  sessions                                 id, date, status and title of each stored session
  import FILE.json                         store a session file; prints the session's id
  export ID --as FORMAT --out FILE         write a session as record-pdf, record-docx, record-text, sheets-pdf,
                                           sheets-docx, pack-pdf, pack-docx, map-pdf, genogram-pdf, genogram-svg,
                                           genogram-png, genogram-gedcom, learning-pdf, timings-pdf, steps-ics
                                           or session-json
  genogram FILE --out FILE                 draw the genogram of a session file
  check                                    whether the stored data is whole
  backup FILE, restore FILE                a copy of everything, and back"""


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line, as for every other error."""
        self.exit(2, f"askwell: {message}. See --help.\n")


def _folder(name: str) -> Path:
    if not name:
        raise argparse.ArgumentTypeError("a folder must have a name")
    return Path(name)


def _parser() -> _Arguments:
    parser = _Arguments(
        prog="askwell",
        usage="main.py [--data-dir DIR] [--practice | COMMAND …]",
        description=_DESCRIPTION,
        epilog=_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--data-dir", type=_folder, metavar="DIR", help="the folder that everything is kept in")
    parser.add_argument("--practice", action="store_true", help="open a copy of the practice session; nothing is kept")
    parser.add_argument("command", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _data_dir(given: Path | None) -> Path:
    """The folder given, else ASKWELL_DATA_DIR, else where the platform keeps applications' data."""
    from PySide6.QtCore import QStandardPaths

    if given is not None:
        return given
    if os.environ.get("ASKWELL_DATA_DIR"):
        return Path(os.environ["ASKWELL_DATA_DIR"])
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place) / "Askwell"


def _start(given: argparse.Namespace) -> int:
    data_dir = _data_dir(given.data_dir).expanduser().absolute()
    if given.command:
        from app.command_line import run

        return run(given.command, data_dir)
    gc.disable()  # until the start is over, see app/collector.py
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QGraphicsItem

    from app.guard import guard_overrides

    guard_overrides(QObject, QGraphicsItem)
    from widgets.application import run_window

    return run_window(data_dir, given.practice)


def main(argv: Sequence[str] | None = None) -> int:
    """Start Askwell and give its exit status: 0, or 2 with one line on standard error."""
    # The database layer is imported beside the window that is on screen: short turns keep the window quick.
    sys.setswitchinterval(0.001)
    parser = _parser()
    given = parser.parse_args(sys.argv[1:] if argv is None else argv)
    if given.practice and given.command:
        parser.error("--practice opens a window, and a command does not; give one of them")
    try:
        return _start(given)
    except ImportError as error:
        # Qt is installed with Askwell; what it needs of the system may not be.
        if "cannot open shared object file" not in str(error):
            raise
        library = str(error).split(":")[0]
        package = _PACKAGES.get(library, "")
        hint = f"install the package {package}" if package else "ask whoever looks after this computer to install it"
        sys.stderr.write(f"askwell: the system's library {library} is missing; {hint}, then start again.\n")
        return 2


#: The Debian packages of what Qt's modules need before any window.
_PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}

if __name__ == "__main__":
    sys.exit(main())
