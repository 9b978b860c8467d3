"""What a slip could have been meant to be; words of this computer; reading them beside the window."""

import gzip
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app import resources
from app.settings import Settings
from app.spelling import Speller, apart, nearest, ranked_words
from tests.helpers import room


@pytest.fixture
def speller(qtbot: QtBot) -> Iterator[Speller]:
    made = Speller(Settings(None))
    with qtbot.waitSignal(made.changed):
        made.begin()
    yield made
    made.wait()


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("definately", "definitely"),
        ("teh", "the"),
        ("recieve", "receive"),
        ("seperate", "separate"),
        ("acomodation", "accommodation"),
        ("dont", "don't"),
        ("alot", "a lot"),
        ("carrer", "carer"),
        ("hopefull", "hopeful"),
        ("behavoir", "behaviour"),
        ("vunerable", "vulnerable"),
        ("neglet", "neglect"),
        ("droped", "dropped"),
        ("thier", "their"),
        ("frightend", "frightened"),
        ("greatful", "grateful"),
    ],
)
def test_the_likeliest_comes_first(slip: str, meant: str) -> None:
    words = ranked_words()
    assert [*apart(slip, words), *nearest(slip, words)][0] == meant


def test_an_owner_keeps_the_s_and_a_name_its_capital(speller: Speller) -> None:
    assert speller.suggestions("teacherr's")[0] == "teacher's"
    speller.set_session(room())
    assert "Farah" in speller.suggestions("farrah")
    assert speller.suggestions("zzzqqqxxx") == []


def test_an_added_word_is_known_and_kept(speller: Speller, qtbot: QtBot) -> None:
    text = "her lushi was there"
    assert [span.word for span in speller.unknown(text)] == ["lushi"]
    with qtbot.waitSignal(speller.changed):
        speller.add("lushi")
    speller.add("lushi")
    assert speller._settings.values.own_words == "lushi"
    assert speller.unknown(text) == []
    assert "lushi" in speller.suggestions("lushy")


def test_without_help_nothing_is_unknown(speller: Speller) -> None:
    assert speller.unknown("she definately went")
    speller._settings.set(spelling=False)
    assert not speller.unknown("she definately went")


def test_nothing_is_read_until_somebody_writes(qtbot: QtBot) -> None:
    made = Speller(Settings(None))
    assert not made.ready
    assert made.unknown("she definately went") == []
    assert made.suggestions("definately") == []


def test_the_words_say_where_they_are_from() -> None:
    said = resources.text("words", "README.txt")
    assert {file.name for file in resources.path("words").glob("*") if "SCOWL" not in file.name} - {"README.txt"} <= {
        word for word in said.split() if "." in word
    }
    assert "Copyright 2000-2016 by Kevin Atkinson" in resources.text("words", "SCOWL-2016.txt")
    lines = gzip.decompress(resources.path("words", "by-commonness.txt.gz").read_bytes()).decode().split("\n")
    assert all(line == " ".join(sorted(set(line.split(" ")))) for line in lines)
    field = resources.text("words", "field.txt").split()
    assert field == sorted(set(field))
    assert all(word == word.lower() for word in field)
