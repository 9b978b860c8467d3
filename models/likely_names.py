"""Words that look like somebody's name, where nobody's may stand and no list of them is at hand."""

import re
from collections.abc import Iterable, Iterator

from models import name_words as of
from models.names import WORD, fold, mostly_latin, names_in, words_of

_VOWEL = re.compile("[aeiouy]")
#: A word spelt out, letter by letter: "T-A-N-Y-A".
_SPELT_OUT = re.compile(r"(?<![^\W_])[^\W\d_](?:[ ._-]{1,2}[^\W\d_]){2,}(?![^\W_])")
_BODIES = (
    of.ACRONYMS | of.NOBODY | of.CALENDAR | of.PEOPLES | of.PLACES | of.OF_THE_WORK
    | {"cic", "cla", "edt", "hmo", "idva", "isva", "plo", "pru", "sen", "send", "sgo", "uasc"}
)  # fmt: skip


def likely_names(text: str, words: frozenset[str], room: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where names of people stand who are not of the room, from and to. `words` are common ones, folded.

    So do "Nan" and "Mum", and what is written in capitals and no known abbreviation. A name in small letters is not
    found, nor one in a text that is mostly of another script than the Latin one.
    """
    known = frozenset(words_of(room))
    for found in names_in(text, words, mostly_latin(text)):
        if not known.issuperset(found.words):
            yield found.start, found.start + len(found.name)
    for word in WORD.finditer(text):
        base = re.sub("['’ʼ]s$", "", word[0], flags=re.IGNORECASE)
        folded = fold(base)
        if base[0].isupper() and folded not in known and (folded in of.KIN or _is_shouted(base, folded, words)):
            yield word.start(), word.start() + len(base)
    for spelt in _SPELT_OUT.finditer(text):
        letters = "".join(filter(str.isalpha, spelt[0]))
        if fold(letters) not in known and _is_shouted(letters.upper(), fold(letters), words) and not spelt[0].islower():
            yield spelt.span()


def _is_shouted(base: str, folded: str, words: frozenset[str]) -> bool:
    """Whether a word in capitals is a name rather than a word or an abbreviation."""
    if len(base) < 3 or not base.isupper() or not _VOWEL.search(folded) or folded in _BODIES:
        return False
    return folded in of.HARDLY_WORDS or folded not in words
