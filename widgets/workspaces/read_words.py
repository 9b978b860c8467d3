"""What is said over the card being read: who reads, how much of theirs, and what comes after."""

from models.cards import Card
from models.reading import Turn, readers, reads_all, turn_of
from models.session import Session
from widgets.cards.card_words import NO_NAME, about_words, end_words, mark_words, names_of

#: While the keyboard is where a card is typed, and while it is where keys have their meaning.
NO_CARD = "No card yet. Type it as it is read; Enter with nothing typed passes to the next."
NO_CARD_NOW = "No card yet. T types it as it is read; R passes to the next."
_STRONGEST = "★ Strongest"  # stands over the card, and not once more below it


def card_words(card: Card) -> tuple[str, str]:
    """What is read of a card, and what is known of it. The ends of a scale are read from the back of the room, too."""
    about = [*about_words(card), *mark_words(card)]
    return "\n".join([card.text, *end_words(card)]), "  ·  ".join(word for word in about if word != _STRONGEST)


def reader_words(
    session: Session, step: str, reader: str, after: str | None, *, without: bool, writing: bool
) -> tuple[str, str, str, str]:
    """Who reads, how, who is next, and how many have read. `without` says that there is no card of theirs, `writing`
    that the keyboard is where one is typed."""
    names, turn = names_of(session), turn_of(session, step, reader)
    said = {Turn.TO_COME: "reads now", Turn.READ: "has read", Turn.PASSED: "was passed without a card"}[turn]
    how = "All of theirs." if reads_all(session, reader) else "One or two, the strongest."
    left = f"Next: {names.get(after, NO_NAME)}." if after is not None else "Nobody is left after this."
    if after is None and turn is not Turn.TO_COME:
        how, left = "Everyone has had their turn.", "Ctrl+Enter goes on to the next phase."
    elif without:
        how = NO_CARD if writing else NO_CARD_NOW
    turns = [turn_of(session, step, one) for one in readers(session, step)]
    return f"{names.get(reader, NO_NAME)} {said}", how, left, f"{turns.count(Turn.READ)} of {len(turns)} have read"
