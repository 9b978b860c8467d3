"""Questions for one person: whom there are sheets for, and what stands on each."""

import re
import unicodedata
from collections.abc import Iterator

from app.export import blocks
from app.export.blocks import Block, Gap, Heading, Section
from app.export.options import ExportOptions
from app.export.printed_cards import QUESTIONS, chosen_first, scale_ends, sheet_shape
from models.cards import Audience, Card
from models.drafting import SPOKEN_OF
from models.process import Process
from models.session import Session
from models.words import one_line

#: What parts the names of several people whom a question is for: "Mum, Nan and the boys".
_BETWEEN = re.compile(r"[,;/&+]|\band\b", re.IGNORECASE)
_LONGEST = 80
_AUDIENCES = {each.value for each in Audience if each}


def sheet_people(session: Session) -> list[str]:
    """Whom one-person sheets can be made for: names as they were first written, then audiences ("parent")."""
    cards = session.all(Card, lambda card: card.kind in QUESTIONS)
    names: dict[str, str] = {}
    for name in (name.strip() for card in cards for name in (card.asked_of, card.chosen_with)):
        if name:
            names.setdefault(_key(name), name)
    asked = {card.audience for card in cards if card.audience}
    return [*names.values(), *(each.value for each in Audience if each in asked and _key(each.value) not in names)]


def person_sheets(session: Session, _process: Process, options: ExportOptions) -> list[Section]:
    """The sheet of the person asked for; or one for each person there are questions for, and one for each audience with
    those that name nobody."""
    asked = _asked(session)
    one = options.person.strip()
    sheets = {one: asked.get(_key(one), [])} if one else {who: asked[_key(who)] for who in sheet_people(session)}
    if not one:
        by_name = {card.id for who, cards in sheets.items() if who not in _AUDIENCES for card in cards}
        for who in _AUDIENCES & sheets.keys():
            sheets[who] = [card for card in sheets[who] if card.id not in by_name]
    return [_sheet(who, cards, options) for who, cards in sheets.items() if cards]


def _sheet(person: str, cards: list[Card], options: ExportOptions) -> Section:
    """A person's questions in large type, chosen ones first; nobody's names but theirs, nothing else of the case."""
    title = questions_for(person)
    printed = [
        blocks.Card(card.text, ends=scale_ends(card), answer_lines=4, large=True) for card in chosen_first(cards)
    ]
    parts: list[Block] = [Heading(title, logo=False), *(block for card in printed for block in (card, Gap(30)))]
    return Section(one_line(title, _LONGEST), parts, shape=sheet_shape(options))


def questions_for(person: str) -> str:
    """What the sheet of a person or an audience is called."""
    whom = SPOKEN_OF.get(person.strip().casefold(), person.strip())
    return f"Questions for {re.sub('^The ', 'the ', whom)}"


def _asked(session: Session) -> dict[str, list[Card]]:
    """The questions by whom they are for, as `_key` has it: a name, each of several names, or an audience."""
    asked: dict[str, list[Card]] = {}
    for card in session.all(Card, lambda card: card.kind in QUESTIONS):
        for key in dict.fromkeys(_keys(card)):
            asked.setdefault(key, []).append(card)
    return asked


def _keys(card: Card) -> Iterator[str]:
    for said in (card.asked_of, card.chosen_with, card.audience.value):
        yield from filter(None, map(_key, (said, *_BETWEEN.split(said))))


def _key(name: str) -> str:
    """What is the same for every way to write a name: whatever its capitals, spaces and marks."""
    folded = " ".join(unicodedata.normalize("NFC", name).split()).casefold()
    return SPOKEN_OF.get(folded, folded)
