"""The phase's clock with its buttons: start or pause, a minute more, a late start set right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.engine import Engine
from app.ticker import Ticker
from widgets import theme
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.session.clock_face import ClockFace
from widgets.session.time_bar import TimeBar
from widgets.session.time_words import clock_words, spoken_mark, spoken_time


class TimerPanel(QFrame):
    """Clock, words, bar and buttons of the phase's timer."""

    def __init__(self, engine: Engine, ticker: Ticker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.face = ClockFace()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.bar = TimeBar()
        self.start = named(QPushButton("Start timer"), "Start timer", "F5")
        self.minute = named(QPushButton("Add one minute"), "Add one minute", "F6")
        self.start.clicked.connect(engine.toggle_timer)
        self.minute.clicked.connect(engine.add_minute)
        self._lay_out()
        engine.ticked.connect(self.show_time)
        engine.timer_changed.connect(self._say_state)
        ticker.marked.connect(lambda left: announce(self.window(), spoken_mark(left)))
        self.show_time()

    def _lay_out(self) -> None:
        self._outer = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(6)
        self._outer.addWidget(self.face)
        self._rest = QVBoxLayout()
        self._rest.setSpacing(6)
        self._rest.addWidget(self.words)
        self._rest.addWidget(self.bar)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.start, 1)
        self.buttons.addWidget(self.minute, 1)
        self._rest.addLayout(self.buttons)
        self.under = QHBoxLayout()
        self._rest.addLayout(self.under)
        self._outer.addLayout(self._rest, 1)

    def set_low(self, low: bool) -> None:
        """Where height is scarce: the clock at the left and the buttons beside it, with room at their end and under
        them; no bar, and the words stand where the page puts them."""
        way = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        self._outer.setDirection(way)
        for gap in (self._outer, self._rest, self.buttons, self.under):
            gap.setSpacing(4 if low else 6)
        self.bar.setVisible(not low)
        across = QSizePolicy.Policy.Preferred if low else QSizePolicy.Policy.Ignored
        self.words.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        if not low and self._rest.indexOf(self.words) < 0:
            self._rest.insertWidget(0, self.words)

    def show_time(self) -> None:
        """Show the clock as it is now; parts that read the same are not painted again."""
        reading = self._engine.read_timer()
        shown = clock_words(self._engine.phase, reading)
        self.face.show_time(shown, paused=not reading.running)
        self.bar.show_gone(shown.gone, shown.over)
        if self.words.text() != shown.words:
            self.words.setText(shown.words)
            theme.mark(self.words, "warning" if shown.over else "hint")
        name = "Pause timer" if reading.running else "Start timer"
        if self.start.text() != name:
            self.start.setText(name)
            self.start.setAccessibleName(name)

    def _say_state(self) -> None:
        """To those who do not see the clock: from the window, since the clock may stand behind another page."""
        announce(self.window(), spoken_time(self._engine.phase, self._engine.read_timer()))
