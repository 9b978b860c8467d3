"""The forms in which a name may stand in a text: its words, what they are without their endings, and short forms.

Nicknames ("Bob" for Robert), transliterations (Olga for Ольга), simplified for traditional Chinese letters and stems
that change (Oldze for Olga) are not found: that takes a dictionary of names.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from models import name_words
from models.case_names import NOBODYS, SELDOM
from models.name_letters import Script, readings, script_of
from models.names import WORD, fold

ROLES = name_words.ROLES - name_words.NAMES_AND_WORDS
#: In small letters these say who somebody is, as in "older brother" or "father not known", and are no name.
_DESCRIBING = (name_words.KIN | name_words.SMALL_WORDS) - name_words.NAMES_AND_WORDS | frozenset(
    (
        "big", "born", "died", "due", "ex", "first", "friend", "half", "known", "little", "mate", "name", "named",
        "neighbour", "older", "partner", "second", "step", "unborn", "unknown", "younger",
    )
)  # fmt: skip
#: Shorter stems would be found in any text.
STEM = 3
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_HAN = re.compile("[\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]+")
_TITLES = (
    "太太", "先生", "女士", "小姐", "家", "氏", "妈妈", "媽媽", "爸爸", "妈", "媽", "爸", "阿姨", "叔叔", "爷爷",
    "爺爺", "奶奶", "老师", "老師", "医生", "醫生", "同学", "同學", "夫人",
    "さん", "様", "君", "ちゃん", "くん", "씨", "양", "군",
)  # fmt: skip
_FAMILY_OF_TWO = (
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "尉遲", "公孙", "公孫",
    "慕容", "令狐", "司徒", "司空", "夏侯", "端木", "南宫", "南宮", "长孙", "長孫", "남궁", "황보", "제갈", "선우",
)  # fmt: skip
_SLAVIC = frozenset((
    "a", "e", "i", "o", "u", "y", "ie", "ii", "ia", "om", "em", "im", "ym", "ow", "ej", "ou", "owi", "iem",
    "ami", "ach", "ego", "emu", "ovi", "ova", "owa", "owie", "ina", "iej", "ze", "ce",
))  # fmt: skip
_VOWELS = "aeiouyаеёиоуыэюяьй"
_SHORT = ("ie", "ey", "ee", "y", "i")
_VIRAMAS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca"


def spellings(text: str) -> set[str]:
    """Its letters, each way in which they can be read."""
    found = {each.bare for each in readings(text)}
    return (found | set(map(_single, found))) - {""}


def name_parts(name: str) -> Iterator[str]:
    """The words of a name and their parts, but for those that only describe somebody and single letters."""
    for word in words_in(name):
        describing = ROLES | NOBODYS | SELDOM | (_DESCRIBING if word.islower() else frozenset())
        for part in {word, *re.split("[‐‑-]", word), *(each for each in re.split("['’]", word) if len(each) > STEM)}:
            if len(part) > 1 and fold(part) not in describing:
                yield part
                yield from _east_asian(part)


def words_in(name: str) -> list[str]:
    """The words of a name, without what nobody sees in them."""
    return WORD.findall(name.translate(_UNSEEN))


def in_one(name: str) -> Iterator[str]:
    """Words of a name that stand side by side, written as one."""
    words = words_in(name)
    yield from (first + second for first, second in pairwise(words) if not (first.islower() and second.islower()))
    if len(words) > 1:
        yield "".join(words)


def without_ending(word: str) -> Iterator[str]:
    """What stays of a word, in bare letters, in all its forms: an Arabic one without its article, an Indian one without
    the sign that ends it."""
    yield word
    if word.startswith("ال") and len(word) > STEM + 1:
        yield word[2:]
    if len(word) > STEM and word[-1] in _VIRAMAS:
        yield word[:-1]


def stems(word: str) -> Iterator[str]:
    """The stems that a name in bare letters may have: "ольг" for Ольга, "mark" for Marek."""
    yield word
    if word[-1] in _VOWELS:
        yield word.rstrip(_VOWELS) if len(word.rstrip(_VOWELS)) >= STEM else word[:-1]
        yield word[:-1]
    if len(word) > STEM + 1 and word[-2] in "eoеоё":
        yield word[:-2] + word[-1]


def stems_of_form(word: str) -> Iterator[str]:
    """The stems of which a word in a text may be a form: in Cyrillic any ending of up to three letters, in Latin
    letters those that Slavic languages have."""
    cyrillic = "\u0400" <= word[0] <= "\u052f"
    for length in range(1, 4):
        if len(word) - length >= STEM and (cyrillic or word[-length:] in _SLAVIC):
            yield word[:-length]


def short_stems(word: str) -> set[str]:
    """What a name and its short forms share: "barr" and "bar" for Barry, Barrie and Barries."""
    found = {word}
    for one in {word, word.removesuffix("s")}:
        ending = next((each for each in _SHORT if one.endswith(each)), "")
        stem = one.removesuffix(ending)
        found.update((one, stem))
        if ending and len(stem) > 1 and stem[-1] == stem[-2]:
            found.add(stem[:-1])
    return {stem for stem in found if len(stem) >= STEM}


def _east_asian(name: str) -> Iterator[str]:
    """The given name, the family's with a title, and short forms, of a Chinese, Japanese or Korean name."""
    if not _HAN.fullmatch(name) or len(name) > 5:
        return
    family = 2 if name.startswith(_FAMILY_OF_TWO) else 1
    yield from (name[:family] + title for title in _TITLES)
    yield from (first + name[-1] for first in "小阿")
    yield "老" + name[:family]
    if len(name) == 4 or family > 1:
        yield name[:2]
    yield from (name[length:] for length in {1, family, 2 if len(name) > 3 else 1} if len(name) - length > 1)


def _single(word: str) -> str:
    """A longer word in Latin letters with "ae" and its like as one letter, which is how Müller becomes Muller."""
    if len(word) < STEM + 2 or script_of(word[0]) is not Script.CASED:
        return ""
    return re.sub("aa|([aou])e", lambda found: found[1] or "a", word)
