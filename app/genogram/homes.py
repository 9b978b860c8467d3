"""The outline round those who live together: round exactly them, led between others where they stand apart.

Members beside one another make one block; blocks are joined by corridors that run where nobody stands. The outline is
the edge of the union of all these rectangles.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.genogram.drawing import DrawnHousehold, Placed, Point
from models.genogram import Household

PAD = 9.0
CORRIDOR = 8.0  # half the width

Box = tuple[float, float, float, float]  # left, top, right, bottom
Block = tuple[int, Box]  # row, box
Rows = Sequence[Sequence[Placed]]


def draw_household(home: Household, rows: Rows) -> DrawnHousehold | None:
    """The household's outline; None where none of its people stands anywhere."""
    blocks = list(_blocks(set(home.people), rows))
    if not blocks:
        return None
    boxes = [box for _row, box in blocks]
    for one, other in _tree(blocks):
        boxes += _corridor(one, other, rows)
    people = tuple(person.id for row in rows for person in row if person.id in home.people)
    return DrawnHousehold(home.id, home.name, people, edge_of(boxes))


def _blocks(members: set[str], rows: Rows) -> Iterator[Block]:
    for number, row in enumerate(rows):
        run: list[Placed] = []
        for person in (*row, None):
            if person is not None and person.id in members:
                run.append(person)
            elif run:
                top, bottom = min(one.top for one in run) - PAD, max(one.bottom for one in run) + PAD
                yield number, (run[0].left - PAD, top, run[-1].right + PAD, bottom)
                run = []


def _tree(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """The shortest ways to join all blocks, without a ring: whoever stood inside one would seem to live there."""
    pairs = [(one, other) for place, one in enumerate(blocks) for other in blocks[place + 1 :]]
    group = {block: block for block in blocks}
    for one, other in sorted(pairs, key=lambda pair: _distance(*pair)):
        if group[one] != group[other]:
            joined = group[other]
            for block, its in group.items():
                if its == joined:
                    group[block] = group[one]
            yield one, other


def _distance(one: Block, other: Block) -> float:
    apart = max(0.0, other[1][0] - one[1][2], one[1][0] - other[1][2])
    rows = abs(one[0] - other[0])
    return apart + (300.0 if rows == 0 else 1000.0 * (rows - 1))


def _corridor(one: Block, other: Block, rows: Rows) -> list[Box]:
    """Rectangles that join two blocks, the upper given first."""
    (row, (left, top, right, bottom)), (row_below, below) = one, other
    if row == row_below:
        y = _between(rows, row)
        ends = (right - PAD - 6, below[0] + PAD + 6) if right < below[0] else (left + PAD + 6, below[2] - PAD - 6)
        return [*_bend(ends[0], bottom - PAD, y, ends[1]), _upright(ends[1], below[3] - PAD, y)]
    low, high = max(left, below[0]), min(right, below[2])
    if row_below == row + 1 and high - low >= 3 * CORRIDOR:
        return [(low, top, high, below[3])]
    x, boxes = (left + right) / 2, []
    y = _between(rows, row)
    start, x = x, min(max(x, below[0] + PAD + 6), below[2] - PAD - 6)
    for passed in range(row + 1, row_below):
        x = _free(x, rows[passed])
        boxes += _bend(start, bottom - PAD, y, x)
        bottom, y, start = y, _between(rows, passed), x
        boxes.append(_upright(x, bottom, y))
    end = min(max(x, below[0] + PAD + 6), below[2] - PAD - 6)
    return [*boxes, *_bend(start, bottom - PAD, y, end), _upright(end, y, below[1] + PAD)]


def _between(rows: Rows, row: int) -> float:
    """The middle of the space below a row."""
    bottom = max(person.bottom for person in rows[row])
    after = next((each for each in rows[row + 1 :] if each), None)
    return bottom + PAD + CORRIDOR + 2 if after is None else (bottom + min(one.top for one in after)) / 2


def _upright(x: float, y: float, to: float) -> Box:
    return x - CORRIDOR, min(y, to), x + CORRIDOR, max(y, to)


def _bend(x: float, y: float, level: float, to: float) -> list[Box]:
    """Down or up to a level, and along it."""
    return [
        _upright(x, y, level),
        (min(x, to) - CORRIDOR, level - CORRIDOR, max(x, to) + CORRIDOR, level + CORRIDOR),
    ]


def _free(x: float, row: Sequence[Placed]) -> float:
    """The place nearest to `x` where a corridor passes between a row's people."""
    if not row:
        return x
    edges = [row[0].left - PAD - CORRIDOR, row[-1].right + PAD + CORRIDOR]
    gaps = [(one.right + CORRIDOR + 2, other.left - CORRIDOR - 2) for one, other in pairwise(row)]
    places = [min(edges[0], x), max(edges[1], x), *(min(max(x, low), high) for low, high in gaps if high >= low)]
    return min(places, key=lambda place: abs(place - x))


def edge_of(boxes: Sequence[Box]) -> tuple[Point, ...]:
    """The outer edge of the union of boxes, clockwise on a screen; the longest edge where they do not touch."""
    xs = sorted({edge for box in boxes for edge in (box[0], box[2])})
    ys = sorted({edge for box in boxes for edge in (box[1], box[3])})
    cells: set[tuple[int, int]] = set()
    for left, top, right, bottom in boxes:
        for column in range(bisect_left(xs, left), bisect_left(xs, right)):
            cells.update((column, line) for line in range(bisect_left(ys, top), bisect_left(ys, bottom)))
    loops = sorted(_loops(cells), key=len)
    outer = max(loops, key=lambda loop: abs(_area([(xs[column], ys[line]) for column, line in loop])))
    return tuple((xs[column], ys[line]) for column, line in outer)


def _loops(cells: set[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The closed ways round filled cells, corners only."""
    after: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for column, line in cells:
        corners = [(column, line), (column + 1, line), (column + 1, line + 1), (column, line + 1)]
        beyond = [(column, line - 1), (column + 1, line), (column, line + 1), (column - 1, line)]
        for place, cell in enumerate(beyond):
            if cell not in cells:
                after.setdefault(corners[place], []).append(corners[(place + 1) % 4])
    while after:
        at = min(after)
        way = [at]
        while at in after:
            nexts = after[at]
            step = nexts.pop()
            if not nexts:
                del after[at]
            at = step
            way.append(at)
        yield _corners(way[:-1])


def _corners(way: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [
        point
        for before, point, then in zip([way[-1], *way[:-1]], way, [*way[1:], way[0]], strict=True)
        if (before[0] == point[0]) != (point[0] == then[0])
    ]


def _area(points: Sequence[Point]) -> float:
    return (
        sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in zip(points, [*points[1:], points[0]], strict=True))
        / 2
    )
