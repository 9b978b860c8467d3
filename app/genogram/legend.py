"""What the signs of one family's genogram mean: only those that stand in it, in plain words, and drawn beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.genogram.drawing import SYMBOL
from app.genogram.look import Look
from app.genogram.strokes import DASHED, DESCENT, couple_pattern, draw_path, draw_slashes, pen
from app.genogram.symbols import draw_symbol
from app.genogram.ties import draw_tie
from models.genogram import Bond, ChildOf, Descent, Gender, Life, Line, Parting, Person
from models.kin import Family

WORDS: dict[str, str] = {
    "gender.male": "male",
    "gender.female": "female",
    "gender.other": "another gender, or not known",
    "index": "index child",
    "died": "died",
    "outside": "friend, or other important person",
    "life.pregnancy": "pregnancy",
    "life.miscarriage": "miscarriage",
    "life.stillbirth": "stillbirth",
    "life.termination": "termination",
    "couple.married": "married",
    "couple.together": "living together, or in a relationship",
    "couple.any": "couple",
    "parting.separated": "separated",
    "parting.divorced": "divorced",
    "parting.reunited": "together again",
    "child.birth": "child by birth",
    "child.adopted": "adopted",
    "child.foster": "foster care",
    "child.kinship": "kinship care",
    "child.step": "stepchild",
    "twins": "twins",
    "twins.identical": "identical twins",
    "home": "live together",
    "line.close": "close",
    "line.very_close": "very close",
    "line.distant": "distant",
    "line.conflict": "conflict",
    "line.cut_off": "cut off",
    "line.violence": "violence, in the direction of the arrow",
    "line.abuse": "abuse, in the direction of the arrow",
    "line.worry": "worry",
    "line.other": "another tie, as written on it",
}
SAMPLE = QSizeF(46, 26)
SYMBOL_SCALE = 0.55
TEXT_GAP, COLUMN_GAP = 8.0, 22.0


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign and its words: `kind` is a key of WORDS."""

    kind: str
    words: str


def legend(family: Family, all_couples_solid: bool = False) -> list[Sign]:
    """The signs that this family's genogram uses, people first, then couples, children, homes and ties."""
    used = {*_of_people(family), *_of_couples(family, all_couples_solid), *_of_children(family)}
    if any(person in family.people for home in family.households for person in home.people):
        used.add("home")
    used.update(
        f"line.{tie.line.value}"
        for tie in family.relationships
        if tie.first != tie.second and tie.first in family.people and tie.second in family.people
    )
    return [Sign(kind, words) for kind, words in WORDS.items() if kind in used]


def _of_people(family: Family) -> Iterator[str]:
    for person in family.people.values():
        if person.life is Life.PERSON:
            yield f"gender.{person.gender.value}" if person.gender is not Gender.UNKNOWN else "gender.other"
            if person.index:
                yield "index"
            if person.died:
                yield "died"
        else:
            yield f"life.{person.life.value}"
        if person.outside:
            yield "outside"


def _of_couples(family: Family, all_solid: bool) -> Iterator[str]:
    for couple in family.partnerships.values():
        if len(family.partners(couple)) == 2:
            if all_solid:
                yield "couple.any"
            else:
                yield "couple.married" if couple.bond is Bond.MARRIED else "couple.together"
            if couple.parting:
                yield f"parting.{couple.parting.value}"


def _of_children(family: Family) -> Iterator[str]:
    """How children are children; "by birth" is said only beside others."""
    links = [
        link
        for brood in family.broods.values()
        for link in brood
        if family.partners(family.partnerships[link.partnership])
    ]
    ways = {link.descent for link in links}
    if ways - {Descent.BIRTH}:
        yield from (f"child.{way.value}" for way in ways)
    together: dict[tuple[str, str], list[ChildOf]] = {}
    for link in links:
        if link.twins:
            together.setdefault((link.partnership, link.twins), []).append(link)
    for twins in together.values():
        if len(twins) > 1:
            yield "twins.identical" if any(link.identical for link in twins) else "twins"


