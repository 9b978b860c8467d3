"""A person as somebody types one: "Jim 78 m", "Gill 40f", "Baby 18w", "Sam ?", or only a name.

The name stands first; what else is known follows it, each in its own form and in any order:

    age         78 · 8mo · about 40 · 18w (a pregnancy's weeks)
    gender      m f o nb ?, also straight after the age; after a name alone only small: "Anna F" is a name
    born        b 2016 · b 3/5/2016 · born 2016
    died        d 2019 · died 2019 · died · 1946-2019 (born and died)
    label       (trans boy) at the end; or ", trans boy" where age, gender or a date stand before the comma
    ", " words  twin · identical twin · adopted · foster · kinship · step · stillborn · miscarriage · termination

"?" in place of the name is somebody whose name is not known: "? 40 m". A name that would be read otherwise stands in
quotation marks: "Agent 47" m. Whatever fits no form belongs to the name.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from models.genogram import Descent, Gender, Life, Person

GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE, "o": Gender.OTHER, "?": Gender.UNKNOWN}
_LETTERS = {gender: letter for letter, gender in GENDERS.items()}
_NON_BINARY = ("nb", "non-binary", "nonbinary")
GENDERS |= dict.fromkeys(_NON_BINARY, Gender.OTHER)

_DATE = r"\d[\d./-]*"
_ITEMS = {
    "weeks": re.compile(r"(?:^|\s)(\d{1,2})\s?w$", re.I),
    "years": re.compile(r"\s(\d{4})\s?[-–]\s?(\d{4})?$"),
    "death": re.compile(rf"\s(?:d\.?|died|†)\s?({_DATE})$", re.I),
    "died": re.compile(r"\s(died|†)$", re.I),
    "born": re.compile(rf"\s(?:b\.?|born)\s?({_DATE})$", re.I),
    "age": re.compile(r"\s((?:about )?\d{1,3}(?:\s?mo)?)\s*([mfo?]|nb|non-?binary)?$", re.I),
    "gender": re.compile(r"\s([mfo?]|nb|non-?binary)$", re.I),
}  # fmt: skip
_LABEL = re.compile(r"(.*?)\s*\(([^()]*)\)$", re.S)
_QUOTED = re.compile(r'"(.+)"(?=$|[\s,(])(.*)$', re.S)

#: What a word after a comma stands for, as fields of `PersonText`.
WORDS: dict[str, dict[str, object]] = {
    "twin": {"twin": True},
    "identical": {"twin": True, "identical": True},
    "identical twin": {"twin": True, "identical": True},
    "adopted": {"descent": Descent.ADOPTED},
    "foster": {"descent": Descent.FOSTER},
    "fostered": {"descent": Descent.FOSTER},
    "kinship": {"descent": Descent.KINSHIP},
    "kinship care": {"descent": Descent.KINSHIP},
    "step": {"descent": Descent.STEP},
    "stillborn": {"life": Life.STILLBIRTH},
    "stillbirth": {"life": Life.STILLBIRTH},
    "miscarriage": {"life": Life.MISCARRIAGE},
    "termination": {"life": Life.TERMINATION},
    **{word: {"gender": Gender.OTHER} for word in _NON_BINARY},
}


@dataclass(frozen=True, slots=True)
class PersonText:
    """What was typed. `gender` and `descent` are None where they were left out."""

    name: str
    age: str = ""
    gender: Gender | None = None
    life: Life = Life.PERSON
    born: str = ""
    death: str = ""
    died: bool = False
    label: str = ""
    descent: Descent | None = None
    twin: bool = False
    identical: bool = False


@dataclass
class _Read:
    """What has been read so far, from the line's end towards the name."""

    left: str
    found: dict[str, object] = field(default_factory=dict)

    def take_all(self) -> None:
        """Read every form that stands at the end, each once."""
        while self._take_one():
            pass

    def _take_one(self) -> bool:
        for kind, pattern in _ITEMS.items():
            match = pattern.search(self.left)
            if match is not None and self._new(kind, match):
                self.left = self.left[: match.start()].rstrip()
                return True
        return False

    def _new(self, kind: str, match: re.Match[str]) -> bool:
        """Keep what a form says, unless it was said already."""
        says = _says(kind, match, bare=not self.found)
        if not says or set(says) & set(self.found):
            return False
        self.found.update(says)
        return True


