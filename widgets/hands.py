"""The hands: one for everybody who writes, picked by Alt and a number, or by a click."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from widgets.fields import named
from widgets.reflow import FlowLayout, scrolled

#: Alt+1 … Alt+9, and Alt+0 for the tenth.
KEYS = 10
_LINES = 2


class Hands(QWidget):
    """A row of buttons, each with its number, the writer's name and how many cards they have; more than two lines
    scroll.

    Signals:
        picked(str): a person picked a writer, by id.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "Hands")
        self._writers: list[tuple[str, str]] = []
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        content = QWidget()
        content.setProperty("kind", "page")
        self._flow = FlowLayout(content, 6)
        self._area = scrolled(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.keys = [self._key(place) for place in range(KEYS)]

    def _key(self, place: int) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(f"Alt+{(place + 1) % 10}"))
        action.triggered.connect(lambda: self._pick_place(place))
        self.addAction(action)
        return action

    def show_writers(self, writers: Sequence[tuple[str, str]]) -> None:
        """Show these writers, each an id and a name, in this order."""
        if list(writers) == self._writers:
            return
        self._writers = list(writers)
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for writer, _ in writers:
            button = QPushButton(self._area.widget())
            button.setCheckable(True)
            button.setProperty("kind", "hand")
            button.clicked.connect(partial(self._clicked, writer))
            self._group.addButton(button)
            self._flow.addWidget(button)
            self._buttons[writer] = button
        for place, action in enumerate(self.keys):
            action.setEnabled(place < len(writers))
            action.setText(f"Write as {writers[place][1]}" if place < len(writers) else "")
        self.show_counts({})
        self._fit()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many cards each writer has."""
        for place, (writer, name) in enumerate(self._writers):
            count = counts.get(writer, 0)
            key = f"{(place + 1) % 10}  " if place < KEYS else ""
            text = f"{key}{name} · {count}".replace("&", "&&")
            button = self._buttons[writer]
            if button.text() != text:
                button.setText(text)
                hint = f", Alt+{(place + 1) % 10}" if place < KEYS else ""
                named(button, name, f"{count} card{'' if count == 1 else 's'}{hint}")

    def show_picked(self, writer: str) -> None:
        """Show who writes now, without saying that a person picked them."""
        button = self._buttons.get(writer)
        if button is not None:
            button.setChecked(True)
            self._area.ensureWidgetVisible(button, 0, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another number of lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom: the lines are higher."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """As high as the lines are, up to two; the rest scrolls."""
        line = max((button.sizeHint().height() for button in self._buttons.values()), default=0)
        whole = self._flow.heightForWidth(self.width() - self._area.verticalScrollBar().sizeHint().width())
        self.setFixedHeight(min(whole, _LINES * (line + 6)))

    def _clicked(self, writer: str) -> None:
        self.picked.emit(writer)

    def _pick_place(self, place: int) -> None:
        if place < len(self._writers):
            self.picked.emit(self._writers[place][0])
