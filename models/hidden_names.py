"""Names of the case on a page that has nothing of the case: found however they are written, and hidden.

A word too many is hidden here rather than one too few.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from models import name_words
from models.case_names import NOBODYS, SELDOM, begins_a_name, names_pattern, parts_words
from models.names import fold

#: What stands on a page in place of a name.
HIDDEN = "[name]"

_ROLES = name_words.ROLES - name_words.NAMES_AND_WORDS
#: In small letters these say who somebody is, as in "older brother" or "father not known", and are no name.
_DESCRIBING = (name_words.KIN | name_words.SMALL_WORDS) - name_words.NAMES_AND_WORDS | frozenset(
    (
        "big", "born", "died", "due", "ex", "first", "friend", "half", "known", "little", "mate", "name", "named",
        "neighbour", "older", "partner", "second", "step", "unborn", "unknown", "younger",
    )
)  # fmt: skip

#: Pasted text can hold them within words, where nobody sees them.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f\u00ad\u200b\u2060\ufeff]|['’ʼ‐‑-](?=[^\\W\\d_]))*")
_OWNING = re.compile("['’ʼ]s$", re.IGNORECASE)
_BETWEEN = re.compile("[ \\t\u00a0‐‑-]{0,3}")
_INITIALS = re.compile(r"(?:(?<![^\W_])[^\W\d_](?:\.\s?|[ ]))+$")
#: Letters before a name that may be initials are looked for no further back.
_BEFORE = 20


class CaseNames:
    """Hides the names of a case: whole and word by word, in capitals or not, with and without accents, owning something
    and in the plural, parts of names with a hyphen, and with initials before them."""

    def __init__(self, names: Iterable[str]) -> None:
        # "?" is nobody's name: it stands for somebody not known.
        names = [name for name in names if any(unicodedata.category(sign)[0] in "LNS" for sign in name)]
        self._pattern = names_pattern({each for name in names for each in _as_typed(name)})
        self._words = frozenset(word for name in names for word in _folded(name))
        self._initials = {fold(word[0])[:1] for name in names for word in _WORD.findall(name)}

    def hidden_in(self, text: str) -> str:
        """The text with HIDDEN for each name, and once for several in a row."""
        parts: list[str] = []
        reached = 0
        for start, end in self._spans(text):
            between = text[reached:start]
            if not parts or not _BETWEEN.fullmatch(between):
                parts += [between, HIDDEN]
            reached = end
        return "".join([*parts, text[reached:]])

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Where names stand, from and to, in order and apart."""
        spans: list[tuple[int, int]] = []
        for start, end in sorted((self._with_initials(text, start), end) for start, end in self._found(text)):
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        return spans

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        if self._pattern is not None:
            yield from (found.span() for found in self._pattern.finditer(text))
        for found in _WORD.finditer(text):
            for start, end in _parts(found[0], found.start()):
                if self._is_name(fold(text[start:end].translate(_UNSEEN))):
                    yield start, end

    def _is_name(self, word: str) -> bool:
        """Whether a folded word is a name's, or several of that name: "the Harkers", "the Marshes"."""
        if word in self._words:
            return True
        one = word[:-2] if word.endswith(("ses", "xes", "zes", "ches", "shes")) else word.removesuffix("s")
        return one in self._words and word not in name_words.SMALL_WORDS

    def _with_initials(self, text: str, start: int) -> int:
        """Where a name begins with the initials before it: "T. A. Marsh"."""
        found = _INITIALS.search(text[max(0, start - _BEFORE) : start])
        if found is None or self._initials.isdisjoint(fold(letter)[:1] for letter in _WORD.findall(found[0])):
            return start
        return start - len(found[0])


def _as_typed(name: str) -> Iterator[str]:
    """What is looked for as it was typed: the whole name, names of one letter, and what no fold finds by itself."""
    yield " ".join(name.split())
    for word in re.split(r"[\s-]+", name):
        if not begins_a_name(word):
            continue
        if len(word) == 1 or word.casefold() in SELDOM or not parts_words(word[0]):
            yield word
        if len(word) in (3, 4) and re.fullmatch("[\u3400-\u9fff\uac00-\ud7a3]+", word):
            yield word[1:]  # the given name, after a family name of one letter


def _folded(name: str) -> Iterator[str]:
    """The words of a name, folded, but for those that only describe somebody; and all of them as one."""
    words = _WORD.findall(name)
    for word in words:
        describing = _ROLES | NOBODYS | SELDOM | (_DESCRIBING if word.islower() else frozenset())
        for part in {word, *re.split("[‐‑-]", word)}:
            if len(part) > 1 and fold(part) not in describing:
                yield fold(part)
    if len(words) > 1:
        yield fold("".join(words))


def _parts(word: str, at: int) -> Iterator[tuple[int, int]]:
    """Where a word that stands at a place is, without 's, and where the parts of one with hyphens are."""
    base = _OWNING.sub("", word)
    yield at, at + len(base)
    if base != word or re.search("[‐‑-]", base):
        for part in re.finditer("[^‐‑-]+", base):
            yield at + part.start(), at + part.end()
