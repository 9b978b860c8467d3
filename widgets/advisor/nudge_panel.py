"""The ground rules as one-click nudges, each with how often it was shown."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from app.open_session import OpenSession
from models.process import Rule
from models.session import Change
from models.timing import Nudge
from widgets.parts.fields import named
from widgets.session.guide import plain_label


class NudgePanel(QWidget):
    """One button for each rule.

    Signals:
        nudged(str): the sentence is to be shown in the room.
    """

    nudged = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._counts: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        for row, rule in enumerate(open_session.process.rules):
            button = named(QPushButton(rule.text), rule.text, rule.nudge)
            button.setToolTip(rule.nudge)
            button.clicked.connect(self._nudging(rule))
            self._counts[rule.id] = plain_label("", "hint")
            grid.addWidget(button, row, 0)
            grid.addWidget(self._counts[rule.id], row, 1)
        open_session.document.changed.connect(self._mirror)
        self._show_counts()

    def _nudging(self, rule: Rule) -> Callable[[], None]:
        def nudge() -> None:
            held = self._open.session.find(Nudge, rule.id) or Nudge(rule.id)
            self._open.document.set_quietly(held, count=held.count + 1)
            self.nudged.emit(rule.nudge)

        return nudge

    def _mirror(self, changes: list[Change]) -> None:
        if any(change.kind is Nudge for change in changes):
            self._show_counts()

    def _show_counts(self) -> None:
        for rule_id, label in self._counts.items():
            held = self._open.session.find(Nudge, rule_id)
            count = held.count if held else 0
            label.setText({0: "not yet", 1: "once", 2: "twice"}.get(count, f"{count} times"))
