"""What keys, buttons and the line at the foot do to the family: one person in focus, one thing at a time."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.document import Document
from models import family as edits
from models.genogram import Line, Partnership, Person
from models.kin import Family, called, family_of
from widgets.canvas.commands import GUIDE, LINE_NAMES
from widgets.canvas.edits import CanvasEdits
from widgets.canvas.foot import Foot
from widgets.canvas.modes import Choosing, Gathering, Idle, Joining, Mode, Typing

HINT = "Name age m/f"


class CanvasControl(QObject):
    """Turns commands into questions at the foot, and answers into edits.

    Signals:
        focus_changed: another person is in focus, or others are marked.
        keys_wanted: the picture should have the keyboard.
    """

    focus_changed = Signal()
    keys_wanted = Signal()

    def __init__(self, document: Document, foot: Foot, shown: Callable[[str], str], parent: QObject) -> None:
        """`shown` gives a text as it may be shown now (masked or not)."""
        super().__init__(parent)
        self.document = document
        self.foot = foot
        self.edits = CanvasEdits(document)
        self.mode: Mode = Idle()
        self.focus = ""
        self.visited: list[str] = []
        self._shown = shown
        self._resumed = False
        foot.entered.connect(self.enter)
        foot.chosen.connect(self.pick)
        foot.left.connect(self.rest)

    @property
    def family(self) -> Family:
        """The family as it is now."""
        return family_of(self.document.session)

    @property
    def marked(self) -> Collection[str]:
        """Who is marked: the household being gathered, or where a line begins."""
        if isinstance(self.mode, Gathering):
            return self.mode.people
        return (self.mode.first,) if isinstance(self.mode, Joining) else ()

    def name(self, person: str) -> str:
        """How a person is called in the line at the foot."""
        return self._shown(called(self.family.people[person]))

    # Focus

    def focus_on(self, person: str) -> None:
        """Put a person in focus; where questions were open, they are dropped."""
        if isinstance(self.mode, (Typing, Choosing)):
            self.foot.drop_half_typed()
            self.rest()
        self._set_focus(person)

    def _set_focus(self, person: str) -> None:
        self.focus = person
        if person:
            self.visited = [*self.visited[-40:], person]
        self.focus_changed.emit()
        self._say()

    def follow(self) -> None:
        """After the document changed: the focus goes to somebody who is there."""
        people = self.family.people
        if self.focus not in people:
            self.mode = Idle()
            latest = next((person for person in reversed(self.visited) if person in people), "")
            self._set_focus(latest or self._first(people))
        if not people:
            self.rest()
        elif not self._resumed and self.foot.half_typed():
            self.run("add")  # somebody was being typed when the computer stopped
        self._resumed = True

    def _first(self, people: Mapping[str, Person]) -> str:
        """The index child, else whoever was entered first."""
        return next((one.id for one in people.values() if one.index), next(iter(people), ""))

    def rest(self) -> None:
        """Back to where keys act on the person in focus; with nobody there, to asking for the first."""
        self.mode = Idle()
        self.focus_changed.emit()
        if self.family.people:
            self._say()
            self.keys_wanted.emit()
        else:
            self.mode = Typing(self._add)
            self.foot.ask("First person", HINT, may_leave=False)

    def _say(self) -> None:
        if isinstance(self.mode, Idle):
            self.foot.say(f"{self.name(self.focus)}:  {GUIDE}" if self.focus else "Add person begins the genogram.")
        elif isinstance(self.mode, Joining):
            words = LINE_NAMES[self.mode.line]
            self.foot.walk(f"{words}: walk or click to the other person, then Enter.")

    # Commands

    def run(self, command: str) -> None:
        """Do what a key or a button stands for."""
        if command == "add":
            self._ask("Add person", self._add)
        elif self.focus:
            getattr(self, f"_do_{command}")(self.focus)

    def _ask(self, text: str, take: Callable[[str], None], hint: str = HINT, empty_too: bool = False) -> None:
        self.mode = Typing(take, empty_too)
        self.foot.ask(text, hint)

    def _choose(self, text: str, options: Sequence[str], take: Callable[[int], None], keys: str = "") -> None:
        self.mode = Choosing(take, len(options), keys)
        self.foot.choose(text, options)
        self.keys_wanted.emit()

    def _finish(self, focus: str) -> None:
        self.mode = Idle()
        self._set_focus(focus)
        self.keys_wanted.emit()

    def _add(self, typed: str) -> None:
        self._finish(self.edits.add(typed))

    def _do_parents(self, child: str) -> None:
        wanted = edits.parents_wanted(self.family, child)
        if not wanted:
            self.foot.say(f"Both parents of {self.name(child)} are there already.")
            return
        which = "First parent" if wanted == 2 else "Other parent"
        text = f"{which} of {self.name(child)} (? for not known; Enter alone to leave out)"
        self._ask(text, partial(self._take_parent, child), "Name age (m/f)", empty_too=True)

    def _take_parent(self, child: str, typed: str) -> None:
        if not typed.strip():
            self._finish(child)
            return
        before = edits.parents_wanted(self.family, child)
        self.edits.parent(child, typed)
        if before == 2 and len(self.family.parents(child)) == 1:
            self._do_parents(child)
        else:
            self._finish(child)

    def _do_sibling(self, person: str) -> None:
        self._ask(f"Sibling of {self.name(person)}", lambda typed: self._finish(self.edits.sibling(person, typed)))

    def _do_child(self, person: str) -> None:
        self._of_which(person, "Child", self.edits.child, HINT)

    def _do_pregnancy(self, person: str) -> None:
        if self.family.people[person].life.value != "person":
            self.foot.say("A pregnancy is entered on its mother or father.")
            return
        self._of_which(person, "Pregnancy", self.edits.pregnancy, "Weeks, or date due")

    def _of_which(self, person: str, what: str, add: Callable[[Partnership | str, str], str], hint: str) -> None:
        """Ask for a child, first of which partnership where there are several."""
        family = self.family
        couples = family.couples.get(person, [])

        def take(number: int) -> None:
            parent: Partnership | str = couples[number] if number < len(couples) else person
            other = family.partner_in(couples[number], person) if number < len(couples) else ""
            parents = f"{self.name(person)} and {self.name(other)}" if other else self.name(person)
            self._ask(f"{what} of {parents}", lambda typed: self._finish(add(parent, typed)), hint)

        if len(couples) < 2:
            take(0)
            return
        others = [family.partner_in(couple, person) for couple in couples]
        options = [f"with {self.name(other)}" if other else "other parent not known" for other in others]
        if all(others):
            options.append("other parent not known")
        self._choose(f"{what} of {self.name(person)}:", options, take)

    def _do_partner(self, person: str) -> None:
        children = edits.children_without_second_parent(self.family, person)
        names = ", ".join(self.name(child) for child in children)

        def take(typed: str) -> None:
            if not children:
                self._finish(self.edits.partner(person, typed, also_parent=False))
                return

            def answered(number: int) -> None:
                self._finish(self.edits.partner(person, typed, also_parent=number == 0))

            self._choose(f"Also parent of {names}?", ["Yes", "No"], answered, "yn")

        self._ask(f"Partner of {self.name(person)}", take, "Name age (m/f)")

    def _do_friend(self, person: str) -> None:
        self._ask(f"Friend of {self.name(person)}", lambda typed: self._finish(self.edits.friend(person, typed)))

    def _do_change(self, person: str) -> None:
        who = self.family.people[person]
        if self._shown(who.name) != who.name:
            self.foot.say("Names are masked. Show them to change one.")
            return
        letter = {"male": "m", "female": "f", "other": "o"}.get(who.gender.value, "?")
        typed = " ".join(part for part in (who.name, who.age, letter if who.life.value == "person" else "") if part)

        def take(text: str) -> None:
            self._finish(self.edits.change(person, text))

        self.mode = Typing(take)
        self.foot.ask("Change to", HINT, typed, of=person)

    def _do_part(self, person: str) -> None:
        now = self.edits.part(person)
        self.foot.say(f"Now {now}.  / again changes it further." if now else "There is no partner yet: b adds one.")

    def _do_bond(self, person: str) -> None:
        now = self.edits.bond(person)
        self.foot.say(f"Now {now}.  m again changes it further." if now else "There is no partner yet: b adds one.")

    def _do_died(self, person: str) -> None:
        self.edits.died(person)

    def _do_index(self, person: str) -> None:
        self.edits.index(person)

    def _do_delete(self, person: str) -> None:
        self._set_focus(self.edits.delete(person))
        self.rest()

    def _do_household(self, person: str) -> None:
        held = self.family.household_of(person)
        people = list(held.people) if held else list(edits.likely_household(self.family, person))
        self.mode = Gathering(person, people)
        text = "Who lives here? Space takes in or out, letters name the place, Enter ends."
        self.foot.walk(text, "Name of the place", held.name if held else "")
        self.focus_changed.emit()
        self.keys_wanted.emit()

    def _do_line(self, person: str) -> None:
        lines = list(Line)

        def take(number: int) -> None:
            self.mode = Joining(person, lines[number])
            self._set_focus(person)
            self.keys_wanted.emit()

        self._choose(f"Line from {self.name(person)}:", [LINE_NAMES[line] for line in lines], take)

    # Answers

    def enter(self, typed: str) -> None:
        """Enter was pressed with this in the field."""
        mode = self.mode
        if isinstance(mode, Typing):
            if typed.strip() or mode.empty_too:
                mode.take(typed)
            elif self.family.people:
                self.rest()
        elif isinstance(mode, Gathering):
            self.edits.household(mode.first, mode.people, typed.strip())
            self.rest()
        elif isinstance(mode, Joining) and self.focus != mode.first:
            self.edits.line(mode.first, self.focus, mode.line)
            self._finish(mode.first)

    def pick(self, number: int) -> None:
        """One of the answers was chosen, counted from 0."""
        if isinstance(self.mode, Choosing) and number < self.mode.count:
            self.mode.take(number)

    def toggle(self, person: str) -> None:
        """Take a person into the household being gathered, or out of it."""
        if isinstance(self.mode, Gathering):
            if person in self.mode.people:
                self.mode.people.remove(person)
            else:
                self.mode.people.append(person)
            self.focus_changed.emit()
