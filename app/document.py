"""The open session's document: the one object that changes a session, and only through changes that can be undone."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from models.review import PrivateNote
from models.session import QUIET, Change, Session, Unfinished, new_id, set_fields


class _Command(QUndoCommand):
    """What the stack holds. `changes` are those it makes, where it is made of changes; `taken_back` says that undo has
    taken it back at least once."""

    changes: Sequence[Change] = ()
    taken_back = False


class _Edit(_Command):
    """Changes made together, with the words that undo names them by."""

    def __init__(self, document: "Document", label: str, changes: list[Change], merge: str) -> None:
        super().__init__(label)
        self.document = document
        self.changes = changes
        self.merge = merge

    def id(self) -> int:
        """Qt asks only commands of one id whether they merge."""
        return 1 if self.merge else -1

    def redo(self) -> None:
        self.document._make(self.changes)

    def undo(self) -> None:
        self.document._make([change.inverse for change in reversed(self.changes)])

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Typing in one field is one step of undo."""
        if not isinstance(other, _Edit) or other.merge != self.merge:
            return False
        self.changes = _joined(self.changes, other.changes)
        self.setObsolete(not self.changes)
        return True


class _Deed(_Command):
    """Something done and taken back by calls, with an edit along with it: for quiet kinds, which are others by the time
    it is taken back."""

    def __init__(self, label: str, do: Callable[[], object], back: Callable[[], object], along: _Edit) -> None:
        super().__init__(label)
        self._do = do
        self._back = back
        self._along = along

    def redo(self) -> None:
        self._along.redo()
        self._do()

    def undo(self) -> None:
        self._back()
        self._along.undo()


def _joined(first: Sequence[Change], second: Sequence[Change]) -> list[Change]:
    """Both lists as one change for each entity, in the order in which they were first touched."""
    joined: dict[tuple[type[Any], str], Change] = {}
    for change in (*first, *second):
        key = (change.kind, change.id)
        joined[key] = Change(joined[key].before if key in joined else change.before, change.after)
    return [change for change in joined.values() if change.before != change.after]


class Document(QObject):
    """The open session and its undo stack; private notes have their own.

    Signals:
        changed(list[Change]): after any change, by whom ever: edits, undo, redo, quiet changes. Views mirror it.
        typed(list[Change]): half-typed text changed, at every key press; it is only kept, no view shows it.
        done(str): something was done for the first time that undo takes back, with this label.
        undone(str, list[Change]): undo took back what has this label; redone: redo brought it back.
    """

    changed = Signal(object)
    typed = Signal(object)
    done = Signal(str)
    undone = Signal(str, object)
    redone = Signal(str, object)

    def __init__(self, session: Session, ids: Callable[[], str] = new_id, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.new_id = ids
        self.undo_stack = QUndoStack(self)
        self._note_stacks: dict[str, QUndoStack] = {}
        self._index = 0
        self.undo_stack.indexChanged.connect(self._moved)

    def __del__(self) -> None:
        """Python's garbage collector frees a document, its stack and the stack's commands in any order, and a stack
        whose commands have gone before it crashes: so they go first, while everything is there."""
        for stack in (self.undo_stack, *self._note_stacks.values()):
            if isValid(stack):
                stack.blockSignals(True)
                stack.clear()

    def do(self, label: str, changes: Sequence[Change], merge: str = "") -> None:
        """Make changes that undo takes back as one, named `label` ("Add card").

        Consecutive changes of the same non-empty `merge` key become one step of undo. Changes that change
        nothing are left out; StaleChangeError where one does not fit, and then nothing has changed.
        """
        real = self._tried(changes)
        if real:
            self._stack_for(real).push(_Edit(self, label, real, merge))

    def note_stack(self, role: str) -> QUndoStack:
        """The history of a role's private note, which is its own: undo in the room neither changes a note that nobody
        there sees nor names it, and undo in a note takes back nothing of the room's."""
        return self._note_stacks.setdefault(role, QUndoStack(self))

    def _stack_for(self, changes: Sequence[Change]) -> QUndoStack:
        notes = {change.id for change in changes if change.kind is PrivateNote}
        return self.note_stack(notes.pop()) if notes else self.undo_stack

    def _tried(self, changes: Sequence[Change]) -> list[Change]:
        """Those that change something, after it was tried that they fit: a redo() that raises would leave its command
        on the stack (Qt)."""
        real = [change for change in changes if change.before != change.after]
        if any(change.kind in QUIET for change in real):
            raise ValueError("quiet kinds change through do_quietly")
        if len({change.id if change.kind is PrivateNote else "" for change in real}) > 1:
            raise ValueError("a private note changes alone")
        self.session.apply(real)
        self.session.apply([change.inverse for change in reversed(real)])
        return real

    def do_quietly(self, changes: Sequence[Change]) -> None:
        """Make changes that undo does not know: position, clock, half-typed text."""
        real = [change for change in changes if change.before != change.after]
        if not all(change.kind in QUIET for change in real):
            raise ValueError("only quiet kinds change without undo")
        if real:
            self._make(real)

    def do_by_call(
        self, label: str, do: Callable[[], object], back: Callable[[], object], along: Sequence[Change] = ()
    ) -> None:
        """Do something that undo takes back, and that is more than entities before and after: `back` must fit whatever
        has become of the quiet kinds that `do` changes. The clock's time, which goes on, is such a thing. The changes
        `along` are made, and taken back, with it."""
        self.undo_stack.push(_Deed(label, do, back, _Edit(self, label, self._tried(along), "")))

    def set(self, label: str, entity: Any, /, merge: str = "", **fields: Any) -> None:
        """Set fields of one entity, adding it where the session has none of its id."""
        self.do(label, [set_fields(self.session, entity, **fields)], merge)

    def set_quietly(self, entity: Any, **fields: Any) -> None:
        """The same for a quiet kind."""
        self.do_quietly([set_fields(self.session, entity, **fields)])

    def add(self, label: str, entity: Any) -> None:
        """Add an entity."""
        self.do(label, [Change(None, entity)])

    def remove(self, label: str, entity: Any) -> None:
        """Remove an entity."""
        self.do(label, [Change(entity, None)])

    def _moved(self, index: int) -> None:
        """Tell an undo and a redo from a new command, and from a stack that was cleared."""
        back, self._index = index < self._index, index
        place = index if back else index - 1
        if not 0 <= place < self.undo_stack.count():
            return
        command = cast(_Command, self.undo_stack.command(place))
        if back or command.taken_back:
            command.taken_back = True
            (self.undone if back else self.redone).emit(command.text(), list(command.changes))
        else:
            self.done.emit(command.text())

    def _make(self, changes: Sequence[Change]) -> None:
        if not changes:
            return
        self.session.apply(changes)
        half_typed = all(change.kind is Unfinished for change in changes)
        (self.typed if half_typed else self.changed).emit(list(changes))
