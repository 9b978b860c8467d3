"""The outline round those who live together: round exactly them, led between others where they stand apart.

Members beside one another make one block; blocks are joined by narrow corridors that run where nobody stands. The
outline is the edge of the union of all these rectangles, clear of other outlines and not along anybody's line.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.genogram.corridors import HALF, Corridors
from app.genogram.drawing import DrawnHousehold, DrawnLine, Placed
from app.genogram.field import Field
from app.genogram.outline import Box, edges_of
from models.genogram import Household
from models.kin import Family

ABOVE, BESIDE, BELOW = 8.0, 7.0, 7.0  # from symbols and labels to the outline
SHARED = 4.0  # more for each further household of the same people
APART = 300.0  # what joining two blocks of one row costs, in pixels


@dataclass(frozen=True, slots=True)
class Block:
    """Members who stand side by side in a row of the field; `row` is -1 for somebody who stands beside the rows."""

    row: int
    box: Box


def draw_households(
    family: Family, people: Mapping[str, Placed], lines: Sequence[DrawnLine]
) -> tuple[DrawnHousehold, ...]:
    """The outline of each household of which somebody stands somewhere."""
    homes = [home for home in family.households if any(person in people for person in home.people)]
    if not homes:
        return ()
    field = Field(people)
    place = {one.id: (row, at) for row, of in enumerate(field.rows) for at, one in enumerate(of.people)}
    lived: dict[str, int] = defaultdict(int)
    blocks = []
    for home in homes:
        blocks.append(list(_blocks(home, people, field, place, lived)))
        for person in dict.fromkeys(home.people):
            lived[person] += 1
    corridors = Corridors(field, lines)
    for number, of_home in enumerate(blocks):
        for block in of_home:
            corridors.take(block.box, number)
    return tuple(
        _drawn(home, number, of_home, people, corridors)
        for number, (home, of_home) in enumerate(zip(homes, blocks, strict=True))
    )


def _drawn(
    home: Household, number: int, blocks: Sequence[Block], people: Mapping[str, Placed], corridors: Corridors
) -> DrawnHousehold:
    """Blocks and corridors in one outline; where they close a ring round somebody else, without ways above rows."""
    members = frozenset(home.people)
    there = tuple(person for person in dict.fromkeys(home.people) if person in people)
    outline: tuple[tuple[float, float], ...] = ()
    for above in (True, False):
        boxes = [block.box for block in blocks]
        for one, other in _tree(blocks):
            boxes += corridors.join((one.row, one.box), (other.row, other.box), number, members, above)
        outline, *holes = edges_of(boxes)
        if not any(_holds(hole, one) for hole in holes for one in people.values() if one.id not in members):
            break
    return DrawnHousehold(home.id, home.name, there, outline)


def _holds(loop: Sequence[tuple[float, float]], one: Placed) -> bool:
    x, y = one.x + 0.013, one.y + 0.017
    odd = False
    for (ax, ay), (bx, by) in zip(loop, (*loop[1:], loop[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            odd = not odd
    return odd


def _blocks(
    home: Household,
    people: Mapping[str, Placed],
    field: Field,
    place: Mapping[str, tuple[int, int]],
    lived: Mapping[str, int],
) -> Iterator[Block]:
    """Members side by side, row by row from left to right; then those who stand beside the rows."""
    members = [person for person in dict.fromkeys(home.people) if person in people]
    run: list[tuple[int, int]] = []
    for at in (*sorted(place[person] for person in members if person in place), None):
        if run and (at is None or at[0] != run[-1][0] or at[1] != run[-1][1] + 1 or _is_parted(field, run[-1])):
            of_run = field.rows[run[0][0]].people[run[0][1] : run[-1][1] + 1]
            yield Block(run[0][0], _round(of_run, lived))
            run = []
        if at is not None:
            run.append(at)
    for person in members:
        if person not in place:
            yield Block(-1, _round([people[person]], lived))


def _is_parted(field: Field, at: tuple[int, int]) -> bool:
    """Whether somebody who stands beside the rows stands between a person and the next."""
    one, other = field.rows[at[0]].people[at[1] : at[1] + 2]
    return any(
        one.x < stray.x < other.x and stray.top < one.bottom + BELOW and stray.bottom > one.top - ABOVE
        for stray in field.strays
    )


def _round(run: Sequence[Placed], lived: Mapping[str, int]) -> Box:
    more = SHARED * min(2, max(lived[one.id] for one in run))
    return (
        min(one.left for one in run) - BESIDE - more,
        min(one.top for one in run) - ABOVE - more,
        max(one.right for one in run) + BESIDE + more,
        max(one.bottom for one in run) + BELOW + more,
    )


def _tree(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """The shortest ways to join all blocks, without a ring: whoever stood inside one would seem to live there."""
    root = list(range(len(blocks)))

    def top(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for one, other in sorted(_near(blocks), key=lambda pair: _distance(blocks[pair[0]], blocks[pair[1]])):
        if top(one) != top(other):
            root[top(other)] = top(one)
            yield blocks[one], blocks[other]


def _near(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Pairs worth a corridor, the upper or left first: neighbours in a row, and the nearest of one row and the next."""
    rows: dict[int, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        rows[block.row].append(number)
    beside = rows.pop(-1, [])
    for row in rows.values():
        yield from pairwise(row)
    levels = [rows[row] for row in sorted(rows)]
    for upper, lower in pairwise(levels):
        for one in upper:
            yield from ((one, other) for other in _nearest(blocks, one, lower))
        for other in lower:
            yield from ((one, other) for one in _nearest(blocks, other, upper))
    for one in beside:
        yield from ((one, other) for other in range(len(blocks)) if other != one)


def _nearest(blocks: Sequence[Block], one: int, others: Sequence[int]) -> list[int]:
    return sorted(others, key=lambda other: _aside(blocks[one], blocks[other]))[:2] if len(others) > 2 else list(others)


def _aside(one: Block, other: Block) -> float:
    return max(0.0, other.box[0] - one.box[2], one.box[0] - other.box[2])


def _distance(one: Block, other: Block) -> float:
    if -1 in (one.row, other.row):
        return _aside(one, other) + max(0.0, other.box[1] - one.box[3], one.box[1] - other.box[3])
    rows = abs(one.row - other.row)
    overlap = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    return _aside(one, other) + (APART if rows == 0 else 1000.0 * (rows - 1)) + (20.0 if overlap < 4 * HALF else 0.0)
