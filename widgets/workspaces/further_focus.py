"""Questions written for a further focus: a small card entry inside the review."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.edits import reading_order
from models.people import Participant, Role
from widgets.parts.author_field import AuthorField
from widgets.parts.fields import TextField, UnfinishedBinding, named
from widgets.parts.reflow import TurningRow, column, words
from widgets.parts.row_list import Row, RowList


class FurtherFocus(QWidget):
    """Listen, write, hand over: for the further focus of one round of the review."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._round = ""
        self._step = ""
        self._author = AuthorField()
        self._author.setMinimumHeight(36)
        self._text = TextField("Card text", "A question for this focus", enter_submits=True)
        self._unfinished = UnfinishedBinding(self._text, open_session.document, open_session.masking)
        self._add = named(QPushButton("Add card"), "Add card")
        self._add.setMinimumHeight(36)
        self._cards = RowList("Cards")
        self._count = words("", "hint")
        self._author.picked.connect(self._take_up_draft)
        self._author.returnPressed.connect(self._text.setFocus)
        self._text.entered.connect(self._add_card)
        self._add.clicked.connect(self._add_card)
        self._lay_out()

    def point_at(self, review_round: str, step: str) -> None:
        """Turn to the questions of this round."""
        self._round, self._step = review_round, step
        self.show_all()
        self._take_up_draft()

    def show_all(self) -> None:
        """Show the writers and what has been written."""
        session, masking = self._open.session, self._open.masking
        self._show_authors(reading_order(session))
        cards = session.all(Card, lambda card: card.review_round == self._round)
        self._cards.show_rows([Row(card.id, masking.text(card.text), self._name(card.author)) for card in cards])
        self._cards.setVisible(bool(cards))
        worker = " and ".join(person.name for person in session.people_in_role(Role.PRESENTING_WORKER)) or "the worker"
        noun, verb = ("card", "goes") if len(cards) == 1 else ("cards", "go")
        self._count.setText(f"{len(cards)} {noun} {verb} home with {worker}." if cards else "")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words("Hear what the worker says, then everyone writes a question for it.", "hint"))
        entry = TurningRow(turn_at=28)
        left, left_column = column()
        left_column.addWidget(words("Author", "", self._author))
        left_column.addWidget(self._author)
        left_column.addWidget(self._add)
        left_column.addStretch(1)
        right, right_column = column()
        right_column.addWidget(words("Card text", "", self._text))
        right_column.addWidget(self._text)
        self._text.setFixedHeight(self.fontMetrics().height() * 4)
        entry.add(right, 3)
        entry.add(left, 1)
        layout.addWidget(entry)
        self._cards.setMinimumHeight(self.fontMetrics().height() * 7)
        layout.addWidget(self._cards)
        layout.addWidget(self._count)

    def _show_authors(self, people: list[Participant]) -> None:
        self._author.show_authors([(person.id, person.name) for person in people])
        if self._author.author not in [person.id for person in people]:
            self._author.show_author(people[0].id if people else "")

    def _name(self, author: str) -> str:
        person = self._open.session.find(Participant, author)
        return person.name if person else ""

    def _take_up_draft(self) -> None:
        self._unfinished.point_at(f"further-focus/{self._round}/{self._author.author}")

    def _add_card(self) -> None:
        if not self._text.toPlainText().strip():
            return
        document = self._open.document
        card = Card(
            document.new_id(),
            self._step,
            CardKind.FURTHER_FOCUS_QUESTION,
            self._author.author,
            self._unfinished.take().strip(),
            document.session.next_rank(Card),
            review_round=self._round,
            written_at=self._open.engine.utc_now(),
        )
        document.add("Add card", card)
        self._text.setFocus()
