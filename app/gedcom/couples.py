"""A FAM record as a couple: how they are or were together, and when."""

import re

from app.gedcom import tags
from app.gedcom.nodes import Node
from app.gedcom.people import date_of
from models.genogram import Bond, Parting

_MARRIED = ("MARR", "MARC", "MARL", "MARS")
_PARTED = {"DIV": Parting.DIVORCED, "ANUL": Parting.DIVORCED, "_SEPR": Parting.SEPARATED, "_SEP": Parting.SEPARATED}
_SAID = (
    (r"divorce|annul", Parting.DIVORCED),
    (r"separat|parted", Parting.SEPARATED),
    (r"reunit|together again|reconcil", Parting.REUNITED),
)
_TOGETHER = r"liv\w+ together|cohabit|common[- ]law|partners?\b|unmarried"
_WORDS = {Parting.SEPARATED: "s", Parting.DIVORCED: "d", Parting.REUNITED: "together again"}
#: Which dates each may have, in their order.
_BEGAN = {Bond.MARRIED: ("m",), Bond.LIVING_TOGETHER: ("lt",)}
_ENDED = {Parting.SEPARATED: ("s",), Parting.DIVORCED: ("s", "d"), Parting.REUNITED: ("s", "together again")}
#: How far a couple has parted; the furthest is drawn.
_FURTHER = (Parting.NONE, Parting.SEPARATED, Parting.DIVORCED, Parting.REUNITED)


def bond_of(node: Node) -> Bond:
    """Married where the record says so and nothing else; living together where it says that; or else a relationship."""
    for event in node.all("MARR"):
        if event.text.strip().upper() == "N":
            continue
        return Bond.LIVING_TOGETHER if re.search(_TOGETHER, event.said("TYPE"), re.I) else Bond.MARRIED
    said = [event.said("TYPE") for event in node.all("EVEN")] + [node.said("_STAT"), node.said("_MSTAT")]
    return Bond.LIVING_TOGETHER if any(re.search(_TOGETHER, each, re.I) for each in said) else Bond.RELATIONSHIP


def _parting(event: Node) -> Parting:
    if event.text.strip().upper() == "N":
        return Parting.NONE
    if event.tag in _PARTED:
        return _PARTED[event.tag]
    if event.tag != "EVEN":
        return Parting.NONE
    return next((parting for words, parting in _SAID if re.search(words, event.said("TYPE"), re.I)), Parting.NONE)


def parting_of(node: Node) -> Parting:
    """How far the couple has parted."""
    return max((_parting(event) for event in node.subs), key=_FURTHER.index, default=Parting.NONE)


def dates_of(node: Node) -> str:
    """A couple's dates as they stand above the line: "m 2009, s 2014"."""
    ours = node.sub(tags.DATES)
    if ours is not None:
        return ours.text
    said = []
    for event in node.subs:
        date = date_of(event).said
        parting = _parting(event)
        if not date:
            continue
        if event.tag == "MARR" and event.text.strip().upper() != "N":
            said.append(f"{'m' if bond_of(node) is Bond.MARRIED else 'lt'} {date}")
        elif event.tag == "ENGA":
            said.append(f"engaged {date}")
        elif event.tag == "EVEN" and not parting and re.search(_TOGETHER, event.said("TYPE"), re.I):
            said.append(f"lt {date}")
        elif parting:
            said.append(f"{_WORDS[parting]} {date}")
    return ", ".join(said)


def year_of(node: Node) -> int | None:
    """The first year of which the record tells, to say which of somebody's couples was earlier."""
    years = [year for event in node.all(*_MARRIED, "ENGA", "EVEN", "DIV") if (year := date_of(event).year) is not None]
    return min(years, default=None)


_WRITTEN = re.compile(r"(m|lt|s|d|together again) (.+)")


def dated(dates: str, bond: Bond, parting: Parting) -> dict[str, str]:
    """What of a couple's dates GEDCOM has events for: "m", "lt", "s", "d", "together again" with their dates, each
    only where the couple's bond and parting have the event, in their order. Empty where anything else is said."""
    found: dict[str, str] = {}
    may = [*_BEGAN.get(bond, ()), *_ENDED.get(parting, ())]
    for part in dates.split(", ") if dates else ():
        match = _WRITTEN.fullmatch(part)
        if match is None or match[1] not in may or match[1] in found or match[2] != " ".join(match[2].split()):
            return {}
        found[match[1]] = match[2]
    return found if list(found) == [word for word in may if word in found] else {}
