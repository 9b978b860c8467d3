"""What an export is asked for besides the session."""

from collections.abc import Callable
from dataclasses import dataclass


class ExportError(Exception):
    """An export that could not be made; the message is one sentence."""


class ExportCancelledError(ExportError):
    """The person asked an export to stop; nothing was made."""

    def __init__(self) -> None:
        super().__init__("The export was stopped; nothing was made.")


def _never() -> bool:
    return False


def _ignore(_done: int, _of: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """`person` asks the sheets for one person's questions: a name, or an audience ("parent"); "" for all cards.
    `with_genogram` puts the genogram at the end of the record; where that is a PDF, Qt's application must be there.
    `all_couples_solid` draws unmarried couples solid, too.

    `cancelled` is asked often and stops the export; `progress` hears pages drawn and pages in all. Both are called
    on the thread that exports.
    """

    agency_name: str = ""
    agency_short_name: str = ""
    person: str = ""
    with_genogram: bool = False
    all_couples_solid: bool = False
    cancelled: Callable[[], bool] = _never
    progress: Callable[[int, int], None] = _ignore

    def check(self) -> None:
        """ExportCancelledError where the person asked to stop."""
        if self.cancelled():
            raise ExportCancelledError

    def step(self, done: int, of: int) -> None:
        """Pages drawn so far; stops where asked to."""
        self.check()
        self.progress(done, of)
