"""The layout of a family: rows by generations, order by the couples, places by least squares, lines in lanes.

Plain Python, so that it runs in tests, on the command line and on a thread. See genogram.md, "Layout".
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from app.genogram.bars import couple_lines, descent_lines
from app.genogram.between import relationship_lines
from app.genogram.drawing import LABEL_GAP, SYMBOL, Drawing, DrawnHousehold, DrawnLine, Measure, Placed
from app.genogram.homes import draw_households
from app.genogram.levels import Levels
from app.genogram.order import order_rows
from app.genogram.outsiders import place_outsiders
from app.genogram.routes import Routes
from app.genogram.rows import rows_of
from app.genogram.spacing import GAP, Spacing
from models.kin import Family


def layout(
    family: Family, measure: Measure, previous: Mapping[str, Placed] | None = None, *, same: bool = False
) -> Drawing:
    """Places for everybody. `previous` are the places so far, which people keep as nearly as the family allows.

    `same` says that they are this very family's, as kept with its session: where they hold everybody and still fit,
    it is drawn exactly as it was.
    """
    previous = previous or {}
    row_of = rows_of(family)
    rows = order_rows(family, row_of)
    outsiders = [person for person in family.people if person not in row_of]
    labels = {person: measure(who) for person, who in family.people.items()}
    width = {person: max(SYMBOL, size[0]) for person, size in labels.items()}
    spacing = Spacing(
        family,
        rows,
        width,
        _start(rows, width, previous),
        {person: placed.x for person, placed in previous.items()},
        _date_room(family, width),
    )
    if same and _still_fits(rows, width, previous):
        rows = [sorted(row, key=lambda person: previous[person].x) for row in rows]
        x = {person: previous[person].x for row in rows for person in row}
    else:
        spacing.settle()
        x = spacing.x
        _anchor_x(x, previous, bool(spacing.pinned))
    routes = Routes(family, rows, x, width)
    height = {person: SYMBOL + LABEL_GAP + size[1] if size[1] else SYMBOL for person, size in labels.items()}
    levels = Levels(rows, height, routes.couples, (*routes.broods, *routes.bends))
    levels.shift_to(previous)
    people = {
        person: Placed(person, x[person], levels.y[number], width[person], height[person], number)
        for number, row in enumerate(levels.rows)
        for person in row
    }
    lines: tuple[DrawnLine, ...] = (
        *couple_lines(routes.couples, family, people, levels),
        *descent_lines(routes.broods, family, people, levels),
    )
    people |= place_outsiders(family, outsiders, people, lines, labels, previous)
    homes = draw_households(family, people, lines)
    lines += relationship_lines(family, people, lines)
    return Drawing(people, lines, homes, _bounds(people, lines, homes))


def _still_fits(rows: Sequence[Sequence[str]], width: Mapping[str, float], previous: Mapping[str, Placed]) -> bool:
    """Whether all have places and nobody's symbol or label lies on another's."""
    for row in rows:
        if not all(person in previous for person in row):
            return False
        ends = sorted(
            (previous[person].x - width[person] / 2, previous[person].x + width[person] / 2) for person in row
        )
        if any(left < right - 0.5 for (_, right), (left, _) in pairwise(ends)):
            return False
    return True


def _start(
    rows: Sequence[Sequence[str]], width: Mapping[str, float], previous: Mapping[str, Placed]
) -> dict[str, float]:
    """Where the sweeps begin: the places so far; somebody new beside the neighbour."""
    x: dict[str, float] = {}
    for row in rows:
        at = -sum(width[person] + GAP for person in row) / 2
        known = next((previous[person].x for person in row if person in previous), None)
        if known is not None:
            at = known - GAP
        for person in row:
            at = previous[person].x if person in previous else at + GAP + width[person] / 2
            x[person] = at
            at += width[person] / 2
    return x


def _date_room(family: Family, width: Mapping[str, float]) -> dict[str, float]:
    """How far apart a couple's dates set the partners, by partnership id."""
    room = {}
    for couple in family.partnerships.values():
        partners = family.partners(couple)
        if couple.dates and len(partners) == 2:
            room[couple.id] = (
                (width[partners[0]] + width[partners[1]]) / 2 + 6.5 * len(couple.dates) + (56 if couple.parting else 16)
            )
    return room


def _anchor_x(x: dict[str, float], previous: Mapping[str, Placed], pinned: bool) -> None:
    """Shift everybody so that most stand where they stood."""
    kept = [previous[person].x - at for person, at in x.items() if person in previous]
    if kept and not pinned:
        shift = median(kept)
        for person in x:
            x[person] += shift


def _bounds(
    people: Mapping[str, Placed], lines: Sequence[DrawnLine], homes: Sequence[DrawnHousehold]
) -> tuple[float, float, float, float]:
    if not people:
        return 0.0, 0.0, 0.0, 0.0
    points = [point for line in lines for point in line.points]
    points += [point for home in homes for point in home.outline]
    points += [corner for one in people.values() for corner in ((one.left, one.top), (one.right, one.bottom))]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
