"""The one handler of what nobody foresaw: it keeps the data, says so in a sentence, and logs type and place only."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

ROOT = Path(__file__).resolve().parent.parent
SENTENCE = "Something went wrong inside Askwell. What you entered is kept; please go on, or start Askwell again."
NOT_KEPT = "Something went wrong inside Askwell, and the last change may not be kept; please note it on paper."


def place_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What is logged of an exception: its type and where it was, never its text, which may quote people's words."""
    ours, places = [], []
    while trace is not None:
        code = trace.tb_frame.f_code
        file = Path(code.co_filename)
        own = file.is_relative_to(ROOT) and "site-packages" not in file.parts
        places.append(f"{file.relative_to(ROOT).as_posix() if own else file.name}:{trace.tb_lineno} {code.co_name}")
        ours += places[-1:] if own else []
        trace = trace.tb_next
    shown = [*ours[-6:], *(place for place in places[-1:] if place not in ours)]
    return f"{kind.__name__} at {' > '.join(shown) or 'an unknown place'}"


def note(log: Path, kind: type[BaseException], trace: TracebackType | None) -> bool:
    """Log type and place of an exception; False where the log cannot be written."""
    import logging
    from logging.handlers import RotatingFileHandler

    record = logging.LogRecord("askwell", logging.ERROR, "", 0, place_of(kind, trace), None, None)
    try:
        handler: logging.Handler = RotatingFileHandler(log, maxBytes=200_000, backupCount=2, encoding="utf-8")
    except OSError:
        return False
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.emit(record)
    handler.close()
    return True


class Faults(QObject):
    """Takes every exception that nothing else caught.

    Signals:
        told(str): the sentence to show.
    """

    told = Signal(str)

    def __init__(self, log: Path | None, keep: Callable[[], bool], parent: QObject | None = None) -> None:
        """`keep` writes what is not written yet and says whether that went well; `log` None logs to stderr."""
        super().__init__(parent)
        self._log = log
        self._keep = keep
        self._busy = False

    def install(self) -> None:
        """Take the interpreter's uncaught exceptions from now on, of every thread."""
        sys.excepthook = self.handle
        threading.excepthook = lambda args: self._note(args.exc_type, args.exc_traceback)

    def handle(self, kind: type[BaseException], _value: BaseException, trace: TracebackType | None) -> None:
        """Log it, keep what is open, and say so. A fault in here does not come round again."""
        if issubclass(kind, KeyboardInterrupt) or self._busy:
            self._note(kind, trace)
            return
        self._busy = True
        try:
            self._note(kind, trace)
            self.told.emit(SENTENCE if self._keep() else NOT_KEPT)
        finally:
            self._busy = False

    def _note(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        if self._log is None or not note(self._log, kind, trace):
            sys.stderr.write(f"askwell: {place_of(kind, trace)}\n")
