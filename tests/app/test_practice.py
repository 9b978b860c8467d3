"""The practice session as it is opened."""

from app.practice import practice_session
from models.cards import Card
from models.session import Status


def test_it_is_opened_at_its_beginning_with_every_step_filled() -> None:
    session = practice_session()
    assert (session.progress.status, session.progress.step) == (Status.UNDER_WAY, "")
    assert len(session.all(Card)) >= 60


def test_every_copy_has_an_id_of_its_own() -> None:
    assert practice_session().id != practice_session().id
