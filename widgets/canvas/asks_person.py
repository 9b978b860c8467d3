"""What is asked about the person in focus: text, gender, death, how a child is whose, twins."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.family import is_known, is_placeholder
from models.family_couples import twin_tie
from models.genogram import ChildOf, Descent, Gender, Life
from models.person_text import written
from widgets.canvas.asks_carers import carers_of_kind
from widgets.canvas.modes import Typing
from widgets.canvas.said import doubts

if TYPE_CHECKING:
    from widgets.canvas.control import CanvasControl

LIVES = {
    "Miscarriage": Life.MISCARRIAGE,
    "Stillbirth": Life.STILLBIRTH,
    "Termination": Life.TERMINATION,
    "Still a pregnancy": Life.PREGNANCY,
    "Born": Life.PERSON,
}
DESCENTS = {
    "By birth": Descent.BIRTH,
    "Adopted": Descent.ADOPTED,
    "Foster": Descent.FOSTER,
    "Kinship care": Descent.KINSHIP,
    "Step": Descent.STEP,
}
GENDERS = {
    "Male": Gender.MALE,
    "Female": Gender.FEMALE,
    "Other": Gender.OTHER,
    "Not known": Gender.UNKNOWN,
}
#: Whose child somebody is, with {0} for the child and {1} for the parents or carers.
WHOSE = {
    Descent.BIRTH: "{0} is {1}’s child by birth.",
    Descent.ADOPTED: "{0} is adopted by {1}.",
    Descent.FOSTER: "{0} is fostered by {1}.",
    Descent.KINSHIP: "{0} is in kinship care with {1}.",
    Descent.STEP: "{0} is {1}’s stepchild.",
}
#: What is asked when a child by birth is said to be somebody's in another way.
BY_WHOM = {
    Descent.ADOPTED: "Adopted by whom?",
    Descent.FOSTER: "Fostered by whom?",
    Descent.KINSHIP: "In kinship care with whom?",
    Descent.STEP: "Stepchild of whom?",
}
MASKED = "Names are masked. Show them to change one."


def change(control: "CanvasControl", person: str) -> None:
    """The person's line, to be typed anew."""
    who = control.family.people[person]
    shown_line, first = written(who)
    if control.shown(shown_line) != shown_line:
        control.say(MASKED)
        return

    def take(text: str) -> None:
        control.edits.change(person, text)
        control.finish(person, doubts(control, person))

    control.mode = Typing(take)
    control.foot.ask("Change to", "Name age m/f", shown_line, of=person, marked=first)


def gender(control: "CanvasControl", person: str) -> None:
    """The gender, straight after an entry of whoever it was guessed for."""
    who = next((guessed for guessed in control.guessed if guessed in control.family.people), person)
    genders = list(GENDERS.values())

    def take(number: int) -> None:
        control.edits.gender(who, genders[number])
        control.guessed = []
        control.finish(person)

    control.choose(f"{control.name(who)}:", list(GENDERS), take, "mfo?")


def died(control: "CanvasControl", person: str) -> None:
    """Died, or not after all; of a pregnancy, how it ended."""
    who = control.family.people[person]
    if is_known(who):
        control.edits.died(person)
        now = control.family.people[person].died
        if now and not who.death:
            control.say(f"{control.name(person)} died.  x again takes it back.  e, or Enter and “d 2019”, says when.")
        return
    lives = list(LIVES.values())

    def take(number: int) -> None:
        control.edits.life(person, lives[number])
        control.finish(person)

    control.choose(f"{control.name(person)}: what happened?", list(LIVES), take, "mstpb")


def index(control: "CanvasControl", person: str) -> None:
    """An index child; brothers and sisters may be, too."""
    control.edits.index(person)


def delete(control: "CanvasControl", person: str) -> None:
    """Take the person away; whoever is nearest has the focus then."""
    name = control.name(person)
    focus = control.edits.delete(person)
    if focus:
        control.finish(focus, f"{name} is deleted.  Ctrl+Z brings them back.")
    else:
        control.rest()


