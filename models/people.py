"""The people in the room, and the children whose case it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """A participant's part in the process (Appendix 8, Group Supervision Process)."""

    FACILITATOR = "facilitator"
    ADVISOR = "advisor"
    PRESENTING_WORKER = "presenting_worker"
    OBSERVER = "observer"


class CaseStatus(StrEnum):
    """As printed on the record: CP, LAC, CHIN, CWD; more than one may hold."""

    CHILD_PROTECTION = "CP"
    LOOKED_AFTER = "LAC"
    IN_NEED = "CHIN"
    WITH_DISABILITIES = "CWD"


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone in the room. `involvement` is their part in the case, `since` for how long, in their words."""

    id: str
    name: str
    role: Role = Role.OBSERVER
    rank: int = 0
    job: str = ""
    involvement: str = ""
    since: str = ""
    present: bool = True


@dataclass(frozen=True, slots=True)
class Child:
    """A child of the case, as on the record. `reference` is the case system's number."""

    id: str
    name: str
    born: date | None = None
    reference: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of the case beforehand. One in a session; its id is "case"."""

    id: str = "case"
    overview: str = ""
    status: tuple[CaseStatus, ...] = ()
    previous_rating: int | None = None
