"""Dates and ages: as GEDCOM writes them, and as people say them. What cannot be said in the one stands in the other
as it was."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_ABOUT = {"ABT": "about", "EST": "about", "CAL": "about", "CIR": "about", "BEF": "before", "AFT": "after"}
_DAY = re.compile(r"(?:(?:(\d{1,2}) )?([A-Z]{3}) )?(\d{1,4})(?:/\d{2})?", re.I)
_CALENDAR = re.compile(r"(?:@#D([A-Z ]+)@|(GREGORIAN|JULIAN|HEBREW|FRENCH_R)\b)\s*", re.I)
_SAID = re.compile(
    rf"(?:(?P<about>about|before|after) )?(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_NAMES)}) )?(?P<year>\d{{4}})"
)


@dataclass(frozen=True, slots=True)
class When:
    """A date as people say it, its year, and the day where it is known exactly."""

    said: str = ""
    year: int | None = None
    day: date | None = None


def when(text: str, phrase: str = "") -> When:
    """What a DATE of 5.5.1 or 7.0 says; a phrase is what people said themselves."""
    text = " ".join(text.split())
    inner = re.fullmatch(r"(?:INT (.*?) ?)?\((.*)\)", text)
    if inner:
        text, phrase = inner[1] or "", phrase or inner[2]
    found = _when(_gregorian(text))
    return When(phrase, found.year, None) if phrase else found


def _when(text: str) -> When:
    between = re.fullmatch(r"(?:BET|FROM) (.*) (?:AND|TO) (.*)", text, re.I)
    if between:
        first, last = _when(between[1]), _when(between[2])
        word = "between" if text[:1] in "bB" else "from"
        return When(f"{word} {first.said} {'and' if word == 'between' else 'to'} {last.said}", first.year)
    word, _, rest = text.partition(" ")
    if rest and word.upper() in {**_ABOUT, "FROM": "", "TO": ""}:
        found = _when(rest)
        about = _ABOUT.get(word.upper(), {"FROM": "since", "TO": "until"}.get(word.upper(), ""))
        return When(f"{about} {found.said}", found.year)
    match = _DAY.fullmatch(text)
    month = match[2].upper() if match and match[2] else ""
    if match is None or (month and month not in MONTHS):
        year = re.search(r"\b\d{4}\b", text)
        return When(text, int(year[0]) if year else None)
    number = int(match[3])
    if not month:
        return When(str(number), number)
    place = MONTHS.index(month)
    said = f"{_NAMES[place]} {number}"
    if not match[1]:
        return When(said, number)
    return When(f"{int(match[1])} {said}", number, _day(number, place + 1, int(match[1])))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


#: From a year of another calendar to the one of ours in which most of it lies.
_YEARS_ON = {"HEBREW": -3760, "FRENCH R": 1792}


def _gregorian(text: str) -> str:
    """A date of another calendar as about a year of ours; ged4py's own conversion counts Hebrew months wrongly."""
    match = _CALENDAR.search(text)
    if match is None:
        return text
    name = (match[1] or match[2]).strip().upper().replace("_", " ")
    before, rest = text[: match.start()], text[match.end() :]
    if name == "GREGORIAN":
        return before + rest
    year = re.search(r"\d{1,4}$", rest)
    if year is None or name not in (*_YEARS_ON, "JULIAN"):
        return text
    return f"{before or 'ABT '}{int(year[0]) + _YEARS_ON.get(name, 0)}"


def date_line(said: str) -> tuple[str, str]:
    """The DATE of 7.0 for what was said, and its phrase, "" where the date says it all."""
    match = _SAID.fullmatch(said)
    if match is None:
        year = re.search(r"(?<!\d)\d{4}(?!\d)", said)
        return (f"ABT {year[0]}" if year else ""), said
    month = MONTHS[_NAMES.index(match["month"])] if match["month"] else ""
    about = {"about": "ABT", "before": "BEF", "after": "AFT", None: ""}[match["about"]]
    line = " ".join(filter(None, (about, str(int(match["day"])) if match["day"] else "", month, match["year"])))
    return line, "" if when(line).said == said else said


# Ages

_AGE = re.compile(r"([<>]?)\s*(?:(\d+)y)?\s*(?:(\d+)m)?\s*(?:(\d+)w)?\s*(?:(\d+)d)?", re.I)
_WORDS = {"CHILD": "child", "INFANT": "under 1"}


def age_said(text: str, phrase: str = "") -> str:
    """What an AGE of 5.5.1 or 7.0 says: "78", "8 mo", "under 1"."""
    if phrase:
        return phrase
    if text.upper() in _WORDS:
        return _WORDS[text.upper()]
    match = _AGE.fullmatch(text)
    if match is None or not any(match.groups()[1:]):
        return text
    bound = {"<": "under ", ">": "over ", "": ""}[match[1]]
    years, months, weeks, days = (int(part or 0) for part in match.groups()[1:])
    if match[2] and (years or not (months or weeks or days)):
        return f"{bound}{years}"
    for many, word in ((months, "mo"), (weeks, "weeks"), (days, "days")):
        if many:
            return f"{bound}{many} {word}"
    return f"{bound}0"


def age_line(said: str) -> tuple[str, str]:
    """The AGE of 7.0 for what was said, and its phrase, "" where the age says it all."""
    match = re.fullmatch(r"(?:(under|over) )?(\d{1,4})( mo)?", said)
    line = ""
    if match:
        bound = {"under": "< ", "over": "> ", None: ""}[match[1]]
        line = f"{bound}{int(match[2])}{'m' if match[3] else 'y'}"
    return line, "" if line and age_said(line) == said else said


def age_between(born: When, then: When) -> str:
    """How old somebody born on one day is on another: exact where both are, or else about; "" where nothing is known
    or nobody grows that old."""
    if born.day and then.day:
        months = (then.day.year - born.day.year) * 12 + then.day.month - born.day.month - (then.day.day < born.day.day)
        if 0 <= months < 24:
            return f"{months} mo"
        return str(months // 12) if 0 <= months < 1320 else ""
    if born.year is None or then.year is None or not 0 <= then.year - born.year <= 110:
        return ""
    return f"about {then.year - born.year}"
