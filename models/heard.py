"""Who has been heard: cards written, read and chosen, person by person."""

from dataclasses import dataclass

from models.cards import Card
from models.people import Participant, Role
from models.session import Session
from models.timing import Heard


@dataclass(frozen=True, slots=True)
class PersonHeard:
    """One writer's count over the session; `here` says that they have read in the step asked about, `passed` that their
    turn in it came while they had no card."""

    person: Participant
    written: int
    read: int
    chosen: int
    here: bool
    passed: bool = False


def who_was_heard(session: Session, step_id: str) -> list[PersonHeard]:
    """Everyone present who writes cards, in their order; `step_id` is the step that `here` asks about."""
    counts: dict[str, list[int]] = {}
    turns = session.all(Heard, lambda turn: turn.id.startswith(f"{step_id}/"))
    here = {turn.id.partition("/")[2] for turn in turns if turn.read}
    passed = {turn.id.partition("/")[2] for turn in turns if not turn.read}
    for card in session.all(Card):
        count = counts.setdefault(card.author, [0, 0, 0])
        count[0] += 1
        count[1] += card.read
        count[2] += card.chosen
        if card.read and card.step == step_id:
            here.add(card.author)
    writers = session.all(Participant, lambda one: one.present and one.role is not Role.PRESENTING_WORKER)
    heard = []
    for person in writers:
        written, read, chosen = counts.get(person.id, (0, 0, 0))
        had_turn = person.id in passed and person.id not in here
        heard.append(PersonHeard(person, written, read, chosen, person.id in here, had_turn))
    return heard


def not_heard_words(rows: list[PersonHeard]) -> str:
    """Who stands out, in words: nothing written while others have, nothing read while others have, and, once somebody
    has read in this step, who has not; "" where nobody does."""
    silent = [row for row in rows if not row.written] if any(row.written for row in rows) else []
    unread = [row for row in rows if not row.read and row not in silent] if any(row.read for row in rows) else []
    named = [*silent, *unread]
    waiting = [row for row in rows if not (row.here or row.passed)] if any(row.here for row in rows) else []
    parts = [
        _sentence("Nothing written so far", silent),
        _sentence("Nothing read aloud so far", unread),
        _sentence("Not heard in this step yet", [row for row in waiting if row not in named]),
    ]
    return "\n".join(part for part in parts if part)


def _sentence(start: str, rows: list[PersonHeard]) -> str:
    return f"{start}: {', '.join(row.person.name or 'somebody without a name' for row in rows)}." if rows else ""
