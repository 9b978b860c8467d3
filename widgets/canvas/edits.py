"""People typed on the canvas, as edits of the document; each says who has the focus afterwards.

Somebody who is drawn already is given as a person, and only the ties are new then.
"""

from collections.abc import Sequence
from dataclasses import replace

from models import family as people_edits
from models import family_couples as couple_edits
from models.family_checks import refuse_own_ancestors
from models.genogram import ChildOf, Descent, Gender, Life, Partnership, Person
from models.kin import Family
from models.person_text import PersonText, changed, parse_person
from models.session import Change
from models.unborn_text import parse_unborn, unborn_changed
from widgets.canvas.tie_edits import TieEdits

#: Whom an edit is about: the line that was typed, what was read from it, or a person who is drawn already.
Who = str | PersonText | Person


class CanvasEdits(TieEdits):
    """Edits of one document's genogram, each one step of undo."""

    def _person(self, typed: Who, gender: Gender = Gender.UNKNOWN) -> Person:
        """Who was typed, or who is drawn already."""
        if isinstance(typed, Person):
            return typed
        text = parse_person(typed) if isinstance(typed, str) else typed
        return people_edits.person_from(self.document.session, text, self.document.new_id(), gender)

    def _tie(self, label: str, changes: list[Change], *who: Who) -> None:
        """Make changes that tie people; OwnAncestorError where somebody drawn already cannot be tied so."""
        if any(isinstance(each, Person) for each in who):
            refuse_own_ancestors(self.document.session, changes)
        self.document.do(label, changes)

    def add(self, typed: str) -> str:
        """Somebody tied to nobody."""
        person = self._person(parse_person(typed))
        self.document.do("Add person", people_edits.add_person(person))
        return person.id

    def parent(self, child: str, typed: Who) -> str:
        """A parent; the gender is likely the mother's, the second one's follows from the first one's. Gives whom."""
        family = self.family
        known = [family.people[parent] for parent in people_edits.own_parents(family, child)]
        likely = people_edits.likely_partner_gender(known[0]) if known else Gender.FEMALE
        parent = self._person(typed, likely)
        changes = people_edits.add_parent(self.document.session, child, parent, self.document.new_id)
        self._tie("Add parent", changes, typed)
        people = self.family.people
        if parent.id in people:
            return parent.id
        placed = people_edits.own_parents(self.family, child)  # in the place of one not known
        return next((other for other in placed if people[other].name == parent.name), "")

    def sibling(self, person: str, typed: Who, twin: bool = False) -> str:
        """A sibling; a twin is as old where no age was typed."""
        text = parse_person(typed) if isinstance(typed, str) else typed if isinstance(typed, PersonText) else None
        twin = twin or (text is not None and text.twin)
        old = self.family.people[person]
        if text is not None and twin and not text.age and not text.born:
            text = replace(text, age=old.age, born=old.born)
        sibling = self._person(text if text is not None else typed)
        session, new_id = self.document.session, self.document.new_id
        descent = (text.descent if text is not None else None) or Descent.BIRTH
        changes = people_edits.add_sibling(session, person, sibling, new_id, descent)
        if twin:
            changes = _as_twins(changes, self.family, person, sibling.id, new_id(), bool(text and text.identical))
        self._tie("Add twin" if twin else "Add sibling", changes, typed)
        return sibling.id

    def twin(self, person: str, typed: str) -> str:
        """A twin nobody has drawn yet."""
        return self.sibling(person, typed, twin=True)

    def child(self, parent: Partnership | str, typed: Who) -> str:
        """A child of a couple, or of one person alone."""
        text = parse_person(typed) if isinstance(typed, str) else typed
        child = self._person(text)
        descent = (text.descent if isinstance(text, PersonText) else None) or Descent.BIRTH
        changes = people_edits.add_child(self.document.session, parent, child, self.document.new_id, descent)
        self._tie("Add child to the family", changes, typed)
        return child.id

    def pregnancy(self, parent: Partnership | str, typed: str) -> str:
        """A pregnancy or a loss: weeks, the due date, "stillbirth 2014" …"""
        text = parse_unborn(typed)
        child = self._person(text)
        changes = people_edits.add_child(self.document.session, parent, child, self.document.new_id)
        self.document.do(f"Add {text.life.value}", changes)
        return child.id

    def partner(self, person: str, typed: Who, also_parent: bool) -> str:
        """A partner; gives whom."""
        likely = people_edits.likely_partner_gender(self.family.people[person])
        partner = self._person(typed, likely)
        session, new_id = self.document.session, self.document.new_id
        changes = people_edits.add_partner(session, person, partner, new_id, also_parent)
        self._tie("Add partner", changes, typed)
        return partner.id

    def carers(self, child: str, typed: Sequence[Who], descent: Descent) -> None:
        """One or two people whose child this is as well."""
        carers = [self._person(each) for each in typed]
        if len(carers) == 2 and carers[0].rank == carers[1].rank:
            carers[1] = replace(carers[1], rank=carers[0].rank + 1)
        changes = couple_edits.add_carers(self.document.session, child, carers, descent, self.document.new_id)
        self._tie("Add carers", changes, *typed)

    def step_parent(self, child: str, parent: str, typed: Who) -> None:
        """A partner of a parent, whose stepchild this is."""
        session, new_id = self.document.session, self.document.new_id
        partner = self._person(typed, people_edits.likely_partner_gender(self.family.people[parent]))
        couple = people_edits.couple_of(self.family, parent, partner.id)
        changes = [] if couple else people_edits.add_partner(session, parent, partner, new_id)
        held = couple or next(change.after for change in changes if isinstance(change.after, Partnership))
        tied = any(link.partnership == held.id for link in self.family.origins.get(child, ()))
        if not tied:
            changes = [*changes, Change(None, ChildOf(new_id(), child, held.id, Descent.STEP))]
        self._tie("Add step-parent", changes, typed)

    def friend(self, person: str, typed: Who) -> str:
        """A friend, professional or other important person; gives whom."""
        friend = self._person(typed)
        self.document.do("Add friend", people_edits.add_friend(self.document.session, person, friend))
        return friend.id

    def change(self, person: str, typed: str) -> None:
        """Name, age, gender and the rest of the line typed anew."""
        held = self.family.people[person]
        after = changed(held, typed) if people_edits.is_known(held) else unborn_changed(held, typed)
        self.document.do("Change person", [Change(held, after)])

    def gender(self, person: str, gender: Gender) -> None:
        """The gender that the person has."""
        self.document.do("Change gender", people_edits.set_gender(self.family.people[person], gender))

    def died(self, person: str) -> None:
        """Died, or not after all."""
        self.document.do("Change who has died", people_edits.turn_died(self.family.people[person]))

    def life(self, person: str, life: Life) -> None:
        """How a pregnancy ended."""
        self.document.do("Change pregnancy", people_edits.set_life(self.family.people[person], life))

    def index(self, person: str) -> None:
        """An index child, or not after all."""
        self.document.do("Change index child", people_edits.turn_index(self.family.people[person]))

    def pin(self, person: str, place: tuple[float, float] | None) -> None:
        """Let a person stand exactly there, or go where the layout has them."""
        held = self.family.people[person]
        x, y = place or (None, None)
        label = "Move person" if place else "Let person go to the layout"
        self.document.do(label, [Change(held, replace(held, x=x, y=y))])

    def delete(self, person: str) -> str:
        """Take a person away; gives the nearest relative, who has the focus then."""
        family = self.family
        partners = [family.partner_in(couple, person) for couple in family.couples.get(person, ())]
        near = [*family.parents(person), *filter(None, partners), *family.siblings(person), *family.children_of(person)]
        self.document.do("Delete person", people_edits.delete_person(self.document.session, person))
        left = self.family.people
        return next((other for other in (*near, *left) if other in left), "")


def _as_twins(
    changes: list[Change], family: Family, person: str, sibling: str, key: str, identical: bool
) -> list[Change]:
    """The same changes, with the two as twins: by the new ties, and by the one that the person has already."""
    new = next(
        change.after for change in changes if isinstance(change.after, ChildOf) and change.after.child == sibling
    )
    mine = next((link for link in family.origins.get(person, ()) if link.partnership == new.partnership), None)
    key = (mine.twins if mine else "") or key
    made = [
        Change(change.before, replace(change.after, twins=key, identical=identical))
        if isinstance(change.after, ChildOf)
        else change
        for change in changes
    ]
    if mine is not None:
        made.append(Change(mine, replace(mine, twins=key, identical=identical)))
    return made
