"""The order in which Tab goes through rows that were made later than what stands below them."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_before(after: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go through the parts, from left to right, before it comes to `after`."""
    fields = _fields(parts)
    before = after.previousInFocusChain()
    while before is not None and before is not after and not _leads(before, after, fields):
        before = before.previousInFocusChain()
    tab_through([*([before] if before is not None and before is not after else []), *fields])


def _leads(before: QWidget, after: QWidget, fields: list[QWidget]) -> bool:
    """Whether Qt can put the fields behind `before`: not behind what holds `after`, or it would put them behind all of
    that; not behind one of themselves, and not behind what never has the keyboard, such as a label."""
    holds = before.isAncestorOf(after) or any(before is field or before.isAncestorOf(field) for field in fields)
    return before.focusPolicy() is not Qt.FocusPolicy.NoFocus and not holds


def tab_through(parts: Iterable[QWidget]) -> None:
    """Let Tab go through the parts one after the other; of a part that holds fields, through its fields."""
    for before, widget in pairwise(_fields(parts)):
        if before.window() is widget.window():  # parts that are not in their window yet are ordered when they show
            QWidget.setTabOrder(before, widget)


def _fields(parts: Iterable[QWidget]) -> list[QWidget]:
    fields: list[QWidget] = []
    for part in parts:
        # A choice's own list is a child of it, too, but stands in another window.
        inside = [child for child in part.findChildren(QWidget) if child.window() is part.window()]
        inner = [child for child in inside if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
        # What hands the keyboard on to a field of its own is moved with that field, or Tab would come there twice.
        fields += [part] if part.focusProxy() in inner else inner or [part]
    return fields
