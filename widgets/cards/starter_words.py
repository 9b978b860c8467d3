"""How starters are called where people choose among them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from models.cards import Audience, HarmElement
from models.starters import Place, Purpose, Starter
from widgets.cards.card_words import AUDIENCES, ELEMENTS
from widgets.parts.wrapped_rows import WrappedRow

PURPOSES = {
    Purpose.EXCEPTION: "When it went well",
    Purpose.RELATIONSHIP: "Through somebody's eyes",
    Purpose.COPING: "How they cope",
    Purpose.SCALING: "On a scale",
    Purpose.HOPED_FOR_FUTURE: "The future hoped for",
}
PLACES = {
    Place.BRING_IT_OUT: "Bring it out",
    Place.MAKE_MORE_OF_IT: "Make more of it",
    Place.WHAT_IT_MEANS: "What it means",
    Place.WHAT_ELSE: "What else",
}
OWN = "Our own"
_Told: TypeAlias = Purpose | Place | Audience | HarmElement
#: Other words by which people look for them.
_ALSO: Mapping[_Told, str] = {
    Purpose.EXCEPTION: "exception exceptions better good times worked success safe",
    Purpose.RELATIONSHIP: "relationship circular perspective other people",
    Purpose.COPING: "coping cope strength strengths survive manage get through",
    Purpose.SCALING: "scaling scale number rate 0 10",
    Purpose.HOPED_FOR_FUTURE: "miracle preferred future dream wish goal hope overnight magic wand",
    Place.BRING_IT_OUT: "elicit open begin start first",
    Place.MAKE_MORE_OF_IT: "amplify detail details more",
    Place.WHAT_IT_MEANS: "reflect meaning difference",
    Place.WHAT_ELSE: "start over again next",
    Audience.CHILD: "child children kid young person teenager son daughter",
    Audience.PARENT: "parents mother father mum mam mom dad carer stepmother stepfather",
    Audience.RELATIVE: "grandparent grandparents grandmother grandfather nan nana gran grandma grandad grandpa aunt "
    "uncle cousin brother sister family friend kin",
    Audience.PROFESSIONAL: "teacher school nurse nursery midwife health visitor doctor gp police worker",
    HarmElement.BEHAVIOUR: "behavior done did happened",
    HarmElement.SEVERITY: "severe worst serious",
    HarmElement.INCIDENCE: "often first last frequency",
    HarmElement.IMPACT: "effect affected child harm",
}
_FOR = {audience: words for audience, words in AUDIENCES.items() if audience}


@dataclass(frozen=True, slots=True)
class Offer:
    """A starter as it is offered; `own` says that it is the team's."""

    starter: Starter
    own: bool = False

    @property
    def text(self) -> str:
        """What people read and look through first."""
        return self.starter.text

    @property
    def also(self) -> str:
        """Further words by which it is found."""
        starter = self.starter
        about: tuple[_Told, ...] = (starter.purpose, starter.place, starter.element, *starter.audiences)
        words = " ".join(_ALSO.get(each, "") for each in about)
        return f"{self.about} {starter.ten} {starter.zero} {words} {'relationship' if starter.relationship else ''}"

    @property
    def about(self) -> str:
        """Whose it is, for whom, what it is after and where it belongs."""
        starter = self.starter
        several = len(starter.audiences) == len(_FOR)
        eyes = "Relationship question" if starter.relationship and starter.purpose is not Purpose.RELATIONSHIP else ""
        parts = (
            OWN if self.own else "",
            "Anybody" if several else ", ".join(_FOR[audience] for audience in starter.audiences),
            ELEMENTS[starter.element] if starter.element is not HarmElement.NONE else "",
            PURPOSES.get(starter.purpose, ""),
            PLACES.get(starter.place, ""),
            eyes,
        )
        return " · ".join(part for part in parts if part)

    @property
    def row(self) -> WrappedRow:
        """As the list shows it, a scale with its ends."""
        starter = self.starter
        ends = f"\n10: {starter.ten}\n0: {starter.zero}" if starter.ten or starter.zero else ""
        spoken = ". ".join(part for part in (starter.text, self.about) if part)
        return WrappedRow(f"{starter.text}{ends}", spoken, self.about)


def audience_words(audience: Audience) -> str:
    """ "Child", "Parent" …"""
    return _FOR[audience]
