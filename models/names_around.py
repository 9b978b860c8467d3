"""Names of the case that are typed elsewhere than in the family: on cards, in titles and labels, beside ratings and
next steps."""

import re

from models import name_words
from models.cards import Card
from models.case_names import begins_a_name
from models.genogram import Household, Person, Relationship
from models.mapping import Rating
from models.names import WORD, fold, words_of
from models.people import Participant
from models.record import NameSeen, NextStep
from models.session import Session


def names_around(session: Session, words: frozenset[str]) -> list[str]:
    """Those names, word by word: whom to ask, the session's title, homes and labels;
    who rated, leads a step or was looked at in the record, but for those in the room. `words` are common ones, folded.
    """
    cards = session.all(Card)
    of_case = [
        session.details.title,
        *(said for card in cards for said in (card.asked_of, card.chosen_with)),
        *(home.name for home in session.all(Household)),
        *(person.label for person in session.all(Person)),
        *(line.label for line in session.all(Relationship)),
    ]
    of_either = [
        *(rating.rater for rating in session.all(Rating)),
        *(step.lead for step in session.all(NextStep)),
        *(seen.id for seen in session.all(NameSeen)),
    ]
    room = frozenset(words_of(person.name for person in session.all(Participant)))
    found = [word[0] for said in of_case for word in WORD.finditer(said)]
    found += [word[0] for said in of_either for word in WORD.finditer(said) if room.isdisjoint(words_of([word[0]]))]
    return [word for word in dict.fromkeys(map(_without_s, found)) if _may_be_a_name(word, words)]


def _without_s(word: str) -> str:
    return re.sub("['’ʼ]s$", "", word, flags=re.IGNORECASE)


def _may_be_a_name(word: str, words: frozenset[str]) -> bool:
    """Whether a word of a title or the like is somebody's name, as far as lists of words tell."""
    folded = fold(word)
    if folded in name_words.NAMES_AND_WORDS:
        return begins_a_name(word)
    if folded in name_words.KIN | name_words.HARDLY_WORDS:
        return True
    others = name_words.SMALL_WORDS | name_words.ROLES | name_words.PLACE_WORDS | name_words.TITLES
    others |= name_words.ACRONYMS | name_words.NOBODY | name_words.CALENDAR | name_words.OF_THE_WORK
    return all(part not in words and part not in others for part in {folded, *folded.split("-")} - {""})
