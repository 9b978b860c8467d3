"""The record looked through before it leaves, off the window's thread: names nobody knows, letters no font has."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from app.export_job import Job
from models.people import Child
from models.record import NextStep, Part
from models.second_look import Mention, names_to_check
from models.session import Session


@dataclass(frozen=True)
class Findings:
    """Names to look at again, and in words each letter that would be an empty box on paper."""

    names: list[Mention] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)


class LookJob(Job):
    """Looks through a copy of a session.

    Signals:
        found(Findings): what is to be looked at.
    """

    found = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def _work(self) -> None:
        from app.export import missing_characters
        from app.resources import common_words

        if not self.cancelled:
            names = names_to_check(self._session, common_words())
            self.found.emit(Findings(names, missing_characters(texts_of_record(self._session))))


def texts_of_record(session: Session) -> list[str]:
    """Every text of the record that people wrote."""
    return [
        *(text for child in session.all(Child) for text in (child.name, child.reference)),
        *(session.part(part).text for part in Part),
        *(text for step in session.all(NextStep) for text in (step.text, step.timescale, step.lead)),
    ]
