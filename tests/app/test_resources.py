"""What comes along as data."""

from app import resources
from models import name_words
from models.names import fold


def test_common_words_are_folded_and_hold_the_everyday_ones() -> None:
    words = resources.common_words()
    assert words >= {"the", "they", "couldnt", "visited", "supervision", "fridge", "cafe"}
    assert all(word == fold(word) and word.isalpha() and len(word) > 1 for word in words)
    assert not words & {"tilly", "connor", "zofia", "kowalska", "okafor", "tanya"}
    assert resources.common_words() is words


def test_the_word_list_is_small_and_its_licence_lies_beside_it() -> None:
    packed = resources.path("words", "british-english.txt.gz")
    assert packed.stat().st_size < 250_000
    assert "Copyright 2000-2011 by Kevin Atkinson" in resources.text("words", "SCOWL.txt")
    assert packed.name in resources.text("words", "README.txt")


def test_words_about_names_are_folded_and_say_one_thing() -> None:
    sets = {name: held for name, held in vars(name_words).items() if isinstance(held, frozenset)}
    assert not [word for held in sets.values() for word in held if any(part != fold(part) for part in word.split())]
    assert not name_words.HARDLY_WORDS & name_words.NAMES_AND_WORDS
    assert not (name_words.KIN | name_words.TITLES | name_words.ROLES) & name_words.NAMES_AND_WORDS
