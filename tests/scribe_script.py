"""Sixty cards by ten people as one scribe types them: every key press in order, and the cards that must come of it.

Half of them go round the table by Enter in the empty field, the others come as people hand them over, by Alt and a
number; with marks for whom to ask, relationship questions, sides of harm and the ends of scales; one is corrected while
it is typed, one was written for the wrong person and is given to the right one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from PySide6.QtCore import Qt

from models.cards import Audience, Card, HarmElement
from models.people import Participant, Role
from models.session import Session

PEOPLE = 10
ALT, SHIFT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
ENTER = (Qt.Key.Key_Return, NONE)

#: A letter, or a key with what is held down.
Press = str | tuple[Qt.Key, Qt.KeyboardModifier]

_STEMS = (
    "What would Nan say went well?",
    "Who noticed first, and how?",
    "When was it a little better?",
    "What did you do that night?",
    "How did you manage that?",
)


@dataclass(frozen=True)
class Typed:
    """One card of the script: its step, whose it is, what is typed, and what the card must say."""

    step: str
    author: int
    typed: str
    text: str
    fields: dict[str, Any] = field(default_factory=dict)


def people() -> list[Participant]:
    """Ten who write."""
    return [
        Participant(f"p{n}", f"Person {n}", Role.FACILITATOR if n == 0 else Role.OBSERVER, n) for n in range(PEOPLE)
    ]


def typed_cards(questions: str, scales: str, harm: str) -> list[Typed]:
    """The sixty cards, twenty for each of these steps, in the order in which they are typed."""
    made, stems = [], cycle(_STEMS)
    by_round, as_they_come = [*range(PEOPLE)], [7, 0, 3, 9, 1, 4, 8, 2, 6, 5]
    for turn, order in enumerate((by_round, as_they_come)):
        for author in order:
            said = f"{next(stems)} {turn}{author}"
            mum = {"audience": Audience.PARENT, "asked_of": "Mum"}
            made.append(Typed(questions, author, f"{said} @mum #rel", said, {**mum, "relationship": True}))
    for turn, order in enumerate((by_round, as_they_come)):
        for author in order:
            said = f"How safe tonight? {turn}{author}"
            ends = {"ten": "at home", "zero": "not known", "scale": "other" if turn else "safety"}
            made.append(Typed(scales, author, f"{said} 10= at home 0= not known", said, ends))
    for turn, order in enumerate((by_round, as_they_come)):
        for author in order:
            element = list(HarmElement)[1 + author % 4]
            said = f"{next(stems)} {turn}{author}"
            made.append(Typed(harm, author, f"{said} !{element.value[:3]}", said, {"element": element}))
    return made


def presses(cards: list[Typed]) -> Iterator[tuple[str, Press]]:
    """Each key press, with the step in which it is made."""
    at, step = 0, ""
    for place, card in enumerate(cards):
        if card.step != step:
            step, at = card.step, at if step else 0
        wrong = place == 25  # typed under the name of the one before, which is seen too late
        if not wrong:
            yield from ((step, press) for press in _turn(at, card.author))
            at = card.author
        for letter in card.typed:
            if place % 20 == 3 and letter == "?":
                yield from ((step, press) for press in ("x", (Qt.Key.Key_Backspace, NONE)))
            yield step, letter
        yield step, ENTER
        if wrong:
            yield step, (_digit(card.author), ALT | SHIFT)


def _turn(at: int, author: int) -> list[Press]:
    """How the hand comes to an author: on by one with Enter, anywhere else with Alt and the number."""
    if author == at:
        return []
    return [ENTER] if author == (at + 1) % PEOPLE else [(_digit(author), ALT)]


def _digit(author: int) -> Qt.Key:
    return Qt.Key(Qt.Key.Key_0.value + (author + 1) % 10)


def as_typed(session: Session, cards: list[Typed], before: set[str]) -> list[Typed]:
    """What the session holds beyond the cards that were there `before`, in the shape of the script."""
    authors = {person.id: place for place, person in enumerate(session.all(Participant))}
    names = {name for card in cards for name in card.fields}
    empty = {name: getattr(Card("", "", "", "", ""), name) for name in names}  # type: ignore[arg-type]
    made = [card for card in session.all(Card) if card.id not in before]
    return [
        Typed(
            card.step,
            authors[card.author],
            "",
            card.text,
            {name: value for name in names if (value := getattr(card, name)) != empty[name]},
        )
        for card in made
    ]


def wanted(cards: list[Typed]) -> list[Typed]:
    """What must come of the script, in the shape that `as_typed` gives."""
    return [Typed(card.step, card.author, "", card.text, card.fields) for card in cards]
