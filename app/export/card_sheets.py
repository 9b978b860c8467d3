"""Sheets of the cards that were written: all by step, each participant's own, statements and goals, scales."""

from app.export.blocks import BlankCard, Block, Gap, Heading, ScaleCard, Section
from app.export.options import ExportOptions
from app.export.printed_cards import (
    authors,
    authors_shown,
    by_step,
    chosen_first,
    group,
    headed,
    scale_ends,
    sheet_shape,
)
from models.cards import Card, CardKind
from models.mapping import Rating, SafetyScale, ScaleKind
from models.people import Participant
from models.process import CardForm, Process
from models.session import Session
from models.words import one_line

ALL_CARDS = "All cards by step"
STATEMENTS = "Danger statements and safety goals"
SCALES = "Scales"
#: What a scale's table asks of everyone who marks it.
MARKS = ("Who", "0–10", "What makes it that number?")
_ROWS = 4
#: The kind that statements and goals are worked out from, by what they become.
_ROUGH = {
    CardKind.DANGER_STATEMENT: CardKind.ROUGH_DANGER_STATEMENT,
    CardKind.SAFETY_GOAL: CardKind.ROUGH_SAFETY_GOAL,
}
_NAMES = {
    CardKind.DANGER_STATEMENT: ("Danger statements", "Your own danger statement"),
    CardKind.ROUGH_DANGER_STATEMENT: ("Rough danger statements", ""),
    CardKind.SAFETY_GOAL: ("Safety goals", "Your own safety goal"),
    CardKind.ROUGH_SAFETY_GOAL: ("Rough safety goals", ""),
}
#: The longest name in a foot or a list of contents; it stands whole at the head of its sheet.
_LONGEST = 60


def all_cards(session: Session, process: Process, options: ExportOptions) -> list[Section]:
    """Every card by step in the order of the process, chosen ones first."""
    names, steps = authors(session, options), by_step(session.all(Card), process)
    if not steps:
        return []
    parts: list[Block] = [headed(ALL_CARDS, session, options)]
    for title, cards in steps.items():
        parts += group(title, chosen_first(cards), names)
    return [Section(ALL_CARDS, parts, ALL_CARDS, shape=sheet_shape(options))]


def hands(session: Session, process: Process, options: ExportOptions) -> list[Section]:
    """Each participant's own cards, a page or more a person; where authors are not shown, without their names and not
    in their order."""
    people, shown = session.all(Participant), authors_shown(session, options)
    held: dict[str, list[Card]] = {person.id: [] for person in people}
    for card in session.all(Card):
        held.setdefault(card.author if card.author in held else "", []).append(card)
    names = {person.id: person.name.strip() or "somebody without a name" for person in people}
    if not shown:
        held = {person: held[person] for person in sorted(held)}
    sets = [(names.get(person, ""), cards) for person, cards in held.items() if cards]
    return [
        _hand(f"Set {number}" if not shown else name or "Nobody’s name on them", cards, session, process, options)
        for number, (name, cards) in enumerate(sets, 1)
    ]


def _hand(whose: str, cards: list[Card], session: Session, process: Process, options: ExportOptions) -> Section:
    heading = headed(whose, session, options, logo=False)
    parts: list[Block] = [Heading(whose, "Cards", heading.below, logo=False)]
    for title, in_step in by_step(cards, process).items():
        parts += group(title, in_step, {}, answers=False)
    short = one_line(whose, _LONGEST)
    return Section(f"Cards: {short}", parts, short, shape=sheet_shape(options))


def statements(session: Session, process: Process, options: ExportOptions) -> list[Section]:
    """Danger statements and safety goals, the rough ones after the final ones, and room for one's own under each."""
    names = authors(session, options)
    cards = {kind: chosen_first(session.all(Card, lambda card, kind=kind: card.kind is kind)) for kind in _NAMES}  # type: ignore[misc]
    parts: list[Block] = []
    for kind, rough in _ROUGH.items():
        if not cards[kind] and not cards[rough]:
            continue
        for each in (kind, rough):
            parts += group(_NAMES[each][0], cards[each], names, answers=False) if cards[each] else []
        form = _form(process, kind)
        own = _NAMES[kind][1]
        parts += [BlankCard(own, form.hint if form else "", form.frame if form else "", lines=6), Gap(24)]
    if not parts:
        return []
    return [Section(STATEMENTS, [headed(STATEMENTS, session, options), *parts], STATEMENTS, shape=sheet_shape(options))]


def _form(process: Process, kind: CardKind) -> CardForm | None:
    """How the process has such a card written."""
    forms = (form for _, phase in process.walk() for form in phase.cards if form.kind is kind)
    return next(forms, None)


def scales(session: Session, process: Process, options: ExportOptions) -> list[Section]:
    """The worker's own safety scale, every scaling question, and how clear the past harm is where that was asked; no
    number that anybody gave."""
    found = [*_own_scale(session, process)]
    for card in chosen_first(session.all(Card)):
        ends = scale_ends(card)
        if ends is not None:
            found.append(ScaleCard(card.text, ends, MARKS, _ROWS))
    if session.all(Rating, lambda rating: rating.scale is ScaleKind.HARM_CLARITY):
        ten, zero = process.harm_clarity
        found.append(ScaleCard("From 0 to 10, how clear is the past harm?", (zero, ten), MARKS, _ROWS))
    return [Section(SCALES, found, SCALES, shape=sheet_shape(options))] if found else []


def _own_scale(session: Session, process: Process) -> list[ScaleCard]:
    own = session.one(SafetyScale)
    if not (own.question.strip() or own.zero.strip() or own.ten.strip()):
        return []
    ten, zero = process.safety_scale
    ends = (own.zero, own.ten) if own.zero.strip() or own.ten.strip() else (zero, ten)
    return [ScaleCard(own.question.strip() or "From 0 to 10, how safe is it?", ends, MARKS, _ROWS)]
