"""Somebody who types on a real canvas, key by key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.genogram import (
    Descent,
    Person,
)  # fmt: skip
from models.kin import family_of
from models.session import Session
from widgets.canvas.canvas import GenogramCanvas

UP, DOWN, LEFT, RIGHT, ESC = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape,
)  # fmt: skip


#: The reference family of spec/genogram.md.
REFERENCE = (
    "Jim 78m\n", "bRose 75\n", "cGill 40f\n", "sKelly 38f\n", "bDave 41\n", "/", "cTyler 16m\n", "sMia 13f\n",
    UP, "bSean 36\n", "c2", "Leo 7m\n", "i", "hf\n", UP, "h\n",
)  # fmt: skip


class Typist:
    """Presses keys one by one on whatever has the keyboard, and counts them."""

    def __init__(self, canvas: GenogramCanvas) -> None:
        self.canvas = canvas
        self.count = 0

    def __call__(self, *parts: str | Qt.Key) -> None:
        for part in parts:
            for key in [part] if isinstance(part, Qt.Key) else part:
                target = self.canvas.window().focusWidget() or self.canvas
                QTest.keyClick(target, Qt.Key.Key_Return if key == "\n" else key)
                self.count += 1

    @property
    def session(self) -> Session:
        return self.canvas.document.session

    def who(self, name: str) -> Person:
        return next(person for person in self.session.all(Person) if person.name == name)

    def names(self, people) -> list[str]:
        return [self.session.get(Person, person).name for person in people]

    def parents(self, name: str) -> set[str]:
        return set(self.names(family_of(self.session).parents(self.who(name).id)))

    def origins(self, name: str) -> dict[Descent, list[str]]:
        family = family_of(self.session)
        links = family.origins.get(self.who(name).id, [])
        return {link.descent: self.names(family.partners(family.partnerships[link.partnership])) for link in links}

    def focus(self) -> str:
        return self.session.get(Person, self.canvas.control.focus).name

    def go(self, name: str) -> None:
        self.canvas.control.focus_on(self.who(name).id)
        self.canvas.view.setFocus()

    def said(self) -> str:
        return self.canvas.foot.prompt.text()
