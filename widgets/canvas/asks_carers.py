"""What is asked about who looks after a child beside the parents: foster carers, adopters, kinship, a step-parent."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from models import family as edits
from models.family_couples import couples_of_two
from models.genogram import Descent, Person
from models.person_text import PersonText
from widgets.canvas.asks_kin import whom

if TYPE_CHECKING:
    from widgets.canvas.control import CanvasControl

CARERS = {
    "Foster carers": (Descent.FOSTER, "foster carer"),
    "Adopters": (Descent.ADOPTED, "adopter"),
    "Kinship carers": (Descent.KINSHIP, "kinship carer"),
    "Step-parent": (Descent.STEP, "step-parent"),
}


def carers(control: "CanvasControl", child_id: str) -> None:
    """Who looks after a child beside the parents: one or two people."""
    descents = [descent for descent, _ in CARERS.values()]
    text = f"Who else looks after {control.name(child_id)}?"
    control.choose(text, list(CARERS), lambda number: carers_of_kind(control, child_id, descents[number]), "faks")


def carers_of_kind(control: "CanvasControl", child_id: str, descent: Descent) -> None:
    """Who they are, once it is said what they are to the child."""
    if descent is Descent.STEP:
        _step_parent(control, child_id)
    else:
        called = next(called for kind, called in CARERS.values() if kind is descent)
        _Carers(control, child_id, descent, called).ask()


class _Carers:
    """One or two people being asked for, who look after a child."""

    def __init__(self, control: "CanvasControl", child_id: str, descent: Descent, called: str) -> None:
        self._control = control
        self._child = child_id
        self._descent = descent
        self._called = called
        self._typed: list[PersonText | Person] = []

    def ask(self) -> None:
        """The first carer, or the second one; an empty line leaves out."""
        which = "Second" if self._typed else "First"
        text = f"{which} {self._called} of {self._control.name(self._child)}"
        self._control.ask(text, self._entered, "Name age m/f   (Enter leaves out)", empty_too=True)

    def _entered(self, line: str) -> None:
        if line.strip():
            known = (each.id for each in self._typed if isinstance(each, Person))
            whom(self._control, line, self._take, (self._child, *known))
        else:
            self._finish()

    def _take(self, who: PersonText | Person) -> None:
        control = self._control
        if isinstance(who, Person) and edits.is_descendant(control.family, who.id, self._child):
            control.finish(self._child, f"{control.name(who.id)} descends from {control.name(self._child)}.")
            return
        self._typed.append(who)
        together = couples_of_two(control.family, who.id) if isinstance(who, Person) else []
        if len(self._typed) == 2:
            self._finish()
        elif together and isinstance(who, Person):
            other = control.family.partner_in(together[-1], who.id)
            answered = partial(self._together, other)
            control.choose(f"Together with {control.name(other)}?", ["Yes", "No"], answered, "yn")
        else:
            self.ask()

    def _together(self, other: str, number: int) -> None:
        if number == 0:
            self._typed.append(self._control.family.people[other])
            self._finish()
        else:
            self.ask()

    def _finish(self) -> None:
        if self._typed:
            self._control.edits.carers(self._child, self._typed, self._descent)
        self._control.finish(self._child)


def _step_parent(control: "CanvasControl", child_id: str) -> None:
    """A partner of a parent; of which parent is asked only where both are there."""
    above = edits.own_parents(control.family, child_id)
    if not above:
        control.finish(child_id, f"{control.name(child_id)} has no parents yet: p adds them.")
        return

    def of(number: int) -> None:
        parent = above[number]

        def take(who: PersonText | Person) -> None:
            control.edits.step_parent(child_id, parent, who)
            control.finish(child_id)

        text = f"Partner of {control.name(parent)}, step-parent of {control.name(child_id)}"
        control.ask(text, lambda typed: whom(control, typed, take, (child_id, parent)))

    if len(above) == 1:
        of(0)
    else:
        names = [control.name(parent) for parent in above]
        control.choose(f"Step-parent of {control.name(child_id)}: partner of", names, of)


ASKS: dict[str, Callable[["CanvasControl", str], None]] = {"carers": carers}
