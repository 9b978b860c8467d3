"""Who descends from whom, where a file may say anything: nobody stands below themselves."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from models.genogram import ChildOf, Partnership
from models.session import Session


def own_forebear(session: Session) -> str | None:
    """The id of somebody who descends from themselves, by birth or in anybody's care; None where nobody does."""
    couples = {couple.id: couple for couple in session.all(Partnership)}
    below: dict[str, list[str]] = defaultdict(list)
    for link in session.all(ChildOf):
        couple = couples.get(link.partnership)
        for parent in (couple.first, couple.second) if couple else ():
            below[parent].append(link.child)
    return circle(below)


def circle(below: Mapping[str, Sequence[str]]) -> str | None:
    """Somebody who stands below themselves, None where nobody does."""
    done: set[str] = set()
    for start in below:
        path, ahead = {start}, [(start, iter(below[start]))]
        while ahead:
            person, children = ahead[-1]
            child = next(children, None)
            if child is None:
                path.discard(person)
                done.add(person)
                ahead.pop()
            elif child in path:
                return child
            elif child not in done:
                path.add(child)
                ahead.append((child, iter(below.get(child, ()))))
    return None
