"""The record's draft, made from what the session left behind (Appendix 4; what ends where: spec/forms.md).

Nothing of step 13, of timings, of private notes or of who spoke is read here, so that none of it can reach the record.
"""

from collections.abc import Iterable
from dataclasses import replace

from models.cards import Audience, Card, CardKind
from models.draft_text import drafted_part, sentence, written_out
from models.mapping import AnalysisTerm, Column, MapPoint, Rating, ScaleKind
from models.process import Process
from models.record import DraftSource, NextStep, Part
from models.session import Change, Session, set_fields

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
    changes = []
    for part in Part:
        held = session.part(part)
        if force or not held.edited:
            text = written_out(drafted_part(session, part, process))
            changes.append(set_fields(session, held, text=text, drafted=text))
    changes += _next_steps(session, force)
    return [change for change in changes if change.before != change.after]


def current_rating_of(session: Session) -> Rating | None:
    """The presenting worker's own latest rating on the safety scale, or None."""
    own = session.all(
        Rating, lambda rating: rating.scale is ScaleKind.SAFETY and rating.worker and rating.value is not None
    )
    return own[-1] if own else None


def current_rating(session: Session) -> int | None:
    """What it is, 0–10, or None."""
    rating = current_rating_of(session)
    return rating.value if rating else None


def removed_steps(session: Session) -> list[str]:
    """The words of drafted next steps that a person removed, and that only a forced draft brings back."""
    held = set(map(source_of, session.all(NextStep)))
    wanted = wanted_steps(session)
    return [text for source, text in wanted if source not in held and session.find(DraftSource, source)]


def _next_steps(session: Session, force: bool) -> list[Change]:
    """New rows for what has had none yet, rows nobody touched made anew, rows without a source taken out."""
    held = {source_of(step): step for step in session.all(NextStep)}
    wanted = dict(wanted_steps(session))
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


def wanted_steps(session: Session) -> Iterable[tuple[str, str]]:
    """Source and words of each next step: what needs to happen, then chosen questions that no point stands for."""
    points = session.all(MapPoint, lambda point: point.column is Column.NEEDS)
    stood_for = {point.card for point in points}
    sources: list[MapPoint | Card] = [*points, *session.all(Card, lambda card: card.id not in stood_for)]
    for source in sources:
        if words := step_words(session, source):
            yield source.id, words


def step_words(session: Session, source: MapPoint | Card) -> str:
    """What a point or card is drafted as among the next steps; "" for one that is none."""
    if isinstance(source, Card):
        wanted = source.chosen and source.kind not in (*_STATEMENTS, *_ROUGH) and source.text.strip()
        return _to_ask(source) if wanted else ""
    if source.column is not Column.NEEDS or source.term is AnalysisTerm.SAFETY_GOAL or not source.text.strip():
        return ""
    card = session.find(Card, source.card)
    asked = card is not None and card.kind not in _STATEMENTS and card.text == source.text
    return _to_ask(card) if asked and card else sentence(source.text)


def _to_ask(card: Card) -> str:
    """A chosen question as a thing to do, with whom it is for."""
    whom = card.chosen_with.strip() or card.asked_of.strip() or card.audience.value
    whom = SPOKEN_OF.get(whom.casefold(), whom)
    return f"Ask {whom}: “{card.text.strip()}”" if whom else f"Ask: “{card.text.strip()}”"


def source_of(step: NextStep) -> str:
    """The id of the point or card that a row came from; a row's own id where a person added it."""
    return step.id.removeprefix(_DRAFTED) if step.id.startswith(_DRAFTED) else step.point or step.id
