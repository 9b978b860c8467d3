"""Question starters: stems with gaps, offered to a hand that stays empty. Read from a TOML file in resources/."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.cards import Audience, CardKind, HarmElement
from models.case_names import masked_names, names_pattern
from models.process import Phase
from models.table_reader import TableError, TableReader


class Purpose(StrEnum):
    """What a question is after; NONE for harm questions, statements and goals."""

    NONE = ""
    EXCEPTION = "exception"
    RELATIONSHIP = "relationship"
    COPING = "coping"
    SCALING = "scaling"
    HOPED_FOR_FUTURE = "hoped_for_future"


class Place(StrEnum):
    """Where in a good conversation a question belongs; NONE for harm questions, statements and goals."""

    NONE = ""
    BRING_IT_OUT = "bring_it_out"
    MAKE_MORE_OF_IT = "make_more_of_it"
    WHAT_IT_MEANS = "what_it_means"
    WHAT_ELSE = "what_else"


class StarterError(TableError):
    """A file of starters that cannot be used; the message names file, entry and field."""


@dataclass(frozen=True, slots=True)
class Starter:
    """One stem. Gaps stand in `text`, `ten` and `zero` as [ … ]; no audience means anybody."""

    text: str
    kind: CardKind = CardKind.QUESTION
    audiences: tuple[Audience, ...] = ()
    purpose: Purpose = Purpose.NONE
    place: Place = Place.NONE
    relationship: bool = False
    element: HarmElement = HarmElement.NONE
    scale: str = ""
    ten: str = ""
    zero: str = ""

    def suits(self, audience: Audience) -> bool:
        """Whether it can be asked of that audience; NONE asks for no one in particular."""
        return audience is Audience.NONE or not self.audiences or audience in self.audiences


#: What a card may begin from, where that is more than its own kind.
_BEGINS_FROM: Mapping[CardKind, tuple[CardKind, ...]] = {
    CardKind.ROUGH_DANGER_STATEMENT: (CardKind.DANGER_STATEMENT,),
    CardKind.ROUGH_SAFETY_GOAL: (CardKind.SAFETY_GOAL,),
    CardKind.FURTHER_FOCUS_QUESTION: (CardKind.QUESTION, CardKind.SCALING_QUESTION, CardKind.HARM_QUESTION),
}


def for_phase(
    starters: Iterable[Starter],
    phase: Phase,
    *,
    audience: Audience = Audience.NONE,
    purpose: Purpose = Purpose.NONE,
    place: Place = Place.NONE,
    element: HarmElement = HarmElement.NONE,
) -> list[Starter]:
    """The starters for the cards that a phase asks for, narrowed by what is given."""
    kinds = {kind for form in phase.cards for kind in _BEGINS_FROM.get(form.kind, (form.kind,))}
    scales = {"", *(form.scale for form in phase.cards)}
    return [
        starter
        for starter in starters
        if starter.kind in kinds
        and starter.suits(audience)
        and purpose in (Purpose.NONE, starter.purpose)
        and place in (Place.NONE, starter.place)
        and element in (HarmElement.NONE, starter.element)
        and (not starter.scale or not scales - {""} or starter.scale in scales)
    ]


def load_starters(text: str, file: str, may_be_empty: bool = False) -> tuple[Starter, ...]:
    """The starters in a TOML text; StarterError names `file`, entry and field of the first thing wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StarterError(f"{file}: {error}") from None
    top = TableReader(table, file, StarterError)
    starters = tuple(_starter(reader) for reader in top.tables("starters", "entry"))
    top.done()
    if not starters and not may_be_empty:
        raise top.fail("starters", "is missing")
    _once_each(top, starters)
    return starters


def _once_each(top: TableReader, starters: Sequence[Starter]) -> None:
    seen: set[str] = set()
    for place, starter in enumerate(starters, 1):
        if starter.text in seen:
            raise StarterError(f"{top.where}, entry {place}, field 'text': stands twice")
        seen.add(starter.text)


def _starter(reader: TableReader) -> Starter:
    kind = CardKind(reader.one_of("kind", list(CardKind), CardKind.QUESTION))
    question = kind in (CardKind.QUESTION, CardKind.SCALING_QUESTION)
    scaling = kind is CardKind.SCALING_QUESTION
    starter = Starter(
        text=reader.words("text"),
        kind=kind,
        audiences=tuple(Audience(name) for name in reader.some_of("audience", [a for a in Audience if a])),
        purpose=Purpose(reader.one_of("purpose", [p for p in Purpose if p], None if question else "")),
        place=Place(reader.one_of("place", [p for p in Place if p], None if question else "")),
        relationship=reader.take("relationship", bool, False),
        element=HarmElement(
            reader.one_of("element", [e for e in HarmElement if e], None if kind is CardKind.HARM_QUESTION else "")
        ),
        scale=reader.one_of("scale", ("safety", "other"), None if scaling else ""),
        ten=reader.words("ten") if scaling else "",
        zero=reader.words("zero") if scaling else "",
    )
    if question and not starter.audiences:
        raise reader.fail("audience", "a question needs at least one")
    if starter.text.count("[") != starter.text.count("]"):
        raise reader.fail("text", "has a gap that is not closed")
    reader.done()
    return starter


def as_table(starter: Starter) -> dict[str, Any]:
    """What `load_starters` reads a starter from, its empty fields left out."""
    table: dict[str, Any] = {
        "text": starter.text,
        "kind": starter.kind.value if starter.kind is not CardKind.QUESTION else "",
        "audience": [audience.value for audience in starter.audiences],
        "purpose": starter.purpose.value,
        "place": starter.place.value,
        "relationship": starter.relationship,
        "element": starter.element.value,
        "scale": starter.scale,
        "ten": starter.ten,
        "zero": starter.zero,
    }
    return {field: value for field, value in table.items() if value}


def names_in_starter(starter: Starter, names: Iterable[str]) -> list[str]:
    """The names, or words of them, that stand in a starter: it goes from case to case, and they should not."""
    pattern = names_pattern({each for name in names for each in masked_names(name)})
    text = "\n".join((starter.text, starter.ten, starter.zero))
    return list(dict.fromkeys(pattern.findall(text))) if pattern is not None else []


def with_gaps_for(text: str, names: Iterable[str]) -> str:
    """The text with a gap in the place of each name; in a gap that is there, "name" alone."""
    pattern = names_pattern(names)

    def gap(found: re.Match[str]) -> str:
        before = text[: found.start()]
        return "name" if before.count("[") > before.count("]") else "[name]"

    return pattern.sub(gap, text) if pattern is not None else text
