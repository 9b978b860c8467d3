"""Undo in a window beside the session's takes back what was done in that window, and nothing else that the room did."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.document import Document


class OwnSteps(QObject):
    """Remembers which steps of the session's history were taken while its window had the keyboard."""

    def __init__(self, window: QWidget, document: Document) -> None:
        super().__init__(window)
        self._window = window
        self._stack = document.undo_stack
        self._own: set[int] = set()  # places in the history
        document.done.connect(self._done)

    def undo(self) -> str:
        """Take back the last step where it was taken here; gives a sentence that says what happened."""
        last = self._stack.index() - 1
        if last < 0:
            return "There is nothing to undo."
        label = self._stack.text(last)
        if last not in self._own:
            return f"The last thing done was in the session window: {label}. Undo it there."
        self._stack.undo()
        return f"Undone: {label}. Ctrl+Shift+Z brings it back."

    def redo(self) -> str:
        """The other way."""
        following = self._stack.index()
        if following not in self._own or not self._stack.canRedo():
            return ""
        label = self._stack.text(following)
        self._stack.redo()
        return f"Done again: {label}."

    def _done(self) -> None:
        """A step that is new replaces all that could be done again."""
        place = self._stack.index() - 1
        self._own = {earlier for earlier in self._own if earlier < place}
        if self._window.isActiveWindow():
            self._own.add(place)
