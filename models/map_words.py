"""The map in words: its columns, the seven analysis terms, and where a point came from."""

from collections.abc import Mapping

from models.cards import Card
from models.mapping import AnalysisTerm, Column, MapPoint
from models.people import Participant
from models.process import Process
from models.session import Session

COLUMNS: Mapping[Column, str] = {
    Column.WORRIED: "What are we worried about?",
    Column.WORKING_WELL: "What's working well?",
    Column.NEEDS: "What needs to happen?",
}

TERMS: Mapping[AnalysisTerm, str] = {
    AnalysisTerm.NONE: "–",
    AnalysisTerm.PAST_HARM: "Past harm",
    AnalysisTerm.DANGER_STATEMENT: "Danger statement",
    AnalysisTerm.COMPLICATING_FACTOR: "Complicating factor",
    AnalysisTerm.EXISTING_STRENGTH: "Existing strength",
    AnalysisTerm.EXISTING_SAFETY: "Existing safety",
    AnalysisTerm.SAFETY_GOAL: "Safety goal",
    AnalysisTerm.NEXT_STEP: "Next step",
}


def origin_words(point: MapPoint, session: Session, process: Process) -> str:
    """Where a point came from: "from Bea's card, Scales", "from Scales"; "" where nothing is known."""
    step = next((step.short for step in process.steps if step.id == point.step), "")
    card = session.find(Card, point.card) if point.card else None
    if card is None:
        return f"from {step}" if step else ""
    author = session.find(Participant, card.author)
    whose = f"{author.name}'s card" if author is not None and author.name else "a card"
    return f"from {whose}, {step}" if step else f"from {whose}"


def about_point(point: MapPoint, session: Session, process: Process) -> str:
    """A point's analysis term and origin in one line."""
    term = TERMS[point.term] if point.term else ""
    return " · ".join(part for part in (term, origin_words(point, session, process)) if part)
