"""The team's learning note (step 13): about how the group worked. No case details, and no name of the case.

Names and case numbers that people typed all the same are hidden, in step 13's lines and in the team's name; in the
lines also whatever looks like the name of somebody who was not in the room. What was typed about the case stands
nowhere here.
"""

from collections import Counter

from app import resources
from app.export.blocks import Bar, Bars, Block, Document, Gap, Heading, Remark, Section, TextPart
from app.export.options import ExportOptions
from app.export.record_content import in_words
from app.export.team_words import NOT_THE_RECORD, time_sentences
from models.cards import Card
from models.case_names import case_names
from models.hidden_names import HIDDEN, CaseNames
from models.likely_names import likely_names
from models.names_around import names_around
from models.people import Child, Participant
from models.process import Process
from models.review import LearningKind, LearningPoint
from models.session import Session
from models.usefulness import usefulness_answers

TITLE = "Learning note"
_LABELS = {
    LearningKind.USEFUL: "What was useful?",
    LearningKind.LEARNT: "What did we learn?",
    LearningKind.ISSUE: "Any issues?",
}
_GAP = 12.0
#: A case system's number has this many characters and more; a shorter one would be found in any text.
_NUMBER = 4
_USEFULNESS = "How useful the session was"


def learning_document(session: Session, process: Process, options: ExportOptions) -> Document:
    """The note."""
    numbers = (child.reference for child in session.all(Child) if len(child.reference) >= _NUMBER)
    words = resources.common_words()
    names = CaseNames([*case_names(session), *names_around(session, words)], numbers, words)
    room = [person.name for person in session.all(Participant)]
    held_on = in_words(session.details.held_on)
    below = "  ·  ".join(filter(None, (names.hidden_in(session.details.team.strip()), held_on)))
    blocks: list[Block] = [Heading(TITLE, options.agency_name, below)]
    for kind, label in _LABELS.items():
        points = session.all(LearningPoint, lambda point, of=kind: point.kind is of)  # type: ignore[misc]
        said = filter(
            None, (names.hidden_in(point.text, likely_names(point.text, words, room)).strip() for point in points)
        )
        blocks += [TextPart(label, "\n".join(f"• {text}" for text in said)), Gap(_GAP)]
    blocks += [
        *_usefulness(session, process),
        Gap(_GAP),
        TextPart("In figures", "\n".join([*time_sentences(session, process), *_counts(session, process)])),
        Gap(5),
        Remark(f"Names of the case that Askwell knows are replaced by {HIDDEN}. Read it once before you share it."),
    ]
    title = ", ".join(filter(None, (TITLE, held_on)))
    return Document(title, (Section(TITLE, blocks, f"{title}  ·  {NOT_THE_RECORD}"),))


def _usefulness(session: Session, process: Process) -> list[Block]:
    """Each answer on the usefulness scale, as a bar."""
    answers = usefulness_answers(session, process)
    if not answers:
        return [TextPart(_USEFULNESS, "No answer was given.")]
    ten, zero = process.usefulness
    bars = tuple(Bar(step, float(answer), 10.0, f"{answer} of 10") for step, answer in answers)
    return [Bars(_USEFULNESS, bars), Gap(5), Remark(f"The worker’s answers. 10: {ten}. 0: {zero}.")]


def _counts(session: Session, process: Process) -> list[str]:
    """How many cards there were in all and in each step; a sentence each."""
    cards = session.all(Card)
    if not cards:
        return ["No cards were kept."]
    read, chosen = sum(card.read for card in cards), sum(card.chosen for card in cards)
    in_step = Counter(card.step for card in cards)
    steps = [f"{step.short} {in_step[step.id]}" for step in process.steps if in_step[step.id]]
    return [f"Cards written: {len(cards)}, read out {read}, chosen {chosen}.", f"Cards by step: {', '.join(steps)}."]
