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
from app.genogram.spacing import FARTHEST, Spacing
from models.kin import Family


def layout(
    family: Family, measure: Measure, previous: Mapping[str, Placed] | None = None, *, same: bool = False
) -> Drawing:
    """Places for everybody. `previous` are the places so far, which people keep as nearly as the family allows.

    `same` says that they are this very family's, as kept with its session: where they hold everybody and still fit,
    it is drawn exactly as it was.
    """
    before = {person: placed for person, placed in (previous or {}).items() if _sane(placed)}
    heights = {person: placed.y for person, placed in before.items()}
    row_of = rows_of(family, heights)
    outsiders = [person for person in family.people if person not in row_of]
    labels = {person: measure(who) for person, who in family.people.items()}
    width = {person: max(SYMBOL, size[0]) for person, size in labels.items()}
    rows, x = _as_it_was(row_of, width, before) if same else ([], {})
    if not rows:
        rows, x = _placed(family, row_of, width, before)
    routes = Routes(family, rows, x, width)
    height = {person: SYMBOL + LABEL_GAP + size[1] if size[1] else SYMBOL for person, size in labels.items()}
    levels = Levels(rows, height, routes.couples, (*routes.broods, *routes.bends), heights)
    people = {
        person: Placed(person, x[person], levels.y[number], width[person], height[person], number)
        for number, row in enumerate(levels.rows)
        for person in row
    }
    lines: tuple[DrawnLine, ...] = (
        *couple_lines(routes.couples, family, people, levels),
        *descent_lines(routes.broods, family, people, levels),
    )
    people |= place_outsiders(family, outsiders, people, lines, labels, before)
    homes = draw_households(family, people, lines)
    lines += relationship_lines(family, people, lines, homes)
    return Drawing(people, lines, homes, _bounds(people, lines, homes))


def _placed(
    family: Family, row_of: dict[str, int], width: Mapping[str, float], before: Mapping[str, Placed]
) -> tuple[list[list[str]], dict[str, float]]:
    """The rows from left to right, and everybody's x."""
    pinned = {person: who.x for person, who in family.people.items() if who.x is not None and person in before}
    by_hand = {person: x for person, x in pinned.items() if abs(x) < FARTHEST}
    order = order_rows(family, row_of, {person: placed.x for person, placed in before.items()} | by_hand)
    spacing = Spacing(family, order.rows, width, order.held, _date_room(family, width))
    spacing.settle()
    if not order.held and not spacing.pinned:
        _anchor_x(spacing.x, before)
    return order.rows, spacing.x


def _as_it_was(
    row_of: Mapping[str, int], width: Mapping[str, float], before: Mapping[str, Placed]
) -> tuple[list[list[str]], dict[str, float]]:
    """The same as they were; nothing where somebody has no place, or lies on another."""
    if not all(person in before for person in row_of):
        return [], {}
    rows: list[list[str]] = [[] for _ in range(max(row_of.values(), default=-1) + 1)]
    for person in sorted(row_of, key=lambda person: before[person].x):
        rows[row_of[person]].append(person)
    x = {person: before[person].x for person in row_of}
    apart = all(x[other] - x[one] >= (width[one] + width[other]) / 2 for row in rows for one, other in pairwise(row))
    return (rows, x) if apart else ([], {})


def _sane(placed: Placed) -> bool:
    """Whether an earlier place is one where somebody can have stood; files may hold anything."""
    return abs(placed.x) < FARTHEST and abs(placed.y) < FARTHEST


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


def _anchor_x(x: dict[str, float], before: Mapping[str, Placed]) -> None:
    """Shift everybody so that most stand where they stood."""
    kept = [before[person].x - at for person, at in x.items() if person in before]
    if kept:
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
