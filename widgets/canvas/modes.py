"""What the canvas is doing when a key comes: nothing, taking a person's line, asking, or walking for a household."""

from collections.abc import Callable
from dataclasses import dataclass, field

from models.genogram import Line


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
    """One of a few answers is wanted; `take` is told which, from 0. `keys` are letters that answer, too."""

    take: Callable[[int], None]
    count: int
    keys: str = ""


@dataclass
class Gathering:
    """The people of a household are being gathered; `first` is whose household it is. `naming`: its name is begun."""

    first: str
    people: list[str] = field(default_factory=list)
    naming: bool = False


@dataclass
class Joining:
    """The other end of a line is being looked for."""

    first: str
    line: Line


Mode = Idle | Typing | Choosing | Gathering | Joining
