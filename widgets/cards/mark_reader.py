"""Reads the marks of a card that is being typed, with the session's people in mind, and offers the names they could
mean."""

from collections.abc import Mapping, Sequence

from app.open_session import OpenSession
from models.asked import Asked, who_can_be_asked
from models.cards import Audience, CardKind
from models.genogram import ChildOf, Partnership, Person, Relationship
from models.marks import Marked, people_begun, read_marks
from models.people import Child
from models.process import CardForm
from models.session import Change

_WHO = (Child, Person, Partnership, ChildOf, Relationship)
#: The marks of a kind of card in one line.
HINTS: Mapping[CardKind, str] = {
    CardKind.QUESTION: "@mum whom to ask · #rel relationship question",
    CardKind.FURTHER_FOCUS_QUESTION: "@mum whom to ask · #rel relationship question",
    CardKind.HARM_QUESTION: "@mum whom to ask · !severity !behaviour !incidence !impact",
    CardKind.SCALING_QUESTION: "@mum whom to ask · 10= and 0= what they mean · #other another scale",
}
#: Names offered at once: as many as are taken in at a glance.
_MOST = 6


class MarkReader:
    """Who can be asked is worked out when a mark first needs it, and again after the family has changed."""

    def __init__(self, open_session: OpenSession) -> None:
        self._open = open_session
        self._people: dict[str, Asked] | None = None
        open_session.document.changed.connect(self._follow)

    def read(self, text: str, form: CardForm, forms: Sequence[CardForm]) -> Marked:
        """The text's marks, for a card of this form; `forms` are those it can be changed to."""
        return read_marks(text, form.kind, self._who() if "@" in text else {}, {other.scale for other in forms})

    def offers(self, begun: str) -> list[str]:
        """Names that an @ and these letters could become; none of the family's while names are masked."""
        people = [] if self._open.masking.on else people_begun(self._who().values(), begun)
        audiences = [
            audience.value for audience in Audience if audience and audience.value.startswith(begun.casefold())
        ]
        return [*(asked.name for asked in people[:_MOST]), *audiences]

    def _who(self) -> dict[str, Asked]:
        if self._people is None:
            self._people = who_can_be_asked(self._open.session)
        return self._people

    def _follow(self, changes: list[Change]) -> None:
        if any(change.kind in _WHO for change in changes):
            self._people = None
