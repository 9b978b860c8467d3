"""Which kind of card is being typed, and the parts of the entry row that follow from it."""

from collections.abc import Mapping
from typing import Any

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.half_typed import about_key, next_form
from models.process import CardForm
from models.session import Change, Unfinished
from widgets.cards.card_fields import CardFields
from widgets.cards.card_kinds import CardKinds
from widgets.cards.card_text import CardText
from widgets.cards.card_words import about_words, end_words
from widgets.cards.entry_foot import EntryFoot
from widgets.cards.entry_notes import EntryNotes
from widgets.parts.reflow import column


class EntryForm:
    """The choice among kinds, the fields and the buttons; `form` is the kind that is typed now.

    What marks mean is said in the line over the text, too, where fields may be out of sight; in the projector view they
    stand back.
    """

    def __init__(self, open_session: OpenSession, text: CardText, notes: EntryNotes) -> None:
        self._open, self._notes = open_session, notes
        self.forms: tuple[CardForm, ...] = ()
        self.form: CardForm | None = None
        #: Whether nobody said which kind it is, and the next one was offered.
        self.offered = False
        #: Whether something was said by marks when they were read last.
        self.marked = False
        self._scale = ""
        self._projected = False
        self.kinds = CardKinds()
        self.fields = CardFields(open_session.masking)
        self.foot = EntryFoot(open_session, text)
        self.under, layout = column(gap=6)
        layout.addWidget(self.fields)
        layout.addWidget(self.foot)

    def show_forms(self, forms: tuple[CardForm, ...]) -> None:
        """Turn to the kinds of card of a step."""
        self.forms = forms
        self.kinds.show_forms(forms)

    def take_up(self, step: str, author: str) -> None:
        """Show the kind that an author writes next, and what was said of their half-typed card."""
        held = self._open.session.find(Unfinished, about_key(step, author))
        self.fields.restore(held.text if held else "")
        self.offer(step, author)

    def keep_about(self, step: str, author: str) -> None:
        """Keep what is said of the half-typed card."""
        key, text = about_key(step, author), self.fields.half_typed()
        held = self._open.session.find(Unfinished, key)
        self._open.document.do_quietly([Change(held, Unfinished(key, text) if text else None)])

    def offer(self, step: str, author: str) -> None:
        """Show the kind that an author writes next, without what a mark said before."""
        self._scale = ""
        if self.forms:
            several = len(self.forms) > 1
            own = (
                self._open.session.all(Card, lambda card: card.step == step and card.author == author)
                if several
                else ()
            )
            self.show(next_form(own, author, self.forms))
            self.offered = True

    def next_kind(self, card: Card, author: str) -> dict[str, Any]:
        """The kind of a card as fields, if it had been written by this author."""
        others = [other for other in self._open.session.cards_of(card.step) if other.id != card.id]
        form = next_form(others, author, self.forms)
        return {"kind": form.kind, "scale": form.scale}

    def show_card(self, card: Card) -> None:
        """Show the kind that a card is of."""
        same = [form for form in self.forms if (form.kind, form.scale) == (card.kind, card.scale)]
        self.show((same or [CardForm(card.kind, card.kind.value, scale=card.scale)])[0])

    def show(self, form: CardForm) -> None:
        """Show this kind."""
        self.form, self.offered = form, False
        self.kinds.show_picked(form)
        self._notes.line.rest_at("" if self._projected else form.hint)
        self.fields.show_form(form)
        self.foot.show_form(form)
        self._notes.show_form(form)

    def show_marks(self, marks: Mapping[str, Any]) -> bool:
        """Show what marks say, the kind of scale among it; gives whether fields are filled otherwise than before."""
        other, self.marked = self.fields.show_marks(marks), bool(marks)
        if other or not marks:
            self._notes.line.show_understood(self._about() if marks else "")
        return other

    def _about(self) -> str:
        """What the fields say, in words."""
        kind = self.form.kind if self.form is not None else CardKind.QUESTION
        card = Card("", "", kind, "", "", **self.fields.values())
        return "  ·  ".join([*about_words(card), *end_words(card)])

    def change_scale(self, marks: Mapping[str, Any]) -> bool:
        """Turn to the kind that a mark says; gives whether the mark that said one is gone."""
        scale, before = marks.get("scale", ""), self._scale
        if scale == before:
            return False
        self._scale = scale
        form = next((form for form in self.forms if form.scale == scale), None)
        if scale and form is not None:
            self.show(form)
        return bool(before) and not scale

    def set_projected(self, on: bool) -> None:
        """Stand back, or come back."""
        self._projected = on
        self.under.setVisible(not on)
        self._notes.line.rest_at("" if on or self.form is None else self.form.hint)
