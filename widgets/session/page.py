"""The session page: the steps, the clock, what to say, the phase's workspace, and the way on."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.chime import Chime
from app.clock import Clock, system_clock
from app.open_session import OpenSession
from app.ticker import Ticker
from models import plan
from models.help import HelpPart, help_for_phase
from models.process import Capture
from models.session import Change
from models.timing import PhaseTiming, StepPlan
from widgets import theme
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.focus_follower import FocusFollower
from widgets.session.actions import action, chime_action, earlier_actions, earlier_menu, places, timer_actions
from widgets.session.beside import WindowsBeside
from widgets.session.finish_line import FinishLine
from widgets.session.goal_line import GoalLine
from widgets.session.guide import GuidePanel
from widgets.session.half_typed_line import HalfTypedLine
from widgets.session.layout import SessionLayout
from widgets.session.pace_line import PaceLine
from widgets.session.phase_row import PhaseRow
from widgets.session.step_list import StepList
from widgets.session.time_words import not_started, slept_words
from widgets.session.timer_panel import TimerPanel
from widgets.session.workspace_stack import WorkspaceStack


class SessionPage(QWidget):
    """The facilitator's page, on the projector. Nothing moves on by itself.

    Signals:
        finished: the session is over; what is left behind comes next.
        prepare_wanted: who is here, or the case, is to be changed.
        documents_wanted(str form): what can be taken away is to be shown, that form first.
        message(str): a sentence for the window to show.
        actions_changed: another workspace is in view, and with it other actions are offered.
        projector_over: the projector view is to be left.
    """

    finished = Signal()
    prepare_wanted = Signal()
    documents_wanted = Signal(str)
    message = Signal(str)
    actions_changed = Signal()
    projector_over = Signal()

    def __init__(self, open_session: OpenSession, clock: Clock | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = open_session
        self._projected = False
        self.engine = open_session.engine
        chime = Chime(QApplication.beep, self)
        self.ticker = Ticker(self.engine, open_session.settings, clock or system_clock(), chime, self)
        self.engine.begin()
        self._make_parts()
        self._make_actions()
        self._layout = SessionLayout(self)
        self._follower = FocusFollower(self)
        self._connect()
        self._show_phase()

    def _make_parts(self) -> None:
        self.timer = TimerPanel(self.engine, self.ticker)
        self.steps = StepList(self.open)
        self.pace = PaceLine(self.open)
        self.row = PhaseRow(self.open)
        self.guide = GuidePanel(self.open.process)
        self.stack = WorkspaceStack(self.open)
        self.goal = GoalLine(self.open)
        self.finish_line = FinishLine()
        self.half_typed = HalfTypedLine(self.open)
        self.beside = WindowsBeside(self)
        self.back = named(QPushButton("Previous phase"), "Previous phase", "Ctrl+Shift+Enter")
        self.forward = named(QPushButton("Next phase"), "Next phase", "Ctrl+Enter")
        self.forward.setProperty("kind", "primary")

    def _make_actions(self) -> None:
        timer, earlier = timer_actions(self, self.engine, self.message.emit), earlier_actions(self, self.engine)
        self.guide.late.setMenu(earlier_menu(self, earlier))
        self._actions = [
            action(self, "Next phase", self.go_on, "Ctrl+Enter", "Ctrl+Return"),
            action(self, "Previous phase", self.engine.previous_phase, "Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
            *timer,
            *earlier,
            chime_action(self, self.ticker),
            action(self, "Leave this step out, or take it up again", self._turn_step),
            action(self, "Fit the plan to a finish time…", self.beside.fit_plan, menu="Timer"),
            action(self, "People and case…", self.prepare_wanted.emit),
            action(self, "Documents…", self._ask_for_documents, menu="Export"),
            action(self, "Advisor window", self.beside.toggle_advisor, "Ctrl+Shift+A", menu="View"),
            action(self, "Private notes…", self.beside.show_private_notes, menu="View"),
            action(self, "Finish session", self.finish),
        ]

    def _connect(self) -> None:
        self.engine.moved.connect(self._show_phase)
        self.stack.message.connect(self.message)
        self.engine.timer_changed.connect(self._timer_changed)
        self.ticker.slept.connect(self._slept)
        self.ticker.reminder.connect(self._remind)
        self.open.document.changed.connect(self._mirror)
        self.steps.opened.connect(self.engine.go_to)
        self.steps.left_out.connect(self._leave_out)
        self.row.opened.connect(lambda phase: self.engine.go_to(self.engine.step.id, phase))
        self.back.clicked.connect(self.engine.previous_phase)
        self.forward.clicked.connect(self.go_on)
        self.finish_line.confirmed.connect(self._finish_now)
        self.half_typed.answered.connect(self._answered)
        self.half_typed.said.connect(self.message)
        self.beside.nudged.connect(self._show_line)
        self.beside.said.connect(self.message)
        self._layout.leave.clicked.connect(self.projector_over)

    def set_projected(self, on: bool) -> None:
        """Stand for ten people who read from five metres, one thing at a time; or for who is at the keyboard again."""
        held = self.window().focusWidget()
        self._projected = on
        self._project_workspace()
        self._layout.set_projected(on)
        self.beside.fold_notes()
        if self.isVisible():
            self._keep_keyboard(held)
        self._follower.follow_soon()

    def _project_workspace(self) -> None:
        """While something is asked about half-typed cards no card fills the page: it would cover the question."""
        self.stack.set_projected(self._projected and self.half_typed.isHidden())

    def _answered(self) -> None:
        self._project_workspace()
        self.stack.focus_first()

    def _keep_keyboard(self, held: QWidget | None) -> None:
        """Where it was, or where the phase begins: Qt would look for another place by itself, the menus among them."""
        if held is not None and held.isVisible() and held.isEnabled():
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_first()

    def _focus_first(self) -> None:
        if not self.stack.focus_first():
            self.forward.setFocus()

    # What the window asks of every page

    def actions_offered(self) -> list[QAction]:
        """The page's actions, and those of the workspace in view."""
        offered = getattr(self.stack.workspace, "actions_offered", None)
        return [*self._actions, *self.half_typed.actions_offered(), *(offered() if offered else [])]

    def help_in_view(self) -> list[HelpPart]:
        """All that the process says of the phase."""
        return help_for_phase(self.open.process, self.engine.step, self.engine.phase)

    def places(self) -> list[tuple[str, Callable[[], None]]]:
        """The steps and phases that one can go to by name."""
        return places(self.engine)

    def print_in_view(self) -> tuple[str, str] | None:
        """The genogram where it is drawn, the sheets in a step that has cards; a session has no other page to print."""
        captures = {capture for phase in self.engine.step.phases for capture in phase.captures}
        if Capture.GENOGRAM in captures:
            return ("Genogram", "genogram-pdf")
        return ("Question sheets", "sheets-pdf") if Capture.CARDS in captures else None

    def _ask_for_documents(self) -> None:
        wanted = self.print_in_view()
        self.documents_wanted.emit(wanted[1] if wanted is not None else "")

    def first_field(self) -> QWidget | None:
        """Where the phase begins."""
        return self.stack.workspace.first_field() if self.stack.workspace else None

    # Moving

    def go_on(self) -> None:
        """To the next phase; from the last one, to what is left behind."""
        if not self.engine.next_phase():
            self.finish()

    def finish(self) -> None:
        """End the session, asking first where something still lies ahead."""
        engine = self.engine
        ahead = len(plan.to_come(self.open.session, self.open.process, engine.step.id, engine.phase.id)) - 1
        if engine.has_next() and ahead:
            self.finish_line.ask(ahead)
        else:
            self._finish_now()

    def _finish_now(self) -> None:
        self.engine.pause_timer()
        self.finished.emit()

    def _show_phase(self) -> None:
        step, phase = self.engine.step, self.engine.phase
        self.finish_line.hide()
        self.row.show_position()
        self.goal.show_goal()
        self.pace.show_pace()
        self.back.setEnabled(self.engine.has_previous())
        self._show_way_on()
        self.stack.enter(step, phase)
        self.half_typed.show_phase(step, phase)
        self._project_workspace()
        self.guide.show_phase(phase, slim=self.stack.workspace is not None and self.stack.workspace.needs_room)
        self._focus_first()
        self._follower.follow_soon()
        announce(self, f"{step.title}: {phase.title}")
        self.actions_changed.emit()

    def _show_way_on(self) -> None:
        name = "Next phase" if self.engine.has_next() else "Finish session"
        self.forward.setText(name)
        self.forward.setAccessibleName(name)

    def _turn_step(self) -> None:
        step = self.engine.step.id
        self._leave_out(step, step not in self.open.session.left_out())

    def _leave_out(self, step: str, out: int) -> None:
        label = "Leave step out" if out else "Take step up again"
        self.open.document.do(label, plan.leave_out(self.open.session, step, bool(out)))

    def _mirror(self, changes: list[Change]) -> None:
        kinds = {change.kind for change in changes}
        if any(change.kind is PhaseTiming and _done(change.before) != _done(change.after) for change in changes):
            self.row.show_position()
        if StepPlan in kinds:
            self._show_way_on()
            self.back.setEnabled(self.engine.has_previous())
            self.pace.show_pace()

    # The clock

    def _timer_changed(self) -> None:
        self.pace.show_pace()
        if self.engine.read_timer().running:
            self.guide.clear_line()

    def _slept(self, seconds: float) -> None:
        self._show_line(f"The computer slept for {slept_words(seconds)}; the timer was paused.", stays=True)

    def _remind(self) -> None:
        self._show_line(not_started(self.engine.read_timer()), stays=True, late=True)

    def _show_line(self, text: str, stays: bool = False, late: bool = False) -> None:
        """In the rule's place; while a card fills the page and covers that, at the window's foot."""
        self.guide.show_line(text, stays, late)
        if not self.isEnabled():
            self.message.emit(text)

    # Fitting the window

    def minimumSizeHint(self) -> QSize:
        """What the compact arrangement can stand, whichever is in use."""
        return QSize(14, 5) * theme.text_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand compact where there is little room."""
        super().resizeEvent(event)
        self._layout.fit()
        self._follower.follow_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom needs another arrangement; a page that has no size yet is arranged once, when it has one."""
        super().changeEvent(event)
        looks = event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if looks and hasattr(self, "_layout") and self._layout.arranged:
            self._layout.fit()


def _done(timing: PhaseTiming | None) -> bool:
    return timing is not None and timing.done
