"""Cards as the question sheets print them: what is known of each, what became of it, and room for an answer."""

from collections.abc import Iterable

from app.export import blocks
from app.export.blocks import Band, Block, Gap, Heading, Shape
from app.export.options import ExportOptions
from app.export.record_content import in_words
from models.cards import Audience, Card, CardKind, HarmElement
from models.people import Participant
from models.process import Process
from models.session import Session

QUESTIONS = (
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


def authors_shown(session: Session, options: ExportOptions) -> bool:
    """Whether names stand on cards: as asked for, or else as the session has it."""
    return session.details.authors_shown if options.authors is None else options.authors


def authors(session: Session, options: ExportOptions) -> dict[str, str]:
    """Names by participant's id; none where authors are not shown."""
    return {each.id: each.name for each in session.all(Participant)} if authors_shown(session, options) else {}


def sheet_shape(options: ExportOptions) -> Shape:
    """The paper that cards are printed on."""
    return Shape.HALF if options.two_up else Shape.PORTRAIT


def headed(title: str, session: Session, options: ExportOptions, logo: bool = True) -> Heading:
    """A heading with the agency, the session's date and its title: the date first, since a title in Arabic would turn
    it round."""
    below = "  ·  ".join(filter(None, (in_words(session.details.held_on), session.details.title.strip())))
    return Heading(title, options.agency_name, below, logo)


def chosen_first(cards: Iterable[Card]) -> list[Card]:
    """The cards that the worker chose or takes up, then the others, each in their order."""
    return sorted(cards, key=lambda card: not card.chosen)


def by_step(cards: Iterable[Card], process: Process) -> dict[str, list[Card]]:
    """The cards under their step's number and title, in the order of the process; last those of a step it does not
    know. Steps without cards are not there."""
    held: dict[str, list[Card]] = {}
    for card in cards:
        held.setdefault(card.step, []).append(card)
    titles = {step.id: f"{process.number(step.id)}  {step.title}" for step in process.steps}
    grouped = {title: held.pop(step) for step, title in titles.items() if step in held}
    rest = [card for cards_there in held.values() for card in cards_there]
    return grouped | ({"Other cards": rest} if rest else {})


def group(title: str, cards: list[Card], names: dict[str, str], answers: bool = True) -> list[Block]:
    """Cards in the order given under a band that counts them; with room for an answer, or without."""
    chosen = sum(card.chosen for card in cards)
    became = "chosen" if any(card.kind in QUESTIONS for card in cards) else "taken up"
    count = f"{len(cards)} card{'' if len(cards) == 1 else 's'}" + (f", {chosen} {became}" if chosen else "")
    printed = (block for card in cards for block in (_printed(card, names, answers), Gap()))
    return [Band(title, count), Gap(12), *printed, Gap(8)]


def _printed(card: Card, names: dict[str, str], answers: bool) -> blocks.Card:
    asked = [_AUDIENCES.get(card.audience, ""), card.asked_of.strip()]
    about = [
        names.get(card.author, "").strip(),
        ": ".join(filter(None, asked)),
        "relationship question" if card.relationship else "",
        _SCALES.get(card.scale, ""),
        _ELEMENTS.get(card.element, ""),
    ]
    if not card.chosen:
        mark = ""
    elif card.kind in QUESTIONS:
        mark = f"Chosen, with {card.chosen_with.strip()}" if card.chosen_with.strip() else "Chosen"
    else:
        mark = "Taken up"
    lines = 0 if card.kind in _ROUGH or not answers else 3 if card.chosen else 2
    return blocks.Card(card.text, "  ·  ".join(filter(None, about)), mark, scale_ends(card), lines)


def scale_ends(card: Card) -> tuple[str, str] | None:
    """The 0 and the 10 of a scaling question in words; None for a card without a scale."""
    return (card.zero, card.ten) if card.kind is CardKind.SCALING_QUESTION or card.zero or card.ten else None
