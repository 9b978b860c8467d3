"""The reading phases: round the table, the facilitator last; the card being read fills the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card
from models.people import Participant
from models.process import Phase, PhaseKind, Step
from models.reading import Turn, readers, reads_all, seats, turn_of
from models.session import Change
from models.timing import Heard
from widgets.cards.card_entry import CardEntry
from widgets.cards.card_rows import counted
from widgets.cards.card_words import NO_NAME, about_words, end_words, mark_words, names_of
from widgets.cards.reader_row import Reader
from widgets.parts.announce import announce
from widgets.parts.reflow import column, scrolled
from widgets.workspaces.base import Workspace
from widgets.workspaces.read_view import ReadView
from widgets.workspaces.reading_round import ReadingRound

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STRONGEST = "★ Strongest"  # stands over the card, and not once more below it
NO_CARD = "No card yet. Type it as it is read; Enter with nothing typed passes to the next."


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
        self._offered = self.view.make_actions(self, self._do, self.round.move_by)
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
        self.row.moved.connect(self._move_seat)
        self.entry.author_picked.connect(self.round.turn_to)
        self.entry.added.connect(self._typed_now)
        self.entry.next_wanted.connect(self._pass_without_card)
        self.document.undone.connect(lambda _label, changes: self._follow(changes, again=False))
        self.document.redone.connect(lambda _label, changes: self._follow(changes, again=True))

    # What the session page asks

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

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of reading; they come here only where no field wants them."""
        writing = self.entry.isAncestorOf(focus) if (focus := self.focusWidget()) is not None else False
        if writing or not self._take_key(event):
            super().keyPressEvent(event)

    def _card_key(self, event: QKeyEvent) -> None:
        """On the card itself Enter and Esc have their meaning, too."""
        full = self.view.full is not None
        if (event.key() in _ENTER and not event.modifiers()) or (full and event.key() == Qt.Key.Key_Escape):
            self.toggle_full()
            event.accept()
        else:
            self._take_key(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        keys = {
            Qt.Key.Key_N: "Next card",
            Qt.Key.Key_Right: "Next card",
            Qt.Key.Key_Space: "Next card",
            Qt.Key.Key_P: "Previous card",
            Qt.Key.Key_Left: "Previous card",
            Qt.Key.Key_R: "Next reader",
            Qt.Key.Key_S: "Strongest",
            Qt.Key.Key_T: "Type a card",
            Qt.Key.Key_F: "Fill the page",
        }
        name = keys.get(Qt.Key(event.key()), "")
        taken = bool(name) and not event.modifiers()
        if taken:
            self._do(name)
            event.accept()
        return taken

    def _do(self, name: str) -> None:
        """What a button or its key does, where it can be done; while the card has the page, the buttons are away."""
        if self._can[name]:
            self._deeds[name]()

    # Reading

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

    def _pass_without_card(self) -> None:
        """Enter in an empty field, where there is no card to read either."""
        if not self.round.hand():
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

    def _move_seat(self, reader: str, place: int) -> None:
        self.round.move_seat(reader, place)
        order, names = seats(self.document.session), names_of(self.document.session)
        announce(self, f"{names[reader]} is number {order.index(reader) + 1} of {len(order)} before the facilitator")

    # Showing

    def _show_authors(self) -> None:
        session, step = self.document.session, self.step.id
        names, order, seated = names_of(session), readers(session, step), seats(session)
        shown = [(reader, names.get(reader, NO_NAME)) for reader in order]
        self.row.show_readers(
            [Reader(reader, name, turn_of(session, step, reader), reader in seated) for reader, name in shown],
            self.round.reader,
            self.round.after(),
        )
        self.entry.show_authors([*shown, *([] if "" in order else [("", NO_NAME)])])

    def _show_reader(self) -> None:
        session, step, reader = self.document.session, self.step.id, self.round.reader
        names, turn, after = names_of(session), turn_of(session, step, reader), self.round.after()
        said = {Turn.TO_COME: "reads now", Turn.READ: "has read", Turn.PASSED: "was passed without a card"}[turn]
        self._allow({"Next reader": after is not None or turn is Turn.TO_COME})
        how = "All of theirs." if reads_all(session, reader) else "One or two, the strongest."
        left = f"Next: {names.get(after, NO_NAME)}." if after is not None else "Nobody is left after this."
        if after is None and turn is not Turn.TO_COME:
            how, left = "Everyone has had their turn.", "Ctrl+Enter goes on to the next phase."
        elif self.round.card() is None:
            how = NO_CARD
        turns = [turn_of(session, step, one) for one in readers(session, step)]
        so_far = f"{turns.count(Turn.READ)} of {len(turns)} have read"
        self.view.show_reader(f"{names.get(reader, NO_NAME)} {said}", how, left, so_far)

    def _show_card(self) -> None:
        cards, card, mask = self.round.hand(), self.round.card(), self.open.masking.text
        place = cards.index(card) if card is not None else -1
        # Where there is nothing to read, the room goes to the card that is typed now.
        self.view.show_without_card(card is None)
        self._content.setStretchFactor(self.view, 1 if card is not None else 0)
        about = [*end_words(card), *about_words(card), *mark_words(card)] if card else []
        self.view.show_card(
            mask(card.text) if card else "",
            mask("  ·  ".join(word for word in about if word != STRONGEST)),
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
        actions = {action.text().partition("\t")[0]: action for action in self._offered}
        for name, wanted in can.items():
            self.buttons[name].setEnabled(wanted)
            actions[name].setEnabled(wanted)

    def _type_or_not(self) -> None:
        self._show_entry(not self._typing)
        self._fill_or_not()
        self.first_field().setFocus()

    def _show_entry(self, shown: bool) -> None:
        self._typing = shown
        self.buttons["Type a card"].setChecked(shown)
        self.entry.setVisible(shown)
