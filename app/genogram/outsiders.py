"""Where friends and professionals stand: outside the generations, level with whose friend they are.

Whoever is a friend of somebody in the left half stands left of everybody, all others right. They keep their places as
long as these are free; one who was put somewhere by hand stands exactly there, where that covers nobody and no line.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, pairwise

from app.genogram.drawing import LABEL_GAP, SYMBOL, DrawnLine, Placed
from app.genogram.spacing import FARTHEST, GAP
from models.kin import Family

OUTSIDE_GAP = 64.0  # from the generations to those who stand outside them
SPARE = 8.0  # round somebody put there by hand
KEPT = 3 * OUTSIDE_GAP  # no place is kept that is farther out than this
BELOW = 40.0  # from row to row where there are no generations
STEP = 20.0

Box = tuple[float, float, float, float]


class Outsiders:
    """Gives each outsider a place beside `people`, who stand already, clear of them and of `lines`."""

    def __init__(
        self,
        family: Family,
        people: Mapping[str, Placed],
        lines: Sequence[DrawnLine],
        sizes: Mapping[str, tuple[float, float]],
        previous: Mapping[str, Placed],
    ) -> None:
        self._family, self._people, self._sizes, self._previous = family, people, sizes, previous
        points = [point for line in lines for point in line.points]
        self._lines = lines
        self._left = min([one.left for one in people.values()] + [x for x, _ in points], default=OUTSIDE_GAP)
        self._right = max([one.right for one in people.values()] + [x for x, _ in points], default=-OUTSIDE_GAP)
        self._levels = dict(sorted({one.row: one.y for one in people.values()}.items()))
        self._placed: dict[str, Placed] = {}
        self._next: dict[tuple[int, float], float] = {}

    def place(self, outsiders: Sequence[str]) -> dict[str, Placed]:
        """Everybody's place: first those put somewhere by hand, then those who stood somewhere, then the others."""
        if not self._levels:
            high = max((self._size(person)[1] for person in outsiders), default=SYMBOL)
            rows = max(1, round((len(outsiders) / 4) ** 0.5))
            self._levels = {row: row * (high + BELOW) for row in range(rows)}
        waiting = [person for person in outsiders if not self._pin(person)]
        waiting = [person for person in waiting if not self._keep(person)]
        turns = iter(list(self._levels) * (len(waiting) // len(self._levels) + 1))
        for person in waiting:
            friend = self._people.get(self._family.people[person].friend_of)
            self._stand(person, friend.row if friend else next(turns), self._side(friend))
        return {person: self._placed[person] for person in outsiders}

    def _size(self, person: str) -> tuple[float, float]:
        width, height = self._sizes[person]
        return max(SYMBOL, width), SYMBOL + LABEL_GAP + height if height else SYMBOL

    def _at(self, person: str, x: float, y: float, row: int) -> Placed:
        return Placed(person, x, y, *self._size(person), row)

    def _side(self, friend: Placed | None) -> int:
        return -1 if friend and friend.x < (self._left + self._right) / 2 else 1

    def _pin(self, person: str) -> bool:
        """Whether somebody was put somewhere by hand: there, or as near to it as is free."""
        who = self._family.people[person]
        if who.x is None or who.y is None or not max(abs(who.x), abs(who.y)) < FARTHEST:
            return False
        row = min(self._levels, key=lambda number: abs(self._levels[number] - (who.y or 0.0)))
        for x, y in _round_about(who.x, who.y):
            placed = self._at(person, x, y, row)
            if self._is_free(placed, 0.0 if (x, y) == (who.x, who.y) else SPARE) and not self._on_line(placed):
                self._placed[person] = placed
                return True
        return False

    def _keep(self, person: str) -> bool:
        """Whether somebody keeps the place so far, level with whose friend they are."""
        before = self._previous.get(person)
        if before is None or before.row not in self._levels:
            return False
        friend = self._people.get(self._family.people[person].friend_of)
        row = friend.row if friend else before.row
        placed = self._at(person, before.x, self._levels[row], row)
        out = placed.left - self._right if self._side(friend) > 0 else self._left - placed.right
        if (self._people and not OUTSIDE_GAP * 0.7 <= out <= KEPT) or not self._is_free(placed, GAP / 2):
            return False
        self._placed[person] = placed
        return True

    def _stand(self, person: str, row: int, side: int) -> None:
        """The first free place outwards."""
        y = self._levels[row]
        width, _ = self._size(person)
        edge = self._right + OUTSIDE_GAP if side > 0 else self._left - OUTSIDE_GAP
        at = self._next.get((side, y), edge)
        while True:
            placed = self._at(person, at + side * width / 2, y, row)
            hit = next(self._hits(placed, GAP), None)
            if hit is None:
                break
            at = hit.right + GAP if side > 0 else hit.left - GAP
        self._placed[person] = placed
        self._next[side, y] = at + side * (width + GAP)

    def _hits(self, placed: Placed, spare: float) -> Iterator[Placed]:
        """Other outsiders who are there already."""
        for other in self._placed.values():
            if _touch(placed, other, spare - 0.01):
                yield other

    def _is_free(self, placed: Placed, spare: float) -> bool:
        if any(True for _ in self._hits(placed, spare)):
            return False
        return not any(_touch(placed, other, spare) for other in self._people.values())

    def _on_line(self, placed: Placed) -> bool:
        return any(
            min(x, to_x) < placed.right + 2
            and max(x, to_x) > placed.left - 2
            and min(y, to_y) < placed.bottom + 2
            and max(y, to_y) > placed.top - 2
            for line in self._lines
            for (x, y), (to_x, to_y) in pairwise(line.points)
        )


def _touch(one: Placed, other: Placed, spare: float) -> bool:
    return (
        one.left < other.right + spare
        and other.left < one.right + spare
        and one.top < other.bottom + spare
        and other.top < one.bottom + spare
    )


def _round_about(x: float, y: float) -> Iterator[tuple[float, float]]:
    """Places ever farther from one, without end."""
    yield x, y
    for ring in count(1):
        for across in range(-ring, ring + 1):
            for down in range(-ring, ring + 1):
                if max(abs(across), abs(down)) == ring:
                    yield x + across * STEP, y + down * STEP


def place_outsiders(
    family: Family,
    outsiders: Sequence[str],
    people: Mapping[str, Placed],
    lines: Sequence[DrawnLine],
    sizes: Mapping[str, tuple[float, float]],
    previous: Mapping[str, Placed],
) -> dict[str, Placed]:
    """The places of friends and professionals; `sizes` are those of labels, width and height."""
    return Outsiders(family, people, lines, sizes, previous).place(outsiders) if outsiders else {}
