"""The menu of one person, or of the paper: the same commands as keys and buttons."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from widgets.canvas.commands import COMMANDS

Act = Callable[[], object]


def person_menu(run: Callable[[str], object], let_go: Act | None, parent: QWidget) -> QMenu:
    """What can be done with the person in focus; `let_go` None for one who is not pinned."""
    menu = QMenu(parent)
    for command in COMMANDS:
        action = menu.addAction(f"{command.name}\t{command.key}")
        action.setToolTip(command.tip)
        action.triggered.connect(lambda _checked, name=command.id: run(name))
    if let_go is not None:
        menu.addSeparator()
        menu.addAction("Let go\tAlt+Del").triggered.connect(lambda _checked: let_go())
    return menu


def paper_menu(acts: Mapping[str, Act], parent: QWidget) -> QMenu:
    """What can be done with the picture as a whole: by the action's name."""
    menu = QMenu(parent)
    for name, act in acts.items():
        menu.addAction(name).triggered.connect(lambda _checked, act=act: act())
    return menu
