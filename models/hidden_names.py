"""Names of the case on a page that has nothing of the case: found however they are written, and hidden.

A word too many is hidden here rather than one too few. What is found of a name, and what cannot be, is said in
`models/name_forms.py`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from models import name_forms as forms
from models import name_words
from models.case_names import SELDOM, begins_a_name, names_pattern, parts_words
from models.name_letters import Letters, Script, readings, script_of
from models.names import fold

#: What stands on a page in place of a name.
HIDDEN = "[name]"

Span = tuple[int, int]

_BETWEEN = re.compile("[ \\t\u00a0‐‑-]{0,3}")
_INITIALS = re.compile(r"(?:(?<![^\W_])[^\W\d_](?:\.\s?|[ ]))+$")
#: Letters before a name that may be initials are looked for no further back.
_BEFORE = 20
#: What may stand between the letters of a word that is spelt out, and between its parts where it is split.
_SPELT_OUT = re.compile(r"[\s‐‑–—.·•'’_/*|~+-]{1,3}")
_SPLIT = re.compile(r"\s?[‐‑–'’/*·-]\s{0,2}|\.")
_SPACE = re.compile(r"\s{1,3}")
#: What English joins to a word: "she’ll" is not Shell.
_SHORTENED = frozenset(("d", "ll", "m", "re", "t", "ve"))
_SEVERAL = ("ses", "xes", "zes", "ches", "shes")
#: Before one of these in small letters somebody is meant: "we spoke of will".
_OF_SOMEBODY = frozenset(("about", "at", "by", "for", "from", "of", "on", "with"))
#: Small words that Arabic and Hebrew join to the one that follows.
_JOINED = re.compile("[وفبلكس]{0,2}(?:ال)?|و?لل|[ולבהשכמ]{1,3}")
#: Within an Arabic or an Indian word, a shorter name than this would be found in any text.
_WITHIN = 4


class CaseNames:
    """Hides the names of a case: whole and word by word, in capitals or not, with and without accents, owning something
    and in the plural, split and joined, with other endings, with initials before them; and its reference numbers.

    `words` are common ones, folded: what is one is no form of a name.
    """

    def __init__(self, names: Iterable[str], numbers: Iterable[str] = (), words: frozenset[str] = frozenset()) -> None:
        # "?" is nobody's name: it stands for somebody not known.
        names = [name for name in names if any(unicodedata.category(sign)[0] in "LNS" for sign in name)]
        self._pattern = names_pattern({each for name in names for each in _as_typed(name)})
        self._numbers = dict(each for number in numbers for each in _number_patterns(number))
        parts = {part for name in names for part in forms.name_parts(name)}
        self._words = {each for part in parts for word in forms.spellings(part) for each in forms.without_ending(word)}
        self._joined = {word for name in names for one in forms.in_one(name) for word in forms.spellings(one)}
        self._keys = [(key, script_of(key[0])) for key in {*self._words, *self._joined}]
        # "Asa" is no "as a"; the words of one name stand side by side whatever they are
        self._common = words
        self._small = {part for part in parts if part.islower()}
        cased = [word for word in self._words if script_of(word[0]) is Script.CASED and len(word) >= forms.STEM]
        self._stems = {stem for word in cased for stem in forms.stems(word)}
        self._short = {stem for word in cased for stem in forms.short_stems(word)}
        self._initials = {fold(word[0])[:1] for name in names for word in forms.words_in(name)}

    def hidden_in(self, text: str, others: Iterable[Span] = ()) -> str:
        """The text with HIDDEN for each name, and for what stands from and to in `others`; once for several in a
        row."""
        parts: list[str] = []
        reached = 0
        for start, end in self._spans(text, others):
            between = text[reached:start]
            if not parts or not _BETWEEN.fullmatch(between):
                parts += [between, HIDDEN]
            reached = end
        return "".join([*parts, text[reached:]])

    def _spans(self, text: str, others: Iterable[Span]) -> list[Span]:
        """Where names stand, from and to, in order and apart."""
        spans: list[Span] = []
        found = sorted((self._with_initials(text, start), end) for start, end in (*self._found(text), *others))
        for start, end in found:
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        return spans

    def _found(self, text: str) -> Iterator[Span]:
        close = "".join(filter(str.isalnum, text)).casefold() if self._numbers else ""
        for pattern in (self._pattern, *(pattern for number, pattern in self._numbers.items() if number in close)):
            if pattern is not None:
                yield from (found.span() for found in pattern.finditer(text))
        if not self._keys:
            return
        for letters in readings(text):
            for first, last in (*self._spelt(letters), *self._formed(letters)):
                yield letters.span(first, last)

    # Names as they are, whole words or parts of a name, among the letters of a text

    def _spelt(self, letters: Letters) -> Iterator[Span]:
        for key, script in self._keys:
            first = letters.bare.find(key)
            while first >= 0:
                found = self._place(letters, first, first + len(key), script)
                if found is not None:
                    yield found
                first = letters.bare.find(key, first + 1)

    def _place(self, letters: Letters, first: int, last: int, script: Script) -> Span | None:
        """What to hide where the letters of a name stand, None where they are no name there."""
        gaps = [place for place in range(first + 1, last) if letters.gaps[place]]
        if gaps and not self._is_split(letters, first, last, gaps):
            return None
        if script is Script.SPACELESS:
            return first, last
        begins, ends = letters.parted(first), letters.parted(last)
        if script is Script.CASED:
            if not (begins or letters.hump(first)) or not (ends or (last < len(letters.at) and letters.hump(last))):
                return None
            return letters.word(first, last) if self._is_meant(letters, first, last) else None
        if begins and ends:
            return first, last
        start, end = letters.word(first, last)
        if script is Script.JOINING and ends and _JOINED.fullmatch(letters.bare[start:first]):
            return first, last
        within = not gaps and (last - first >= _WITHIN or (begins and script is Script.ENDING))
        return (start, end) if within else None

    def _is_split(self, letters: Letters, first: int, last: int, gaps: list[int]) -> bool:
        """Whether it is one name with something between its letters or parts, and no words that happen to follow."""
        places = [first, *gaps, last]
        parts = [letters.bare[one:other] for one, other in pairwise(places)]
        between = [letters.gaps[place] for place in gaps]
        if all(len(part) == 1 for part in parts):
            initials = all(letters.text[letters.at[place]].isupper() for place in places[:-1])
            spaced = all(map(str.isspace, between))
            return all(map(_SPELT_OUT.fullmatch, between)) and (len(parts) > 2 or initials or not spaced)
        if not all(_SPLIT.fullmatch(gap) or _SPACE.fullmatch(gap) for gap in between):
            return False
        if parts[-1] in _SHORTENED and between[-1] in ("'", "’") and self._is_common(parts[0]):
            return False
        return not all(map(str.isspace, between)) or not all(map(self._is_common, parts))

    def _is_common(self, word: str) -> bool:
        return len(word) == 1 or word in name_words.SMALL_WORDS or word in self._common

    def _is_meant(self, letters: Letters, first: int, last: int) -> bool:
        """Whether somebody is meant: "will" in small letters is not, but for "of will" and where it was typed so."""
        word = letters.bare[first:last]
        if word not in name_words.ASKING or word in self._small or not letters.text[letters.at[first]].islower():
            return True
        after = letters.gaps[last] if last < len(letters.at) else ""
        start = letters.word(first - 1, first)[0] if first else 0
        return after.startswith(("'", "’")) or letters.bare[start:first] in _OF_SOMEBODY

    # Forms of names: words with other endings, and several names in one word

    def _formed(self, letters: Letters) -> Iterator[Span]:
        known: dict[tuple[str, bool], bool] = {}
        for first, last in letters.words():
            word, small = letters.bare[first:last], letters.text[letters.at[first]].islower()
            if len(word) >= forms.STEM and script_of(word[0]) is Script.CASED:
                if (word, small) not in known:
                    known[word, small] = self._is_several(word) or self._is_form(word, small)
                if known[word, small]:
                    yield first, last

    def _is_several(self, word: str) -> bool:
        """Whether a word is several of a name or several names in one: "the Marshes", "jadeconnor"."""
        ones = {word[:-1] if word[-1] == "s" else "", word[:-2] if word.endswith(_SEVERAL) else ""}
        if not self._words.isdisjoint(ones) and word not in name_words.SMALL_WORDS:
            return True
        halves = ((word[:place], word[place:]) for place in range(forms.STEM, len(word) - forms.STEM + 1))
        return any(one in self._words and other in self._words for one, other in halves)

    def _is_form(self, word: str, small: bool) -> bool:
        """Whether it is a name with another ending. In small letters only a long word is."""
        if small and len(word) <= forms.STEM + 2:
            return False
        if self._is_common(word) and (small or word not in name_words.HARDLY_WORDS):
            return False
        if not self._words.isdisjoint(forms.spellings(word)) or not self._short.isdisjoint(forms.short_stems(word)):
            return True
        return any(stem in self._stems for stem in forms.stems_of_form(word))

    def _with_initials(self, text: str, start: int) -> int:
        """Where a name begins with the initials before it: "T. A. Marsh"."""
        found = _INITIALS.search(text[max(0, start - _BEFORE) : start])
        if found is None or self._initials.isdisjoint(fold(letter)[:1] for letter in forms.words_in(found[0])):
            return start
        return start - len(found[0])


def _as_typed(name: str) -> Iterator[str]:
    """What is looked for as it was typed: the whole name, and words of one letter or that are small words, too."""
    whole = " ".join(name.split())
    by_letters = whole.casefold() in name_words.ASKING or (whole.isalpha() and not parts_words(whole[0]))
    if not by_letters or len(whole) == 1:
        yield whole
    for word in re.split(r"[\s-]+", name):
        if begins_a_name(word) and (len(word) == 1 or word.casefold() in SELDOM):
            yield word


def _number_patterns(number: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """A case system's number, with anything or nothing between its letters and figures, and its figures alone; each
    with its letters and figures side by side."""
    signs = [sign for sign in number.casefold() if sign.isalnum()]
    figures = [sign for sign in signs if sign.isdigit()]
    for each in (signs, figures):
        if len(each) >= _WITHIN:
            body = r"[\W_]{0,3}".join(map(re.escape, each))
            yield "".join(each), re.compile(rf"(?<![^\W_]){body}(?![^\W_])", re.IGNORECASE)
