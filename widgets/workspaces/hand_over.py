"""Hand over: every card of the step, counted, and what of it will be on the worker's sheets."""

from collections import Counter

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.people import Participant
from models.process import Phase, Step
from models.session import Change, Details
from widgets import theme
from widgets.cards.card_rows import CardRows, counted, goes_home, usual_with, writers
from widgets.cards.card_words import NO_NAME, names_of
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, column, scrolled, words
from widgets.parts.row_list import Row, RowList
from widgets.workspaces.base import Workspace

_KEYS = "Space takes a statement or goal up for the record"
_NO_CARD = "No card has been written in this step. Ctrl+Shift+Enter goes back to writing, Ctrl+Enter goes on."
TAKEN_UP = (CardKind.DANGER_STATEMENT, CardKind.SAFETY_GOAL)


class HandOverWorkspace(Workspace):
    """The cards by author; statements and goals can be taken up for the record."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self._card_rows = CardRows()
        self._count = words("", "title")
        self._cards = RowList("Cards", _KEYS)
        self._cards.say_when_empty(_NO_CARD)
        self._cards.taken_up.connect(self._take_up)
        self._cards.selectionModel().currentChanged.connect(lambda *_: self._show_button())
        self._take = named(QPushButton("Take up for the record"), "Take up for the record")
        self._take.setCheckable(True)
        self._take.setMinimumHeight(36)
        self._take.clicked.connect(lambda: self._take_up(self._cards.current_id()))
        self._names = named(QCheckBox("Authors' names on the sheets"), "Authors' names on the sheets")
        self._names.clicked.connect(
            lambda on: self.document.set("Change authors on sheets", Details(), authors_shown=on)
        )
        self._numbers = words("", "spoken")
        self._sheets, self._keys = words("", "hint"), words(f"{_KEYS}.", "hint")
        self._take_action = self.offer("Take up for the record\tSpace", self._take.click)
        self._names_action = self.offer("Authors' names on the sheets", self._names.click)
        self._lay_out()

    def actions_offered(self) -> list[QAction]:
        """What can be done here, for menus and the palette."""
        return [self._names_action, *([] if self._take.isHidden() else [self._take_action])]

    def show_all(self) -> None:
        """Show the cards, the count and the sheets."""
        session = self.document.session
        cards = session.cards_of(self.step.id)
        self._count.setText(f"{goes_home(len(cards), session)}." if cards else "Nothing goes home yet.")
        statements = any(card.kind in TAKEN_UP for card in cards)
        # What is taken up must be read; of questions the room needs only to see that all of them go.
        counted_only = self.projected and not statements
        self._cards.show_rows(self._rows(cards))
        self._cards.set_large(self.projected)
        self._cards.setMinimumHeight((4 if self.one_thing else 7) * theme.text_height())
        self._cards.setVisible(not counted_only)
        self._numbers.setVisible(counted_only)
        self._numbers.setText(self.open.masking.text(self._in_numbers(cards)) if counted_only else "")
        self._sheets.setVisible(not counted_only and not self.low)
        for part in (self._take, self._keys):
            part.setVisible(statements)
        self._names.setVisible(not self.projected)
        self._names.setChecked(session.details.authors_shown)
        self._sheets.setText(self.open.masking.text(_sheets_in_words(cards)))
        self._show_button()

    def enter(self, step: Step, phase: Phase) -> None:
        """Turn to the step's cards, its first author in sight."""
        super().enter(step, phase)
        self._cards.scrollToTop()

    def mirror(self, changes: list[Change]) -> None:
        """Follow what is in view, and nothing else."""
        if any(change.kind in (Card, Details, Participant) for change in changes):
            self.show_all()

    def first_field(self) -> QWidget | None:
        """The cards, or what can be done where only their number is shown."""
        return self._cards if self._cards.isVisibleTo(self) else None

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._take)
        flow.addWidget(self._names)
        content, layout = column()
        layout.addWidget(self._count)
        layout.addWidget(self._sheets)
        layout.addWidget(self._numbers)
        layout.addWidget(self._cards, 1)
        layout.addWidget(buttons)
        layout.addWidget(self._keys)
        layout.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def _rows(self, cards: list[Card]) -> list[Row]:
        session, masked = self.document.session, self.open.masking.text
        names = names_of(session)
        self._card_rows.begin({}, self.open.masking)
        rows = []
        by_author: dict[str, list[Card]] = {author: [] for author in writers(cards, session)}
        for card in cards:
            by_author[card.author].append(card)
        for author, own in by_author.items():
            head = f"{names.get(author, NO_NAME)}: {counted(len(own), 'card', 'cards')}"
            rows.append(Row(f"author/{author}", masked(head), heading=True))
            for card in own:
                ticked = card.chosen if card.kind in TAKEN_UP else None
                rows.append(self._card_rows.row(card, _mark(card), ticked))
        return rows

    def _in_numbers(self, cards: list[Card]) -> str:
        """How many by whom, and how many for whom."""
        names, by_author = names_of(self.document.session), Counter(card.author for card in cards)
        people = writers(cards, self.document.session)
        written = [f"{names.get(author, NO_NAME)} ({by_author[author]})" for author in people]
        asked = [f"{name} ({number})" for name, number in _by_person(cards)]
        lines = (("From", written), ("To ask", asked))
        return "\n\n".join(f"{head}:  {'  ·  '.join(numbers)}" for head, numbers in lines if numbers)

    def _current(self) -> Card | None:
        card = self.document.session.find(Card, self._cards.current_id())
        return card if card is not None and card.kind in TAKEN_UP else None

    def _show_button(self) -> None:
        card = self._current()
        self._take.setEnabled(card is not None)
        self._take.setChecked(card is not None and card.chosen)

    def _take_up(self, card_id: str) -> None:
        card = self.document.session.find(Card, card_id)
        if card is not None and card.kind in TAKEN_UP:
            label = "Take off the record" if card.chosen else "Take up for the record"
            self.document.set(label, card, chosen=not card.chosen)
            up = [one for one in self.document.session.cards_of(self.step.id) if one.kind in TAKEN_UP and one.chosen]
            announce(self, f"{'Put down again' if card.chosen else 'Taken up'}: {len(up)} for the record")


def _mark(card: Card) -> str:
    if card.kind in TAKEN_UP:
        return "✓ Taken up for the record" if card.chosen else ""
    return "◆ Picked: first on the sheet" if card.chosen else ""


def _sheets_in_words(cards: list[Card]) -> str:
    """What of these cards the worker's question sheets will hold."""
    if not cards:
        return "There is nothing to hand over."
    picked = sum(card.chosen for card in cards)
    text = "On the worker's sheets: every one of them"
    if picked:
        text += f", {picked} marked and put first"
    of_whom = [f"{name} ({number})" for name, number in _by_person(cards)]
    return f"{text}. Questions by person: {' · '.join(of_whom)}." if of_whom else f"{text}."


def _by_person(cards: list[Card]) -> list[tuple[str, int]]:
    """Whom how many of the questions are for, most first."""
    persons = Counter(card.chosen_with or usual_with(card) for card in cards if card.kind not in TAKEN_UP)
    return [(name, number) for name, number in persons.most_common() if name]
