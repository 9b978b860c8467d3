"""Blank cards, printed before a session for a group that writes on paper."""

from app.export.blocks import BlankCard, Block, Field, Gap, Heading, Paragraph, Section
from app.export.options import ExportOptions
from app.export.printed_cards import authors_shown, sheet_shape
from models.cards import CardKind
from models.edits import reading_order
from models.process import CardForm, Phase, PhaseKind, Process
from models.session import Session
from models.words import one_line

_FOOT = "Cards to write on"
_WHOM = "Whom would you ask?"
#: What is asked beside the words of a card.
_ASKS = {
    CardKind.QUESTION: (_WHOM,),
    CardKind.HARM_QUESTION: (_WHOM,),
    CardKind.SCALING_QUESTION: ("10 means", "0 means", _WHOM),
}
_LONGEST = 40


def blank_sheets(session: Session, process: Process, options: ExportOptions) -> list[Section]:
    """A sheet for each writer and each phase of writing, by writer; one set where nobody is there yet.

    Each has the writer's name, or a line for it where it is not known or authors are not shown. Steps that the plan
    leaves out have none.
    """
    phases = [pair for pair in process.walk(session.left_out()) if pair[1].kind is PhaseKind.WRITE]
    shown = authors_shown(session, options)
    names = [person.name.strip() for person in reading_order(session)] or [""]
    sheets = []
    for number, name in enumerate(names, 1):
        whose = one_line(name, _LONGEST) if name and shown else f"Set {number}" if len(names) > 1 else ""
        for step, phase in phases:
            title = f"{process.number(step.id)}  {step.title}"
            parts = [*_head(title, phase, Field("Name", name if shown else "")), *_cards(phase, options.two_up)]
            sheets.append(Section(": ".join(filter(None, (whose, title))), parts, _FOOT, shape=sheet_shape(options)))
    return sheets


def _head(title: str, phase: Phase, name: Field) -> list[Block]:
    """What is said and pointed out in a phase."""
    points = [Paragraph("\n".join(f"• {point}" for point in phase.points))] if phase.points else []
    return [Heading(title, logo=False), name, Gap(10), Paragraph(phase.say), Gap(4), *points]


def _cards(phase: Phase, half: bool) -> list[Block]:
    """A phase's cards: one of each kind, or where there is but one kind, as many as a page has room for."""
    repeats = len(phase.cards) == 1
    return [
        block
        for form in phase.cards
        for block in (
            Gap(12),
            BlankCard(form.label, form.hint, form.frame, _ASKS.get(form.kind, ()), _lines(form, half), repeats),
        )
    ]


def _lines(form: CardForm, half: bool) -> int:
    """Lines to write on: most for a statement or a goal; two scales must go on one sheet."""
    if form.kind is CardKind.SCALING_QUESTION:
        return 2 if half else 5
    return 3 if form.kind in _ASKS else 6
