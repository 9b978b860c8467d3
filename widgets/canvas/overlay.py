"""What lies over the family: the ring of who is in focus, marks, pins, and a line that is being drawn."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.genogram.drawing import SYMBOL, Placed
from app.genogram.look import Look
from widgets.canvas.camera import Camera, box_of

FRAME = 3  # pixels, as the style sheet has it


def paint_frame(painter: QPainter, area: QRect, look: Look) -> None:
    """Round the whole picture while keys act on it, as round every field; the ring may be out of sight."""
    painter.setPen(QPen(look.accent, FRAME))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = FRAME / 2
    painter.drawRect(QRectF(area).adjusted(half, half, -half, -half))


def paint_ring(painter: QPainter, ring: QRectF, scale: float, look: Look, strong: bool) -> None:
    """Round the person in focus, in pixels of the widget; `strong` where keys act on them."""
    painter.setPen(QPen(look.accent, max(2.0, (3 if strong else 1.5) * scale)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(ring, 8 * scale, 8 * scale)


def paint_marks(painter: QPainter, people: Iterable[Placed], camera: Camera, look: Look) -> None:
    """Round those who are chosen for a household, or where a line begins."""
    painter.setPen(QPen(look.accent, max(1.5, 2 * camera.scale), Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for placed in people:
        painter.drawRoundedRect(camera.seen(box_of(placed).adjusted(-3, -3, 3, 3)), 10, 10)


def paint_pins(painter: QPainter, people: Iterable[Placed], camera: Camera, look: Look) -> None:
    """A small pin at the upper left of those who stay where they were put."""
    reach = SYMBOL / 2
    for placed in people:
        head = camera.to_widget(placed.x - reach - 5, placed.y - reach)
        size = min(max(3.2, 3.6 * camera.scale), 6.0)
        painter.setPen(QPen(look.accent, max(1.2, size / 3)))
        painter.setBrush(look.accent)
        painter.drawLine(QLineF(head, head + QPointF(size * 1.3, size * 2.4)))
        painter.drawEllipse(head, size, size)


def paint_joining(painter: QPainter, start: QPointF, end: QPointF, target: QRectF | None, look: Look) -> None:
    """A line that is being drawn from one person to another."""
    painter.setPen(QPen(look.accent, 2.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(QLineF(start, end))
    if target is not None:
        painter.drawRoundedRect(target, 8, 8)


def paint_empty(painter: QPainter, area: QRect, text: str, look: Look, points: float) -> None:
    """What is said where there is nobody."""
    painter.setPen(look.ink)
    painter.setFont(look.font(max(17, round(points * 1.5))))
    box = area.adjusted(24, 24, -24, -24)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
