"""In which order people stand in their rows: as they stood, with whoever is new put in; or else laid out afresh."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.genogram.improve import improved
from app.genogram.kept import Kept
from app.genogram.walk import walked
from models.kin import Family

NEW = 3  # so many people, and a third of the others, may be new or out of place in an order that is kept
MORE = 1  # so many crossings more than before need no second thought
TOLERATED, TIMES = 2, 1.5  # an order is kept with so many crossings more than a fresh one has, and so many times


@dataclass(frozen=True)
class Order:
    """People in rows from left to right. `held` are the earlier places of those who keep them, x by person."""

    rows: list[list[str]]
    held: dict[str, float]


def order_rows(family: Family, row_of: dict[str, int], before: Mapping[str, float]) -> Order:
    """The order of each row; `before` are earlier places, x by person, which may be nonsense."""
    known = {person: at for person, at in before.items() if person in row_of}
    if known and len(row_of) - len(known) <= NEW + len(row_of) // 3:
        kept = Kept(family, row_of, known)
        if len(kept.loose) <= NEW + len(row_of) // 3:
            return _kept(kept, known)
    return Order(_afresh(family, row_of)[0], {})


def _kept(kept: Kept, known: Mapping[str, float]) -> Order:
    """The order so far, or a fresh one where that crosses clearly fewer lines."""
    kept.put_in()
    rows, crossings = improved(kept.family, kept.row_of, kept.order(), kept.loose)
    couples, stood = len(kept.family.partnerships), kept.crossed_before()
    if crossings > stood + MORE or stood > TOLERATED + couples // 3:
        fresh, fewer = _afresh(kept.family, kept.row_of)
        if crossings > max(fewer + TOLERATED + couples // 25, TIMES * fewer):
            return Order(fresh, {})
    return Order(rows, _held(rows, known))


def _held(rows: Sequence[Sequence[str]], known: Mapping[str, float]) -> dict[str, float]:
    """Earlier places that rise along each row; of two that do not, neither is held."""
    held: dict[str, float] = {}
    for row in rows:
        standing = [person for person in row if person in known]
        wrong = {one for pair in pairwise(standing) if known[pair[0]] >= known[pair[1]] for one in pair}
        held |= {person: known[person] for person in standing if person not in wrong}
    return held


def _afresh(family: Family, row_of: Mapping[str, int]) -> tuple[list[list[str]], int]:
    """A fresh order and its crossings; where a loop broke birth order, it is mended where it can be."""
    order = walked(family, row_of)
    rows, crossings = improved(family, row_of, order)
    at = {person: float(place) for row in rows for place, person in enumerate(row)}
    if all(
        at.get(one.child, 0.0) < at.get(other.child, 1.0)
        for brood in family.broods.values()
        for one, other in pairwise(brood)
        if row_of.get(one.child) == row_of.get(other.child)
    ):
        return rows, crossings
    mended = Kept(family, row_of, at)
    mended.put_in()
    return mended.rows, crossings
