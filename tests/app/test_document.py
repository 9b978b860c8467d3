"""The one write path: every edit can be undone, and any walk of edits, undo and redo ends equal."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.document import Document
from models import edits
from models.cards import Card, CardKind
from models.mapping import Column, MapPoint
from models.people import Participant
from models.review import Goal, PrivateNote
from models.session import Change, Progress, Session, StaleChangeError, Status
from models.session_file import session_from_plain, session_to_plain
from tests.helpers import counted_ids, room


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(room(), counted_ids())


def test_typing_in_one_field_is_one_step_of_undo(document: Document) -> None:
    goal = document.session.one(Goal)
    for text in ("K", "Kn", "Kno"):
        document.set("Worker's goal", goal, merge="goal/1", text=text)
    document.set("Worker's goal", goal, merge="goal/2", text="Know")
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert document.session.one(Goal).text == "Kno"
    document.undo_stack.undo()
    assert document.session.one(Goal).text == ""


def test_typing_and_deleting_it_again_leaves_nothing_to_undo(document: Document) -> None:
    goal = document.session.one(Goal)
    document.set("Worker's goal", goal, merge="goal/1", text="K")
    document.set("Worker's goal", goal, merge="goal/1", text="")
    assert document.undo_stack.count() == 0


def test_what_changes_nothing_is_no_step(document: Document) -> None:
    document.set("Worker's goal", document.session.one(Goal), text="")
    assert document.undo_stack.count() == 0


def test_a_stale_change_leaves_no_command_behind(document: Document) -> None:
    with pytest.raises(StaleChangeError):
        document.do("Goal", [Change(Goal(text="never"), Goal(text="new"))])
    assert document.undo_stack.count() == 0


def test_position_is_not_undone(document: Document) -> None:
    document.set("Worker's goal", document.session.one(Goal), text="G")
    document.set_quietly(document.session.one(Progress), status=Status.UNDER_WAY)
    document.undo_stack.undo()
    assert document.session.progress.status is Status.UNDER_WAY
    with pytest.raises(ValueError, match="quietly"):
        document.set("Status", document.session.one(Progress), status=Status.CLOSED)


def test_changed_says_what_undo_changed(document: Document) -> None:
    said: list[list[Change]] = []
    document.set("Worker's goal", document.session.one(Goal), text="G")
    document.changed.connect(said.append)
    document.undo_stack.undo()
    assert said == [[Change(Goal(text="G"), Goal())]]


def test_a_private_note_has_a_history_of_its_own(document: Document) -> None:
    said: list[str] = []
    document.undone.connect(lambda label, _changes: said.append(label))
    document.set("Worker's goal", document.session.one(Goal), text="G")
    document.set("Note", PrivateNote("advisor"), text="Farah is tired")
    document.set("Note", PrivateNote("facilitator"), text="ask Adil")
    document.undo_stack.undo()
    assert said == ["Worker's goal"]
    assert document.session.one(Goal).text == ""
    assert document.session.get(PrivateNote, "advisor").text == "Farah is tired"
    document.undo_stack.redo()
    document.note_stack("advisor").undo()
    assert document.session.find(PrivateNote, "advisor") is None
    assert document.session.get(PrivateNote, "facilitator").text == "ask Adil"
    assert document.session.one(Goal).text == "G"
    document.note_stack("advisor").redo()
    assert document.session.get(PrivateNote, "advisor").text == "Farah is tired"
    assert said == ["Worker's goal"]


def test_a_private_note_changes_alone(document: Document) -> None:
    with pytest.raises(ValueError, match="alone"):
        document.do("Both", [Change(None, PrivateNote("advisor")), Change(Goal(), Goal(text="G"))])
    assert document.undo_stack.count() == document.note_stack("advisor").count() == 0


def test_what_is_done_by_call_takes_its_changes_along_both_ways(document: Document) -> None:
    calls: list[str] = []
    document.do_by_call(
        "Plan", lambda: calls.append("do"), lambda: calls.append("back"), [Change(Goal(), Goal(text="G"))]
    )
    assert document.session.one(Goal).text == "G"
    document.undo_stack.undo()
    assert document.session.one(Goal).text == ""
    document.undo_stack.redo()
    assert (calls, document.session.one(Goal).text) == (["do", "back", "do"], "G")
    with pytest.raises(StaleChangeError):
        document.do_by_call("Plan", lambda: calls.append("do"), lambda: None, [Change(Goal(text="x"), Goal())])
    assert (len(calls), document.undo_stack.count()) == (3, 1)


class Walk(RuleBasedStateMachine):
    """People write, choose, move and remove in any order, undo and redo as they like."""

    def __init__(self) -> None:
        super().__init__()
        self.document = Document(room(), counted_ids())
        self.states: list[Session] = [room()]

    @property
    def session(self) -> Session:
        return self.document.session

    def _done(self) -> None:
        del self.states[self.document.undo_stack.index() :]
        self.states.append(self.session.copy())

    def _do(self, changes: list[Change]) -> None:
        before = self.document.undo_stack.index()
        self.document.do("Edit", changes)
        if self.document.undo_stack.index() > before:
            self._done()

    @rule(text=st.text(max_size=12), author=st.sampled_from(["farah", "bea", "carys", ""]))
    def write_card(self, text: str, author: str) -> None:
        rank = self.session.next_rank(Card)
        self._do([Change(None, Card(self.document.new_id(), "working-well", CardKind.QUESTION, author, text, rank))])

    @rule(data=st.data())
    def choose(self, data: st.DataObject) -> None:
        if cards := self.session.all(Card):
            card = data.draw(st.sampled_from(cards))
            chosen = (
                edits.unchoose_card(self.session, card.id)
                if card.chosen
                else edits.choose_card(self.session, card.id, "Mum", self.document.new_id)
            )
            self._do(chosen)

    @rule(data=st.data(), column=st.sampled_from(Column), place=st.integers(0, 5))
    def move(self, data: st.DataObject, column: Column, place: int) -> None:
        if found := self.session.all(MapPoint):
            self._do(edits.move_point(self.session, data.draw(st.sampled_from(found)).id, column, place))

    @rule(data=st.data())
    def remove_card(self, data: st.DataObject) -> None:
        if cards := self.session.all(Card):
            self._do([Change(data.draw(st.sampled_from(cards)), None)])

    @rule(data=st.data())
    def remove_person(self, data: st.DataObject) -> None:
        if people := self.session.all(Participant):
            self._do(edits.remove_participant(self.session, data.draw(st.sampled_from(people)).id))

    @rule()
    def undo(self) -> None:
        self.document.undo_stack.undo()

    @rule()
    def redo(self) -> None:
        self.document.undo_stack.redo()

    @rule()
    def save_and_load(self) -> None:
        assert session_from_plain(session_to_plain(self.session)) == self.session

    @invariant()
    def session_is_the_one_of_its_place_in_the_stack(self) -> None:
        assert self.session == self.states[self.document.undo_stack.index()]


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
