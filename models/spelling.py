"""Which words of a text are not known. Better a slip that is missed than a name, another language or a mark of the
scribe's that is called one: what may be right is not pointed out."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

#: A word: letters, with apostrophes within it. What stands next to it says whether it is one that is checked.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: Before a word: part of an address, a number, or a mark such as @mum and #rel; a path's or a code's rest.
_GLUED_BEFORE = frozenset("@#!/\\_.&0123456789")
#: After it: an address or file name goes on, "mum@home", "askwell.org", "b2", "their_mum".
_GLUED_AFTER = re.compile(r"[@\\_\d]|[./:]\w")
#: Of a paragraph with this many words or more, half of them not known, none is pointed out: it is another language.
FOREIGN_FROM = 3
#: Words that stand before an 's are known with it, too.
_OWNING = re.compile(r"['’]s?$")
#: -ize for -ise is right, too, where the word is made of another: "organize"; but of these, "supervize" is none.
_IZE = re.compile(r"iz(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)$)")
_NEVER_IZE = re.compile(
    "(?:adv|advert|chast|circumc|compr|comprom|conc|desp|dev|disgu|enterpr|exc|exerc|expert|franch|improv|merchand"
    "|parad|prec|prem|prev|prom|rev|superv|surm|surpr|telev)$"
)
_SHORTEST_STEM = 4  # "noize", "raize" and "bruize" are slips


class Span(NamedTuple):
    """Where a word stands in its text, counted in Qt's UTF-16 units, as in Python's slices."""

    start: int
    end: int
    word: str


class KnownWords:
    """All words that count as right: those of the language, of this computer and of the session.

    `common` gives each word of the language in small letters its rank, 0 for the commonest.
    """

    def __init__(self, common: dict[str, int]) -> None:
        self.common = common
        self._own: frozenset[str] = frozenset()
        self._names: frozenset[str] = frozenset()

    def set_own(self, words: Collection[str]) -> None:
        """The words of this computer."""
        self._own = frozenset(_plain(word) for word in words)

    def set_names(self, names: Collection[str]) -> None:
        """The names of the session, each word of them."""
        self._names = frozenset(_plain(word) for name in names for word in _WORD.findall(name))

    def __contains__(self, word: str) -> bool:
        """Whether a word is right as it stands, in small letters or not, with or without an 's."""
        plain = _plain(word)
        return self._holds(plain) or self._holds(_OWNING.sub("", plain)) or self._holds_ise(plain)

    def _holds(self, plain: str) -> bool:
        return plain in self.common or plain in self._own or plain in self._names

    def _holds_ise(self, plain: str) -> bool:
        found = _IZE.search(plain)
        if found is None:
            return False
        stem = plain[: found.start()]
        made = len(stem) >= _SHORTEST_STEM and not _NEVER_IZE.search(stem)
        return made and _IZE.sub("is", plain) in self.common


def unknown_words(text: str, known: KnownWords) -> list[Span]:
    """The words of a paragraph that are not known, in their order; none where most are another language's."""
    small = [span for span in _words(text) if span.word[0].islower()]
    unknown = [span for span in small if span.word not in known]
    if len(small) >= FOREIGN_FROM and len(unknown) * 2 >= len(small):
        return []
    found = [span for span in unknown if _is_checked(span.word)]
    return found if text.isascii() else [_in_utf16(text, span) for span in found]


def word_at(text: str, place: int) -> Span | None:
    """The word in which, or at whose edge, a place of a paragraph is, both in UTF-16 units."""
    for span in _words(text):
        found = span if text.isascii() else _in_utf16(text, span)
        if found.start <= place <= found.end:
            return found
    return None


def _words(text: str) -> Iterator[Span]:
    for found in _WORD.finditer(text):
        start, end = found.span()
        glued = (start and text[start - 1] in _GLUED_BEFORE) or _GLUED_AFTER.match(text, end)
        if not glued:
            yield Span(start, end, found.group())


def _is_checked(word: str) -> bool:
    """Small letters throughout, more than one, and Latin: a capital begins a name or an abbreviation."""
    return len(word) > 1 and word.islower() and all("a" <= letter <= "ÿ" or letter in "'’œ" for letter in word)


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _in_utf16(text: str, span: Span) -> Span:
    """An emoji is two units to Qt and one letter to Python."""
    start = span.start + sum(letter > "\uffff" for letter in text[: span.start])
    return Span(start, start + len(span.word), span.word)
