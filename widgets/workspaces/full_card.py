"""The card being read on the whole page: who reads, the card, the time, and nothing else."""

import math

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.engine import Engine
from app.ticker import EARLY
from widgets import theme
from widgets.cards.big_card import ALONE, BigCard
from widgets.parts.naming import named
from widgets.parts.reflow import words
from widgets.session.clock_face import ClockFace
from widgets.session.time_words import clock_words

#: The reader's name stands so much larger than a heading: it is read from the back of the room.
LARGER = 1.6
KEYS = "N next card · P card before · R next reader · S strongest · Esc back"


class FullCard(QWidget):
    """Covers what the window holds, below its menus. It borrows the card from its place and gives it back.

    Signals:
        closed: somebody wants the page back.
        key_pressed(QKeyEvent): a key that nothing on it has a use for.
    """

    closed = Signal()
    key_pressed = Signal(object)

    def __init__(self, window: QWidget, engine: Engine, big: BigCard) -> None:
        within = window.centralWidget() if isinstance(window, QMainWindow) else None
        stage = within if within is not None else window
        super().__init__(stage)
        named(self, "Card on the whole page", KEYS)
        self._engine, self._big = engine, big
        self.who, self.marks, self.about = words("", "title"), words("", "title"), words("", "hint")
        self.face = ClockFace("Time left, beside the card")
        self.back = named(QPushButton("Back to the round"), "Back to the round", "Esc")
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.closed)
        self._keys = words(KEYS, "hint")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._show_time)
        engine.timer_changed.connect(self._show_time)
        big.fitted.connect(self._say_keys)
        self.setAutoFillBackground(True)
        self._lay_out()
        self._dress()
        big.set_range(ALONE)
        stage.installEventFilter(self)
        self.setGeometry(stage.rect())
        self.show()
        self.raise_()
        self._show_time()
        big.setFocus()
        # What is covered is not there for the keyboard and for screen readers either.
        children = [child for child in stage.children() if isinstance(child, QWidget) and child is not self]
        self._covered = [child for child in children if child.isEnabled() and not child.isWindow()]
        for child in self._covered:
            child.setEnabled(False)
            for window in child.findChildren(QWidget):  # Qt disables windows of its own with it
                if window.isWindow():
                    window.setEnabled(True)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.who, 1)
        head.addWidget(self.face)
        foot.addWidget(self._keys, 1)
        foot.addWidget(self.back)
        self._column = column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._big, 1)
        column.addWidget(self.about)
        column.addWidget(self.marks)
        column.addLayout(foot)

    def show_words(self, who: str, about: str, marks: str) -> None:
        """Say who reads, what is known of the card, and where the round stands."""
        for label, text in ((self.who, who), (self.about, about), (self.marks, marks)):
            if label.text() != text:
                label.setText(text)
            label.setVisible(bool(text))

    def give_back(self) -> None:
        """Leave the page; whoever lent the card puts it in its place again."""
        self._timer.stop()
        for child in self._covered:
            if isValid(child):
                child.setEnabled(True)
        self._big.fitted.disconnect(self._say_keys)
        if self._big.hasFocus():
            self._big.clearFocus()  # or Qt would look for another place by itself, the menus among them
        self._big.setParent(None)
        self.hide()
        self.deleteLater()

    # The time

    def _show_time(self) -> None:
        reading = self._engine.read_timer()
        self.face.show_time(clock_words(self._engine.phase, reading), paused=not reading.running)
        self._timer.stop()
        if reading.running:
            self._timer.start(math.ceil(((reading.left - EARLY) % 1.0 or 1.0) * 1000))

    def _say_keys(self, whole: bool) -> None:
        self._keys.setText(KEYS if whole else f"↓ and ↑ scroll this long card · {KEYS}")

    # Covering the page

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the page whatever its size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_keys"):
            self._dress()

    def _dress(self) -> None:
        em = theme.text_height()
        self.face.set_tall(round(2.8 * em))
        self.face.setFixedWidth(8 * em)
        self._column.setContentsMargins(em, em // 2, em, em // 2)
        self.who.setStyleSheet(f"font-size: {theme.current().points('title') * LARGER:.1f}pt;")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the page back, from wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            event.ignore()
            self.key_pressed.emit(event)
