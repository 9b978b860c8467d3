"""The plan against now, in words and as a bar, with where the present pace leads."""

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models import plan
from models.fitting import against_wish, minutes_late, wished_finish
from models.plan import minutes
from models.session import Change, Details
from models.timing import StepPlan
from widgets import theme
from widgets.advisor.finish_bar import FinishBar
from widgets.parts.fields import ReadOut
from widgets.parts.reflow import words
from widgets.session.pace_line import LOOK_EVERY, spent_words

#: Seconds ahead of or behind the plan that are still called on plan.
ON_PLAN = 60.0
#: Minutes after the time wished that are no cause for alarm.
NEARLY = 1


def against_plan_words(late: float) -> str:
    """ "4 min behind the plan", "2 min ahead of the plan", "On plan"."""
    if abs(late) < ON_PLAN:
        return "On plan"
    return f"{minutes(abs(late))} min {'behind' if late > 0 else 'ahead of'} the plan"


class PacePanel(QWidget):
    """Follows the engine; the finish moves on while the timer is paused, so it looks by itself, too, while it is
    seen."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self.against_plan = ReadOut("Plan")
        theme.mark(self.against_plan, "subtitle")
        self.spent = ReadOut("Session time")
        theme.mark(self.spent, "hint")
        self.finish = words()
        self.bar = FinishBar()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for part in (self.against_plan, self.bar, self.finish, self.spent):
            inside.addWidget(part)
        self._look = QTimer(self)
        self._look.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._look.timeout.connect(self.show_pace)
        self._look.start(LOOK_EVERY)
        open_session.engine.moved.connect(self.show_pace)
        open_session.engine.timer_changed.connect(self.show_pace)
        open_session.document.changed.connect(self._mirror)

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was followed while it was away."""
        super().showEvent(event)
        self.show_pace()

    def show_pace(self) -> None:
        """Show it as it is now, where anybody sees it."""
        if not self.isVisible():
            return
        engine, session, process = self._open.engine, self._open.session, self._open.process
        spent = engine.read_timer().spent
        late = plan.behind(session, process, engine.step.id, engine.phase.id, spent)
        self.against_plan.show_text(against_plan_words(late))
        self.spent.show_text(spent_words(self._open))
        to_come = plan.to_come(session, process, engine.step.id, engine.phase.id)
        now = engine.utc_now().astimezone()
        ends = now + timedelta(seconds=plan.seconds_to_come(to_come, spent, plan.pace(session, process)))
        wish = wished_finish(session.details.finish_by, now)
        against = against_wish(ends, wish)
        said = f"At this pace it ends at {ends:%H:%M}" + (f", {against}." if against else "; no finish time is set.")
        self.bar.show_finish(now, ends, wish, said)
        if said != self.finish.text():
            self.finish.setText(said)
        too_late = wish is not None and minutes_late(ends, wish) > NEARLY
        theme.mark(self.finish, "warning" if too_late else "")

    def _mirror(self, changes: list[Change]) -> None:
        if any(change.kind in (Details, StepPlan) for change in changes):
            self.show_pace()
