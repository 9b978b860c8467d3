"""What an export is asked for besides the session."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.export.look import Look, look_of

REFERENCE_LABEL = "LCS Reference No."


class ExportError(Exception):
    """An export that could not be made; the message is one sentence."""


class ExportCancelledError(ExportError):
    """The person asked an export to stop; nothing was made."""

    def __init__(self) -> None:
        super().__init__("The export was stopped; nothing was made.")


class Sheets(StrEnum):
    """The kinds of question sheets (forms.md, 2), and as one pack all that have something on them, less the blank
    cards, which are printed before a session."""

    ALL_CARDS = "all-cards"
    PERSON = "person"
    STATEMENTS = "statements"
    HANDS = "hands"
    SCALES = "scales"
    BLANK = "blank"
    PACK = "pack"


def _never() -> bool:
    return False


def _ignore(_done: int, _of: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is known of the agency: `colour` as "#0f5466" or "" for ours, `logo` a PNG or JPEG file or b"",
    `reference_label` what the case system calls its number.

    `sheets` says which question sheets. `person` is whose: a name, or an audience ("parent"); with all cards asked for
    it means that person's questions alone, and sheets for a person without it are one for each. `authors` shows or
    hides who wrote a card, None as the session says; `large_print` is for those who read with difficulty: nothing is
    smaller than 16 points; `two_up` puts two half-size sheets of cards on a page, to be cut.

    `with_genogram` puts the genogram at the end of the record; where that is a PDF, Qt's application must be there.
    `all_couples_solid` draws unmarried couples solid, too.

    `copy_number` (0 for none) and `made_on` (None for none) stand at the foot of each page.

    `cancelled` is asked often and stops the export; `progress` hears how much is done, and of how much: neither is a
    number of pages. Both are called on the thread that exports.
    """

    agency_name: str = ""
    agency_short_name: str = ""
    colour: str = ""
    logo: bytes = b""
    reference_label: str = ""
    sheets: Sheets = Sheets.ALL_CARDS
    person: str = ""
    authors: bool | None = None
    large_print: bool = False
    two_up: bool = False
    with_genogram: bool = False
    all_couples_solid: bool = False
    copy_number: int = 0
    made_on: date | None = None
    cancelled: Callable[[], bool] = _never
    progress: Callable[[int, int], None] = _ignore

    def check(self) -> None:
        """ExportCancelledError where the person asked to stop."""
        if self.cancelled():
            raise ExportCancelledError

    def step(self, done: int, of: int) -> None:
        """So much is done; stops where asked to."""
        self.check()
        self.progress(done, of)

    def look(self) -> Look:
        """The agency's colours and logo."""
        return look_of(self.colour, self.logo)

    def copy_words(self) -> str:
        """Which copy this is and of what day, for the foot of each page: "Copy 3, 28 November 2026"; "" for nothing."""
        from app.export.record_content import in_words

        number = f"Copy {self.copy_number}" if self.copy_number else ""
        return ", ".join(filter(None, (number, in_words(self.made_on))))
