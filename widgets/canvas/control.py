"""What keys, buttons and the line at the foot do to the family: one person in focus, one thing at a time.

What each command asks stands in `asks_kin`, `asks_carers`, `asks_couple`, `asks_person` and `asks_ties`.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from app.document import Document
from models.family_checks import OwnAncestorError
from models.genogram import Person
from models.kin import Family, called
from models.session import Change
from widgets.canvas import asks_carers, asks_couple, asks_kin, asks_person, asks_ties
from widgets.canvas.commands import guide_for
from widgets.canvas.edits import CanvasEdits
from widgets.canvas.foot import Foot
from widgets.canvas.modes import CHOICE_KEYS, Choosing, CoupleInHand, Gathering, Idle, Joining, Mode, Typing

HINT = "Name age m/f"
LONGEST = 24  # letters of a name in the line at the foot

_ASKS: dict[str, Callable[["CanvasControl", str], None]] = {
    **asks_kin.ASKS,
    **asks_carers.ASKS,
    **asks_couple.ASKS,
    **asks_person.ASKS,
    **asks_ties.ASKS,
}


class CanvasControl(QObject):
    """Turns commands into questions at the foot, and answers into edits.

    Signals:
        focus_changed: another person is in focus, or others are marked.
        keys_wanted: the picture should have the keyboard.
        details_wanted(str): somebody asks for the form with everything about this person, by id.
    """

    focus_changed = Signal()
    keys_wanted = Signal()
    details_wanted = Signal(str)

    def __init__(self, document: Document, foot: Foot, shown: Callable[[str], str], parent: QObject) -> None:
        """`shown` gives a text as it may be shown now (masked or not)."""
        super().__init__(parent)
        self.document = document
        self.foot = foot
        self.edits = CanvasEdits(document)
        self.mode: Mode = Idle()
        self.focus = ""
        self.visited: list[str] = []
        self.guessed: list[str] = []  # whose gender was not typed in what was entered last
        self.couple: CoupleInHand | None = None  # what `/` and `m` act on without asking again
        self.shown = shown
        self._resumed = False
        self._answering = False
        foot.entered.connect(self.enter)
        foot.chosen.connect(self.pick)
        foot.left.connect(self.rest)

    @property
    def family(self) -> Family:
        """The family as it is now."""
        return self.edits.family

    @property
    def marked(self) -> Collection[str]:
        """Who is marked: the household being gathered, or where a line begins."""
        if isinstance(self.mode, Gathering):
            return self.mode.people
        return (self.mode.first,) if isinstance(self.mode, Joining) else ()

    def name(self, person: str) -> str:
        """How a person is called in the line at the foot."""
        name = self.shown(called(self.family.people[person]))
        return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"

    def names(self, people: Sequence[str]) -> str:
        """Several people in the line at the foot."""
        names = [self.name(person) for person in people[:4]]
        if len(people) > 4:
            names[3:] = [f"{len(people) - 3} more"]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""

    # Focus

    def focus_on(self, person: str) -> None:
        """Put a person in focus; where questions were open, they are dropped."""
        if isinstance(self.mode, (Typing, Choosing)):
            self.foot.drop_half_typed()
            self.rest()
        self._set_focus(person)

    def _set_focus(self, person: str) -> None:
        if person != self.focus:
            self.couple = None
            self.guessed = []
        self.focus = person
        if person:
            self.visited = [*self.visited[-40:], person]
        self.focus_changed.emit()
        self._say()

    def follow(self, changes: Sequence[Change] = ()) -> None:
        """After the document changed: the focus goes to somebody who is there. A question that was open may be about
        what undo has just taken away: it is dropped."""
        people = self.family.people
        stale = any(change.after is None or change.kind is not Person for change in changes)
        if stale and not self._answering and not isinstance(self.mode, Idle):
            self.rest()
        if self.focus not in people:
            self.mode = Idle()
            latest = next((person for person in reversed(self.visited) if person in people), "")
            self._set_focus(latest or self._first(people))
        elif isinstance(self.mode, Idle):
            self._say()
        if not people:
            self.rest()
        elif not self._resumed and self.foot.half_typed():
            self._ask_again()
        self._resumed = True

    def _ask_again(self) -> None:
        """Somebody was being typed when the computer stopped."""
        command, _, person = self.foot.half_asked().partition("/")
        if command in _ASKS and person in self.family.people:
            self._set_focus(person)
            self.run(command)
        else:
            self.run("add")

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
            self.mode = Typing(lambda typed: self.finish(self.edits.add(typed)))
            self.foot.asked = ""
            self.foot.ask("First person", HINT, may_leave=False)

    def say(self, note: str) -> None:
        """Say this at the foot until the next key, and beside it, as far as there is room, what the keys do."""
        self._say(note)

    def _say(self, note: str = "") -> None:
        if isinstance(self.mode, Idle):
            if self.focus:
                self.foot.say_keys(f"{self.name(self.focus)}:", guide_for(self.family, self.focus), note)
            else:
                self.foot.say(note or "Add person begins the genogram.")
        elif isinstance(self.mode, Joining):
            self.foot.walk(f"{self.mode.words}: walk or click to the other person, then Enter.")

    # What commands ask with

    def run(self, command: str) -> None:
        """Do what a key or a button stands for."""
        self.foot.asked = "" if command == "add" else f"{command}/{self.focus}"
        if command != "gender":
            self.guessed = []
        if command not in ("part", "bond"):
            self.couple = None
        if command == "add":
            self.ask("Add person", lambda typed: self.finish(self.edits.add(typed)))
        elif self.focus:
            _ASKS[command](self, self.focus)

    def join(self, first: str, second: str) -> None:
        """Ask what two people are to each other, or what line goes between them."""
        people = self.family.people
        if first in people and second in people and first != second:
            self._set_focus(first)
            asks_ties.between(self, first, second)

    def ask(self, text: str, take: Callable[[str], None], hint: str = HINT, empty_too: bool = False) -> None:
        """Ask for somebody to be typed."""
        self.mode = Typing(take, empty_too)
        self.foot.ask(text, hint)

    def ask_words(self, text: str, take: Callable[[str], None], hint: str, begun: str = "") -> None:
        """Ask for something typed that is nobody: a year, or words on a line."""
        self.mode = Typing(take)
        self.foot.ask_words(text, hint, begun)

    def choose(self, text: str, options: Sequence[str], take: Callable[[int], None], keys: str = "") -> None:
        """Ask for one of a few answers. `keys`: a letter for each; without, they are numbered."""
        self.mode = Choosing(take, len(options), keys or CHOICE_KEYS[: len(options)])
        self.foot.choose(text, options, self.mode.keys)
        self.keys_wanted.emit()

    def finish(self, focus: str, note: str = "") -> None:
        """Back to the picture with this person in focus; `note` stands at the foot until the next key."""
        self.mode = Idle()
        self._set_focus(focus)
        if note:
            self._say(note)
        self.keys_wanted.emit()

    def begin(self, mode: Mode) -> None:
        """Do something on the picture."""
        self.mode = mode
        self.focus_changed.emit()
        self._say()
        self.keys_wanted.emit()

    # Answers

    def enter(self, typed: str) -> None:
        """Enter was pressed with this in the field."""
        mode = self.mode
        if isinstance(mode, Typing):
            if typed.strip() or mode.empty_too:
                self._answer(lambda: mode.take(typed))
            elif self.family.people:
                self.rest()
        elif isinstance(mode, Gathering):
            self._answer(lambda: self.edits.household(mode.first, mode.people, typed.strip()))
            self.rest()
        elif isinstance(mode, Joining) and self.focus != mode.first:
            self._answer(lambda: mode.take(self.focus))

    def pick(self, number: int) -> None:
        """One of the answers was chosen, counted from 0."""
        mode = self.mode
        if isinstance(mode, Choosing) and number < mode.count:
            self._answer(lambda: mode.take(number))

    def _answer(self, take: Callable[[], None]) -> None:
        """Do what an answer means, unless it cannot be."""
        self._answering = True
        try:
            take()
        except OwnAncestorError:
            self.finish(self.focus, "Somebody would be their own ancestor. Nothing is changed.")
        finally:
            self._answering = False

    def toggle(self, person: str) -> None:
        """Take a person into the household being gathered, or out of it."""
        if isinstance(self.mode, Gathering):
            if person in self.mode.people:
                self.mode.people.remove(person)
            else:
                self.mode.people.append(person)
            self.focus_changed.emit()
