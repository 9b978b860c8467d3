"""The symbols of people, pregnancies and losses, drawn round a centre."""

import re
from math import sqrt

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.genogram.drawing import SYMBOL
from app.genogram.look import Look
from models.genogram import Gender, Life, Person

LINE = 2.0
INDEX_GAP = 3.0
LOSS = SYMBOL * 0.55  # pregnancies and losses are small


def draw_symbol(painter: QPainter, centre: QPointF, person: Person, look: Look) -> None:
    """A person's symbol, with the age inside; `centre` is the middle of the full-sized place."""
    painter.setBrush(look.paper)
    pen = QPen(look.ink, LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if person.outside:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    if person.life is not Life.PERSON:
        _unborn(painter, centre, person, look)
        return
    half = SYMBOL / 2 - LINE / 2
    _shape(painter, centre, half, person.gender)
    if person.index:
        _shape(painter, centre, half - INDEX_GAP - LINE, person.gender)
    if person.died:
        _cross(painter, centre, half, person.gender)
    _inside(painter, centre, person, look)


def _shape(painter: QPainter, centre: QPointF, half: float, gender: Gender) -> None:
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    if gender is Gender.MALE:
        painter.drawRect(box)
    elif gender is Gender.FEMALE:
        painter.drawEllipse(box)
    else:
        x, y = centre.x(), centre.y()
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
        )


def _cross(painter: QPainter, centre: QPointF, half: float, gender: Gender) -> None:
    """An X from edge to edge of the shape."""
    reach = half * {Gender.MALE: 1.0, Gender.FEMALE: 0.707}.get(gender, 0.5)
    x, y = centre.x(), centre.y()
    painter.drawLine(QLineF(x - reach, y - reach, x + reach, y + reach))
    painter.drawLine(QLineF(x - reach, y + reach, x + reach, y - reach))


def age_shown(person: Person) -> str:
    """What stands inside a symbol: the age, short; at death where both years are known; "?" for somebody not known."""
    if person.age:
        return re.sub(r"^(about|around|approx\.?|ca?\.?)\s+(?=\d)", "~", person.age.strip(), flags=re.IGNORECASE)
    born, death = (re.search(r"\d{4}", year) for year in (person.born, person.death))
    if person.died and born and death and int(death.group()) >= int(born.group()):
        return str(int(death.group()) - int(born.group()))
    return "?" if not person.name and not person.born else ""


def _inside(painter: QPainter, centre: QPointF, person: Person, look: Look) -> None:
    text = age_shown(person)
    if not text:
        return
    lines = (look.line(text, pixels) for pixels in (14, 11, 9, 8))
    line = next((each for each in lines if each.width <= _room(person, each.height)), look.line(text, 8))
    left, top = centre.x() - line.width / 2, centre.y() - line.height / 2
    if person.died:
        width = min(line.width + 4, SYMBOL - 12)
        painter.fillRect(QRectF(centre.x() - width / 2, centre.y() - 8, width, 16), look.paper)
    painter.setFont(line.font)
    painter.setPen(look.ink)
    painter.drawText(QPointF(left, top + line.foot), line.text)


def _room(person: Person, height: float) -> float:
    """How wide a line of that height may be in the middle of a person's symbol."""
    half = SYMBOL / 2 - LINE - (INDEX_GAP + LINE if person.index else 0)
    if person.gender is Gender.MALE:
        return 2 * half - 2
    letters = height * 0.36  # half of what ink takes of a line's height
    return 2 * sqrt(half * half - letters * letters) if person.gender is Gender.FEMALE else 2 * (half - letters)


def _unborn(painter: QPainter, centre: QPointF, person: Person, look: Look) -> None:
    """A small triangle for a pregnancy, with the weeks below it; losses with X, a termination with a bar too. A
    stillborn child has the symbol of its gender at half the size."""
    x, top = centre.x(), centre.y() - SYMBOL / 2 + LINE / 2
    bottom = top + LOSS
    if person.life is Life.STILLBIRTH:
        middle = QPointF(x, top + SYMBOL / 4)
        _shape(painter, middle, SYMBOL / 4, person.gender)
        _cross(painter, middle, SYMBOL / 4, person.gender)
    else:
        painter.drawPolygon(
            QPolygonF([QPointF(x, top), QPointF(x + LOSS * 0.6, bottom), QPointF(x - LOSS * 0.6, bottom)])
        )
        middle = QPointF(x, top + LOSS * 0.6)
        if person.life is not Life.PREGNANCY:
            _cross(painter, middle, LOSS * 0.45, Gender.MALE)
        if person.life is Life.TERMINATION:
            painter.drawLine(QLineF(x - LOSS * 0.75, middle.y(), x + LOSS * 0.75, middle.y()))
    said = person.age or (person.death or person.born if person.life is not Life.PREGNANCY else person.born)
    if said:
        line = look.line(said, 11)
        painter.setFont(line.font)
        painter.drawText(QPointF(x - line.width / 2, bottom + 1 + line.foot), line.text)
