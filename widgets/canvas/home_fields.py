"""The form's part about where somebody lives: under which roof, its name, and with whom."""

from PySide6.QtWidgets import QPushButton, QWidget

from models.family_homes import set_household
from models.genogram import Household, Person
from widgets.canvas.form_parts import Choice, FormContext, PersonChoice, Section, above, button
from widgets.parts.reflow import FlowLayout

NOWHERE, NEW = "not drawn", "a place of their own"


class HomeFields(Section):
    """Where the person lives; who else lives there can be taken in and out."""

    def __init__(self, context: FormContext) -> None:
        super().__init__("Lives in")
        self._context = context
        self._where = Choice("Lives in", {})
        self._where.picked.connect(self._move)
        self.title.setBuddy(self._where)
        self.title.setAccessibleName("Lives in:")
        self._name = context.line("Name of the place", "Name a household", "name", "Mum’s flat, foster care …", True)
        self._named = above("Name of the place", self._name.line)
        self._with = QWidget()
        self._flow = FlowLayout(self._with, 4)
        self._in = PersonChoice("Lives here too", context, "choose", self._others)
        self._in.picked.connect(self._take_in)
        self._take = above("Lives here too", self._in)
        self._buttons: dict[str, QPushButton] = {}
        self._home = ""
        for part in (self._where, self._named, self._with, self._take):
            self.inside.addWidget(part)

    def show_person(self, person: Person) -> None:
        """Show where this person lives now."""
        family = self._context.family
        home = family.household_of(person.id)
        options: dict[str, str] = {NOWHERE: ""}
        for other in family.households:
            people = [each for each in other.people if each in family.people]
            words = self._context.masking.text(other.name) or f"with {self._context.names(people[:3])}"
            while words in options:
                words += " "
            options[words] = other.id
        options[NEW] = NEW
        self._where.offer(options)
        self._where.show_value(home.id if home else "")
        if (home.id if home else "") != self._home:
            self._home = home.id if home else ""
            self._name.binding.point_at(home)
        for part in (self._named, self._with, self._take):
            part.setVisible(home is not None)
        if home is not None:
            self._show_others(home)
            self._in.show_value("")

    def _show_others(self, home: Household) -> None:
        people = [each for each in home.people if each in self._context.family.people]
        for gone in [each for each in self._buttons if each not in people]:
            old = self._buttons.pop(gone)
            old.hide()
            self._flow.removeWidget(old)
            old.deleteLater()
        for each in people:
            if each not in self._buttons:
                self._buttons[each] = button("", act=lambda who=each: self._take_out(who))  # type: ignore[misc]
                self._flow.addWidget(self._buttons[each])
                self._buttons[each].show()
            text = f"Take out {self._context.name(each)}"
            self._buttons[each].setText(text.replace("&", "&&"))
            self._buttons[each].setAccessibleName(text)

    def _held(self) -> Household | None:
        return self._context.family.household_of(self._context.person)

    def _others(self) -> list[str]:
        home = self._held()
        return [person for person in self._context.family.people if home is None or person not in home.people]

    def _take_in(self, person: str) -> None:
        home = self._held()
        if home is not None and person:
            self._set(home, (*home.people, person))

    def _take_out(self, person: str) -> None:
        home = self._held()
        if home is not None:
            self._set(home, tuple(each for each in home.people if each != person))

    def _move(self, where: str) -> None:
        """Into another household, a new one, or none."""
        person, home = self._context.person, self._held()
        if where == NEW:
            self._set(None, (person,))
        elif not where:
            self._take_out(person)
        elif home is None or where != home.id:
            other = next(each for each in self._context.family.households if each.id == where)
            self._set(other, (*other.people, person))

    def _set(self, home: Household | None, people: tuple[str, ...]) -> None:
        document = self._context.document
        changes = set_household(document.session, home, people, home.name if home else "", document.new_id)
        document.do("Change household", changes)
