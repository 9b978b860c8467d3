"""The lines between two people: each kind differs in shape, not by colour alone, all along its path."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.genogram.drawing import Point
from app.genogram.strokes import DASH_DOT, DOTTED, draw_path, pen, polygon
from models.genogram import Line

PARALLEL = {Line.CLOSE: (-2.0, 2.0), Line.VERY_CLOSE: (-4.0, 0.0, 4.0)}
HEAVY = (Line.VIOLENCE, Line.ABUSE)
PLAIN = {Line.DISTANT: (1.8, DOTTED), Line.WORRY: (1.8, DASH_DOT), Line.OTHER: (1.2, ())}
TOOTH = 7.0  # from one tip of a zigzag to the next, along the line
REACH = 4.0  # of a tip from the line
GAP = 14.0  # where a line is cut off
ARROW = 13.0


def draw_tie(painter: QPainter, kind: Line, points: Sequence[Point], ink: QColor, paper: QColor) -> None:
    """A line along a path; violence and abuse end in an arrow at its last point."""
    way = [point for place, point in enumerate(points) if not place or point != points[place - 1]]
    long = length(way)
    if long < 1:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.4))
    if kind in PARALLEL:
        for offset in PARALLEL[kind]:
            painter.drawPolyline(polygon(beside(way, offset)))
    elif kind is Line.CONFLICT:
        painter.drawPolyline(_zigzag(way))
    elif kind in HEAVY:
        painter.setPen(QPen(ink, 2.6))
        painter.drawPolyline(_zigzag(part(way, 0.0, max(long * 0.4, long - ARROW + 1))))
        _arrow(painter, way, ink, paper if kind is Line.ABUSE else ink)
    elif kind is Line.CUT_OFF:
        _cut(painter, way, long)
    else:
        width, pattern = PLAIN[kind]
        draw_path(painter, way, pen(ink, width, pattern))


def length(way: Sequence[Point]) -> float:
    """How long a path is."""
    return sum(hypot(to_x - x, to_y - y) for (x, y), (to_x, to_y) in pairwise(way))


def place_at(way: Sequence[Point], along: float) -> tuple[Point, Point]:
    """The point so far along a path, and the unit step across it there."""
    for (x, y), (to_x, to_y) in pairwise(way):
        long = hypot(to_x - x, to_y - y)
        if along <= long or (to_x, to_y) == way[-1]:
            step = (to_x - x) / long, (to_y - y) / long
            along = min(along, long)
            return (x + step[0] * along, y + step[1] * along), (-step[1], step[0])
        along -= long
    return way[-1], (0.0, 1.0)


def part(way: Sequence[Point], start: float, end: float) -> list[Point]:
    """The piece of a path from one length along it to another."""
    passed, inner = 0.0, []
    for (x, y), (to_x, to_y) in pairwise(way):
        passed += hypot(to_x - x, to_y - y)
        if start < passed < end:
            inner.append((to_x, to_y))
    return [place_at(way, start)[0], *inner, place_at(way, end)[0]]


def beside(way: Sequence[Point], offset: float) -> list[Point]:
    """A path that keeps its distance from another, round its bends too."""
    steps = [_across(one, other) for one, other in pairwise(way)]
    moved = [_moved(way[0], steps[0], offset)]
    for point, before, after in zip(way[1:-1], steps, steps[1:], strict=False):
        turn = 1.0 + before[0] * after[0] + before[1] * after[1]
        scale = 1.0 / max(turn, 0.3)
        moved.append(_moved(point, ((before[0] + after[0]) * scale, (before[1] + after[1]) * scale), offset))
    return [*moved, _moved(way[-1], steps[-1], offset)]


def _across(one: Point, other: Point) -> Point:
    long = hypot(other[0] - one[0], other[1] - one[1])
    return -(other[1] - one[1]) / long, (other[0] - one[0]) / long


def _moved(point: Point, step: Point, by: float) -> Point:
    return point[0] + step[0] * by, point[1] + step[1] * by


def _zigzag(way: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in _teeth(way)])


def _teeth(way: Sequence[Point]) -> Iterator[Point]:
    """Tips by turns on both sides of a path, each straight piece with its own."""
    side = REACH
    yield way[0]
    for (x, y), (to_x, to_y) in pairwise(way):
        long = hypot(to_x - x, to_y - y)
        steps = max(2, ceil(long / TOOTH))
        across = -(to_y - y) / long * side, (to_x - x) / long * side
        for step in range(1, steps):
            turn = 1 if step % 2 else -1
            yield x + (to_x - x) * step / steps + across[0] * turn, y + (to_y - y) * step / steps + across[1] * turn
    yield way[-1]


def _cut(painter: QPainter, way: Sequence[Point], long: float) -> None:
    """A gap in the middle, closed off on both sides."""
    half = min(GAP, long / 3) / 2
    for start, end, edge in ((0.0, long / 2 - half, long / 2 - half), (long / 2 + half, long, long / 2 + half)):
        painter.drawPolyline(polygon(part(way, start, end)))
        at, across = place_at(way, edge)
        painter.drawLine(QPointF(*_moved(at, across, 7)), QPointF(*_moved(at, across, -7)))


def _arrow(painter: QPainter, way: Sequence[Point], ink: QColor, fill: QColor) -> None:
    """At the end; filled for violence, hollow for abuse."""
    long = length(way)
    back, _ = place_at(way, max(0.0, long - ARROW))
    across = _across(back, way[-1]) if back != way[-1] else (0.0, 1.0)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(fill)
    painter.drawPolygon(polygon([way[-1], _moved(back, across, 6), _moved(back, across, -6)]))
