"""Map: the facilitator draws out detail and puts it under a column, from the worker's mouth or from a card."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.edits import move_point
from models.map_words import COLUMNS, TERMS, about_point, origin_words
from models.mapping import AnalysisTerm, Column, MapPoint, Rating, SafetyScale, ScaleKind
from models.people import Participant
from models.process import Capture, Phase, Step
from models.session import Change
from widgets.cards.card_rows import CardRows
from widgets.cards.card_words import names_of
from widgets.parts.fields import LineField, UnfinishedBinding, named
from widgets.parts.reflow import FlowLayout, TurningRow, beside, column, scrolled, words
from widgets.parts.row_list import Row
from widgets.workspaces.base import Workspace
from widgets.workspaces.map_board import MapBoard
from widgets.workspaces.map_cards import CardsAtHand, card_marks, cards_at_hand
from widgets.workspaces.map_switch import MapSwitch
from widgets.workspaces.safety_scale_form import SafetyScaleForm
from widgets.workspaces.scale_strip import ScaleStrip


class MapWorkspace(Workspace):
    """Entry, columns, cards at hand, and the safety scale across the foot."""

    needs_room = True

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self._card_rows = CardRows()
        self._scale = SafetyScaleForm(open_session)
        self._point = LineField("Point", "In the worker's or family's words; Enter adds it")
        self._unfinished = UnfinishedBinding(self._point, self.document)
        self._point.returnPressed.connect(self._add_point)
        self._board = MapBoard()
        self._column = named(QComboBox(), "Column", "Where a new point comes")
        for which, title in COLUMNS.items():
            self._column.addItem(title, which)
        self._column.activated.connect(lambda _place: self._board.turn_to(Column(self._column.currentData())))
        self._term = named(QComboBox(), "Analysis term", "What the chosen point is")
        for term, title in TERMS.items():
            self._term.addItem(title, term)
        self._term.activated.connect(lambda _place: self._set_term())
        self._board.current_changed.connect(self._show_current)
        self._board.edited.connect(self._edit)
        self._board.removed.connect(self._remove)
        self._board.moved.connect(self._move)
        self._board.card_dropped.connect(self._put_card)
        self._cards = CardsAtHand()
        self._cards.taken_up.connect(lambda card: self._put_card(card, self._board.column, -1))
        self._put = self._button("Put on the map", self._put_current)
        self._use = self._button("Use the card's scale", self._use_scale)
        self._strip = ScaleStrip()
        self._switch = MapSwitch()
        self._switch.turned.connect(self._turn)
        self._actions = self._make_actions()
        self._lay_out()

    def enter(self, step: Step, phase: Phase) -> None:
        """Turn to the step's cards and the column that the phase begins in."""
        self._unfinished.point_at(f"point/{step.id}")
        self._scale.enter()
        if phase.column:
            self._board.turn_to(Column(phase.column))
        self._switch.setVisible(Capture.SAFETY_SCALE in phase.captures)
        self._switch.show_scale(True)
        super().enter(step, phase)

    def mirror(self, changes: list[Change]) -> None:
        """Follow what is in view; typing elsewhere, and typing the scale's words, must cost nothing here."""
        kinds = {change.kind for change in changes}
        if kinds & {MapPoint, Card, Rating, Participant}:
            self.show_all()
        elif SafetyScale in kinds:
            self._scale.show_all()

    def show_all(self) -> None:
        """Show points, cards and scale."""
        self._show_half()
        session, masked = self.document.session, self.open.masking.text
        self._board.show_points(self._rows, editable=not self.open.masking.on)
        self._card_rows.begin(names_of(session), self.open.masking)
        cards = cards_at_hand(session, self.step.id)
        on_map = {point.card for point in session.all(MapPoint) if point.column is not Column.NEEDS}
        self._cards.show_rows([self._card_rows.row(card, card_marks(card, on_map)) for card in cards])
        self._cards_part.setVisible(bool(cards))
        self._use.setVisible(self._rating() and any(card.kind is CardKind.SCALING_QUESTION for card in cards))
        if self._rating():
            self._scale.show_all()
        ratings = session.all(Rating, lambda rating: rating.scale is ScaleKind.SAFETY)
        self._strip.show_ratings([(masked(r.rater), r.value) for r in ratings if r.value is not None])
        self._show_current()

    def first_field(self) -> QWidget:
        """Where a point is typed; the scale's wording where that is the work of the phase."""
        return self._scale.first_field() if self._rating() else self._point

    def _rating(self) -> bool:
        """Whether the worker's own scale is in view in place of the columns."""
        return Capture.SAFETY_SCALE in self.phase.captures and self._switch.scale

    def _turn(self) -> None:
        self.show_all()
        self.first_field().setFocus()

    def _show_half(self) -> None:
        """The columns or the scale, each with all the room and the cards to pull from beside it."""
        rating = self._rating()
        beside = self._beside_scale if rating else self._beside_board
        if self._cards_part.parentWidget() is not beside:
            beside.add(self._cards_part, 1)
        self._beside_scale.setVisible(rating)
        for part in (self._beside_board, self._entry, self._foot):
            part.setVisible(not rating)
        self._put.setVisible(not rating)

    def actions_offered(self) -> list[QAction]:
        """What can be done here, for menus and the palette."""
        return self._actions

    # Making

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = named(QPushButton(text), text)
        button.setMinimumHeight(32)
        button.clicked.connect(do)
        return button

    def _make_actions(self) -> list[QAction]:
        actions = []
        for text, key, do in (
            ("New point", "Ins", self._new_point),
            ("Put on the map", "", self._put_current),
            ("Remove point", "", lambda: self._remove(self._board.current_point())),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(do)
            self.addAction(action)
            actions.append(action)
        return actions

    def _lay_out(self) -> None:
        entry = QWidget()
        line = FlowLayout(entry)
        column_part = beside("Column", self._column)
        column_part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        point = TurningRow(turn_at=8, gap=8)  # the button in one line with its field, whichever line that is
        point.add(beside("Point", self._point), 1)
        point.add(self._button("Add point", self._add_point), 0)
        line.addWidget(column_part)
        line.addWidget(point)
        self._entry = entry
        head = QWidget()
        top = FlowLayout(head)
        top.addWidget(self._switch)
        top.addWidget(entry)
        entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._cards.setMinimumHeight(self.fontMetrics().height() * 5)
        self._cards_part, cards_column = column(gap=4)
        cards_column.addWidget(words("Cards at hand", "subtitle", self._cards))
        cards_column.addWidget(self._cards, 1)
        cards_column.addWidget(self._put)
        cards_column.addWidget(self._use)
        # Cards stand beside what they are pulled into.
        self._beside_scale, self._beside_board = TurningRow(turn_at=34), TurningRow(turn_at=34)
        self._beside_scale.add(self._scale, 3)
        self._beside_board.add(self._board, 4)
        self._beside_board.add(self._cards_part, 1)
        self._foot = self._make_foot()
        content, layout = column(gap=6)
        for widget, share in ((head, 0), (self._beside_scale, 1), (self._beside_board, 1), (self._foot, 0)):
            layout.addWidget(widget, share)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def _make_foot(self) -> QWidget:
        """What a point is, the keys, and the scale across the foot: each one line."""
        foot, layout = column(gap=4)
        of_point = QWidget()
        flow = FlowLayout(of_point)
        term = beside("Analysis term", self._term)
        term.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        flow.addWidget(term)
        hint = words("Enter edits a point · Delete removes it · Alt+arrows move it", "hint")
        hint.setWordWrap(False)
        flow.addWidget(hint)
        scale = QHBoxLayout()
        scale.addWidget(words("Safety scale", "hint", self._strip), 0, Qt.AlignmentFlag.AlignBottom)
        scale.addWidget(self._strip, 1)
        layout.addWidget(of_point)
        layout.addLayout(scale)
        return foot

    # Showing

    def _rows(self, which: Column) -> list[Row]:
        session, masked = self.document.session, self.open.masking.text
        points = session.all(MapPoint, lambda point: point.column is which)
        process = self.open.process
        return [
            Row(
                point.id,
                masked(point.text),
                masked(about_point(point, session, process)),
                description=masked(origin_words(point, session, process)),
            )
            for point in points
        ]

    def _show_current(self) -> None:
        self._column.setCurrentIndex(self._column.findData(self._board.column))
        point = self.document.session.find(MapPoint, self._board.current_point())
        self._term.setEnabled(point is not None)
        self._term.setCurrentIndex(self._term.findData(point.term if point else AnalysisTerm.NONE))

    # Changing

    def _new_point(self) -> None:
        self._switch.show_scale(False)
        self.show_all()
        self._point.setFocus()

    def _add_point(self) -> None:
        if not self._point.text().strip():
            return
        document = self.document
        rank = document.session.next_rank(MapPoint)
        point = MapPoint(
            document.new_id(), self._board.column, self._unfinished.take().strip(), rank, step=self.step.id
        )
        document.add("Add point", point)
        self._board.columns[point.column].go_to(point.id)

    def _put_current(self) -> None:
        if self._cards.current_id():
            self._put_card(self._cards.current_id(), self._board.column, -1)

    def _put_card(self, card_id: str, which: Column, place: int) -> None:
        """Make a point of a card, at a place of a column or, with -1, at its end."""
        document, session = self.document, self.document.session
        card = session.find(Card, card_id)
        if card is None:
            return
        last = session.next_rank(MapPoint)
        point = MapPoint(document.new_id(), which, card.text, last, card=card.id, step=card.step)
        changes = [Change(None, point)]
        if place >= 0:
            after = session.copy()
            after.apply(changes)
            changes += move_point(after, point.id, which, place)
        document.do("Put on the map", _as_one(changes))
        self._board.columns[which].go_to(point.id)

    def _use_scale(self) -> None:
        card = self.document.session.find(Card, self._cards.current_id())
        if card is not None and card.kind is CardKind.SCALING_QUESTION:
            self._scale.use_card(card)

    def _edit(self, point_id: str, text: str) -> None:
        point = self.document.session.find(MapPoint, point_id)
        if point is not None and text and not self.open.masking.on:
            self.document.set("Change point", point, text=text)

    def _remove(self, point_id: str) -> None:
        point = self.document.session.find(MapPoint, point_id)
        if point is not None:
            self.document.remove("Delete point", point)

    def _move(self, point_id: str, which: Column, place: int) -> None:
        if self.document.session.find(MapPoint, point_id) is not None:
            self.document.do("Move point", move_point(self.document.session, point_id, which, place))

    def _set_term(self) -> None:
        point = self.document.session.find(MapPoint, self._board.current_point())
        if point is not None:
            self.document.set("Change analysis term", point, term=AnalysisTerm(self._term.currentData()))


def _as_one(changes: list[Change]) -> list[Change]:
    """An addition and later changes of the same entity as one addition, so that a change stands once for each."""
    first = changes[0]
    rest = []
    for change in changes[1:]:
        if change.id == first.id:
            first = Change(None, replace(change.after))
        else:
            rest.append(change)
    return [first, *rest]
