"""Many lines pasted at once: a card for each, for whoever is named before a colon."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

_BREAK = re.compile(r"[\r\n\u2028\u2029]+")
_COLON = re.compile(r"\s*[:：]\s*")


def lines_of(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in _BREAK.split(text) if line.strip()]


def by_author(lines: Sequence[str], writers: Mapping[str, str], otherwise: str) -> list[tuple[str, str]]:
    """For each line the author's id and what is theirs.

    `writers` are names by id. "Bea: …" is Bea's, by the whole name or the first word where it is nobody else's; "Bea:"
    alone is a heading, and the lines below are hers until somebody else is named. Every other line is `otherwise`'s.
    """
    known = _names(writers)
    found, under = [], otherwise
    for line in lines:
        name, said = _named(line, known)
        if not name:
            found.append((under, line))
        elif said:
            found.append((known[name], said))
        else:
            under = known[name]
    return found


def _named(line: str, known: Mapping[str, str]) -> tuple[str, str]:
    """The known name that a line begins with, "" where there is none, and what stands after it."""
    colon = _COLON.search(line)
    name = line[: colon.start()].casefold() if colon else ""
    return (name, line[colon.end() :]) if colon and name in known else ("", line)


def _names(writers: Mapping[str, str]) -> dict[str, str]:
    """Ids by every name that means one writer alone."""
    whole = {name.casefold(): person for person, name in writers.items()}
    firsts = Counter(name.split()[0].casefold() for name in writers.values() if name.split())
    first = {name.split()[0].casefold(): person for person, name in writers.items() if name.split()}
    return {name: person for name, person in first.items() if firsts[name] == 1} | whole
