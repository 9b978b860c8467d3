"""Days in people's own words, such as the timescale of a next step: "Tue 22 September 2026, home visit"."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from models.moments import MONTHS, read_date
from models.record import NextStep
from models.session import Session

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "twenty": 20, "thirty": 30,
}  # fmt: skip

_MONTH = f"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*"
# "sat", "sun" and "wed" are words, too: shortened days begin with a capital.
_WEEKDAY = f"(?:(?i:{'|'.join(_WEEKDAYS)})|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_CLOCK = r"(?!\s*(?:am|pm|a\.m|p\.m|o.clock)|[:.]\d)"
_DAY = r"(?<![\d./-])(?P<day>\d{1,2})"

#: Whole days as they are written, each with what may be missing. A year is not a time of day: "18 Sept 10 am".
_WRITTEN = (
    rf"{_DAY}(?:st|nd|rd|th)?(?:\s+of)?[\s./-]*(?P<month>{_MONTH})\b\.?"
    rf"(?:[\s,/-]*(?P<year>\d{{4}})\b|[\s/-]*['’]?(?P<short>\d\d)\b{_CLOCK})?",
    rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_CLOCK}(?:,?\s+(?P<year>\d{{4}})\b)?",
    r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
    rf"{_DAY}(?P<sep>[./-])(?P<month>\d{{1,2}})(?P=sep)(?:(?P<year>\d{{4}})|(?P<short>\d\d))(?![./-]?\d)",
    # Two numbers alone may be a share of something, and 24/7 is no day.
    rf"(?:^\s*|\b(?:by|on|before|until|till|due|{_WEEKDAY})\s+)(?!24/7)(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?![./-]?\d|\s+of\b)",
)
_COUNTED = (
    r"\b(?:(?P<often>every|each|for|last|past|once|twice|times)\s+)?(?:(?P<lead>in|within|after)\s+)?"
    r"(?:(?:the|a|about|up\s+to|next)\s+){0,3}?"
    rf"(?:(?P<amount>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\s+)?"
    r"(?P<unit>working\s+day|hour|hr|day|week|wk|fortnight|month|year)s?\b"
    r"(?!['’]?\s*(?:ago|old|before|after|prior|earlier|of|from\s+(?!now|today))\b)"
)
_NAMED = rf"\b(?:(?P<often>(?i:every|each|most|last|alternate))\s+)?(?P<weekday>{_WEEKDAY})\b(?P<week>\s+week\b)?"
_NEAR = r"\b(?P<near>today|tonight|tomorrow)\b"
_WITH_WEEKDAY = rf"(?:\b{_WEEKDAY}[,.]?\s+)?(?i:the\s+)?"


def date_in(text: str, today: date | None) -> date | None:
    """The first day in the text that is not before `today`, or else the first; None where there is none. Day before
    month; a day without a year is the next such day, and "in two weeks" is counted, from `today`: without it only
    whole days are found."""
    found = [each for pattern, read in _READERS for each in _found(pattern, read, text, today)]
    days = []
    reached = 0
    for start, end, day in sorted(found, key=lambda each: (each[0], -each[1])):  # of two at one place the longer
        if start >= reached:
            days.append(day)
        reached = max(reached, end)
    return next((day for day in days if today is None or day >= today), days[0] if days else None)


def supervised_on(session: Session) -> date | None:
    """The day of the supervision, or of its beginning where nobody gave one."""
    begun = session.progress.started_at
    return session.details.held_on or (begun.astimezone().date() if begun else None)


def dated_steps(session: Session) -> list[tuple[NextStep, date]]:
    """The next steps whose timescale holds a day, in the record's order, each with that day."""
    today = supervised_on(session)
    found = ((step, date_in(step.timescale, today)) for step in session.all(NextStep))
    return [(step, day) for step, day in found if day is not None]


def undated_steps(session: Session) -> list[NextStep]:
    """The next steps that no day is known of."""
    dated = {step.id for step, _ in dated_steps(session)}
    return session.all(NextStep, lambda step: step.id not in dated)


_Read = Callable[[re.Match[str], date | None], date | None]


def _found(pattern: re.Pattern[str], read: _Read, text: str, today: date | None) -> list[tuple[int, int, date]]:
    """Where a pattern stands in the text, from and to, and the day that it means there."""
    days = []
    for match in pattern.finditer(text):
        try:
            day = read(match, today)
        except (ValueError, OverflowError):  # 31 February, or beyond all calendars
            continue
        if day is not None:
            days.append((*match.span(), day))
    return days


def _written(match: re.Match[str], today: date | None) -> date | None:
    """A whole day, or the next such day where the year is missing."""
    parts = match.groupdict()
    day_and_month = f"{parts['day']} {parts['month']} "
    if year := parts.get("year") or parts.get("short"):
        return read_date(day_and_month + year, today or date(2090, 1, 1))
    if today is None:
        return None
    for later in range(9):  # 29 February may be eight years away
        try:
            day = read_date(f"{day_and_month}{today.year + later}", today)
        except ValueError:
            continue
        if day is not None and day >= today:
            return day
    return None


def _counted(match: re.Match[str], today: date | None) -> date | None:
    """So many days, weeks or months from today."""
    lead, amount, unit = (" ".join((match[part] or "").casefold().split()) for part in ("lead", "amount", "unit"))
    sure = amount or lead == "within" or unit == "fortnight"  # "within the week", but "in week 3"
    vague = amount in ("", "a", "an") or unit in ("hour", "hr")
    if today is None or match["often"] or not sure or (vague and not lead):
        return None
    count = _NUMBERS.get(amount or "one") or int(amount)
    if unit in ("month", "year"):
        return _months_later(today, count * (12 if unit == "year" else 1))
    if unit == "working day":
        return _working_days_later(today, count)
    if unit in ("hour", "hr"):
        return today + timedelta(days=-(-count // 24))
    return today + timedelta(days=count * {"day": 1, "week": 7, "wk": 7, "fortnight": 14}[unit])


def _months_later(today: date, months: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _working_days_later(today: date, count: int) -> date:
    day = today
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _named(match: re.Match[str], today: date | None) -> date | None:
    """The next day of that name; "Friday week" is a week after it."""
    if today is None or match["often"]:
        return None
    wanted = [name[:3] for name in _WEEKDAYS].index(match["weekday"][:3].casefold())
    days = (wanted - today.weekday() - 1) % 7 + 1
    return today + timedelta(days=days + (7 if match["week"] else 0))


def _near(match: re.Match[str], today: date | None) -> date | None:
    return today and today + timedelta(days=match["near"].casefold() == "tomorrow")


_READERS: tuple[tuple[re.Pattern[str], _Read], ...] = (
    *((re.compile(_WITH_WEEKDAY + f"(?i:{pattern})"), _written) for pattern in _WRITTEN),
    (re.compile(_COUNTED, re.IGNORECASE), _counted),
    (re.compile(_NAMED), _named),
    (re.compile(_NEAR, re.IGNORECASE), _near),
)
