"""A pregnancy or a loss as somebody types one: "18w", "18", "due 3/5", "stillbirth Ada 2014", "Poppy f 2020".

In any order: the word for what it was, weeks, a date (of a loss the year, of a pregnancy the date due), and a letter
for the gender. What is none of these is the name; a name that would be read otherwise stands in quotation marks, first.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from models.genogram import Life, Person
from models.person_text import GENDERS, PersonText, written

_LOSSES = {
    "miscarriage": Life.MISCARRIAGE,
    "miscarried": Life.MISCARRIAGE,
    "stillbirth": Life.STILLBIRTH,
    "stillborn": Life.STILLBIRTH,
    "termination": Life.TERMINATION,
    "abortion": Life.TERMINATION,
}
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})[a-z]*(?: \d{{4}})?|\d+[./-][\d./-]*\d|\d{{4}})"


def _form(pattern: str) -> re.Pattern[str]:
    """A form that stands by itself: between spaces or commas."""
    return re.compile(rf"(?<![^\s,]){pattern}(?![^\s,])", re.I)


_KIND = _form(rf"({'|'.join(_LOSSES)})")
_WEEKS = _form(r"(\d{1,2})\s?(?:w|weeks?)")
_DUE = _form(rf"(due:? {_DATE})")
_DEATH = _form(rf"(?:d\.?|died) ?({_DATE})")
_BORN = _form(rf"(?:b\.?|born) ?({_DATE})")
_WHEN = _form(rf"({_DATE})")
_NUMBER = _form(r"(\d{1,2})")
_GENDER = _form(r"(nb|[mfo?])")
_LABEL = re.compile(r"(.*?)\s*\(([^()]*)\)$", re.S)
_QUOTED = re.compile(r'"(.+)"(?=$|[\s,(])(.*)$', re.S)


@dataclass
class _Line:
    """What is still to be read, and what was read."""

    left: str
    found: dict[str, object] = field(default_factory=dict)

    def take(self, form: re.Pattern[str]) -> str:
        """What stands where this form is found first, which is read then; "" where it is not."""
        match = form.search(self.left)
        if match is None:
            return ""
        self.left = f"{self.left[: match.start()].rstrip(' ,')} {self.left[match.end() :].lstrip(' ,')}".strip()
        return match[1]


def parse_unborn(typed: str, life: Life = Life.PREGNANCY) -> PersonText:
    """What is known of a pregnancy or a loss from one line; `life` where the line does not say which it is."""
    typed = " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in typed).split())
    quoted = _QUOTED.match(typed)
    line = _Line(quoted[2].strip(" ,") if quoted else typed)
    bracketed = _LABEL.fullmatch(line.left)
    if bracketed is not None and bracketed[2].strip():
        line.left, line.found["label"] = bracketed[1], bracketed[2].strip()
    line.left = re.sub(r"^\?(?=$|[\s,])[\s,]*", "", line.left)  # a name that is not known says nothing of the gender
    life = _LOSSES.get(line.take(_KIND).casefold(), life)
    _take_dates(line, life)
    _take_gender(line)
    name = line.left.strip(" ,")
    if quoted is not None:
        name, said = quoted[1], name
        line.found["age"] = " ".join(filter(None, (str(line.found.get("age", "")), said)))
    return PersonText(**{"name": name, "life": life, **line.found})  # type: ignore[arg-type]


def _take_dates(line: _Line, life: Life) -> None:
    """Weeks, and the date: of a loss when it was, of a pregnancy when it is due."""
    found = line.found
    if born := line.take(_BORN):
        found["born"] = born
    if death := line.take(_DEATH):
        found.update(death=death, died=True)
    weeks, due = line.take(_WEEKS), line.take(_DUE)
    when = "" if due or born or death else line.take(_WHEN)
    if when and life is not Life.PREGNANCY:
        found["born"], when = when, ""
    weeks = weeks or ("" if due or when else line.take(_NUMBER))
    age = " ".join(filter(None, (f"{weeks}w" if weeks else "", due or when)))
    if age:
        found["age"] = age


def _take_gender(line: _Line) -> None:
    """A letter by itself; a capital that nothing else stands beside belongs to the name: "Anna F"."""
    match = _GENDER.search(line.left)
    bare = line.left and not line.found
    if match is not None and not (bare and len(match[1]) == 1 and match[1].isupper()):
        line.found["gender"] = GENDERS[line.take(_GENDER).lower()]


def unborn_changed(held: Person, line: str) -> Person:
    """The pregnancy or loss as the line says, which began as `written`; a gender that was left out stays."""
    if line.strip() == written(held)[0].strip():
        return held
    text = parse_unborn(line, held.life)
    return replace(
        held, name=text.name, age=text.age, born=text.born, death=text.death,
        died=text.died, label=text.label, life=text.life,
        gender=held.gender if text.gender is None else text.gender,
    )  # fmt: skip
