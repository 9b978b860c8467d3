"""A genogram drawn by the notation, on whatever a QPainter draws: canvas, PDF, picture.

Notation: McGoldrick, Gerson & Petry, and children's services practice (genogram.md, "How it is drawn").
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.genogram.drawing import LABEL_GAP, SYMBOL, Drawing, DrawnHousehold, DrawnLine, Placed, Point
from app.genogram.look import Look
from app.genogram.symbols import draw_symbol
from app.genogram.ties import draw_tie
from models.genogram import Bond, Descent, Parting, Person
from models.kin import Family

LINE = 1.6


def paint_genogram(painter: QPainter, drawing: Drawing, family: Family, look: Look) -> None:
    """Draw everything, households lowest, then lines, then people."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for home in drawing.households:
        _household(painter, home, look)
    couple_of = {link.id: link.partnership for link in family.children}
    drops = {couple_of[line.of]: line.points[0][0] for line in drawing.lines if line.kind == "descent"}
    for line in drawing.lines:
        if line.kind == "couple":
            _couple(painter, line, family, look, drops.get(line.of))
            _dates(painter, line, family, look, drawing)
        elif line.kind == "descent":
            _descent(painter, line, family, look)
    for line in drawing.lines:
        if line.kind == "relationship":
            tie = next(tie for tie in family.relationships if tie.id == line.of)
            draw_tie(painter, tie.line, line.points, look.ink, look.paper)
    for placed in drawing.people.values():
        _person(painter, placed, family.people[placed.id], look)
    taken = _taken(drawing) if any(home.name for home in drawing.households) else []
    for home in drawing.households:
        _household_name(painter, home, look, taken)


def _pen(colour: QColor, width: float = LINE, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(colour, width, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if style is Qt.PenStyle.DashLine:
        pen.setDashPattern([5, 3.5])
    elif style is Qt.PenStyle.DotLine:
        pen.setDashPattern([1.4, 2.4])
    return pen


def _person(painter: QPainter, placed: Placed, person: Person, look: Look) -> None:
    draw_symbol(painter, QPointF(placed.x, placed.y), person, look.ink, look.paper, look.font)
    top = placed.y + SYMBOL / 2 + LABEL_GAP
    for line in look.label(person):
        box = QRectF(placed.x - line.width / 2 - 2, top, line.width + 4, line.height)
        painter.fillRect(box, look.paper)
        painter.setFont(line.font)
        painter.setPen(look.ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, line.text)
        top += line.height


def _polyline(painter: QPainter, points: Sequence[Point], pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _couple(painter: QPainter, line: DrawnLine, family: Family, look: Look, drop: float | None) -> None:
    couple = family.partnerships[line.of]
    style = Qt.PenStyle.SolidLine if couple.bond is Bond.MARRIED else Qt.PenStyle.DashLine
    _polyline(painter, line.points, _pen(look.ink, style=style))
    (left, level), (right, _) = line.points[1], line.points[2]
    slashes = {Parting.SEPARATED: 1, Parting.DIVORCED: 2, Parting.REUNITED: 1}.get(couple.parting, 0)
    ends = (left, right) if drop is None else (left, drop) if drop - left >= right - drop - 1 else (drop, right)
    at = left + 24 if couple.dates else (ends[0] + ends[1]) / 2
    painter.setPen(_pen(look.ink, 2.2))
    for number in range(slashes):
        x = at + (number - (slashes - 1) / 2) * 7
        painter.drawLine(QLineF(x - 5, level + 9, x + 5, level - 9))
    if couple.parting is Parting.REUNITED:
        painter.drawLine(QLineF(at - 5, level - 9, at + 5, level + 9))


def _dates(painter: QPainter, line: DrawnLine, family: Family, look: Look, drawing: Drawing) -> None:
    """Above the couple's line, between their labels, clear of the slashes."""
    couple = family.partnerships[line.of]
    if not couple.dates:
        return
    text = look.text(couple.dates)
    left, right = (drawing.people[person] for person in line.people)
    painter.setFont(look.font(11))
    painter.setPen(look.ink)
    width = painter.fontMetrics().horizontalAdvance(text) + 4
    middle = (left.right + right.left) / 2 + (16 if couple.parting else 0)
    box = QRectF(middle - width / 2, line.points[1][1] - 17, width, 15)
    painter.fillRect(box, look.paper)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


_DESCENT = {
    Descent.BIRTH: Qt.PenStyle.SolidLine,
    Descent.ADOPTED: Qt.PenStyle.DashLine,
    Descent.FOSTER: Qt.PenStyle.DotLine,
    Descent.KINSHIP: Qt.PenStyle.DotLine,
    Descent.STEP: Qt.PenStyle.DashLine,
}


def _descent(painter: QPainter, line: DrawnLine, family: Family, look: Look) -> None:
    child = line.people[-1]
    link = next(link for link in family.origins[child] if link.id == line.of)
    _polyline(painter, line.points, _pen(look.ink, style=_DESCENT[link.descent]))
    if link.identical and len(line.points) == 4:
        (top_x, top), (x, y) = line.points[2], line.points[3]
        painter.drawLine(QLineF(top_x, (top + y) / 2, (top_x + x) / 2, (top + y) / 2))


def _household(painter: QPainter, home: DrawnHousehold, look: Look) -> None:
    painter.setPen(_pen(look.home, 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(rounded(home.outline, 10.0))


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


def _household_name(painter: QPainter, home: DrawnHousehold, look: Look, taken: Sequence[QRectF]) -> None:
    """On the outline's edge, or beside it, where it covers the least."""
    if not home.name or len(home.outline) < 3:
        return
    font = look.font(11, italic=True)
    metrics = QFontMetricsF(font)
    text = look.text(home.name)
    width, height = metrics.horizontalAdvance(text) + 8, metrics.height()
    places = []
    for edge, beside in ((max(y for _, y in home.outline), 2.0), (min(y for _, y in home.outline), -height - 2)):
        xs = [x for x, y in home.outline if y == edge]
        left, right = min(xs) + 10, max(xs) - 10 - width
        if right >= left:
            places += [QRectF(at, edge - height / 2, width, height) for at in (left, right)]
        places += [QRectF(at, edge + beside, width, height) for at in (left - 10, right + 10)]
    box = min(places, key=lambda place: sum(place.intersects(other) for other in taken))
    painter.fillRect(box, look.paper)
    painter.setFont(font)
    painter.setPen(look.home)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def _taken(drawing: Drawing) -> list[QRectF]:
    """Where lines, dates and people are."""
    boxes = [QRectF(one.left, one.top, one.width, one.height) for one in drawing.people.values()]
    for line in drawing.lines:
        for (x, y), (to_x, to_y) in pairwise(line.points):
            dates = 18.0 if line.kind == "couple" and y == to_y else 1.0
            boxes.append(QRectF(min(x, to_x), min(y, to_y) - dates, abs(to_x - x) + 1, abs(to_y - y) + dates + 1))
    return boxes
