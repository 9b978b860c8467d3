"""A chain of people from left to right, put together from stretches: what the order of a family is built of."""

from collections.abc import Iterator
from dataclasses import dataclass, field

Link = str | int  # a person, or a mark where a stretch begins or ends


class Chain:
    """A list from left to right into which links are put beside others. 0 is its begin, 1 its end."""

    def __init__(self) -> None:
        self._after: dict[Link, Link] = {0: 1}
        self._before: dict[Link, Link] = {1: 0}
        self._marks = 1

    def __contains__(self, link: object) -> bool:
        return link in self._after

    def __iter__(self) -> Iterator[str]:
        """The people, from left to right."""
        here = self._after[0]
        while here != 1:
            if isinstance(here, str):
                yield here
            here = self._after[here]

    def marks(self) -> tuple[int, int]:
        """Two new marks, not yet put anywhere."""
        self._marks += 2
        return self._marks - 1, self._marks

    def put_after(self, there: Link, *links: Link) -> None:
        """Put links right of another, in their order."""
        beyond = self._after[there]
        for link in links:
            self._after[there], self._before[link] = link, there
            there = link
        self._after[there], self._before[beyond] = beyond, there

    def put_before(self, there: Link, *links: Link) -> None:
        """Put links left of another, in their order."""
        self.put_after(self._before[there], *links)


@dataclass(eq=False)
class Stretch:
    """The part of the chain that brothers and sisters have, with their partners and all who come down from them.

    `open` and `close` are its marks; `left`, `right` where lines of kin go next, `near` where the nearest goes on the
    left. `parents` are the left and the right one, twice the same where there is one, None above a line's first.
    """

    open: int
    close: int
    children: list[str]
    left: Link
    right: Link
    near: Link
    parents: tuple[str, str] | None = None
    groups: list["Group"] = field(default_factory=list)


@dataclass(eq=False)
class Group:
    """The part that one child has: `people` are the child between the partners who bring nobody."""

    open: int
    close: int
    child: str
    among: Stretch
    left: Link
    right: Link
    people: list[str] = field(default_factory=list)
