"""A person who is being dragged, and the lines that come along."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPicture

from app.genogram.drawing import Drawing, DrawnLine, Placed, Point
from app.genogram.paint import paint_genogram
from widgets.canvas.strokes import Strokes, Thing, extent, family_part


class Lift:
    """`at` is where in the drawing the person is now. In a generation one moves along its row alone; who stands
    outside the generations goes anywhere."""

    def __init__(self, strokes: Strokes, person: str) -> None:
        drawing = strokes.drawing
        self.placed = drawing.people[person]
        self.person = person
        self.free = strokes.family.people[person].outside
        self.at = QPointF(self.placed.x, self.placed.y)
        self._look = strokes.look
        self._lines = [line for line in drawing.lines if _pulls(line, person)]
        self._family = family_part(strokes.family, Drawing({person: self.placed}, tuple(self._lines)))
        self._picture = QPicture()
        painter = QPainter(self._picture)
        paint_genogram(painter, Drawing({person: self.placed}), self._family, self._look, ())
        painter.end()
        self.reach = self._reach()

    def things(self) -> list[Thing]:
        """What is not still."""
        return [self.placed, *self._lines]

    def move(self, point: QPointF) -> QRectF:
        """Go to a point of the drawing; gives what must be painted anew."""
        before = self.reach
        self.at = point if self.free else QPointF(point.x(), self.placed.y)
        self.reach = self._reach()
        return before.united(self.reach)

    def now(self) -> Placed:
        """The person where it is now."""
        return replace(self.placed, x=self.at.x(), y=self.at.y())

    def paint(self, painter: QPainter) -> None:
        """Draw lines, then the person; the painter is in the drawing."""
        paint_genogram(painter, Drawing({}, tuple(map(self._bent, self._lines))), self._family, self._look, ())
        painter.save()
        painter.translate(self.at - QPointF(self.placed.x, self.placed.y))
        self._picture.play(painter)
        painter.restore()

    def _reach(self) -> QRectF:
        box = QRectF(self.at.x() - self.placed.width / 2, self.at.y() - 30, self.placed.width, self.placed.height + 20)
        for line in self._lines:
            box = box.united(extent(self._bent(line).points, 24))
        return box.adjusted(-8, -8, 8, 8)

    def _bent(self, line: DrawnLine) -> DrawnLine:
        """The line with this person's end pulled along, and the upright that leads to it."""
        points = list(line.points)
        last = _ends_at(line, self.placed)
        end, beside = (-1, -2) if last else (0, 1)
        move: Point = (self.at.x() - self.placed.x, self.at.y() - self.placed.y)
        upright = len(points) > 2 and abs(points[end][0] - points[beside][0]) < 1
        if upright:
            points[beside] = (points[beside][0] + move[0], points[beside][1])
        points[end] = (points[end][0] + move[0], points[end][1] + move[1])
        return replace(line, points=tuple(points))


def _pulls(line: DrawnLine, person: str) -> bool:
    """Whether the line ends at the person, and does not only begin at the parents' line."""
    return person == line.people[-1] if line.kind == "descent" else person in line.people


def _ends_at(line: DrawnLine, placed: Placed) -> bool:
    """Whether the person is at the last point, not at the first."""
    (x, y), (to_x, to_y) = line.points[0], line.points[-1]
    return abs(to_x - placed.x) + abs(to_y - placed.y) < abs(x - placed.x) + abs(y - placed.y)
