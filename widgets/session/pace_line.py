"""How long the session has taken of its plan, and when it ends at the present pace."""

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.open_session import OpenSession
from models import plan
from models.plan import minutes
from widgets.parts.fields import ReadOut

#: Milliseconds between two looks while nothing ticks: the finish moves on while the timer is paused.
LOOK_EVERY = 20_000


def finish_words(open_session: OpenSession) -> str:
    """The local time at which the session ends at the present pace: "15:52"."""
    engine, session, process = open_session.engine, open_session.session, open_session.process
    to_come = plan.to_come(session, process, engine.step.id, engine.phase.id)
    rest = plan.seconds_to_come(to_come, engine.read_timer().spent, plan.pace(session, process))
    return f"{(engine.utc_now() + timedelta(seconds=rest)).astimezone():%H:%M}"


def spent_words(open_session: OpenSession) -> str:
    """Minutes spent of those planned: "38 of 112 min"."""
    planned, spent = plan.total(plan.step_times(open_session.session, open_session.process))
    return f"{minutes(spent)} of {minutes(planned)} min"


class PaceLine(ReadOut):
    """The session's minutes and its finish time, in one line."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__("Session time", parent)
        self.setProperty("kind", "hint")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._open = open_session
        self._look = QTimer(self)
        self._look.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._look.timeout.connect(self.show_pace)

    def showEvent(self, event: QShowEvent) -> None:
        """It is looked after only while it is seen."""
        super().showEvent(event)
        self.show_pace()
        self._look.start(LOOK_EVERY)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight it costs nothing."""
        super().hideEvent(event)
        self._look.stop()

    def show_pace(self) -> None:
        """Show it as it is now."""
        wish = self._open.session.details.finish_by
        end = f" (by {wish})" if wish else ""
        self.show_text(f"{spent_words(self._open)} · ends {finish_words(self._open)}{end}")
