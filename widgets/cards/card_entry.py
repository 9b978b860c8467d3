"""The entry row: who writes, what kind of card, its text, what is said about it; and the same for changing a card."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.open_session import OpenSession
from models.cards import Card
from models.half_typed import text_key
from models.marks import Marked, may_hold_marks
from models.pasted import by_author
from models.process import CardForm, Step
from models.session import Change
from widgets.cards.card_text import CardText
from widgets.cards.entry_form import EntryForm
from widgets.cards.entry_notes import EntryNotes
from widgets.cards.entry_starters import EntryStarters
from widgets.cards.open_card import OpenCard
from widgets.cards.pasted_cards import PastedCards
from widgets.parts.author_field import AuthorField
from widgets.parts.fields import UnfinishedBinding, put_text
from widgets.parts.reflow import TurningRow, beside, column, words

_MASKED = "Names are masked. Show them (Ctrl+Shift+M) to change this card."
_CHANGING = "You are changing a card that is there. Enter when it is right."
_ONLY_MARKS = "Only marks so far. What is on the card?"


class CardEntry(QWidget):
    """Writes cards of one step for one author after another, and changes those that are there.

    Half-typed text is kept for each author and step. Marks in the text fill the fields as they are typed, and are taken
    out of it on Enter. A card that was opened is changed as it is typed; Enter or Esc ends that, and a card left empty
    is taken away.

    Signals:
        author_picked(str): a person picked another author in the box.
        added(list[str]): cards were added, by id.
        next_wanted: Enter in the empty field: the card of whoever is next.
    """

    author_picked = Signal(str)
    added = Signal(list)
    next_wanted = Signal()

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open, self._document = open_session, open_session.document
        self._step = self._author = ""
        self._kind_offered = False
        self.author = AuthorField()
        self.author.setProperty("kind", "author")
        self.beside_author = words("", "hint")  # so that the text does not move when it comes and goes
        self.text = CardText()
        self.notes = EntryNotes(open_session, self.text, self.author)
        self.form = EntryForm(open_session, self.text, self.notes)
        self.fields, self.kinds, self.foot = self.form.fields, self.form.kinds, self.form.foot
        self._card = OpenCard(self._document)
        self._pasted = PastedCards(self._document, self)
        self._unfinished = UnfinishedBinding(self.text, self._document, open_session.masking)
        self.starters = EntryStarters(self, self._build(), open_session, self.text, self.form)
        self._connect()

    def _build(self) -> QWidget:
        self.text.setMinimumHeight(round(self.fontMetrics().height() * 3.4))
        writing, layout = column(gap=6)
        who = TurningRow(turn_at=22, gap=8)
        who.add(beside("Author", self.author), 1)
        who.add(self.kinds, 0)
        who.add(self.beside_author, 0)
        layout.addWidget(who)
        layout.addWidget(self.notes.line)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.form.under)
        return writing

    def _connect(self) -> None:
        self.author.picked.connect(self._author_picked)
        self.author.returnPressed.connect(self.text.setFocus)
        self.text.entered.connect(self._enter_pressed)
        self.text.textChanged.connect(self._typed)
        self.text.lines_pasted.connect(self.add_many)
        self.fields.edited.connect(self._about_edited)
        self.fields.entered.connect(self.submit)
        self.kinds.picked.connect(self._kind_picked)
        self.foot.add.clicked.connect(self.submit)
        self.foot.starters_wanted.connect(self.starters.offer)
        self._pasted.added.connect(self._went_in)
        self.text.refused.connect(lambda: self.notes.tell(_MASKED))
        self._open.masking.changed.connect(self._mask)

    # Turning to a step, an author, a view

    def enter(self, step: Step, forms: tuple[CardForm, ...]) -> None:
        """Turn to the cards of a step."""
        self.finish()
        self._step = step.id
        self.form.show_forms(forms)
        self.notes.enter(step.id)
        self.set_author(self._author)

    def finish(self) -> None:
        """The room goes elsewhere: be done with what is under way."""
        self.stop_editing()
        self._pasted.finish()
        self.starters.close()

    def show_authors(self, authors: Sequence[tuple[str, str]]) -> None:
        """Offer these authors, each an id and a name."""
        self.author.show_authors(authors)

    def set_author(self, author: str) -> None:
        """Write for this author from now on, and go on with what is half-typed for them."""
        self.stop_editing()
        self._author = author
        self.author.show_author(author)
        self._unfinished.point_at(text_key(self._step, author) if self._step else "")
        self.form.take_up(self._step, author)
        self._show_marks(self.text.toPlainText())
        self.notes.offer_name()

    @property
    def current_author(self) -> str:
        """Whose card is written now."""
        return self._author

    def set_view(self, projected: bool, shielded: bool) -> None:
        """On the wall show whose card it is, and its text, covered while shielded; no other card is spoken of there."""
        self.form.set_projected(projected)
        self.notes.names, self.notes.quotes = not projected, not projected and not shielded
        self.notes.covered = projected and shielded
        self.notes.show_hints()
        self.text.set_covered(self.notes.covered)

    # Adding

    def _enter_pressed(self) -> None:
        if self.editing or self.text.toPlainText():
            self.submit()
        else:
            self.next_wanted.emit()

    def submit(self) -> None:
        """Add the card that is typed, or be done with the one that was opened."""
        if self.editing:
            self.stop_editing()
            self.text.setFocus()
            return
        self._pasted.finish()
        typed, form = self._unfinished.text(), self.form.form
        marked = self._read(typed)
        if form is None or not marked.text.strip():
            self.notes.line.say(_ONLY_MARKS if marked.taken else "")
            return
        self.fields.show_marks(marked.fields)
        self._kind_offered = self.form.offered
        card = replace(self._new_cards(self._step, form, [(self._author, typed)])[0], **self.fields.values())
        self._unfinished.take()
        self.fields.clear()
        self.form.keep_about(self._step, self._author)
        self._document.do("Add card", [Change(None, card)])
        self._went_in([card], self.notes.added_words(marked.unknown))

    def add_many(self, lines: list[str]) -> None:
        """Add a card for each line, for whoever it names before a colon; one undo takes them back."""
        if self.form.form is None or self.editing:
            return
        writers = {author: name for author, name in self.author.authors if author}
        make = partial(self._new_cards, self._step, self.form.form)
        self._pasted.add(by_author(lines, writers, self._author), make, self.author.authors)

    def _new_cards(self, step: str, form: CardForm, typed: Sequence[tuple[str, str]]) -> list[Card]:
        """Cards of these authors and texts, as their marks say; a text of nothing but marks stays as it is."""
        first, now, made = self._document.session.next_rank(Card), self._open.engine.utc_now(), []
        for rank, (author, said) in enumerate(typed, first):
            marked = self.notes.marks.read(said, form, self.form.forms)
            text = marked.text.strip() or said.strip()
            card = Card(self._document.new_id(), step, form.kind, author, text, rank, written_at=now)
            made.append(replace(card, **{"scale": form.scale, **marked.fields}))
        return made

    def _went_in(self, cards: list[Card], said: str) -> None:
        self.form.offer(self._step, self._author)
        self.text.setFocus()
        self.notes.added(cards, said)
        self.added.emit([card.id for card in cards])

    def give_last_to(self, author: str) -> None:
        """Make the card that is open, or the one added last, somebody else's."""
        card = self._document.session.find(Card, self.editing or self.notes.last)
        name = dict(self.author.authors).get(author, "")
        if card is None:
            self.notes.line.say("There is no card yet to give to somebody else.")
        elif card.author != author:
            kind = self.form.next_kind(card, author) if self._kind_offered and not self.editing else {}
            self._document.set("Change author", card, author=author, **kind)
            if self.form.offered and not self.editing:
                self.form.offer(self._step, self._author)
            which = "open" if self.editing else "last"
            self.notes.tell(f"The {which} card is {name}'s now. Ctrl+Z takes that back.")

    # What is typed

    def _read(self, text: str) -> Marked:
        return self.notes.marks.read(text, self.form.form, self.form.forms) if self.form.form else Marked(text)

    def _typed(self) -> None:
        text = self.text.toPlainText()
        if not text and not self.editing:
            self.fields.give_back()
        other = (may_hold_marks(text) or self.form.marked) and self._show_marks(text)
        if self.editing:
            self._card.change("text", text=text, **(self.fields.values() if other else {}))
        self.notes.typed(text, self.editing, self._read)

    def _show_marks(self, text: str) -> bool:
        """Show what the marks typed so far mean, except where that would show a masked name; gives whether fields are
        filled otherwise than before."""
        marks = {} if self._open.masking.on else self._read(text).fields
        if self.form.change_scale(marks) and not self.editing:
            self.form.offer(self._step, self._author)
        return self.form.show_marks(marks)

    def _mask(self) -> None:
        """An open card is closed, since its names were in sight."""
        if closes := self.editing and self._open.masking.on:
            self.stop_editing()
        self._show_marks(self.text.toPlainText())
        self.notes.mask(_MASKED if closes else "")

    def _kind_picked(self, form: CardForm) -> None:
        self.form.show(form)
        self._card.change("kind", kind=form.kind, scale=form.scale)
        self.text.setFocus()

    def _about_edited(self) -> None:
        if self.editing:
            self._card.change("about", **self.fields.values())
        else:
            self.form.keep_about(self._step, self._author)

    def _author_picked(self, author: str) -> None:
        if self.editing:
            self._card.change("author", author=author)
        else:
            self.author_picked.emit(author)

    # Changing a card that is there

    def edit(self, card: Card) -> None:
        """Open a card: from now on its text and fields change as they are typed."""
        if self._open.masking.on:
            self.notes.line.say(_MASKED)
            return
        self.stop_editing()
        self._unfinished.point_at("")
        self.fields.clear()
        self._card.open(card)
        self.text.takes_many = False
        self.mirror_card()
        self.form.show_card(card)
        self.foot.name_add("Done")
        self.notes.line.say(_CHANGING)
        self.text.selectAll()
        self.text.setFocus()

    @property
    def editing(self) -> str:
        """The id of the card that is open, or ""."""
        return self._card.id

    def mirror_card(self) -> None:
        """Show the open card as the session has it; close it where it is gone."""
        card = self._card.card
        if card is not None:
            put_text(self.text, card.text)
            self.fields.show_values({name: getattr(card, name) for name in self.fields.values()})
            self.author.show_author(card.author)
        elif self.editing:
            self.stop_editing()

    def stop_editing(self) -> None:
        """Be done with the open card; left empty, it is taken away."""
        if self.editing:
            self._card.close(lambda card: self._read(card.text))
            self.text.takes_many = True
            self.foot.name_add("Add card")
            self.notes.line.say("")
            self.set_author(self._author)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is done with the open card."""
        if event.key() == Qt.Key.Key_Escape and self.editing:
            self.stop_editing()
        else:
            super().keyPressEvent(event)
