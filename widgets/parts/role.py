"""What a widget of our own is to assistive technology. Qt calls every one that it does not know a mere container, which
screen readers pass over, whatever its name."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_PROPERTY = "askwell_role"
_installed: list[bool] = []


def play_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have assistive technology know what the widget is. It is asked for once, so this comes before anybody looks."""
    widget.setProperty(_PROPERTY, role)
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleWidget | None:
    """Asked for each class of each thing that assistive technology comes to; None leaves it to Qt."""
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(_PROPERTY)
    return QAccessibleWidget(thing, role) if isinstance(role, QAccessible.Role) else None
