"""Keys on the picture before the family's own: walking, moving somebody, zooming, the picture alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from widgets.canvas.keys import press as press_command
from widgets.canvas.modes import Idle
from widgets.canvas.walk import walk

if TYPE_CHECKING:
    from widgets.canvas.canvas import GenogramCanvas

NUDGE = 20.0
WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


def press(canvas: "GenogramCanvas", event: QKeyEvent) -> bool:
    """Arrows walk, with Alt they move the person, with Shift the paper; the rest is the family's, or the picture's."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if key in WAYS:
        across, down = WAYS[key]
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return _nudge(canvas, across, down)
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            canvas.pan(across, down)
            return True
        return _walk(canvas, key) or press_command(canvas.control, event)
    if key == Qt.Key.Key_Delete and modifiers & Qt.KeyboardModifier.AltModifier:
        canvas.let_go()
        return True
    return press_command(canvas.control, event) or _look(canvas, event)


def _walk(canvas: "GenogramCanvas", key: int) -> bool:
    control = canvas.control
    if control.focus not in canvas.view.drawing.people:
        return False
    control.focus_on(walk(canvas.view.drawing, control.family, control.focus, key, control.visited))
    return True


def _nudge(canvas: "GenogramCanvas", across: int, down: int) -> bool:
    """Along the row; who stands outside the generations goes up and down as well."""
    placed = canvas.view.drawing.people.get(canvas.control.focus)
    if placed is None or (down and not canvas.control.family.people[placed.id].outside):
        return False
    canvas.control.edits.pin(placed.id, (placed.x + across * NUDGE, placed.y + down * NUDGE))
    return True


def _look(canvas: "GenogramCanvas", event: QKeyEvent) -> bool:
    """Larger, smaller, everybody in sight, the picture alone."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    if event.key() == Qt.Key.Key_F9 or (
        event.key() == Qt.Key.Key_Escape and canvas.bare and isinstance(canvas.control.mode, Idle)
    ):
        canvas.turn_bare()
    elif event.text() == "0":
        canvas.fit()
    elif event.text() in ("+", "=", "-", "−") and event.text():
        canvas.view.zoom(1.25 if event.text() in "+=" else 0.8)
    else:
        return False
    return True
