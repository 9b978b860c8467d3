"""People whom the record's text mentions and who are neither in the family nor in the room: for a second look.

Another family's facts, pasted into a plan, show by the names that came along.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.cards import Card
from models.genogram import Household, Person, Relationship
from models.mapping import Rating
from models.names import is_known, mostly_latin, names_in, words_of
from models.people import Child, Participant
from models.record import PART_LABELS, NameSeen, NextStep
from models.session import Change, Session


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that nobody knows yet: where it stands first, in what words, and how often it stands in the record."""

    name: str
    where: str
    sentence: str
    count: int = 1


@dataclass
class _Unknown:
    """Somebody unknown, with the words of their name: "Zofia", "Mrs Kowalska" and "Zofia Kowalska" are one."""

    mention: Mention
    words: set[str]

    def may_be(self, words: set[str]) -> bool:
        """Whether the words name nobody else."""
        return words <= self.words or self.words <= words

    def is_named(self, again: Mention) -> None:
        """Count one more mention; the fullest name is the one that is listed."""
        name = max(self.mention.name, again.name, key=len)
        self.mention = replace(self.mention, name=name, count=self.mention.count + 1)


def names_to_check(session: Session, words: frozenset[str]) -> list[Mention]:
    """The names to look at again, each once, in the order of the form. `words` are common ones, folded."""
    known = known_names(session)
    people: list[_Unknown] = []
    named: dict[str, list[_Unknown]] = defaultdict(list)
    texts = list(_texts(session))
    latin = mostly_latin("".join(text for _, text in texts))
    for where, text in texts:
        for found in names_in(text, words, latin):
            unknown = {word for word in found.words if not is_known(word, known)}
            if not unknown:
                continue
            mention = Mention(found.name, where, found.around(text))
            person = next((each for word in unknown for each in named[word] if each.may_be(unknown)), None)
            if person is None:
                people.append(person := _Unknown(mention, set()))
            else:
                person.is_named(mention)
            for word in unknown - person.words:
                named[word].append(person)
            person.words |= unknown
    return [person.mention for person in people]


def known_names(session: Session) -> frozenset[str]:
    """The folded words of every name in the family and in the room, and of whoever was named as somebody to ask.

    Whom to ask, with whom a question is used and who rated the scale is typed for this case, a field for one person at
    a time, and so never comes with a pasted text. Where labels and titles are sentences, only their capitals count.
    """
    names = [
        *(child.name for child in session.all(Child)),
        *(person.name for person in session.all(Person)),
        *(person.name for person in session.all(Participant)),
        *(seen.id for seen in session.all(NameSeen)),
    ]
    labels = [
        *(person.label for person in session.all(Person)),
        *(home.name for home in session.all(Household)),
        *(line.label for line in session.all(Relationship)),
        *(rating.rater for rating in session.all(Rating)),
        *(said for card in session.all(Card) for said in (card.asked_of, card.chosen_with)),
        session.details.title,
        session.details.team,
    ]
    return frozenset(words_of(names)) | frozenset(words_of(labels, capitals=True))


def looked_at(session: Session, name: str) -> list[Change]:
    """The changes that note that somebody looked at a name and found it in place."""
    seen = NameSeen(name.casefold())
    return [] if session.find(NameSeen, seen.id) else [Change(None, seen)]


def _texts(session: Session) -> Iterator[tuple[str, str]]:
    """Every text of the record that somebody writes, with its place."""
    for part, label in PART_LABELS.items():
        yield label, session.part(part).text
    for row, step in enumerate(session.all(NextStep), 1):
        for text in (step.text, step.timescale, step.lead):
            yield f"Next steps, row {row}", text
