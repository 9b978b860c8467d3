"""How cards and people are named in words, on the screen and to a screen reader."""

from collections import Counter
from collections.abc import Callable, Mapping

from models.cards import Audience, Card, HarmElement
from models.people import Participant
from models.session import Session

NO_NAME = "No name"
HIDDEN = "•••"

AUDIENCES: Mapping[Audience, str] = {
    Audience.NONE: "–",
    Audience.CHILD: "A child",
    Audience.PARENT: "A parent",
    Audience.RELATIVE: "A relative",
    Audience.PROFESSIONAL: "A professional",
}

ELEMENTS: Mapping[HarmElement, str] = {
    HarmElement.NONE: "–",
    HarmElement.BEHAVIOUR: "Behaviour: what was done",
    HarmElement.SEVERITY: "Severity: how bad",
    HarmElement.INCIDENCE: "Incidence: how often, for how long",
    HarmElement.IMPACT: "Impact: what it did to the child",
}


def names_of(session: Session) -> dict[str, str]:
    """Every participant's name by id; people of one name are told apart by their job, or by a number."""
    people = session.all(Participant)
    plain = {person.id: person.name.strip() or f"Person {place}" for place, person in enumerate(people, 1)}
    several = Counter(plain.values())
    with_job = {
        person.id: f"{plain[person.id]}, {person.job.strip()}"
        if several[plain[person.id]] > 1 and person.job.strip()
        else plain[person.id]
        for person in people
    }
    counts = Counter(with_job.values())
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}
    for person_id, name in with_job.items():
        seen[name] += 1
        names[person_id] = f"{name} ({seen[name]})" if counts[name] > 1 else name
    return names


def asked_words(card: Card) -> str:
    """Whom a card would be asked: "a parent, Mum"; "" where the writer did not say."""
    audience = AUDIENCES[card.audience].lower() if card.audience else ""
    return ", ".join(part for part in (audience, card.asked_of.strip()) if part)


def end_words(card: Card) -> list[str]:
    """A scale's ends, where they are given."""
    return [f"{mark} = {end}" for mark, end in (("10", card.ten), ("0", card.zero)) if end]


def about_words(card: Card) -> list[str]:
    """What is known of a card beside its text, each in a few words."""
    asked = asked_words(card)
    words = [
        f"Ask {asked}" if asked else "",
        "Relationship question" if card.relationship else "",
        ELEMENTS[card.element].partition(":")[0] if card.element else "",
        {"safety": "Safety scale", "other": "Another scale"}.get(card.scale, ""),
    ]
    return [word for word in words if word]


def mark_words(card: Card) -> list[str]:
    """What became of a card, each with a shape of its own."""
    chosen = f"◆ Chosen, with {card.chosen_with}" if card.chosen_with else "◆ Chosen"
    words = ["✓ Read" if card.read else "", "★ Strongest" if card.strongest else "", chosen if card.chosen else ""]
    return [word for word in words if word]


def card_sentence(card: Card, author: str, text: str, masked: Callable[[str], str]) -> str:
    """The card as a screen reader says it; `text` is its text as it may be shown now."""
    if text == HIDDEN:
        return f"A card by {author}, hidden until reading starts."
    marks = [masked(mark.split(" ", 1)[1]) for mark in mark_words(card)]
    parts = [f"{author}: {text.strip()}", *map(masked, end_words(card)), *map(masked, about_words(card)), *marks]
    return " ".join(part if part[-1:] in (".", "?", "!") else f"{part}." for part in parts)
