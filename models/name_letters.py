"""A text as a row of bare letters, so that a name is found in it however it is spelt, split or joined.

Accents, points and vowel marks are left out, letters that stand for the same one are made one, and what stands between
letters is kept beside them.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache

_SPELT = {
    "ß": "ss", "þ": "th", "ð": "d", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ø": "o", "ı": "i", "ħ": "h", "ŋ": "n",
    "ə": "e",
    # Arabic as it is typed on different keyboards; a hamza above or below is a mark and goes with the marks
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه", "ک": "ك",
    "ٱ": "ا", "ء": "",
}  # fmt: skip
#: How the same letters are written where a keyboard lacks them.
_AS_TWO = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
#: Letters of other scripts that look like Latin ones.
_ALIKE = str.maketrans(
    "АВЕКМНОРСТУХІЈЅавекмнорстухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανιρκτυχ",
    "ABEKMHOPCTYXIJSabekmhopctyxijshdqwABEZHIKMNOPTYXoavipktux",
)
#: Marks that may be left out without another word coming of it; those of Indian scripts are its vowels.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff"
    "\u093c\u09bc\u0a3c\u0abc\u0b3c\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)


class Script(Enum):
    """How words are told apart in a script."""

    CASED = auto()  # Latin, Cyrillic, Greek: by spaces
    JOINING = auto()  # Arabic, Hebrew: small words are joined to the one that follows
    SPACELESS = auto()  # Chinese, Japanese, Thai; Korean joins small words to the one before
    ENDING = auto()  # of India and others: a word takes endings


@cache
def script_of(letter: str) -> Script:
    """The script's kind."""
    code = ord(letter)
    if letter.lower() != letter.upper() or code < 0x590:
        return Script.CASED
    if code < 0x900:
        return Script.JOINING
    spaceless = (
        (0xE00, 0xEFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x3040, 0x9FFF), (0xAC00, 0xD7FF),
        (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
    )  # fmt: skip
    return Script.SPACELESS if any(first <= code <= last for first, last in spaceless) else Script.ENDING


@cache
def _bare(sign: str, as_two: bool) -> str | None:
    """The letters that a sign stands for, "" where it is none that counts, None where it parts letters."""
    small = sign.casefold()
    if as_two and unicodedata.normalize("NFC", small) in _AS_TWO:
        return _AS_TWO[unicodedata.normalize("NFC", small)]
    if unicodedata.category(sign)[0] not in "LM" or sign in "ʼʻʹʽ":
        return "" if unicodedata.category(sign) == "Cf" else None
    parts = _MARKS.sub("", unicodedata.normalize("NFKD", "".join(_SPELT.get(part, part) for part in small)))
    return "".join(_SPELT.get(part, part) for part in parts if unicodedata.category(part)[0] in "LM")


class Letters:
    """A text's bare letters. `at` says where in the text each comes from, `gaps` what parts it from the one before."""

    def __init__(self, text: str, as_two: bool = False, source: str = "") -> None:
        """`source` is the text as it was typed, of the same length, where letters of `text` have been replaced."""
        self.text = source or text
        self.at: list[int] = []
        self.gaps: list[str] = []
        bare: list[str] = []
        gap: list[str] = []
        for place, sign in enumerate(text):
            letters = _bare(sign, as_two)
            if letters is None:
                gap.append(sign)
            elif letters:
                bare.append(letters)
                self.at += [place] * len(letters)
                self.gaps += ["".join(gap), *[""] * (len(letters) - 1)]
                gap.clear()
        self.bare = "".join(bare)

    def parted(self, place: int) -> bool:
        """Whether a word begins at the letter, or one has ended before it."""
        return place in (0, len(self.bare)) or bool(self.gaps[place])

    def hump(self, place: int) -> bool:
        """Whether a capital within a word begins another: "JadeConnor", "JADEConnor"."""
        if self.parted(place) or not self._sign(place).isupper():
            return False
        before, after = self._sign(place - 1), self._sign(place + 1) if place + 1 < len(self.at) else ""
        return before.islower() or (before.isupper() and after.islower() and self.at[place] > self.at[place - 1])

    def word(self, first: int, last: int) -> tuple[int, int]:
        """From and to, among the letters, of the words in which these begin and end."""
        while not self.parted(first):
            first -= 1
        while not self.parted(last):
            last += 1
        return first, last

    def words(self) -> Iterator[tuple[int, int]]:
        """Every word, from and to, among the letters."""
        starts = [place for place, gap in enumerate(self.gaps) if gap or not place]
        yield from zip(starts, [*starts[1:], len(self.bare)], strict=False)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where letters from and to stand in the text, with the marks that belong to them."""
        end = self.at[last - 1] + 1
        while end < len(self.text) and unicodedata.category(self.text[end]) in ("Mn", "Mc", "Me", "Cf"):
            end += 1
        return self.at[first], end

    def _sign(self, place: int) -> str:
        return self.text[self.at[place]]


def readings(text: str) -> list[Letters]:
    """The ways in which a text can be read: plainly, "ö" as "oe", and letters that look like Latin ones as those."""
    found = [Letters(text)]
    if text.isascii():
        return found
    found.append(Letters(text, as_two=True))
    alike = text.translate(_ALIKE)
    if alike != text:
        found.append(Letters(alike, source=text))
    return [each for place, each in enumerate(found) if each.bare not in [other.bare for other in found[:place]]]
