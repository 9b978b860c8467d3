"""What is asked when people who are both drawn are tied: under one roof, by a line, or as relatives."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from models import family as edits
from models.family_homes import DIRECTED, likely_household, lines_between, same_line
from models.genogram import Line, Relationship
from widgets.canvas.asks_kin import as_parent, as_sibling
from widgets.canvas.commands import LINE_NAMES
from widgets.canvas.modes import CHOICE_KEYS, Gathering, Joining

if TYPE_CHECKING:
    from widgets.canvas.control import CanvasControl

LINES = list(Line)


def household(control: "CanvasControl", person: str) -> None:
    """Who lives under one roof with the person."""
    held = control.family.household_of(person)
    people = list(held.people) if held else list(likely_household(control.family, person))
    control.mode = Gathering(person, people)
    text = "Who lives here? Space: in or out. Letters: the place. Enter ends."
    control.foot.walk(text, "Name of the place", held.name if held else "")
    control.focus_changed.emit()
    control.keys_wanted.emit()


def line(control: "CanvasControl", person: str) -> None:
    """First which line, then to whom."""

    def take(number: int) -> None:
        words = f"{LINE_NAMES[LINES[number]]}, from {control.name(person)}"
        control.begin(Joining(person, words, lambda other: draw_line(control, person, other, LINES[number])))

    control.choose(f"Line from {control.name(person)}:", [LINE_NAMES[each] for each in LINES], take)


def draw_line(control: "CanvasControl", first: str, second: str, kind: Line) -> None:
    """A line; the same one again is taken away, and beside another one it is asked whether it takes its place."""
    held = lines_between(control.family, first, second)
    same = next((line for line in held if same_line(line, first, kind) and kind is not Line.OTHER), None)
    if same is not None:
        control.edits.remove_line(same)
        control.finish(first, f"{LINE_NAMES[kind]} between {control.names([first, second])} is gone.")
        return
    if not held:
        _draw(control, first, second, kind, None)
        return

    def take(number: int) -> None:
        if number < len(held):
            _draw(control, first, second, kind, held[number])
        else:
            _draw(control, first, second, kind, None)

    instead = [f"Instead of {line_words(each).lower()}" for each in held]
    control.choose(f"{LINE_NAMES[kind]}, {control.names([first, second])}:", [*instead, "As well"], take)


def line_words(line: Relationship) -> str:
    """What a line is called."""
    return line.label if line.line is Line.OTHER and line.label else LINE_NAMES[line.line]


def _draw(control: "CanvasControl", first: str, second: str, kind: Line, instead: Relationship | None) -> None:
    def done(label: str) -> None:
        if instead is None:
            control.edits.line(first, second, kind, label)
        else:
            control.edits.change_line(instead, first, second, kind, label)
        way = f"from {control.name(first)} to" if kind in DIRECTED else f"between {control.name(first)} and"
        control.finish(first, f"{LINE_NAMES[kind]} {way} {control.name(second)}.")

    if kind is Line.OTHER:
        control.ask_words(
            f"Words for {control.names([first, second])}", lambda typed: done(typed.strip()), "such as godmother"
        )
    else:
        done("")


def join(control: "CanvasControl", person: str) -> None:
    """Walk to somebody who is drawn, then say what the two are to each other."""
    take = partial(between, control, person)
    control.begin(Joining(person, f"Join {control.name(person)}", take))


def between(control: "CanvasControl", first: str, second: str) -> None:
    """What two people are to each other, or which line goes between them."""
    one, other = control.name(first), control.name(second)
    kin: list[tuple[str, str, Callable[[], None]]] = [
        ("b", f"Partner of {other}", partial(as_partner, control, first, second)),
        ("p", f"Parent of {other}", partial(as_parent, control, first, second)),
        ("c", f"Child of {other}", partial(as_parent, control, second, first)),
        ("s", f"Sibling of {other}", partial(as_sibling, control, first, second)),
        ("f", f"Friend of {other}", partial(_as_friend, control, first, second)),
    ]
    names = [name for _, name, _ in kin] + [LINE_NAMES[each] for each in LINES]

    def take(number: int) -> None:
        if number < len(kin):
            kin[number][2]()
        else:
            draw_line(control, first, second, LINES[number - len(kin)])

    control.choose(f"{one} is …", names, take, "".join(key for key, _, _ in kin) + CHOICE_KEYS[: len(LINES)])


def as_partner(control: "CanvasControl", first: str, second: str) -> None:
    """Two people who are drawn become a couple."""
    names = control.names([first, second])
    if edits.couple_of(control.family, first, second):
        control.finish(first, f"{names} are a couple already.")
        return
    for one, other in ((first, second), (second, first)):
        children = [
            child for child in edits.children_without_second_parent(control.family, one)
            if not edits.is_descendant(control.family, other, child)
        ]  # fmt: skip
        if children:
            text = f"Is {control.name(other)} also parent of {control.names(children)}?"
            control.choose(text, ["Yes", "No"], partial(_couple, control, one, other, first), "yn")
            return
    _couple(control, first, second, first, 1)


def _couple(control: "CanvasControl", one: str, other: str, focus: str, answer: int) -> None:
    control.edits.partner(one, control.family.people[other], also_parent=answer == 0)
    control.finish(focus)


def _as_friend(control: "CanvasControl", first: str, second: str) -> None:
    """Somebody outside the family is the friend, whichever of the two that is."""
    people = control.family.people
    friend, whose = (second, first) if people[second].outside and not people[first].outside else (first, second)
    tied = friend in control.family.origins or friend in control.family.couples
    if tied:
        text = f"{control.name(friend)} is family. r draws a line between the two."
        control.finish(first, text)
        return
    control.edits.friend(whose, people[friend])
    control.finish(first)


ASKS: dict[str, Callable[["CanvasControl", str], None]] = {"household": household, "line": line, "join": join}
