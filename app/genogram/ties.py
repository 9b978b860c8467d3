"""The lines between two people: each kind differs in shape, not by colour alone."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.genogram.drawing import Point
from models.genogram import Line

PARALLEL = {Line.CLOSE: (-2.0, 2.0), Line.VERY_CLOSE: (-4.0, 0.0, 4.0)}
HEAVY = (Line.VIOLENCE, Line.ABUSE)


def draw_tie(painter: QPainter, kind: Line, points: Sequence[Point], ink: QColor, paper: QColor) -> None:
    """A line from the first point to the last; violence and abuse end in an arrow there."""
    line = QLineF(QPointF(*points[0]), QPointF(*points[-1]))
    if line.length() < 1:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 2.6 if kind in HEAVY else 1.4))
    if kind in PARALLEL:
        for offset in PARALLEL[kind]:
            painter.drawLine(_beside(line, offset))
    elif kind in (Line.CONFLICT, *HEAVY):
        painter.drawPolyline(_zigzag(line))
    elif kind is Line.CUT_OFF:
        _cut(painter, line)
    else:
        pen = QPen(ink, 1.8, Qt.PenStyle.DotLine if kind is Line.DISTANT else Qt.PenStyle.DashDotLine)
        painter.setPen(pen)
        painter.drawLine(line)
    if kind in HEAVY:
        _arrow(painter, line, ink, paper if kind is Line.ABUSE else ink)


def _beside(line: QLineF, offset: float) -> QLineF:
    across = line.normalVector().unitVector()
    return line.translated(across.dx() * offset, across.dy() * offset)


def _zigzag(line: QLineF) -> QPolygonF:
    steps = max(2, ceil(line.length() / 7))
    across = line.normalVector().unitVector()
    points = [line.p1()]
    for step in range(1, steps):
        side = 4.0 if step % 2 else -4.0
        points.append(line.pointAt(step / steps) + QPointF(across.dx() * side, across.dy() * side))
    return QPolygonF([*points, line.p2()])


def _cut(painter: QPainter, line: QLineF) -> None:
    """A gap in the middle, closed off on both sides."""
    across = line.normalVector().unitVector()
    end = QPointF(across.dx() * 7, across.dy() * 7)
    for part, at in ((QLineF(line.p1(), line.pointAt(0.45)), 0.45), (QLineF(line.pointAt(0.55), line.p2()), 0.55)):
        painter.drawLine(part)
        painter.drawLine(QLineF(line.pointAt(at) - end, line.pointAt(at) + end))


def _arrow(painter: QPainter, line: QLineF, ink: QColor, fill: QColor) -> None:
    """At the end; filled for violence, hollow for abuse."""
    back = QLineF(line.p2(), line.p1())
    back.setLength(13)
    across = back.normalVector().unitVector()
    side = QPointF(across.dx() * 6, across.dy() * 6)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(fill)
    painter.drawPolygon(QPolygonF([line.p2(), back.p2() + side, back.p2() - side]))
