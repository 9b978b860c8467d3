"""What keys and buttons do on the canvas: one table for both."""

from dataclasses import dataclass

from models.genogram import Line


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do: `name` stands on the button, `key` beside it, `guide` at the foot ("" leaves out)."""

    id: str
    name: str
    key: str
    guide: str = ""
    tip: str = ""


COMMANDS = (
    Command("parents", "Parents", "p", "parents"),
    Command("sibling", "Sibling", "s", "sibling"),
    Command("child", "Child", "c", "child"),
    Command("partner", "Partner", "b", "partner"),
    Command("friend", "Friend", "f", "friend", "A friend or other important person"),
    Command("pregnancy", "Pregnancy", "u", "pregnancy"),
    Command("part", "Separated", "/", "// parted", "Once: separated. Twice: divorced. Again: together"),
    Command("bond", "Married", "m", "", "Married, living together, in a relationship, by turns"),
    Command("died", "Died", "x", "died"),
    Command("index", "Index child", "i", "index"),
    Command("household", "Household", "h", "household", "Who lives here together"),
    Command("line", "Line", "r", "line", "A line to another person: close, conflict, violence …"),
    Command("change", "Change", "Enter", "", "Change name, age or gender"),
    Command("delete", "Delete", "Del", ""),
)

BY_KEY = {command.key: command.id for command in COMMANDS if len(command.key) == 1}

GUIDE = "  ".join(f"{command.key} {command.guide}" for command in COMMANDS if command.guide) + "  ←↑↓→ walk"

LINE_NAMES = {
    Line.CLOSE: "Close",
    Line.VERY_CLOSE: "Very close",
    Line.DISTANT: "Distant",
    Line.CONFLICT: "Conflict",
    Line.CUT_OFF: "Cut off",
    Line.VIOLENCE: "Violence",
    Line.ABUSE: "Abuse",
    Line.WORRY: "Worry",
}
