"""Where the round stands: who reads, which of their cards, and what going on with it leaves behind."""

from PySide6.QtCore import QObject, Signal

from app.document import Document
from models.cards import Card
from models.process import Step
from models.reading import (
    Turn,
    hand,
    mark_read,
    mark_turn,
    move_seat,
    next_reader,
    readers,
    seats,
    shown_first,
    turn_of,
)
from models.session import Change
from models.timing import Heard
from widgets.cards.card_words import names_of


class ReadingRound(QObject):
    """The reader and the card of one step. Looking alone marks nothing: reading has begun with the first card or
    reader that somebody went on from.

    Signals:
        turned: somebody else reads.
        card_turned: another card of the same reader is shown.
    """

    turned = Signal()
    card_turned = Signal()

    def __init__(self, document: Document, step: Step, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._begun = False
        self.step = step.id
        self.reader = self._card = ""

    def enter(self, step: Step) -> None:
        """Begin with the first in turn who has not read yet."""
        self.step, self._begun = step.id, False
        session = self._document.session
        order = readers(session, step.id)
        waiting = [reader for reader in order if turn_of(session, step.id, reader) is Turn.TO_COME]
        self.turn_to(next(iter(waiting or order), ""))

    def leave(self) -> None:
        """What was read last is read, where reading had begun."""
        if self._begun:
            self._read_it()

    # Where it stands

    def hand(self) -> list[Card]:
        """The reader's cards."""
        return hand(self._document.session, self.step, self.reader)

    def card(self) -> Card | None:
        """The card being read; another of the hand where it is gone."""
        cards = self.hand()
        held = next((card for card in cards if card.id == self._card), None)
        if held is None and cards:
            held = cards[shown_first(cards)]
        self._card = held.id if held is not None else ""
        return held

    def after(self) -> str | None:
        """Who reads next."""
        return next_reader(self._document.session, self.step, self.reader)

    # Going on

    def turn_to(self, reader: str, card: str = "") -> None:
        """Let somebody read, in turn or out of it, that card of theirs or the first not read yet."""
        self.reader, self._card = reader, card
        self.turned.emit()

    def show_card(self, card: str) -> None:
        """Turn to a card of this reader."""
        self._card = card
        self.card_turned.emit()

    def go(self, by: int) -> None:
        """To another card of the hand; the one that is left onward is read."""
        held, ids = self.card(), [card.id for card in self.hand()]
        place = ids.index(held.id) + by if held is not None else -1
        if by > 0:
            self._begun = True
            self._read_it()
        if 0 <= place < len(ids):
            self.show_card(ids[place])

    def _read_it(self) -> None:
        card = self.card()
        if card is not None and not card.read:
            self._document.do("Mark card as read", mark_read(card))

    def go_to_next_reader(self) -> None:
        """This reader has had their turn, or is passed without a card; the next in turn reads. One step of undo."""
        self._begun = True
        card, after = self.card(), self.after()
        changes = mark_turn(self._document.session, self.step, self.reader)
        if card is not None and not card.read:
            changes += mark_read(card)
        self._document.do("Go to next reader", changes)
        if after is not None:
            self.turn_to(after)

    def toggle_strongest(self) -> None:
        """Mark the card as strongest, or take the mark back."""
        card = self.card()
        if card is not None:
            label = "Mark not strongest" if card.strongest else "Mark strongest"
            self._document.set(label, card, strongest=not card.strongest)

    def move_seat(self, reader: str, place: int) -> str:
        """Seat somebody elsewhere round the table, and say where. The order is everybody's: the hands stand in it,
        too."""
        session = self._document.session
        self._document.do("Move reader", move_seat(session, reader, place))
        order = seats(session)
        at = f"{names_of(session)[reader]} is number {order.index(reader) + 1} of {len(order)}"
        return f"{at} before the facilitator. The numbers for writing follow."

    def move_by(self, by: int) -> str:
        """Seat whoever reads so many places further on, and say where."""
        order = seats(self._document.session)
        if self.reader not in order:
            return "The facilitator reads last, whatever the order."
        return self.move_seat(self.reader, max(0, min(order.index(self.reader) + by, len(order) - 1)))

    def follow(self, changes: list[Change], again: bool) -> None:
        """Go where undo or, with `again`, redo changed something: to whoever reads once more, or next; to a card whose
        marks are others now."""
        heard = next((one for one in changes if one.kind is Heard and one.id.startswith(f"{self.step}/")), None)
        card = next((one.after for one in changes if one.kind is Card and one.after and one.before), None)
        if heard is not None:
            reader = heard.id.partition("/")[2]
            goal = next_reader(self._document.session, self.step, reader) if again else reader
            if goal is not None:
                self.turn_to(goal)
        elif card is not None and card.step == self.step and card.id != self._card:
            known = card.author in readers(self._document.session, self.step)
            self.turn_to(card.author if known else "", card.id)
