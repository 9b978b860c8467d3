"""The form's part about friends and professionals: whether somebody is one, and whose."""

from models.genogram import Person
from models.session import set_fields
from widgets.canvas.form_parts import FormContext, PersonChoice, Section, above, tick


class FriendFields(Section):
    """Outside the family, and whose friend."""

    def __init__(self, context: FormContext) -> None:
        super().__init__("Friend or professional")
        self._context = context
        self._outside = tick("Outside the family", self._turn)
        self._whose = PersonChoice("Friend of", context, "nobody in particular", self._others)
        self._whose.picked.connect(lambda other: self._set(friend_of=other))
        self._part = above("Friend of", self._whose)
        self.inside.addWidget(self._outside)
        self.inside.addWidget(self._part)

    def show_person(self, person: Person) -> None:
        """Show whether this person is a friend, and whose; whoever has relatives is not asked."""
        family = self._context.family
        tied = person.id in family.couples or person.id in family.origins
        self.setVisible(person.outside or not tied)
        self._outside.setChecked(person.outside)
        self._part.setVisible(person.outside)
        self._whose.show_value(person.friend_of)

    def _others(self) -> list[str]:
        return [person for person in self._context.family.people if person != self._context.person]

    def _turn(self) -> None:
        outside = self._outside.isChecked()
        held = self._context.family.people[self._context.person]
        self._set(outside=outside, friend_of=held.friend_of if outside else "")

    def _set(self, **fields: object) -> None:
        document = self._context.document
        held = self._context.family.people[self._context.person]
        document.do("Change friend", [set_fields(document.session, held, **fields)])
