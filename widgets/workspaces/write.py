"""The writing phases: one hand per participant, at the pace at which ten people hand their words to one scribe."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import RELATIONSHIP, Card
from models.half_typed import half_typed
from models.people import Participant, Role
from models.process import Phase, Step
from models.session import Change
from models.tally import Tally
from widgets.cards.card_entry import CardEntry
from widgets.cards.card_list import CardList
from widgets.cards.card_model import CardModel, newest_first
from widgets.cards.card_words import NO_NAME, names_of
from widgets.cards.hands import Hands
from widgets.parts.announce import announce
from widgets.parts.fields import LineField, named, put_text
from widgets.parts.growing_field import GrowingField
from widgets.parts.reflow import TurningRow, column, scrolled, words
from widgets.workspaces.base import Workspace

_HIDDEN_DRAFT = "Not read aloud yet, so the shield hides it. F8 shows it."


class WriteWorkspace(Workspace):
    """Hands, the entry row, the writer's own rough drafts, and the step's cards behind a shield.

    The shield hides what is finished: cards, and drafts that were not read aloud. What is being typed the scribe must
    see; only in the projector view, where it would stand on the wall, no more than its last words are shown. In that
    view nothing else is in sight but whose card it is.
    """

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self.hands = Hands()
        self.entry = CardEntry(open_session)
        self.model = CardModel(open_session, self)
        self.cards = CardList(self.model)
        self.shield = named(QCheckBox("Shield"), "Shield", "Hides every card's text until reading starts")
        self.shield.setToolTip("Hides every card's text until reading starts (F8)")
        self.newcomer = LineField("Add participant", "Somebody else writes? Name, then Enter")
        self.drafts = GrowingField("Rough drafts", least=1, most=5)
        self._drafts_title = words("Rough drafts", "subtitle", self.drafts)
        self._count, self._share = words("", "hint"), self.entry.beside_author
        self._share.setWordWrap(False)
        self._beside, side = column()
        self._shields: dict[str, bool] = {}
        self._tally, self._drafts = Tally(""), list[Card]()
        self._missed = False
        self._offered = self._actions()
        self._build(side)
        self.hands.picked.connect(self._write_as)
        self.hands.given.connect(self.entry.give_last_to)
        self.entry.next_wanted.connect(self._go_round)
        self.entry.author_picked.connect(self._write_as)
        self.shield.toggled.connect(self._shield)
        self.newcomer.returnPressed.connect(self._add_participant)
        self.cards.opened.connect(self.entry.edit)
        self.cards.removed.connect(self._remove)

    def _actions(self) -> list[QAction]:
        add = QAction("Add participant", self)
        add.triggered.connect(self._ask_newcomer)
        shield = QAction("Shield cards, or show them", self)
        shield.setShortcut(QKeySequence("F8"))
        shield.triggered.connect(self.shield.toggle)
        self.addAction(shield)
        return [*self.hands.keys, *self.hands.giving_keys, *self.entry.starters.actions, add, shield]

    def _build(self, side: QVBoxLayout) -> None:
        self.drafts.setReadOnly(True)
        head = QHBoxLayout()
        head.addWidget(words("Cards", "subtitle", self.cards))
        head.addWidget(self._count, 1)
        head.addWidget(self.shield)
        # The list takes what the entry beside it leaves, so that the entry is never below the fold for its sake.
        self.cards.setMinimumHeight(4 * self.fontMetrics().height())
        self.cards.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        side.addWidget(self._drafts_title)
        side.addWidget(self.drafts, 0, Qt.AlignmentFlag.AlignTop)
        side.addLayout(head)
        side.addWidget(self.cards, 1)
        row = TurningRow(26)
        row.add(self.entry, 3)
        row.add(self._beside, 2)
        content, layout = column()
        content.setProperty("kind", "page")
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.newcomer)
        layout.addWidget(self.hands)
        layout.addWidget(row, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))

    # What the session page asks

    def enter(self, step: Step, phase: Phase) -> None:
        """Turn to the cards of this step."""
        self.step, self.phase = step, phase
        self._look_through()
        self.model.show_step(step.id, newest_first)
        self._show_authors()
        self.entry.enter(step, phase.cards)
        read = any(card.read for card in self.document.session.cards_of(step.id))
        self.shield.setChecked(self._shields.get(step.id, not read))
        self._shield(self.shield.isChecked())
        self.newcomer.setVisible(not self._writers())
        self.show_all()

    def leave(self) -> None:
        """Be done with a card that was opened, and with lines that were pasted."""
        self.entry.finish()

    def show_all(self) -> None:
        """Show hands, counts and drafts from the session; in the projector view only whose card it is, and its text."""
        self._look_through()
        self._beside.setVisible(not self.projected)
        self.entry.set_view(self.projected, self.shield.isChecked())
        self._show_authors()
        self._show_counts()
        self._show_drafts()

    def mirror(self, changes: list[Change]) -> None:
        """Follow cards and people; a key pressed changes half-typed text, and that shows itself."""
        cards = [change for change in changes if change.kind is Card]
        other = self._tally.follow(cards)
        if any(change.kind is Participant for change in changes):
            self.show_all()
        elif other:
            self._show_counts()
        if any(change.id == self.entry.editing for change in cards):
            self.entry.mirror_card()
        if any(self._is_draft(change) for change in cards):
            self._find_drafts()
            self._show_drafts()

    def _changed(self, changes: list[Change]) -> None:
        """What changes out of sight, by undo on another page, is seen when this is in view again."""
        self._missed |= not self.isVisible() and any(change.kind in (Card, Participant) for change in changes)
        super()._changed(changes)

    def showEvent(self, event: QShowEvent) -> None:
        """In view again."""
        super().showEvent(event)
        if self._missed:
            self.show_all()

    def first_field(self) -> QWidget:
        """Card text, or the name of somebody who could write."""
        return self.entry.text if self._writers() else self.newcomer

    def actions_offered(self) -> list[QAction]:
        """Writing as each of the first ten, and what has no key."""
        return [action for action in self._offered if action.isEnabled()]

    # Who writes

    def _writers(self) -> list[tuple[str, str]]:
        names = names_of(self.document.session)
        return [
            (person.id, names[person.id])
            for person in self.document.session.all(Participant)
            if person.present and person.role is not Role.PRESENTING_WORKER
        ]

    def _show_authors(self) -> None:
        writers = self._writers()
        self.hands.show_writers(writers or [("", NO_NAME)])
        self.entry.show_authors([*writers, ("", NO_NAME)])
        if self.entry.current_author not in [writer for writer, _ in (*writers, ("", NO_NAME))] or (
            not self.entry.current_author and writers and not self._no_name_wanted
        ):
            self.entry.set_author(writers[0][0] if writers else "")
        self._show_author()

    _no_name_wanted = False

    def _write_as(self, author: str) -> None:
        self._no_name_wanted = not author
        self.entry.set_author(author)
        self._show_author()
        self._show_counts()
        self._show_drafts()
        announce(self.entry.text, f"{self.entry.author.author_name()} writes")
        if not self.entry.author.hasFocus():  # a name may be half-typed there
            self.entry.text.setFocus()

    def _show_author(self) -> None:
        author = self.entry.current_author
        self.hands.show_picked(author)
        self.entry.notes.show_next(self.hands.after(author)[1])

    def _go_round(self) -> None:
        """Enter in the empty field. The hand never moves on by itself: a card under a wrong name is worse than a key
        more."""
        after = self.hands.after(self.entry.current_author)[0]
        if after:
            self._write_as(after)

    def _ask_newcomer(self) -> None:
        self.newcomer.show()
        self.newcomer.setFocus()

    def _add_participant(self) -> None:
        name = self.newcomer.text().strip()
        if not name:
            return
        session = self.document.session
        person = Participant(self.document.new_id(), name, rank=session.next_rank(Participant))
        self.newcomer.clear()
        self.newcomer.hide()
        self.document.add("Add participant", person)
        self._show_authors()
        self._write_as(person.id)

    # The cards beside

    def _remove(self, card: Card) -> None:
        self.document.remove("Delete card", card)

    def _shield(self, on: bool) -> None:
        self._shields[self.step.id] = on
        self.model.set_shielded(on)
        self.entry.set_view(self.projected, on)
        self._show_drafts()

    def _show_counts(self) -> None:
        begun = {half.author for half in half_typed(self.document.session, self.step.id)}
        self.hands.show_counts(self._tally.cards, begun - {self.entry.current_author})
        self._count.setText(f"{self._tally.cards.total():,}")
        self._show_share()

    def _show_share(self) -> None:
        """Say kindly when under half of this hand's questions are relationship questions (Appendix 8, 7.1); on the wall
        of all of them, since there it would be a reproach to one."""
        share, of = self._tally.share(None if self.projected else self.entry.current_author)
        under = share * 2 < of and any(form.kind in RELATIONSHIP for form in self.phase.cards)
        self._share.setVisible(under)
        if under:
            whose = "Relationship questions, all hands" if self.projected else "Relationship"
            self._share.setText(f"{whose}: {share} of {of}. Aim for half.")

    def _is_draft(self, change: Change) -> bool:
        return (change.before if change.after is None else change.after).step in self.step.rough

    def _look_through(self) -> None:
        """Count the step's cards and find its drafts, of which each change tells the rest."""
        self._missed = False
        self._tally = Tally(self.step.id, self.document.session.cards_of(self.step.id))
        self._find_drafts()

    def _find_drafts(self) -> None:
        self._drafts = self.document.session.all(Card, lambda card: card.step in self.step.rough)

    def _show_drafts(self) -> None:
        own = [card for card in self._drafts if card.author == self.entry.current_author]
        hidden = any(not card.read for card in own) and self.shield.isChecked()
        shown = [card for card in own if card.read or not hidden]
        texts = [self.open.masking.text(card.text) for card in shown]
        put_text(self.drafts, "\n\n".join([*texts, *([_HIDDEN_DRAFT] if hidden else [])]))
        self._drafts_title.setVisible(bool(own))
        self.drafts.setVisible(bool(own))
