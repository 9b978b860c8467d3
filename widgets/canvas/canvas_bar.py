"""The buttons over the picture: the family's commands, the picture's own, and what stands round it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from app.settings import Values
from widgets.canvas.bar import Bar
from widgets.canvas.commands import COMMANDS
from widgets.canvas.files_menu import FilesMenu

if TYPE_CHECKING:
    from widgets.canvas.canvas import GenogramCanvas


class CanvasBar(Bar):
    """The row for one canvas. `of_person` act on the person in focus; `legend`, `list`, `words`, `bare` stay pressed
    while what they show is shown."""

    def __init__(self, canvas: "GenogramCanvas", values: Values, files: FilesMenu) -> None:
        super().__init__(canvas)
        self.of_person: list[QPushButton] = []
        self._actions: dict[QPushButton, QAction] = {}
        self.add("Add person", "", "Somebody tied to nobody yet", lambda: canvas.run("add"))
        for place, command in enumerate(COMMANDS):
            rank = 1 if place < 10 else 4 if command.seldom else 3
            act = _running(canvas, command.id)
            self.of_person.append(self.add(command.name, command.key, command.tip, act, rank))
        self.let_go = self.add(
            "Let go", "Alt+Del", "Whoever was dragged goes back to their own place", canvas.let_go, 4
        )
        self.add("Tidy up", "", "Everybody placed afresh, when much was added", canvas.tidy, 4)
        self.add("Fit", "0", "Everybody in sight", canvas.fit, 0)
        self.add("Zoom in", "+", "", lambda: canvas.view.zoom(1.25), 2)
        self.add("Zoom out", "−", "", lambda: canvas.view.zoom(0.8), 2)
        self.legend = self._held("Legend", "", "What the signs mean", canvas.turn_legend, values.legend_shown)
        self.list = self._held(
            "List", "", "Everybody, one by one, beside the picture", canvas.turn_list, values.list_shown
        )
        self.words = self._held("Family in words", "", "The whole family as text, to read or copy", canvas.turn_words)
        self.take(files.button, 4)
        tip = "For the wall; Escape brings the rest back"
        self.bare = self._held("Picture only", "F9", tip, canvas.turn_bare)

    def actions_offered(self) -> list[QAction]:
        """The same as actions for the menu **Family** and the command palette, made when they are first asked for."""
        if not self._actions:
            for _, button in self._buttons:
                self._actions[button] = self._action(button)
        for button, action in self._actions.items():
            action.setEnabled(button.isEnabled())
        return list(self._actions.values())

    def _action(self, button: QPushButton) -> QAction:
        name = button.accessibleName()
        key = "" if button.menu() else button.text().removeprefix(name).strip()
        made = QAction(f"{name}\t{key}".rstrip(), self)
        made.setProperty("menu", "Family")
        made.setToolTip(button.toolTip())
        if button.menu() is not None:
            made.setMenu(button.menu())
            return made
        if button.isCheckable():
            made.setCheckable(True)
            made.setChecked(button.isChecked())
            button.toggled.connect(made.setChecked)
        made.triggered.connect(lambda _checked: button.click())
        return made

    def allow(self, of_person: bool, let_go: bool) -> None:
        """Offer what acts on the person in focus, and to let go whoever stands where they were dragged."""
        for button in self.of_person:
            button.setEnabled(of_person)
        self.let_go.setEnabled(let_go)
        for button in (*self.of_person, self.let_go):
            if button in self._actions:
                self._actions[button].setEnabled(button.isEnabled())

    def _held(self, name: str, key: str, tip: str, act: Callable[[], object], on: bool = False) -> QPushButton:
        button = self.add(name, key, tip, act, 2)
        button.setCheckable(True)
        button.setChecked(on)
        return button


def _running(canvas: "GenogramCanvas", command: str) -> Callable[[], None]:
    return lambda: canvas.run(command)
