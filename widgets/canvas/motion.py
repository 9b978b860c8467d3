"""How one picture becomes the next: those who stay glide to their new places, newcomers come up out of the paper.

The new picture counts at once, for keys and mouse alike; the motion is only what is seen of it meanwhile.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle

from app.genogram.drawing import Drawing, DrawnHousehold, DrawnLine, Placed, Point
from app.genogram.paint import paint_genogram
from widgets.canvas.camera import Camera
from widgets.canvas.strokes import Strokes, Thing, extent, family_part, part

LASTS = 200  # milliseconds
SAME = 0.5  # pixels that nobody sees
MOST = 120  # more that move at once cannot be followed by the eye, nor painted in time


def wanted() -> bool:
    """Whether the system lets things move: where it asks for less motion, its style has no time for any."""
    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class Motion:
    """From one drawing and camera to the next. `at` says how far it is, from 0 to 1."""

    def __init__(self, before: Drawing, strokes: Strokes, shift: Point, start: Camera) -> None:
        """To the drawing of `strokes`. `shift` takes places of the drawing before to those after; `start` is the camera
        then, for the new places."""
        self.start = start
        self.at = 0.0
        self._people: list[tuple[Placed, Placed]] = []
        self._lines: list[tuple[DrawnLine, DrawnLine]] = []
        self.fresh: list[Thing] = []
        self._curve = QEasingCurve(QEasingCurve.Type.InOutCubic)
        self._strokes = strokes
        self._after, self._family, self._look = strokes.drawing, strokes.family, strokes.look
        if before is not strokes.drawing:
            self._sort(before, strokes.drawing, shift)

    def _sort(self, before: Drawing, after: Drawing, shift: Point) -> None:
        across, down = shift
        for placed in after.people.values():
            was = before.people.get(placed.id)
            if was is None:
                self.fresh.append(placed)
            elif max(abs(was.x + across - placed.x), abs(was.y + down - placed.y)) > SAME:
                self._people.append((replace(placed, x=was.x + across, y=was.y + down), placed))
        lines = {(line.kind, line.of, line.people): line for line in before.lines}
        for line in after.lines:
            old = lines.get((line.kind, line.of, line.people))
            if old is None or len(old.points) != len(line.points):
                self.fresh.append(line)
                continue
            points = tuple((x + across, y + down) for x, y in old.points)
            if any(max(abs(x - u), abs(y - v)) > SAME for (x, y), (u, v) in zip(points, line.points, strict=True)):
                self._lines.append((replace(line, points=points), line))
        homes = {home.id: home for home in before.households}
        for home in after.households:
            held = homes.get(home.id)
            if held is None or not _same_outline(held, home, shift):
                self.fresh.append(home)

    def things(self) -> list[Thing]:
        """All that is not still."""
        return [*(end for _, end in self._people), *(end for _, end in self._lines), *self.fresh]

    def worth_while(self, seen: QRectF, camera: Camera) -> bool:
        """Whether there is anything to see of it in that part of the drawing, and not too much."""
        self._people = [pair for pair in self._people if any(_box(end).intersects(seen) for end in pair)]
        self._lines = [pair for pair in self._lines if any(_box(end).intersects(seen) for end in pair)]
        self.fresh = [thing for thing in self.fresh if _box(thing).intersects(seen)]
        travels = (self.start.origin - camera.origin).manhattanLength() > 1 or self.start.scale != camera.scale
        count = len(self.things())
        return (travels or count > 0) and count <= MOST

    def camera(self, end: Camera) -> Camera:
        """What is seen now, on the way to `end`; the middle goes straight, and the scale with it."""
        now = end.copy()
        share = self._curve.valueForProgress(self.at)
        now.scale = self.start.scale + (end.scale - self.start.scale) * share
        middle = end.room.center()
        first, last = self.start.to_drawing(middle), end.to_drawing(middle)
        looked_at = first + (last - first) * share
        now.origin = middle - looked_at * now.scale
        return now

    def now(self, placed: Placed) -> Placed:
        """Where somebody is now who goes to that place."""
        share = self._curve.valueForProgress(self.at)
        starts = (start for start, end in self._people if end is placed)
        start = next(starts, placed)
        return _between(start, placed, share)

    def paint(self, painter: QPainter) -> None:
        """What moves, where it is now, and what is fresh as far as it has come up; the painter is in the drawing."""
        share = self._curve.valueForProgress(self.at)
        fresh = part(self._after, self.fresh)
        painter.save()
        painter.setOpacity(share)
        notes = self._strokes.notes_on(fresh)
        paint_genogram(painter, fresh, family_part(self._family, fresh), self._look, notes)
        painter.restore()
        people = {end.id: _between(start, end, share) for start, end in self._people}
        lines = tuple(_line_between(start, end, share) for start, end in self._lines)
        for line in lines:
            if line.kind == "couple":
                for person in line.people:
                    people.setdefault(person, self._after.people[person])
        moving = Drawing(people, lines, (), self._after.bounds)
        paint_genogram(painter, moving, family_part(self._family, moving), self._look, ())


def _between(start: Placed, end: Placed, share: float) -> Placed:
    return replace(end, x=start.x + (end.x - start.x) * share, y=start.y + (end.y - start.y) * share)


def _line_between(start: DrawnLine, end: DrawnLine, share: float) -> DrawnLine:
    pairs = zip(start.points, end.points, strict=True)
    return replace(end, points=tuple((x + (u - x) * share, y + (v - y) * share) for (x, y), (u, v) in pairs))


def _same_outline(one: DrawnHousehold, other: DrawnHousehold, shift: Point) -> bool:
    across, down = shift
    return (one.name, len(one.outline)) == (other.name, len(other.outline)) and all(
        max(abs(x + across - u), abs(y + down - v)) <= SAME
        for (x, y), (u, v) in zip(one.outline, other.outline, strict=True)
    )


def _box(thing: Thing) -> QRectF:
    if isinstance(thing, Placed):
        return QRectF(thing.left, thing.top, thing.width, thing.height)
    points: Sequence[Point] = thing.points if isinstance(thing, DrawnLine) else thing.outline
    return extent(points) if points else QRectF()


def nearest_kept(before: Drawing, after: Drawing, focus: str) -> str:
    """Who stands still for the eye: the person in focus, else whoever of those left stood nearest; "" for nobody."""
    if focus in before.people and focus in after.people:
        return focus
    middle = before.people.get(focus)
    kept = [one for one in before.people.values() if one.id in after.people]
    if not kept:
        return ""
    at = QPointF(middle.x, middle.y) if middle else QPointF(before.bounds[0], before.bounds[1])
    return min(kept, key=lambda one: (at - QPointF(one.x, one.y)).manhattanLength()).id
