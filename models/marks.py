"""Marks that say, within a card's text, what is said about it: `@mum`, `#rel`, `!severity`, `10= … 0= …`.

A mark is a sign at a word's beginning and a letter after it, so that "me@school.org", "@ 5pm", "#1" and "Stop!" are
none. At either end of the text a mark is taken out of it; within a sentence a name stays, less its sign and in full.
What no mark means stays as it was typed. Nothing typed is lost: each letter stays, or is in a field, or belongs to a
mark that was understood.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.asked import Asked
from models.cards import QUESTIONS, Audience, CardKind, HarmElement
from models.case_names import begins_a_name

#: A sign that begins a word; marks of direction may stand before it.
_MARK = re.compile(r"(?<![^\s\u200e\u200f])[@#!](?=[^\W\d_])\S+")
_END = re.compile(r"(?<!\S)(10|0)=")
_OWNS = re.compile(r"['’]s?$", re.IGNORECASE)
_AUDIENCES = {audience.value: audience for audience in Audience if audience}
_ELEMENTS = {element.value: element for element in HarmElement if element} | {"behavior": HarmElement.BEHAVIOUR}
_SCALES = {"safety": "safety", "other": "other", "another": "other"}
#: So many letters of a word are enough, where no other begins with them.
_SHORTEST, _SHORTEST_AUDIENCE = 2, 3


def may_hold_marks(text: str) -> bool:
    """Whether there is a sign in the text at all: quick enough to be asked at each key."""
    return "@" in text or "#" in text or "!" in text or "=" in text


@dataclass(frozen=True, slots=True)
class Marked:
    """A text less its marks; the card's fields that they fill; what was taken out, piece by piece; and what looks like
    a mark but is none here, as typed."""

    text: str
    fields: dict[str, Any] = field(default_factory=dict)
    taken: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def read_marks(
    text: str, kind: CardKind, people: Mapping[str, Asked] | None = None, scales: Collection[str] = ()
) -> Marked:
    """The marks in the text of a card of this kind. `people` can be named, by key; `scales` can be changed to."""
    if not _MARK.search(text) and not (kind is CardKind.SCALING_QUESTION and _END.search(text)):
        return Marked(text)
    reader = _Reader(kind, people or {}, scales)
    body, ends = _ends(text) if kind is CardKind.SCALING_QUESTION else (text, [])
    left = reader.left(body)
    for end, value in ends:
        reader.taken.append(f"{end}=")
        reader.fields["ten" if end == "10" else "zero"] = reader.left(value).strip()
    if ends:
        left = left.rstrip()
    return Marked(left, reader.all_fields(), tuple(reader.taken), tuple(reader.unknown))


def _ends(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text less a scale's ends, and the ends; each goes to the next one or to the end of its line. Of two "10="
    the second belongs to what 10 means, and an end that says nothing stays in the text."""
    ends: dict[str, str] = {}
    body: list[str] = []
    for number, line in enumerate(text.split("\n")):
        found: list[re.Match[str]] = []
        for match in _END.finditer(line):
            if match[1] not in ends and match[1] not in [other[1] for other in found]:
                found.append(match)
        stops = [match.start() for match in found[1:]]
        said = [(match, line[match.end() : stop]) for match, stop in zip(found, [*stops, len(line)], strict=False)]
        kept = line[: found[0].start()] if found else line
        for match, value in said:
            if value.strip():
                ends[match[1]] = value
            else:
                kept += match[0] + value
        if kept.strip() or not found:
            body.append(("\n" if number and body else "") + kept)
    return "".join(body), list(ends.items())


