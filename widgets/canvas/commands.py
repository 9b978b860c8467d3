"""What keys and buttons do on the canvas: one table for both."""

from dataclasses import dataclass

from models.family import is_known, parents_wanted
from models.genogram import Line
from models.kin import Family


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do: `name` stands on the button, `key` beside it, `guide` at the foot ("" leaves out).

    `seldom` is for what is not needed in most families: it may stand aside where there is little room.
    """

    id: str
    name: str
    key: str
    guide: str = ""
    tip: str = ""
    seldom: bool = False


#: In the order of the guide: what does not fit any more is left out at its end.
COMMANDS = (
    Command("parents", "Parents", "p", "parents"),
    Command("sibling", "Sibling", "s", "sibling"),
    Command("child", "Child", "c", "child"),
    Command("partner", "Partner", "b", "partner"),
    Command("part", "Separated", "/", "parted", "Separated, divorced, reunited, together; then digits: when"),
    Command("household", "Household", "h", "home", "Who lives here together"),
    Command("index", "Index child", "i", "index"),
    Command("friend", "Friend", "f", "friend", "A friend, professional or other important person"),
    Command("died", "Died", "x", "died", "Died; of a pregnancy: how it ended"),
    Command("line", "Line", "r", "line", "A line to another person: close, conflict, violence …"),
    Command("pregnancy", "Pregnancy", "u", "pregnancy", "A pregnancy, stillbirth, miscarriage or termination"),
    Command("bond", "Married", "m", "married", "Married, living together, in a relationship; digits: when"),
    Command("carers", "Carers", "k", "carers", "Foster carers, adopters, kinship carers, step-parent", seldom=True),
    Command("origin", "Adopted", "a", "adopted …", "By birth, adopted, foster, kinship care, step", seldom=True),
    Command("twins", "Twins", "t", "twin", "Twins; again: identical; again: not twins", seldom=True),
    Command("gender", "Gender", "g", "gender", "Male, female, other, not known", seldom=True),
    Command("join", "Join", "j", "join", "Two people drawn already: partners, parents, siblings", seldom=True),
    Command("change", "Change", "Enter", "", "Change name, age or gender"),
    Command("details", "Details", "e", "details", "Everything about this person, in a form"),
    Command("delete", "Delete", "Del", ""),
)  # fmt: skip

BY_KEY = {
    **{command.key: command.id for command in COMMANDS if len(command.key) == 1},
    "<": "earlier",  # the form has buttons for these two
    ">": "later",
}

LINE_NAMES = {
    Line.CLOSE: "Close",
    Line.VERY_CLOSE: "Very close",
    Line.DISTANT: "Distant",
    Line.CONFLICT: "Conflict",
    Line.CUT_OFF: "Cut off",
    Line.VIOLENCE: "Violence",
    Line.ABUSE: "Abuse",
    Line.WORRY: "Worry",
    Line.OTHER: "Other, in words",
}


def guide_for(family: Family, person: str) -> list[str]:
    """What the keys do now, the few that matter for this person first: "p parents", "c child" …"""
    who = family.people[person]
    together = any(len(family.partners(couple)) == 2 for couple in family.couples.get(person, ()))
    has_origin = person in family.origins
    idle = {
        "parents": not parents_wanted(family, person),
        "part": not together,
        "bond": not together,
        "index": any(one.index for one in family.people.values()) and not who.index,
        "origin": not has_origin,
        "twins": not has_origin,
        "pregnancy": not is_known(who),
    }
    return ["←↑↓→ walk"] + [
        f"{command.key} {command.guide}" for command in COMMANDS if command.guide and not idle.get(command.id)
    ]
