"""An amendment says by whom the record is changed, why, and when."""

from datetime import UTC, datetime

import pytest

from models.amending import amend
from models.record import Amendment
from models.session import Session
from tests.helpers import counted_ids

AT = datetime(2026, 9, 20, 8, 30, tzinfo=UTC)


def test_amendments_are_kept_one_after_the_other() -> None:
    session, ids = Session("s"), counted_ids()
    session.apply(amend(session, " Wren ", "A date was wrong\n", AT, ids))
    session.apply(amend(session, "Bea", "Gran has rung", AT, ids))
    assert session.all(Amendment) == [
        Amendment("id1", "Wren", "A date was wrong", AT, 0),
        Amendment("id2", "Bea", "Gran has rung", AT, 1),
    ]


@pytest.mark.parametrize(("by", "note", "says"), [(" \n", "Why", "who changes"), ("Wren", "\t", "why the record")])
def test_nobody_and_no_reason_are_refused_in_a_sentence(by: str, note: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        amend(Session("s"), by, note, AT, counted_ids())
