"""Where everybody stands: the same family is always drawn in the same way, after undo and on another evening."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping

from app.document import Document
from app.genogram.drawing import Drawing, Measure, Placed
from app.genogram.layout import layout
from app.genogram.page import places_of
from models.genogram import Place
from models.kin import Family
from models.session import Change

#: How many drawings are remembered for undo, and of how many people together: some 30 MB at the most.
MOST, MOST_PEOPLE = 500, 60_000
#: Nobody sees less, in pixels at 100 %.
UNSEEN = 0.01


def content(family: Family) -> Hashable:
    """All that a drawing follows from, to tell one family from another, in whatever order it was entered."""
    people, couples = family.people.values(), family.partnerships.values()
    return frozenset((*people, *couples, *family.children, *family.households, *family.relationships))


class Places:
    """The drawings of one document's family.

    Each is laid out from the one before, so that people stay where they are. A family that was shown before (undo, or
    somebody added and deleted) is drawn exactly as it was then.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._drawn: OrderedDict[Hashable, Drawing] = OrderedDict()
        self._people = 0
        self._latest: Mapping[str, Placed] | None = None

    def drawing(self, family: Family, measure: Measure) -> Drawing:
        """The family's drawing now."""
        key = content(family)
        drawn = self._drawn.get(key)
        if drawn is None:
            if self._latest is None:  # as the session was left
                drawn = layout(family, measure, places_of(self._document.session), same=True)
            else:
                drawn = layout(family, measure, self._latest)
            self._remember(key, drawn)
        else:
            self._drawn.move_to_end(key)
        self._latest = drawn.people
        return drawn

    def tidy(self) -> None:
        """Lay the family out afresh next time, as if it had never been drawn."""
        self._document.do_quietly([Change(place, None) for place in self._document.session.all(Place)])
        self._latest = None
        self.forget()

    def forget(self) -> None:
        """Labels are of other sizes now: what is remembered fits no more."""
        self._drawn.clear()
        self._people = 0

    def keep(self, drawing: Drawing) -> None:
        """Keep with the session where people are drawn, and nobody who is gone."""
        held = {place.id: place for place in self._document.session.all(Place)}
        changes = [Change(place, None) for person, place in held.items() if person not in drawing.people]
        for placed in drawing.people.values():
            before = held.get(placed.id)
            if before is None or max(abs(before.x - placed.x), abs(before.y - placed.y)) > UNSEEN:
                changes.append(Change(before, Place(placed.id, placed.x, placed.y)))
        self._document.do_quietly(changes)

    def _remember(self, key: Hashable, drawn: Drawing) -> None:
        self._drawn[key] = drawn
        self._people += len(drawn.people)
        while len(self._drawn) > MOST or (self._people > MOST_PEOPLE and len(self._drawn) > 1):
            _key, oldest = self._drawn.popitem(last=False)
            self._people -= len(oldest.people)
