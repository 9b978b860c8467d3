"""Names of the case: every child's and every person's on the genogram, and how they are found as they were typed."""

import re
from collections.abc import Iterable

from models.genogram import Person
from models.people import Child
from models.session import Session

#: Words that stand in names such as "The Baby" and are nobody's; alone they stay as they are.
NOBODYS = frozenset(("and", "her", "his", "not", "of", "the", "their", "with"))
#: So do these; in some languages they are names, and then written as names are.
SELDOM = frozenset(("a", "an", "my", "no", "or", "to"))


def case_names(session: Session) -> list[str]:
    """The names of the children and of everybody on the genogram, as they were typed."""
    return [*(child.name for child in session.all(Child)), *(person.name for person in session.all(Person))]


def masked_names(name: str) -> set[str]:
    """What is masked for a name: the whole of it, and each of its words that begins as a name does.

    A name does not begin with a small letter: of "father not known" no word is masked by itself. Where letters are
    neither small nor capital, as in Arabic or Chinese, every word is.
    """
    words = {part for word in name.split() for part in (word, *word.split("-"))}
    alone = {word for word in words if begins_a_name(word) and word.casefold() not in NOBODYS | SELDOM}
    return {each for each in {" ".join(name.split()), *alone} if len(each) > 1}


def names_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Where any of these stands in a text, in capitals or not; None where there are none."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(_pattern_of, longest_first)), re.IGNORECASE) if longest_first else None


def begins_a_name(word: str) -> bool:
    """Whether it has letters and the first is no small one."""
    first = next(filter(str.isalpha, word), "")
    return bool(first) and not first.islower()


def _pattern_of(name: str) -> str:
    """A name with any space and either apostrophe in it, and not within a word, where its script parts words. What is
    a small word, too, or a single letter, is meant where it is written as it was typed."""
    body = re.sub(r"['’]", "['’]", r"\s+".join(map(re.escape, name.split())))
    if not name.islower() and (len(name) == 1 or name.casefold() in SELDOM):
        body = f"(?-i:{body})"
    before = r"(?<!\w)" if parts_words(name[0]) else ""
    after = r"(?!\w)" if parts_words(name[-1]) else ""
    return f"{before}{body}{after}"


def parts_words(letter: str) -> bool:
    """Whether a letter at a name's edge tells it from the rest of a longer word: Latin letters do and digits; Chinese
    has no spaces, and Arabic joins "and" to a name."""
    return letter.isdigit() or letter.lower() != letter.upper()
