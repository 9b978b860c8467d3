"""The worker's own safety scale, in words of their own, and the ratings that people give on it."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card
from models.mapping import Rating, SafetyScale, ScaleKind
from models.session import set_fields
from widgets import theme
from widgets.cards.card_rows import presenting_workers
from widgets.parts.fields import LineField, TextBinding, named
from widgets.parts.growing_field import GrowingField
from widgets.parts.reflow import TurningRow, column, words
from widgets.parts.scale_panel import ScalePanel

OWN = "Current safety rating"


def name_and_number(text: str) -> tuple[str, int | None]:
    """ "Mum 7" gives "Mum" and 7; without a number from 0 to 10 at its end, the text is all name."""
    found = re.fullmatch(r"\s*(.*?)[\s:,]+(10|\d)\s*", text, re.DOTALL)
    return (found[1].strip(), int(found[2])) if found and found[1].strip() else (text.strip(), None)


class SafetyScaleForm(QWidget):
    """Question and ends of the scale, the worker's own rating first, then everyone else's."""

    def __init__(self, open_session: OpenSession, refuse: Callable[[], bool], parent: QWidget | None = None) -> None:
        """`refuse` says that no row is taken away while names are masked, and gives whether they are."""
        super().__init__(parent)
        self._open = open_session
        self._refuse = refuse
        self._projected = False
        self._fields: dict[str, QWidget] = {}
        self._scale_words: list[GrowingField] = []
        self._actions: dict[str, QAction] = {}
        self._rows: dict[str, ScalePanel] = {}
        self._shown: list[tuple[str, str]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._bindings: list[TextBinding] = []
        self._question = self._line("Scale question", "question", "How safe are the children, from 0 to 10?")
        self._layout.addWidget(words("Scale question", "subtitle", self._question))
        self._layout.addWidget(self._question)
        ends = TurningRow(turn_at=20)
        for name, attribute, hint in (
            ("0 means", "zero", open_session.process.safety_scale[1]),
            ("10 means", "ten", open_session.process.safety_scale[0]),
        ):
            part, part_column = column(gap=4)
            field = self._line(name, attribute, hint)
            part_column.addWidget(words(name, "", field))
            part_column.addWidget(field)
            part_column.addStretch(1)  # both at the same height, whichever has more words
            ends.add(part)
        self._layout.addWidget(ends)
        self._own = ScalePanel(OWN)
        self._own.chosen.connect(self._rate_own)
        self._layout.addWidget(words(OWN, "subtitle", self._own))
        self._layout.addWidget(self._own)
        self._others, self._others_column = column(gap=4)
        self._layout.addWidget(self._others)
        self._rater = LineField("Rater", "Somebody else's rating: a name and a number, such as Mum 4")
        self._rater.setMinimumHeight(36)
        self._fields["Add rating"] = self._rater
        self._rater.returnPressed.connect(self._add_rater)
        add = named(QPushButton("Add rating"), "Add rating")
        add.setMinimumHeight(36)
        add.clicked.connect(self._add_rater)
        row = TurningRow(turn_at=20)
        row.add(words("Rater", "", self._rater), 0)
        row.add(self._rater, 1)
        row.add(add, 0)
        self._layout.addWidget(row)
        self._layout.addStretch(1)

    def enter(self) -> None:
        """Turn to the session's scale."""
        for binding in self._bindings:
            binding.point_at(self._open.session.one(SafetyScale))

    def show_all(self) -> None:
        """Show the ratings; the words follow by their bindings."""
        session, masked = self._open.session, self._open.masking.text
        scale = session.one(SafetyScale)
        ten, zero = self._open.process.safety_scale
        self._own.show_ends(*("", "") if self._projected else (masked(scale.ten or ten), masked(scale.zero or zero)))
        own = self._own_rating()
        self._own.show_value(own.value if own else None)
        others = [rating for rating in self.ratings() if not rating.worker]
        shown = [(rating.id, masked(rating.rater)) for rating in others]
        if shown != self._shown:
            self._shown = shown
            self._make_rows(shown)
        for rating in others:
            self._rows[rating.id].show_value(rating.value)

    def set_projected(self, on: bool) -> None:
        """The scale's words large; what takes ratings away, and what says the words once more, stands back."""
        for field in self._scale_words:
            theme.mark(field, "spoken" if on else "")
        if on != self._projected:
            self._projected = on
            self._shown = []

    def actions_offered(self, offer: Callable[[str, Callable[[], object]], QAction]) -> list[QAction]:
        """To each field and to the worker's own rating, and what takes a rating away. They are made once: a menu may
        still hold them when the rating has gone."""
        fields: dict[str, QWidget] = {**self._fields, OWN: self._own}
        for name, field in fields.items():
            if name not in self._actions:
                self._actions[name] = offer(name, field.setFocus)
        for rating_id, name in self._shown:
            if rating_id not in self._actions:
                self._actions[rating_id] = offer("", partial(self._remove, rating_id))
            self._actions[rating_id].setText(f"Remove {name}'s rating".replace("&", "&&"))
        return [self._actions[known] for known in (*fields, *(rating_id for rating_id, _ in self._shown))]

    def ratings(self) -> list[Rating]:
        """The ratings on the safety scale, the worker's own first."""
        held = self._open.session.all(Rating, lambda rating: rating.scale is ScaleKind.SAFETY)
        return sorted(held, key=lambda rating: not rating.worker)

    def use_card(self, card: Card) -> None:
        """Take a scaling card's words as the scale to refine."""
        scale = self._open.session.one(SafetyScale)
        self._open.document.set(
            "Use scale of card", scale, question=card.text, ten=card.ten or scale.ten, zero=card.zero or scale.zero
        )

    def first_field(self) -> QWidget:
        """The scale's wording."""
        return self._question

    def _line(self, name: str, attribute: str, hint: str) -> GrowingField:
        field = GrowingField(name, hint, least=1, most=4, enter_submits=True)  # whole sentences, all of them in sight
        field.entered.connect(field.focusNextChild)
        self._fields[name] = field
        self._scale_words.append(field)
        self._bindings.append(TextBinding(field, self._open.document, name, attribute, self._open.masking))
        return field

    def _make_rows(self, shown: list[tuple[str, str]]) -> None:
        while (item := self._others_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {rating_id: self._row(rating_id, name) for rating_id, name in shown}

    def _row(self, rating_id: str, name: str) -> ScalePanel:
        scale = ScalePanel(f"Rating by {name}")
        scale.chosen.connect(lambda value: self._rate(rating_id, value))
        away = named(QPushButton("Remove"), f"Remove {name}'s rating")
        away.setProperty("kind", "quiet")
        away.clicked.connect(lambda: self._remove(rating_id))
        label = words(name, "", scale)
        row = TurningRow(turn_at=24)
        row.add(label, 1)
        row.add(scale, 4)
        row.add(away, 0)
        away.setVisible(not self._projected)  # in its row: alone it would be a window for a moment
        self._others_column.addWidget(row)
        row.show()
        return scale

    def _own_rating(self) -> Rating | None:
        return next((rating for rating in self.ratings() if rating.worker), None)

    def _rate_own(self, value: int | None) -> None:
        session, document = self._open.session, self._open.document
        own = self._own_rating() or Rating(
            document.new_id(), ScaleKind.SAFETY, presenting_workers(session), None, True, session.next_rank(Rating)
        )
        document.do(OWN, [set_fields(session, own, value=value)], merge=f"rating/{own.id}")

    def _rate(self, rating_id: str, value: int | None) -> None:
        rating = self._open.session.get(Rating, rating_id)
        self._open.document.set("Change rating", rating, merge=f"rating/{rating_id}", value=value)

    def _remove(self, rating_id: str) -> None:
        rating = self._open.session.find(Rating, rating_id)
        if rating is not None and not self._refuse():
            self._open.document.remove("Delete rating", rating)

    def _add_rater(self) -> None:
        name, value = name_and_number(self._rater.text())
        if not name:
            return
        document = self._open.document
        rank = document.session.next_rank(Rating)
        self._rater.clear()
        document.add("Add rating", Rating(document.new_id(), ScaleKind.SAFETY, name, value, False, rank))
