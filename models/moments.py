"""Days and times of day as people type them, and as they are shown."""

import re
from datetime import date, time

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
    """The time of day typed as "HH:MM"; "" for nothing. ValueError with a sentence where it is none."""
    if not text.strip():
        return ""
    found = re.fullmatch(r"\s*(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?\s*", text.casefold())
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute).strftime("%H:%M")
    raise ValueError("This is not a time yet: write it as 15:30.")


def day_words(day: date | None) -> str:
    """A day as people read it: "3 May 2019"; "" for none."""
    return f"{day.day} {day:%B %Y}" if day else ""
