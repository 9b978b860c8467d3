"""The row of buttons over the picture: what is used most stays in sight, the rest stands under "More"."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from widgets.parts.fields import named

GAP = 4


class Bar(QWidget):
    """One row of buttons, from left to right in the order in which they were added. Where the row is too short, those
    added with the highest `rank` go into the menu **More**, where they keep their names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet("QPushButton { padding: 2px 7px; }")  # many buttons in little room
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons: list[tuple[int, QPushButton]] = []
        self._placed = False
        self._widths: dict[QPushButton, int] = {}
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.more = named(QPushButton("More", self), "More commands", "Those for which there is no room")
        self.more.setProperty("kind", "quiet")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setMenu(self._menu)

    def add(self, name: str, key: str, tip: str, act: Callable[[], object], rank: int = 0) -> QPushButton:
        """A button that does something. `key` stands beside its name."""
        button = named(QPushButton(f"{name}  {key}".strip(), self), name, f"Key {key}" if key else "")
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumSize(24, 26)
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked: act())
        return self.take(button, rank)

    def take(self, button: QPushButton, rank: int = 0) -> QPushButton:
        """A button that was made elsewhere."""
        button.setParent(self)
        self._buttons.append((rank, button))
        self.updateGeometry()
        return button

    def go_before(self, after: QWidget) -> None:
        """Tab goes along the row, then to what follows."""
        row = [*(button for _, button in self._buttons), self.more, after]
        for one, other in pairwise(row):
            QWidget.setTabOrder(one, other)

    def sizeHint(self) -> QSize:
        """As wide as is given, as high as a button."""
        return QSize(200, max(26, self.more.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """It shrinks to "More" alone."""
        return QSize(self.more.sizeHint().width(), self.sizeHint().height())

    def _width(self, button: QPushButton) -> int:
        if button not in self._widths:
            self._widths[button] = max(button.minimumWidth(), button.sizeHint().width())
        return self._widths[button]

    def _chosen(self) -> set[QPushButton]:
        """Those for which there is room, the lowest ranks first."""
        every = [button for _, button in self._buttons]
        if sum(self._width(button) + GAP for button in every) - GAP <= self.width():
            return set(every)
        left = self.width() - self.more.sizeHint().width()
        chosen: set[QPushButton] = set()
        for _rank, button in sorted(self._buttons, key=lambda pair: pair[0]):
            left -= self._width(button) + GAP
            if left < 0 and chosen:  # the first of all is always there
                break
            chosen.add(button)
        return chosen

    def arrange(self) -> None:
        """Put the buttons where they go at this width."""
        chosen, x, height = self._chosen(), 0, self.height()
        for _, button in self._buttons:
            button.setVisible(button in chosen)
            if button in chosen:
                button.setGeometry(x, 0, self._width(button), height)
                x += self._width(button) + GAP
        self.more.setVisible(len(chosen) < len(self._buttons))
        self.more.setGeometry(x, 0, self.more.sizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for others."""
        super().resizeEvent(event)
        self._placed = True
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom: every width is another."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_widths"):
            self._widths.clear()
            self.updateGeometry()
            if self._placed:  # before, its width says nothing yet, and all buttons are there
                self.arrange()

    def hidden_ones(self) -> Sequence[QPushButton]:
        """Those that stand in the menu, in their order."""
        chosen = self._chosen()
        return [button for _, button in self._buttons if button not in chosen]

    def _fill(self) -> None:
        self._menu.clear()
        for button in self.hidden_ones():
            if button.menu() is not None:
                self._menu.addMenu(button.menu()).setText(button.accessibleName())
                continue
            key = button.text().removeprefix(button.accessibleName()).strip()
            action = self._menu.addAction(f"{button.accessibleName()}\t{key}")
            action.setEnabled(button.isEnabled())
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())
            action.setToolTip(button.toolTip())
            action.triggered.connect(lambda _checked, of=button: of.click())
