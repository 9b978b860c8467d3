"""Small words on a drawing: couples' dates, words on lines, names of homes; each where it covers least."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from app.genogram.drawing import SYMBOL, Drawing, DrawnHousehold, DrawnLine, Point
from app.genogram.look import Look
from app.genogram.ties import length, place_at
from models.kin import Family

CELL = 128.0
LONGEST = 220.0  # words that are wider are cut with "…"
MANY = 12  # parts of a drawing that are no longer looked at one by one
PERSON, WORDS, LINE, OUTLINE = 8.0, 6.0, 1.0, 0.6  # how bad it is to cover each

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Note:
    """Words in their place; `of` is the line or the home that they belong to."""

    of: str
    box: Box
    text: str
    font: QFont
    ink: QColor
    paper: QColor


class Room:
    """What is drawn where, in cells, so that it is soon known what a box would cover. `near` are the parts of the
    drawing in which that will be asked."""

    def __init__(self, drawing: Drawing, near: Sequence[Box]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Box, float, str]]] = defaultdict(list)
        near = [_around(near)] if len(near) > MANY else near
        for one in drawing.people.values():
            half = SYMBOL / 2
            if _meets((one.left, one.top, one.right, one.bottom), near):
                self.add((one.x - half, one.top, one.x + half, one.y + half), PERSON)
                self.add((one.left, one.y + half, one.right, one.bottom), PERSON)
        for line in drawing.lines:
            if _meets(_extent(line.points), near):
                self._path(line.points, LINE, line.of)
        for home in drawing.households:
            if _meets(_extent(home.outline), near):
                self._path((*home.outline, home.outline[0]), OUTLINE, home.id)

    def add(self, box: Box, weight: float, whose: str = "") -> None:
        """Say that something is there."""
        entry = (box, weight, whose)
        first, last = int(box[1] // CELL), int(box[3] // CELL)
        for column in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
            for row in range(first, last + 1):
                self._cells[column, row].append(entry)

    def _path(self, points: Sequence[Point], weight: float, whose: str) -> None:
        for (x, y), (to_x, to_y) in pairwise(points):
            if x == to_x or y == to_y:
                self.add((min(x, to_x) - 1, min(y, to_y) - 1, max(x, to_x) + 1, max(y, to_y) + 1), weight, whose)
                continue
            pieces = 1 + int(max(abs(to_x - x), abs(to_y - y)) // 48)
            for piece in range(pieces):
                ax, bx = (x + (to_x - x) * at / pieces for at in (piece, piece + 1))
                ay, by = (y + (to_y - y) * at / pieces for at in (piece, piece + 1))
                self.add((min(ax, bx) - 1, min(ay, by) - 1, max(ax, bx) + 1, max(ay, by) + 1), weight, whose)

    def cost(self, box: Box, but: str = "") -> float:
        """How bad it is to write over that box; `but` is the line on which it is written."""
        left, top, right, bottom = box
        seen: set[int] = set()
        cost = 0.0
        for cell in _cells(box):
            for entry in self._cells.get(cell, ()):
                (its_left, its_top, its_right, its_bottom), weight, whose = entry
                if (
                    (not but or whose != but)
                    and its_left < right
                    and its_right > left
                    and its_top < bottom
                    and its_bottom > top
                    and id(entry) not in seen
                ):
                    seen.add(id(entry))
                    cost += weight
        return cost

    def best(self, boxes: Iterable[Box], but: str = "") -> Box:
        """The first box that covers nothing, or the one that covers least."""
        found, least = (0.0, 0.0, 0.0, 0.0), float("inf")
        for box in boxes:
            cost = self.cost(box, but)
            if cost < least:
                found, least = box, cost
            if not cost:
                break
        self.add(found, WORDS)
        return found


def _extent(points: Sequence[Point], more: float = 0.0) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) - more, min(ys) - more, max(xs) + more, max(ys) + more


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _meets(box: Box, others: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    return any(a <= right and c >= left and b <= bottom and d >= top for a, b, c, d in others)


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = box
    for column in range(int(left // CELL), int(right // CELL) + 1):
        for row in range(int(top // CELL), int(bottom // CELL) + 1):
            yield column, row


def notes_of(drawing: Drawing, family: Family, look: Look) -> list[Note]:
    """All small words of a drawing, each in its place."""
    dated = [line for line in drawing.lines if line.kind == "couple" and family.partnerships[line.of].dates]
    ties = {tie.id: tie for tie in family.relationships if tie.label}
    worded = [line for line in drawing.lines if line.kind == "relationship" and line.of in ties]
    named = [home for home in drawing.households if home.name and len(home.outline) > 2]
    if not (dated or worded or named):
        return []
    near = [_extent(line.points, LONGEST + 20) for line in (*dated, *worded)]
    near += [_extent(home.outline, LONGEST + 20) for home in named]
    room = Room(drawing, near)
    return [
        *(_dates(line, family, look, room) for line in dated),
        *(_on_line(line, look.text(ties[line.of].label), look, room) for line in worded),
        *(_name(home, look, room) for home in named),
    ]


def write_notes(painter: QPainter, notes: Iterable[Note]) -> None:
    """Write words where they stand, on paper of their own."""
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    for note in notes:
        left, top, right, bottom = note.box
        area = QRectF(QPointF(left, top), QPointF(right, bottom))
        painter.fillRect(area, note.paper)
        painter.setFont(note.font)
        painter.setPen(note.ink)
        painter.drawText(area, flags, note.text)


def couple_bar(line: DrawnLine) -> tuple[float, float, float]:
    """The left and right end of a couple's bar, and its height: the lowest level piece."""
    level = max(y for _, y in line.points)
    xs = [x for x, y in line.points if y == level]
    return min(xs), max(xs), level


