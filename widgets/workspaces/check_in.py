"""Check in: what has been most useful so far, and the usefulness scale."""

from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.process import Phase, Step
from models.review import CheckIn, ReviewRound
from models.session import Change, set_fields
from models.usefulness import usefulness_answers
from widgets import theme
from widgets.parts.fields import TextBinding
from widgets.parts.growing_field import GrowingField
from widgets.parts.reflow import column, scrolled, words
from widgets.parts.scale_panel import ScalePanel
from widgets.workspaces.base import Workspace
from widgets.workspaces.usefulness_line import UsefulnessLine


class CheckInWorkspace(Workspace):
    """The worker's two answers for a step, beside the answers given before."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self._most_useful = GrowingField("Most useful", "In the worker's own words", least=3, most=8)
        self._usefulness = ScalePanel("Usefulness", *open_session.process.usefulness)
        self._line = UsefulnessLine()
        self._binding = TextBinding(
            self._most_useful, self.document, "Most useful", "most_useful", open_session.masking, self._when_first_set
        )
        self._usefulness.chosen.connect(self._choose)
        self._offered = [
            self.offer("Most useful", self._most_useful.setFocus),
            self.offer("Usefulness", self._usefulness.setFocus),
        ]
        content, layout = column()
        layout.addWidget(words("Most useful", "subtitle", self._most_useful))
        layout.addWidget(self._most_useful)
        layout.addSpacing(8)
        layout.addWidget(words("Usefulness", "subtitle", self._usefulness))
        layout.addWidget(self._usefulness)
        layout.addWidget(words("A digit answers, 1 and 0 make ten, Delete takes the answer away.", "hint"))
        layout.addWidget(self._line)
        layout.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def enter(self, step: Step, phase: Phase) -> None:
        """Turn to the step's answers."""
        self._binding.point_at(CheckIn(step.id))
        super().enter(step, phase)

    def show_all(self) -> None:
        """Show the scale and the line; the text follows by its binding."""
        held = self.document.session.find(CheckIn, self.step.id)
        theme.mark(self._most_useful, "spoken" if self.projected else "")
        self._usefulness.set_large(self.projected)
        self._usefulness.show_value(held.usefulness if held else None)
        self._line.show_answers(usefulness_answers(self.document.session, self.open.process))

    def mirror(self, changes: list[Change]) -> None:
        """Follow what is in view, and nothing else."""
        if any(change.kind in (CheckIn, ReviewRound) for change in changes):
            self.show_all()

    def actions_offered(self) -> list[QAction]:
        """To the two answers."""
        return self._offered

    def first_field(self) -> QWidget:
        """The worker speaks first, the number comes after."""
        return self._most_useful

    def _when_first_set(self) -> dict[str, Any]:
        return {"at": self.open.engine.utc_now()}

    def _choose(self, value: int | None) -> None:
        session = self.document.session
        fields: dict[str, Any] = {"usefulness": value}
        if session.find(CheckIn, self.step.id) is None:
            fields |= self._when_first_set()
        change = set_fields(session, CheckIn(self.step.id), **fields)
        self.document.do("Change usefulness", [change], merge=f"usefulness/{self.step.id}")
