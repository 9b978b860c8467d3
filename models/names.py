"""Names of people in a text, found by their capitals and by what words are common.

It errs on the side of a second look: a place may be taken for a person, and a name that is written in small letters,
or that is a word and stands where any word may, is not found.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from models import name_words as of
from models.words import one_line

_LETTER = (
    r"(?:[^\W\d_]|[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0963\u0970-\u0dff\u0e31-\u109f\u200c\u200d])"
)
WORD = re.compile(rf"[^\W\d_]{_LETTER}*(?:['’ʼ‐‑-][^\W\d_]{_LETTER}*)*")
_LATIN = re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\uff21-\uff5a]")
#: What stands between two sentences, or between a bullet, a bracket or an opening mark and what it opens.
_BEGINS = re.compile(r"[.!?…:;•*|–—“„«(\[\"‘\r\n\u2028\u2029।。！？]|\s-\s")
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|[\r\n]+")
_ABBREVIATION = re.compile(r"[A-Z]{2,}s?")
_PREFIXED = re.compile(r"(?:re|un|non|co|pre|mis|over|under|multi|inter)(\w{5,})")
_DOUBLE = re.compile(r"[A-Z]\w+[‐‑-][A-Z]\w+")
_SHORTENED = re.compile(r"n['’ʼ]t$", re.I)
_ENDING = re.compile(r"['’ʼ](?:s|d|ll|ve|re|m)$", re.I)
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u200c\u200d'’ʼ`]")
_UNMARKED = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae", "Æ": "ae",
                           "œ": "oe", "Œ": "oe", "‐": "-", "‑": "-"})  # fmt: skip
_SPACES = (" ", "\u00a0")
#: More words in another script, or more letters of one that has no spaces, are a sentence and no name.
_FEW_WORDS, _SHORT = 4, 20
#: Capitals to this length are an abbreviation, words of this length are nobody's, and no name has more words.
_SHORT_CAPITALS, _LONG_WORD, _MANY_WORDS = 5, 40, 6


class _Kind(Enum):
    """What a word can be in a name."""

    SMALL = auto()  # nothing that begins with a capital
    LETTER = auto()
    TITLE = auto()
    KIN = auto()
    SAINT = auto()
    OUT = auto()  # a day, a people, a place, a body
    ROLE = auto()
    BOTH = auto()  # a name and a word
    COMMON = auto()
    NAME = auto()
    CAPITALS = auto()  # an abbreviation, or a family name as forms have it: "Zofia NOWAK"
    FOREIGN = auto()


_SHORT_FORMS = (_Kind.TITLE, _Kind.LETTER, _Kind.SAINT)
_NAMING = (_Kind.NAME, _Kind.BOTH, _Kind.COMMON, _Kind.CAPITALS)
_BEFORE_NAMES = (_Kind.TITLE, _Kind.KIN, _Kind.SAINT)
_SETS = (
    (_Kind.TITLE, of.TITLES),
    (_Kind.KIN, of.KIN),
    (_Kind.SAINT, frozenset(("st", "saint"))),
    (_Kind.ROLE, of.ROLES | of.PLACE_WORDS),
    (_Kind.BOTH, of.NAMES_AND_WORDS),
    (_Kind.OUT, of.CALENDAR | of.PEOPLES | of.PLACES | of.NOBODY | of.ACRONYMS | of.OF_THE_WORK),
)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name where it stands in a text, title and all; by its `words`, folded, people are known."""

    name: str
    start: int
    end: int
    words: tuple[str, ...]

    def around(self, text: str, longest: int = 120) -> str:
        """The sentence in which it stands, or as much of it as there is room for."""
        lead = _SENTENCES.split(text[max(0, self.start - longest) : self.start])[-1]
        rest = text[self.start : self.end] + _SENTENCES.split(text[self.end : self.end + longest])[0]
        if len(lead) + len(rest) > longest and len(lead) > longest // 3:
            lead = f"…{lead[1 - longest // 3 :]}"
        return one_line(lead + rest, longest)


