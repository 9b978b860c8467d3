"""The team's own starters: adding, changing and removing one, and taking them from one computer to another."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from app.output import OutputError
from app.own_starters import NAME, OwnStarters
from models.process import CardForm
from models.starters import Starter, StarterError
from widgets.cards.own_form import OwnForm
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.fitting_dialog import fit_next_dialog
from widgets.parts.reflow import FlowLayout, words
from widgets.parts.save_dialog import ask_where

_FILES = "Starters (*.toml);;All files (*)"


class OwnPanel(QWidget):
    """What can be done with them, under the list; the form takes the list's place while one is written.

    Signals:
        form_shown(bool): the form stands in the place of the list, or no longer.
        done(str): one was kept, by its text; "" where none was.
    """

    form_shown = Signal(bool)
    done = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self.own = OwnStarters(open_session.settings.beside(NAME), self)
        self._form_of: CardForm | None = None
        self._current: Starter | None = None
        self._changing: Starter | None = None
        self._removed: Starter | None = None
        self.form = OwnForm(open_session)
        self.add = self._button("Add our own…", lambda: self.ask(None))
        self.change = self._button("Change…", lambda: self._ask_to_change())
        self.remove = self._button("Remove", self._remove)
        self.bring_back = self._button("Bring it back", self._bring_back)
        self.files = named(QPushButton("Files…"), "Files…", "Take our own starters to another computer, or from one")
        self._said = words("", "hint")
        self._build()
        self.form.kept.connect(self._keep)
        self.form.left.connect(lambda: self._end(""))
        self.own.changed.connect(self._show)
        self._show()

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = named(QPushButton(text), text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _build(self) -> None:
        menu = QMenu(self.files)
        menu.addAction("Take in a file…").triggered.connect(lambda _checked=False: self._ask_for_file())
        menu.addAction("Save our own as…").triggered.connect(lambda _checked=False: self._ask_where())
        self.files.setMenu(menu)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        for button in (self.add, self.change, self.remove, self.bring_back, self.files):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self._buttons)
        column.addWidget(self.form)
        self.form.hide()

    def _show(self) -> None:
        self.change.setVisible(self._current is not None)
        self.remove.setVisible(self._current is not None)
        self.bring_back.setVisible(self._removed is not None)
        self._say(self.own.trouble)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        announce(self, sentence)

    # What the list stands on

    def turn_to(self, form: CardForm) -> None:
        """Add to those of this kind of card from now on."""
        self._form_of, self._removed = form, None
        self._end_form()
        self._show()

    def show_current(self, starter: Starter | None) -> None:
        """Offer to change or remove this one."""
        self._current = starter
        self.change.setVisible(starter is not None)
        self.remove.setVisible(starter is not None)

    # Writing one

    def ask(self, starter: Starter | None) -> None:
        """Let one be written, beginning from what is known of it."""
        if self._form_of is not None:
            self._changing = None
            self._begin(starter)

    def _ask_to_change(self) -> None:
        self._changing = self._current
        self._begin(self._current)

    def _begin(self, starter: Starter | None) -> None:
        if self._form_of is None:
            return
        self._say("")
        self._buttons.hide()
        self.form.show()
        self.form_shown.emit(True)
        self.form.begin(self._form_of, starter)

    def _keep(self, starter: Starter) -> None:
        def do() -> None:
            if self._changing is not None:
                self.own.change(self._changing, starter)
            elif not self.own.add(starter):
                raise StarterError("That starter is there already")

        if self._try(do, self.form.say):
            self._end(starter.text)
            if not self.own.trouble:
                self._say("Kept among our own, and there in every session on this computer.")

    def _end(self, text: str) -> None:
        self._end_form()
        self._show()
        self.done.emit(text)

    def _end_form(self) -> None:
        self._changing = None
        self.form.hide()
        self._buttons.show()
        self.form_shown.emit(False)

    # Removing, and bringing back

    def _remove(self) -> None:
        starter = self._current
        if starter is not None and self._try(lambda: self.own.remove(starter), self._say):
            self._removed = starter
            self._show()
            self._say(f"Removed: “{self._open.masking.text(starter.text)}”")
            self.done.emit("")

    def _bring_back(self) -> None:
        starter = self._removed
        if starter is not None and self._try(lambda: self.own.add(starter), self._say):
            self._removed = None
            self._show()
            self.done.emit(starter.text)

    # From and to other computers

    def _ask_for_file(self) -> None:
        fit_next_dialog()
        name, _ = QFileDialog.getOpenFileName(
            self.window(),
            "Take in starters",
            self._open.settings.folder,
            _FILES,
            options=QFileDialog.Option.DontUseNativeDialog,
        )
        if name:
            self.take_in(Path(name))

    def take_in(self, file: Path) -> None:
        """Add another team's, and say how many were new."""
        counts: list[int] = []
        if self._try(lambda: counts.extend(self.own.take_in(file)), self._say):
            new, there = counts
            self._say(f"{new} added, {there} were there already." if there else f"{new} added.")
            self.done.emit("")

    def _ask_where(self) -> None:
        folder = self._open.settings.folder or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        file = ask_where(self.window(), "Save our own starters", Path(folder) / NAME, [".toml"])
        if file is not None:
            self.save_as(file)

    def save_as(self, file: Path) -> None:
        """Write them to a file to take along."""
        if self._try(lambda: self.own.save_copy(file), self._say):
            self._open.settings.folder = str(file.parent)
            self._say(f"Saved as {file.name}.")

    def _try(self, do: Callable[[], object], say: Callable[[str], object]) -> bool:
        """Do it; where that cannot be, say why in a sentence."""
        try:
            do()
        except (StarterError, OutputError) as error:
            say(f"{str(error).rstrip('.')}.")
            return False
        return True