class _Reader:
    """Reads one card's marks, part by part."""

    def __init__(self, kind: CardKind, people: Mapping[str, Asked], scales: Collection[str]) -> None:
        self.kind, self.people, self.scales = kind, people, scales
        self.fields: dict[str, Any] = {}
        self.taken: list[str] = []
        self.unknown: list[str] = []
        self._names: list[str] = []
        self._audiences: list[Audience] = []
        self._said: Audience = Audience.NONE

    def all_fields(self) -> dict[str, Any]:
        """What the marks read so far fill in."""
        same = set(self._audiences)
        audience = self._said or (same.pop() if len(same) == 1 else Audience.NONE)
        fields = dict(self.fields)
        if audience:
            fields["audience"] = audience
        if self._names:
            fields["asked_of"] = " and ".join(dict.fromkeys(self._names))
        return fields

    def left(self, text: str) -> str:
        """A part of the text less its marks."""
        words = {place: self._understood(text[place[0] : place[1]]) for place in self._places(text)}
        marks = [place for place, word in words.items() if word]
        if not marks:
            return text
        # What looks like a mark and means nothing here is no word either: "@mum" before it stands at the end as well.
        outer = _at_the_edges(text, list(words))
        left, place = "", 0
        for start, end in marks:
            left, place = left + text[place:start], end
            if text[start] == "@" and (start, end) not in outer:
                self.taken.append("@")
                left += words[start, end]
                continue
            self.taken.append(text[start:end])
            left = left.rstrip(" \t")
            if not left or left.endswith("\n"):
                place += len(text[end:]) - len(text[end:].lstrip(" \t"))
        left += text[place:]
        left = left if text[: marks[0][0]].strip() else left.lstrip()
        return left if text[marks[-1][1] :].strip() else left.rstrip()

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where marks stand, less the punctuation after them; a known name of several words is one."""
        done = 0
        for match in _MARK.finditer(text):
            if match.start() < done:
                continue
            word, several = _bare(match[0]), [name for name in self.people if " " in name and match[0][0] == "@"]
            known = [re.compile(re.escape(name), re.IGNORECASE).match(text, match.start() + 1) for name in several]
            ends = [found.end() for found in known if found and not text[found.end() :][:1].isalnum()]
            done = max(ends, default=match.start() + len(word))
            yield match.start(), done

    def _understood(self, mark: str) -> str:
        """The word that stays of a mark within a sentence; "" where the mark means nothing here."""
        read = {"@": self._asked, "#": self._tag, "!": self._element}[mark[0]]
        word = read(mark[1:].casefold(), mark[1:]) if self.kind in QUESTIONS else ""
        if not word:
            self.unknown.append(mark)
        return word

    def _asked(self, word: str, typed: str) -> str:
        known, begun = self.people.get(word), self._begun_by(word)
        audiences = [name for name in _AUDIENCES if name.startswith(word) and len(word) >= _SHORTEST_AUDIENCE]
        if known is None and audiences and not begun:
            self._said = _AUDIENCES[audiences[0]]
            return typed if word == audiences[0] else audiences[0]
        if known is not None:
            asked, stays = known, typed
        elif len(begun) == 1 and not audiences:
            asked, stays = begun[0], begun[0].name
        elif begins_a_name(typed) and not begun:
            asked, stays = Asked(typed), typed
        else:
            return ""
        self._names.append(asked.name)
        self._audiences.append(asked.audience)
        return stays

    def _begun_by(self, word: str) -> list[Asked]:
        """The people of the family whose name begins so, each once."""
        return people_begun(self.people.values(), word) if len(word) >= _SHORTEST else []

    def _tag(self, word: str, typed: str) -> str:
        scales = {scale for name, scale in _SCALES.items() if name.startswith(word) and scale in self.scales}
        if len(word) < _SHORTEST:
            return ""
        if "relationship".startswith(word):
            self.fields["relationship"] = True
        elif self.kind is CardKind.SCALING_QUESTION and len(scales) == 1:
            self.fields["scale"] = scales.pop()
        else:
            return ""
        return typed

    def _element(self, word: str, typed: str) -> str:
        begun = {element for name, element in _ELEMENTS.items() if len(word) >= _SHORTEST and name.startswith(word)}
        if self.kind is not CardKind.HARM_QUESTION or len(begun) != 1:
            return ""
        self.fields["element"] = begun.pop()
        return typed


def people_begun(people: Iterable[Asked], word: str) -> list[Asked]:
    """The people of the family whose name begins with a word, whichever way it is written: the shorter of two names
    that begin alike ("Jade", "Jade Whitlock"), as they are one."""
    found = [asked for asked in people if asked.person and asked.key.startswith(word.casefold())]
    return [asked for asked in found if not any(asked.key.startswith(f"{other.key} ") for other in found)]


def _bare(mark: str) -> str:
    """A mark less the punctuation after it, and less the 's of "@mum's"."""
    while unicodedata.category(mark[-1]).startswith("P"):
        mark = mark[:-1]
    return _OWNS.sub("", mark)


def _at_the_edges(text: str, marks: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The marks before which, or after which, nothing but marks stands."""
    edges: set[tuple[int, int]] = set()
    place = 0
    for start, end in marks:
        if text[place:start].strip():
            break
        if text[end : end + 1].strip():
            break
        edges.add((start, end))
        place = end
    place = len(text)
    for start, end in reversed(marks):
        if text[end:place].strip():
            break
        edges.add((start, end))
        place = start
    return edges
