"""Spelling help: which words are known on this computer, and what else a word could be. Nothing leaves the computer."""

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from app.resources import path, text
from models.spelling import KnownWords, Span, unknown_words

if TYPE_CHECKING:
    from app.settings import Settings
    from models.session import Session

#: A slip is at most so many letters away from what was meant.
FAR = 2
SUGGESTIONS = 6
#: Words that are often joined to the next.
_FIRSTS = ("a", "an", "as", "at", "each", "in", "of", "on", "thank", "the", "to")
_OWNING = re.compile(r"['’]s$")
_TWICE = re.compile(r"(.)\1")
_VOWELS = re.compile(r"[aeiouy]")


@cache
def ranked_words() -> dict[str, int]:
    """Every English word in small letters with its rank: 0 the commonest, and words of the field; read once.

    It goes line by line, so that the window gets its turns in between.
    """
    import gzip

    ranks: dict[str, int] = {}
    lines = gzip.decompress(path("words", "by-commonness.txt.gz").read_bytes()).decode().split("\n")
    for rank, line in enumerate(lines):
        ranks.update(dict.fromkeys(line.split(" "), rank))
    ranks.update(dict.fromkeys(text("words", "field.txt").split(), 0))
    return ranks


class _Reading(QThread):
    """Reads the words beside the window.

    Signals:
        read(dict): each word with its rank.
    """

    read = Signal(object)

    def run(self) -> None:
        """Read them."""
        self.read.emit(ranked_words())


class Speller(QObject):
    """What is known here: English, words added on this computer, names of the session that is open.

    Signals:
        changed: more or other words are known; what was checked is checked anew.
    """

    changed = Signal()

    def __init__(self, settings: "Settings", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._known: KnownWords | None = None
        self._names: list[str] = []
        self._reading = _Reading(self)
        self._reading.read.connect(self._take)
        self._held = (settings.values.spelling, settings.values.own_words)
        settings.changed.connect(self._set_otherwise)

    @property
    def on(self) -> bool:
        """Whether spelling help is wanted."""
        return self._settings.values.spelling

    @property
    def ready(self) -> bool:
        """Whether the words are there."""
        return self._known is not None

    def begin(self) -> None:
        """Read the words, once; `changed` says when they are there."""
        if self._known is None and not self._reading.isRunning():
            self._reading.start(QThread.Priority.LowPriority)

    def wait(self) -> None:
        """Before the end: the thread is done."""
        self._reading.wait()

    def set_session(self, session: "Session | None") -> None:
        """Names of the open session are words, too, in small letters as well."""
        self._names = [] if session is None else _names(session)
        if self._known is not None:
            self._known.set_names(self._names)

    def unknown(self, paragraph: str) -> list[Span]:
        """Words of a paragraph that are not known; none while the words are not read, or no help is wanted."""
        return unknown_words(paragraph, self._known) if self._known is not None and self.on else []

    def add(self, word: str) -> None:
        """From now on the word is known on this computer."""
        own = self._settings.values.own_words.split()
        if word not in own:
            self._settings.set(own_words="\n".join([*own, word]))

    def suggestions(self, word: str) -> list[str]:
        """What the word could be meant to be, the likeliest first."""
        if self._known is None:
            return []
        owning = _OWNING.search(word)
        plain = _OWNING.sub("", word).casefold().replace("’", "'")
        names = {name.casefold(): name for whole in self._names for name in whole.split()}
        words = {**self._known.common, **dict.fromkeys(self._settings.values.own_words.split(), 0)}
        found = [*map(names.__getitem__, nearest(plain, dict.fromkeys(names, 0))), *apart(plain, words)]
        found += nearest(plain, words)
        return [f"{each}{owning.group() if owning else ''}" for each in dict.fromkeys(found)][:SUGGESTIONS]

    def _take(self, ranks: dict[str, int]) -> None:
        self._known = KnownWords(ranks)
        self._known.set_names(self._names)
        self._known.set_own(self._settings.values.own_words.split())
        self.changed.emit()

    def _set_otherwise(self) -> None:
        values = self._settings.values
        if (values.spelling, values.own_words) != self._held:
            self._held = (values.spelling, values.own_words)
            if self._known is not None:
                self._known.set_own(values.own_words.split())
            self.changed.emit()


def _names(session: "Session") -> list[str]:
    from models.case_names import case_names
    from models.people import Participant

    return [*case_names(session), *(person.name for person in session.all(Participant))]


def apart(plain: str, ranks: dict[str, int]) -> list[str]:
    """Two words that were written as one: "a lot", "as well"."""
    firsts = [first for first in _FIRSTS if plain.startswith(first) and ranks.get(plain[len(first) :]) == 0]
    return [f"{first} {plain[len(first) :]}" for first in firsts]


def nearest(plain: str, ranks: dict[str, int]) -> list[str]:
    """Of these words those within `FAR` letters of a slip, the likeliest first.

    Likelier are common words, and those of which the slip has the first letter, the same letters in another order, the
    same but for doubled ones, or the same consonants.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(plain, list(ranks), scorer=OSA.distance, score_cutoff=FAR, limit=None)

    def unlikely(found: tuple[str, float, int]) -> tuple[float, str]:
        word, away, _place = found
        cost = 2.2 * away + 0.5 * ranks[word]
        cost += 1.5 * (word[0] != plain[0])
        cost -= 1.5 * (sorted(word) == sorted(plain))
        cost -= 2.0 * (_TWICE.sub(r"\1", word) == _TWICE.sub(r"\1", plain))
        cost -= 0.8 * (_VOWELS.sub("", word) == _VOWELS.sub("", plain))
        return cost, word

    return [word for word, _away, _place in sorted(near, key=unlikely)]
