"""Days and times of day as people type them, and as they are shown."""

import re
from datetime import date, time

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    "twenty[- ]five": 25, "twenty": 20, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
#: Hours typed without a nought before them, and without am or pm, that nobody means at night.
_AFTERNOON = ("1", "2", "3", "4", "5", "6", "7")
_NOT_A_DATE = "This is not a date yet: write it as 3 May 2019 or 3/5/2019."


def read_date(text: str, today: date) -> date | None:
    """The day typed, day before month, with its weekday or without; None for nothing.

    A year of two digits is the latest one not after `today` by more than ten years. ValueError with a sentence where it
    is not a day.
    """
    parts = re.findall(r"\d+|[^\W\d_]+", text.casefold())
    if not parts:
        return None
    if len(parts) > 3 and any(len(parts[0]) >= 2 and day.startswith(parts[0]) for day in DAYS):
        parts = parts[1:]
    if len(parts) == 3 and len(parts[0]) == 4:
        parts.reverse()
    parts = [re.sub(r"^(st|nd|rd|th)$", "", part) for part in parts]
    parts = [part for part in parts if part]
    if len(parts) != 3 or not parts[0].isdecimal() or not parts[2].isdecimal():
        raise ValueError(_NOT_A_DATE)
    try:
        return date(_year(parts[2], today), _month(parts[1]), int(parts[0]))
    except ValueError:
        raise ValueError(_NOT_A_DATE) from None


def read_birth(text: str, today: date) -> date | None:
    """A date of birth; ValueError with a sentence where it is in the future."""
    born = read_date(text, today)
    if born is not None and born > today:
        raise ValueError("This date of birth is in the future, so it is not kept.")
    return born


def _year(text: str, today: date) -> int:
    year = int(text)
    if len(text) == 2:
        year += today.year // 100 * 100
        return year if year <= today.year + 10 else year - 100
    if not 1900 <= year <= 2200:
        raise ValueError(text)
    return year


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    found = [number for number, name in enumerate(MONTHS, 1) if len(text) >= 3 and name.startswith(text)]
    if not found:
        raise ValueError(text)
    return found[0]


def read_time(text: str) -> str:
    """The time of day typed or said as "HH:MM"; "" for nothing. ValueError with a sentence where it is none.

    Supervision is by day: "3:45" and "quarter to four" are in the afternoon, "03:45" and "3:45 am" are not.
    """
    if not text.strip():
        return ""
    typed = _in_digits(text.casefold())
    found = re.fullmatch(r"\s*(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?\s*", typed)
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif not half and found[1] in _AFTERNOON:
            hour += 12
        if hour < 24 and minute < 60:
            return time(hour, minute).strftime("%H:%M")
    raise ValueError("This is not a time yet: write it as 15:30.")


def _in_digits(text: str) -> str:
    """ "quarter to four" as "3:45"; what is no such phrase stays as it is."""
    for word, number in _NUMBERS.items():
        text = re.sub(rf"\b{word}\b", str(number), text)
    said = re.sub(r"\b(a|o.?clock|minutes|at)\b", " ", text.replace("quarter", "15").replace("half", "30"))
    found = re.fullmatch(r"\s*(\d{1,2})\s+(past|to)\s+(\d{1,2})\s*(am|pm)?\s*", said)
    if not found:
        return "12" if said.strip() in ("noon", "midday") else said if "clock" in text else text
    minute, hour = int(found[1]), int(found[3])
    if found[2] == "to":
        minute, hour = 60 - minute, hour - 1 or 12
    return f"{hour}:{minute:02} {found[4] or ''}"


def day_words(day: date | None) -> str:
    """A day as people read it: "3 May 2019"; "" for none."""
    return f"{day.day} {day:%B %Y}" if day else ""
