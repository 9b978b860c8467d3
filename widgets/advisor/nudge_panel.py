"""The ground rules as nudges, by one click or by one digit, each with how often it was shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from app.open_session import OpenSession
from models.process import Rule
from models.session import Change
from models.timing import Nudge
from widgets.parts.announce import announce
from widgets.parts.wrapping_button import WrappingButton
from widgets.session.actions import action
from widgets.session.guide import plain_label

#: Digits there are keys for.
KEYS = 9


class NudgePanel(QWidget):
    """One button for each rule; its digit does the same wherever in the window the keyboard is, but in a field.

    Signals:
        nudged(str): the sentence is to be shown in the room.
        nudged_by_mouse: it was a click; whoever typed before in another window goes on typing there.
    """

    nudged = Signal(str)
    nudged_by_mouse = Signal()

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._counts: dict[str, QLabel] = {}
        self.keys: list[QAction] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, rule in enumerate(open_session.process.rules):
            self._counts[rule.id] = plain_label("", "hint")
            if row < KEYS:
                grid.addWidget(plain_label(str(row + 1), "hint"), row, 0)
                self.keys.append(action(self, f"Nudge: {rule.text}", self._nudging(rule), str(row + 1)))
            grid.addWidget(self._button(rule, row), row, 1)
            grid.addWidget(self._counts[rule.id], row, 2)
        open_session.document.changed.connect(self._mirror)
        self._show_counts()

    def _button(self, rule: Rule, row: int) -> QPushButton:
        key = f" Key {row + 1}." if row < KEYS else ""
        button = WrappingButton(rule.text, f"Shows “{rule.nudge}” in the session window.{key}")
        button.setToolTip(rule.nudge)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._clicked, button, self._nudging(rule)))
        return button

    def _clicked(self, button: QPushButton, nudge: Callable[[], None]) -> None:
        nudge()
        if not button.hasFocus():
            self.nudged_by_mouse.emit()

    def _nudging(self, rule: Rule) -> Callable[[], None]:
        def nudge() -> None:
            held = self._open.session.find(Nudge, rule.id) or Nudge(rule.id)
            self._open.document.set_quietly(held, count=held.count + 1)
            self.nudged.emit(rule.nudge)
            announce(self, f"Shown in the room, {self._counts[rule.id].text()}: {rule.nudge}")

        return nudge

    def _mirror(self, changes: list[Change]) -> None:
        if any(change.kind is Nudge for change in changes):
            self._show_counts()

    def _show_counts(self) -> None:
        for rule_id, label in self._counts.items():
            held = self._open.session.find(Nudge, rule_id)
            count = held.count if held else 0
            label.setText({0: "not yet", 1: "once", 2: "twice"}.get(count, f"{count} times"))
