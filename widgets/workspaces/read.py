"""The reading phases: round the table, the facilitator last; the card being read fills the screen."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card
from models.people import Participant
from models.process import Phase, PhaseKind, Step
from models.reading import hand, has_read, mark_heard, mark_read, next_reader, readers, reads_all, shown_first
from models.session import Change
from models.timing import Heard
from widgets.cards.big_card import BigCard
from widgets.cards.card_entry import CardEntry
from widgets.cards.card_words import NO_NAME, about_words, end_words, mark_words, names_of
from widgets.cards.reader_row import ReaderRow
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, column, scrolled, words
from widgets.workspaces.base import Workspace


class ReadWorkspace(Workspace):
    """Who reads now, the card they read, and a field for a card that was not typed before.

    Keys, while nobody types: N or Right for the next card, P or Left for the one before, R for the next reader, S for
    strongest.
    """

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self.reader = ""
        self._card = ""
        self._begun = False
        self.row = ReaderRow()
        self.big = BigCard()
        self._panel = QFrame()
        self.entry = CardEntry(open_session)
        self._now, self._next = words("", "title"), words("", "hint")
        self._about, self._place = words("", "hint"), words("", "hint")
        self.previous_card = self._button("Previous card", self.show_previous)
        self.next_card = self._button("Next card", self.show_next)
        self.next_reader = self._button("Next reader", self.go_to_next_reader)
        self.strongest = self._button("Strongest", self.toggle_strongest)
        self.strongest.setCheckable(True)
        self.type_card = self._button("Type a card", self._show_entry)
        self.type_card.setCheckable(True)
        self._offered = self._actions()
        self._build()
        self.big.key_pressed.connect(self._take_key)
        self.row.picked.connect(self.turn_to)
        self.entry.author_picked.connect(self.turn_to)
        self.entry.added.connect(self._typed_now)

    @staticmethod
    def _button(name: str, slot: object) -> QPushButton:
        button = named(QPushButton(name), name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: slot())  # type: ignore[operator]
        return button

    def _actions(self) -> list[QAction]:
        actions = []
        for button in (self.next_card, self.previous_card, self.next_reader, self.strongest, self.type_card):
            action = QAction(button.text(), self)
            action.triggered.connect(button.click)
            actions.append(action)
        return actions

    def _build(self) -> None:
        self._panel.setProperty("kind", "panel")
        card = QVBoxLayout(self._panel)
        card.addWidget(self.big, 1)
        card.addWidget(self._about)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.previous_card, self.next_card, self.strongest, self.next_reader, self.type_card):
            flow.addWidget(button)
        head = QHBoxLayout()
        head.addWidget(self._now, 1)
        head.addWidget(self._place)
        self._place.setWordWrap(False)
        content, layout = column(gap=6)
        content.setProperty("kind", "page")
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.row)
        layout.addLayout(head)
        layout.addWidget(self._next)
        layout.addWidget(self._panel, 1)
        layout.addWidget(buttons)
        layout.addWidget(self.entry, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))

    # What the session page asks

    def enter(self, step: Step, phase: Phase) -> None:
        """Begin with the first in turn who has not read yet."""
        self.step, self.phase = step, phase
        self._begun = False
        forms = phase.cards or tuple(f for p in step.phases if p.kind is PhaseKind.WRITE for f in p.cards)
        session = self.document.session
        order = readers(session, step.id)
        waiting = [reader for reader in order if not has_read(session, step.id, reader)]
        self.reader = next(iter(waiting or order), "")
        self._show_authors()
        self.entry.enter(step, forms)
        self._turned()

    def leave(self) -> None:
        """What was read last is read, where reading had begun."""
        self.entry.stop_editing()
        card = self._held()
        if self._begun and card is not None and not card.read:
            self.document.do("Mark card as read", mark_read(card))

    def show_all(self) -> None:
        """Show reader, card and marks from the session."""
        self._show_authors()
        self._show_reader()
        self._show_card()

    def mirror(self, changes: list[Change]) -> None:
        """Follow cards and people; a key pressed changes half-typed text, and that shows itself."""
        if {change.kind for change in changes} & {Card, Participant, Heard}:
            self.show_all()
            if self.entry.editing:
                self.entry.mirror_card()

    def first_field(self) -> QWidget:
        """The card, where its keys work, or the text of one to be typed."""
        return self.entry.text if self.entry.isVisibleTo(self) else self.big

    def actions_offered(self) -> list[QAction]:
        """What the buttons do."""
        return [action for action in self._offered if action.isEnabled()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of reading; they come here only where no field wants them."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        keys = {
            Qt.Key.Key_N: self.next_card,
            Qt.Key.Key_Right: self.next_card,
            Qt.Key.Key_Space: self.next_card,
            Qt.Key.Key_P: self.previous_card,
            Qt.Key.Key_Left: self.previous_card,
            Qt.Key.Key_R: self.next_reader,
            Qt.Key.Key_S: self.strongest,
        }
        button = keys.get(Qt.Key(event.key()))
        taken = button is not None and not event.modifiers()
        if button is not None and taken:
            button.click()
            event.accept()
        return taken

    # Reading

    def _hand(self) -> list[Card]:
        return hand(self.document.session, self.step.id, self.reader)

    def _held(self) -> Card | None:
        return self.document.session.find(Card, self._card) if self._card else None

    def turn_to(self, reader: str) -> None:
        """Let somebody read, in turn or out of it."""
        self.reader = reader
        self._turned()

    def _turned(self) -> None:
        cards = self._hand()
        place = shown_first(cards)
        self._card = cards[place].id if place >= 0 else ""
        self.entry.set_author(self.reader)
        self._show_entry(not cards)
        self.show_all()
        if self.isVisible():
            self.first_field().setFocus()

    def _go(self, by: int) -> None:
        cards = self._hand()
        ids = [card.id for card in cards]
        place = ids.index(self._card) if self._card in ids else -1
        self._read_it()
        if 0 <= place + by < len(ids):
            self._card = ids[place + by]
        self.show_all()

    def _read_it(self) -> None:
        self._begun = True
        card = self._held()
        if card is not None and not card.read:
            self.document.do("Mark card as read", mark_read(card))

    def show_next(self) -> None:
        """The card shown is read; show the next of this hand."""
        self._go(1)

    def show_previous(self) -> None:
        """Show the card before."""
        cards = [card.id for card in self._hand()]
        place = cards.index(self._card) if self._card in cards else 0
        if place > 0:
            self._card = cards[place - 1]
            self.show_all()

    def go_to_next_reader(self) -> None:
        """This reader has had their turn; the next in turn reads. One step of undo."""
        self._begun = True
        card = self._held()
        changes = mark_heard(self.document.session, self.step.id, self.reader)
        if card is not None and not card.read:
            changes += mark_read(card)
        after = next_reader(self.document.session, self.step.id, self.reader)
        self.document.do("Go to next reader", changes)
        if after is not None:
            self.turn_to(after)

    def toggle_strongest(self) -> None:
        """Mark the card as strongest, or take the mark back."""
        card = self._held()
        if card is not None:
            label = "Mark not strongest" if card.strongest else "Mark strongest"
            self.document.set(label, card, strongest=not card.strongest)

    def _typed_now(self, ids: list[str]) -> None:
        """A card typed while it is read is the card being read."""
        if self.entry.current_author == self.reader:
            self._card = ids[-1]
            self._show_entry(True)
            self.show_all()

    # Showing

    def _show_authors(self) -> None:
        session = self.document.session
        names = names_of(session)
        order = readers(session, self.step.id)
        shown = [(reader, names.get(reader, NO_NAME)) for reader in order]
        self.row.show_readers(
            [(reader, name, has_read(session, self.step.id, reader)) for reader, name in shown], self.reader
        )
        self.entry.show_authors([*shown, *([] if "" in order else [("", NO_NAME)])])

    def _show_reader(self) -> None:
        session = self.document.session
        names = names_of(session)
        after = next_reader(session, self.step.id, self.reader)
        done = has_read(session, self.step.id, self.reader)
        self._now.setText(f"{names.get(self.reader, NO_NAME)} {'has read' if done else 'reads now'}")
        how = "All of theirs." if reads_all(session, self.reader) else "One or two, the strongest."
        follows = f"Next: {names.get(after, NO_NAME)}." if after is not None else "Nobody is left after this."
        self._next.setText(f"{how} {follows}")
        self.next_reader.setEnabled(after is not None or not done)

    def _show_card(self) -> None:
        cards = self._hand()
        ids = [card.id for card in cards]
        if self._card not in ids:
            self._card = ids[shown_first(cards)] if ids else ""
        place = ids.index(self._card) if ids else -1
        card = self._held()
        mask = self.open.masking.text
        self.big.show_text(mask(card.text) if card else "No card yet. It can be typed as it is read.")
        # Where there is nothing to read, the room goes to the card that is typed now.
        self._panel.setVisible(card is not None or not self.type_card.isChecked())
        about = [*end_words(card), *about_words(card), *mark_words(card)] if card else []
        self._about.setText(mask("  ·  ".join(about)))
        self._place.setText(f"{place + 1} of {len(ids)}" if ids else "")
        self.previous_card.setEnabled(place > 0)
        last = place == len(ids) - 1
        self.next_card.setEnabled(card is not None and not (last and card.read))
        self.strongest.setEnabled(card is not None)
        with QSignalBlocker(self.strongest):
            self.strongest.setChecked(card is not None and card.strongest)
        self.strongest.setText("★ Strongest" if card is not None and card.strongest else "Strongest")

    def _show_entry(self, wanted: bool | None = None) -> None:
        shown = self.type_card.isChecked() if wanted is None else wanted
        self.type_card.setChecked(shown)
        self.entry.setVisible(shown)
        self._panel.setVisible(bool(self._card) or not shown)
        if wanted is None:
            self.first_field().setFocus()
