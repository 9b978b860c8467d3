"""What stands on the question sheets: every card by step, or one person's questions, before it is a page."""

from dataclasses import dataclass

from models.cards import Audience, Card, CardKind, HarmElement
from models.drafting import SPOKEN_OF
from models.people import Participant
from models.process import Process
from models.session import Session

_QUESTIONS = (
    CardKind.QUESTION, CardKind.SCALING_QUESTION, CardKind.HARM_QUESTION, CardKind.FURTHER_FOCUS_QUESTION,
)  # fmt: skip
_ROUGH = (CardKind.ROUGH_DANGER_STATEMENT, CardKind.ROUGH_SAFETY_GOAL)
_AUDIENCES = {
    Audience.CHILD: "for a child",
    Audience.PARENT: "for a parent",
    Audience.RELATIVE: "for a relative",
    Audience.PROFESSIONAL: "for a professional",
}
_ELEMENTS = {
    HarmElement.BEHAVIOUR: "harm: behaviour",
    HarmElement.SEVERITY: "harm: how bad",
    HarmElement.INCIDENCE: "harm: how often",
    HarmElement.IMPACT: "harm: effect on the child",
}
_SCALES = {"safety": "safety scale", "other": "another scale"}


@dataclass(frozen=True, slots=True)
class SheetCard:
    """A card as it is printed: `about` says what is known of it, `ends` are a scale's 0 and 10 in words, or None."""

    text: str
    about: str = ""
    mark: str = ""
    ends: tuple[str, str] | None = None
    answer_lines: int = 0


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """A step's cards, chosen ones first."""

    title: str
    count: str
    cards: tuple[SheetCard, ...]


def all_cards(session: Session, process: Process) -> list[SheetGroup]:
    """Every card by step in the order of the process; cards of a step it does not know come last."""
    authors = {person.id: person.name for person in session.all(Participant)} if session.details.authors_shown else {}
    known = [step.id for step in process.steps]
    groups = [
        _group(f"{process.number(step.id)}  {step.title}", session.cards_of(step.id), authors) for step in process.steps
    ]
    groups.append(_group("Other cards", session.all(Card, lambda card: card.step not in known), authors))
    return [group for group in groups if group.cards]


def _group(title: str, cards: list[Card], authors: dict[str, str]) -> SheetGroup:
    chosen = sum(card.chosen for card in cards)
    count = f"{len(cards)} card{'' if len(cards) == 1 else 's'}" + (f", {chosen} chosen" if chosen else "")
    ordered = sorted(cards, key=lambda card: not card.chosen)
    return SheetGroup(title, count, tuple(_sheet_card(card, authors) for card in ordered))


def _sheet_card(card: Card, authors: dict[str, str]) -> SheetCard:
    asked = [_AUDIENCES.get(card.audience, ""), card.asked_of.strip()]
    about = [
        authors.get(card.author, "").strip(),
        ": ".join(filter(None, asked)),
        "relationship question" if card.relationship else "",
        _SCALES.get(card.scale, ""),
        _ELEMENTS.get(card.element, ""),
    ]
    if not card.chosen:
        mark = ""
    elif card.kind in _QUESTIONS:
        mark = f"Chosen, with {card.chosen_with.strip()}" if card.chosen_with.strip() else "Chosen"
    else:
        mark = "Taken up"
    lines = 0 if card.kind in _ROUGH else 3 if card.chosen else 2
    return SheetCard(card.text, "  ·  ".join(filter(None, about)), mark, _ends(card), lines)


def _ends(card: Card) -> tuple[str, str] | None:
    return (card.zero, card.ten) if card.kind is CardKind.SCALING_QUESTION or card.zero or card.ten else None


def sheet_people(session: Session) -> list[str]:
    """Whom one-person sheets can be made for: names as they were first written, then audiences ("parent")."""
    cards = session.all(Card, lambda card: card.kind in _QUESTIONS)
    names: dict[str, str] = {}
    for name in (name.strip() for card in cards for name in (card.asked_of, card.chosen_with)):
        if name:
            names.setdefault(name.casefold(), name)
    asked = {card.audience for card in cards if card.audience}
    return [*names.values(), *(each.value for each in Audience if each in asked and each.value not in names)]


def questions_for(session: Session, person: str) -> tuple[str, tuple[SheetCard, ...]]:
    """The sheet's title and a person's (or an audience's) questions, chosen ones first; nobody's names but theirs."""
    wanted = person.strip().casefold()
    cards = session.all(
        Card,
        lambda card: (
            card.kind in _QUESTIONS
            and wanted in (card.asked_of.strip().casefold(), card.chosen_with.strip().casefold(), card.audience.value)
        ),
    )
    title = f"Questions for {SPOKEN_OF.get(wanted, person.strip())}"
    ordered = sorted(cards, key=lambda card: not card.chosen)
    return title, tuple(SheetCard(card.text, ends=_ends(card), answer_lines=4) for card in ordered)
