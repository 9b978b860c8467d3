"""A row of buttons, one a person, in as many lines as the width asks for; beyond a few they scroll."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, scrolled
from widgets.parts.tab_order import tab_through


class PersonButtons(QWidget):
    """Checkable buttons by a person's id, one of them down.

    Signals:
        picked(str): a person picked a button, by its id.
    """

    picked = Signal(str)

    #: Lines that are in sight; the rest scrolls.
    lines = 2

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._content = QWidget()
        self._content.setProperty("kind", "page")
        self._flow = FlowLayout(self._content, 6)
        self._area = scrolled(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_ids(self, ids: list[str]) -> None:
        """A button for each of these ids, in this order; one that stays keeps the keyboard."""
        if ids == list(self.buttons):
            return
        for person in [known for known in self.buttons if known not in ids]:
            button = self.buttons.pop(person)
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {person: self.buttons.get(person) or self._make(person) for person in ids}
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            self._flow.addWidget(button)
            button.show()
        tab_through(self.buttons.values())

    def _make(self, person: str) -> QPushButton:
        button = QPushButton(self._content)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("kind", "hand")
        button.clicked.connect(partial(self._clicked, person))
        self._group.addButton(button)
        return button

    def show_words(self, person: str, text: str, name: str, description: str) -> bool:
        """What a button says, to the eye and to a screen reader; gives whether it needs another width for it."""
        button = self.buttons[person]
        text = text.replace("&", "&&")
        other = len(text) != len(button.text())
        if button.text() != text:
            button.setText(text)
        if button.accessibleDescription() != description or button.accessibleName() != name:
            named(button, name, description)
        return other

    def show_picked(self, person: str) -> None:
        """Show whose button is down, without saying that a person picked it."""
        button = self.buttons.get(person)
        if button is not None:
            button.setChecked(True)
            self._area.ensureWidgetVisible(button, 0, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another number of lines."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom: the lines are higher."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def fit(self) -> None:
        """As high as the lines are, up to so many; the rest scrolls."""
        line = max((button.sizeHint().height() for button in self.buttons.values()), default=0)
        whole = self._flow.heightForWidth(self.width())
        self.setFixedHeight(min(whole, self.lines * (line + 6) - 6))

    def _clicked(self, person: str) -> None:
        self.picked.emit(person)
