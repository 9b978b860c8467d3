"""A genogram drawn by the notation, on whatever a QPainter draws: canvas, PDF, picture.

Notation: McGoldrick, Gerson & Petry, and children's services practice (genogram.md, "How it is drawn").
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.genogram.drawing import LABEL_GAP, SYMBOL, Drawing, DrawnHousehold, DrawnLine, Placed, Point
from app.genogram.look import Look
from app.genogram.notes import Note, couple_bar, notes_of, slash_place, write_notes
from app.genogram.strokes import DASHED, DESCENT, couple_pattern, draw_path, draw_slashes, pen
from app.genogram.symbols import draw_symbol
from app.genogram.ties import draw_tie
from models.genogram import ChildOf, Parting, Person
from models.kin import Family

SLASHES = 11.0  # half the room that slashes take
SLASH_STEP = 4.0
_SLASHES = {Parting.SEPARATED: 1, Parting.DIVORCED: 2, Parting.REUNITED: 1}


def paint_genogram(
    painter: QPainter, drawing: Drawing, family: Family, look: Look, notes: Iterable[Note] | None = None
) -> None:
    """Draw everything, households lowest, then lines, then people, then what is written between them. `notes` are
    those words where their places are known already, as for a part of a drawing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for home in drawing.households:
        _household(painter, home, look)
    links = {link.id: link for link in family.children}
    broods: dict[tuple[str, float], list[DrawnLine]] = defaultdict(list)
    drops: dict[str, float] = {}
    for line in drawing.lines:
        if line.kind == "descent":
            couple = links[line.of].partnership
            drops[couple] = line.points[0][0]
            broods[couple, _trunk(line)[-1][1]].append(line)
    uprights = _uprights(drawing)
    for line in drawing.lines:
        if line.kind == "couple":
            _couple(painter, line, family, look, drops.get(line.of), uprights)
    for brood in broods.values():
        _brood(painter, brood, links, look)
    ties = {tie.id: tie for tie in family.relationships}
    for line in drawing.lines:
        if line.kind == "relationship":
            draw_tie(painter, ties[line.of].line, line.points, look.ink, look.paper)
    with_foot = {person for line in drawing.lines if line.kind != "relationship" for person in line.people[:2]}
    for placed in drawing.people.values():
        _person(painter, placed, family.people[placed.id], look, placed.id in with_foot)
    write_notes(painter, notes_of(drawing, family, look) if notes is None else notes)


def _person(painter: QPainter, placed: Placed, person: Person, look: Look, on_line: bool) -> None:
    """Symbol and label; `on_line` where a couple's line runs behind the label."""
    draw_symbol(painter, QPointF(placed.x, placed.y), person, look)
    top = placed.y + SYMBOL / 2 + LABEL_GAP
    painter.setPen(look.ink)
    for line in look.label(person):
        left = placed.x - line.width / 2
        if on_line:
            painter.fillRect(QRectF(left - 2, top, line.width + 4, line.height), look.paper)
        painter.setFont(line.font)
        painter.drawText(QPointF(left, top + line.foot), line.text)
        top += line.height


def _uprights(drawing: Drawing) -> list[tuple[float, float, float]]:
    """The upright pieces of all couples' and children's lines: x, top, bottom; from left to right."""
    return sorted(
        (x, min(y, to_y), max(y, to_y))
        for line in drawing.lines
        if line.kind != "relationship"
        for (x, y), (to_x, to_y) in pairwise(line.points)
        if x == to_x
    )


def _clear(at: float, low: float, high: float, level: float, uprights: Sequence[tuple[float, float, float]]) -> float:
    """Where slashes stand on a couple's bar: as near to a place as no other line runs between them."""
    for step in range(int((high - low) / SLASH_STEP) + 1):
        for x in (at - step * SLASH_STEP, at + step * SLASH_STEP):
            if low <= x <= high:
                near = uprights[bisect_left(uprights, (x - SLASHES,)) : bisect_left(uprights, (x + SLASHES,))]
                if not any(top < level + 9 and bottom > level - 9 for _, top, bottom in near):
                    return x
    return at