def details(control: "CanvasControl", person: str) -> None:
    """Everything about the person, in a form."""
    control.details_wanted.emit(person)


def origin(control: "CanvasControl", person: str) -> None:
    """How a child is whose, first asking of which parents where there are several."""
    links = control.family.origins.get(person, [])
    if not links:
        control.say(f"{control.name(person)} has no parents yet: p adds them, k adds carers.")
    elif len(links) == 1:
        _origin(control, person, links[0])
    else:
        options = [f"{parents_of(control, link)}" for link in links]
        control.choose("Child of whom?", options, lambda number: _origin(control, person, links[number]))


def parents_of(control: "CanvasControl", link: ChildOf) -> str:
    """Whose child a tie makes somebody, in names; of whom nothing is known, whether that is a parent or a carer."""
    family = control.family
    people = family.partners(family.partnerships[link.partnership])
    known = [person for person in people if not is_placeholder(family.people[person])]
    what = "parent" if link.descent is Descent.BIRTH else "step-parent" if link.descent is Descent.STEP else "carer"
    if not known:
        return f"{what}s not known" if len(people) == 2 else f"a {what} not known"
    names = control.names(known)
    return names if len(known) == len(people) else f"{names} and a {what} not known"


def _origin(control: "CanvasControl", person: str, link: ChildOf) -> None:
    descents = list(DESCENTS.values())

    def take(number: int) -> None:
        if number == len(descents):
            control.edits.remove_origin(link)
        elif link.descent is Descent.BIRTH and descents[number] is not Descent.BIRTH:
            _by_whom(control, person, link, descents[number])
            return
        else:
            control.edits.descent(link, descents[number])
        control.finish(person)

    whose = WHOSE[link.descent].format(control.name(person), parents_of(control, link))
    control.choose(f"{whose} What is right?", [*DESCENTS, "Not their child"], take, "bafksn")


def _by_whom(control: "CanvasControl", person: str, link: ChildOf, descent: Descent) -> None:
    """Whether those who are drawn as the parents foster, adopt …, or somebody else does beside them."""

    def take(number: int) -> None:
        if number == 0:
            control.edits.descent(link, descent)
            control.finish(person)
        else:
            control.foot.asked = f"carers/{person}"  # what is half-typed now belongs to that question
            carers_of_kind(control, person, descent)

    control.choose(BY_WHOM[descent], [parents_of(control, link), "Somebody else"], take)


def twins(control: "CanvasControl", person: str) -> None:
    """A twin among the siblings or somebody new; of twins: identical, then no twins."""
    family = control.family
    if twin_tie(family, person):
        control.edits.twins_next(person)
        said = "identical twins.  t again: not twins." if twin_tie(control.family, person) else "no twins any more."
        control.say(f"{control.name(person)}: {said}")
        return
    siblings = [other for other in family.siblings(person) if other != person]

    def take(number: int) -> None:
        if number < len(siblings):
            control.edits.twins(person, siblings[number])
            both = control.names([person, siblings[number]])
            control.finish(person, f"{both} are twins.  t again: identical.")
        else:
            control.ask(f"Twin of {control.name(person)}", typed, "Name m/f")

    def typed(line: str) -> None:
        from_line = control.edits.twin(person, line)
        control.finish(from_line, f"{control.names([person, from_line])} are twins.  t again: identical.")

    if siblings:
        names = [control.name(other) for other in siblings]
        keys = "123456789abcdefghijklm"[: len(siblings)] + "n"
        control.choose(f"Twin of {control.name(person)}:", [*names[:22], "Somebody new"], take, keys)
    else:
        take(0)


ASKS: dict[str, Callable[["CanvasControl", str], None]] = {
    "change": change,
    "gender": gender,
    "died": died,
    "index": index,
    "delete": delete,
    "details": details,
    "origin": origin,
    "twins": twins,
}
