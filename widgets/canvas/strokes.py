"""Parts of a drawing: what is in sight, what a person drags along, what moves. Each is a drawing of its own."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.genogram.drawing import Drawing, DrawnHousehold, DrawnLine, Placed, Point
from app.genogram.look import Look
from app.genogram.notes import Note, notes_of
from app.genogram.paint import paint_genogram
from models.kin import Family

NAME = 230.0  # as far a household's name reaches beyond its outline
AROUND = 40.0  # dates, slashes and zigzags reach that far beyond the line that they belong to

Thing = Placed | DrawnLine | DrawnHousehold


def extent(points: Iterable[Point], around: float = AROUND) -> QRectF:
    """The box round points, and what is painted beside them."""
    xs, ys = zip(*points, strict=True)
    left, top = min(xs) - around, min(ys) - around
    return QRectF(left, top, max(xs) + around - left, max(ys) + around - top)


def part(drawing: Drawing, things: Collection[Thing]) -> Drawing:
    """The drawing less all other things, in its own order; who a couple's line joins is in it, too."""
    chosen = set(map(id, things))
    lines = tuple(line for line in drawing.lines if id(line) in chosen)
    joined = {person for line in lines if line.kind == "couple" for person in line.people}
    people = {one.id: one for one in drawing.people.values() if id(one) in chosen or one.id in joined}
    homes = tuple(home for home in drawing.households if id(home) in chosen)
    return Drawing(people, lines, homes, drawing.bounds)


def family_part(family: Family, drawing: Drawing) -> Family:
    """As much of the family as painting that drawing asks for."""
    of = {line.of for line in drawing.lines}
    children = tuple(link for link in family.children if link.id in of)
    couples = of | {link.partnership for link in children}
    involved = {person for line in drawing.lines for person in line.people} | drawing.people.keys()
    return Family(
        {person: family.people[person] for person in involved if person in family.people},
        {couple: family.partnerships[couple] for couple in couples if couple in family.partnerships},
        children,
        tuple(home for home in family.households if any(home.id == drawn.id for drawn in drawing.households)),
        tuple(tie for tie in family.relationships if tie.id in of),
    )


class Strokes:
    """A family's drawing that can be painted in parts: what is out of sight costs nothing."""

    def __init__(self, drawing: Drawing, family: Family, look: Look) -> None:
        self.drawing, self.family, self.look = drawing, family, look
        self._boxes: list[tuple[float, float, float, float, Thing]] | None = None
        self._couple_of: dict[str, str] = {}
        self._notes: list[Note] | None = None
        self._broods: dict[str, list[DrawnLine]] = {}

    def paint(self, painter: QPainter, area: QRectF, without: Collection[Thing] = ()) -> None:
        """Draw what is in an area of the drawing, exactly as it is when all of it is drawn."""
        shown = self._in(area, without)
        paint_genogram(painter, shown, self.family, self.look, self.notes_on(shown))

    def notes_on(self, shown: Drawing) -> list[Note]:
        """The words that belong to a part of the drawing, where they stand in the whole."""
        if self._notes is None:
            self._notes = notes_of(self.drawing, self.family, self.look)
        of = {line.of for line in shown.lines} | {home.id for home in shown.households}
        return [note for note in self._notes if note.of in of]

    def _in(self, area: QRectF, without: Collection[Thing]) -> Drawing:
        if not without and area.contains(QRectF(*self._corner(), *self._size())):
            return self.drawing
        hidden = set(map(id, without))
        left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
        found = [
            thing
            for (its_left, its_top, its_right, its_bottom, thing) in self._indexed()
            if its_left < right and its_right > left and its_top < bottom and its_bottom > top
        ]
        # Slashes stand clear of where the children hang, and what brothers and sisters share is drawn once.
        couples = {self._couple_of.get(thing.of, thing.of) for thing in found if isinstance(thing, DrawnLine)}
        found += [line for couple in couples for line in self._broods.get(couple, ())]
        return part(self.drawing, [thing for thing in found if id(thing) not in hidden])

    def _corner(self) -> tuple[float, float]:
        return self.drawing.bounds[0], self.drawing.bounds[1]

    def _size(self) -> tuple[float, float]:
        left, top, right, bottom = self.drawing.bounds
        return right - left, bottom - top

    def _indexed(self) -> list[tuple[float, float, float, float, Thing]]:
        if self._boxes is None:
            couple_of = self._couple_of = {link.id: link.partnership for link in self.family.children}
            self._boxes = [
                (one.left - AROUND, one.top - AROUND, one.right + AROUND, one.bottom + AROUND, one)
                for one in self.drawing.people.values()
            ]
            things: tuple[DrawnLine | DrawnHousehold, ...] = (*self.drawing.lines, *self.drawing.households)
            for thing in things:
                points = thing.points if isinstance(thing, DrawnLine) else thing.outline
                xs, ys = [x for x, _ in points], [y for _, y in points]
                around = NAME if isinstance(thing, DrawnHousehold) else AROUND
                self._boxes.append((min(xs) - around, min(ys) - around, max(xs) + around, max(ys) + around, thing))
                if isinstance(thing, DrawnLine) and thing.kind == "descent" and thing.of in couple_of:
                    self._broods.setdefault(couple_of[thing.of], []).append(thing)
        return self._boxes
