"""Masked names: children and family show as initials, for a screen that strangers can see."""

import re

from PySide6.QtCore import QObject, Signal

from app.document import Document
from models.genogram import Person
from models.people import Child

#: Words that stand in names such as "The Baby" and are nobody's; alone they stay as they are.
_NOBODYS = frozenset(("a", "an", "and", "her", "his", "my", "no", "not", "of", "or", "the", "their", "to", "with"))

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def initials(name: str) -> str:
    """The first letter of each word: "Tilly Marsh" gives "T. M."."""
    return " ".join(f"{word[0]}." for word in name.split())


def masked_title(text: str) -> str:
    """A text about whose names nothing is known, with every word that begins as a name does as its first letter."""
    return _WORD.sub(lambda word: word[0] if word[0][0].islower() else f"{word[0][0]}.", text)


class Masking(QObject):
    """Whether names are masked, and how a text reads then.

    Signals:
        changed: masking was put on or off, or the names it masks are others; every view shows its texts anew.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._on = False
        self._pattern: re.Pattern[str] | None = None
        document.changed.connect(self._names_may_have_changed)

    @property
    def on(self) -> bool:
        """Whether names are masked now."""
        return self._on

    def set_on(self, on: bool) -> None:
        """Mask names, or show them."""
        if on != self._on:
            self._on = on
            self._pattern = self._compile()
            self.changed.emit()

    def text(self, text: str) -> str:
        """The text as it may be shown now."""
        if not self._on or self._pattern is None:
            return text
        return self._pattern.sub(lambda found: initials(found.group()), text)

    def _names_may_have_changed(self, changes: list[object]) -> None:
        if self._on and any(getattr(change, "kind", None) in (Child, Person) for change in changes):
            self._pattern = self._compile()
            self.changed.emit()

    def _compile(self) -> re.Pattern[str] | None:
        session = self._document.session
        names: set[str] = set()
        for name in (*(c.name for c in session.all(Child)), *(p.name for p in session.all(Person))):
            names |= masked_names(name)
        if not names:
            return None
        longest_first = sorted(names, key=len, reverse=True)
        return re.compile("|".join(map(_pattern_of, longest_first)), re.IGNORECASE)


def masked_names(name: str) -> set[str]:
    """What is masked for a name: the whole of it, and each of its words that begins as a name does.

    A name does not begin with a small letter: of "father not known" no word is masked by itself. Where letters are
    neither small nor capital, as in Arabic or Chinese, every word is.
    """
    words = {part for word in name.split() for part in (word, *word.split("-"))}
    alone = {word for word in words if _begins_a_name(word) and word.casefold() not in _NOBODYS}
    return {each for each in {" ".join(name.split()), *alone} if len(each) > 1}


def _begins_a_name(word: str) -> bool:
    first = next(filter(str.isalpha, word), "")
    return bool(first) and not first.islower()


def _pattern_of(name: str) -> str:
    """A name with any space and either apostrophe in it, and not within a word, where its script parts words."""
    body = re.sub(r"['’]", "['’]", r"\s+".join(map(re.escape, name.split())))
    before = r"(?<!\w)" if _parts_words(name[0]) else ""
    after = r"(?!\w)" if _parts_words(name[-1]) else ""
    return f"{before}{body}{after}"


def _parts_words(letter: str) -> bool:
    """Whether a letter at a name's edge tells it from the rest of a longer word: Latin letters do and digits; Chinese
    has no spaces, and Arabic joins "and" to a name."""
    return letter.isdigit() or letter.lower() != letter.upper()
