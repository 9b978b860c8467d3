"""What the canvas is doing when a key comes: nothing, taking a person's line, asking, or walking to somebody."""

from collections.abc import Callable
from dataclasses import dataclass, field

#: Keys of numbered answers; further ones are only clicked.
CHOICE_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"


@dataclass
class Idle:
    """Keys act on the person in focus."""


@dataclass
class Typing:
    """A line is being typed; `take` does what it is for. `empty_too`: an empty line has a meaning as well."""

    take: Callable[[str], None]
    empty_too: bool = False


@dataclass
class Choosing:
    """One of a few answers is wanted; `take` is told which, from 0. `keys` are letters that answer."""

    take: Callable[[int], None]
    count: int
    keys: str = CHOICE_KEYS


@dataclass
class Gathering:
    """The people of a household are being gathered; `first` is whose household it is. `naming`: its name is begun."""

    first: str
    people: list[str] = field(default_factory=list)
    naming: bool = False


@dataclass
class Joining:
    """Another person is being looked for, to be tied to `first`; `take` is told whom. `words` say what for."""

    first: str
    words: str
    take: Callable[[str], None]


Mode = Idle | Typing | Choosing | Gathering | Joining


@dataclass(frozen=True)
class CoupleInHand:
    """The couple that a key has just changed, by id; digits date it, with `word` before the year."""

    id: str
    word: str = ""
