"""The group supervision record (Appendix 4): its parts and next steps."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Part(StrEnum):
    """The record's text parts, by the id each is kept under."""

    WORKING_WELL = "working_well"
    WORRIED = "worried"
    REFLECTION = "reflection"


#: What stands over each part on the printed form.
PART_LABELS = {
    Part.WORKING_WELL: "What’s working well?",
    Part.WORRIED: "What are we worried about and what needs to change?",
    Part.REFLECTION: "Reflection/analysis following group supervision",
}


@dataclass(frozen=True, slots=True)
class RecordPart:
    """One text part. `drafted` is the last draft made: a part that differs from it was edited by a person."""

    id: str
    text: str = ""
    drafted: str = ""

    @property
    def edited(self) -> bool:
        """Whether a person changed the draft, so that no new draft may overwrite it unasked."""
        return self.text != self.drafted


@dataclass(frozen=True, slots=True)
class NextStep:
    """A row of "What are the next steps?": a SMART step, its timescale and who leads. `point` is the map point.

    `drafted` holds the words that the row was drafted with, "" where a person added it.
    """

    id: str
    text: str
    timescale: str = ""
    lead: str = ""
    rank: int = 0
    point: str = ""
    drafted: str = ""

    @property
    def untouched(self) -> bool:
        """Whether it stands as it was drafted, so that a new draft may change it or take it out."""
        return bool(self.drafted) and self.text == self.drafted and not self.timescale and not self.lead


@dataclass(frozen=True, slots=True)
class DraftSource:
    """A point or card from which a next step has been drafted; its id is theirs. One without a row is one whose row
    a person removed."""

    id: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """The presenting worker's word that the record is right. At most one; its id is "sign_off".

    `digest` is that of the record as it was signed (models/signing.py): one that differs is a draft again.
    """

    id: str = "sign_off"
    name: str = ""
    signed_on: date | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A closed session's record was opened again to be changed: by whom and why. `at` is UTC."""

    id: str
    by: str
    note: str
    at: datetime
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Copies:
    """How many copies of a document have left, and when the last one did; its id is the document's. Changed without
    undo."""

    id: str
    count: int = 0
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name in the record's text that somebody looked at and found in place; its id is the name, case folded."""

    id: str