def fold(text: str) -> str:
    """A word in small letters, without accents and apostrophes, so that it is found however it is written."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_UNMARKED))
    return _MARKS.sub("", text.casefold())


def mostly_latin(text: str) -> bool:
    """Whether words of another script stand out in the text."""
    return len(_LATIN.findall(text)) * 2 > sum(map(str.isalpha, text))


def names_in(text: str, words: frozenset[str], latin: bool = True) -> list[FoundName]:
    """The names in a text, in order. `words` are common ones, folded; `latin` is the text that it belongs to."""
    return list(_Reader(text, words, latin).names())


def words_of(names: Iterable[str], capitals: bool = False) -> Iterator[str]:
    """The folded words of names, and the parts of those with a hyphen; with `capitals`, none in small letters."""
    for name in names:
        for found in WORD.finditer(name):
            if not capitals or not found[0][0].islower():
                word = fold(_ENDING.sub("", found[0]))
                yield word
                yield from word.split("-")


def is_known(word: str, known: frozenset[str]) -> bool:
    """Whether it is a known word, several (“the Harkers”), or made of known ones."""
    if word in known or (word.endswith("s") and word[:-1] in known):
        return True
    if word and not _LATIN.match(word):  # Arabic joins "and" to a name, Chinese whatever stands beside it
        return any(len(name) > 1 and name in word for name in known)
    return "-" in word and all(part in known for part in word.split("-"))


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of the text. `base` is where it ends before ’s; `first` begins a sentence; `joined` to the one before."""

    start: int
    base: int
    end: int
    word: str
    kind: _Kind
    first: bool
    joined: bool

    @property
    def owns(self) -> bool:
        """Whether it ends in ’s."""
        return self.base < self.end


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, words: frozenset[str], latin: bool) -> None:
        self.text = text
        self.words = words
        self.latin = latin
        self.tokens: list[_Token] = []
        for found in WORD.finditer(text):
            self.tokens.append(self._token(found))
        small = [token.word in words for token in self.tokens if token.kind is _Kind.SMALL]
        self._english = sum(small) * 2 >= len(small)

    def names(self) -> Iterator[FoundName]:
        """Every name, in order."""
        at = 0
        while at < len(self.tokens):
            end = at + 1
            if self._begins(at):
                end = self._end(at)
                if self._is_person(at, end):
                    yield self._found(self.tokens[at:end])
            at = end

    # Words

    def _token(self, found: re.Match[str]) -> _Token:
        before = self.tokens[-1] if self.tokens else None
        ending = _ENDING.search(found[0])
        base = found.start() + (ending.start() if ending else len(found[0]))
        word = fold(self.text[found.start() : base])
        kind = _Kind.SMALL if _SHORTENED.search(found[0]) else self._kind(self.text[found.start() : base], word)
        if before is None:
            return _Token(found.start(), base, found.end(), word, kind, first=True, joined=False)
        gap = self.text[before.end : found.start()]
        dotted = before.kind in _SHORT_FORMS and gap.strip() == "."
        first = not dotted and _BEGINS.search(gap) is not None
        return _Token(found.start(), base, found.end(), word, kind, first, joined=dotted or gap in _SPACES)

    def _kind(self, base: str, word: str) -> _Kind:
        if not _LATIN.match(base):
            return _Kind.FOREIGN
        if not base[0].isupper() or len(word) > _LONG_WORD:
            return _Kind.SMALL
        for kind, members in _SETS:
            if word in members:
                return kind
        if len(word) == 1:
            return _Kind.LETTER
        if all(map(self._is_word, word.split("-"))):
            return _Kind.BOTH if _DOUBLE.fullmatch(base) and of.NAMES_AND_WORDS & set(word.split("-")) else _Kind.COMMON
        return _Kind.CAPITALS if len(word) <= _SHORT_CAPITALS and _ABBREVIATION.fullmatch(base) else _Kind.NAME

    def _is_word(self, word: str) -> bool:
        if word in of.HARDLY_WORDS:
            return False
        prefixed = _PREFIXED.fullmatch(word)
        return (
            word in self.words
            or any(word in members for _, members in _SETS)
            or (prefixed is not None and prefixed[1] in self.words)
        )

    # Names

    def _begins(self, at: int) -> bool:
        """Whether a name may begin here."""
        token = self.tokens[at]
        if token.kind is _Kind.NAME:
            return self._english or not token.first
        if token.kind in _BEFORE_NAMES:
            return True
        if token.kind is _Kind.FOREIGN:
            return self.latin
        if token.kind not in (_Kind.BOTH, _Kind.COMMON):
            return False
        before, after = self._at(at - 1), self._at(at + 1)
        if before is not None and before.word == "the" and after is not None and after.word in of.FAMILY_WORDS:
            return token.word not in of.SMALL_WORDS
        return token.kind is _Kind.BOTH and self._is_called(token, before, after, self._at(at + 2))

    def _is_called(
        self, token: _Token, before: _Token | None, after: _Token | None, next_but_one: _Token | None
    ) -> bool:
        """Whether a word that is a name as well is one here."""
        if before is not None and not token.first:
            phrase = token.joined and before.kind is _Kind.COMMON and not before.first
            return not (phrase or before.word in of.ARTICLES or self._is_month(token, before))
        if token.owns:
            return True
        if after is None or not after.joined:
            return False
        if after.word == "and" and next_but_one is not None:
            after = next_but_one
        named = after.kind in (_Kind.NAME, _Kind.LETTER, _Kind.CAPITALS) or after.word in of.PARTICLES
        return after.word in of.CUES or (named and token.word not in of.ASKING)

    def _is_month(self, token: _Token, before: _Token) -> bool:
        if token.word not in of.MONTHS_AND_NAMES:
            return False
        beside = self.text[before.end : token.start][-6:] + self.text[token.end : token.end + 6]
        return before.word in of.DATE_WORDS or before.word in of.CALENDAR or any(map(str.isdigit, beside))

    def _end(self, at: int) -> int:
        """Where the name that begins here ends, if it is one."""
        end = at + 1
        while end < min(at + _MANY_WORDS, len(self.tokens)) and self._goes_on(end):
            end += 1
        while end > at + 1 and self.tokens[end - 1].kind in (_Kind.SMALL, _Kind.LETTER):
            end -= 1
        return end

    def _goes_on(self, end: int) -> bool:
        token, before, after = self.tokens[end], self.tokens[end - 1], self._at(end + 1)
        if not token.joined or before.owns or (token.kind is _Kind.FOREIGN) is not (before.kind is _Kind.FOREIGN):
            return False
        if token.kind in _BEFORE_NAMES:
            return before.kind in _BEFORE_NAMES
        if token.kind is _Kind.SMALL:
            return (
                token.word in of.PARTICLES
                and after is not None
                and after.joined
                and after.kind in (*_NAMING, token.kind)
            )
        if token.kind is _Kind.CAPITALS:
            return before.kind in _NAMING and token.base - token.start > 3
        return token.kind in (_Kind.NAME, _Kind.BOTH, _Kind.LETTER, _Kind.FOREIGN) or (
            token.kind is _Kind.COMMON and token.word not in of.SMALL_WORDS
        )

    def _is_person(self, at: int, end: int) -> bool:
        """Whether the name is a person's, and not that of a street or a town, nor a sentence in another script."""
        if self.tokens[at].kind is _Kind.FOREIGN:
            return end - at <= _FEW_WORDS and all(len(token.word) <= _SHORT for token in self.tokens[at:end])
        run, after = self.tokens[at:end], self._at(end)
        naming = [token for token in run if token.kind in _NAMING]
        if not naming or run[0].kind is _Kind.SAINT:
            return False
        if run[0].kind is _Kind.TITLE:
            return True
        if after is not None and after.joined and after.word in of.PLACE_WORDS and after.kind is _Kind.ROLE:
            return False
        return not self._is_place(at, naming) and " ".join(token.word for token in naming) not in of.PLACES

    def _is_place(self, at: int, naming: list[_Token]) -> bool:
        """Whether somebody is in it or near it: "in Wigan", and neither "in Zofia’s care" nor "confides in Zofia"."""
        before, verb = self._at(at - 1), self._at(at - 2)
        if before is None or before.word not in of.IN or naming[-1].owns or naming[0].kind is not _Kind.NAME:
            return False
        return verb is None or verb.word not in of.CONFIDING

    def _found(self, run: list[_Token]) -> FoundName:
        words = tuple(token.word for token in run if token.kind in (*_NAMING, _Kind.FOREIGN))
        return FoundName(self.text[run[0].start : run[-1].base], run[0].start, run[-1].end, words)

    def _at(self, at: int) -> _Token | None:
        return self.tokens[at] if 0 <= at < len(self.tokens) else None
