"""How many cards each hand of a step has, and how many of its questions ask through another person's eyes."""

from collections import Counter
from collections.abc import Iterable, Sequence

from models.cards import RELATIONSHIP, Card
from models.session import Change


class Tally:
    """Counted once, and then change by change: however many cards there are, one more is counted as quickly."""

    def __init__(self, step: str, cards: Iterable[Card] = ()) -> None:
        self._step = step
        #: By author: cards; questions that can be relationship questions; those that are.
        self.cards, self.questions, self.relationship = Counter[str](), Counter[str](), Counter[str]()
        for card in cards:
            self._count(card, 1)

    def follow(self, changes: Sequence[Change]) -> bool:
        """Count what has changed; gives whether anything counts otherwise. A card whose text changes does not."""
        other = False
        for change in changes:
            if change.kind is Card and _counted_as(change.before) != _counted_as(change.after):
                self._count(change.before, -1)
                self._count(change.after, 1)
                other = True
        return other

    def share(self, author: str | None = None) -> tuple[int, int]:
        """Relationship questions, and all that could be, of one hand or of all."""
        if author is None:
            return self.relationship.total(), self.questions.total()
        return self.relationship[author], self.questions[author]

    def _count(self, card: Card | None, by: int) -> None:
        if card is None or card.step != self._step:
            return
        self.cards[card.author] += by
        if card.kind in RELATIONSHIP:
            self.questions[card.author] += by
            self.relationship[card.author] += by * card.relationship


def _counted_as(card: Card | None) -> tuple[object, ...]:
    return (card.step, card.author, card.kind, card.relationship) if card is not None else ()
