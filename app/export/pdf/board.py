"""A board on paper: columns side by side in letters that fit, and a rated scale across their foot."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from app.export.blocks import NO_TERM, Board, BoardPoint
from app.export.look import EDGE, INK, Colour
from app.export.pdf.form import LEADING
from app.export.pdf.lines import Line
from app.export.pdf.pages import Box, Flow, Stroke, Words
from app.export.pdf.rated_scale import RatedScaleOnPaper

#: Sizes of the points: the first with which they fit a page, in points. Where none does they go on in a size to read.
_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
_OVER_PAGES = 9.5
#: From line to line, above a point and above a term, in sizes.
_LEADING, _APART, _ABOVE_TERM, _INDENT = 1.18, 0.25, 0.4, 0.8
_SIDE, _FOOT, _HEAD, _HEAD_SIZE = 6.0, 4.0, 6.0, 10.0
#: A column has no less of the width, and no more; how often widths are tried.
_NARROWEST, _WIDEST, _ROUNDS = 0.21, 0.54, 4
#: Above the scale, which stands at the foot of the page where it takes no more of it than that.
_GAP, _TALLEST = 11.0, 0.45
#: Columns begin where there is this much room.
_LEAST = 120.0


def board(flow: Flow, block: Board) -> None:
    """The columns, and the scale under them, on one page where letters that can be read allow it."""
    flow.keep(_LEAST)
    scale = RatedScaleOnPaper(flow, block.scale)
    foot = scale.height + _GAP if scale.height <= _TALLEST * flow.full_room else 0.0
    _columns(flow, block, flow.room - foot).draw(foot)
    flow.keep(scale.height)
    if flow.y > flow.head:
        flow.y = max(flow.y, flow.bottom - scale.height)
    scale.draw()


def _columns(flow: Flow, block: Board, room: float) -> "_Columns":
    """The columns in the largest letters with which they fit, and of equal width if that will do."""
    equal = (1 / len(block.columns),) * len(block.columns)
    sizes = [size for size in _SIZES if size >= flow.readable(_SIZES[-1])]
    smallest = _Columns(flow, block, sizes[-1], equal).balanced()
    if smallest.height > room:
        return _Columns(flow, block, flow.readable(_OVER_PAGES), smallest.shares)
    for size in sizes:
        columns = _Columns(flow, block, size, equal)
        if columns.height <= room:
            return columns
        columns = columns.balanced()
        if columns.height <= room:
            return columns
    return smallest


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a column: `high` with the room above it, `left` its indent, `bullet` for a point's first."""

    line: Line
    high: float
    colour: Colour = INK
    left: float = 0.0
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    """A point laid out: its rows, and those of its term, which stand where what is above it has another."""

    term: str
    head: tuple[_Row, ...]
    rows: tuple[_Row, ...]


