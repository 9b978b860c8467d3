"""The family as drawn: people, partnerships, children of them, households, lines between people.

Notation: McGoldrick, Gerson & Petry, and children's services practice.
"""

from dataclasses import dataclass
from enum import StrEnum


class Gender(StrEnum):
    """The gender a person has, and so the shape: square, circle, diamond."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"
    UNKNOWN = "unknown"


class Life(StrEnum):
    """What the symbol stands for: a person, a pregnancy, or a loss."""

    PERSON = "person"
    PREGNANCY = "pregnancy"
    MISCARRIAGE = "miscarriage"
    STILLBIRTH = "stillbirth"
    TERMINATION = "termination"


class Bond(StrEnum):
    """How a couple is or was together."""

    MARRIED = "married"
    LIVING_TOGETHER = "living_together"
    RELATIONSHIP = "relationship"


class Parting(StrEnum):
    """Whether a couple parted."""

    NONE = ""
    SEPARATED = "separated"
    DIVORCED = "divorced"
    REUNITED = "reunited"


class Descent(StrEnum):
    """How a child is a couple's child."""

    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTER = "foster"
    KINSHIP = "kinship"
    STEP = "step"


class Line(StrEnum):
    """A line between two people."""

    CLOSE = "close"
    VERY_CLOSE = "very_close"
    DISTANT = "distant"
    CONFLICT = "conflict"
    CUT_OFF = "cut_off"
    VIOLENCE = "violence"
    ABUSE = "abuse"
    WORRY = "worry"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Person:
    """A person on the genogram. `age` in years (at death if died), `born` and `death` are as said: "7", "about 40",
    "2018". For a pregnancy `age` holds the weeks ("18w") or the date due.

    `outside` marks a friend or professional, drawn outside the generations; `friend_of` says whose, "" nobody's.
    `x`, `y` are set only when pinned. `rank` is the order in which people were entered; siblings without ages keep it.
    """

    id: str
    name: str
    gender: Gender = Gender.UNKNOWN
    age: str = ""
    born: str = ""
    died: bool = False
    index: bool = False
    label: str = ""
    life: Life = Life.PERSON
    outside: bool = False
    x: float | None = None
    y: float | None = None
    rank: int = 0
    death: str = ""
    friend_of: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person was last drawn: the symbol's centre, in pixels at 100 %; its id is the person's.

    It keeps the picture still from one evening to the next, and the same on paper; changed without undo.
    """

    id: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Partnership:
    """Two people who are or were a couple, or one known parent alone (`second` is "" then)."""

    id: str
    first: str
    second: str = ""
    bond: Bond = Bond.RELATIONSHIP
    parting: Parting = Parting.NONE
    dates: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class ChildOf:
    """`child` hangs from `partnership`. Children of one `twins` key come from one point; `identical` adds the bar."""

    id: str
    child: str
    partnership: str
    descent: Descent = Descent.BIRTH
    twins: str = ""
    identical: bool = False


@dataclass(frozen=True, slots=True)
class Household:
    """The people under one roof, by id, and the place's name."""

    id: str
    name: str = ""
    people: tuple[str, ...] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Relationship:
    """A line from one person to another; violence and abuse point at `second`. `label` stands on it ("godmother")."""

    id: str
    first: str
    second: str
    line: Line
    label: str = ""
