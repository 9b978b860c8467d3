"""The people of earlier sessions on this computer, offered when a session is prepared.

Whoever has not been in one of the latest sessions is offered no longer: people leave, and nobody has to tidy up.
Nothing is kept for it beyond the sessions themselves, so a session that is removed is forgotten here as well.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.people import Participant, Role

#: How many of the latest sessions are looked at.
LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class PastRoom:
    """Who was present in an earlier session, and of which team it was."""

    team: str
    held_on: date | None
    people: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of an earlier session. `role` is one that they mostly have and that does not go round: advisor, or
    observer for everybody else."""

    name: str
    job: str = ""
    role: Role = Role.OBSERVER

    @property
    def label(self) -> str:
        """Name and job, as they are offered."""
        return f"{self.name}, {self.job}" if self.job else self.name


def name_key(name: str) -> str:
    """The same for a name, of a person or a team, however it is spaced and written."""
    return " ".join(name.split()).casefold()


def own_first(rooms: Iterable[PastRoom], team: str) -> list[PastRoom]:
    """The team's own sessions before the others, each as they were; all as they were where no team is named."""
    return sorted(rooms, key=lambda room: bool(team.strip()) and name_key(room.team) != name_key(team))


def known_people(rooms: Sequence[PastRoom], team: str) -> list[Known]:
    """Everybody once, the team's own first, as the latest of those sessions has them. `rooms` are the latest first.

    Two of one name in the same session are two people."""
    roles = Counter((name_key(person.name), person.role) for room in rooms for person in room.people)
    known: dict[str, list[Known]] = {}
    for room in own_first(rooms, team):
        here: dict[str, list[Known]] = {}
        for person in room.people:
            if name := " ".join(person.name.split()):
                had = {role: roles[name_key(person.name), role] for role in Role}
                role = Role.ADVISOR if had[Role.ADVISOR] * 2 > sum(had.values()) else Role.OBSERVER
                here.setdefault(name_key(person.name), []).append(Known(name, person.job.strip(), role))
        known |= {key: people for key, people in here.items() if key not in known}
    return [person for people in known.values() for person in people]


def last_room(rooms: Sequence[PastRoom], team: str) -> PastRoom | None:
    """The team's latest session in which anybody was, another team's where it had none."""
    return next((room for room in own_first(rooms, team) if room.people), None)


def same_people(room: PastRoom, ids: Iterable[str]) -> list[Participant]:
    """The people of a session anew, with these ids. Facilitator and advisor are who they were; who presents is another
    worker's turn, and is said by whoever knows it."""
    roles = {Role.PRESENTING_WORKER: Role.OBSERVER}
    return [
        replace(person, id=new, rank=rank, role=roles.get(person.role, person.role), involvement="", since="")
        for rank, (person, new) in enumerate(zip(room.people, ids, strict=False))
    ]
