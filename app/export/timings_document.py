"""Timings for the advisor: planned against spent, who was heard, the nudges. Names of the room, nothing of the case.

The session's title is not on it either: families are called by it.
"""

from app.export.blocks import Bars, Block, Document, Gap, Heading, Paragraph, Remark, Section, Table, TextPart
from app.export.options import ExportOptions
from app.export.record_content import in_words
from app.export.team_words import NOT_THE_RECORD, time_bars, time_sentences
from models.cards import Card
from models.heard import who_was_heard
from models.process import Process
from models.session import Session
from models.timing import Nudge

TITLE = "Timings"
_HEARD_HEADS = ("Person", "Wrote", "Read out", "Chosen", "Read in")
_HEARD_SHARES = (0.36, 0.16, 0.16, 0.16, 0.16)
_TIMES = {1: "once", 2: "twice"}


def timings_document(session: Session, process: Process, options: ExportOptions) -> Document:
    """The page for the advisor."""
    held_on = in_words(session.details.held_on)
    below = "  ·  ".join(filter(None, (session.details.team.strip(), held_on)))
    blocks: list[Block] = [
        Heading(TITLE, options.agency_name, below),
        Paragraph(time_sentences(session, process)[0]),
        Gap(12),
        Bars("Planned and spent, step by step", time_bars(session, process)),
        Gap(5),
        Remark("The outline is the time planned, the filled bar the time spent; both to one scale."),
        Gap(12),
        Table("Who was heard: cards", _HEARD_HEADS, _heard(session, process), _HEARD_SHARES),
        Gap(12),
        TextPart("Ground rules shown as nudges", _nudges(session, process)),
    ]
    title = ", ".join(filter(None, (TITLE, held_on)))
    return Document(title, (Section(TITLE, blocks, f"{title}  ·  {NOT_THE_RECORD}"),))


def _heard(session: Session, process: Process) -> tuple[tuple[str, ...], ...]:
    """A row for everybody who writes cards, and one for cards of nobody among them."""
    people = who_was_heard(session, "")
    heard = [{row.person.id for row in who_was_heard(session, step.id) if row.here} for step in process.steps]
    rows = []
    for row in people:
        steps = sum(row.person.id in those for those in heard)
        counts = map(str, (row.written, row.read, row.chosen))
        rows.append((row.person.name.strip() or "no name", *counts, f"{steps} step{'' if steps == 1 else 's'}"))
    known = {row.person.id for row in people}
    others = session.all(Card, lambda card: card.author not in known)
    if others:
        read, chosen = sum(card.read for card in others), sum(card.chosen for card in others)
        rows.append(("Cards of nobody named above", str(len(others)), str(read), str(chosen), ""))
    return tuple(rows)


def _nudges(session: Session, process: Process) -> str:
    """The rules that were shown, each with how often."""
    counts = {nudge.id: nudge.count for nudge in session.all(Nudge)}
    shown = [(rule.text, counts.get(rule.id, 0)) for rule in process.rules]
    lines = [f"• {text}: {_TIMES.get(count, f'{count} times')}" for text, count in shown if count]
    return "\n".join(lines) or "No rule was shown."
