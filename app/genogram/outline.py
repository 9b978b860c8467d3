"""The outer edge of a union of rectangles, as the line round a household."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from app.genogram.drawing import Point

Box = tuple[float, float, float, float]  # left, top, right, bottom


def edges_of(boxes: Sequence[Box]) -> list[tuple[Point, ...]]:
    """The edges of the union of boxes: the outer edge first, clockwise on a screen, then those of holes or of parts
    that do not touch."""
    xs = sorted({edge for box in boxes for edge in (box[0], box[2])})
    ys = sorted({edge for box in boxes for edge in (box[1], box[3])})
    cells: set[tuple[int, int]] = set()
    for left, top, right, bottom in boxes:
        for column in range(bisect_left(xs, left), bisect_left(xs, right)):
            cells.update((column, line) for line in range(bisect_left(ys, top), bisect_left(ys, bottom)))
    loops = [tuple((xs[column], ys[line]) for column, line in loop) for loop in _loops(cells)]
    return sorted(loops, key=lambda loop: -abs(_area(loop)))


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
