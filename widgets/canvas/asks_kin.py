"""What is asked when relatives are added: a name, and only where it is not plain, which of several is meant."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from models import family as edits
from models.family_checks import same_name
from models.family_couples import couples_of_two
from models.genogram import Partnership, Person
from models.person_text import PersonText, parse_person
from widgets.canvas.said import described_guess, doubts

if TYPE_CHECKING:
    from widgets.canvas.control import CanvasControl

#: What takes whom was typed: as typed, or somebody who is drawn already.
Take = Callable[[PersonText | Person], None]

HINT = "Name age m/f"


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
        control.say(f"Both parents of {control.name(child)} are there already. k adds carers or a step-parent.")
        return
    which = "First parent" if wanted == 2 else "Other parent"
    text = f"{which} of {control.name(child)}"
    hint = "Name age m/f   (? not known, Enter leaves out)"
    control.ask(text, partial(_take_parent, control, child), hint, empty_too=True)


def _take_parent(control: "CanvasControl", child: str, typed: str) -> None:
    if not typed.strip():
        control.finish(child)
        return
    before = edits.parents_wanted(control.family, child)

    def take(who: PersonText | Person) -> None:
        if isinstance(who, Person):
            as_parent(control, who.id, child)
            return
        parent = control.edits.parent(child, who)
        now = control.family
        if before == 2 and (edits.parents_wanted(now, child) == 1 or len(edits.own_parents(now, child)) == 1):
            parents(control, child)
        else:
            _done(control, child, parent, who)

    whom(control, typed, take, (child, *edits.own_parents(control.family, child)))


def as_parent(control: "CanvasControl", parent: str, child: str) -> None:
    """Somebody who is drawn becomes a parent of somebody who is drawn."""
    family = control.family
    if edits.is_descendant(family, parent, child):
        control.finish(child, f"{control.name(parent)} descends from {control.name(child)} and cannot be the parent.")
        return
    own = edits.own_parents(family, child)
    if parent in own:
        control.finish(child, f"{control.name(parent)} is a parent already.")
    elif not edits.parents_wanted(family, child):
        control.finish(child, f"Both parents of {control.name(child)} are there already. k adds carers.")
    elif not own and couples_of_two(family, parent):
        of_which(control, parent, "Child", lambda couple, _what: as_child(control, child, couple))
    else:
        control.edits.parent(child, family.people[parent])
        control.finish(child)


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
        control.finish(person, f"{names} have parents of their own already; e shows them.")
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
        control.say("A pregnancy is entered on its mother or father.")
        return

    def add(couple: Partnership | str, typed: str) -> None:
        control.finish(control.edits.pregnancy(couple, typed))

    hint = "Weeks or date due; stillbirth, miscarriage …"
    of_which(control, person, "Pregnancy", lambda couple, what: control.ask(what, partial(add, couple), hint))


ASKS: dict[str, Callable[["CanvasControl", str], None]] = {
    "parents": parents,
    "sibling": sibling,
    "child": child,
    "partner": partner,
    "friend": friend,
    "pregnancy": pregnancy,
}
