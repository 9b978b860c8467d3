"""The draft beside the page as it will print."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets.after.checks import Checks
from widgets.parts.reflow import TurningRow, column


class Workbench(TurningRow):
    """Checks over the draft, and the page: both scroll, so they take the height that there is and ask for little."""

    def __init__(self, checks: Checks, drafts: Sequence[QWidget], heading: QWidget, page: QWidget, em: int) -> None:
        """Of the `drafts` one is shown at a time; `em` is the height of a line in pixels."""
        super().__init__(turn_at=47, gap=em)  # a scale of 0 to 10 is 23 wide
        self._checks, self._scrolled, self._em = checks, (*drafts, page), em
        left, left_column = column(gap=4)
        left_column.addWidget(checks)
        left_column.addWidget(checks.area)
        for draft in drafts:
            left_column.addWidget(draft, 1)
        right, right_column = column(gap=4)
        right_column.addWidget(heading)
        right_column.addWidget(page, 1)
        self.add(left, 1)
        self.add(right, 1)
        self._give_room()

    def hasHeightForWidth(self) -> bool:
        """What they hold is no matter of theirs."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One under the other, the window scrolls all the same; side by side, a panel gives way to the draft."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        em, turned = self._em, self.turned
        self._checks.area.set_most(em * 14, em * (14 if turned else 5))
        for part in self._scrolled:
            part.setMinimumHeight(em * (10 if turned else 8))
