"""The strokes of lines: which pattern says what, and how a path is drawn."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.genogram.drawing import Point
from models.genogram import Bond, Descent

LINE = 1.6
DASHED = (5.0, 3.5)
DOTTED = (1.4, 2.4)
DASH_DOT = (5.0, 2.4, 1.4, 2.4)
LONG_DASHES = (12.0, 4.0)
#: Lengths of strokes and gaps in widths of the line; none is a solid line.
DESCENT: dict[Descent, tuple[float, ...]] = {
    Descent.BIRTH: (),
    Descent.ADOPTED: DASHED,
    Descent.FOSTER: DOTTED,
    Descent.KINSHIP: DASH_DOT,
    Descent.STEP: LONG_DASHES,
}


def couple_pattern(bond: Bond, all_solid: bool) -> tuple[float, ...]:
    """Married solid, all others dashed, unless an authority draws all couples solid."""
    return () if all_solid or bond is Bond.MARRIED else DASHED


def pen(colour: QColor, width: float = LINE, pattern: tuple[float, ...] = ()) -> QPen:
    """A pen that ends where the line ends."""
    return _pen(colour.rgba(), width, pattern)


@lru_cache(64)
def _pen(rgba: int, width: float, pattern: tuple[float, ...]) -> QPen:
    made = QPen(QColor.fromRgba(rgba), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if pattern:
        made.setDashPattern(list(pattern))
    return made


def polygon(points: Sequence[Point]) -> QPolygonF:
    """A path as Qt draws it."""
    return QPolygonF([QPointF(x, y) for x, y in points])


def draw_path(painter: QPainter, points: Sequence[Point], with_pen: QPen) -> None:
    """A path through points, not filled."""
    painter.setPen(with_pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(polygon(points))


def draw_slashes(painter: QPainter, at: Point, count: int, crossed: bool, ink: QColor) -> None:
    """The strokes across a couple's line: one separated, two divorced, one crossed out reunited."""
    x, y = at
    painter.setPen(pen(ink, 2.2))
    for number in range(count):
        middle = x + (number - (count - 1) / 2) * 7
        painter.drawLine(QPointF(middle - 5, y + 9), QPointF(middle + 5, y - 9))
    if crossed:
        painter.drawLine(QPointF(x - 5, y - 9), QPointF(x + 5, y + 9))