def _fitted(text: str, font: QFont) -> tuple[str, float, float]:
    """The text, cut where it is too long, with its width and height."""
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(text[:400], Qt.TextElideMode.ElideRight, LONGEST)
    return text, metrics.horizontalAdvance(text) + 4, metrics.height()


def _dates(line: DrawnLine, family: Family, look: Look, room: Room) -> Note:
    """Above the couple's line, clear of the slashes and of other lines."""
    couple = family.partnerships[line.of]
    font = look.font(11)
    text, width, _high = _fitted(look.text(couple.dates), font)
    left, right, level = couple_bar(line)
    start = slash_place(left, right) + 14 if couple.parting else left
    middle = (max(start, left) + right - width) / 2
    places = [middle, *(middle + sign * step * 10.0 for step in range(1, 40) for sign in (1, -1))]
    inside = [x for x in places if start + 2 <= x <= right - width - 2] or [middle]
    box = room.best((x, level - 16.0, x + width, level - 2.0) for x in inside)
    return Note(line.of, box, text, font, look.ink, look.paper)


def slash_place(left: float, right: float) -> float:
    """Where a couple's line with dates has its slashes: at its left, as the dates stand right of them."""
    return left + min(24.0, (right - left) / 4)


def _on_line(line: DrawnLine, text: str, look: Look, room: Room) -> Note:
    font = look.font(11)
    text, width, high = _fitted(text, font)
    high = min(high, 13.0)
    long = length(line.points)

    def boxes() -> Iterator[Box]:
        for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88):
            (x, y), _across = place_at(line.points, long * share)
            for aside, raised in ((0.0, 0.0), (0.0, -high), (0.0, high), (width / 2 + 7, 0.0), (-width / 2 - 7, 0.0)):
                middle_x, middle_y = x + aside, y + raised
                yield middle_x - width / 2, middle_y - high / 2, middle_x + width / 2, middle_y + high / 2

    return Note(line.of, room.best(boxes(), line.of), text, font, look.ink, look.paper)


def _name(home: DrawnHousehold, look: Look, room: Room) -> Note:
    """On one of the outline's level edges, or just beyond it."""
    font = look.font(11, italic=True)
    text, width, high = _fitted(look.text(home.name), font)
    width, high = width + 4, min(high, 13.0)
    box = room.best(_beside(home.outline, width, high), home.id)
    return Note(home.id, box, text, font, look.home, look.paper)


def _beside(outline: Sequence[Point], width: float, high: float) -> Iterator[Box]:
    """Places on the level edges, the long and low ones first, then just outside of them."""
    edges = [
        (min(x, to_x), max(x, to_x), y, to_x < x)
        for (x, y), (to_x, to_y) in zip(outline, (*outline[1:], outline[0]), strict=True)
        if y == to_y and x != to_x
    ]
    edges.sort(key=lambda edge: (edge[1] - edge[0] < width + 20, -edge[2]))
    for low, high_x, y, _lower in edges:
        if high_x - low >= width + 20:
            last = high_x - 10 - width
            for x in (low + 10, (low + high_x - width) / 2, last):
                yield x, y - high / 2, x + width, y + high / 2
    for low, high_x, y, lower in edges:
        top = y + 2 if lower else y - high - 2
        for x in (low, high_x - width, low - width - 4, high_x + 4):
            yield x, top, x + width, top + high
