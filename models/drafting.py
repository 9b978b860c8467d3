"""The record's draft, made from what the session left behind (Appendix 4; what ends where: spec/forms.md).

Nothing of step 13, of timings, of private notes or of who spoke is read here, so that none of it can reach the record.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from models.cards import Audience, Card, CardKind
from models.mapping import AnalysisTerm, Column, MapPoint, Rating, ScaleKind
from models.people import Child
from models.process import Process
from models.record import DraftSource, NextStep, Part
from models.review import CheckIn, Goal, ReviewRound
from models.session import Change, Session, set_fields
from models.smart import smart_advice as smart_advice  # asked for beside the draft

#: How a person is spoken of in a sentence, where only the kind of person was said.
SPOKEN_OF = {
    Audience.CHILD.value: "the child",
    Audience.PARENT.value: "the parents",
    Audience.RELATIVE.value: "the relatives",
    Audience.PROFESSIONAL.value: "the professionals",
    "family": "the family",
    "professionals": "the professionals",
    "parents": "the parents",
    "children": "the children",
}

_STATEMENTS = (CardKind.DANGER_STATEMENT, CardKind.SAFETY_GOAL)
_ROUGH = (CardKind.ROUGH_DANGER_STATEMENT, CardKind.ROUGH_SAFETY_GOAL)
#: Before the id of the point or card in the id of a row drafted from it, so that a row is drafted from each but once.
_DRAFTED = "drafted/"


def draft_record(session: Session, force: bool = False, process: Process | None = None) -> list[Change]:
    """The changes that make the draft, or make it again, of every part and of the next steps.

    A part or step that a person edited, and a step that a person added, stay as they are, and a drafted step that a
    person removed stays away; `force` drafts the text parts anew all the same, and brings such steps back. A step is
    drafted from each point or card once, for which the session notes it (`DraftSource`) until that is no longer a
    next step. `process` gives the check-ins their order; without it they stand as they came.
    """
    drafts = {
        Part.WORKING_WELL: _working_well(session),
        Part.WORRIED: _worried(session),
        Part.REFLECTION: _reflection(session, process),
    }
    changes = []
    for part, text in drafts.items():
        held = session.part(part)
        if force or not held.edited:
            changes.append(set_fields(session, held, text=text, drafted=text))
    changes += _next_steps(session, force)
    return [change for change in changes if change.before != change.after]


def missing_details(session: Session) -> list[str]:
    """What the form asks for and nobody has said yet, each as a few words; the export works all the same."""
    missing = []
    held_on = session.details.held_on
    if held_on is None:
        missing.append("Date of group supervision")
    children = session.all(Child)
    if not children:
        missing.append("Child/ren’s name, date of birth and reference number")
    for place, child in enumerate(children, 1):
        name = child.name.strip() or f"Child {place}"
        if not child.name.strip():
            missing.append(f"{name}: name")
        if child.born is None:
            missing.append(f"{name}: date of birth")
        elif held_on is not None and child.born > held_on:
            missing.append(f"{name}: the date of birth lies after the day of the supervision")
        if not child.reference.strip():
            missing.append(f"{name}: reference number")
    if current_rating(session) is None:
        missing.append("Current safety scale rating")
    return missing


def current_rating(session: Session) -> int | None:
    """The presenting worker's own latest rating on the safety scale, 0–10, or None."""
    own = session.all(
        Rating, lambda rating: rating.scale is ScaleKind.SAFETY and rating.worker and rating.value is not None
    )
    return own[-1].value if own else None


def sentence(text: str) -> str:
    """The text in its own words, with a full stop where it begins as a sentence and no mark ends it.

    Words are never changed, nor their capitals: points are the worker's or the family's own.
    """
    text = text.strip()
    begins = text[:1].isupper()
    return text if not begins or text[-1] in ".!?…:;”\"'’)" else f"{text}."


def _bulleted(lead: str, texts: Iterable[str]) -> str:
    """A line that leads in, then each text as a sentence on a line of its own; nothing where there are none."""
    lines = list(dict.fromkeys(filter(None, map(sentence, texts))))
    return "\n".join([lead, *(f"• {line}" for line in lines)]) if lines else ""


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, texts))


def _points(session: Session, column: Column, wanted: Callable[[AnalysisTerm], bool]) -> list[str]:
    return [p.text for p in session.all(MapPoint, lambda point: point.column is column and wanted(point.term))]


def _taken_up(session: Session, kind: CardKind) -> list[str]:
    return [card.text for card in session.all(Card, lambda card: card.kind is kind and card.chosen)]


def _working_well(session: Session) -> str:
    safety = _points(session, Column.WORKING_WELL, lambda term: term is AnalysisTerm.EXISTING_SAFETY)
    others = _points(session, Column.WORKING_WELL, lambda term: term is not AnalysisTerm.EXISTING_SAFETY)
    return _paragraphs(
        [
            _bulleted("These strengths stand out in the family and in those around them:", others),
            _bulleted("The children have already been kept safe in these ways:", safety),
        ]
    )


