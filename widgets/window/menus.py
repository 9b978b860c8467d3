"""The main window's actions, their keys and menus; a page's own actions join them while it is in view."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

#: A page's action goes to the menu that its property `menu` names, else to the first.
MENUS = ("Session", "Edit", "View", "Family", "Timer", "Export", "Help")
THEMES = (("system", "As the computer"), ("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))


class Menus(QObject):
    """Builds the menus once; only what exists is shown.

    Signals:
        theme_chosen(str): "system", "light", "dark" or "contrast".
    """

    theme_chosen = Signal(str)

    def __init__(self, window: QMainWindow, bar: QMenuBar) -> None:
        super().__init__(window)
        self._window = window
        self._menus = {name: bar.addMenu(f"&{name}" if name != "Export" else "E&xport") for name in MENUS}
        self._page_actions: list[QAction] = []
        self.home = self._add("Session", "Home", "Ctrl+H")
        self.new_session = self._add("Session", "New session", "Ctrl+N")
        self.practice = self._add("Session", "Open practice session")
        self._before_page = {"Session": self._menus["Session"].addSeparator()}
        self.settings = self._add("Session", "Settings…", "Ctrl+,")
        self.quit = self._add("Session", "Quit", "Ctrl+Q")
        self.undo_group = QUndoGroup(self)
        self._add_undo(self.undo_group)
        self.spelling = self._add("Edit", "Next unknown word", "F7")
        self.palette = self._add("View", "Find an action…", "Ctrl+K")
        self.mask = self._add("View", "Mask names", "Ctrl+Shift+M", checkable=True)
        self.blank = self._add("View", "Blank screen", "Ctrl+Shift+B", checkable=True)
        self.projector = self._add("View", "Projector view", "Ctrl+Shift+P", checkable=True)
        self.full_screen = self._add("View", "Full screen", "F11", checkable=True)
        self._menus["View"].addSeparator()
        self.larger = self._add("View", "Larger", "Ctrl++")
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller = self._add("View", "Smaller", "Ctrl+-")
        self.usual_size = self._add("View", "Usual size", "Ctrl+0")
        self.themes = self._add_themes()
        self.print = self._add("Export", "Print…", "Ctrl+P")
        self.help = self._add("Help", "Help for this phase", "F1")
        self.key_card = self._add("Help", "Key card…")
        self.about = self._add("Help", "About Askwell")
        self.show_page_actions([])

    def _add(self, menu: str, text: str, key: str = "", checkable: bool = False) -> QAction:
        action = QAction(text, self._window)
        action.setCheckable(checkable)
        if key:
            action.setShortcut(QKeySequence(key))
        # Menus hide with their bar (blank screen, full screen); the window's own actions answer their keys still.
        self._window.addAction(action)
        self._menus[menu].addAction(action)
        return action

    def _add_undo(self, group: QUndoGroup) -> None:
        self.undo = group.createUndoAction(self._window, "Undo")
        self.redo = group.createRedoAction(self._window, "Redo")
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        for action in (self.undo, self.redo):
            self._window.addAction(action)
            self._menus["Edit"].addAction(action)

    def _add_themes(self) -> dict[str, QAction]:
        menu: QMenu = self._menus["View"].addMenu("Colours")
        group = QActionGroup(self)
        actions: dict[str, QAction] = {}
        for name, text in THEMES:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, chosen=name: self.theme_chosen.emit(chosen))
            group.addAction(action)
            actions[name] = action
        return actions

    def show_page_actions(self, actions: list[QAction]) -> None:
        """Put the page's actions in the menus in place of those of the page before."""
        for action in self._page_actions:
            for menu in self._menus.values():
                menu.removeAction(action)
            self._window.removeAction(action)
        self._page_actions = list(actions)
        for action in actions:
            name = action.property("menu") or MENUS[0]
            menu = self._menus[str(name)]
            before = self._before_page.get(str(name))
            if before is None:
                menu.addAction(action)
            else:
                menu.insertAction(before, action)
            self._window.addAction(action)
        for menu in self._menus.values():
            menu.menuAction().setVisible(bool(menu.actions()))

    def offered(self) -> list[tuple[str, QAction]]:
        """Every action that there is now, with the menu in which it stands, for the palette and the help."""
        return [(name, action) for name, menu in self._menus.items() for action in _leaves(menu)]

    def own(self) -> list[tuple[str, QAction]]:
        """The window's own, whatever page is in view."""
        return [pair for pair in self.offered() if pair[1] not in self._page_actions]

    def all_actions(self) -> list[QAction]:
        """The actions alone."""
        return [action for _, action in self.offered()]


def _leaves(menu: QMenu) -> list[QAction]:
    """The actions of a menu and of the menus in it."""
    found: list[QAction] = []
    for action in menu.actions():
        inner = _menu_of(action)
        found += _leaves(inner) if inner is not None else [action] * (not action.isSeparator())
    return found


def _menu_of(action: QAction) -> QMenu | None:
    """The menu that an action opens, if it does."""
    menu = action.menu()
    return menu if isinstance(menu, QMenu) else None
