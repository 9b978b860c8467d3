"""The line at the foot of the canvas: what the keys do now, a field to type a person in, or a choice."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.document import Document
from models.session import Unfinished
from widgets.canvas.answers import Answers
from widgets.parts.announce import announce
from widgets.parts.fields import LineField, UnfinishedBinding, named

#: Under which half-typed text is kept: of somebody new (with what was asked behind it), and of a change to one person.
NEW, CHANGED = "genogram/person", "genogram/change/"


class Foot(QWidget):
    """Says what the keys do, and takes what is typed or chosen.

    Signals:
        entered(str): Enter was pressed in the field.
        chosen(int): a choice was clicked, counted from 0.
        left: Escape was pressed, or Cancel clicked.
    """

    entered = Signal(str)
    chosen = Signal(int)
    left = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.prompt = QLabel()
        self.prompt.setTextFormat(Qt.TextFormat.PlainText)
        self.prompt.setWordWrap(True)
        self.field = LineField("Person", "Name age m/f")
        self.field.setMinimumWidth(150)
        self.field.setMaxLength(400)
        self.field.returnPressed.connect(self._enter)
        self.field.installEventFilter(self)
        self.done = named(QPushButton("Done"), "Done")
        self.done.clicked.connect(self._enter)
        self.cancel = named(QPushButton("Cancel"), "Cancel")
        self.cancel.clicked.connect(self._leave)
        self._document = document
        self._guide: tuple[str, str, list[str]] | None = None
        self.asked = ""  # which command asks, and of whom: "child/" and an id; "" for somebody tied to nobody
        self._half_typed = UnfinishedBinding(self.field, document)
        self._answers = Answers(self)
        self._answers.chosen.connect(self.chosen)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 4, 4)
        row.addWidget(self.prompt, 3)
        row.addWidget(self._answers, 5)
        row.addWidget(self.field, 2)
        row.addWidget(self.done)
        row.addWidget(self.cancel)
        self.setMinimumHeight(self.field.sizeHint().height() + 8)
        self.say("")

    def say(self, text: str) -> None:
        """Only words."""
        self._show(text, field=False, done=False)
        announce(self, text)

    def say_keys(self, lead: str, guide: Sequence[str], note: str = "") -> None:
        """What the keys do: as much of the guide as goes on one line, from its beginning; `note` stands before it."""
        self._show(note or lead, field=False, done=False)
        self._guide = (note, lead, list(guide))
        self._fit_guide()
        announce(self, note)

    def _fit_guide(self) -> None:
        if self._guide is None:
            return
        note, lead, guide = self._guide
        metrics, room = self.prompt.fontMetrics(), self.width() - 20
        if note and metrics.horizontalAdvance(note) > room:
            self.prompt.setText(note)  # on two lines, and nothing beside it
            return
        text = metrics.elidedText(lead, Qt.TextElideMode.ElideRight, max(60, room // 3))
        before = f"{note}      " if note else ""
        shown = note
        for each in guide:
            text = f"{text}   {each}"
            if metrics.horizontalAdvance(before + text) > room:
                break
            shown = before + text
        self.prompt.setText(shown or metrics.elidedText(lead, Qt.TextElideMode.ElideRight, max(60, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, more of the guide or less."""
        super().resizeEvent(event)
        around = self.parentWidget()
        self._answers.set_most(max(2 * self.field.sizeHint().height(), (around.height() if around else 0) // 4))
        self._fit_guide()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_guide"):
            self._fit_guide()

    def ask(
        self, text: str, hint: str, typed: str = "", may_leave: bool = True, of: str = "", marked: int = -1
    ) -> None:
        """A question that is answered by typing a person: a new one, or what changes `of` one who is there.
        What was half-typed when the same was asked before is there again; else of `typed`, the first `marked` letters
        are what typing replaces, -1 for all."""
        self._half_typed.let_go()
        self._begin(text, "Person", hint, typed, "Add" if not typed else "Done")
        new = f"{NEW}/{self.asked}" if self.asked else NEW
        self._half_typed.point_at(CHANGED + of if of else new, typed)
        if self.field.text() == typed:
            self.field.setSelection(0, len(typed) if marked < 0 else marked)
        self.cancel.setVisible(may_leave)

    def ask_words(self, text: str, hint: str, typed: str = "") -> None:
        """A question that is answered in words about nobody; typing goes on after `typed`."""
        self._half_typed.let_go()
        self._begin(text, hint, hint, typed, "Done")
        self.field.end(False)

    def _begin(self, text: str, name: str, hint: str, typed: str, done: str) -> None:
        named(self.field, name)
        self.field.setPlaceholderText(hint)
        self.field.setText(typed)
        self.field.setAccessibleDescription(text)
        self._show(text, field=True, done=True)
        self._name_done(done)
        if self.isVisible():
            self.field.setFocus()

    def walk(self, text: str, name: str = "", typed: str = "") -> None:
        """Something that is done on the picture; with `name`, a field beside it."""
        self._half_typed.let_go()
        if name:
            named(self.field, name)
            self.field.setPlaceholderText(name)
            self.field.setText(typed)
        self._show(text, field=bool(name), done=True)
        self._name_done("Done")

    def choose(self, text: str, options: Sequence[str], keys: str) -> None:
        """A question with few answers, each with its key before it."""
        self._show(text, field=False, done=False, options=options, keys=keys)
        announce(self, f"{text} {', '.join(options)}")

    def _name_done(self, name: str) -> None:
        self.done.setText(name)
        named(self.done, name)

    def half_typed(self) -> str:
        """What was half-typed of somebody new."""
        return self._held()[1]

    def half_asked(self) -> str:
        """For what it was typed, as `asked` was then."""
        return self._held()[0].removeprefix(NEW).removeprefix("/")

    def _held(self) -> tuple[str, str]:
        for held in self._document.session.all(Unfinished):
            if held.text and (held.id == NEW or held.id.startswith(f"{NEW}/")):
                return held.id, held.text
        return NEW, ""

    def drop_half_typed(self) -> None:
        """What was half-typed is not wanted."""
        self._half_typed.let_go(drop=True)

    def _enter(self) -> None:
        text = self.field.text()
        if text.strip():
            self.drop_half_typed()
        self.entered.emit(text)

    def _leave(self) -> None:
        self.drop_half_typed()
        self.left.emit()

    def _show(self, text: str, *, field: bool, done: bool, options: Sequence[str] = (), keys: str = "") -> None:
        self._guide = None
        self.prompt.setText(text)
        self.prompt.setVisible(bool(text))
        self._answers.show_options(options, keys)
        self._row.setStretchFactor(self.prompt, 2 if options else 3)
        self.field.setVisible(field)
        self.done.setVisible(done)
        self.cancel.setVisible(field or done or bool(options))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and watched is self.field
            and event.key() == Qt.Key.Key_Escape
        ):
            self._leave()
            return True
        return super().eventFilter(watched, event)
