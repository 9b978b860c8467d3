"""The question sheets as documents: every card by step, or one person's questions."""

from app.export import blocks
from app.export.blocks import Band, Block, Document, Gap, Heading, Paragraph, Section
from app.export.options import ExportOptions
from app.export.record_content import in_words
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


TITLE = "Question sheets"


def sheets_document(session: Session, process: Process, options: ExportOptions) -> Document:
    """All cards by step; with `options.person` that person's questions alone."""
    one = options.person.strip()
    section = questions_for(session, one) if one else all_cards(session, process, options)
    return Document(section.title, (section,))


def all_cards(session: Session, process: Process, options: ExportOptions) -> Section:
    """Every card by step in the order of the process; cards of a step it does not know come last."""
    shown = session.details.authors_shown if options.authors is None else options.authors
    authors = {person.id: person.name for person in session.all(Participant)} if shown else {}
    known = [step.id for step in process.steps]
    below = "  ·  ".join(filter(None, (session.details.title.strip(), in_words(session.details.held_on))))
    blocks: list[Block] = [Heading(TITLE, options.agency_name, below)]
    for step in process.steps:
        blocks += _group(f"{process.number(step.id)}  {step.title}", session.cards_of(step.id), authors)
    blocks += _group("Other cards", session.all(Card, lambda card: card.step not in known), authors)
    if len(blocks) == 1:
        blocks.append(Paragraph("No cards have been written yet."))
    return Section(TITLE, blocks, TITLE)


def _group(title: str, cards: list[Card], authors: dict[str, str]) -> list[Block]:
    """A step's cards under its name, chosen ones first."""
    if not cards:
        return []
    chosen = sum(card.chosen for card in cards)
    count = f"{len(cards)} card{'' if len(cards) == 1 else 's'}" + (f", {chosen} chosen" if chosen else "")
    ordered = sorted(cards, key=lambda card: not card.chosen)
    printed = (block for card in ordered for block in (_sheet_card(card, authors), Gap()))
    return [Band(title, count), Gap(12), *printed, Gap(8)]


def _sheet_card(card: Card, authors: dict[str, str]) -> blocks.Card:
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
    return blocks.Card(card.text, "  ·  ".join(filter(None, about)), mark, _ends(card), lines)


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


def questions_for(session: Session, person: str) -> Section:
    """A person's (or an audience's) questions in large type, chosen ones first; nobody's names but theirs."""
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
    printed = [blocks.Card(card.text, ends=_ends(card), answer_lines=4, large=True) for card in ordered]
    parts: list[Block] = [Heading(title, logo=False), *(block for card in printed for block in (card, Gap(30)))]
    if not printed:
        parts.append(Paragraph("No question has been written for this sheet yet."))
    return Section(title, parts)
