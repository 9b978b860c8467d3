"""Wheel, touchpad and two fingers: larger, smaller, and pushing the paper."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

Zoom = Callable[[float, QPointF], None]
Push = Callable[[QPointF], None]


def turned(event: QWheelEvent, zoom: Zoom, push: Push) -> None:
    """A wheel zooms about the pointer, with Shift it pushes sideways; two fingers on a touchpad push."""
    fine, coarse = event.pixelDelta(), event.angleDelta()
    fingers = not fine.isNull() and event.phase() is not Qt.ScrollPhase.NoScrollPhase
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        zoom(1.0015 ** coarse.y(), event.position())
    elif fingers:
        push(QPointF(fine))
    elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        push(QPointF(coarse.y() or coarse.x(), 0) * 0.5)
    elif coarse.y():
        zoom(1.0015 ** coarse.y(), event.position())
    else:
        push(QPointF(coarse.x(), 0) * 0.5)
    event.accept()


def pinched(view: QWidget, event: QEvent, zoom: Zoom, push: Push) -> bool:
    """Two fingers on touchpad or screen; whether the event was of theirs."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            zoom(1 + event.value(), event.position())
            return True
        return False
    if not isinstance(event, QGestureEvent):
        return False
    pinch = event.gesture(Qt.GestureType.PinchGesture)
    if not isinstance(pinch, QPinchGesture):
        return False
    push(pinch.centerPoint() - pinch.lastCenterPoint())
    zoom(pinch.scaleFactor(), QPointF(view.mapFromGlobal(pinch.centerPoint().toPoint())))
    event.accept()
    return True
