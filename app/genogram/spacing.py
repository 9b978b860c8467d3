"""Where in their rows people stand: sweeps of least squares with minimum gaps, order kept.

Each sweep asks for every person where the ties would have it, then gives the row the nearest places that keep the gaps
(pool adjacent violators). The gaps therefore always hold, whatever the family.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.genogram.drawing import SYMBOL
from models.genogram import Partnership
from models.kin import Family

GAP = 26.0  # between neighbours' boxes
COUPLE_GAP = 40.0  # between a couple's symbols, at least
STRANGERS_GAP = 44.0  # between neighbours who are neither couple nor siblings
PINNED = 1e7
SWEEPS = 14


@dataclass
class Spacing:
    """What the sweeps work on: rows in order, widths, and `x` as it stands now."""

    family: Family
    rows: Sequence[Sequence[str]]
    width: Mapping[str, float]
    x: dict[str, float]
    wish: Mapping[str, float]  # earlier places, which pull gently
    together: dict[str, float]  # the width that a couple's dates need, by partnership id

    def __post_init__(self) -> None:
        self.row_of = {person: number for number, row in enumerate(self.rows) for person in row}
        self.place = {person: place for row in self.rows for place, person in enumerate(row)}
        self.gaps = [[self._gap(one, other) for one, other in pairwise(row)] for row in self.rows]
        self.pinned = {
            person: who.x for person, who in self.family.people.items() if who.x is not None and person in self.row_of
        }
        self.couples = [
            couple for couple in self.family.partnerships.values() if self._standing(self.family.partners(couple))
        ]
        self.broods = {
            couple.id: [
                link.child for link in self.family.broods.get(couple.id, ()) if link.child in self.row_of
            ]
            for couple in self.couples
        }  # fmt: skip

    def _standing(self, people: Sequence[str]) -> bool:
        return bool(people) and all(person in self.row_of for person in people)

    def _gap(self, one: str, other: str) -> float:
        """The least distance of two neighbours' centres."""
        half = (self.width[one] + self.width[other]) / 2
        couple = _couple_of(self.family, one, other)
        if couple is not None:
            return max(half + GAP, SYMBOL + COUPLE_GAP, self.together.get(couple.id, 0.0))
        if other in self.family.siblings(one):
            return half + GAP
        return half + STRANGERS_GAP

    def middle(self, couple: Partnership) -> float:
        """Halfway between two partners, or where the one is."""
        partners = self.family.partners(couple)
        return sum(self.x[person] for person in partners) / len(partners)

    def settle(self) -> None:
        """All sweeps: down and up by turns, then both ways at once."""
        for number in range(len(self.rows)):
            self._place(number, {})
        for sweep in range(SWEEPS):
            last = sweep >= SWEEPS - 4
            down = last or sweep % 2 == 0
            pulls = self._pulls(down, last or not down, sweep >= SWEEPS // 2)
            for number in range(len(self.rows)):
                self._place(number, pulls)
        self._place_all_exactly()

    def _pulls(self, down: bool, up: bool, calm: bool) -> dict[str, list[tuple[float, float]]]:
        """Where ties want each person, with weights: children to parents, parents to children, partners together."""
        pulls: dict[str, list[tuple[float, float]]] = {person: [] for person in self.row_of}
        x = self.x
        for couple in self.couples:
            partners = self.family.partners(couple)
            brood = self.broods[couple.id]
            if brood:
                shift = self.middle(couple) - (x[brood[0]] + x[brood[-1]]) / 2
                for child in brood if down else ():
                    pulls[child].append((x[child] + shift, 1.0))
                for parent in partners if up else ():
                    pulls[parent].append((x[parent] - shift, 1.0))
            if len(partners) == 2:
                self._pull_together(partners[0], partners[1], pulls)
        if calm:
            for person, wish in self.wish.items():
                if person in pulls:
                    pulls[person].append((wish, 0.6))
        return pulls

    def _pull_together(self, one: str, other: str, pulls: dict[str, list[tuple[float, float]]]) -> None:
        if self.row_of[one] != self.row_of[other]:
            return
        left, right = (one, other) if self.place[one] < self.place[other] else (other, one)
        near = self.place[right] - self.place[left] == 1
        gap = self.gaps[self.row_of[one]][self.place[left]] if near else self.width[left] + GAP
        spare = (self.x[right] - self.x[left] - gap) / 2
        pulls[left].append((self.x[left] + spare, 1.0))
        pulls[right].append((self.x[right] - spare, 1.0))

    def _place(self, number: int, pulls: Mapping[str, Sequence[tuple[float, float]]]) -> None:
        """Give one row the nearest places to what pulls it."""
        wishes, weights = [], []
        for person in self.rows[number]:
            of_person = pulls.get(person) or ((self.x[person], 0.05),)
            weight = sum(each for _, each in of_person)
            wish = sum(at * each for at, each in of_person) / weight
            if person in self.pinned:
                wish, weight = self.pinned[person], PINNED
            wishes.append(wish)
            weights.append(weight)
        for person, at in zip(self.rows[number], nearest(wishes, weights, self.gaps[number]), strict=True):
            self.x[person] = at

    def _place_all_exactly(self) -> None:
        """A pinned person stands exactly there, wherever the gaps leave it free to."""
        for person, at in self.pinned.items():
            if abs(self.x[person] - at) < 0.5:
                self.x[person] = at


def _couple_of(family: Family, one: str, other: str) -> Partnership | None:
    for couple in family.couples.get(one, ()):
        if other in (couple.first, couple.second):
            return couple
    return None


def nearest(wishes: Sequence[float], weights: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """The places of least squared distance to `wishes` that keep the order and each gap (pool adjacent violators)."""
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for wish, weight, offset in zip(wishes, weights, offsets, strict=False):
        mean, mass, count = wish - offset, weight, 1
        while pools and pools[-1][0] > mean:
            before, its_mass, its_count = pools.pop()
            mean = (before * its_mass + mean * mass) / (its_mass + mass)
            mass += its_mass
            count += its_count
        pools.append((mean, mass, count))
    means = [mean for mean, _, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=False)]
