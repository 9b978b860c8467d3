"""What stands round the person in focus while the mouse is near: a parent above, a partner beside, a child below."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from app.genogram.look import Look

SIZE = 26.0  # pixels across, at any scale
LEAST = 44.0  # round a smaller person they keep the distance from one another
FREE = 3.0  # from the ring
NEAR = 46.0  # as far from the ring the mouse still wants them


@dataclass(frozen=True, slots=True)
class Handle:
    """One handle: the command, its letter, what it says when pointed at, and its side: -1, 0, 1 across and down."""

    command: str
    letter: str
    says: str
    across: int
    down: int


HANDLES = (
    Handle("parents", "P", "Parents of this person (key p)", 0, -1),
    Handle("sibling", "S", "Sibling (key s)", -1, 0),
    Handle("partner", "B", "Partner (key b)", 1, 0),
    Handle("child", "C", "Child (key c)", 0, 1),
    Handle("line", "R", "Line: drag it to another person, or click (key r)", 1, -1),
)


def place(handle: Handle, ring: QRectF) -> QRectF:
    """Where a handle is, in the widget; `ring` is what is round the person there."""
    reach = SIZE / 2 + FREE
    middle = ring.center()
    ring = ring.united(QRectF(middle.x() - LEAST / 2, middle.y() - LEAST / 2, LEAST, LEAST))
    x = middle.x() + handle.across * (ring.width() / 2 + reach)
    y = middle.y() + handle.down * (ring.height() / 2 + reach)
    if handle.across and handle.down:  # at a corner it may come nearer
        x, y = x - handle.across * SIZE / 3, y - handle.down * SIZE / 3
    return QRectF(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE)


def handle_at(point: QPointF, ring: QRectF) -> Handle | None:
    """The handle at a point of the widget."""
    return next((handle for handle in HANDLES if place(handle, ring).contains(point)), None)


def reach(ring: QRectF) -> QRectF:
    """All that handles take up."""
    return ring.adjusted(-NEAR, -NEAR, NEAR, NEAR)


def paint_handles(painter: QPainter, ring: QRectF, look: Look, font: QFont, pointed_at: Handle | None) -> None:
    """Draw them, in pixels of the widget."""
    painter.setFont(font)
    for handle in HANDLES:
        box = place(handle, ring).adjusted(1, 1, -1, -1)
        full = handle is pointed_at
        painter.setPen(QPen(look.accent, 1.6))
        painter.setBrush(look.accent if full else look.paper)
        painter.drawEllipse(box)
        painter.setPen(look.paper if full else look.accent)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, handle.letter)
