"""Python's garbage collector, kept from pausing the window: it rests while everything is imported."""

import gc

from PySide6.QtCore import QObject, QTimer

#: How long a start takes at most, with all that is imported beside the window. Milliseconds.
START = 5_000


class Collector(QObject):
    """Wakes the collector, which main.py put to rest, once the start is over.

    A full collection looks at every object and stops every thread for 20 ms and more, and imports make so many
    objects that it would come several times. What a start makes stays until the end, so it is then set aside for
    good and later collections are short.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.wake)

    def wake_later(self) -> None:
        """The window is on screen: the start is over soon."""
        self._timer.start(START)

    def wake(self) -> None:
        """Set aside what is there now, and collect from here on."""
        gc.freeze()
        gc.enable()
