"""The text parts of the record's draft, line by line, each line with what it was made from (spec/forms.md).

Nothing of step 13, of timings, of private notes or of who spoke is read here, so that none of it can reach the record.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.cards import Card, CardKind
from models.mapping import AnalysisTerm, Column, MapPoint
from models.process import Process
from models.record import Part
from models.review import CheckIn, Goal, ReviewRound
from models.session import Session

Source = MapPoint | Card | CheckIn | ReviewRound | Goal
#: What somebody said, and where it is kept.
Said = tuple[str, Source]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a draft, with what it was made from: nothing where the words are Askwell's own."""

    text: str
    sources: tuple[Source, ...] = ()


Paragraph = list[Line]


def drafted_part(session: Session, part: Part, process: Process | None = None) -> list[Paragraph]:
    """A part as it is drafted from the session now. `process` gives the check-ins their order."""
    paragraphs = {
        Part.WORKING_WELL: lambda: _working_well(session),
        Part.WORRIED: lambda: _worried(session),
        Part.REFLECTION: lambda: _reflection(session, process),
    }[part]()
    return [paragraph for paragraph in paragraphs if paragraph]


def written_out(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs as a text: an empty line between them."""
    return "\n\n".join("\n".join(line.text for line in paragraph) for paragraph in paragraphs)


def sentence(text: str) -> str:
    """The text in its own words, with a full stop where it begins as a sentence and no mark ends it.

    Words are never changed, nor their capitals: points are the worker's or the family's own.
    """
    text = text.strip()
    begins = text[:1].isupper()
    return text if not begins or text[-1] in ".!?…:;”\"'’)" else f"{text}."


def _bulleted(lead: str, said: Iterable[Said]) -> Paragraph:
    """A line that leads in, then each text once as a sentence on a line of its own; nothing where there are none."""
    sources: dict[str, tuple[Source, ...]] = {}
    for text, source in said:
        if text := sentence(text):
            sources[text] = (*sources.get(text, ()), source)
    lines = [Line(f"• {text}", of) for text, of in sources.items()]
    return [Line(lead), *lines] if lines else []


def _points(session: Session, column: Column, wanted: Callable[[AnalysisTerm], bool]) -> list[Said]:
    points = session.all(MapPoint, lambda point: point.column is column and wanted(point.term))
    return [(point.text, point) for point in points]


def _taken_up(session: Session, kind: CardKind) -> list[Said]:
    return [(card.text, card) for card in session.all(Card, lambda card: card.kind is kind and card.chosen)]


def _working_well(session: Session) -> list[Paragraph]:
    safety = _points(session, Column.WORKING_WELL, lambda term: term is AnalysisTerm.EXISTING_SAFETY)
    others = _points(session, Column.WORKING_WELL, lambda term: term is not AnalysisTerm.EXISTING_SAFETY)
    return [
        _bulleted("These strengths stand out in the family and in those around them:", others),
        _bulleted("The children have already been kept safe in these ways:", safety),
    ]


def _worried(session: Session) -> list[Paragraph]:
    own = (AnalysisTerm.PAST_HARM, AnalysisTerm.COMPLICATING_FACTOR, AnalysisTerm.DANGER_STATEMENT)
    harm, complicating, danger = (
        _points(session, Column.WORRIED, lambda term, wanted=wanted: term is wanted)  # type: ignore[misc]
        for wanted in own
    )
    worries = _points(session, Column.WORRIED, lambda term: term not in own)
    goals = _points(session, Column.NEEDS, lambda term: term is AnalysisTerm.SAFETY_GOAL)
    return [
        _bulleted("The children have been harmed in these ways:", harm),
        _bulleted("We are worried about the following:", worries),
        _bulleted("These things make the worries harder to resolve:", complicating),
        _bulleted(
            "If nothing changes, this is what we fear could happen:",
            [*danger, *_taken_up(session, CardKind.DANGER_STATEMENT)],
        ),
        _bulleted(
            "To be satisfied that the children are safe, this is what needs to change:",
            [*goals, *_taken_up(session, CardKind.SAFETY_GOAL)],
        ),
    ]


def _reflection(session: Session, process: Process | None) -> list[Paragraph]:
    check_ins = _in_order(session.all(CheckIn), process)
    rounds = session.all(ReviewRound)
    goal = session.one(Goal)
    last = rounds[-1] if rounds else None
    said = f"The worker’s goal for this supervision was: {_quoted(goal.text.strip())}" if goal.text.strip() else ""
    enough = [Line("The worker left with enough to go on with for now.", (last,))] if last and last.enough else []
    return [
        [Line(said, (goal,))] if said else [],
        _bulleted("What helped along the way:", ((each.most_useful, each) for each in check_ins)),
        _bulleted("Looking back at the end, most useful was:", ((each.most_useful, each) for each in rounds)),
        _usefulness([*check_ins, *rounds]),
        _bulleted("The group then turned to a further question:", ((each.further_focus, each) for each in rounds)),
        _bulleted("It was agreed to go on in this way:", ((each.agreed_way, each) for each in rounds)),
        enough,
    ]


def _in_order(check_ins: list[CheckIn], process: Process | None) -> list[CheckIn]:
    places = {step.id: place for place, step in enumerate(process.steps)} if process else {}
    return sorted(check_ins, key=lambda check_in: places.get(check_in.id, len(places)))


def _quoted(text: str) -> str:
    return f"“{text}”" if text[-1] in ".!?…" else f"“{text}”."


def _usefulness(asked: Sequence[CheckIn | ReviewRound]) -> Paragraph:
    """The first and the last answer on the usefulness scale."""
    answered = [each for each in asked if each.usefulness is not None]
    if not answered:
        return []
    first, last = answered[0], answered[-1]
    said = "Asked how far the supervision had brought what was needed (0 not at all, 10 fully), the worker answered "
    if len(answered) == 1:
        return [Line(f"{said}{last.usefulness}.", (last,))]
    how = (
        f"{first.usefulness} at first and {last.usefulness} at the end."
        if first.usefulness != last.usefulness
        else f"{first.usefulness} at first and at the end."
    )
    return [Line(said + how, (first, last))]
