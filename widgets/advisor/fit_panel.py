"""Fit the plan to a finish time: the time, what it would make of the plan, and two buttons. Nothing holds before
Apply, and Ctrl+Z takes that back."""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models import plan
from models.fitting import CLOSE, Fitting, Place, fitted, wished_finish
from models.moments import read_time
from models.session import Change, Details, set_fields
from models.timing import PhaseTiming, StepPlan
from widgets import theme
from widgets.advisor.fit_table import FitModel, FitTable
from widgets.advisor.fit_words import offer_words
from widgets.parts.announce import announce
from widgets.parts.checked_field import CheckedField
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, beside, words
from widgets.session.pace_line import LOOK_EVERY

#: Minutes by which + and − move the finish time, and to which the first one offered is rounded.
BY = 5
FIELD = "Finish at"


class FitPanel(QWidget):
    """What is offered follows the clock and the session until somebody applies it or leaves it.

    Signals:
        applied(str): the plan is another; the sentence says so.
        left: the plan stays as it was.
    """

    applied = Signal(str)
    left = Signal()

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._left_out: set[str] = set()
        self._ends: datetime | None = None
        self.offer: Fitting | None = None
        self.time = CheckedField(FIELD, "15:45", read_time, str)
        self.earlier = named(QPushButton(f"{BY} min earlier"), f"{BY} min earlier", "Key −")
        self.later = named(QPushButton(f"{BY} min later"), f"{BY} min later", "Key +")
        self.said = words()
        self._model = FitModel(open_session.process, self)
        self.table = FitTable(self._model)
        self.turn = named(
            QPushButton("Leave step out"), "Leave step out", "The step on which the table stands. Key Space"
        )
        self.apply = named(QPushButton("Apply"), "Apply", "The plan takes these minutes; Ctrl+Z takes it back")
        self.leave = named(QPushButton("Leave it"), "Leave it", "The plan stays as it is")
        self.apply.setProperty("kind", "primary")
        self._look = QTimer(self)
        self._look.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._look.setInterval(LOOK_EVERY)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.time.entered.connect(self._time_entered)
        self.time.judged.connect(self.show_offer)
        self.time.field.installEventFilter(self)
        self.earlier.clicked.connect(lambda: self.move_time(-BY))
        self.later.clicked.connect(lambda: self.move_time(BY))
        self.table.turned.connect(self.turn_step)
        self.table.selectionModel().currentRowChanged.connect(self._show_turn)
        self.turn.clicked.connect(self._turn_current)
        self.apply.clicked.connect(self.apply_offer)
        self.leave.clicked.connect(self.left)
        self._look.timeout.connect(self.show_offer)
        self._open.engine.moved.connect(self.show_offer)
        self._open.engine.timer_changed.connect(self.show_offer)
        self._open.document.changed.connect(self._mirror)

    def _lay_out(self) -> None:
        asked, under = FlowLayout(), FlowLayout()
        self.time.setFixedWidth(7 * theme.text_height())
        field = beside(FIELD, self.time)
        field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for part in (field, self.earlier, self.later):
            asked.addWidget(part)
        for part in (self.turn, self.apply, self.leave):
            under.addWidget(part)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(asked)
        inside.addWidget(self.said)
        inside.addWidget(self.table)
        inside.addLayout(under)

    # What is asked for

    def begin(self) -> None:
        """Offer the finish time that is set, or where the plan leads to now; with the steps left out as they are."""
        self._left_out = set(self._open.session.left_out())
        wish = self._open.session.details.finish_by
        self._ends = wished_finish(wish, self._now()) or self._rounded_end()
        self.time.show_value(f"{self._ends:%H:%M}")
        self.show_offer()
        self.time.field.setFocus()
        self.time.field.selectAll()

    def move_time(self, by: int) -> None:
        """Ask for a finish so many minutes later, or earlier where `by` is below 0; from where the time is wrong, on
        from the last that was right."""
        self._ends = (self._ends or self._rounded_end()) + timedelta(minutes=by)
        self.time.put_value(f"{self._ends:%H:%M}")
        self.show_offer()
        announce(self, f"{self._ends:%H:%M}. {self.said.text()}")

    def turn_step(self, step_id: str) -> None:
        """Leave a step out of what is offered, or take it up again."""
        self._left_out ^= {step_id}
        self.show_offer()
        announce(self, self.said.text())

    def _turn_current(self) -> None:
        row = self.table.current()
        if row is not None and not row.begun:
            self.turn_step(row.step.id)

    def _time_entered(self, value: str) -> None:
        self._ends = wished_finish(value, self._now())
        self.show_offer()

    def _now(self) -> datetime:
        return self._open.engine.utc_now().astimezone()

    def _rounded_end(self) -> datetime:
        engine, session = self._open.engine, self._open.session
        times = plan.to_come(session, self._open.process, engine.step.id, engine.phase.id)
        ends = self._now() + timedelta(seconds=plan.seconds_to_come(times, engine.read_timer().spent))
        whole = ends.replace(minute=ends.minute // BY * BY, second=0, microsecond=0)
        return whole + timedelta(minutes=BY)

    # What is offered

    def show_offer(self) -> None:
        """Make the offer anew, where anybody sees it."""
        if not self.isVisible():
            return
        now, engine = self._now(), self._open.engine
        self.offer = None
        if self._ends is not None and not self.time.wrong:
            place = Place(engine.step.id, engine.phase.id, engine.read_timer().spent)
            available = (self._ends - now).total_seconds()
            self.offer = fitted(self._open.session, self._open.process, place, available, self._left_out)
            self._model.show_rows(self.offer.steps)
            self.table.stand_somewhere()
        self.table.setVisible(self.offer is not None)
        pace = plan.pace(self._open.session, self._open.process)
        said = offer_words(self.offer, now, pace) if self.offer else "Type when the session has to end, such as 15:45."
        if said != self.said.text():
            self.said.setText(said)
        theme.mark(self.said, "warning" if self.offer is not None and self.offer.missing >= CLOSE else "")
        self.apply.setEnabled(self.offer is not None and bool(self._changes() or self.offer.planned))
        self._show_turn()

    def _show_turn(self) -> None:
        row = self.table.current()
        title = row.step.short if row is not None else "step"
        name = f"Take up {title} again" if row is not None and row.left_out else f"Leave out {title}"
        self.turn.setText(name)
        self.turn.setAccessibleName(name)
        self.turn.setEnabled(row is not None and not row.begun and self.offer is not None)

    def _changes(self) -> list[Change]:
        """What changes beside the minutes: the finish time, and the steps left out."""
        session = self._open.session
        held = set(session.left_out())
        changes = [set_fields(session, Details(), finish_by=f"{self._ends:%H:%M}")] if self._ends is not None else []
        for step in held ^ self._left_out:
            changes += plan.leave_out(session, step, step in self._left_out)
        return [change for change in changes if change.before != change.after]

    def apply_offer(self) -> None:
        """Take the plan that is shown, as one step of undo."""
        if self.offer is None or self._ends is None:
            return
        ends = self._now() + timedelta(seconds=self.offer.seconds)
        label = f"Change plan to end at {ends:%H:%M}"
        self._open.engine.plan_phases(label, self.offer.planned, self._changes())
        self.applied.emit(f"The plan now ends at {ends:%H:%M}. Ctrl+Z takes it back.")

    # Following

    def showEvent(self, event: QShowEvent) -> None:
        """The clock went on while it was away."""
        super().showEvent(event)
        self._look.start()
        self.show_offer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, nothing is counted."""
        super().hideEvent(event)
        self._look.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field + and −, and the arrows up and down, move the time: no time has them in it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            later = event.text() == "+" or event.key() == Qt.Key.Key_Up
            if later or event.text() == "-" or event.key() == Qt.Key.Key_Down:
                self.move_time(BY if later else -BY)
                return True
        return super().eventFilter(watched, event)

    def _mirror(self, changes: list[Change]) -> None:
        if not self.isVisible():
            return
        kinds = {change.kind for change in changes}
        if StepPlan in kinds:
            self._left_out = set(self._open.session.left_out())
        replanned = any(
            change.kind is PhaseTiming and _planned(change.before) != _planned(change.after) for change in changes
        )
        if StepPlan in kinds or replanned:
            self.show_offer()


def _planned(timing: PhaseTiming | None) -> float | None:
    return None if timing is None else timing.planned
