"""Where each line of the record came from, in words people use: the map, a card, a check-in, or the worker's own hand.

A line that stands as it was drafted is told by its source; one that was reworded is told from the drafted line that it
is nearest to. Only drafted lines that no longer stand as they were can have been reworded.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.cards import Card
from models.draft_text import Line, Source, drafted_part
from models.drafting import current_rating_of, source_of, step_words
from models.map_words import COLUMNS
from models.mapping import MapPoint
from models.people import Participant
from models.process import Process
from models.record import NextStep, Part
from models.review import CheckIn, Goal, ReviewRound
from models.session import Session

OWN = "In the worker’s own words"
LEAD_IN = "Askwell’s own words, to lead in"
EARLIER = "An earlier draft; what it was made from is gone"

_END_OF_SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][”\"’')])\s+")
#: From this share of letters in common on, in threes, a line is a drafted one reworded.
_NEAR = 0.65
#: How many of the rarest threes of letters, and then how many lines that have them, are looked at.
_RAREST, _LIKELIEST = 8, 3


@dataclass(frozen=True, slots=True)
class Origin:
    """A line as it stands, and in words where it came from; `kind` and `id` of that, "" where it is nothing held."""

    line: str
    words: str
    kind: str = ""
    id: str = ""


def origins(session: Session, process: Process, part: Part) -> list[Origin]:
    """The origin of each line of the part as it stands, in order; empty lines have none.

    A line in which drafted sentences were joined gives one for each of them and for what stands between.
    """
    held = session.part(part)
    drafted = [line for paragraph in drafted_part(session, part, process) for line in _apart(paragraph)]
    teller = _Teller(session, process, drafted, held.drafted)
    lines = [line for line in held.text.splitlines() if line.strip()]
    teller.stands(lines)
    return [origin for line in lines for origin in teller.told(line)]


def step_origin(session: Session, process: Process, step: NextStep) -> Origin:
    """Where a next step came from."""
    source_id = source_of(step)
    source = session.find(MapPoint, source_id) or session.find(Card, source_id)
    if source is None:
        return Origin(step.text, EARLIER if step.drafted else OWN)
    said, text = _words(session, process, source), step_words(session, source)
    if step.text not in (step.drafted, text):
        return _from((source,), step.text, f"reworded from {said}")
    return _from((source,), step.text, said if step.text == text else f"{said}, which has changed since")


def rating_origin(session: Session) -> Origin:
    """Where the current safety scale rating came from."""
    rating = current_rating_of(session)
    if rating is None:
        return Origin("", "Not rated yet")
    rater = rating.rater.strip()
    whose = f"{rater}’s own rating" if rater else "The presenting worker’s own rating"
    return Origin(str(rating.value), f"{whose} on the safety scale", "Rating", rating.id)


class _Teller:
    """Tells the lines of one part from what is drafted now and from what was drafted last."""

    def __init__(self, session: Session, process: Process, drafted: Iterable[Line], earlier: str) -> None:
        self._session = session
        self._process = process
        self._lines = {_key(line.text): line for line in reversed(list(drafted))}
        self._sentences = {_key(said): line for line in self._lines.values() for said in _sentences(line.text)}
        self._earlier = set(map(_key, earlier.splitlines()))
        self._near = _Nearest(())

    def stands(self, lines: Iterable[str]) -> None:
        """Say what stands now: drafted lines among it were not reworded."""
        standing = set(map(_key, lines))
        self._near = _Nearest(line for key, line in self._lines.items() if key not in standing and line.sources)

    def told(self, line: str) -> Iterator[Origin]:
        """A line's origin, or those of its sentences where some of them are drafted."""
        key = _key(line)
        if key in self._lines:
            yield self._as_drafted(line, self._lines[key])
        elif key in self._earlier:
            yield self._changed_since(line)
        elif any(_key(said) in self._sentences for said in _sentences(line)):
            yield from self._joined(line)
        else:
            yield self._reworded(line)

    def _joined(self, line: str) -> Iterator[Origin]:
        own: list[str] = []
        for said in _sentences(line):
            drafted = self._sentences.get(_key(said))
            if drafted is None:
                own.append(said)
                continue
            if own:
                yield self._reworded(" ".join(own))
            own = []
            yield self._as_drafted(said, drafted)
        if own:
            yield self._reworded(" ".join(own))

    def _as_drafted(self, line: str, drafted: Line) -> Origin:
        return _from(drafted.sources, line, self._said(drafted)) if drafted.sources else Origin(line, LEAD_IN)

    def _reworded(self, line: str) -> Origin:
        near = self._near.to(line)
        return _from(near.sources, line, f"reworded from {self._said(near)}") if near else Origin(line, OWN)

    def _changed_since(self, line: str) -> Origin:
        near = self._near.to(line)
        if near is None:
            return Origin(line, EARLIER)
        return _from(near.sources, line, f"{self._said(near)}, which has changed since")

    def _said(self, line: Line) -> str:
        words = (_words(self._session, self._process, source) for source in line.sources)
        return " and ".join(dict.fromkeys(words))


