"""Starters: stems with gaps, asked for by a writer whose hand stays empty."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.cards import Audience
from models.process import Phase
from models.starters import Place, Purpose, Starter, for_phase
from widgets.cards.card_words import AUDIENCES
from widgets.parts.fields import LineField, named
from widgets.parts.reflow import FlowLayout, beside, words

PURPOSES = {
    Purpose.NONE: "Any purpose",
    Purpose.EXCEPTION: "When it went well",
    Purpose.RELATIONSHIP: "Through somebody's eyes",
    Purpose.COPING: "How they cope",
    Purpose.SCALING: "On a scale",
    Purpose.HOPED_FOR_FUTURE: "The future hoped for",
}

PLACES = {
    Place.NONE: "Any place in the talk",
    Place.BRING_IT_OUT: "Bring it out",
    Place.MAKE_MORE_OF_IT: "Make more of it",
    Place.WHAT_IT_MEANS: "What it means",
    Place.WHAT_ELSE: "What else",
}


class StarterPicker(QDialog):
    """The stems for the kinds of card of a phase, narrowed by words, audience, purpose and place.

    Signals:
        picked(Starter): a person took one.
    """

    picked = Signal(object)

    def __init__(self, starters: Sequence[Starter], phase: Phase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Starters")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._starters = starters
        self._phase = phase
        self._shown: list[Starter] = []
        self.filter = LineField("Find a starter", "A word or two")
        self.audience = self._box("For whom", {**AUDIENCES, Audience.NONE: "Anybody"})
        self.purpose = self._box("Purpose", PURPOSES)
        self.place = self._box("Place in the talk", PLACES)
        self.list = named(QListWidget(), "Starters", "Enter takes one")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setSpacing(2)
        self.use = named(QPushButton("Use"), "Use")
        self.use.setDefault(True)
        self._count = words("", "hint")
        self._build()
        self.filter.textChanged.connect(self._show)
        self.filter.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self.take())
        self.use.clicked.connect(self.take)
        self._show()
        self.filter.setFocus()

    def _box(self, name: str, choices: dict[Audience, str] | dict[Purpose, str] | dict[Place, str]) -> QComboBox:
        box = named(QComboBox(), name)
        for value, words_ in sorted(choices.items(), key=lambda choice: bool(choice[0])):
            box.addItem(words_, value)
        box.currentIndexChanged.connect(lambda _index: self._show())
        return box

    def _build(self) -> None:
        boxes = QWidget()
        flow = FlowLayout(boxes)
        for box in (self.audience, self.purpose, self.place):
            part = beside(box.accessibleName(), box)
            part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            flow.addWidget(part)
        close = named(QPushButton("Close"), "Close")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(close)
        foot.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(boxes)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self.resize(self.fontMetrics().averageCharWidth() * 70, self.fontMetrics().height() * 22)

    def take(self) -> None:
        """Take the one that the keyboard stands on."""
        place = self.list.currentRow()
        if 0 <= place < len(self._shown):
            self.picked.emit(self._shown[place])
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down walk the list while the words are typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.filter:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if by:
                row = min(max(0, self.list.currentRow() + by), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        self._shown = for_phase(
            self._starters,
            self._phase,
            audience=Audience(self.audience.currentData()),
            purpose=Purpose(self.purpose.currentData()),
            place=Place(self.place.currentData()),
            text=self.filter.text(),
        )
        scales = {"", *(form.scale for form in self._phase.cards)}
        self._shown = [starter for starter in self._shown if starter.scale in scales]
        self.list.clear()
        self.list.addItems([starter.text for starter in self._shown])
        self.list.setCurrentRow(0)
        self.use.setEnabled(bool(self._shown))
        self._count.setText(f"{len(self._shown)} starters" if len(self._shown) != 1 else "1 starter")
