"""How the session page's parts stand: side by side, in a small window with most of its height for the workspace, or in
the projector view for ten people five metres away."""

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from widgets import theme
from widgets.parts.fields import named
from widgets.parts.fitting_area import FittingArea
from widgets.parts.reflow import scrolled
from widgets.parts.tab_order import tab_through
from widgets.session.clock_face import DIGIT_HEIGHT
from widgets.session.goal_line import MOST_LINES

if TYPE_CHECKING:
    from widgets.session.page import SessionPage

L = TypeVar("L", bound=QBoxLayout)

#: Below these, in heights of a line of text, the page stands compact; in the projector view below the others.
NARROW, LOW = 48, 22
ROOM_NARROW, ROOM_LOW = 34, 20
#: Below this the head has room for the two buttons alone that every phase needs.
TIGHT = 28
#: The share of the projected picture's height that the clock's digits have: a seventh, and a hair more.
CLOCK_SHARE = 1 / 6.9
#: Pixels between the clock's edges and its digits, across and down.
CLOCK_EDGES = (19, 17)
UNBOUND = 16777215


class Arrangement(Enum):
    """The ways in which the page can stand."""

    WIDE = "wide"
    COMPACT = "compact"
    TIGHT = "tight"
    ROOM = "room"


class SessionLayout:
    """Puts the page's parts into one of its arrangements; the parts themselves stay the same."""

    def __init__(self, page: "SessionPage") -> None:
        self._page = page
        self._now: Arrangement | None = None
        self._projected = False
        self._root: QWidget | None = None
        self._left: QWidget | None = None
        self.steps_button = named(QPushButton("Steps"), "Steps")
        self.steps_button.clicked.connect(self._drop_steps)
        self.leave = named(QPushButton("Leave projector view"), "Leave projector view")
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
        self.leave.clicked.connect(self._popup.hide)
        page.guide.more.toggled.connect(self._fit_goal)
        page.guide.turned.connect(self._guide_area.fit_soon)

    @property
    def compact(self) -> bool:
        """Whether the page stands compact."""
        return self._now in (Arrangement.COMPACT, Arrangement.TIGHT)

    @property
    def arranged(self) -> bool:
        """Whether the page has been arranged at all."""
        return self._now is not None

    def set_projected(self, on: bool) -> None:
        """Stand for the room, or for the person at the keyboard again."""
        self._projected = on
        self.leave.setVisible(on)
        self._popup.hide()
        if self.arranged:
            self.fit()

    def fit(self) -> None:
        """Choose the arrangement for the page's size, and the sizes within it."""
        em, page = theme.text_height(), self._page
        wanted = self._wanted(em)
        if wanted is not self._now:
            self._now = wanted
            self._arrange()
        if wanted is Arrangement.ROOM:
            self._fit_room()
        elif self._left is not None:
            width = max(14 * em, min(20 * em, page.width() * 22 // 100))
            self._left.setFixedWidth(width)
            page.timer.face.set_tall(max(round(width * 0.36), page.height() // 7))
            self._guide_area.set_most(page.height() // 2)
        else:
            tall = self._clock_height() if self._projected else round((2.8 if self._low else 3.6) * em)
            page.timer.face.set_tall(tall)
            page.timer.face.setMinimumWidth(_clock_width(tall) if self._projected else 0)
            self._guide_area.set_most(page.height() * 2 // 5)
        self._fit_goal()

    def _wanted(self, em: int) -> Arrangement:
        narrow, low = (ROOM_NARROW, ROOM_LOW) if self._projected else (NARROW, LOW)
        if self._page.width() < narrow * em or self._height() < low * em:
            return Arrangement.TIGHT if self._page.width() < TIGHT * em else Arrangement.COMPACT
        return Arrangement.ROOM if self._projected else Arrangement.WIDE

    def _height(self) -> int:
        """What the page may fill, in pixels. In the projector view menus and foot come and go at its edges: the whole
        window counts, so that neither the clock nor the arrangement jumps in front of the room."""
        return self._page.window().height() if self._projected else self._page.height()

    @property
    def _low(self) -> bool:
        return self._height() < LOW * theme.text_height()

    def _clock_height(self) -> int:
        return round(self._height() * CLOCK_SHARE) + CLOCK_EDGES[1]

    def _fit_room(self) -> None:
        timer, tall = self._page.timer, self._clock_height()
        timer.face.set_tall(tall)
        timer.setFixedWidth(max(_clock_width(tall), timer.minimumSizeHint().width()))
        self._guide_area.set_most(self._height() // 3)

    def _fit_goal(self) -> None:
        most = 1 if self.compact and self._low and not self._page.guide.more.isChecked() else MOST_LINES
        self._page.goal.set_most(most)

    def _arrange(self) -> None:
        focus = self._page.window().focusWidget()  # where the keyboard is, or will be once the window has it
        old, self._root = self._root, QWidget(self._page)
        parts, room = self._page, self._now is Arrangement.ROOM
        parts.timer.set_low(self.compact)
        parts.timer.setMinimumWidth(0)
        parts.timer.setMaximumWidth(UNBOUND)
        parts.timer.buttons.insertWidget(1, parts.timer.minute, 1)
        parts.guide.set_look(one_line=self.compact, large=room)
        parts.row.set_slim(self.compact)
        parts.timer.face.setMinimumWidth(0)
        bound = self.compact and not self._projected
        parts.timer.face.setMaximumWidth(8 * theme.text_height() if bound else UNBOUND)
        lay = self._lay_room if room else self._lay_compact if self.compact else self._lay_wide
        lay(self._root)
        self._outer.addWidget(self._root)
        self._root.show()
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
        middle.addWidget(parts.half_typed)
        foot = _spaced(QHBoxLayout(), 12)
        foot.addWidget(parts.goal, 1)
        foot.addWidget(parts.back)
        foot.addWidget(parts.forward)
        middle.addLayout(foot)
        row.addLayout(middle, 1)
        for apart in (self.steps_button, self.leave):
            apart.setParent(self._page)
            apart.hide()
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
        tab_through((parts.back, parts.forward, self.steps_button))
        parts.timer.under.addWidget(parts.row, 1, Qt.AlignmentFlag.AlignVCenter)
        said = _spaced(QHBoxLayout(), 8)
        said.addWidget(self._guide_area, 1)
        said.addWidget(parts.timer.words, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(said)
        column.addWidget(head)
        column.addWidget(parts.finish_line)
        column.addWidget(parts.half_typed)
        column.addWidget(self._stack_area, 1)
        column.addWidget(parts.goal)
        self._put_away(*((parts.timer.minute, parts.back) if self._now is Arrangement.TIGHT else ()))

    def _lay_room(self, root: QWidget) -> None:
        """The clock, step and phase, what is said, the workspace, the goal and the way on: nothing else."""
        parts, em = self._page, theme.text_height()
        column = _spaced(QVBoxLayout(root), em // 3)
        column.setContentsMargins(em // 2, em // 4, em // 2, em // 4)
        head = _spaced(QHBoxLayout(), em)
        head.addWidget(parts.timer, 0, Qt.AlignmentFlag.AlignTop)
        said = _spaced(QVBoxLayout(), em // 4)
        said.addWidget(parts.row)
        said.addWidget(self._guide_area)
        said.addStretch(1)
        head.addLayout(said, 1)
        column.addLayout(head)
        column.addWidget(self._stack_area, 1)
        column.addWidget(parts.finish_line)
        column.addWidget(parts.half_typed)
        foot = _spaced(QHBoxLayout(), em // 3)
        foot.addWidget(parts.goal, 1)
        for button in (self.steps_button, parts.back, parts.forward):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)
        tab_through((self.steps_button, parts.back, parts.forward))
        self._put_away()

    def _put_away(self, *also: QWidget) -> None:
        """Steps, phases and whatever there is no room for behind a button."""
        parts, popup = self._page, self._popup.layout()
        if popup is not None:
            for part in (parts.row.phases, parts.steps, parts.pace, *also, self.leave):
                popup.addWidget(part)
        self._left = None
        self.leave.setVisible(self._projected)
        self.steps_button.show()

    def _drop_steps(self) -> None:
        """Below the button where there is more room, else above it."""
        em, button = theme.text_height(), self.steps_button
        room = self._page.screen().availableGeometry()
        top, bottom = (button.mapToGlobal(QPoint(0, y)).y() for y in (0, button.height()))
        below, above = room.bottom() - bottom - 4, top - room.top() - 4
        width, height = min(18 * em, self._page.width() - 16), min(20 * em, max(6 * em, below, above))
        left = min(button.mapToGlobal(QPoint()).x(), room.right() - width)
        self._popup.setFixedSize(width, height)
        self._popup.move(left, bottom if below >= min(above, height) else top - height)
        self._page.steps.show()
        self._popup.show()
        self._page.steps.setFocus()


def _clock_width(tall: int) -> int:
    """Pixels that a clock so tall needs for as many digits as a phase has in overtime: +0:00."""
    font = theme.font("clock", bold=True)
    font.setPixelSize(100)
    across, down = CLOCK_EDGES
    return round((tall - down) / DIGIT_HEIGHT * QFontMetricsF(font).horizontalAdvance("+0:00") / 100) + across


def _spaced(layout: L, gap: int, margin: int = 0) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout
