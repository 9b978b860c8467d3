"""Where in their rows people stand: sweeps of least squares with minimum gaps, order kept.

Each sweep asks for every person where the ties would have it, then gives the row the nearest places that keep the gaps
(pool adjacent violators). The gaps therefore always hold, whatever the family.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.genogram.drawing import SYMBOL
from models.genogram import Partnership
from models.kin import Family

GAP = 26.0  # between neighbours' boxes
COUPLE_GAP = 40.0  # between a couple's symbols, at least
STRANGERS_GAP = 44.0  # between neighbours who are neither couple nor siblings
PINNED = 1e7
CALM = 0.6  # the weight of an earlier place, beside 1 for each tie
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

        self.pairs = list(self._pairs())

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
            self._place(number, {}, {})
        for sweep in range(SWEEPS):
            last = sweep >= SWEEPS - 4
            down = last or sweep % 2 == 0
            pull, mass = self._pulls(down, last or not down, sweep >= SWEEPS // 2)
            for number in range(len(self.rows)):
                self._place(number, pull, mass)
        self._place_all_exactly()

    def _pulls(self, down: bool, up: bool, calm: bool) -> tuple[dict[str, float], dict[str, float]]:
        """How far, weighted, ties pull each person, and the weights' sums: children to parents, parents to children,
        partners together."""
        pull = dict.fromkeys(self.row_of, 0.0)
        mass = dict.fromkeys(self.row_of, 0.0)
        x = self.x
        for couple in self.couples:
            partners = self.family.partners(couple)
            brood = self.broods[couple.id]
            if brood:
                shift = self.middle(couple) - (x[brood[0]] + x[brood[-1]]) / 2
                for child in brood if down else ():
                    pull[child] += shift
                    mass[child] += 1.0
                for parent in partners if up else ():
                    pull[parent] -= shift
                    mass[parent] += 1.0
        for left, right, gap in self.pairs:
            spare = (x[right] - x[left] - gap) / 2
            pull[left] += spare
            pull[right] -= spare
            mass[left] += 1.0
            mass[right] += 1.0
        for person, wish in self.wish.items() if calm else ():
            if person in mass:
                pull[person] += (wish - x[person]) * CALM
                mass[person] += CALM
        return pull, mass

    def _pairs(self) -> Iterator[tuple[str, str, float]]:
        """The couples of one row as left, right, and how far apart they would like to stand."""
        for couple in self.couples:
            partners = self.family.partners(couple)
            if len(partners) == 2 and self.row_of[partners[0]] == self.row_of[partners[1]]:
                left, right = sorted(partners, key=self.place.__getitem__)
                near = self.place[right] - self.place[left] == 1
                gap = self.gaps[self.row_of[left]][self.place[left]] if near else self.width[left] + GAP
                yield left, right, gap

    def _place(self, number: int, pull: Mapping[str, float], mass: Mapping[str, float]) -> None:
        """Give one row the nearest places to what pulls it."""
        row, x = self.rows[number], self.x
        wishes, weights = [], []
        for person in row:
            weight = mass.get(person, 0.0)
            if person in self.pinned:
                wishes.append(self.pinned[person])
                weights.append(PINNED)
            elif weight:
                wishes.append(x[person] + pull[person] / weight)
                weights.append(weight)
            else:
                wishes.append(x[person])
                weights.append(0.05)
        x.update(zip(row, nearest(wishes, weights, self.gaps[number]), strict=True))

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
