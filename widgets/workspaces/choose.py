"""Choose: the worker picks among the step's cards, and each pick becomes something that needs to happen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.edits import choose_card, unchoose_card
from models.genogram import Person
from models.mapping import Column, MapPoint, Rating, ScaleKind
from models.people import Participant
from models.process import Capture
from models.session import Change, set_fields
from widgets.cards.card_rows import FAMILY, PROFESSIONALS, CardRows, counted, presenting_workers, usual_with
from widgets.cards.card_words import names_of
from widgets.parts.announce import announce
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import named
from widgets.parts.reflow import TurningRow, column, scrolled, words
from widgets.parts.row_list import Row, RowList
from widgets.parts.scale_panel import ScalePanel
from widgets.workspaces.base import Workspace

_KEYS = "Space or a click picks a card, or gives it back. Alt+W says with whom it will be used."
_NO_CARD = "No card has been written in this step yet. Ctrl+Shift+Enter goes back to writing and reading."
_NO_NEED = "Nothing yet. What is picked is put here at once, as something that needs to happen."
STATEMENTS = (CardKind.DANGER_STATEMENT, CardKind.SAFETY_GOAL)


class ChooseWorkspace(Workspace):
    """Cards to pick from, strongest first, and beside them what the picks make."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self._rows = CardRows()
        self._cards = RowList("Cards", "Space picks a card, or gives it back")
        self._cards.say_when_empty(_NO_CARD)
        self._cards.taken_up.connect(self._pick)
        self._cards.selectionModel().currentChanged.connect(lambda *_: self._show_with())
        self._with = named(ChoiceBox(), "With whom", "Family, professionals, or a person by name")
        self._with.setEditable(True)
        self._with.setMinimumHeight(36)
        self._with.activated.connect(lambda _place: self._use_with())
        line = self._with.lineEdit()
        if line is not None:
            named(line, "With whom")
            line.editingFinished.connect(self._use_with)
        self._pick_button = QPushButton()
        self._pick_button.clicked.connect(lambda: self._pick(self._cards.current_id()))
        self._needs = RowList("What needs to happen?", "What the worker has picked")
        self._needs.say_when_empty(_NO_NEED)
        self._count, self._keys = words("", "subtitle"), words(_KEYS, "hint")
        self._clarity = ScalePanel("Harm clarity", *open_session.process.harm_clarity)
        self._clarity.chosen.connect(self._rate_clarity)
        self._clarity_says = words("", "hint")
        self._clarity_part = self._make_clarity()
        self._offered = [
            self.offer("Pick card, or put it back\tSpace", lambda: self._pick(self._cards.current_id())),
            self.offer("With whom", self._go_to_with, "Alt+W"),
            self.offer("Cards to pick from", self._cards.setFocus),
        ]
        self._clarity_action = self.offer("Harm clarity", self._clarity.setFocus)
        self._lay_out()

    def actions_offered(self) -> list[QAction]:
        """What can be done here, for menus and the palette."""
        asked = Capture.HARM_CLARITY in self.phase.captures
        return [*self._offered, *([self._clarity_action] if asked else [])]

    def show_all(self) -> None:
        """Show cards, picks and, where the phase asks for it, the clarity scale."""
        session = self.document.session
        self._rows.begin(names_of(session), self.open.masking)
        cards = sorted(session.cards_of(self.step.id), key=lambda card: not card.strongest)
        self._cards.show_rows([self._rows.row(card, _marks(card), card.chosen) for card in cards])
        points = session.all(MapPoint, lambda point: point.column is Column.NEEDS)
        self._needs.show_rows([self._need(point) for point in points])
        picked = sum(card.chosen for card in cards)
        self._count.setText(self._counted(picked, len(cards), len(points)))
        self._needs_part.setVisible(not self.one_thing)
        self._keys.setVisible(not self.projected)
        self._cards.set_large(self.projected)
        self._show_with()
        self._clarity_part.setVisible(Capture.HARM_CLARITY in self.phase.captures)
        self._show_clarity()

    def mirror(self, changes: list[Change]) -> None:
        """Follow what is in view, and nothing else."""
        if any(change.kind in (Card, MapPoint, Rating, Participant, Person) for change in changes):
            self.show_all()

    def first_field(self) -> QWidget:
        """The cards."""
        return self._cards

    def _counted(self, picked: int, cards: int, points: int) -> str:
        text = f"{picked} of {counted(cards, 'card', 'cards')} picked"
        return f"{text} · What needs to happen? {points} so far" if self.one_thing else text

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        left, left_column = column()
        head = QHBoxLayout()
        head.addWidget(words("Cards", "subtitle", self._cards))
        head.addWidget(self._count, 1)
        left_column.addLayout(head)
        left_column.addWidget(self._cards, 1)
        row = QHBoxLayout()
        row.addWidget(self._pick_button)
        with_whom = words("With whom", "", self._with)
        with_whom.setWordWrap(False)
        row.addWidget(with_whom)
        row.addWidget(self._with, 1)
        left_column.addLayout(row)
        left_column.addWidget(self._keys)
        self._needs_part, right_column = column()
        right_column.addWidget(words("What needs to happen?", "subtitle", self._needs))
        right_column.addWidget(self._needs, 1)
        for part in (self._cards, self._needs):
            part.setMinimumHeight(em * 6)
        both = TurningRow(turn_at=26)
        both.add(left, 3)
        both.add(self._needs_part, 2)
        content, layout = column()
        layout.addWidget(self._clarity_part)
        layout.addWidget(both, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def _make_clarity(self) -> QWidget:
        part, layout = column(gap=4)
        layout.addWidget(words("Harm clarity", "subtitle", self._clarity))
        layout.addWidget(self._clarity)
        layout.addWidget(self._clarity_says)
        return part

    def _need(self, point: MapPoint) -> Row:
        card = self.document.session.find(Card, point.card)
        used = f"With {card.chosen_with}" if card is not None and card.chosen_with else ""
        return Row(point.id, self.open.masking.text(point.text), self.open.masking.text(used))

    # Picking

    def _pick(self, card_id: str) -> None:
        session = self.document.session
        card = session.find(Card, card_id)
        if card is None:
            return
        if card.chosen:
            self.document.do("Put card back", unchoose_card(session, card_id))
        else:
            with_whom = "" if card.kind in STATEMENTS else usual_with(card)
            self.document.do("Pick card", choose_card(session, card_id, with_whom, self.document.new_id))
            for point in session.all(MapPoint, lambda point: point.card == card_id and point.column is Column.NEEDS):
                self._needs.go_to(point.id)
        cards = session.cards_of(self.step.id)
        done = "Put back" if card.chosen else "Picked"
        announce(self, f"{done}: {sum(one.chosen for one in cards)} of {len(cards)} picked")

    def _go_to_with(self) -> None:
        if self._with.isEnabled():
            self._with.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _current(self) -> Card | None:
        return self.document.session.find(Card, self._cards.current_id())

    def _show_with(self) -> None:
        card = self._current()
        self._with.setEnabled(card is not None and card.chosen)
        self._pick_button.setEnabled(card is not None)
        name = "Give card back" if card is not None and card.chosen else "Pick card"
        if self._pick_button.text() != name:
            self._pick_button.setText(name)
            named(self._pick_button, name)
        session = self.document.session
        people = [person.name for person in session.all(Person) if person.name.strip()]
        asked = [other.asked_of for other in session.all(Card) if other.asked_of.strip()]
        choices = [self.open.masking.text(name) for name in dict.fromkeys(["", FAMILY, PROFESSIONALS, *people, *asked])]
        if [self._with.itemText(place) for place in range(self._with.count())] != choices:
            self._with.clear()
            self._with.addItems(choices)
        wanted = card.chosen_with if card is not None else ""
        if self._with.currentText() != self.open.masking.text(wanted):
            self._with.setCurrentText(self.open.masking.text(wanted))

    def _use_with(self) -> None:
        card, text = self._current(), self._with.currentText().strip()
        if card is None or not card.chosen or text == self.open.masking.text(card.chosen_with):
            return
        if self.refuse_masked():
            self._with.setCurrentText(self.open.masking.text(card.chosen_with))
        else:
            self.document.set("Change “With whom”", card, chosen_with=text)

    # The clarity of harm

    def _clarity_rating(self) -> Rating | None:
        held = self.document.session.all(Rating, lambda rating: rating.scale is ScaleKind.HARM_CLARITY)
        return next((rating for rating in held if rating.worker), None)

    def _show_clarity(self) -> None:
        held = self._clarity_rating()
        value = held.value if held else None
        self._clarity.show_value(value)
        self._clarity_says.setVisible(value is not None)
        self._clarity_says.setText(
            "High: the harm is known. Mapping it once more serves the group's learning."
            if value is not None and value >= self.open.process.high_from
            else "Low: let the worker and the team leader say which harm to map."
        )

    def _rate_clarity(self, value: int | None) -> None:
        session = self.document.session
        rating = self._clarity_rating() or Rating(
            self.document.new_id(),
            ScaleKind.HARM_CLARITY,
            presenting_workers(session),
            worker=True,
            rank=session.next_rank(Rating),
        )
        self.document.do(
            "Change harm clarity", [set_fields(session, rating, value=value)], merge=f"clarity/{rating.id}"
        )


def _marks(card: Card) -> str:
    """Strongest, and with whom it will be used."""
    chosen = f"◆ Picked, for use with {card.chosen_with}" if card.chosen_with else "◆ Picked"
    return "   ".join(mark for mark in ("★ Strongest" if card.strongest else "", chosen if card.chosen else "") if mark)
