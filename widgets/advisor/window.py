"""The advisor's window: time, plan, who has been heard, nudges. It never changes the case."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.open_session import OpenSession
from app.ticker import Ticker
from models import plan
from models.people import Role
from models.plan import minutes
from widgets import theme
from widgets.advisor.heard_table import HeardTable
from widgets.advisor.nudge_panel import NudgePanel
from widgets.advisor.private_notes import note_field, undo_actions
from widgets.parts.fields import ReadOut
from widgets.parts.reflow import TurningRow, column, scrolled, words
from widgets.session.actions import action
from widgets.session.clock_face import ClockFace
from widgets.session.pace_line import PaceLine
from widgets.session.time_words import clock_words

#: Seconds ahead of or behind the plan that are still called on plan.
ON_PLAN = 60.0


class AdvisorWindow(QWidget):
    """A second window, on a second screen or beside the first.

    Signals:
        nudged(str): a sentence is to be shown in the room for some seconds.
    """

    nudged = Signal(str)

    def __init__(self, open_session: OpenSession, ticker: Ticker, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Advisor")
        self._open = open_session
        self.face = ClockFace("Phase time")
        self.position = words("", "title")
        self.clock_words = words("", "hint")
        self.next = words("", "hint")
        self.against_plan = ReadOut("Plan")
        self.pace = PaceLine(open_session)
        self.heard = HeardTable(open_session)
        self.nudges = NudgePanel(open_session)
        self.note = note_field(open_session, Role.ADVISOR, "Advisor's note")
        self._lay_out()
        action(self, "Close", self.close, "Ctrl+Shift+A", "Esc")
        undo_actions(self, open_session)
        self.nudges.nudged.connect(self.nudged)
        open_session.engine.moved.connect(self.show_position)
        ticker.ticked.connect(self.show_time)
        self.resize(
            QSize(44, 34)
            .scaled(self.screen().availableSize(), Qt.AspectRatioMode.KeepAspectRatio)
            .boundedTo(QSize(44, 34) * theme.text_height())
        )

    def _lay_out(self) -> None:
        left, right = column(gap=12), column(gap=12)
        left[1].addWidget(_part("", self.position, self.face, self.clock_words, self.next))
        left[1].addWidget(_part("Plan", self.against_plan, self.pace))
        left[1].addWidget(_part("Who has been heard", self.heard), 1)
        right[1].addWidget(_part("Nudge the room", self.nudges))
        right[1].addWidget(_part("Advisor's note", self.note), 1)
        questions = _questions(self._open)
        if questions:
            right[1].addWidget(_part("Yours to lead: the review of the process", words(questions)))
        inside = TurningRow(turn_at=36)
        inside.add(left[0])
        inside.add(right[0])
        inside.row.setContentsMargins(12, 12, 12, 12)
        self.face.set_tall(4 * theme.text_height())
        self.heard.setMinimumHeight(9 * theme.text_height())
        self.note.setMinimumHeight(5 * theme.text_height())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was followed while the window was away."""
        super().showEvent(event)
        self.show_position()
        self.heard.show_counts()

    def show_position(self) -> None:
        """Show step and phase, and what follows."""
        if not self.isVisible():
            return
        engine, process = self._open.engine, self._open.process
        self.position.setText(f"{process.number(engine.step.id)}. {engine.step.title} · {engine.phase.title}")
        _here, *later = plan.to_come(self._open.session, process, engine.step.id, engine.phase.id)
        then = f"{later[0].step.title} · {later[0].phase.title}" if later else "The record"
        self.next.setText(f"Then: {then}")
        self.show_time()

    def show_time(self) -> None:
        """Show clock and plan; parts that read the same are not painted again."""
        if not self.isVisible():
            return
        engine = self._open.engine
        reading = engine.read_timer()
        shown = clock_words(engine.phase, reading)
        self.face.show_time(shown, paused=not reading.running)
        if self.clock_words.text() != shown.words:
            self.clock_words.setText(shown.words)
            theme.mark(self.clock_words, "warning" if shown.over else "hint")
        late = plan.behind(self._open.session, self._open.process, engine.step.id, engine.phase.id, reading.spent)
        self.against_plan.show_text(against_plan_words(late))
        self.pace.show_pace()


def against_plan_words(late: float) -> str:
    """ "4 min behind the plan", "2 min ahead of the plan", "On plan"."""
    if abs(late) < ON_PLAN:
        return "On plan"
    return f"{minutes(abs(late))} min {'behind' if late > 0 else 'ahead of'} the plan"


def _part(title: str, *parts: QWidget) -> QFrame:
    """A panel with a heading and its parts."""
    box = QFrame()
    box.setProperty("kind", "panel")
    column = QVBoxLayout(box)
    column.setSpacing(6)
    if title:
        column.addWidget(words(title, "subtitle"))
    for part in parts:
        column.addWidget(part)
    return box


def _questions(open_session: OpenSession) -> str:
    """What the advisor asks in the steps that the advisor leads."""
    phases = [phase for step in open_session.process.steps if step.led_by == "advisor" for phase in step.phases]
    return "\n".join(line for phase in phases for line in (phase.say, *(f"• {point}" for point in phase.points)))
