"""What of a drawing is seen: its scale, and where in the widget it lies. Geometry alone; nothing is painted here."""

from PySide6.QtCore import QPointF, QRectF

from app.genogram.drawing import Drawing, Placed

FIRST_SCALE = 1.35  # read from the back of the room
USUAL = (900.0, 480.0)  # in a larger room a small family is fitted larger, too
READABLE = 0.6  # it is not made smaller than this unasked
SMALLEST, LARGEST = 0.15, 4.0
EDGE = 28.0  # free paper round a family that is fitted, in pixels at 100 %
AROUND = 5.0  # between a person and the ring


def box_of(placed: Placed) -> QRectF:
    """A person with the ring, in the drawing."""
    return QRectF(placed.left - AROUND, placed.top - AROUND, placed.width + 2 * AROUND, placed.height + 2 * AROUND)


def bounds_of(drawing: Drawing) -> QRectF:
    """All of a drawing."""
    left, top, right, bottom = drawing.bounds
    return QRectF(left, top, right - left, bottom - top)


class Camera:
    """`scale` pixels of the widget show one of the drawing; `origin` is where the drawing's 0, 0 lies in the widget.
    `room` is the part of the widget in which the family is to be seen."""

    def __init__(self) -> None:
        self.scale = FIRST_SCALE
        self.origin = QPointF()
        self.room = QRectF()
        self.largest = FIRST_SCALE  # beyond it a small family is not fitted

    def copy(self) -> "Camera":
        """As it is now, to move on from."""
        other = Camera()
        other.scale, other.origin, other.room, other.largest = self.scale, QPointF(self.origin), self.room, self.largest
        return other

    def to_widget(self, x: float, y: float) -> QPointF:
        """Where in the widget a point of the drawing is."""
        return self.origin + QPointF(x, y) * self.scale

    def to_drawing(self, point: QPointF) -> QPointF:
        """What of the drawing is at a point of the widget."""
        return (point - self.origin) / self.scale

    def seen(self, box: QRectF) -> QRectF:
        """Where in the widget a part of the drawing is."""
        return QRectF(self.to_widget(box.x(), box.y()), box.size() * self.scale)

    def looked_at(self, area: QRectF) -> QRectF:
        """What of the drawing is in an area of the widget."""
        return QRectF(self.to_drawing(area.topLeft()), area.size() / self.scale)

    def holds(self, bounds: QRectF) -> bool:
        """Whether all of it is in the room; a pixel more is nothing."""
        return self.room.adjusted(-1, -1, 1, 1).contains(self.seen(bounds))

    def fitting(self, bounds: QRectF) -> float:
        """The scale at which all of it is in the room."""
        width, height = bounds.width() + 2 * EDGE, bounds.height() + 2 * EDGE
        wide = max(1.0, min(self.room.width() / USUAL[0], self.room.height() / USUAL[1]))
        return max(SMALLEST, min(self.room.width() / width, self.room.height() / height, self.largest * wide))

    def fit(self, bounds: QRectF) -> None:
        """All of it in the middle of the room, and no larger than is pleasant."""
        self.scale = self.fitting(bounds)
        self.origin = self.room.center() - bounds.center() * self.scale

    def zoom(self, factor: float, about: QPointF) -> None:
        """Larger or smaller about a point of the widget."""
        scale = min(max(self.scale * factor, SMALLEST), LARGEST)
        self.origin = about + (self.origin - about) * (scale / self.scale)
        self.scale = scale

    def hold(self, bounds: QRectF, about: QPointF) -> bool:
        """Bring all of it into the room with as little as it takes, keeping `about` where it is as far as that goes:
        nothing, a push, or a smaller scale and a push. Whether it is in the room then."""
        if self.holds(bounds):
            return True
        fitting = self.fitting(bounds)
        if fitting < self.scale:
            self.zoom(max(fitting, min(READABLE, self.scale)) / self.scale, about)
        free = EDGE * self.scale * 0.9  # rounding must not push out what just fits
        self.bring(bounds.adjusted(-free, -free, free, free) if fitting >= READABLE else bounds)
        return self.holds(bounds)

    def bring(self, box: QRectF) -> None:
        """Push the paper as little as brings a box of the drawing into the room; its left top where it is larger."""
        seen = self.seen(box)
        right, bottom = min(0.0, self.room.right() - seen.right()), min(0.0, self.room.bottom() - seen.bottom())
        self.origin += QPointF(right, bottom)
        seen.translate(right, bottom)
        self.origin += QPointF(max(0.0, self.room.left() - seen.left()), max(0.0, self.room.top() - seen.top()))

    def snap(self, ratio: float) -> None:
        """Onto whole pixels of a screen with that device pixel ratio: lines stay sharp, and moved paper is copied."""
        self.origin = QPointF(round(self.origin.x() * ratio) / ratio, round(self.origin.y() * ratio) / ratio)


def within(value: float, low: float, high: float) -> float:
    """The value, or the nearest between two; their middle where there is nothing between them."""
    return (low + high) / 2 if low > high else min(max(value, low), high)
