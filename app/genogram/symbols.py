"""The symbols of people, pregnancies and losses, drawn round a centre."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from app.genogram.drawing import SYMBOL
from models.genogram import Gender, Life, Person

LINE = 2.0
INDEX_GAP = 3.0
LOSS = SYMBOL * 0.55  # pregnancies and losses are small

Type = Callable[[int], QFont]


def draw_symbol(painter: QPainter, centre: QPointF, person: Person, ink: QColor, paper: QColor, font: Type) -> None:
    """A person's symbol, with the age inside; `centre` is the middle of the full-sized place."""
    painter.setBrush(paper)
    pen = QPen(ink, LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if person.outside:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    if person.life is not Life.PERSON:
        _unborn(painter, centre, person, font)
        return
    half = SYMBOL / 2 - LINE / 2
    _shape(painter, centre, half, person.gender)
    if person.index:
        _shape(painter, centre, half - INDEX_GAP - LINE, person.gender)
    if person.died:
        _cross(painter, centre, half, person.gender)
    _inside(painter, centre, person, ink, paper, font)


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


def _inside(painter: QPainter, centre: QPointF, person: Person, ink: QColor, paper: QColor, font: Type) -> None:
    text = person.age or ("?" if not person.name and not person.born else "")
    if not text:
        return
    painter.setFont(font(14 if len(text) <= 3 else 10 if len(text) <= 5 else 8))
    box = QRectF(centre.x() - SYMBOL / 2 + 3, centre.y() - 8, SYMBOL - 6, 16)
    if person.died:
        width = painter.fontMetrics().horizontalAdvance(text) + 4
        painter.fillRect(QRectF(centre.x() - width / 2, centre.y() - 7, width, 14), paper)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def _unborn(painter: QPainter, centre: QPointF, person: Person, font: Type) -> None:
    """A small triangle for a pregnancy, with the weeks below it; losses with X, a termination with a bar too."""
    x, top = centre.x(), centre.y() - SYMBOL / 2 + LINE / 2
    bottom = top + LOSS
    middle = QPointF(x, (top + bottom) / 2 + 2)
    if person.life is Life.STILLBIRTH:
        _shape(painter, QPointF(x, top + SYMBOL / 4), SYMBOL / 4, person.gender)
        _cross(painter, QPointF(x, top + SYMBOL / 4), SYMBOL / 4, Gender.MALE)
    else:
        painter.drawPolygon(
            QPolygonF([QPointF(x, top), QPointF(x + LOSS * 0.6, bottom), QPointF(x - LOSS * 0.6, bottom)])
        )
        if person.life is not Life.PREGNANCY:
            _cross(painter, middle, LOSS * 0.5, Gender.MALE)
        if person.life is Life.TERMINATION:
            painter.drawLine(QLineF(x - LOSS * 0.7, middle.y(), x + LOSS * 0.7, middle.y()))
    if person.age:
        painter.setFont(font(11))
        box = QRectF(x - SYMBOL, bottom + 1, 2 * SYMBOL, SYMBOL - LOSS - 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, person.age)
