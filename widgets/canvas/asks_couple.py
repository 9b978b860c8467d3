"""How a couple is together: by turns, dated by digits typed straight after; of whom is asked only where several are."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from models.family_couples import BOND_DATE, PARTING_DATE, couples_of_two
from models.genogram import Partnership
from widgets.canvas.modes import CoupleInHand
from widgets.canvas.tie_edits import BOND_WORDS, PARTING_WORDS

if TYPE_CHECKING:
    from widgets.canvas.control import CanvasControl

ALONE = "There is no partner yet: b adds one."


def _with_couple(control: "CanvasControl", person: str, text: str, take: Callable[[Partnership], None]) -> None:
    """Of several couples, ask for one; while the same person is in focus, it stays the one that was said."""
    couples = couples_of_two(control.family, person)
    said = [couple for couple in couples if couple.id == control.couple.id] if control.couple else []
    if len(couples) == 1 or said:
        take((said or couples)[0])
        return
    if not couples:
        control.say(ALONE)
        return
    others = [control.name(control.family.partner_in(couple, person)) for couple in couples]

    def answered(number: int) -> None:
        control.finish(person)
        take(couples[number])

    control.choose(f"{text} with whom?", others, answered)


def part(control: "CanvasControl", person: str) -> None:
    """Separated, divorced, reunited, together."""

    def take(couple: Partnership) -> None:
        after = control.edits.part(couple)
        if after is not None:
            _say(control, person, after, PARTING_WORDS[after.parting.value], "/", PARTING_DATE.get(after.parting, ""))

    _with_couple(control, person, f"{control.name(person)} parted", take)


def bond(control: "CanvasControl", person: str) -> None:
    """Married, living together, in a relationship."""

    def take(couple: Partnership) -> None:
        after = control.edits.bond(couple)
        _say(control, person, after, BOND_WORDS[after.bond.value], "m", BOND_DATE[after.bond])

    _with_couple(control, person, f"{control.name(person)} married or living", take)


def _say(control: "CanvasControl", person: str, couple: Partnership, now: str, key: str, word: str) -> None:
    """What they are now, and what the next keys do about it."""
    other = control.family.partner_in(couple, person)
    year = ", digits: the year" if word else ""
    control.say(f"{control.names([person, other])}: {now}.  {key} again: further{year}.")
    control.couple = CoupleInHand(couple.id, word)


def date_begun(control: "CanvasControl", digit: str) -> bool:
    """A digit after `/` or `m` begins the year; whether it meant anything."""
    held, person = control.couple, control.focus
    couple = control.family.partnerships.get(held.id) if held else None
    if held is None or couple is None or not held.word:
        return False

    def take(when: str) -> None:
        now = control.family.partnerships.get(couple.id)
        if now is not None:
            control.edits.date(now, held.word, when)
        control.finish(person)
        control.couple = held

    control.ask_words(f"When? It is drawn as “{held.word} …”", take, "Year", digit)
    return True


def move(by: int, control: "CanvasControl", person: str) -> None:
    """Earlier or later among the partners of whichever of the two has several."""
    couples = couples_of_two(control.family, person)
    with_others = [
        couple for couple in couples if len(control.family.couples[control.family.partner_in(couple, person)]) > 1
    ]
    wanted = with_others if len(couples) == 1 else couples

    def take(couple: Partnership) -> None:
        moved = control.edits.move(couple, by)
        which = "earlier" if by < 0 else "later"
        names = control.names([person, control.family.partner_in(couple, person)])
        control.finish(person, f"{names}: now {which} in the order." if moved else f"{names}: nobody is {which}.")

    if not wanted:
        control.say("There is only one partner.")
    elif len(wanted) == 1:
        take(wanted[0])
    else:
        others = [control.name(control.family.partner_in(couple, person)) for couple in wanted]
        control.choose(
            "Earlier: which partner?" if by < 0 else "Later: which partner?", others, lambda n: take(wanted[n])
        )


ASKS: dict[str, Callable[["CanvasControl", str], None]] = {
    "part": part,
    "bond": bond,
    "earlier": partial(move, -1),
    "later": partial(move, 1),
}
