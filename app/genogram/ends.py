"""Where lines end at people: several couples' feet side by side, and several lines to one child."""

from collections.abc import Mapping

from models.genogram import ChildOf, Partnership
from models.kin import Family

FOOT = 14.0  # between the feet of one person's couples
HEAD = 12.0  # between the lines that lead to one child


class Ends:
    """Ends of lines at those who stand in a row, by `row_of`, at `x`."""

    def __init__(self, family: Family, row_of: Mapping[str, int], x: Mapping[str, float]) -> None:
        self._family, self._row_of, self._x = family, row_of, x

    def standing(self, couple: Partnership) -> list[str]:
        """The partners who stand in a row."""
        return [person for person in self._family.partners(couple) if person in self._row_of]

    def brood(self, couple: Partnership) -> list[ChildOf]:
        """The children who stand in a row, eldest first."""
        return [link for link in self._family.broods.get(couple.id, ()) if link.child in self._row_of]

    def middle(self, couple: Partnership, default: float) -> float:
        """The middle of a couple's children."""
        brood = [self._x[link.child] for link in self.brood(couple)]
        return (min(brood) + max(brood)) / 2 if brood else default

    def feet(self) -> dict[tuple[str, str], float]:
        """Where each partnership's line leaves each partner, by both ids: so that the U's nest without crossing."""
        feet = {}
        for person, couples in self._family.couples.items():
            if person not in self._row_of:
                continue
            here = self._x[person]
            drawn = [couple for couple in couples if len(self.standing(couple)) == 2 or self.brood(couple)]
            sides: dict[str, tuple[int, float]] = {}
            for couple in drawn:
                other = self._family.partner_in(couple, person)
                there = self._x[other] if other in self._row_of else here
                side = 0 if there == here else 1 if there > here else -1
                sides[couple.id] = (side, -there if side else self.middle(couple, here))
            order = sorted(drawn, key=lambda couple: sides[couple.id])
            step = min(FOOT, 36.0 / max(1, len(order)))
            for place, couple in enumerate(order):
                feet[couple.id, person] = here + (place - (len(order) - 1) / 2) * step
        return feet

    def heads(self) -> dict[str, float]:
        """Where each child's lines end, by link: in the order of the parents' places."""
        heads: dict[str, float] = {}
        for child, links in self._family.origins.items():
            if child not in self._row_of:
                continue
            drawn = [link for link in links if self.standing(self._family.partnerships[link.partnership])]
            if len(drawn) > 1:
                drawn.sort(key=self._parents_middle)
            step = min(HEAD, 32.0 / max(1, len(drawn)))
            for place, link in enumerate(drawn):
                heads[link.id] = self._x[child] + (place - (len(drawn) - 1) / 2) * step
        return heads

    def _parents_middle(self, link: ChildOf) -> float:
        there = [self._x[person] for person in self.standing(self._family.partnerships[link.partnership])]
        return sum(there) / len(there)