class _Nearest:
    """Lines, to be found by one that reads nearly the same, in any script."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = [(line, _threes(line.text)) for line in lines]
        self._with: dict[str, list[int]] = defaultdict(list)
        for place, (_, threes) in enumerate(self._lines):
            for three in threes:
                self._with[three].append(place)

    def to(self, text: str) -> Line | None:
        """The nearest line, None where none is near."""
        if not self._lines:
            return None
        threes = _threes(text)
        rarest = sorted(threes & self._with.keys(), key=lambda three: len(self._with[three]))[:_RAREST]
        likeliest = Counter(place for three in rarest for place in self._with[three]).most_common(_LIKELIEST)
        near = [(_share(threes, self._lines[place][1]), -place) for place, _ in likeliest]
        best, place = max(near, default=(0.0, 0))
        return self._lines[-place][0] if best >= _NEAR else None


def _threes(text: str) -> set[str]:
    """Every three letters that follow one another."""
    key = f" {_key(text).casefold()} "
    return {key[at : at + 3] for at in range(len(key) - 2)}


def _share(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _apart(paragraph: Iterable[Line]) -> Iterator[Line]:
    """Lines as they stand in the text: a point that somebody wrote on several lines is as many."""
    for line in paragraph:
        for text in line.text.splitlines():
            if text.strip():
                yield Line(text, line.sources)


def _key(line: str) -> str:
    """A line without what says nothing: its bullet, doubled spaces and full stop."""
    words = " ".join(line.split())
    return words.lstrip("•–-* ").rstrip(". ") or words


def _sentences(line: str) -> list[str]:
    return _END_OF_SENTENCE.split(line)


def _from(sources: tuple[Source, ...], line: str, words: str) -> Origin:
    return Origin(line, words[:1].upper() + words[1:], type(sources[0]).__name__, sources[0].id)


def _words(session: Session, process: Process, source: Source) -> str:
    """A source in words that can stand within a sentence."""
    match source:
        case MapPoint():
            card = session.find(Card, source.card)
            of = _card_words(session, process, card) if card else _step_words(process, source.step)
            return f"the map, “{COLUMNS[source.column]}”" + (f", from {of}" if of else "")
        case Card():
            return _card_words(session, process, source)
        case CheckIn():
            return f"the check-in of {_step_words(process, source.id) or 'a step'}"
        case ReviewRound():
            rounds = session.all(ReviewRound)
            return "the review" if len(rounds) == 1 else f"the review, round {rounds.index(source) + 1}"
        case Goal():
            return "the worker’s goal"


def _card_words(session: Session, process: Process, card: Card) -> str:
    """Whose card it is, unless the session's sheets name nobody, and where it was written."""
    author = session.find(Participant, card.author) if session.details.authors_shown else None
    whose = f"{author.name.strip()}’s card" if author and author.name.strip() else "a card"
    step = _step_words(process, card.step)
    return f"{whose} in {step}" if step else whose


def _step_words(process: Process, step_id: str) -> str:
    """As in "step 7 (Working well)"; "" for a step that the process does not know."""
    known = {step.id: step for step in process.steps}
    return f"step {process.number(step_id)} ({known[step_id].short})" if step_id in known else ""
