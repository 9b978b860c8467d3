"""People, couples and dates in plain words, one piece at a time, as `aloud` and `family_words` put them together."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from models.genogram import Bond, Gender, Life, Parting, Partnership, Person
from models.kin import called
from models.words import one_line

#: Left-to-right mark: names written from the right do not turn the sentence around them.
MARK = "\N{LEFT-TO-RIGHT MARK}"
_YEAR = re.compile(r"\d{4}")
_UNIT = re.compile(r"\b(\d+) ?(w|mo)\b")
_UNITS = {"w": "week", "mo": "month"}
#: Short for a word where a year follows, and at the beginning of a part whatever follows: "m 2009, s in May".
_DATED = re.compile(r"\b(m|s|d|div|sep|lt)\.? ?(?=\d{4})|(?:^|(?<=, ))(m|s|d|again)\.? (?=\S)", re.IGNORECASE)
_DATES = {
    "m": "married",
    "s": "separated",
    "sep": "separated",
    "d": "divorced",
    "div": "divorced",
    "lt": "together",
    "again": "together again",
}
#: Relations that tell the gender, so that it need not be said again.
_TELLING = re.compile(r"(father|mother|brother|sister|son|daughter|husband|wife|uncle|aunt|nephew|niece)$")


def plain(text: str) -> str:
    """People's text within a sentence of ours: on one line, and kept apart where it is written from right to left."""
    line = one_line(text)
    from_right = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in line)
    return f"{MARK}{line}{MARK}" if from_right else line


def joined(words: Iterable[str], between: str = ", ") -> str:
    """A list as it is said: "Jim, Rose and Gill"; "" for nobody."""
    *first, last = list(words) or [""]
    if between == ", ":
        return f"{', '.join(first)} and {last}" if first else last
    return between.join([*first, last])


def name_of(person: Person) -> str:
    """The name, or what is said in its place."""
    return plain(person.name) or called(replace(person, name=""))


def age_of(person: Person) -> str:
    """Age as said: "7", "8 months", "24 weeks"; "" where it is not known."""
    age = plain(person.age)
    return _UNIT.sub(lambda found: f"{found[1]} {_UNITS[found[2]]}{'' if found[1] == '1' else 's'}", age)


def born_and_died(person: Person) -> list[str]:
    """Age, birth and death, each as it stands between commas: ["who died in 2007 at 77", "born 1930"]."""
    age, born = age_of(person), plain(person.born)
    said = [] if person.died or not age else [age]
    if born:
        said.append(f"born {born}")
    if person.died:
        said.append(death_of(person))
    return said


def death_of(person: Person) -> str:
    """How a death is said: "who died in 2007 at 77"."""
    age, death = age_of(person), plain(person.death)
    when = f" in {death}" if _YEAR.fullmatch(death) else f" ({death})" if death else ""
    at = f" at {age}" if re.match(r"\d", age) else f" (age {age})" if age else ""
    return f"who died{when}{at}" if when or at else "who has died"


def gender_of(person: Person, relation: str = "") -> str:
    """The gender in a word, "" where it is not known, the relation tells it, or the label says it better."""
    if person.gender is Gender.UNKNOWN or _TELLING.search(relation):
        return ""
    if person.gender is Gender.OTHER:
        return "" if plain(person.label) else "other gender"
    return person.gender.value


def introduced(person: Person, relation: str) -> list[str]:
    """Who somebody is, piece by piece, most important first: ["Kelly", "38", "Leo's mother", "a nurse"]. `relation`
    is "Leo's mother", or ""; a label that begins with it goes on from there ("Leo's mother, not heard of")."""
    if person.life is not Life.PERSON:
        return [each for each in (unborn(person), plain(person.label)) if each]
    label = plain(person.label)
    word = relation.rpartition("'s ")[2]
    gender = gender_of(person, relation)
    if word and label.casefold().startswith(word.casefold()):
        relation, label = f"{relation[: -len(word)]}{label}", ""
    name = [name_of(person)]
    if relation and not plain(person.name):
        name, relation = [relation, "not known"], ""
        label = "" if label.casefold() in ("not known", "unknown") else label
    return [each for each in (*name, *born_and_died(person), relation, gender, label) if each]


def begun(sentence: str) -> str:
    """A sentence that begins with an article, with a capital; names stay as they were typed."""
    return sentence[:1].upper() + sentence[1:] if sentence.startswith(("a ", "the ", "somebody ")) else sentence


def unborn(person: Person) -> str:
    """A pregnancy or a loss, said gently: "Zofia, who was stillborn in 2019"."""
    name, age, when = plain(person.name), age_of(person), plain(person.death) or plain(person.born)
    if person.life is Life.STILLBIRTH:
        said = f" in {when}" if _YEAR.fullmatch(when) else f" ({when})" if when else ""
        return f"{name or 'a baby'}{', ' if name else ' '}who was stillborn{said}"
    what = {Life.PREGNANCY: "a baby on the way", Life.MISCARRIAGE: "a pregnancy that ended in miscarriage"}
    details = ", ".join(each for each in (age, when) if each)
    said = what.get(person.life, "a pregnancy that was ended") + (f" ({details})" if details else "")
    return f"{name}, {said}" if name else said


def dates_of(couple: Partnership) -> str:
    """A couple's dates in words: " (married 2009, separated 2014)"; "" where there are none."""
    dates = _DATED.sub(lambda found: f"{_DATES[(found[1] or found[2]).lower()]} ", plain(couple.dates))
    return f" ({dates})" if dates else ""


_TOGETHER = {
    Bond.MARRIED: ("are married", "were married"),
    Bond.LIVING_TOGETHER: ("live together as a couple", "lived together as a couple"),
    Bond.RELATIONSHIP: ("are a couple", "were a couple"),
}


def together(couple: Partnership, past: bool) -> str:
    """How two people are or were a couple, as what is said of them: "are married (married 2009)". `past` where one of
    them died."""
    now, was = _TOGETHER[couple.bond]
    apart = now if couple.bond is Bond.MARRIED else was
    state = {
        Parting.NONE: was if past else now,
        Parting.SEPARATED: f"{was} and had separated" if past else f"{apart} and have separated",
        Parting.DIVORCED: "were divorced" if past else "are divorced",
        Parting.REUNITED: f"{was if past else now}, reunited after a separation",
    }[couple.parting]
    return state + dates_of(couple)
