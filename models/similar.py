"""Cards that say much the same, found by the letters they share, in whatever script they are written.

Likeness is Dice's coefficient over runs of three letters: 1 is the same text, 0 has nothing in common.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from models.cards import Card

#: From this likeness on two cards say much the same: found on pairs that people call so, and on a session's others.
ALIKE = 0.62
_RUN = 3
#: Fewer letters are no card to compare yet.
_LEAST = 12
#: The beginning of a card says what it is about.
_LONGEST = 600

Runs = frozenset[str]


def runs_of(text: str) -> Runs:
    """The runs of letters and digits in a text. Capitals, and what stands between words, do not count; a text that is
    too short to compare has none."""
    folded = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()
    words = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in folded).split()
    line = f" {' '.join(words)} "
    if sum(map(len, words)) < _LEAST:
        return frozenset()
    return frozenset(line[place : place + _RUN] for place in range(len(line) - _RUN + 1))


def likeness(one: Runs, other: Runs) -> float:
    """How much alike two texts are by their runs, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


class Similar:
    """Looks through cards for one that says much the same as a text; each card's runs are made once."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, Runs]] = {}

    def look(self, text: str, cards: Iterable[Card]) -> Iterator[Card | None]:
        """After each card the one most alike so far, None where none is: so that whoever asks can pause."""
        wanted, best, most = runs_of(text), None, ALIKE
        for card in cards if wanted else ():
            alike = likeness(wanted, self._runs(card))
            if alike >= most:
                best, most = card, alike
            yield best

    def _runs(self, card: Card) -> Runs:
        held = self._held.get(card.id)
        if held is None or held[0] != card.text:
            held = self._held[card.id] = (card.text, runs_of(card.text))
        return held[1]


def most_alike(text: str, cards: Iterable[Card]) -> Card | None:
    """The card that says most nearly the same as a text, None where none says much the same."""
    best = None
    for found in Similar().look(text, cards):
        best = found
    return best
