"""A person as somebody types one: "Jim 78 m", "Gill 40f", "Baby 18w", "Sam ?", or only a name."""

import re
import unicodedata
from dataclasses import dataclass

from models.genogram import Gender, Life

GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE, "o": Gender.OTHER, "?": Gender.UNKNOWN}

_ENTRY = re.compile(
    r"(?P<name>.*?)"
    r"(?:(?:^|\s+)(?P<weeks>\d{1,2})\s?w"
    r"|\s+(?P<age>\d{1,3}(?:mo)?)\s*(?P<after_age>[mfo?])?"
    r"|\s+(?P<alone>[mfo?]))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonText:
    """What was typed. `gender` is None where it was left out."""

    name: str
    age: str = ""
    gender: Gender | None = None
    life: Life = Life.PERSON


def parse_person(text: str) -> PersonText:
    """Name, age and gender from one line. The name may hold anything; "?" alone is a person who is not known."""
    line = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text).strip()
    if line == "?":
        return PersonText("", gender=Gender.UNKNOWN)
    found = _ENTRY.fullmatch(line)
    if found is None:
        return PersonText(line)
    letter = (found["after_age"] or found["alone"] or "").lower()
    age = (found["age"] or "").lower().replace("mo", " mo")
    if found["weeks"]:
        return PersonText(found["name"].strip(), f"{found['weeks']}w", life=Life.PREGNANCY)
    return PersonText(found["name"].strip(), age, GENDERS.get(letter))
