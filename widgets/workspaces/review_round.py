"""One round of the review, a question at a time: each answer opens the question that follows from it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.review import ReviewRound
from models.session import set_fields
from widgets import theme
from widgets.parts.fields import TextBinding, named
from widgets.parts.growing_field import GrowingField
from widgets.parts.reflow import FlowLayout, words
from widgets.parts.scale_panel import ScalePanel

YES, NO = 1, 0


class ReviewRoundForm(QWidget):
    """The fields of the round that is shown: most useful, usefulness, and the branch that follows from them.

    Signals:
        opened(QWidget): an answer opened this part; it should be brought into view.
        again: the further focus or the way round is done with; the review is to be held once more.
    """

    opened = Signal(object)
    again = Signal()

    def __init__(self, open_session: OpenSession, further_focus: QWidget, parent: QWidget | None = None) -> None:
        """`further_focus` is the part in which questions for a further focus are written."""
        super().__init__(parent)
        self._open = open_session
        self._round = ReviewRound("")
        self._bindings: list[TextBinding] = []
        self._again_buttons: list[QPushButton] = []
        self._actions: list[tuple[QFrame | None, QAction]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._most_useful = self._text("Most useful", "most_useful", "In the worker's own words")
        self._usefulness = ScalePanel("Usefulness", *open_session.process.usefulness)
        self._usefulness.chosen.connect(lambda value: self._set("Usefulness", usefulness=value))
        self._first = _question("Most useful", self._most_useful)
        self._second = _question("Usefulness", self._usefulness)
        self._enough = self._make_enough()
        self._next = self._make_next()
        self._focus = self._make_focus(further_focus)
        self._low = self._make_low()
        self._parts = (self._first, self._second, self._enough, self._next, self._focus, self._low)
        for part in self._parts:
            self._layout.addWidget(part)
        self._single, self._at = False, self._first
        self._walk = self._make_walk()
        self._layout.addWidget(self._walk)
        self._layout.addStretch(1)

    @property
    def shown(self) -> ReviewRound:
        """The round whose fields are shown, as the session holds it."""
        return self._open.session.find(ReviewRound, self._round.id) or self._round

    def point_at(self, review_round: ReviewRound) -> None:
        """Show this round; it may be one that the session does not hold yet."""
        self._round = review_round
        for binding in self._bindings:
            binding.point_at(review_round)
        self.show_round()

    def show_round(self) -> None:
        """Show the answers, and of the questions those that follow from them; one at a time only the one turned to."""
        held = self.shown
        self._usefulness.show_value(held.usefulness)
        for answer, wanted in ((YES, True), (NO, False)):
            self._answers[answer].setChecked(held.enough is wanted)
        self._next_words.setText(self._what_comes_next())
        asked = self.asked()
        if self._at not in asked:
            self._at = asked[-1]
        for part in self._parts:
            part.setVisible(part in asked and (not self._single or part is self._at))
        place = asked.index(self._at)
        self._walk.setVisible(self._single)
        self._place.setText(f"Question {place + 1} of {len(asked)}")
        self._before.setEnabled(place > 0)
        self._after.setEnabled(place + 1 < len(asked))
        self._mark_question(held, self._high(held))

    def asked(self) -> list[QFrame]:
        """The questions that follow from the answers given so far, in their order."""
        held = self.shown
        parts = [self._first, self._second]
        if held.usefulness is not None and not self._high(held):
            parts.append(self._low)
        elif held.usefulness is not None:
            parts.append(self._enough)
            parts += {True: [self._next], False: [self._focus], None: []}[held.enough]
        return parts

    def _high(self, held: ReviewRound) -> bool:
        return (held.usefulness or 0) >= self._open.process.high_from

    # One question at a time

    def _make_walk(self) -> QWidget:
        walk = QWidget()
        flow = FlowLayout(walk)
        self._place = words("", "hint")
        self._place.setWordWrap(False)
        self._before = named(QPushButton("Question before"), "Question before", "Ctrl+Page Up")
        self._after = named(QPushButton("Next question"), "Next question", "Ctrl+Page Down")
        self._before.clicked.connect(lambda: self.step(-1))
        self._after.clicked.connect(lambda: self.step(1))
        for part in (self._before, self._after, self._place):
            flow.addWidget(part)
        return walk

    def set_single(self, single: bool) -> None:
        """Show one question at a time, the first that has no answer yet, or all of them."""
        if single and not self._single:
            held, asked = self.shown, self.asked()
            self._at = self._first if not held.most_useful.strip() else asked[1 if held.usefulness is None else -1]
        self._single = single
        self.show_round()

    def step(self, by: int) -> None:
        """To the next question that the answers lead to, or to the one before; the keyboard goes along."""
        asked = self.asked()
        place = asked.index(self._at) + by
        if 0 <= place < len(asked):
            self._at = asked[place]
            self.show_round()
            self.opened.emit(self._at)
            field = self._field_of(self._at)
            if field is not None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field_of(self, part: QWidget) -> QWidget | None:
        inner = [child for child in part.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return next((child for child in inner if child.isVisibleTo(self)), None)

    def _mark_question(self, held: ReviewRound, high: bool) -> None:
        """Show which question is the one that is asked now."""
        asked = [self._first, self._second, self._enough if high else self._low]
        answered = [bool(held.most_useful.strip()), held.usefulness is not None, high and held.enough is not None]
        follows = self._next if held.enough else self._focus
        now = next((part for part, done in zip(asked, answered, strict=True) if not done), follows)
        for part in (*asked, self._low, self._enough, self._next, self._focus):
            theme.mark(part, "say" if part is now else "")

    def first_field(self) -> QWidget:
        """The question that is turned to, or the first."""
        return (self._field_of(self._at) if self._single else None) or self._most_useful

    def actions_offered(self, offer: Callable[[str, Callable[[], object], str], QAction]) -> list[QAction]:
        """Going from question to question, and the answers that the branch asks for now."""
        if not self._actions:
            yes, no = self._answers[YES], self._answers[NO]
            again, going = self._again_buttons, self._go_on
            self._actions = [
                (None, offer("Next question", lambda: self.step(1), "Ctrl+PgDown")),
                (None, offer("Question before", lambda: self.step(-1), "Ctrl+PgUp")),
                (self._enough, offer(yes.text(), yes.click, "")),
                (self._enough, offer(no.text(), no.click, "")),
                (self._next, offer("Go on", going.click, "")),
                (self._focus, offer("Review again", again[0].click, "")),
                (self._low, offer("Review again", again[1].click, "")),
            ]
        asked = self.asked()
        return [action for part, action in self._actions if part is None or part in asked]

    # The branch

    def _make_next(self) -> QFrame:
        part, layout = _asked()
        row = QWidget(part)
        flow = FlowLayout(row)
        self._next_words = words("", "subtitle")
        self._next_words.setWordWrap(False)
        self._go_on = named(QPushButton("Go on"), "Go on", "To the next step")
        self._go_on.clicked.connect(self._open.engine.next_phase)
        flow.addWidget(self._go_on)
        self._go_on.setVisible(self._open.engine.has_next())  # in its row: alone it would be a window for a moment
        flow.addWidget(self._next_words)
        layout.addWidget(row)
        return part

    def _make_enough(self) -> QFrame:
        part, layout = _asked()
        layout.addWidget(words("Enough for now?", "subtitle"))
        row = QWidget(part)
        flow = FlowLayout(row)
        # No group: whichever of its buttons gets the keyboard, Qt takes the others out of the way of Tab.
        self._answers: dict[int, QPushButton] = {}
        for answer, text in ((YES, "Yes, enough for now"), (NO, "No, there is more")):
            button = named(QPushButton(text), text)
            button.setCheckable(True)
            button.setMinimumHeight(36)
            self._answers[answer] = button
            button.clicked.connect(lambda _checked, a=answer: self._set("Change “Enough for now?”", enough=a == YES))
            button.clicked.connect(self.show_round)  # the answer given once more stays given
            flow.addWidget(button)
        layout.addWidget(row)
        return part

    def _make_focus(self, further_focus: QWidget) -> QFrame:
        part, layout = _asked()
        field = self._text("Further focus", "further_focus", "What else to look at, in the worker's words")
        layout.addWidget(words("What else should we focus on?", "subtitle", field))
        layout.addWidget(field)
        layout.addWidget(further_focus)
        layout.addWidget(self._again_button(), 0)
        return part

    def _make_low(self) -> QFrame:
        part, layout = _asked()
        layout.addWidget(
            words(
                "A low answer is worth stopping for: have we drifted from the goal, is something else wanted now, "
                "or is it all too much?",
                "hint",
            )
        )
        for name, attribute, hint in (
            ("Sticking point", "sticking_point", "Where we are stuck"),
            ("Agreed way", "agreed_way", "How the group has agreed to deal with it"),
        ):
            field = self._text(name, attribute, hint)
            layout.addWidget(words(name, "subtitle", field))
            layout.addWidget(field)
        layout.addWidget(self._again_button())
        return part

    def _again_button(self) -> QPushButton:
        button = named(QPushButton("Review again"), "Review again", "Keeps this round and asks the questions anew")
        button.setMinimumHeight(36)
        button.clicked.connect(self.again)
        self._again_buttons.append(button)
        return button

    def _what_comes_next(self) -> str:
        steps = self._open.process.steps
        place = steps.index(self._open.engine.step) + 1
        if place >= len(steps):
            return "That is enough for now, and the end of the session: press Finish session."
        return f"That is enough for now. Next: {steps[place].title}, led by the {steps[place].led_by}."

    # Writing

    def _text(self, name: str, attribute: str, hint: str) -> GrowingField:
        field = GrowingField(name, hint, least=2, most=6)
        binding = TextBinding(
            field, self._open.document, name, attribute, self._open.masking, lambda: {"at": self._open.engine.utc_now()}
        )
        self._bindings.append(binding)
        return field

    def _set(self, label: str, **fields: Any) -> None:
        session = self._open.session
        if session.find(ReviewRound, self._round.id) is None:
            fields["at"] = self._open.engine.utc_now()
        change = set_fields(session, self._round, **fields)
        self._open.document.do(label, [change], merge=f"{label}/{self._round.id}")
        for part in (self._next, self._focus, self._low, self._enough):
            if part.isVisible():
                self.opened.emit(part)
                return


def _asked() -> tuple[QFrame, QVBoxLayout]:
    """A part of the form that can be marked as what is asked now."""
    part = QFrame()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(10, 4, 4, 4)
    layout.setSpacing(4)
    return part, layout


def _question(name: str, field: QWidget) -> QFrame:
    part, layout = _asked()
    layout.addWidget(words(name, "subtitle", field))
    layout.addWidget(field)
    return part
