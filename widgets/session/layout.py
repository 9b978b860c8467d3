"""How the session page's parts stand: side by side where there is room, else the clock on top and the rest scrolled."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from widgets import theme
from widgets.parts.fields import named
from widgets.parts.reflow import scrolled

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
        page.steps.opened.connect(self._popup.hide)

    @property
    def compact(self) -> bool:
        """Whether the page stands compact."""
        return bool(self._compact)

    def fit(self) -> None:
        """Choose the arrangement for the page's size, and the sizes within it."""
        em, page = theme.text_height(), self._page
        compact = page.width() < NARROW * em or page.height() < LOW * em
        if compact != self._compact:
            self._compact = compact
            self._arrange()
        if not compact and self._left is not None:
            width = max(14 * em, min(20 * em, page.width() * 22 // 100))
            self._left.setFixedWidth(width)
            page.timer.face.set_tall(max(round(width * 0.36), page.height() // 7))
        else:
            page.timer.face.set_tall(round(3.6 * em))
            page.stack.setMinimumHeight(min(12 * em, page.height() // 2))

    def _arrange(self) -> None:
        focus = QApplication.focusWidget()
        old, self._root = self._root, QWidget(self._page)
        parts = self._page
        parts.timer.set_low(self.compact)
        parts.guide.set_stacked(self.compact)
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
        middle.addWidget(parts.guide)
        parts.stack.setMinimumHeight(0)
        middle.addWidget(scrolled(parts.stack), 1)
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
        column = _spaced(QVBoxLayout(root), 6, 8)
        column.addWidget(parts.timer)
        for part in (self.steps_button, parts.back, parts.forward):
            parts.timer.beside.addWidget(part)
        parts.timer.beside.setStretchFactor(parts.forward, 1)
        column.addWidget(parts.row)
        column.addWidget(parts.finish_line)
        rest = QWidget()
        inside = _spaced(QVBoxLayout(rest), 8)
        for widget in (parts.row.phases, parts.guide, parts.stack, parts.goal, parts.pace):
            inside.addWidget(widget)
        inside.setStretchFactor(parts.stack, 1)
        column.addWidget(scrolled(rest), 1)
        popup = self._popup.layout()
        if popup is not None:
            popup.addWidget(parts.steps)
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
