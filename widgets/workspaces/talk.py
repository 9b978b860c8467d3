"""The talking phases: notes word for word, who is here, the worker's goal, or the review of the process."""

from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.process import Capture, Phase, Step
from models.session import Change
from widgets import theme
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
        self._offered = self._make_actions()
        content = QWidget()
        content.setProperty("kind", "page")
        self._layout = QVBoxLayout(content)
        self._layout.addWidget(self._points)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        self._layout.addStretch(0)

    def _make_actions(self) -> list[tuple[Capture, QAction]]:
        """Each with what the phase must capture for it to be offered. Where the keyboard stands on a line, that line is
        meant."""
        return [
            (Capture.NOTES, self.offer("Change note\tEnter", self._change_note)),
            (Capture.NOTES, self.offer("Delete note\tDelete", self._delete_note)),
            (Capture.PARTICIPANTS, self.offer("Add participant", self._add_person, "Ins")),
            (Capture.PARTICIPANTS, self.offer("Remove participant", self._remove_person)),
        ]

    def _change_note(self) -> None:
        if self._notes is not None:
            self._notes.open_current()

    def _delete_note(self) -> None:
        if self._notes is not None:
            self._notes.remove_current()

    def _add_person(self) -> None:
        if self._people is not None and self._people.isVisible():
            self._people.add_person()

    def _remove_person(self) -> None:
        if self._people is not None:
            self._people.remove_current()

    def enter(self, step: Step, phase: Phase) -> None:
        """Turn to this phase: the panels are made when they are first asked for."""
        captures = phase.captures
        if Capture.NOTES in captures:
            self._notes = self._notes or self._place(NotePanel(self.open, self.refuse_masked))
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
        super().enter(step, phase)
        self._layout.setStretch(self._layout.count() - 1, 0 if self._filled() else 1)

    def leave(self) -> None:
        """Put down lines that were opened."""
        for panel in (self._notes, self._learning):
            if panel is not None:
                panel.leave()

    def show_all(self) -> None:
        """Show the phase's content from the session."""
        self._points.setText("\n".join(f"•  {point}" for point in self.phase.points))
        self._points.setVisible(bool(self.phase.points) and not (self.low and self._filled()))
        theme.mark(self._points, "spoken" if self.projected and not self._filled() else "")
        self._set_room()
        for panel in (self._notes, self._learning, self._people):
            if panel is not None:
                panel.show_all()

    def _filled(self) -> bool:
        """Whether the phase has fields, which come first where there is little height."""
        return bool(
            {Capture.NOTES, Capture.PARTICIPANTS, Capture.GOAL, Capture.GROUP_REVIEW} & set(self.phase.captures)
        )

    def _set_room(self) -> None:
        if self._notes is not None:
            self._notes.set_room(self.projected, self.low)
        if self._people is not None:
            self._people.set_projected(self.projected)
        if self._goal is not None:
            self._goal.set_room(self.projected, self.low)
        if self._learning is not None:
            self._learning.set_projected(self.projected)

    def actions_offered(self) -> list[QAction]:
        """What the panels in view do."""
        return [action for capture, action in self._offered if capture in self.phase.captures]

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
