"""Keys that no action of a menu stands for: what they do where the keyboard is, by phase and by page.

Tests press them. Keys of actions stand with the actions.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from models.cards import QUESTIONS, CardKind
from models.process import Capture, Phase, PhaseKind


@dataclass(frozen=True, slots=True)
class Key:
    """A key as people read it, and what it does."""

    keys: str
    does: str


#: In a list of cards or lines, where one has the keyboard.
_OF_A_LIST = (Key("Enter or F2", "Change the one that has the keyboard"), Key("Delete", "Delete it"))
_OF_A_NUMBER = (Key("0 to 9, 1 0", "In a number: put it there"), Key("Delete", "In a number: none"))

_IN_KIND: Mapping[PhaseKind, tuple[Key, ...]] = {
    PhaseKind.WRITE: (
        Key("Enter", "Add the card"),
        Key("Enter in the empty field", "The card of whoever is next"),
        Key("Shift+Enter", "New line on the card"),
        Key("Tab", "To the next gap, then to the next field"),
        Key("Esc", "Done with a card that was opened"),
        *(Key(each.keys, f"In the list of cards: {each.does[0].lower()}{each.does[1:]}") for each in _OF_A_LIST),
    ),
    PhaseKind.READ: (Key("Space or →", "Next card"), Key("←", "Previous card")),
    PhaseKind.CHOOSE: (),
    PhaseKind.MAP: (Key("Enter", "In the field: add the point"),),
    PhaseKind.DRAW: (Key("Arrows", "Walk from person to person"), Key("Esc", "Leave a question unanswered")),
    PhaseKind.HAND_OVER: (),
    PhaseKind.CHECK_IN: _OF_A_NUMBER,
    PhaseKind.REVIEW: _OF_A_NUMBER,
}

_CAPTURED: Mapping[Capture, tuple[Key, ...]] = {
    Capture.NOTES: (Key("Enter", "In the field: add the line"), Key("Shift+Enter", "New line within it")),
    Capture.GROUP_REVIEW: (Key("Enter", "In the field: add the line"),),
    Capture.PARTICIPANTS: (Key("Enter, ↑ and ↓", "To the next person, or the one before"),),
}

#: In the list of steps.
KEYS_OF_STEPS = (
    Key("Enter", "In the list of steps: open it"),
    Key("Delete", "In the list of steps: leave it out, or take it up again"),
)

KEYS_OF_PAGE: Mapping[str, tuple[Key, ...]] = {
    "prepare": (Key("Enter", "Add the person, and go on with the next"),),
    "documents": (
        Key("Page Up, Page Down", "Through the pages"),
        Key("Home, End", "To the first page, to the last"),
        Key("+ and -", "Larger, smaller"),
        Key("0", "As wide as there is room"),
    ),
}


#: Marks that are typed with the text of a card, by the kinds of card that know them.
_MARKS: tuple[tuple[frozenset[CardKind], Key], ...] = (
    (QUESTIONS, Key("@mum", "Ask Mum: whoever is known by that name, or child, parent, relative, professional")),
    (QUESTIONS, Key("#rel", "A relationship question")),
    (frozenset({CardKind.HARM_QUESTION}), Key("!severity", "The side of harm: behaviour, severity, incidence, impact")),
    (frozenset({CardKind.SCALING_QUESTION}), Key("10= … 0= …", "What 10 and 0 mean")),
)


def keys_of_phase(phase: Phase) -> list[Key]:
    """The keys that work in a phase's workspace, without those of actions."""
    if phase.kind is PhaseKind.TALK:
        return [key for capture in phase.captures for key in _CAPTURED.get(capture, ())]
    kinds = {form.kind for form in phase.cards} if phase.kind is PhaseKind.WRITE else set()
    return [*_IN_KIND[phase.kind], *(mark for known, mark in _MARKS if kinds & known)]
