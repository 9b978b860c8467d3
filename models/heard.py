"""Who has been heard: cards written, read and chosen, person by person."""

from dataclasses import dataclass

from models.cards import Card
from models.people import Participant, Role
from models.session import Session
from models.timing import Heard


@dataclass(frozen=True, slots=True)
class PersonHeard:
    """One writer's count over the session; `here` says that they have read in the step asked about."""

    person: Participant
    written: int
    read: int
    chosen: int
    here: bool


def who_was_heard(session: Session, step_id: str) -> list[PersonHeard]:
    """Everyone present who writes cards, in their order; `step_id` is the step that `here` asks about."""
    counts: dict[str, list[int]] = {}
    here = {
        heard.id.partition("/")[2] for heard in session.all(Heard) if heard.read and heard.id.startswith(f"{step_id}/")
    }
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
        heard.append(PersonHeard(person, written, read, chosen, person.id in here))
    return heard
