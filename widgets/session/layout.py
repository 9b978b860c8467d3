"""How the session page's parts stand: side by side, or in a small window with most of its height for the workspace."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from widgets import theme
from widgets.parts.fields import named
from widgets.parts.fitting_area import FittingArea
from widgets.parts.reflow import scrolled
from widgets.session.goal_line import MOST_LINES

if TYPE_CHECKING:
    from widgets.session.page import SessionPage

L = TypeVar("L", bound=QBoxLayout)

#: Below these, in heights of a line of text, the page stands compact.
NARROW, LOW = 48, 22


class SessionLayout:
    """Puts the page's parts into one of two arrangements; the parts themselves stay the same."""

    def __init__(self, page: "SessionPage") -> None:
        self._page = page
        self._compact: bool | None = None
        self._root: QWidget | None = None
        self._left: QWidget | None = None
        self.steps_button = named(QPushButton("Steps"), "Steps")
        self.steps_button.clicked.connect(self._drop_steps)
        self._popup = QFrame(page, Qt.WindowType.Popup)
        self._popup.setProperty("kind", "panel")
        QVBoxLayout(self._popup).setContentsMargins(4, 4, 4, 4)
        self._outer = QVBoxLayout(page)
        self._outer.setContentsMargins(0, 0, 0, 0)
        # The page may be made narrower than its wide arrangement needs: that is when it changes to the other.
        self._outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        # Made once: an area from which its content is taken away goes on giving it its own size.
        self._guide_area, self._stack_area = FittingArea(page.guide), scrolled(page.stack)
        page.steps.opened.connect(self._popup.hide)
        page.row.opened.connect(self._popup.hide)
        page.guide.more.toggled.connect(self._fit_goal)
        page.guide.turned.connect(self._guide_area.fit_soon)

    @property
    def compact(self) -> bool:
        """Whether the page stands compact."""
        return bool(self._compact)

    @property
    def arranged(self) -> bool:
        """Whether the page has been arranged at all."""
        return self._compact is not None

    def fit(self) -> None:
        """Choose the arrangement for the page's size, and the sizes within it."""
        em, page = theme.text_height(), self._page
        low = page.height() < LOW * em
        compact = page.width() < NARROW * em or low
        if compact != self._compact:
            self._compact = compact
            self._arrange()
        if not compact and self._left is not None:
            width = max(14 * em, min(20 * em, page.width() * 22 // 100))
            self._left.setFixedWidth(width)
            page.timer.face.set_tall(max(round(width * 0.36), page.height() // 7))
            self._guide_area.set_most(page.height() // 2)
        else:
            page.timer.face.set_tall(round((2.8 if low else 3.6) * em))
            self._guide_area.set_most(page.height() * 2 // 5)
        self._fit_goal()

    def _fit_goal(self) -> None:
        low = self._page.height() < LOW * theme.text_height()
        self._page.goal.set_most(1 if low and not self._page.guide.more.isChecked() else MOST_LINES)

    def _arrange(self) -> None:
        focus = QApplication.focusWidget()
        old, self._root = self._root, QWidget(self._page)
        parts = self._page
        parts.timer.set_low(self.compact)
        parts.guide.set_one_line(self.compact)
        parts.row.set_slim(self.compact)
        parts.timer.face.setMaximumWidth(8 * theme.text_height() if self.compact else 16777215)
        (self._lay_compact if self.compact else self._lay_wide)(self._root)
        self._outer.addWidget(self._root)
        if old is not None:
            self._outer.removeWidget(old)
            old.hide()
            old.deleteLater()
        if focus is not None and self._page.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_wide(self, root: QWidget) -> None:
        parts = self._page
        row = _spaced(QHBoxLayout(root), 14, 12)
        self._left = QWidget()
        left = _spaced(QVBoxLayout(self._left), 8)
        for part in (parts.timer, parts.steps, parts.pace):
            left.addWidget(part)
        left.setStretchFactor(parts.steps, 1)
        row.addWidget(self._left)
        middle = _spaced(QVBoxLayout(), 8)
        middle.addWidget(parts.row)
        parts.row.take_phases()
        middle.addWidget(self._guide_area)
        middle.addWidget(self._stack_area, 1)
        middle.addWidget(parts.finish_line)
        foot = _spaced(QHBoxLayout(), 12)
        foot.addWidget(parts.goal, 1)
        foot.addWidget(parts.back)
        foot.addWidget(parts.forward)
        middle.addLayout(foot)
        row.addLayout(middle, 1)
        self.steps_button.setParent(self._page)
        self.steps_button.hide()
        parts.steps.show()

    def _lay_compact(self, root: QWidget) -> None:
        parts = self._page
        column = _spaced(QVBoxLayout(root), 3)
        column.setContentsMargins(6, 2, 6, 0)
        head = QWidget()
        head.setProperty("kind", "slim")
        rows = _spaced(QVBoxLayout(head), 3)
        rows.addWidget(parts.timer)
        parts.timer.buttons.addWidget(parts.back)
        parts.timer.buttons.addWidget(parts.forward, 1)
        parts.timer.under.addWidget(self.steps_button)
        parts.timer.under.addWidget(parts.row, 1, Qt.AlignmentFlag.AlignVCenter)
        said = _spaced(QHBoxLayout(), 8)
        said.addWidget(self._guide_area, 1)
        said.addWidget(parts.timer.words, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(said)
        column.addWidget(head)
        column.addWidget(parts.finish_line)
        column.addWidget(self._stack_area, 1)
        column.addWidget(parts.goal)
        popup = self._popup.layout()
        if popup is not None:
            for part in (parts.row.phases, parts.steps, parts.pace):
                popup.addWidget(part)
        self._left = None
        self.steps_button.show()

    def _drop_steps(self) -> None:
        em, button = theme.text_height(), self.steps_button
        place = button.mapToGlobal(QPoint(0, button.height()))
        below = self._page.screen().availableGeometry().bottom() - place.y() - 4
        self._popup.setFixedSize(min(18 * em, self._page.width() - 16), min(20 * em, max(6 * em, below)))
        self._popup.move(place)
        self._page.steps.show()
        self._popup.show()
        self._page.steps.setFocus()


def _spaced(layout: L, gap: int, margin: int = 0) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout
