"""Map: the facilitator draws out detail and puts it under a column, from the worker's mouth or from a card."""

from collections import Counter

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.cards import Card, CardKind
from models.edits import add_point, move_point
from models.map_words import COLUMNS, about_point, origin_words
from models.mapping import AnalysisTerm, Column, MapPoint, Rating, SafetyScale, ScaleKind
from models.people import Participant
from models.process import Capture, Phase, Step
from models.session import Change
from widgets.cards.card_rows import CardRows
from widgets.cards.card_words import names_of
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.letters import LettersGoTo
from widgets.parts.reflow import FlowLayout, TurningRow, column, scrolled, words
from widgets.parts.row_list import Row
from widgets.workspaces.base import Workspace
from widgets.workspaces.map_board import MapBoard
from widgets.workspaces.map_cards import CardsAtHand, card_marks, cards_at_hand
from widgets.workspaces.map_entry import MapEntry
from widgets.workspaces.map_foot import MapFoot
from widgets.workspaces.map_pages import MapPages
from widgets.workspaces.map_switch import MapSwitch
from widgets.workspaces.safety_scale_form import SafetyScaleForm


class MapWorkspace(Workspace):
    """Entry, columns, cards at hand, and the safety scale across the foot; in the projector view one column by itself,
    and the others at a key."""

    needs_room = True

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(open_session, parent)
        self._card_rows = CardRows()
        self._all_three = self._cards_wanted = False
        self._scale = SafetyScaleForm(open_session, self.refuse_masked)
        self._entry, self._foot = MapEntry(self.document, self.open.masking), MapFoot()
        self._board, self._cards = MapBoard(), CardsAtHand()
        self._pages, self._switch = MapPages(), MapSwitch()
        self._put, self._use = self._button("Put on the map"), self._button("Use the card's scale")
        self._connect()
        self._offered = self._make_actions()
        self._lay_out()

    def _connect(self) -> None:
        self._entry.added.connect(self._add_point)
        self._entry.column_chosen.connect(self._board.turn_to)
        self._foot.term_chosen.connect(self._set_term)
        for signal, do in (
            (self._board.current_changed, self._show_current),
            (self._board.refused, self.refuse_masked),
            (self._board.edited, self._edit),
            (self._board.removed, self._remove),
            (self._board.moved, self._move),
            (self._board.card_dropped, self._put_card),
        ):
            signal.connect(do)
        for rows in (*self._board.columns.values(), self._cards):
            LettersGoTo(rows, self._entry.point)
        self._cards.taken_up.connect(lambda card: self._put_card(card, self._board.column, -1))
        self._put.clicked.connect(self._put_current)
        self._use.clicked.connect(self._use_scale)
        self._switch.turned.connect(self._turn)
        self._pages.column_wanted.connect(self._show_column)
        self._pages.all_wanted.connect(self._show_all_three)
        self._pages.cards_wanted.connect(self._want_cards)

    def enter(self, step: Step, phase: Phase) -> None:
        """Turn to the step's cards and the column that the phase begins in."""
        self._entry.enter(step.id)
        self._all_three = self._cards_wanted = False
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
        session, masked = self.document.session, self.open.masking.text
        self._board.show_points(self._rows, editable=not self.open.masking.on)
        self._card_rows.begin(names_of(session), self.open.masking)
        cards = cards_at_hand(session, self.step.id)
        on_map = {point.card for point in session.all(MapPoint) if point.column is not Column.NEEDS}
        self._cards.show_rows([self._card_rows.row(card, card_marks(card, on_map)) for card in cards])
        self._show_half(bool(cards))
        self._use.setVisible(self._rating() and any(card.kind is CardKind.SCALING_QUESTION for card in cards))
        if self._rating():
            self._scale.show_all()
        ratings = session.all(Rating, lambda rating: rating.scale is ScaleKind.SAFETY)
        self._foot.show_ratings([(masked(r.rater), r.value) for r in ratings if r.value is not None])
        self._show_current()

    def first_field(self) -> QWidget:
        """Where a point is typed; the scale's wording where that is the work of the phase."""
        return self._scale.first_field() if self._rating() else self._entry.point

    def _rating(self) -> bool:
        """Whether the worker's own scale is in view in place of the columns."""
        return Capture.SAFETY_SCALE in self.phase.captures and self._switch.scale

    def _turn(self) -> None:
        self.show_all()
        self.first_field().setFocus()

    def _show_half(self, cards: bool) -> None:
        """The columns or the scale, each with all the room and the cards to pull from beside it."""
        rating, room = self._rating(), self.one_thing
        beside = self._beside_scale if rating else self._beside_board
        if self._cards_part.parentWidget() is not beside:
            beside.add(self._cards_part, 1)
        self._cards_part.setVisible(cards and (not room or self._cards_wanted))
        self._beside_scale.setVisible(rating)
        for part in (self._beside_board, self._entry):
            part.setVisible(not rating)
        self._put.setVisible(not rating)
        self._pages.setVisible(room and not rating)
        self._scale.set_projected(self.projected)
        self._board.set_single(room and not self._all_three, large=self.projected)
        self._foot.show_parts(of_point=not room and not rating, scale=not rating and (not room or self._all_three))

    def actions_offered(self) -> list[QAction]:
        """What can be done here, for menus and the palette."""
        scale = self._scale.actions_offered(self.offer) if Capture.SAFETY_SCALE in self.phase.captures else []
        return [*self._offered, *scale]

    # Turning to a column

    def _show_column(self, which: Column) -> None:
        self._all_three = False
        self._board.turn_to(which)
        self.show_all()

    def _show_all_three(self) -> None:
        self._all_three = True
        self.show_all()

    def _want_cards(self, wanted: bool) -> None:
        self._cards_wanted = wanted
        self.show_all()
        if wanted:
            self._cards.setFocus()

    def _step_column(self, by: int) -> None:
        self._all_three = False
        self._board.step(by)
        self.show_all()
        shown = self._board.columns[self._board.column].rows.rows
        announce(self, f"{COLUMNS[self._board.column]} {len(shown)} points")

    # Making

    @staticmethod
    def _button(text: str) -> QPushButton:
        button = named(QPushButton(text), text)
        button.setMinimumHeight(32)
        return button

    def _make_actions(self) -> list[QAction]:
        board = self._board
        return [
            self.offer("New point", self._new_point, "Ins"),
            self.offer("Next column", lambda: self._step_column(1), "Ctrl+PgDown"),
            self.offer("Column before", lambda: self._step_column(-1), "Ctrl+PgUp"),
            self.offer("All three columns", self._show_all_three),
            self.offer("Show cards at hand", lambda: self._want_cards(True)),
            self.offer("Put on the map\tEnter", self._put_current),
            self.offer("Edit point\tEnter", lambda: board.columns[board.column].edit_current()),
            self.offer("Remove point\tDelete", lambda: self._remove(board.current_point())),
            self.offer("Move point up\tAlt+Up", lambda: board.push_current(0, -1)),
            self.offer("Move point down\tAlt+Down", lambda: board.push_current(0, 1)),
            self.offer("Move point to the column before\tAlt+Left", lambda: board.push_current(-1, 0)),
            self.offer("Move point to the next column\tAlt+Right", lambda: board.push_current(1, 0)),
            self.offer("Analysis term", self._foot.term.setFocus),
        ]

    def _lay_out(self) -> None:
        head = QWidget()
        top = FlowLayout(head)
        top.addWidget(self._switch)
        top.addWidget(self._entry)
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
        content, layout = column(gap=6)
        shares = ((head, 0), (self._pages, 0), (self._beside_scale, 1), (self._beside_board, 1), (self._foot, 0))
        for widget, share in shares:
            layout.addWidget(widget, share)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

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
        self._entry.show_column(self._board.column, choose=not self.one_thing or self._all_three)
        point = self.document.session.find(MapPoint, self._board.current_point())
        self._foot.show_term(point.term if point else None)
        counts = Counter(point.column for point in self.document.session.all(MapPoint))
        cards = self._cards_wanted if self._cards.rows.rows else None
        self._pages.show_state(None if self._all_three else self._board.column, counts, cards)

    # Changing

    def _new_point(self) -> None:
        self._switch.show_scale(False)
        self.show_all()
        self._entry.point.setFocus()

    def _add_point(self, text: str) -> None:
        point = MapPoint(self.document.new_id(), self._board.column, text, step=self.step.id)
        self.document.do("Add point", add_point(self.document.session, point))
        self._board.columns[point.column].go_to(point.id)
        announce(self, f"Added: {COLUMNS[point.column]}")

    def _put_current(self) -> None:
        if self._cards.current_id():
            self._put_card(self._cards.current_id(), self._board.column, -1)

    def _put_card(self, card_id: str, which: Column, place: int) -> None:
        """Make a point of a card, at a place of a column or, with -1, at its end."""
        card = self.document.session.find(Card, card_id)
        if card is None:
            return
        point = MapPoint(self.document.new_id(), which, card.text, card=card.id, step=card.step)
        self.document.do("Put on the map", add_point(self.document.session, point, place))
        self._board.columns[which].go_to(point.id)
        announce(self, f"On the map: {COLUMNS[which]}")

    def _use_scale(self) -> None:
        card = self.document.session.find(Card, self._cards.current_id())
        if card is not None and card.kind is CardKind.SCALING_QUESTION:
            self._scale.use_card(card)

    def _edit(self, point_id: str, text: str) -> None:
        point = self.document.session.find(MapPoint, point_id)
        if point is not None and text and not self.refuse_masked():
            self.document.set("Change point", point, text=text)

    def _remove(self, point_id: str) -> None:
        point = self.document.session.find(MapPoint, point_id)
        if point is not None and not self.refuse_masked():
            self.document.remove("Delete point", point)

    def _move(self, point_id: str, which: Column, place: int) -> None:
        if self.document.session.find(MapPoint, point_id) is None or self.refuse_masked():
            return
        self.document.do("Move point", move_point(self.document.session, point_id, which, place))
        ids = [row.id for row in self._board.columns[which].rows.rows]
        announce(self, f"Moved: {COLUMNS[which]} {ids.index(point_id) + 1} of {len(ids)}")

    def _set_term(self, term: AnalysisTerm) -> None:
        point = self.document.session.find(MapPoint, self._board.current_point())
        if point is not None:
            self.document.set("Change analysis term", point, term=term)
