"""The order in which Tab goes through rows that were made later than what stands below them."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_before(after: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go through the parts, from left to right, before it comes to `after`."""
    before = after.previousInFocusChain()
    while before is not None and before.isAncestorOf(after):  # after which Qt would put them after all that it holds
        before = before.previousInFocusChain()
    tab_through([*([before] if before is not None else []), *parts])


def tab_through(parts: Iterable[QWidget]) -> None:
    """Let Tab go through the parts one after the other; of a part that holds fields, through its fields."""
    fields: list[QWidget] = []
    for part in parts:
        # A choice's own list is a child of it, too, but stands in another window.
        inside = [child for child in part.findChildren(QWidget) if child.window() is part.window()]
        inner = [child for child in inside if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
        fields += inner or [part]
    for before, widget in pairwise(fields):
        if before.window() is widget.window():  # parts that are not in their window yet are ordered when they show
            QWidget.setTabOrder(before, widget)
