"""Starters: stems with gaps, asked for by a writer whose hand stays empty. They stand in the place of the card being
typed and give it back: no window over the room's screen, and nothing moves."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import resources
from app.open_session import OpenSession
from models.cards import Audience, HarmElement
from models.finding import find
from models.process import CardForm
from models.starters import Place, Purpose, Starter, for_phase
from widgets.cards.card_words import AUDIENCES, ELEMENTS
from widgets.cards.starter_words import PLACES, PURPOSES, Offer
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import LineField, named
from widgets.parts.reflow import FlowLayout, TurningRow, column, words
from widgets.parts.wrapped_rows import WrappedList

if TYPE_CHECKING:
    from widgets.cards.own_panel import OwnPanel

NOTHING = "No starter has these words. Take a word out, or a filter off."
T = TypeVar("T", Audience, Purpose, Place, HarmElement)


class StarterPanel(QWidget):
    """The stems for a kind of card, found by words and narrowed by audience, purpose and place, ours and the team's.

    The keyboard stays in the field: Up and Down choose, Enter takes, Esc goes back to the card. What is narrowed stays
    so for the next time.

    Signals:
        picked(Starter): somebody took one.
        closed: back to the card.
    """

    picked = Signal(object)
    closed = Signal()

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._form: CardForm | None = None
        self._offers: list[Offer] = []
        self._found: list[Offer] = []
        self._kept: OwnPanel | None = None
        self._from_card = Audience.NONE
        self.search = LineField("Find a starter", "A word or two")
        self.list = WrappedList("Starters", "Up and Down choose, Enter takes one")
        self.list.walk_from(self.search, NOTHING)
        self.list.setMinimumHeight(self.fontMetrics().height() * 6)
        self.audience, self.purpose, self.place, self.element = ChoiceBox(), ChoiceBox(), ChoiceBox(), ChoiceBox()
        self._filters = TurningRow(turn_at=22, gap=8)
        self._parts = [
            self._filter(self.audience, "For whom", {Audience.NONE: "Anybody", **_without_none(AUDIENCES)}),
            self._filter(self.purpose, "Purpose", {Purpose.NONE: "Any purpose", **PURPOSES}),
            self._filter(self.place, "Place in the talk", {Place.NONE: "Any place", **PLACES}),
            self._filter(self.element, "Side of harm", {HarmElement.NONE: "Any side", **_without_none(ELEMENTS)}),
        ]
        self.use = named(QPushButton("Use"), "Use", "Enter")
        self.close_button = named(QPushButton("Back to the card"), "Back to the card", "Esc")
        self._count = words("", "hint")
        self._build()
        open_session.masking.changed.connect(self._show)
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.returnPressed.connect(self.take)
        self.list.clicked.connect(lambda _index: self.take())
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_current())
        self.use.clicked.connect(self.take)
        self.close_button.clicked.connect(self.closed)

    def _filter(self, box: ChoiceBox, name: str, choices: Mapping[T, str]) -> QWidget:
        named(box, name)
        for value, text in choices.items():
            box.addItem(text, value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.currentIndexChanged.connect(lambda _index: self._show())
        part, layout = column(gap=2)
        layout.addWidget(words(name, "hint", box))
        layout.addWidget(box)
        self._filters.add(part)
        return part

    def _build(self) -> None:
        self._foot = QWidget()
        flow = FlowLayout(self._foot)
        self.use.setProperty("kind", "primary")
        for button in (self.use, self.close_button):
            button.setAutoDefault(False)
            flow.addWidget(button)
        flow.addWidget(self._count)
        self._count.setWordWrap(False)
        self._chooser, layout = column()
        layout.addWidget(words("Starters", "subtitle", self.search))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._filters)
        layout.addWidget(self._foot)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._chooser, 1)

    @property
    def kept(self) -> "OwnPanel":
        """The team's own, and what changes them; read when they are first asked for."""
        if self._kept is None:
            from widgets.cards.own_panel import OwnPanel

            self._kept = OwnPanel(self._open)
            self._kept.own.changed.connect(self._gather)
            self._kept.form_shown.connect(lambda shown: self._chooser.setVisible(not shown))
            self._kept.done.connect(self._kept_one)
            self._whole.addWidget(self._kept)
            self._kept.show()  # at once, so that its form can take the keyboard
        return self._kept

    # Opening

    def offer(self, form: CardForm, audience: Audience) -> None:
        """Offer those for this kind of card, and for an audience where the card says one."""
        self._turn_to(form)
        # What an earlier card narrowed them to goes with it; what a person chose here stays.
        if audience or self.audience.currentData() == self._from_card:
            self.audience.setCurrentIndex(self.audience.findData(audience))
        self._from_card = audience
        self.search.clear()
        self._gather()
        self.search.setFocus()
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """In a small window the list is what must be seen; the field over it comes along."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self.search, 0, 0)
            area.ensureWidgetVisible(self.list, 0, 0)

    def keep(self, form: CardForm, starter: Starter) -> None:
        """Add what is typed on a card to the team's own."""
        self._turn_to(form)
        self._gather()
        self.kept.ask(starter)

    def _turn_to(self, form: CardForm) -> None:
        self._form = form
        self.kept.turn_to(form)
        self.kept.own.read()

    def _gather(self) -> None:
        """Take what there is for this kind of card; a filter that would tell nothing apart stands back."""
        if self._form is None:
            return
        ours = [Offer(starter) for starter in self._of_kind(resources.starters())]
        own = [Offer(starter, own=True) for starter in self._of_kind(self.kept.own.starters)]
        self._offers = [*own, *ours]
        starters = [offer.starter for offer in self._offers]
        told_apart = (
            any(each.audiences for each in starters),
            len({each.purpose for each in starters}) > 1,
            len({each.place for each in starters}) > 1,
            any(each.element for each in starters),
        )
        for part, shown in zip(self._parts, told_apart, strict=True):
            part.setVisible(shown)
        self._filters.setVisible(any(told_apart))
        self._show()

    def _of_kind(self, starters: tuple[Starter, ...]) -> list[Starter]:
        phase = replace(self._open.engine.phase, cards=(self._form,) if self._form else ())
        return for_phase(starters, phase)

    # Choosing

    def _show(self) -> None:
        narrowed = [offer for offer in self._offers if self._fits(offer.starter)]
        self._found = find(narrowed, self.search.text())
        masked = self._open.masking.text
        self.list.show_rows(
            [replace(row, text=masked(row.text), spoken=masked(row.spoken)) for row in (o.row for o in self._found)],
            0 if self._found else -1,
        )
        self.use.setEnabled(bool(self._found))
        self._count.setText(f"{len(self._found)} of {len(self._offers)}")
        self._show_current()

    def _fits(self, starter: Starter) -> bool:
        """Whether a starter is what the filters in sight ask for."""
        audience, purpose, place, element = (
            box.currentData() if part.isVisibleTo(self._filters) else ""
            for box, part in zip((self.audience, self.purpose, self.place, self.element), self._parts, strict=True)
        )
        return (
            starter.suits(Audience(audience))
            and purpose in ("", starter.purpose)
            and place in ("", starter.place)
            and element in ("", starter.element)
        )

    def _show_current(self) -> None:
        offer = self.current()
        self.kept.show_current(offer.starter if offer is not None and offer.own else None)

    def current(self) -> Offer | None:
        """The one that the list stands on."""
        place = self.list.place
        return self._found[place] if 0 <= place < len(self._found) else None

    def take(self) -> None:
        """Take the one that the list stands on."""
        offer = self.current()
        if offer is not None:
            self.picked.emit(offer.starter)

    def _kept_one(self, text: str) -> None:
        """Stand on what was just kept, whatever the list was narrowed to."""
        self.search.setFocus()
        if text and text not in [offer.text for offer in self._found]:
            self.search.clear()
            for box in (self.audience, self.purpose, self.place, self.element):
                box.setCurrentIndex(0)
        texts = [offer.text for offer in self._found]
        if text in texts:
            self.list.go_to(texts.index(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the card."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _without_none(choices: Mapping[T, str]) -> dict[T, str]:
    return {value: text for value, text in choices.items() if value}
