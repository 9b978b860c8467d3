"""The command palette: every action and its key, found by typing."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from widgets import theme
from widgets.parts.fields import LineField, named

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def words_of(action: QAction) -> str:
    """An action as people read it, without the mark of its menu letter."""
    return action.text().partition("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def key_of(action: QAction) -> str:
    """An action's first key as people read it; "" for none. One that only the canvas knows stands after the name."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or action.text().partition("\t")[2]


class Palette(QDialog):
    """Type a part of any word, Enter does it."""

    def __init__(self, actions: list[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Find an action")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self.search = LineField("Find an action", "Type a word of what you want to do")
        self.list = named(QListWidget(self), "Actions", "Up and Down choose, Enter does it")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.itemClicked.connect(lambda _item: self.accept())
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.accept)
        self.search.installEventFilter(self)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list)
        em = theme.text_height()
        self.resize(min(em * 26, parent.width() - em), min(em * 20, parent.height() - em))
        self._filter("")

    def _filter(self, typed: str) -> None:
        parts = typed.casefold().split()
        self.list.clear()
        for action in self._actions:
            text, key = words_of(action), key_of(action)
            if not all(part in f"{text} {key}".casefold() for part in parts):
                continue
            item = QListWidgetItem(f"{text}    {key}" if key else text)
            item.setData(Qt.ItemDataRole.UserRole, self._actions.index(action))
            if not action.isEnabled():
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self._choose_first()

    def _choose_first(self) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentRow(row)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while the keyboard stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def chosen(self) -> QAction | None:
        """The action on which the list stands."""
        item: QListWidgetItem | None = self.list.currentItem()  # Qt gives None, whatever the stub says
        return None if item is None else self._actions[int(item.data(Qt.ItemDataRole.UserRole))]

    def accept(self) -> None:
        """Close first, so that the action finds the keyboard where it was; then do it."""
        action = self.chosen()
        super().accept()
        if action is not None and action.isEnabled():
            action.trigger()
