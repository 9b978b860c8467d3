"""The reading phases: round the table, the facilitator last; the card being read fills the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card
from models.people import Participant
from models.process import Phase, PhaseKind, Step
from models.reading import Turn, readers, seats, turn_of
from models.session import Change
from models.timing import Heard
from widgets.cards.card_entry import CardEntry
from widgets.cards.card_rows import counted
from widgets.cards.card_words import NO_NAME, names_of
from widgets.cards.reader_row import Reader
from widgets.parts.announce import announce
from widgets.parts.reflow import column, scrolled
from widgets.workspaces.base import Workspace
from widgets.workspaces.read_view import KEYS, ReadView
from widgets.workspaces.read_words import card_words, reader_words
from widgets.workspaces.reading_round import ReadingRound

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: Alt and an arrow: the reader is seated so many places further on.
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ReadWorkspace(Workspace):
    """Who reads now, the card they read, and a field for a card not typed before; keys work while nobody types."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self.round = ReadingRound(self.document, self.step, self)
        self.view = ReadView(open_session.engine)
        self.row, self.big, self.buttons = self.view.row, self.view.big, self.view.buttons
        self.entry = CardEntry(open_session)
        self._wants_full = self._typing = False
        self._deeds = {
            "Previous card": lambda: self.round.go(-1),
            "Next card": lambda: self.round.go(1),
            "Strongest": self._mark_strongest,
            "Next reader": self.round.go_to_next_reader,
            "Type a card": self._type_or_not,
            "Fill the page": self.toggle_full,
        }
        self._can = dict.fromkeys(self._deeds, True)
        self._offered = self.view.make_actions(self, self._do, self._move_reader)
        self._build()
        self._connect()

    def _build(self) -> None:
        content, layout = column(gap=6)
        self._content = layout
        content.setProperty("kind", "page")
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.entry, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))

    def _connect(self) -> None:
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked, name=name: self._do(name))
        self.big.key_pressed.connect(self._card_key)
        self.round.turned.connect(self._turned)
        self.round.card_turned.connect(self._card_turned)
        self.row.picked.connect(self.round.turn_to)
        self.row.moved.connect(lambda reader, place: self._say(self.round.move_seat(reader, place)))
        self.entry.author_picked.connect(self.round.turn_to)
        self.entry.added.connect(self._typed_now)
        self.entry.next_wanted.connect(self._go_on_from_empty)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keyboard_moved)
        self.document.undone.connect(lambda _label, changes: self._follow(changes, again=False))
        self.document.redone.connect(lambda _label, changes: self._follow(changes, again=True))

    def enter(self, step: Step, phase: Phase) -> None:
        """Begin with the first in turn who has not read yet."""
        self.step, self.phase = step, phase
        self._wants_full = self.projected
        forms = phase.cards or tuple(f for p in step.phases if p.kind is PhaseKind.WRITE for f in p.cards)
        self.entry.enter(step, forms)
        self.round.enter(step)

    def leave(self) -> None:
        """What was read last is read, where reading had begun."""
        self._wants_full = False
        self.view.unfill()
        self.entry.finish()
        self.round.leave()

    def set_projected(self, on: bool) -> None:
        """For the room the card has the whole page, until somebody takes it back."""
        super().set_projected(on)
        if on != self._wants_full:
            self._wants_full = on
            self._fill_or_not()

    def _fill_or_not(self) -> None:
        if self._wants_full and self.round.card() is not None and not self._typing:
            self.view.fill(self.toggle_full, self._card_key)
        else:
            self.view.unfill()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in view, or this one is arranged anew: the card does not stay over it."""
        super().hideEvent(event)
        self.view.unfill()

    def showEvent(self, event: QShowEvent) -> None:
        """And it comes back with it."""
        super().showEvent(event)
        self._fill_or_not()

    def show_all(self) -> None:
        """Show reader, card and marks from the session."""
        self.view.set_room(self.projected, self.low)
        self.entry.set_view(self.projected, shielded=False)
        self._show_authors()
        self._show_card()
        self._show_reader()

    def mirror(self, changes: list[Change]) -> None:
        """Follow cards and people; a key pressed changes half-typed text, and that shows itself."""
        if {change.kind for change in changes} & {Card, Participant, Heard}:
            self.show_all()
            if self.entry.editing:
                self.entry.mirror_card()

    def first_field(self) -> QWidget:
        """The card, where its keys work, or the text of one to be typed."""
        return self.entry.text if self._typing else self.big

    def actions_offered(self) -> list[QAction]:
        """What the buttons do, and moving whoever reads in the round."""
        return self._offered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of reading; they come here only where no field wants them. Esc leaves typing."""
        if self._writing() and event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._leave_typing()
        elif self._writing() or not self._take_key(event):
            super().keyPressEvent(event)

    def _writing(self) -> bool:
        """Whether the keyboard is in the fields of a card."""
        focus = self.focusWidget()
        return focus is not None and self.entry.isVisibleTo(self) and self.entry.isAncestorOf(focus)

    def _keyboard_moved(self) -> None:
        if self.isVisible():
            self._show_reader()

    def _card_key(self, event: QKeyEvent) -> None:
        """On the card itself Enter and Esc have their meaning, too."""
        full = self.view.full is not None
        if (event.key() in _ENTER and not event.modifiers()) or (full and event.key() == Qt.Key.Key_Escape):
            self.toggle_full()
            event.accept()
        else:
            self._take_key(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _MOVES and held == Qt.KeyboardModifier.AltModifier:
            self._move_reader(_MOVES[key])
        elif key in KEYS and not held:
            self._do(KEYS[key])
        else:
            return False
        event.accept()
        return True

    def _do(self, name: str) -> None:
        """What a button or its key does, where it can be done; while the card has the page, the buttons are away."""
        if self._can[name]:
            self._deeds[name]()

    def _turned(self) -> None:
        cards = self.round.hand()
        self.entry.set_author(self.round.reader)
        self._show_entry(not cards)
        self.show_all()
        self._fill_or_not()
        if self.isVisible():
            self.first_field().setFocus()
            announce(self, f"{self.view.now.text()}. {counted(len(cards), 'card', 'cards')}.")

    def _card_turned(self) -> None:
        self.show_all()
        card = self.round.card()
        if card is not None:
            announce(self, f"Card {self.view.place.text()}: {self.open.masking.text(card.text)}")

    def _go_on_from_empty(self) -> None:
        """Enter in an empty field: back to the card, or on to the next reader where there is none."""
        if self.round.hand():
            self._leave_typing()
        else:
            self._do("Next reader")

    def _mark_strongest(self) -> None:
        self.round.toggle_strongest()
        card = self.round.card()
        announce(self, "Strongest" if card is not None and card.strongest else "No longer strongest")

    def toggle_full(self) -> None:
        """Give the card the whole page, or take it back from there."""
        self._wants_full = self.view.full is None and self.round.card() is not None
        if self._wants_full:
            self._show_entry(False)
        self._fill_or_not()
        self.big.setFocus()

    def _typed_now(self, ids: list[str]) -> None:
        """A card typed while it is read is the card being read."""
        if self.entry.current_author == self.round.reader:
            self._show_entry(True)
            self.round.show_card(ids[-1])

    def _follow(self, changes: list[Change], again: bool) -> None:
        if self.isVisible():
            self.round.follow(changes, again)

    def _move_reader(self, by: int) -> None:
        self._say(self.round.move_by(by))

    def _say(self, text: str) -> None:
        self.message.emit(self.open.masking.text(text))
        announce(self, text)

    # Showing

    def _show_authors(self) -> None:
        session, step = self.document.session, self.step.id
        names, order, seated = names_of(session), readers(session, step), seats(session)
        shown = [(reader, names.get(reader, NO_NAME)) for reader in order]
        self.view.show_readers(
            [Reader(reader, name, turn_of(session, step, reader), reader in seated) for reader, name in shown],
            self.round.reader,
            self.round.after(),
        )
        self.entry.show_authors([*shown, *([] if "" in order else [("", NO_NAME)])])

    def _show_reader(self) -> None:
        session, step, reader, writing = self.document.session, self.step.id, self.round.reader, self._writing()
        after, turn = self.round.after(), turn_of(session, step, reader)
        self._allow({"Next reader": after is not None or turn is Turn.TO_COME})
        without = self.round.card() is None
        self.view.show_reader(*reader_words(session, step, reader, after, without=without, writing=writing))
        self.view.show_typing(self._typing, writing)

    def _show_card(self) -> None:
        cards, card, mask = self.round.hand(), self.round.card(), self.open.masking.text
        place = cards.index(card) if card is not None else -1
        # Where there is nothing to read, the room goes to the card that is typed now.
        self.view.show_without_card(card is None)
        self._content.setStretchFactor(self.view, 1 if card is not None else 0)
        text, about = card_words(card) if card is not None else ("", "")
        self.view.show_card(
            mask(text),
            mask(about),
            f"{place + 1} of {len(cards)}" if cards else "",
            card is not None and card.strongest,
        )
        self._allow(
            {
                "Previous card": place > 0,
                "Next card": card is not None and not (card.read and place == len(cards) - 1),
                "Strongest": card is not None,
                "Fill the page": card is not None,
            }
        )

    def _allow(self, can: dict[str, bool]) -> None:
        self._can |= can
        self.view.allow(can)

    def _leave_typing(self) -> None:
        """Give the keyboard back to the card or, without one, to where its keys work; what is half-typed is kept."""
        if self.round.card() is not None:
            self._type_or_not()
            return
        places = (self.buttons["Next reader"], self.row.buttons.get(self.round.reader), self.buttons["Type a card"])
        next((part for part in places if part and part.isEnabled() and part.isVisible()), self).setFocus()

    def _type_or_not(self) -> None:
        self._show_entry(not self._typing or self.round.card() is None)
        self._fill_or_not()
        self.first_field().setFocus()

    def _show_entry(self, shown: bool) -> None:
        self._typing = shown
        self.buttons["Type a card"].setChecked(shown)
        self.entry.setVisible(shown)