def _says(kind: str, match: re.Match[str], bare: bool) -> dict[str, object]:
    first = match[1]
    if kind == "weeks":
        return {"age": f"{first}w", "life": Life.PREGNANCY}
    if kind == "years":
        return {"born": first, **({"death": match[2], "died": True} if match[2] else {})}
    if kind == "death":
        return {"death": first, "died": True}
    if kind == "died":
        return {"died": True}
    if kind == "born":
        return {"born": first}
    if kind == "gender":
        return {} if bare and first.isupper() and len(first) == 1 else {"gender": GENDERS[first.lower()]}
    age = re.sub(r"(?<=\d)\s?mo$", " mo", first.lower())
    return {"age": age, **({"gender": GENDERS[match[2].lower()]} if match[2] else {})}


def parse_person(text: str) -> PersonText:
    """What is known of a person from one line; the name may hold anything."""
    line = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text).strip()
    if line == "?":
        return PersonText("", gender=Gender.UNKNOWN)
    quoted = _QUOTED.match(line)
    if quoted is not None:
        return _quoted(quoted[1], quoted[2])
    head, words = _split(line)
    read = _Read(head)
    read.take_all()
    if read.left == "?":
        read.left = ""
    return PersonText(**{"name": read.left, **read.found, **words})  # type: ignore[arg-type]


def _quoted(name: str, rest: str) -> PersonText:
    """After a name in quotation marks, whatever fits no other form is the age as it was said."""
    head, words = _split(f"_{rest}")
    read = _Read(head)
    read.take_all()
    said = read.left[1:].strip()
    if said:
        read.found["age"] = f"{said} {read.found['age']}" if "age" in read.found else said
    return PersonText(**{"name": name, **read.found, **words})  # type: ignore[arg-type]


def _split(line: str) -> tuple[str, dict[str, object]]:
    """The line without its label and words, and what those say."""
    bracketed = _LABEL.fullmatch(line)
    if bracketed is not None and bracketed[1] and bracketed[2].strip():
        head, words = _split_words(bracketed[1])
        label = ", ".join(filter(None, (str(words.get("label", "")), bracketed[2].strip())))
        return head, {**words, "label": label}
    return _split_words(line)


def _split_words(line: str) -> tuple[str, dict[str, object]]:
    for comma in re.finditer(r",(?=\s)", line):
        head = line[: comma.start()]
        parts = [part.strip() for part in line[comma.end() :].split(", ") if part.strip()]
        known = [WORDS[part.casefold()] for part in parts if part.casefold() in WORDS]
        label = ", ".join(part for part in parts if part.casefold() not in WORDS)
        read = _Read(head)
        read.take_all()
        if head.strip() and parts and (read.found or not label):
            said: dict[str, object] = {"label": label} if label else {}
            for words in known:
                said.update(words)
            return head, said
    return line, {}


def written(person: Person) -> tuple[str, int]:
    """The line that stands for a person, and how many of its letters are name, age and gender, which come first."""
    rest = [person.age, _LETTERS[person.gender] if person.life is Life.PERSON else ""]
    rest += [f"b {person.born}" if person.born else ""]
    rest += [f"d {person.death}" if person.death else "died" if person.died else ""]
    rest += [f"({person.label})" if person.label else ""]
    plain, quoted = (
        " ".join(filter(None, (name, *rest)))
        for name in (person.name or "?", f'"{person.name}"' if person.name else "?")
    )
    line = plain if _means(plain, person) else quoted
    first = len(line) - sum(len(part) + 1 for part in rest[2:] if part)
    return line, first


def _means(line: str, person: Person) -> bool:
    text = parse_person(line)
    said = (text.name, text.age, text.born, text.death, text.label)
    return said == (person.name, person.age, person.born, person.death, person.label)


def changed(person: Person, line: str) -> Person:
    """The person as the line says, which began as `written`; a gender that was left out stays."""
    if line.strip() == written(person)[0].strip():
        return person
    text = parse_person(line)
    life = person.life if text.life is Life.PERSON else text.life
    gender = person.gender if text.gender is None else text.gender
    return replace(
        person, name=text.name, age=text.age, gender=gender, life=life, born=text.born, death=text.death,
        died=text.died, label=text.label,
    )  # fmt: skip
