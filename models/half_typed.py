"""Cards that somebody has begun and not yet added: what is typed, and what is said about it, for each author."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from models.asked import who_can_be_asked
from models.cards import Audience, Card, HarmElement
from models.marks import read_marks
from models.process import CardForm, PhaseKind, Step
from models.session import Change, Session, Unfinished

_KEY = "card/{}/{}"


def text_key(step: str, author: str) -> str:
    """The id under which an author's half-typed card of a step is kept."""
    return _KEY.format(step, author)


def about_key(step: str, author: str) -> str:
    """The id under which it is kept what is said about that card."""
    return f"{text_key(step, author)}/about"


def about_text(values: dict[str, Any]) -> str:
    """A card's fields as one text to be kept; "" where nothing is filled in."""
    filled = {name: value for name, value in values.items() if value}
    return json.dumps(filled) if filled else ""


def about_of(text: str) -> dict[str, Any]:
    """The fields that a kept text says, less what it says wrongly."""
    try:
        table = json.loads(text) if text else {}
        return {
            "ten": str(table.get("ten", "")),
            "zero": str(table.get("zero", "")),
            "audience": Audience(table.get("audience", "")),
            "asked_of": str(table.get("asked_of", "")),
            "relationship": table.get("relationship", False) is True,
            "element": HarmElement(table.get("element", "")),
        }
    except (ValueError, AttributeError):
        return {}


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """One author's card that is not added yet."""

    author: str
    text: str
    about: str = ""


def half_typed(session: Session, step: str) -> list[HalfTyped]:
    """The cards of a step that were begun, in the order in which they were."""
    begun = _KEY.format(step, "")
    found = []
    for held in session.all(Unfinished):
        author = held.id.removeprefix(begun)
        if held.id.startswith(begun) and not author.endswith("/about") and held.text.strip():
            about = session.find(Unfinished, about_key(step, author))
            found.append(HalfTyped(author, held.text, about.text if about else ""))
    return found


def forms_of(step: Step) -> tuple[CardForm, ...]:
    """The kinds of card that a step asks for."""
    return tuple(form for phase in step.phases if phase.kind is PhaseKind.WRITE for form in phase.cards)


def next_form(cards: Sequence[Card], author: str, forms: Sequence[CardForm]) -> CardForm:
    """The first kind of card of which this author has none yet among the step's cards, or the last kind."""
    own = {(card.kind, card.scale) for card in cards if card.author == author}
    return next((form for form in forms if (form.kind, form.scale) not in own), forms[-1])


def add_half_typed(
    session: Session, step: Step, now: datetime, new_id: Callable[[], str]
) -> tuple[list[Change], list[Change]]:
    """Every half-typed card of a step added as Enter would have: the changes for undo, and the quiet ones that take
    the half-typed text away."""
    forms, people = forms_of(step), who_can_be_asked(session)
    made: list[Card] = []
    quiet: list[Change] = []
    for place, half in enumerate(half_typed(session, step.id) if forms else ()):
        form = next_form([*session.cards_of(step.id), *made], half.author, forms)
        marked = read_marks(half.text, form.kind, people, {other.scale for other in forms})
        if not marked.text.strip():
            continue
        rank = session.next_rank(Card) + place
        card = Card(new_id(), step.id, form.kind, half.author, marked.text.strip(), rank, scale=form.scale)
        fields = about_of(half.about) | marked.fields
        made.append(replace(card, written_at=now, **fields))
        for key in (text_key(step.id, half.author), about_key(step.id, half.author)):
            held = session.find(Unfinished, key)
            quiet += [Change(held, None)] if held else []
    return [Change(None, card) for card in made], quiet
