"""The talking phases: notes word for word, who is here, the worker's goal, or the review of the process."""

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.process import Capture, Phase, Step
from models.session import Change
from widgets.parts.reflow import scrolled, words
from widgets.workspaces.base import Workspace
from widgets.workspaces.goal_panel import GoalPanel
from widgets.workspaces.learning_panel import LearningPanel
from widgets.workspaces.note_panel import NotePanel
from widgets.workspaces.people_panel import PeoplePanel

P = TypeVar("P", bound=QWidget)


class TalkWorkspace(Workspace):
    """Shows the fields of what the phase leaves behind, and nothing else to fill in."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self._points = words()
        self._notes: NotePanel | None = None
        self._people: PeoplePanel | None = None
        self._goal: GoalPanel | None = None
        self._learning: LearningPanel | None = None
        content = QWidget()
        content.setProperty("kind", "page")
        self._layout = QVBoxLayout(content)
        self._layout.addWidget(self._points)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        self._layout.addStretch(0)

    def enter(self, step: Step, phase: Phase) -> None:
        """Turn to this phase: the panels are made when they are first asked for."""
        captures = phase.captures
        if Capture.NOTES in captures:
            self._notes = self._notes or self._place(NotePanel(self.open))
            self._notes.enter(step, phase)
        if Capture.PARTICIPANTS in captures:
            self._people = self._people or self._place(PeoplePanel(self.open))
            self._people.enter()
        if Capture.GOAL in captures:
            self._goal = self._goal or self._place(GoalPanel(self.open))
            self._goal.enter(phase)
        if Capture.GROUP_REVIEW in captures and self._learning is None:
            self._learning = self._place(LearningPanel(self.open))
        for panel, capture in (
            (self._notes, Capture.NOTES),
            (self._people, Capture.PARTICIPANTS),
            (self._goal, Capture.GOAL),
            (self._learning, Capture.GROUP_REVIEW),
        ):
            if panel is not None:
                panel.setVisible(capture in captures)
        filled = {Capture.NOTES, Capture.PARTICIPANTS, Capture.GOAL, Capture.GROUP_REVIEW} & set(captures)
        self._layout.setStretch(self._layout.count() - 1, 0 if filled else 1)
        super().enter(step, phase)

    def leave(self) -> None:
        """Put down lines that were opened."""
        for panel in (self._notes, self._learning):
            if panel is not None:
                panel.leave()

    def show_all(self) -> None:
        """Show the phase's content from the session."""
        self._points.setText("\n".join(f"•  {point}" for point in self.phase.points))
        self._points.setVisible(bool(self.phase.points))
        for panel in (self._notes, self._learning, self._people):
            if panel is not None:
                panel.show_all()

    def mirror(self, changes: list[Change]) -> None:
        """Each panel follows what is its own."""
        for panel in (self._notes, self._learning, self._people):
            if panel is not None:
                panel.mirror(changes)

    def first_field(self) -> QWidget | None:
        """The field that this phase is about."""
        captures = self.phase.captures
        if Capture.NOTES in captures and self._notes is not None:
            return self._notes.field
        if Capture.GOAL in captures and self._goal is not None:
            return self._goal.field
        if Capture.GROUP_REVIEW in captures and self._learning is not None:
            return self._learning.columns[0].field
        if Capture.PARTICIPANTS in captures and self._people is not None:
            return self._people.first_field()
        return None

    def _place(self, panel: P) -> P:
        self._layout.insertWidget(self._layout.count() - 1, panel, 1)
        return panel
