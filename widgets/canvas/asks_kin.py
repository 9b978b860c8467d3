"""What is asked when relatives are added: a name, and only where it is not plain, which of several is meant."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from models import family as edits
from models.family_checks import same_name
from models.family_couples import couples_of_two
from models.genogram import Descent, Partnership, Person
from models.person_text import PersonText, parse_person
from widgets.canvas.said import described_guess, doubts

if TYPE_CHECKING:
    from widgets.canvas.control import CanvasControl

#: What takes whom was typed: as typed, or somebody who is drawn already.
Take = Callable[[PersonText | Person], None]

HINT = "Name age m/f"
CARERS = {
    "Foster carers": (Descent.FOSTER, "foster carer"),
    "Adopters": (Descent.ADOPTED, "adopter"),
    "Kinship carers": (Descent.KINSHIP, "kinship carer"),
    "Step-parent": (Descent.STEP, "step-parent"),
}


def whom(control: "CanvasControl", typed: str, take: Take, apart_from: Collection[str] = ()) -> None:
    """Take what was typed; where that name is drawn already, ask whether it is the same person."""
    text = parse_person(typed)
    same = [person for person in same_name(control.family, text) if person not in apart_from][:8]
    if not same:
        take(text)
        return
    people = control.family.people
    options = [f"{control.name(one)} {people[one].age}".strip() for one in same]

    def answered(number: int) -> None:
        take(people[same[number]] if number < len(same) else text)

    keys = "yn" if len(same) == 1 else ""
    text_asked = f"Is this {options[0]}, drawn already?" if len(same) == 1 else "Who is this?"
    answers = ["Yes", "No, somebody else"] if len(same) == 1 else [*options, "Somebody else"]
    control.choose(text_asked, answers, answered, keys)


def _done(control: "CanvasControl", focus: str, person: str, typed: PersonText | Person) -> None:
    """Back to the picture; says what was guessed, or what cannot be."""
    note = ""
    family = control.family
    if isinstance(typed, PersonText) and person in family.people:
        doubt = doubts(control, person)
        if typed.gender is None and family.people[person].gender.value in ("male", "female"):
            control.guessed = [person]
            note = described_guess(control, person)
        note = doubt or note
    guessed = control.guessed
    control.finish(focus, note)
    control.guessed = guessed


def parents(control: "CanvasControl", child: str) -> None:
    """One parent and then the other; an empty line leaves one out."""
    wanted = edits.parents_wanted(control.family, child)
    if not wanted:
        control.foot.say(f"Both parents of {control.name(child)} are there already. k adds carers or a step-parent.")
        return
    which = "First parent" if wanted == 2 else "Other parent"
    text = f"{which} of {control.name(child)}"
    hint = "Name age m/f   (? not known, Enter leaves out)"
    control.ask(text, partial(_take_parent, control, child), hint, empty_too=True)


def _take_parent(control: "CanvasControl", child: str, typed: str) -> None:
    if not typed.strip():
        control.finish(child)
        return
    before = len(edits.own_parents(control.family, child))

    def take(who: PersonText | Person) -> None:
        if isinstance(who, Person) and edits.is_descendant(control.family, who.id, child):
            control.finish(
                child, f"{control.name(who.id)} descends from {control.name(child)} and cannot be the parent."
            )
            return
        parent = control.edits.parent(child, who)
        if not before and len(edits.own_parents(control.family, child)) == 1:
            parents(control, child)
        else:
            _done(control, child, parent, who)

    whom(control, typed, take, (child, *edits.own_parents(control.family, child)))


def sibling(control: "CanvasControl", person: str) -> None:
    """A child of the same parents."""

    def take(who: PersonText | Person) -> None:
        if isinstance(who, Person):
            as_sibling(control, person, who.id)
        else:
            new = control.edits.sibling(person, who)
            _done(control, new, new, who)

    control.ask(f"Sibling of {control.name(person)}", lambda typed: whom(control, typed, take, (person,)))


def as_sibling(control: "CanvasControl", person: str, other: str) -> None:
    """Two people who are drawn become siblings, where one of them has no parents yet."""
    family = control.family
    names = control.names([person, other])
    if edits.first_origin(family, person) and edits.first_origin(family, other):
        control.finish(person, f"{names} have parents of their own. p on a parent, or e, sets that right.")
        return
    has, lacks = (person, other) if edits.first_origin(family, person) else (other, person)
    if any(edits.is_descendant(family, parent, lacks) for parent in family.parents(has)):
        control.finish(person, f"{names} cannot be siblings: one descends from the other.")
        return
    control.edits.sibling(person, family.people[other])
    control.finish(person)


def child(control: "CanvasControl", person: str) -> None:
    """A child, first asking of which partnership where there are several."""

    def add(couple: Partnership | str, typed: str) -> None:
        def take(who: PersonText | Person) -> None:
            if isinstance(who, Person):
                as_child(control, who.id, couple)
                return
            new = control.edits.child(couple, who)
            _done(control, new, new, who)

        whom(control, typed, take, (person,))

    of_which(control, person, "Child", lambda couple, what: control.ask(what, partial(add, couple)))


def as_child(control: "CanvasControl", child_id: str, couple: Partnership | str) -> None:
    """Somebody who is drawn becomes a child of a couple or of one person."""
    family = control.family
    above = (couple,) if isinstance(couple, str) else family.partners(couple)
    if any(edits.is_descendant(family, parent, child_id) for parent in above):
        control.finish(child_id, f"{control.name(child_id)} cannot be the child of somebody who descends from them.")
        return
    held = edits.alone_couple(family, couple) if isinstance(couple, str) else couple
    if held and any(link.partnership == held.id for link in family.origins.get(child_id, ())):
        control.finish(child_id, f"{control.name(child_id)} is their child already.")
        return
    control.edits.child(couple, family.people[child_id])
    control.finish(child_id)


def of_which(control: "CanvasControl", person: str, what: str, take: Callable[[Partnership | str, str], None]) -> None:
    """Ask of which partnership where there are several; `take` gets it, and "Child of Kelly and Sean"."""
    family = control.family
    couples = family.couples.get(person, [])

    def answered(number: int) -> None:
        parent: Partnership | str = couples[number] if number < len(couples) else person
        other = family.partner_in(couples[number], person) if number < len(couples) else ""
        take(parent, f"{what} of {control.names([person, other] if other else [person])}")

    if len(couples) < 2:
        answered(0)
        return
    others = [family.partner_in(couple, person) for couple in couples]
    options = [f"with {control.name(other)}" if other else "other parent not known" for other in others]
    if all(others):
        options.append("other parent not known")
    control.choose(f"{what} of {control.name(person)}:", options, answered)


def partner(control: "CanvasControl", person: str) -> None:
    """A partner, who may be a parent of children of whom only one is known."""
    children = edits.children_without_second_parent(control.family, person)

    def take(who: PersonText | Person) -> None:
        if isinstance(who, Person) and edits.couple_of(control.family, person, who.id):
            control.finish(person, f"{control.names([person, who.id])} are a couple already.")
        elif not children:
            add(who, False)
        else:
            text = f"Also parent of {control.names(children)}?"
            control.choose(text, ["Yes", "No"], lambda number: add(who, number == 0), "yn")

    def add(who: PersonText | Person, also_parent: bool) -> None:
        _done(control, person, control.edits.partner(person, who, also_parent), who)

    control.ask(f"Partner of {control.name(person)}", lambda typed: whom(control, typed, take, (person,)))


def friend(control: "CanvasControl", person: str) -> None:
    """A friend or professional, with what they are in brackets."""

    def take(typed: str) -> None:
        control.edits.friend(person, parse_person(typed))
        control.finish(person)

    control.ask(f"Friend or professional of {control.name(person)}", take, "Name (social worker)")


def pregnancy(control: "CanvasControl", person: str) -> None:
    """A pregnancy of a mother or father, or how one ended."""
    if not edits.is_known(control.family.people[person]):
        control.foot.say("A pregnancy is entered on its mother or father.")
        return

    def add(couple: Partnership | str, typed: str) -> None:
        control.finish(control.edits.pregnancy(couple, typed))

    hint = "Weeks or date due; stillbirth, miscarriage …"
    of_which(control, person, "Pregnancy", lambda couple, what: control.ask(what, partial(add, couple), hint))


def carers(control: "CanvasControl", child_id: str) -> None:
    """Who looks after a child beside the parents: one or two people."""
    kinds = list(CARERS)

    def take(number: int) -> None:
        descent, called = CARERS[kinds[number]]
        if descent is Descent.STEP:
            _step_parent(control, child_id)
        else:
            _Carers(control, child_id, descent, called).ask()

    control.choose(f"Who else looks after {control.name(child_id)}?", kinds, take, "faks")


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


ASKS: dict[str, Callable[["CanvasControl", str], None]] = {
    "parents": parents,
    "sibling": sibling,
    "child": child,
    "partner": partner,
    "friend": friend,
    "pregnancy": pregnancy,
    "carers": carers,
}
