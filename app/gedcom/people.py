"""An INDI record as somebody on a genogram, and the other way round."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.gedcom import tags
from app.gedcom.dates import When, age_between, age_said, when
from app.gedcom.nodes import Node
from models.genogram import Gender, Life, Person

if TYPE_CHECKING:
    from datetime import date

GENDERS = {"M": Gender.MALE, "F": Gender.FEMALE, "X": Gender.OTHER, "U": Gender.UNKNOWN}
_LOST = {
    "stillborn": Life.STILLBIRTH, "stillbirth": Life.STILLBIRTH, "miscarriage": Life.MISCARRIAGE,
    "miscarried": Life.MISCARRIAGE, "termination": Life.TERMINATION, "pregnancy": Life.PREGNANCY,
}  # fmt: skip
_LIVES = {life.value: life for life in Life}
_AFTER_DEATH = ("DEAT", "BURI", "CREM")

#: Told which line and what is odd there.
Warn = Callable[[int, str], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """How records are read: `today` is the day on which the family is drawn, None where nobody knows; `ours` whether
    Askwell wrote the file, so that nothing is to be guessed; `warn` takes what is odd and no reason to refuse."""

    today: "date | None"
    ours: bool
    warn: Warn


def date_of(event: Node | None) -> When:
    """When something was."""
    found = event.sub("DATE") if event is not None else None
    return when(found.text, phrase_of(found)) if found is not None else When()


def phrase_of(node: Node) -> str:
    """What people said themselves, to the letter."""
    phrase = node.sub("PHRASE")
    return phrase.text if phrase is not None else ""


def read_person(node: Node, person_id: str, rank: int, reading: Reading) -> Person:
    """Somebody, without what ties them to others."""
    born, death = date_of(node.sub("BIRT")), date_of(node.sub("DEAT"))
    died = any(event.text.strip().upper() != "N" for event in node.all(*_AFTER_DEATH))
    life = _life(node)
    name, label = _names(node)
    person = Person(
        person_id,
        name,
        GENDERS.get(node.said("SEX").upper(), Gender.UNKNOWN),
        _age(node, life, born, death, died, reading),
        born.said,
        died and life is Life.PERSON,
        _yes(node, tags.INDEX),
        label,
        life,
        rank=rank,
        death=death.said,
    )
    if born.year and death.year and born.year > death.year:
        who = name or "somebody without a name"
        reading.warn(node.line, f"{who} is born in {born.year}, after the death in {death.year}; kept as it is.")
    return person


def _yes(node: Node, tag: str) -> bool:
    return node.sub(tag) is not None


def _names(node: Node) -> tuple[str, str]:
    """The name, and the free label: in files of others, what somebody is known as besides."""
    exact, label = node.sub(tags.NAME), node.sub(tags.LABEL)
    name = exact.text if exact is not None else name_said(node)
    if label is not None:
        return name, label.text
    nick = next((said for each in node.all("NAME") if (said := each.said("NICK"))), "")
    if not name:
        return nick, ""
    return name, f"known as {nick}" if nick and nick.casefold() not in name.casefold() else ""


def name_said(node: Node) -> str:
    """The first name that says something, as it is spoken: "Kelly Ann /Marsh/ Jr" is Kelly Ann Marsh Jr."""
    for each in node.all("NAME"):
        parts = (each.said("NPFX"), each.said("GIVN"), each.said("SPFX"), each.said("SURN"), each.said("NSFX"))
        for text in (each.text.replace("/", " "), " ".join(parts)):
            if text.strip():
                return " ".join(text.split())
    return ""


def _life(node: Node) -> Life:
    """A pregnancy or a loss: said by us; or as 5.5.1 and 7.0 have stillbirths; or as an event somebody named so."""
    ours = node.said(tags.LIFE)
    if ours in _LIVES:
        return _LIVES[ours]
    age = node.sub("DEAT")
    said = [age.said("AGE"), age.said("AGE", "PHRASE"), age.said("TYPE")] if age is not None else []
    said += [sub.said("STAT") for sub in node.subs]
    said += [event.said("TYPE") for event in node.all("EVEN", "FACT", "BIRT")]
    return next((_LOST[word.lower()] for word in said if word.lower() in _LOST), Life.PERSON)


def _age(node: Node, life: Life, born: When, death: When, died: bool, reading: Reading) -> str:
    """What was said; or else what follows from dates: at death, or on the day the family is drawn."""
    said = node.sub(tags.AGE)
    if said is not None:
        return said.text
    at_death = node.sub("DEAT")
    given = at_death.sub("AGE") if at_death is not None else None
    if given is not None:
        said_so = age_said(given.text.strip(), phrase_of(given))
        return "" if said_so.lower() in _LOST else said_so
    if reading.ours or life is not Life.PERSON:
        return ""
    if died:
        return age_between(born, death)
    return age_between(born, When(year=reading.today.year, day=reading.today)) if reading.today else ""


def clean_name(text: str) -> str:
    """A name as NAME may hold it: on one line, without slashes, which would mark a surname."""
    return " ".join(re.sub(r"/", " ", text).split())
