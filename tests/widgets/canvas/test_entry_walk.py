"""Two hundred commands by chance, with answers by chance: all is undone and redone, and saved it is the same family."""

from random import Random

import pytest
from PySide6.QtCore import QObject

from app.document import Document
from app.session_file import read_text, session_text
from models.family import is_descendant
from models.genogram import Household, Partnership, Person, Relationship
from models.kin import Family, family_of
from models.session import Session
from tests.families import grown, looped, with_homes
from tests.helpers import counted_ids
from widgets.canvas.commands import BY_KEY
from widgets.canvas.control import CanvasControl
from widgets.canvas.foot import Foot
from widgets.canvas.modes import Choosing, Gathering, Idle, Joining, Typing

LINES = (
    "Kim 30 f", "Sam", "?", "", "Name3", "Jo 5m, twin", "Ida 2, foster", "Al 1946-2019 m", "18", "stillbirth 2014",
    "Bo (the boss)", "=1+1 <b>", "فاطمة 7", "2014", "x" * 400, "Name1 40 m",
)  # fmt: skip
COMMANDS = [command for command in ["add", "change", "delete", *BY_KEY.values()] if command != "details"]


def session_of(family: Family) -> Session:
    parts = (*family.people.values(), *family.partnerships.values())
    return Session("s", [*parts, *family.children, *family.households])


class Monkey:
    """Runs commands and answers whatever they ask."""

    def __init__(self, control: CanvasControl, seed: int) -> None:
        self.control = control
        self.random = Random(seed)

    def act(self) -> None:
        people = sorted(self.control.family.people)
        if people and isinstance(self.control.mode, Idle):
            if self.random.random() < 0.6:
                self.control.focus_on(self.random.choice(people))
            self.control.run(self.random.choice(COMMANDS))
        for _ in range(8):
            if isinstance(self.control.mode, Idle):
                return
            self.answer()
        self.control.rest()

    def answer(self) -> None:
        control, random = self.control, self.random
        mode, people = control.mode, sorted(control.family.people)
        if isinstance(mode, Typing):
            control.enter(random.choice(LINES))
        elif isinstance(mode, Choosing):
            control.pick(random.randrange(mode.count))
        elif isinstance(mode, Gathering):
            control.toggle(random.choice(people))
            control.enter(random.choice(("", "Flat", "foster care")))
        elif isinstance(mode, Joining):
            control.focus_on(random.choice(people))
            control.enter("")
            if isinstance(control.mode, Joining):
                control.rest()


def check(session: Session) -> None:
    """What holds of any family that was typed in."""
    family = family_of(session)
    for couple in session.all(Partnership):
        assert couple.first in family.people and couple.second in (*family.people, "")
        assert couple.first != couple.second
    pairs = [frozenset(family.partners(couple)) for couple in session.all(Partnership) if couple.second]
    assert len(set(pairs)) == len(pairs), "one couple drawn twice"
    for person, links in family.origins.items():
        assert len({link.partnership for link in links}) == len(links)
        for link in links:
            for parent in family.partners(family.partnerships[link.partnership]):
                assert not is_descendant(family, parent, person), "their own ancestor"
    homes = [person for home in session.all(Household) for person in home.people]
    assert len(set(homes)) == len(homes) and set(homes) <= set(family.people)
    assert all(home.people for home in session.all(Household))
    assert all({line.first, line.second} <= set(family.people) for line in session.all(Relationship))
    assert all(one.friend_of in (*family.people, "") for one in session.all(Person))


@pytest.mark.parametrize(("seed", "family"), [(1, grown(6, 1)), (2, with_homes(grown(12, 2), 2)), (3, Family({}, {}))])
def test_two_hundred_commands_are_undone_and_saved(qtbot, seed: int, family: Family) -> None:
    document = Document(session_of(family), counted_ids("n"))
    parent = QObject()
    document.setParent(parent)
    foot = Foot(document)
    qtbot.addWidget(foot)
    control = CanvasControl(document, foot, str, parent)
    document.changed.connect(lambda _changes: control.follow())
    control.follow()
    monkey, stack, seen = Monkey(control, seed), document.undo_stack, [document.session.copy()]
    while len(seen) <= 200:
        monkey.act()
        check(document.session)
        assert control.family == family_of(document.session)
        while len(seen) <= stack.index():
            seen.append(document.session.copy())  # an act may be several steps; those between are not looked at
    assert read_text(session_text(document.session)) == document.session
    last = document.session.copy()
    for _ in range(stack.index()):
        assert stack.undoText()
        stack.undo()
    assert document.session == seen[0]
    while stack.canRedo():
        stack.redo()
        check(document.session)
    assert document.session == last


def test_a_family_with_loops_bears_every_command(qtbot) -> None:
    document = Document(session_of(looped(40, 5)), counted_ids("n"))
    parent = QObject()
    document.setParent(parent)
    foot = Foot(document)
    qtbot.addWidget(foot)
    control = CanvasControl(document, foot, str, parent)
    document.changed.connect(lambda _changes: control.follow())
    control.follow()
    before, monkey = document.session.copy(), Monkey(control, 5)
    for _ in range(100):
        monkey.act()
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.session == before
