"""Which row each person stands in: by what each tie says of two people, never by the longest line of descent.

A child stands one row below its parents, partners in one row. Each tie joins two groups whose people already stand
relatively to one another (union-find with offsets). A tie that contradicts what is there is a loop's, and gives way.
"""

from collections.abc import Iterator, Mapping
from statistics import median

from models.genogram import Descent
from models.kin import Family

ROW = 140.0  # about the height of a row, where none tells it
MOST = 8  # rows that one group may stand beyond another
_STRONG = (Descent.BIRTH, Descent.ADOPTED)


class _Groups:
    """People in groups; `offset` of each is its row less its group's root's row."""

    def __init__(self, people: list[str]) -> None:
        self.parent = {person: person for person in people}
        self.offset = dict.fromkeys(people, 0)

    def find(self, person: str) -> tuple[str, int]:
        """Root of the person's group, and the person's row in it."""
        path = []
        while self.parent[person] != person:
            path.append(person)
            person = self.parent[person]
        total = 0
        for member in reversed(path):
            total += self.offset[member]
            self.parent[member], self.offset[member] = person, total
        return person, total

    def join(self, above: str, below: str, rows: int) -> None:
        """Say that `below` stands `rows` rows under `above`, unless they already stand otherwise."""
        root, at = self.find(above)
        other, other_at = self.find(below)
        if root != other:
            self.parent[other] = root
            self.offset[other] = at + rows - other_at


def _ties(family: Family) -> Iterator[tuple[str, str, int]]:
    """Above, below, rows: the ties of birth first, then couples, then other care."""
    later = []
    for link in family.children:
        if link.child in family.people and link.partnership in family.partnerships:
            for parent in family.partners(family.partnerships[link.partnership]):
                if link.descent in _STRONG:
                    yield parent, link.child, 1
                else:
                    later.append((parent, link.child, 1))
    for couple in family.partnerships.values():
        partners = family.partners(couple)
        if len(partners) == 2:
            yield *partners, 0
    yield from later


def rows_of(family: Family, before: Mapping[str, float] | None = None) -> dict[str, int]:
    """The row of each person who is of a generation, 0 at the top; friends and other outsiders have none.

    People whom nothing joins to the others keep the height at which they stood, `before`, y by person.
    """
    inside = [person for person, who in family.people.items() if not _apart(family, person, who.outside)]
    groups = _Groups(list(family.people))
    ties = list(_ties(family))
    for above, below, apart in ties:
        groups.join(above, below, apart)
    found = {person: groups.find(person) for person in inside}
    top: dict[str, int] = {}
    for root, at in found.values():
        top[root] = min(at, top.get(root, at))
    if before and len(top) > 1:
        _level(found, top, before)
    rows = {person: at - top[root] for person, (root, at) in found.items()}
    _push_down(rows, [(above, below) for above, below, apart in ties if apart and above != below])
    return rows


def _level(found: Mapping[str, tuple[str, int]], top: dict[str, int], before: Mapping[str, float]) -> None:
    """Let each group stand as many rows below the highest as it stood: what is 0 in it becomes `top` of it."""
    heights: dict[str, dict[int, list[float]]] = {}
    for person, (root, at) in found.items():
        if person in before:
            heights.setdefault(root, {}).setdefault(at - top[root], []).append(before[person])
    if not heights:
        return
    known = {root: {row: median(ys) for row, ys in of_root.items()} for root, of_root in heights.items()}
    largest = max(heights, key=lambda root: sum(map(len, heights[root].values())))
    scale = known.pop(largest)
    lower = {root: _rows_below(scale, rows) for root, rows in known.items()}
    highest = min(0, *lower.values()) if lower else 0
    for root in top:
        top[root] -= lower.get(root, 0) - highest


def _rows_below(scale: Mapping[int, float], rows: Mapping[int, float]) -> int:
    """How many rows one group stands below another, by the heights of some of their rows."""
    row, y = min(rows.items())
    nearest = min(scale, key=lambda other: (abs(scale[other] - y), other))
    beyond = y - scale[nearest]
    step = ROW if abs(beyond) > ROW / 2 else 0.0
    return nearest - row + (round(beyond / ROW) if step and abs(beyond) < MOST * ROW else 0)


def _apart(family: Family, person: str, outside: bool) -> bool:
    return outside and person not in family.couples and person not in family.origins


def _push_down(rows: dict[str, int], descents: list[tuple[str, str]]) -> None:
    """Where a loop left a child no lower than a parent, lower it; a circle of descent is left after some rounds."""
    for _round in range(8):
        wrong = [(above, below) for above, below in descents if rows[below] <= rows[above]]
        if not wrong:
            return
        for above, below in wrong:
            rows[below] = max(rows[below], rows[above] + 1)
