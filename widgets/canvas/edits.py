"""What is typed on the canvas, as edits of the document; each says who has the focus afterwards."""

from dataclasses import replace

from app.document import Document
from models import family as edits
from models.genogram import Gender, Life, Line, Partnership, Person
from models.kin import Family, family_of
from models.person_text import PersonText, parse_person
from models.session import Change


class CanvasEdits:
    """Edits of one document's genogram, each one step of undo."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @property
    def family(self) -> Family:
        """The family as it is now."""
        return family_of(self.document.session)

    def _person(self, text: PersonText, gender: Gender = Gender.UNKNOWN) -> Person:
        return edits.person_from(self.document.session, text, self.document.new_id(), gender)

    def add(self, typed: str) -> str:
        """Somebody tied to nobody."""
        person = self._person(parse_person(typed))
        self.document.do("Add person", edits.add_person(person))
        return person.id

    def parent(self, child: str, typed: str) -> str:
        """A parent; the second one's gender follows from the first one's where it is not typed."""
        family = self.family
        known = [family.people[parent] for parent in family.parents(child)]
        likely = edits.likely_partner_gender(known[0]) if known else Gender.FEMALE
        parent = self._person(parse_person(typed), likely)
        changes = edits.add_parent(self.document.session, child, parent, self.document.new_id)
        self.document.do("Add parent", changes)
        return child

    def sibling(self, person: str, typed: str) -> str:
        """A sibling."""
        sibling = self._person(parse_person(typed))
        changes = edits.add_sibling(self.document.session, person, sibling, self.document.new_id)
        self.document.do("Add sibling", changes)
        return sibling.id

    def child(self, parent: Partnership | str, typed: str) -> str:
        """A child of a couple, or of one person alone."""
        child = self._person(parse_person(typed))
        changes = edits.add_child(self.document.session, parent, child, self.document.new_id)
        self.document.do("Add child", changes)
        return child.id

    def pregnancy(self, parent: Partnership | str, typed: str) -> str:
        """A pregnancy: what is typed are the weeks or the due date, with or without "w" and a name."""
        child = self._person(_unborn(typed.strip()))
        changes = edits.add_child(self.document.session, parent, child, self.document.new_id)
        self.document.do("Add pregnancy", changes)
        return child.id

    def partner(self, person: str, typed: str, also_parent: bool) -> str:
        """A partner; the focus stays, so that the next key acts on the same person."""
        likely = edits.likely_partner_gender(self.family.people[person])
        partner = self._person(parse_person(typed), likely)
        changes = edits.add_partner(self.document.session, person, partner, self.document.new_id, also_parent)
        self.document.do("Add partner", changes)
        return person

    def friend(self, person: str, typed: str) -> str:
        """A friend or other important person."""
        friend = self._person(parse_person(typed))
        self.document.do("Add friend", edits.add_friend(self.document.session, person, friend))
        return person

    def change(self, person: str, typed: str) -> str:
        """Name, age and gender typed anew."""
        self.document.do("Change person", edits.set_text(self.family.people[person], parse_person(typed)))
        return person

    def part(self, person: str) -> str:
        """Separated, then divorced, then together; gives what they are now, "" where there is no couple."""
        couple = edits.latest_couple(self.family, person)
        if couple is None:
            return ""
        changes = edits.part_further(couple)
        self.document.do("Change how a couple is together", changes)
        return changes[0].after.parting.value or "together"

    def bond(self, person: str) -> str:
        """Married, living together, in a relationship, by turns; gives which now, "" where there is no couple."""
        couple = edits.latest_couple(self.family, person)
        if couple is None:
            return ""
        changes = edits.bond_next(couple)
        self.document.do("Change how a couple is together", changes)
        return str(changes[0].after.bond.value).replace("_", " ")

    def died(self, person: str) -> None:
        """Died, or not after all."""
        self.document.do("Change who has died", edits.turn_died(self.family.people[person]))

    def index(self, person: str) -> None:
        """The index child."""
        self.document.do("Change the index child", edits.set_index(self.document.session, person))

    def household(self, first: str, people: list[str], name: str) -> None:
        """Who lives under one roof with `first`."""
        held = self.family.household_of(first)
        session = self.document.session
        self.document.do("Change a household", edits.set_household(session, held, people, name, self.document.new_id))

    def line(self, first: str, second: str, kind: Line) -> None:
        """A line between two people; the same one again takes it away."""
        same = [tie for tie in self.family.relationships if (tie.first, tie.second, tie.line) == (first, second, kind)]
        if same:
            self.document.do("Remove line", [Change(tie, None) for tie in same])
        else:
            self.document.do("Add line", edits.add_relationship(first, second, kind, self.document.new_id()))

    def pin(self, person: str, place: tuple[float, float] | None) -> None:
        """Let a person stand exactly there, or go where the layout has them."""
        held = self.family.people[person]
        x, y = place or (None, None)
        label = "Move person" if place else "Let person go"
        self.document.do(label, [Change(held, replace(held, x=x, y=y))])

    def delete(self, person: str) -> str:
        """Take a person away; gives the nearest relative, who has the focus then."""
        family = self.family
        partners = [family.partner_in(couple, person) for couple in family.couples.get(person, ())]
        near = [*family.parents(person), *filter(None, partners), *family.siblings(person), *family.children_of(person)]
        self.document.do("Delete person", edits.delete_person(self.document.session, person))
        left = self.family.people
        return next((other for other in (*near, *left) if other in left), "")


def _unborn(typed: str) -> PersonText:
    """ "18", "18w" and "Ada 18" are weeks; anything else with a digit is the date due, and without one a name."""
    text = parse_person(typed)
    if text.life is Life.PREGNANCY:
        return text
    if typed.isdecimal() or text.age:
        return PersonText("" if typed.isdecimal() else text.name, f"{text.age or typed}w", life=Life.PREGNANCY)
    due = any(sign.isdecimal() for sign in typed)
    return PersonText("" if due else typed, typed if due else "", life=Life.PREGNANCY)
