"""How many lines must cross, by the order of people alone: counted in the channel between two rows.

A couple with its children is one net that ties people of a row to people of the row below. Read round a channel (the
upper row from left to right, the lower one back from right to left), the nets of two couples that alternate
A B A B must cross once, each further A B once more; nets that do not alternate can always be drawn apart.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from models.kin import Family

Pair = tuple[str, str]


class Nets:
    """Which couples' nets each person belongs to, downwards and upwards."""

    def __init__(self, family: Family, row_of: Mapping[str, int]) -> None:
        self.feet: dict[str, list[tuple[str, str]]] = {}  # of each person: couple, the other partner or ""
        self.hangs: dict[str, list[str]] = {}  # of each person: the couples above
        self.together: set[Pair] = set()  # couples of one row, both ways round
        for couple in family.partnerships.values():
            both = [person for person in family.partners(couple) if person in row_of]
            if not both:
                continue
            row = max(row_of[person] for person in both)
            both = [person for person in both if row_of[person] == row]
            if len(both) == 2:
                self.together |= {(both[0], both[1]), (both[1], both[0])}
            brood = [link.child for link in family.broods.get(couple.id, ()) if row_of.get(link.child) == row + 1]
            if len(both) + len(brood) < 2:
                continue
            for person in both:
                other = both[1 - both.index(person)] if len(both) == 2 else ""
                self.feet.setdefault(person, []).append((couple.id, other))
            for child in brood:
                self.hangs.setdefault(child, []).append(couple.id)

    def around(self, upper: Sequence[str], lower: Sequence[str]) -> list[str]:
        """The couples' ids as one comes by them round a channel."""
        feet, hangs = self.feet, self.hangs
        met: list[str] = []
        at: dict[str, int] = {}
        for person in upper:
            of_person = feet.get(person)
            if of_person is None:
                continue
            if len(of_person) == 1:
                met.append(of_person[0][0])
                continue
            at = at or {who: place for place, who in enumerate(upper)}
            met += _spread(of_person, at, at[person])
        for person in reversed(lower):
            if person in hangs:
                met += hangs[person]
        return met

    def crossings(self, upper: Sequence[str], lower: Sequence[str]) -> dict[Pair, int]:
        """How often the nets of each pair of couples must cross between two rows."""
        met = self.around(upper, lower)
        ends = Counter(met)
        to_come: dict[str, int] = {}
        open_: list[str] = []
        alternations: dict[Pair, int] = {}
        for net in met:
            if net not in to_come:
                to_come[net] = ends[net] - 1
                if to_come[net]:
                    open_.append(net)
                continue
            to_come[net] -= 1
            if open_[-1] != net:
                place = len(open_) - 1
                while open_[place] != net:
                    pair = (net, open_[place]) if net < open_[place] else (open_[place], net)
                    alternations[pair] = alternations.get(pair, 0) + 1
                    place -= 1
                open_.append(open_.pop(place))
            if not to_come[net]:
                open_.pop()
        return {pair: (count + 1) // 2 for pair, count in alternations.items()}

    def all_crossings(self, rows: Sequence[Sequence[str]]) -> dict[Pair, int]:
        """The same for all rows."""
        found: dict[Pair, int] = {}
        for upper, lower in zip(rows, [*rows[1:], ()], strict=True):
            for pair, count in self.crossings(upper, lower).items():
                found[pair] = found.get(pair, 0) + count
        return found


def _spread(of_person: Sequence[tuple[str, str]], at: Mapping[str, int], here: int) -> list[str]:
    """A person's couples from the left foot to the right one: those of partners on a side nearest outside."""
    left: list[tuple[int, str]] = []
    right: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    for couple, other in of_person:
        there = at.get(other, here)
        (left if there < here else right if there > here else alone).append((there, couple))
    ordered = [*sorted(left, reverse=True), *alone, *sorted(right, reverse=True)]
    return [couple for _there, couple in ordered]
