"""Where in their rows people stand: sweeps of least squares with minimum gaps, order kept.

Each sweep asks for every person where the ties would have it, then gives the row the nearest places that keep the gaps
(pool adjacent violators). The gaps therefore always hold, whatever the family.

Whoever stood somewhere holds that place: somebody new is squeezed in between, the gaps round about give way, and only
the next of kin shift a little so that parents stay above their children.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from app.genogram.drawing import SYMBOL
from models.kin import Family

GAP = 26.0  # between neighbours' boxes
COUPLE_GAP = 40.0  # between a couple's symbols, at least
STRANGERS_GAP = 44.0  # between neighbours who are neither couple nor siblings
TIGHT_GAP = 10.0  # the same three where people stand already and somebody is put between them
TIGHT_COUPLE_GAP = 26.0
TIGHT_STRANGERS_GAP = 14.0
FARTHEST = 1e6  # from the middle, in pixels, that a place is believed; files may hold anything
PINNED = 1e7
HELD = 1e3  # the weight of an earlier place, beside 1 for each tie
LENT = 0.05  # how much carers pull a child that is drawn with its own parents, too
GIVE = 14.0  # how far the next of kin of somebody new may shift
SWEEPS = 14
SWEEPS_HELD = 6


class Spacing:
    """What the sweeps work on: rows in order, widths, and `x` as it stands now."""

    def __init__(
        self,
        family: Family,
        rows: Sequence[Sequence[str]],
        width: Mapping[str, float],
        held: Mapping[str, float],
        together: Mapping[str, float],
    ) -> None:
        """`held` are the places that people keep; `together` is the width that a couple's dates need, by partnership
        id."""
        self.family, self.rows, self.width, self.held, self.together = family, rows, width, held, together
        self.row_of = {person: number for number, row in enumerate(rows) for person in row}
        self.place = {person: place for row in rows for place, person in enumerate(row)}
        self._couple_of = {family.partners(couple): couple for couple in reversed(family.partnerships.values())}
        self.roomy = [[self._gap(one, other, False) for one, other in pairwise(row)] for row in rows]
        self.gaps = (
            [[self._gap(one, other, True) for one, other in pairwise(row)] for row in rows] if held else self.roomy
        )
        self.pinned = {
            person: who.x
            for person, who in family.people.items()
            if who.x is not None and abs(who.x) < FARTHEST and person in self.row_of
        }
        self.x = self._start()
        self.families = list(self._families())
        self.pairs = list(self._pairs())
        self.anchor: dict[str, float] = {}  # where whoever holds a place ends
        self.give: dict[str, float] = {}  # how far from there the next of kin may go

    def _families(self) -> Iterator[tuple[str, str, list[str], list[float]]]:
        """Each couple with children, one parent alone given twice; and how much it pulls each child. Those who care for
        somebody else's child stand near it: they do not draw it away from its brothers and sisters."""
        for couple_id, links in self.family.broods.items():
            partners = self.family.partners(self.family.partnerships[couple_id])
            brood = [link.child for link in links if link.child in self.row_of]
            if brood and partners and all(person in self.row_of for person in partners):
                origins = self.family.origins
                own = [1.0 if origins[child][0].partnership == couple_id else LENT for child in brood]
                yield partners[0], partners[-1], brood, own

    def _gap(self, one: str, other: str, tight: bool) -> float:
        """The least distance of two neighbours' centres."""
        half = (self.width[one] + self.width[other]) / 2
        couple = self._couple_of.get((one, other)) or self._couple_of.get((other, one))
        if couple is not None:
            room = SYMBOL + (TIGHT_COUPLE_GAP if tight else COUPLE_GAP)
            return max(half + (TIGHT_GAP if tight else GAP), room, self.together.get(couple.id, 0.0))
        if other in self.family.siblings(one):
            return half + (TIGHT_GAP if tight else GAP)
        return half + (TIGHT_STRANGERS_GAP if tight else STRANGERS_GAP)

    def _start(self) -> dict[str, float]:
        """Where the sweeps begin: the places held; somebody new beside the neighbour."""
        x: dict[str, float] = {}
        for row, gaps in zip(self.rows, self.roomy, strict=True):
            first = next((place for place, person in enumerate(row) if person in self.held), None)
            at = -sum(gaps) / 2 if first is None else self.held[row[first]] - sum(gaps[:first])
            for place, person in enumerate(row):
                at = self.held.get(person, at)
                x[person] = at
                at += gaps[place] if place < len(gaps) else 0.0
        return x

    def settle(self) -> None:
        """All sweeps: down and up by turns, then both ways at once."""
        for number in range(len(self.rows)):
            self._place(number, {}, {})
        if self.held:
            self._settle_held()
        else:
            self._sweeps(SWEEPS)
        self._place_all_exactly()

    def _sweeps(self, times: int) -> None:
        for sweep in range(times):
            last = sweep >= times - 4
            down = last or sweep % 2 == 0
            pull, mass = self._pulls(down, last or not down)
            for number in range(len(self.rows)):
                self._place(number, pull, mass)

    def _settle_held(self) -> None:
        """First everybody holds their places but whoever is new; then the next of kin of the new give a little."""
        if len(self.held) == len(self.row_of):
            return
        self._sweeps(SWEEPS_HELD)
        self.anchor = {person: self.x[person] for person in self.held}
        near = self._next_of_kin()
        self.give = {
            person: give
            for person, at in self.anchor.items()
            if person in near and (give := GIVE - abs(at - self.held[person])) > 0.0
        }
        self._sweeps(SWEEPS_HELD)

    def _next_of_kin(self) -> set[str]:
        """Who is within two steps of somebody new."""
        family = self.family
        near = {person for person in self.row_of if person not in self.held}
        for _step in range(2):
            near |= {
                other
                for person in near
                for other in (
                    *family.parents(person),
                    *family.siblings(person),
                    *family.children_of(person),
                    *(family.partner_in(couple, person) for couple in family.couples.get(person, ())),
                )
            }
        return near

    def _pulls(self, down: bool, up: bool) -> tuple[dict[str, float], dict[str, float]]:
        """How far, weighted, ties pull each person, and the weights' sums: children to parents, parents to children,
        partners together."""
        pull = dict.fromkeys(self.row_of, 0.0)
        mass = dict.fromkeys(self.row_of, 0.0)
        x = self.x
        for one, other, brood, own in self.families:
            shift = (x[one] + x[other] - x[brood[0]] - x[brood[-1]]) / 2
            if down:
                for child, weight in zip(brood, own, strict=True):
                    pull[child] += shift * weight
                    mass[child] += weight
            if up:
                pull[one] -= shift
                mass[one] += 1.0
                if other != one:
                    pull[other] -= shift
                    mass[other] += 1.0
        for left, right, gap in self.pairs:
            spare = (x[right] - x[left] - gap) / 2
            pull[left] += spare
            pull[right] -= spare
            mass[left] += 1.0
            mass[right] += 1.0
        return pull, mass

    def _pairs(self) -> Iterator[tuple[str, str, float]]:
        """Who would like to stand side by side, as left, right, and how far apart: the couples of one row, and
        somebody new with brothers and sisters."""
        for couple in self.family.partnerships.values():
            partners = [person for person in self.family.partners(couple) if person in self.row_of]
            if len(partners) == 2 and self.row_of[partners[0]] == self.row_of[partners[1]]:
                left, right = sorted(partners, key=self.place.__getitem__)
                near = self.place[right] - self.place[left] == 1
                gap = self.roomy[self.row_of[left]][self.place[left]] if near else self.width[left] + GAP
                yield left, right, gap
        for row, gaps in zip(self.rows, self.roomy, strict=True) if self.held else ():
            for (left, right), gap in zip(pairwise(row), gaps, strict=True):
                if (left not in self.held or right not in self.held) and right in self.family.siblings(left):
                    yield left, right, gap

    def _place(self, number: int, pull: Mapping[str, float], mass: Mapping[str, float]) -> None:
        """Give one row the nearest places to what pulls it."""
        row, x = self.rows[number], self.x
        weights = [mass.get(person) or 0.05 for person in row]
        wishes = [x[person] + pull.get(person, 0.0) / weight for person, weight in zip(row, weights, strict=True)]
        if self.held or self.pinned:
            self._hold(row, wishes, weights)
        x.update(zip(row, nearest(wishes, weights, self.gaps[number]), strict=True))

    def _hold(self, row: Sequence[str], wishes: list[float], weights: list[float]) -> None:
        """Whoever is pinned or holds a place wishes for nothing else."""
        for place, person in enumerate(row):
            if person in self.pinned:
                wishes[place], weights[place] = self.pinned[person], PINNED
            elif person in self.give:
                at, give = self.anchor[person], self.give[person]
                wishes[place] = min(max(wishes[place], at - give), at + give)
            elif person in self.held:
                wishes[place], weights[place] = self.anchor.get(person, self.held[person]), HELD

    def _place_all_exactly(self) -> None:
        """A pinned person stands exactly there, wherever the gaps leave it free to; so does whoever kept a place."""
        for person, at in (*self.held.items(), *self.pinned.items()):
            if abs(self.x[person] - at) < (0.5 if person in self.pinned else 1e-6):
                self.x[person] = at


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