def _worried(session: Session) -> str:
    own = (AnalysisTerm.PAST_HARM, AnalysisTerm.COMPLICATING_FACTOR, AnalysisTerm.DANGER_STATEMENT)
    harm, complicating, danger = (
        _points(session, Column.WORRIED, lambda term, wanted=wanted: term is wanted)  # type: ignore[misc]
        for wanted in own
    )
    worries = _points(session, Column.WORRIED, lambda term: term not in own)
    goals = _points(session, Column.NEEDS, lambda term: term is AnalysisTerm.SAFETY_GOAL)
    return _paragraphs(
        [
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
    )


def _reflection(session: Session, process: Process | None) -> str:
    check_ins = _in_order(session.all(CheckIn), process)
    rounds = session.all(ReviewRound)
    answers = [check_in.usefulness for check_in in check_ins] + [each.usefulness for each in rounds]
    goal = session.one(Goal).text.strip()
    last = rounds[-1] if rounds else None
    return _paragraphs(
        [
            f"The worker’s goal for this supervision was: {_quoted(goal)}" if goal else "",
            _bulleted("What helped along the way:", (check_in.most_useful for check_in in check_ins)),
            _bulleted("Looking back at the end, most useful was:", (each.most_useful for each in rounds)),
            _usefulness([answer for answer in answers if answer is not None]),
            _bulleted("The group then turned to a further question:", (each.further_focus for each in rounds)),
            _bulleted("It was agreed to go on in this way:", (each.agreed_way for each in rounds)),
            "The worker left with enough to go on with for now." if last is not None and last.enough else "",
        ]
    )


def _in_order(check_ins: list[CheckIn], process: Process | None) -> list[CheckIn]:
    places = {step.id: place for place, step in enumerate(process.steps)} if process else {}
    return sorted(check_ins, key=lambda check_in: places.get(check_in.id, len(places)))


def _quoted(text: str) -> str:
    return f"“{text}”" if text[-1] in ".!?…" else f"“{text}”."


def _usefulness(answers: list[int]) -> str:
    if not answers:
        return ""
    first, last = answers[0], answers[-1]
    asked = "Asked how far the supervision had brought what was needed (0 not at all, 10 fully), the worker answered "
    if len(answers) == 1:
        return f"{asked}{last}."
    return asked + (
        f"{first} at first and {last} at the end." if first != last else f"{first} at first and at the end."
    )


def removed_steps(session: Session) -> list[str]:
    """The words of drafted next steps that a person removed, and that only a forced draft brings back."""
    held = set(map(_source, session.all(NextStep)))
    wanted = _wanted_steps(session)
    return [text for source, text in wanted if source not in held and session.find(DraftSource, source)]


def _next_steps(session: Session, force: bool) -> list[Change]:
    """New rows for what has had none yet, rows nobody touched made anew, rows without a source taken out."""
    held = {_source(step): step for step in session.all(NextStep)}
    wanted = dict(_wanted_steps(session))
    gone = {source for source, step in held.items() if step.untouched and source not in wanted}
    changes = [Change(held[source], None) for source in held if source in gone]
    changes += [
        Change(noted, None)
        for noted in session.all(DraftSource)
        if noted.id not in wanted and (noted.id in gone or noted.id not in held)
    ]
    rank = session.next_rank(NextStep)
    for source, text in wanted.items():
        old, noted_before = held.get(source), session.find(DraftSource, source)
        if noted_before is None:
            changes.append(Change(None, DraftSource(source)))
        if old is not None and old.untouched:
            changes.append(Change(old, replace(old, text=text, drafted=text)))
        elif old is None and (force or noted_before is None):
            point = source if session.find(MapPoint, source) else ""
            changes.append(Change(None, NextStep(_DRAFTED + source, text, rank=rank, point=point, drafted=text)))
            rank += 1
    return changes


def _wanted_steps(session: Session) -> Iterable[tuple[str, str]]:
    """Source and words of each next step: what needs to happen, then chosen questions that no point stands for."""
    points = session.all(MapPoint, lambda point: point.column is Column.NEEDS)
    for point in points:
        if point.term is not AnalysisTerm.SAFETY_GOAL and point.text.strip():
            card = session.find(Card, point.card)
            asked = card is not None and card.kind not in _STATEMENTS and card.text == point.text
            yield point.id, _to_ask(card) if asked and card else sentence(point.text)
    stood_for = {point.card for point in points}
    for card in session.all(Card, lambda card: card.chosen and card.kind not in (*_STATEMENTS, *_ROUGH)):
        if card.id not in stood_for and card.text.strip():
            yield card.id, _to_ask(card)


def _to_ask(card: Card) -> str:
    """A chosen question as a thing to do, with whom it is for."""
    whom = card.chosen_with.strip() or card.asked_of.strip() or card.audience.value
    whom = SPOKEN_OF.get(whom.casefold(), whom)
    return f"Ask {whom}: “{card.text.strip()}”" if whom else f"Ask: “{card.text.strip()}”"


def _source(step: NextStep) -> str:
    """The id of the point or card that a row came from; a row's own id where a person added it."""
    return step.id.removeprefix(_DRAFTED) if step.id.startswith(_DRAFTED) else step.point or step.id