class _Columns:
    """The columns laid out in one size of letters, each with its share of the width."""

    def __init__(self, flow: Flow, block: Board, size: float, shares: Sequence[float]) -> None:
        self.flow = flow
        self.block = block
        self.size = size
        self.shares = tuple(shares)
        self.widths = [share * flow.width for share in shares]
        self.edges = [flow.left + sum(self.widths[:place]) for place in range(len(shares))]
        lines = flow.typesetter.lines
        self.heads = [
            list(lines(head, _HEAD_SIZE, width - 2 * _SIDE, bold=True))
            for (head, _), width in zip(block.columns, self.widths, strict=True)
        ]
        self.head = _HEAD + max(map(len, self.heads)) * LEADING
        self.points = [
            [self._laid_out(point, width - 2 * _SIDE) for point in points]
            for (_, points), width in zip(block.columns, self.widths, strict=True)
        ]
        self.heights = [sum(row.high for row in _taken(deque(points), inf)) for points in self.points]

    @property
    def height(self) -> float:
        """Points from top to bottom, were it all on one page."""
        return self.head + max(self.heights) + _FOOT

    def balanced(self) -> "_Columns":
        """The same with more width for whoever says more."""
        columns = best = self
        for _ in range(_ROUNDS):
            areas = [share * height for share, height in zip(columns.shares, columns.heights, strict=True)]
            shares = [min(_WIDEST, max(_NARROWEST, area / (sum(areas) or 1.0))) for area in areas]
            columns = _Columns(self.flow, self.block, self.size, [share / sum(shares) for share in shares])
            best = min(best, columns, key=lambda each: each.height)
        return best

    def _laid_out(self, point: BoardPoint, width: float) -> _Point:
        self.flow.checked()
        leading, indent = self.size * _LEADING, self.size * _INDENT
        heads = self.flow.typesetter.lines(point.term or NO_TERM, self.size, width, bold=True)
        lines = self.flow.typesetter.lines(point.text.strip(), self.size, width - indent)
        return _Point(
            point.term,
            tuple(
                _Row(line, leading + (0 if place else _ABOVE_TERM * self.size), self.flow.look.accent)
                for place, line in enumerate(heads)
            ),
            tuple(
                _Row(line, leading + (0 if place else _APART * self.size), INK, indent, not place)
                for place, line in enumerate(lines)
            ),
        )

    def draw(self, foot: float) -> None:
        """Put them on the flow, on as many pages as it takes; down to the last one's foot, where that is free."""
        flow, rest = self.flow, [deque(points) for points in self.points]
        while True:
            top = flow.y
            rows = [_taken(points, flow.room - self.head - _FOOT) for points in rest]
            used = self.head + max(sum(row.high for row in column) for column in rows) + _FOOT
            if any(rest):
                self._page(rows, top, flow.bottom)
                flow.new_page()
                continue
            end = max(top + used, flow.bottom - foot)
            self._page(rows, top, end)
            flow.y = min(end + _GAP - 1.0, flow.bottom)
            return

    def _page(self, rows: Sequence[Sequence[_Row]], top: float, end: float) -> None:
        """The heads and these rows in their columns, framed."""
        flow = self.flow
        flow.add(Box(flow.left, top, flow.width, self.head, fill=flow.look.tint))
        for head, column, left, width in zip(self.heads, rows, self.edges, self.widths, strict=True):
            for place, line in enumerate(head):
                flow.put(line, _HEAD_SIZE, left + _SIDE, width - 2 * _SIDE, top + 14 + place * LEADING)
            y = top + self.head
            for row in column:
                y += row.high
                self._row(row, left + _SIDE, width - 2 * _SIDE, y - 0.25 * self.size)
        flow.add(Stroke(flow.left, top + self.head, flow.left + flow.width, top + self.head))
        flow.add(*(Stroke(edge, top, edge, end) for edge in self.edges[1:]))
        flow.add(Box(flow.left, top, flow.width, end - top, edge=EDGE))

    def _row(self, row: _Row, left: float, width: float, y: float) -> None:
        """A line in its column; the bullet stands where the line begins, right of what is written from there."""
        flow, from_right = self.flow, row.line.right_to_left
        if row.bullet:
            bullet = flow.typesetter.line("•")
            x = left + width - bullet.width * self.size / 1000 if from_right else left
            flow.add(Words(x, y, bullet, self.size, flow.look.accent))
        flow.put(row.line, self.size, left if from_right else left + row.left, width - row.left, y, row.colour)


def _taken(points: deque[_Point], room: float) -> list[_Row]:
    """The rows of the first points, as far as there is room on a page; a point longer than a page is parted."""
    taken: list[_Row] = []
    term = ""
    while points:
        point = points[0]
        head = point.head if point.term != term else ()
        rows = [*head, *point.rows]
        high = sum(row.high for row in rows)
        if high > room and taken:
            return taken
        if high > room:
            fitting = max(_fitting(rows, room), len(head) + 1)
            points[0] = replace(point, rows=point.rows[fitting - len(head) :])
            return rows[:fitting]
        points.popleft()
        taken += rows
        room -= high
        term = point.term
    return taken


def _fitting(rows: Sequence[_Row], room: float) -> int:
    """How many of the rows there is room for."""
    for place, row in enumerate(rows):
        room -= row.high
        if room < 0:
            return place
    return len(rows)
