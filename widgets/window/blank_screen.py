"""A blank screen: nothing but the time left on every window, those that open meanwhile too, until it is lifted."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from widgets.parts.fields import named
from widgets.parts.role import play_role
from widgets.parts.tips import take_tips_away
from widgets.session.clock_face import ClockFace
from widgets.session.time_words import ClockWords

#: Whoever presses the mouse is shown for so long how to bring everything back.
OFFER_MS = 5_000
#: What the clock shows where there is none, and whether it stands.
Time = Callable[[], tuple[ClockWords, bool] | None]
#: These hold what people look at; the others come and go by themselves.
_WINDOWS = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet, Qt.WindowType.Tool)


class BlankScreen(QWidget):
    """Covers one window and hides everything in it, from screen readers too; `lift` brings it back.

    Signals:
        over: somebody asked for everything to be shown again.
    """

    over = Signal()

    def __init__(self, window: QWidget, time: Time, keys: Collection[QKeySequence]) -> None:
        """`keys` go on meaning what they do; nothing else can be done to what nobody sees."""
        super().__init__(window)
        self._time, self._keys = time, keys
        self._focus = window.focusWidget()
        self._hidden = [
            child
            for child in window.children()
            if isinstance(child, QWidget) and child is not self and not child.isWindow() and child.isVisible()
        ]
        for child in self._hidden:
            child.hide()
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        play_role(self, QAccessible.Role.Grouping)
        named(self, "Blank screen", "Ctrl+Shift+B brings everything back")
        self.clock = ClockFace()
        self.clock.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.back = named(QPushButton("Show everything again"), "Show everything again", "Ctrl+Shift+B")
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back.clicked.connect(self.over)
        self._lay_out()
        self._offer = QTimer(self)
        self._offer.setSingleShot(True)
        self._offer.timeout.connect(lambda: self._show_way_back(False))
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show_time()
        self.show()
        self.raise_()
        self.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.clock)
        column.addStretch(1)
        keeps_its_place = self.back.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(keeps_its_place)
        self._show_way_back(False)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size, and keep the keyboard."""
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.Resize:
            self.setGeometry(watched.rect())
            self.show_time()
        elif event.type() == QEvent.Type.WindowActivate:
            self.setFocus()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Hold back every shortcut but those that go on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            pressed = QKeySequence(event.keyCombination())
            if pressed not in self._keys:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing behind the cover hears of it."""
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Without a keyboard, too, there is a way back; one press alone shows nothing yet."""
        event.accept()
        self._show_way_back(True)
        self._offer.start(OFFER_MS)

    def _show_way_back(self, shown: bool) -> None:
        """Assistive technology presses no mouse: while there is any, the button stays."""
        self.back.setVisible(shown or QAccessible.isActive())

    def show_time(self) -> None:
        """Show the clock as it is now."""
        now = self._time()
        self.clock.setVisible(now is not None)
        if now is not None:
            self.clock.set_tall(self.height() // 3)
            self.clock.show_time(*now)

    def lift(self) -> None:
        """Bring everything back, and the keyboard to where it was."""
        for child in self._hidden:
            if isValid(child):
                child.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self.hide()
        self.deleteLater()


class Blanking(QObject):
    """Every window covered, and every one that opens before they are lifted.

    Signals:
        over: somebody asked for everything to be shown again.
    """

    over = Signal()

    def __init__(self, time: Time, keys: Collection[QKeySequence], parent: QObject) -> None:
        super().__init__(parent)
        self._time, self._keys = time, keys
        self._covers: list[BlankScreen] = []

    def cover(self) -> None:
        """Cover what there is. While it lasts every window is watched for; at other times that would cost too much."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        take_tips_away()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowType() in _WINDOWS:
                self._cover(window)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def show_time(self) -> None:
        """Show the clock as it is now, on every window at once."""
        for cover in self._covers:
            if isValid(cover):
                cover.show_time()

    def lift(self) -> None:
        """Show everything again."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        covers, self._covers = self._covers, []
        for cover in covers:
            if isValid(cover):  # its window may be gone
                cover.lift()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window opens: it is covered before it is painted. What is no window of its own has nothing to show."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            if watched.windowType() not in _WINDOWS:
                watched.hide()
                return True
            if not any(isValid(cover) and cover.parentWidget() is watched for cover in self._covers):
                self._cover(watched)
        return super().eventFilter(watched, event)

    def _cover(self, window: QWidget) -> None:
        cover = BlankScreen(window, self._time, self._keys)
        cover.over.connect(self.over)
        self._covers.append(cover)
