"""The advisor's window: time, plan, nudges, who has been heard, the step to lead. It never changes the case."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from app.ticker import Ticker
from models import plan
from models.people import Role
from widgets import theme
from widgets.advisor.fit_panel import FitPanel
from widgets.advisor.heard_table import HeardPanel
from widgets.advisor.lead_panel import LeadPanel
from widgets.advisor.nudge_panel import NudgePanel
from widgets.advisor.own_steps import OwnSteps
from widgets.advisor.pace_panel import PacePanel
from widgets.advisor.private_notes import NoteBox
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.focus_follower import FocusFollower
from widgets.parts.reflow import TurningRow, column, scrolled, words
from widgets.parts.role import play_role
from widgets.session.actions import action
from widgets.session.clock_face import ClockFace
from widgets.session.guide import LINE_STAYS
from widgets.session.time_words import clock_words

#: Seconds of the phase's time between two looks at the plan while the clock runs.
LOOK_AT_PLAN = 5
FIT = "Fit the plan to a finish time…"


class AdvisorWindow(QWidget):
    """A second window, on a second screen or beside the first.

    Signals:
        nudged(str): a sentence is to be shown in the room for some seconds.
        said(str): the plan was changed from here.
        typing_wanted_back: a click here took the keyboard from whoever typed in the session window.
        closed: it was closed.
    """

    nudged = Signal(str)
    said = Signal(str)
    typing_wanted_back = Signal()
    closed = Signal()

    def __init__(self, open_session: OpenSession, ticker: Ticker, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        play_role(self, QAccessible.Role.Window)
        self.setWindowTitle("Advisor")
        # The window itself begins with the keyboard, and a click beside the fields gives it back: digits nudge, Tab
        # goes to the first button, and nothing is pressed by chance.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._open = open_session
        self._borrowed = self._offers_undo = False
        self._make_parts()
        self._lay_out()
        self._make_keys()
        self._follower = FocusFollower(self)
        self._line_ends = QTimer(self)
        self._line_ends.setSingleShot(True)
        self._line_ends.setInterval(LINE_STAYS)
        self._line_ends.timeout.connect(self.line.hide)
        open_session.engine.moved.connect(self.show_position)
        ticker.ticked.connect(self.show_time)
        em = theme.text_height()
        self.resize(QSize(54 * em, 36 * em).boundedTo(self.screen().availableSize() * 0.9))

    def _make_parts(self) -> None:
        self.face = ClockFace("Phase time")
        self.position = words("", "title")
        self.clock_words = words("", "hint")
        self.next = words("", "hint")
        self.pace = PacePanel(self._open)
        self.fit_button = named(QPushButton(FIT), FIT, "A preview first; nothing changes before you apply it")
        self.fit = FitPanel(self._open)
        self.fit.hide()
        self.line = words("", "subtitle")
        self.line.hide()
        self.nudges = NudgePanel(self._open)
        self.heard = HeardPanel(self._open)
        self.lead = LeadPanel(self._open)
        self.note = NoteBox(self._open, Role.ADVISOR, "Advisor's note")
        self.note.field.textChanged.connect(self._typed)
        self.fit_button.clicked.connect(self.begin_fit)
        self.fit.applied.connect(self._applied)
        self.fit.left.connect(self._end_fit)
        self.nudges.nudged.connect(self.nudged)
        self.nudges.nudged_by_mouse.connect(self._give_back)

    def _make_keys(self) -> None:
        action(self, "Close", self._escape, "Ctrl+Shift+A", "Esc")
        action(self, "Start or pause timer", self._open.engine.toggle_timer, "F5")
        action(self, "Add one minute", self._open.engine.add_minute, "F6")
        self._own = OwnSteps(self, self._open.document)
        action(self, "Undo", lambda: self._undo(back=True), "Ctrl+Z")
        action(self, "Redo", lambda: self._undo(back=False), "Ctrl+Shift+Z", "Ctrl+Y")

    def _lay_out(self) -> None:
        self._left, left = column(gap=12)
        self._right, self._right_parts = column(gap=12)
        left.addWidget(_part("", self.position, self.face, self.clock_words, self.next, kind=""))
        left.addWidget(_part("Plan", self.pace, self.line, self.fit_button, self.fit))
        left.addWidget(_part("Nudge the room", self.nudges))
        left.addStretch(1)
        self._right_parts.addWidget(_part("Who has been heard", self.heard))
        self._lead_part = _part("", self.lead)
        self._right_parts.addWidget(self._lead_part)
        self._right_parts.addWidget(_part("Advisor's note", self.note), 1)
        self._lead_part.setHidden(self.lead.empty)
        inside = _Columns(turn_at=36)
        inside.add(self._left)
        inside.add(self._right)
        inside.row.setContentsMargins(12, 12, 12, 12)
        self.note.field.setMinimumHeight(5 * theme.text_height())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))

    # What it shows

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was followed while the window was away."""
        super().showEvent(event)
        self.show_position()
        if self.focusWidget() is None:
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The clock is large, and never all that is in sight."""
        super().resizeEvent(event)
        em = theme.text_height()
        self.face.set_tall(max(2 * em, min(5 * em, self.height() // 4)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """An offer that nobody took is left."""
        super().closeEvent(event)
        self.fit.hide()
        self.fit_button.show()
        self.closed.emit()

    def show_position(self) -> None:
        """Show step and phase, what follows, and foremost the step that the advisor leads."""
        if not self.isVisible():
            return
        engine, process = self._open.engine, self._open.process
        self.position.setText(f"{process.number(engine.step.id)}. {engine.step.title} · {engine.phase.title}")
        _here, *later = plan.to_come(self._open.session, process, engine.step.id, engine.phase.id)
        then = f"{later[0].step.title} · {later[0].phase.title}" if later else "The record"
        self.next.setText(f"Then: {then}")
        self.lead.show_position()
        place = 0 if self.lead.leads else 1
        if self._right_parts.indexOf(self._lead_part) != place:
            self._right_parts.insertWidget(place, self._lead_part)
        self.show_time()

    def show_time(self) -> None:
        """Show the clock, and now and then the plan; parts that read the same are not painted again."""
        if not self.isVisible():
            return
        reading = self._open.engine.read_timer()
        shown = clock_words(self._open.engine.phase, reading)
        self.face.show_time(shown, paused=not reading.running)
        if self.clock_words.text() != shown.words:
            self.clock_words.setText(shown.words)
            theme.mark(self.clock_words, "warning" if shown.over else "hint")
        if int(reading.spent) % LOOK_AT_PLAN == 0:
            self.pace.show_pace()

    def show_line(self, sentence: str) -> None:
        """Show a sentence for some seconds, and say it."""
        self.line.setText(sentence)
        self.line.show()
        self._line_ends.start()
        announce(self, sentence)

    # The plan

    def begin_fit(self) -> None:
        """Open the offer in the place of its button."""
        self.line.hide()
        self.fit_button.hide()
        self.fit.show()
        self.fit.begin()

    def _end_fit(self) -> None:
        self.fit.hide()
        self.fit_button.show()
        self.fit_button.setFocus()

    def _applied(self, sentence: str) -> None:
        self._end_fit()
        self._offers_undo = True
        self.show_line(sentence)
        self.said.emit(sentence)

    # Keys

    def _undo(self, back: bool) -> None:
        """In the note its own history, unless a sentence offered to take back something else and nothing was typed
        since; else what was done in this window, and nothing of the room's."""
        offered, self._offers_undo = self._offers_undo and back, False
        if self.note.field.hasFocus() and not offered:
            history = self._open.document.note_stack(Role.ADVISOR.value)
            (history.undo if back else history.redo)()
        elif sentence := self._own.undo() if back else self._own.redo():
            self.show_line(sentence)

    def _typed(self) -> None:
        self._offers_undo = False

    def _escape(self) -> None:
        if self.fit.isVisible():
            self._end_fit()
        else:
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as the space bar does."""
        self._borrowed = False
        pressed = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(pressed, QPushButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A click that brought the keyboard here may have taken it from somebody who types."""
        if event.type() is QEvent.Type.WindowActivate:
            self._borrowed = QApplication.mouseButtons() is not Qt.MouseButton.NoButton
        return super().event(event)

    def _give_back(self) -> None:
        if self._borrowed:
            self._borrowed = False
            self.typing_wanted_back.emit()


class _Columns(TurningRow):
    """The two columns: as high as their words need at the width they get, and the area around them scrolls."""

    def minimumSizeHint(self) -> QSize:
        """The width of a turning row, and the height that words which wrap need."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self.row.minimumHeightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def _part(title: str, *parts: QWidget, kind: str = "panel") -> QFrame:
    """A panel with a heading and its parts."""
    box = QFrame()
    box.setProperty("kind", kind)
    inside = QVBoxLayout(box)
    inside.setSpacing(6)
    if title:
        inside.addWidget(words(title, "subtitle"))
    for part in parts:
        inside.addWidget(part)
    return box