def legend_size(family: Family, look: Look, width: float) -> QSizeF:
    """How much room the legend takes where it may be so wide; nothing for nobody."""
    signs = legend(family, look.all_couples_solid)
    if not signs:
        return QSizeF(0, 0)
    column, columns = _columns(signs, look, width)
    lines = -(-len(signs) // columns)
    return QSizeF(min(columns, len(signs)) * column - COLUMN_GAP, lines * SAMPLE.height())


def _columns(signs: list[Sign], look: Look, width: float) -> tuple[float, int]:
    """How wide a column is, and how many there are."""
    metrics = QFontMetricsF(look.font(12))
    column = max(metrics.horizontalAdvance(sign.words) for sign in signs) + SAMPLE.width() + TEXT_GAP + COLUMN_GAP
    return column, max(1, int((width + COLUMN_GAP) // column))


def paint_legend(painter: QPainter, family: Family, look: Look, at: QPointF, width: float) -> QSizeF:
    """Draw the legend with its upper left corner at a point, in columns no wider than `width` together where that is
    possible; gives its size."""
    signs = legend(family, look.all_couples_solid)
    size = legend_size(family, look, width)
    if not signs:
        return size
    column, columns = _columns(signs, look, width)
    lines = -(-len(signs) // columns)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, sign in enumerate(signs):
        corner = at + QPointF(place // lines * column, place % lines * SAMPLE.height())
        _sample(painter, sign.kind, QRectF(corner, SAMPLE), look)
        painter.setFont(look.font(12))
        painter.setPen(look.ink)
        words = QRectF(corner.x() + SAMPLE.width() + TEXT_GAP, corner.y(), column, SAMPLE.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, sign.words)
    painter.restore()
    return size


def _sample(painter: QPainter, kind: str, box: QRectF, look: Look) -> None:
    middle = box.center()
    left, right, y = box.left() + 3, box.right() - 3, middle.y()
    group, _, what = kind.partition(".")
    if group in ("gender", "life", "index", "died", "outside"):
        _symbol(painter, kind, middle, look)
    elif group == "couple":
        bond = Bond.MARRIED if what == "married" else Bond.LIVING_TOGETHER
        pattern = couple_pattern(bond, all_solid=what == "any")
        draw_path(
            painter, ((left, y - 8), (left, y + 6), (right, y + 6), (right, y - 8)), pen(look.ink, pattern=pattern)
        )
    elif group == "parting":
        draw_path(painter, ((left, y), (right, y)), pen(look.ink))
        parting = Parting(what)
        draw_slashes(
            painter, (middle.x(), y), 2 if parting is Parting.DIVORCED else 1, parting is Parting.REUNITED, look.ink
        )
    elif group == "child":
        draw_path(painter, ((left, y), (right, y)), pen(look.ink, pattern=DESCENT[Descent(what)]))
    elif group == "twins":
        _twins(painter, middle, bool(what), look)
    elif group == "home":
        painter.setPen(pen(look.home, 1.5, DASHED))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 6, 6)
    else:
        draw_tie(painter, Line(what), ((left, y), (right, y)), look.ink, look.paper)


def _symbol(painter: QPainter, kind: str, middle: QPointF, look: Look) -> None:
    group, _, what = kind.partition(".")
    gender = Gender(what) if group == "gender" else Gender.OTHER if group == "life" else Gender.FEMALE
    life = Life(what) if group == "life" else Life.PERSON
    person = Person(
        "", "x", gender, index=group == "index", died=group == "died", outside=group == "outside", life=life
    )
    painter.save()
    painter.translate(middle)
    painter.scale(SYMBOL_SCALE, SYMBOL_SCALE)
    small = life is not Life.PERSON
    draw_symbol(painter, QPointF(0, SYMBOL / 5 if small else 0), person, look)
    painter.restore()


def _twins(painter: QPainter, middle: QPointF, identical: bool, look: Look) -> None:
    x, y = middle.x(), middle.y()
    draw_path(painter, ((x - 12, y + 10), (x, y - 9), (x + 12, y + 10)), pen(look.ink))
    if identical:
        draw_path(painter, ((x - 6, y + 0.5), (x + 6, y + 0.5)), pen(look.ink))