def _couple(
    painter: QPainter,
    line: DrawnLine,
    family: Family,
    look: Look,
    drop: float | None,
    uprights: Sequence[tuple[float, float, float]],
) -> None:
    couple = family.partnerships[line.of]
    draw_path(painter, line.points, pen(look.ink, pattern=couple_pattern(couple.bond, look.all_couples_solid)))
    count = _SLASHES.get(couple.parting, 0)
    if count:
        left, right, level = couple_bar(line)
        ends = (left, right) if drop is None else (left, drop) if drop - left >= right - drop - 1 else (drop, right)
        wish = slash_place(left, right) if couple.dates else (ends[0] + ends[1]) / 2
        last = wish + 3 if couple.dates else right - SLASHES  # dates stand right of the slashes
        at = _clear(wish, left + SLASHES, last, level, uprights)
        draw_slashes(painter, (at, level), count, couple.parting is Parting.REUNITED, look.ink)


def _brood(painter: QPainter, lines: Sequence[DrawnLine], links: dict[str, ChildOf], look: Look) -> None:
    """What a couple's children share once, each child's own piece by how it is their child. The shared piece is drawn
    as all of them are, or solid where they differ."""
    if len(lines) == 1:
        draw_path(painter, lines[0].points, pen(look.ink, pattern=DESCENT[links[lines[0].of].descent]))
        return
    ways = {links[line.of].descent for line in lines}
    shared = pen(look.ink, pattern=DESCENT[next(iter(ways))] if len(ways) == 1 else ())
    for line in _outermost(lines):
        if len(line.points) > 2:
            draw_path(painter, _trunk(line), shared)
    for line in lines:
        own = line.points[len(_trunk(line)) - 1 :]
        draw_path(painter, own, pen(look.ink, pattern=DESCENT[links[line.of].descent]))
        if links[line.of].identical and line.points[-2][0] != line.points[-1][0]:
            (tip, top), (x, y) = line.points[-2], line.points[-1]
            draw_path(painter, ((tip, (top + y) / 2), ((tip + x) / 2, (top + y) / 2)), pen(look.ink))


def _trunk(line: DrawnLine) -> tuple[Point, ...]:
    """What of a child's line may be shared with brothers and sisters: all but the last upright and what hangs on it."""
    points = line.points
    twin = len(points) > 2 and points[-2][0] != points[-1][0]
    return points[:-2] if twin and len(points) > 3 else points[:-1]


def _outermost(lines: Sequence[DrawnLine]) -> set[DrawnLine]:
    """The lines that reach farthest to each side: they hold all that is shared."""
    return {min(lines, key=lambda line: _trunk(line)[-1][0]), max(lines, key=lambda line: _trunk(line)[-1][0])}


def _household(painter: QPainter, home: DrawnHousehold, look: Look) -> None:
    """The line, and a breath of its colour inside: a dashed line alone is soon lost among the couples' own."""
    painter.setPen(pen(look.home, 1.5, DASHED))
    inside = QColor(look.home)
    inside.setAlpha(22)
    painter.setBrush(inside)
    painter.drawPath(rounded(home.outline, 10.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def rounded(points: Sequence[Point], radius: float) -> QPainterPath:
    """A closed path through corners, each rounded by up to `radius`."""
    path = QPainterPath()
    corners = [QPointF(x, y) for x, y in points]
    for place, corner in enumerate(corners):
        before, after = corners[place - 1], corners[(place + 1) % len(corners)]
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        if place == 0:
            path.moveTo(start)
        else:
            path.lineTo(start)
        path.quadTo(corner, end)
    path.closeSubpath()
    return path


def _towards(start: QPointF, end: QPointF, distance: float) -> QPointF:
    line = QLineF(start, end)
    line.setLength(min(distance, line.length() / 2))
    return line.p2()
