"""Clocks that go only when a test says, and a session on them."""

from app.clock import Clock
from app.document import Document
from app.engine import Engine
from app.masking import Masking
from app.open_session import OpenSession
from app.resources import process
from app.settings import Settings
from models.session import Session
from tests.helpers import counted_ids, room


class HeldClock:
    """Time awake and time asleep, both in the test's hand."""

    def __init__(self) -> None:
        self._awake = 1000.0
        self._asleep = 0.0
        self.clock = Clock(lambda: self._awake, lambda: self._awake + self._asleep)

    def pass_time(self, seconds: float) -> None:
        """The computer is awake for so long."""
        self._awake += seconds

    def sleep(self, seconds: float) -> None:
        """The lid is shut for so long."""
        self._asleep += seconds


def open_on(held: HeldClock, session: Session | None = None) -> OpenSession:
    """A session of five people in the real process, on a held clock, with nothing kept."""
    document = Document(session or room(), ids=counted_ids())
    known = process("group_supervision")
    engine = Engine(document, known, held.clock.awake)
    return OpenSession(document, known, engine, Masking(document), Settings(None))
