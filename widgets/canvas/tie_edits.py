"""What couples, households and lines become on the canvas, as edits of the document."""

from dataclasses import replace

from app.document import Document
from models import family_couples as couple_edits
from models import family_homes as home_edits
from models.genogram import ChildOf, Descent, Household, Line, Partnership, Person, Relationship
from models.kin import Family, family_of
from models.session import Change

_KINDS = frozenset({Person, Partnership, ChildOf, Household, Relationship})

#: How a couple's parting and bond are said at the foot.
PARTING_WORDS = {"": "together", "separated": "separated", "divorced": "divorced", "reunited": "reunited"}
BOND_WORDS = {"married": "married", "living_together": "living together", "relationship": "in a relationship"}
_COUPLE = "Change how a couple is together"


class TieEdits:
    """Edits of what goes between people, each one step of undo; and the family, read once for each change."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._family: Family | None = None
        document.changed.connect(self._forget)

    @property
    def family(self) -> Family:
        """The family as it is now."""
        if self._family is None:
            self._family = family_of(self.document.session)
        return self._family

    def _forget(self, changes: list[Change]) -> None:
        if any(change.kind in _KINDS for change in changes):
            self._family = None

    def part(self, couple: Partnership | str) -> Partnership | None:
        """One step on: separated, divorced, reunited, together; gives the couple as it is now.

        Of a person, by id, it is the latest couple; None where there is none.
        """
        if isinstance(couple, str):
            held = couple_edits.couples_of_two(self.family, couple)
            return self.part(held[-1]) if held else None
        return self._couple(_COUPLE, couple_edits.part_further(couple))

    def bond(self, couple: Partnership) -> Partnership:
        """Married, living together, in a relationship, by turns; gives the couple as it is now."""
        return self._couple(_COUPLE, couple_edits.bond_next(couple))

    def date(self, couple: Partnership, word: str, when: str) -> Partnership:
        """When they married, parted and so on."""
        return self._couple("Change a couple’s dates", couple_edits.set_date(couple, word, when))

    def _couple(self, label: str, changes: list[Change]) -> Partnership:
        self.document.do(label, changes)
        after: Partnership = changes[0].after
        return after

    def move(self, couple: Partnership, by: int) -> bool:
        """Earlier (-1) or later (1) among the partnerships of one of the two; whether it could be moved."""
        changes = couple_edits.move_couple(self.family, couple, by)
        self.document.do("Move partner", changes)
        return bool(changes)

    def remove_couple(self, couple: Partnership) -> None:
        """They were no couple after all."""
        self.document.do("Delete couple", couple_edits.remove_couple(self.family, couple))

    def descent(self, link: ChildOf, descent: Descent) -> None:
        """How a child is theirs."""
        self.document.do("Change how a child is theirs", couple_edits.set_descent(link, descent))

    def remove_origin(self, link: ChildOf) -> None:
        """Nobody's child any more, as far as this tie goes."""
        self.document.do("Remove child from parents", couple_edits.remove_origin(self.family, link))

    def twins(self, one: str, other: str, identical: bool = False) -> None:
        """Two siblings are twins."""
        new_id = self.document.new_id
        self.document.do("Make twins", couple_edits.make_twins(self.family, one, other, new_id, identical))

    def identical(self, link: ChildOf, identical: bool) -> None:
        """Identical twins, or not."""
        self.document.do("Change twins", couple_edits.set_identical(self.family, link, identical))

    def twins_next(self, person: str) -> None:
        """Identical, then no twins."""
        self.document.do("Change twins", couple_edits.twins_next(self.family, person))

    def household(self, first: str, people: list[str], name: str) -> None:
        """Who lives under one roof with `first`."""
        held = self.family.household_of(first)
        session, new_id = self.document.session, self.document.new_id
        changes = home_edits.set_household(session, held, people, name, new_id)
        self.document.do("Change household", changes)

    def line(self, first: str, second: str, kind: Line, label: str = "") -> None:
        """Another line between two people."""
        self.document.do(
            "Add relationship line", home_edits.add_relationship(first, second, kind, self.document.new_id(), label)
        )

    def change_line(self, held: Relationship, first: str, second: str, kind: Line, label: str = "") -> None:
        """A line becomes another kind, from `first` to `second`."""
        after = replace(held, first=first, second=second, line=kind, label=label)
        self.document.do("Change relationship line", [Change(held, after)])

    def remove_line(self, held: Relationship) -> None:
        """Nothing of that kind goes on between the two."""
        self.document.do("Delete relationship line", [Change(held, None)])
