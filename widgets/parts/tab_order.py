"""The order in which Tab goes through rows that were made later than what stands below them."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_before(after: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go through the parts, from left to right, before it comes to `after`."""
    # Behind it first, and then it behind them. The chain is not walked for what stands before: who is returned from it
    # belongs, for PySide, to whom it was asked of, and is gone for Python when that one is.
    tab_through([after, *parts, after])


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
