"""What every workspace is: the middle of the session window while a kind of phase is under way."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.open_session import OpenSession
from models.process import Phase, Step
from models.session import Change, Progress
from models.timing import Nudge, PhaseTiming
from widgets import theme
from widgets.parts.announce import announce

#: What the page around the workspaces shows, and they do not.
_OF_THE_PAGE = frozenset({Progress, PhaseTiming, Nudge})

#: Lines of text below which a workspace is low.
LOW = 16
#: Initials can stand for several people: whoever changes, moves or takes away a row must see which one it is.
MASKED_ROWS = "Names are masked. Show them (Ctrl+Shift+M) to change, move or remove what was said."


class Workspace(QWidget):
    """Shows and changes what one phase leaves behind.

    Made once for each kind of phase and entered anew for each phase of it. It reads the session, changes it only
    through the document, and mirrors the document's changes, its own included.

    Signals:
        message(str): a sentence for the window to show.
    """

    message = Signal(str)

    #: Whether the page around it stands back as far as it can, since what is drawn here is large.
    needs_room = False

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = open_session
        self.document = open_session.document
        self.step: Step = open_session.engine.step
        self.phase: Phase = open_session.engine.phase
        self.projected = self.low = False
        self._missed = False
        self.document.changed.connect(self._changed)
        open_session.masking.changed.connect(self._masked)

    def enter(self, step: Step, phase: Phase) -> None:
        """Turn to this phase: called whenever the room comes to one of this workspace's kind."""
        self.step, self.phase = step, phase
        self.show_all()

    def leave(self) -> None:
        """The room goes elsewhere: put down what is half done. Half-typed text is kept by its field."""

    def show_all(self) -> None:
        """Show the phase's content from the session."""

    def mirror(self, changes: list[Change]) -> None:
        """Follow changes of the document while this workspace is in view."""
        del changes
        self.show_all()

    def set_projected(self, on: bool) -> None:
        """In the projector view only the one thing that the room looks at is in sight: what serves the person at the
        keyboard alone, and whatever can wait for another phase, stands back. A workspace that has such parts shows or
        hides them in `show_all` by `projected`."""
        if on != self.projected:
            self.projected = on
            self.show_all()

    @property
    def one_thing(self) -> bool:
        """Whether one thing at a time is shown: for the room, or since there is no height for more."""
        return self.projected or self.low

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, too, what can wait stands back."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom makes it low, or high enough."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "low"):
            self._measure()

    def _measure(self) -> None:
        low = self.height() < LOW * theme.text_height()
        if low != self.low:
            self.low = low
            if self.isVisible():
                self.show_all()

    def first_field(self) -> QWidget | None:
        """Where the keyboard should be when the phase is entered."""
        return None

    def refuse_masked(self) -> bool:
        """Whether names are masked; then say that no row is changed, moved or taken away until they are shown."""
        if self.open.masking.on:
            self.message.emit(MASKED_ROWS)
            announce(self, MASKED_ROWS)
        return self.open.masking.on

    def offer(self, text: str, do: Callable[[], object], key: str = "") -> QAction:
        """An action for menus and the palette. Where a list or a field knows the key by itself, it stands in the text,
        after a tab; `key` is one that works in all of the workspace."""
        made = QAction(text, self)
        made.triggered.connect(lambda _checked=False: do())
        if key:
            made.setShortcut(QKeySequence(key))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(made)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """Another page was in view, or nothing was: what changed meanwhile, and how names may be shown, is caught up
        with before anything is painted. A phase that is entered is shown by `enter`."""
        super().showEvent(event)
        if self._missed and self.phase is self.open.engine.phase:
            self.show_all()
        self._missed = False

    def _changed(self, changes: list[Change]) -> None:
        # The clock is put down every few seconds: no workspace shows it, and none is to be shown anew for it.
        if any(change.kind not in _OF_THE_PAGE for change in changes):
            if self.isVisible():
                self.mirror(changes)
            else:
                self._missed = True

    def _masked(self) -> None:
        if self.isVisible():
            self.show_all()
        else:
            self._missed = True
