"""What can be counted of a drawing: the layout bars of genogram.md, each as a number or as a list of who breaks it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from app.genogram.drawing import SYMBOL, Drawing, DrawnLine, Placed, Point
from models.kin import Family

Segment = tuple[Point, Point]
NEAR = 0.01


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts of one drawing. `apart` of `couples` have somebody between them; the lists name people or lines."""

    overlaps: list[tuple[str, str]]
    crossings: list[tuple[str, str]]
    through: list[tuple[str, str]]
    on_top: list[tuple[str, str]]
    couples: int
    apart: list[str]
    out_of_order: list[str]
    wrong_row: list[str]
    strangers: list[tuple[str, str]]

    @property
    def together(self) -> float:
        """Couples with nobody between them, from 0 to 1."""
        return 1.0 - len(self.apart) / self.couples if self.couples else 1.0


def quality(drawing: Drawing, family: Family) -> Quality:
    """Everything that can be counted."""
    segments = _segments(drawing, family)
    couples, apart = _apart(drawing, family)
    return Quality(
        overlaps(drawing),
        list(_crossings(segments)),
        through(drawing),
        list(_on_top(segments)),
        couples,
        apart,
        _out_of_order(drawing, family),
        _wrong_row(drawing, family),
        strangers(drawing),
    )


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of people whose symbols or labels lie on one another."""
    found = []
    boxes = sorted(drawing.people.values(), key=lambda one: one.left)
    open_: list[Placed] = []
    for box in boxes:
        open_ = [other for other in open_ if other.right > box.left + NEAR]
        found += [
            (other.id, box.id) for other in open_ if other.top < box.bottom - NEAR and box.top < other.bottom - NEAR
        ]
        open_.append(box)
    return found


@dataclass(frozen=True, slots=True)
class _Piece:
    """A straight part of a couple's or descent's line; `whose` is the partnership it belongs to."""

    whose: str
    people: frozenset[str]
    start: Point
    end: Point

    @property
    def upright(self) -> bool:
        return abs(self.start[0] - self.end[0]) < NEAR

    @property
    def level(self) -> bool:
        return abs(self.start[1] - self.end[1]) < NEAR


def _segments(drawing: Drawing, family: Family) -> list[_Piece]:
    couple_of = {link.id: link.partnership for link in family.children}
    return [
        _Piece(line.of if line.kind == "couple" else couple_of[line.of], frozenset(line.people), start, end)
        for line in drawing.lines
        if line.kind != "relationship"
        for start, end in pairwise(line.points)
        if start != end
    ]


def _crossings(pieces: list[_Piece]) -> Iterator[tuple[str, str]]:
    """Pairs of partnerships whose lines meet or cross, once for each place. Lines of one child who hangs from two
    couples may meet in the child."""
    pieces = sorted(pieces, key=lambda piece: min(piece.start[0], piece.end[0]))
    seen: set[tuple[str, str, int, int]] = set()
    open_: list[_Piece] = []
    for piece in pieces:
        left = min(piece.start[0], piece.end[0])
        open_ = [other for other in open_ if max(other.start[0], other.end[0]) >= left - NEAR]
        for other in open_:
            if other.whose == piece.whose:
                continue
            at = _meeting(piece, other)
            if at is None or (piece.people & other.people and _is_end(at, piece) and _is_end(at, other)):
                continue
            one, two = sorted((piece.whose, other.whose))
            key = (one, two, round(at[0]), round(at[1]))
            if key not in seen:
                seen.add(key)
                yield one, two
        open_.append(piece)


def _is_end(at: Point, piece: _Piece) -> bool:
    return any(abs(at[0] - x) < 0.5 and abs(at[1] - y) < 0.5 for x, y in (piece.start, piece.end))


def _meeting(one: _Piece, other: _Piece) -> Point | None:
    """Where two pieces meet; two that lie along one another are counted as lying on top, not here."""
    (ax, ay), (bx, by) = one.start, one.end
    (cx, cy), (dx, dy) = other.start, other.end
    turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if abs(turn) < 1e-9:
        return None
    along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
    across = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
    if -1e-9 <= along <= 1 + 1e-9 and -1e-9 <= across <= 1 + 1e-9:
        return ax + along * (bx - ax), ay + along * (by - ay)
    return None


def _on_top(pieces: list[_Piece]) -> Iterator[tuple[str, str]]:
    """Pairs of partnerships with bars or uprights on top of one another."""
    for along, across in ((0, 1), (1, 0)):
        lanes: dict[int, list[_Piece]] = defaultdict(list)
        for piece in pieces:
            if piece.level if along == 0 else piece.upright:
                lanes[round(piece.start[across] / 2)].append(piece)
        for lane in lanes.values():
            lane.sort(key=lambda piece: min(piece.start[along], piece.end[along]))
            reach: _Piece | None = None
            for piece in lane:
                low = min(piece.start[along], piece.end[along])
                if reach and reach.whose != piece.whose and low < max(reach.start[along], reach.end[along]) - 0.5:
                    yield reach.whose, piece.whose
                if reach is None or max(piece.start[along], piece.end[along]) > max(
                    reach.start[along], reach.end[along]
                ):
                    reach = piece


def through(drawing: Drawing) -> list[tuple[str, str]]:
    """Lines that run through the symbol or label of somebody whom they do not join; lines between people, too."""
    found = []
    for line in drawing.lines:
        for start, end in pairwise(line.points):
            found += [(line.of, one.id) for one in drawing.people.values() if _hits(start, end, one, line)]
    return list(dict.fromkeys(found))


def _hits(start: Point, end: Point, one: Placed, line: DrawnLine) -> bool:
    half = SYMBOL / 2 - 1
    symbol = (one.x - half, one.y - half, one.x + half, one.y + half)
    if one.id not in line.people and _in_box(start, end, symbol):
        return True
    # A line ends at the foot or head of its own people; between symbol and label it may pass only there.
    label = (one.left + 1, one.y + SYMBOL / 2 + 6, one.right - 1, one.bottom - 1)
    return one.id not in line.people and label[3] > label[1] and _in_box(start, end, label)


def _in_box(start: Point, end: Point, box: tuple[float, float, float, float]) -> bool:
    """Whether a straight line passes through a box (Liang and Barsky)."""
    (x, y), (to_x, to_y) = start, end
    low, high = 0.0, 1.0
    for delta, near, far in ((to_x - x, box[0] - x, box[2] - x), (to_y - y, box[1] - y, box[3] - y)):
        if abs(delta) < 1e-9:
            if near > 0 or far < 0:
                return False
            continue
        first, last = sorted((near / delta, far / delta))
        low, high = max(low, first), min(high, last)
        if low > high:
            return False
    return True


def _apart(drawing: Drawing, family: Family) -> tuple[int, list[str]]:
    """How many couples there are, and those with somebody between them."""
    rows: dict[float, list[Placed]] = defaultdict(list)
    for placed in drawing.people.values():
        rows[placed.y].append(placed)
    place = {one.id: number for row in rows.values() for number, one in enumerate(sorted(row, key=lambda one: one.x))}
    both = {couple.id: family.partners(couple) for couple in family.partnerships.values()}
    pairs = {couple: pair for couple, pair in both.items() if len(pair) == 2}
    apart = [
        couple
        for couple, (one, other) in pairs.items()
        if abs(place[one] - place[other]) != 1 or drawing.people[one].y != drawing.people[other].y
    ]
    return len(pairs), apart


def _out_of_order(drawing: Drawing, family: Family) -> list[str]:
    """Couples whose children do not stand in birth order; those of another row (a grandchild in their care) aside."""
    wrong = []
    for couple, brood in family.broods.items():
        rows: dict[int, list[float]] = defaultdict(list)
        for link in brood:
            placed = drawing.people[link.child]
            rows[placed.row].append(placed.x)
        if any(one >= other for row in rows.values() for one, other in pairwise(row)):
            wrong.append(couple)
    return wrong


def _wrong_row(drawing: Drawing, family: Family) -> list[str]:
    """Children who do not stand one row below their (first) parents, and partners of different rows."""
    at, wrong = drawing.people, []
    for couple in family.partnerships.values():
        rows = {at[person].row for person in family.partners(couple)}
        if len(rows) > 1:
            wrong.append(couple.id)
        first = [link.child for link in family.broods.get(couple.id, ()) if family.origins[link.child][0] is link]
        wrong += [child for child in first if rows and {at[child].row - 1} != rows]
    return wrong


def strangers(drawing: Drawing) -> list[tuple[str, str]]:
    """People inside the line of a household that is not theirs, and members outside their own."""
    return [
        (home.id, one.id)
        for home in drawing.households
        for one in drawing.people.values()
        if inside((one.x + 0.013, one.y + 0.017), home.outline) != (one.id in home.people)
    ]


def inside(point: Point, outline: tuple[Point, ...]) -> bool:
    """Whether a point lies inside a closed line."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            odd = not odd
    return odd


def moved(before: Mapping[str, Placed], after: Mapping[str, Placed]) -> list[str]:
    """Who stands more than half a symbol from where they stood."""
    return [
        person
        for person, was in before.items()
        if person in after and ((after[person].x - was.x) ** 2 + (after[person].y - was.y) ** 2) ** 0.5 > SYMBOL / 2
    ]
