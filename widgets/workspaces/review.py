"""Review: the branch of step 12, held as often as the worker needs it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card
from models.people import Participant
from models.process import Phase, Step
from models.review import CheckIn, ReviewRound
from models.session import Change
from models.usefulness import usefulness_answers
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, column, scrolled, words
from widgets.workspaces.base import Workspace
from widgets.workspaces.further_focus import FurtherFocus
from widgets.workspaces.review_round import ReviewRoundForm
from widgets.workspaces.usefulness_line import UsefulnessLine


class ReviewWorkspace(Workspace):
    """The rounds of the review in words; one of them, the newest unless another is opened, as fields."""

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self._opened = ""
        self._summaries: list[tuple[int, str, str]] = []
        self._fresh = ReviewRound(self.document.new_id())
        self._focus = FurtherFocus(open_session)
        self._form = ReviewRoundForm(open_session, self._focus)
        self.actions_offered()  # made at once, so that their keys work
        self._form.again.connect(self._review_again)
        self._line = UsefulnessLine()
        self._rounds = QWidget()
        self._rounds_layout = QVBoxLayout(self._rounds)
        self._rounds_layout.setContentsMargins(0, 0, 0, 0)
        self._title = words("", "hint")
        content, layout = column()
        layout.addWidget(self._rounds)
        layout.addWidget(self._title)
        layout.addWidget(self._form, 1)
        layout.addWidget(self._line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(content)
        whole.addWidget(self._area)
        self._to_bring_in: QWidget | None = None
        self._bring_in_soon = QTimer(self)  # once the part that was opened has its place
        self._bring_in_soon.setSingleShot(True)
        self._bring_in_soon.timeout.connect(self._bring_in)
        self._form.opened.connect(self._opened_part)

    def enter(self, step: Step, phase: Phase) -> None:
        """Turn to the newest round."""
        self._opened = ""
        super().enter(step, phase)

    def show_all(self) -> None:
        """Show the round that is opened as fields and the others in words."""
        rounds = self._all_rounds()
        current = next((held for held in rounds if held.id == self._opened), rounds[-1])
        if current.id != self._form.shown.id:
            self._form.point_at(current)
            self._focus.point_at(current.id, self.step.id)
        else:
            self._form.show_round()
        self._form.set_single(self.one_thing)
        self._title.setText(f"Round {rounds.index(current) + 1} of the review")
        self._title.setVisible(len(rounds) > 1)
        self._show_other_rounds(rounds, current)
        self._rounds.setVisible(len(rounds) > 1 and not self.one_thing)
        self._line.show_answers(usefulness_answers(self.document.session, self.open.process))

    def mirror(self, changes: list[Change]) -> None:
        """Follow changes; a round that was undone away gives place to the newest."""
        if any(change.kind is ReviewRound and change.before is None for change in changes):
            self._opened = ""
        kinds = {change.kind for change in changes}
        if kinds & {ReviewRound, CheckIn}:
            self.show_all()
        if kinds & {Card, Participant}:
            self._focus.show_all()

    def actions_offered(self) -> list[QAction]:
        """The questions, and the answers that the branch asks for now."""
        return self._form.actions_offered(self.offer)

    def first_field(self) -> QWidget:
        """The first question of the round."""
        return self._form.first_field()

    def _opened_part(self, part: QWidget) -> None:
        self._to_bring_in = part
        self._bring_in_soon.start(0)

    def _bring_in(self) -> None:
        if self._to_bring_in is not None:
            self._area.ensureWidgetVisible(self._to_bring_in, 0, 8)

    def _all_rounds(self) -> list[ReviewRound]:
        return self.document.session.all(ReviewRound) or [self._fresh]

    def _review_again(self) -> None:
        session = self.document.session
        held = ReviewRound(self.document.new_id(), session.next_rank(ReviewRound), at=self.open.engine.utc_now())
        self.document.add("Begin another review", held)
        self._form.first_field().setFocus()

    def _show_other_rounds(self, rounds: list[ReviewRound], current: ReviewRound) -> None:
        wanted = [
            (number, held.id, self.open.masking.text(f"Round {number}: {round_in_words(held)}"))
            for number, held in enumerate(rounds, 1)
            if held.id != current.id
        ]
        if wanted == self._summaries:
            return
        self._summaries = wanted
        while (item := self._rounds_layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, round_id, text in wanted:
            summary = self._summary(number, round_id, text)
            self._rounds_layout.addWidget(summary)
            summary.show()

    def _summary(self, number: int, round_id: str, text: str) -> QWidget:
        line = QWidget(self._rounds)
        flow = FlowLayout(line)
        button = named(QPushButton(f"Open round {number}"), f"Open round {number}")
        button.setMinimumHeight(28)
        button.setProperty("kind", "quiet")
        button.clicked.connect(lambda: self._open_round(round_id))
        label = words(text)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        flow.addWidget(button)
        flow.addWidget(label)
        return line

    def _open_round(self, round_id: str) -> None:
        self._opened = round_id
        self.show_all()
        self._form.first_field().setFocus()


def round_in_words(held: ReviewRound) -> str:
    """A round's answers as sentences, each said to be what it is."""
    parts = [
        held.most_useful and f"Most useful: {held.most_useful}",
        "" if held.usefulness is None else f"Usefulness {held.usefulness}",
        {True: "Enough for now", False: "Not enough yet", None: ""}[held.enough],
        held.further_focus and f"Further focus: {held.further_focus}",
        held.sticking_point and f"Sticking point: {held.sticking_point}",
        held.agreed_way and f"Agreed way: {held.agreed_way}",
    ]
    return " ".join(_sentence(part) for part in parts if part) or "Nothing said yet."


def _sentence(words: str) -> str:
    """In one line, with an end."""
    line = " ".join(words.split())
    return line if line.endswith((".", "!", "?", "…", ".”", ".’")) else f"{line}."
