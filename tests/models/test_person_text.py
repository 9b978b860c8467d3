"""A person as somebody types one: what each line means, and that any name survives."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.genogram import Descent, Gender, Life, Person
from models.person_text import PersonText, changed, parse_person, written
from models.unborn_text import parse_unborn


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Jim 78 m", PersonText("Jim", "78", Gender.MALE)),
        ("Gill 40f", PersonText("Gill", "40", Gender.FEMALE)),
        ("Tom", PersonText("Tom")),
        ("Tom m", PersonText("Tom", "", Gender.MALE)),
        ("Anna F", PersonText("Anna F")),
        ("Riley 9 nb", PersonText("Riley", "9", Gender.OTHER)),
        ("Riley 9NB", PersonText("Riley", "9", Gender.OTHER)),
        ("Riley NB", PersonText("Riley", "", Gender.OTHER)),
        ("Riley non-binary 9", PersonText("Riley", "9", Gender.OTHER)),
        ("Riley 9, nb", PersonText("Riley", "9", Gender.OTHER)),
        ("Danb 9", PersonText("Danb", "9")),
        ("Nb Ba", PersonText("Nb Ba")),
        ("nb", PersonText("nb")),
        ("Riley 9 m (trans boy)", PersonText("Riley", "9", Gender.MALE, label="trans boy")),
        ("Sam 12 O", PersonText("Sam", "12", Gender.OTHER)),
        ("Anna Lena de Groot 9", PersonText("Anna Lena de Groot", "9")),
        ("Baby 18w", PersonText("Baby", "18w", life=Life.PREGNANCY)),
        ("18w", PersonText("", "18w", life=Life.PREGNANCY)),
        ("Ida 8mo f", PersonText("Ida", "8 mo", Gender.FEMALE)),
        ("Ida 8 mo f", PersonText("Ida", "8 mo", Gender.FEMALE)),
        ("Bill about 40 m", PersonText("Bill", "about 40", Gender.MALE)),
        ("?", PersonText("", gender=Gender.UNKNOWN)),
        ("? 40 m", PersonText("", "40", Gender.MALE)),
        ("? m", PersonText("", "", Gender.MALE)),
        ("Jim 1946-2019 m", PersonText("Jim", "", Gender.MALE, born="1946", death="2019", died=True)),
        ("Jim 1946–2019", PersonText("Jim", born="1946", death="2019", died=True)),
        ("Jim 1946-", PersonText("Jim", born="1946")),
        ("Jim b 2016", PersonText("Jim", born="2016")),
        ("Jim m b. 3/5/2016", PersonText("Jim", "", Gender.MALE, born="3/5/2016")),
        ("Jim 73 m d 2019", PersonText("Jim", "73", Gender.MALE, death="2019", died=True)),
        ("Jim 73 died", PersonText("Jim", "73", died=True)),
        ("Sam 15 m, trans boy", PersonText("Sam", "15", Gender.MALE, label="trans boy")),
        ("Sam 15 m (trans boy)", PersonText("Sam", "15", Gender.MALE, label="trans boy")),
        ("Sam (trans boy)", PersonText("Sam", label="trans boy")),
        ("Leo 7m, foster", PersonText("Leo", "7", Gender.MALE, descent=Descent.FOSTER)),
        ("Leo, adopted", PersonText("Leo", descent=Descent.ADOPTED)),
        ("Mia f, identical twin", PersonText("Mia", "", Gender.FEMALE, twin=True, identical=True)),
        ("Ada f, stillborn", PersonText("Ada", "", Gender.FEMALE, life=Life.STILLBIRTH)),
        ("Mia 7, twin, likes chess", PersonText("Mia", "7", twin=True, label="likes chess")),
        ("Smith, John 7 m", PersonText("Smith, John", "7", Gender.MALE)),
        ("Smith, John", PersonText("Smith, John")),
        ('"Agent 47" 30 m', PersonText("Agent 47", "30", Gender.MALE)),
        ('"Leo" nearly eight m', PersonText("Leo", "nearly eight", Gender.MALE)),
        ("=1+1 <b> 7 m", PersonText("=1+1 <b>", "7", Gender.MALE)),
        ("محمد علي 12 m", PersonText("محمد علي", "12", Gender.MALE)),
        ("👶🏽 Zoë 1f", PersonText("👶🏽 Zoë", "1", Gender.FEMALE)),
        ("Bo\x00\nPeep", PersonText("Bo  Peep")),
        ("", PersonText("")),
    ],
)
def test_a_line_is_read(typed: str, read: PersonText) -> None:
    assert parse_person(typed) == read


@given(st.text(max_size=60))
def test_any_line_is_read(typed: str) -> None:
    assert parse_person(typed) is not None
    assert parse_unborn(typed).life is not Life.PERSON


@given(st.text(max_size=60))
def test_any_name_survives(typed: str) -> None:
    name = parse_person(typed).name
    if parse_person(name) == PersonText(name) and not name.startswith('"'):
        assert parse_person(f"{name} 7 m") == PersonText(name, "7" if name else "", Gender.MALE) or not name


NAMES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["Agent 47", "Tom f", "?", "Ann, twin", "Bo (big)", "Mary b 2016", "", "18w", "d 2019", "x" * 400]),
)


@given(NAMES, st.sampled_from(["", "7", "8 mo", "about 40", "nearly eight"]), st.sampled_from(Gender), NAMES)
def test_the_line_that_stands_for_a_person_changes_nobody(name: str, age: str, gender: Gender, label: str) -> None:
    person = Person("p", name, gender, age, label=label)
    line, first = written(person)
    assert changed(person, line) == person
    assert 0 <= first <= len(line)


@given(NAMES.filter(lambda name: '"' not in name and name == " ".join(name.split()) and name.isprintable()))
def test_a_name_that_looks_like_more_is_quoted_and_only_its_age_changes(name: str) -> None:
    person = Person("p", name, Gender.FEMALE, "7")
    line, _ = written(person)
    assert changed(person, line.replace(" 7 f", " 8 f")) == replace(person, age="8")


def test_the_line_says_everything_and_typing_replaces_only_its_first_part() -> None:
    person = Person("p", "Sam", Gender.MALE, "15", "2010", True, label="trans boy", death="2025")
    assert written(person) == ("Sam 15 m b 2010 d 2025 (trans boy)", len("Sam 15 m"))
    assert changed(person, "Sam 15 m") == replace(person, born="", died=False, label="", death="")
    assert changed(person, "Sam 15").gender is Gender.MALE


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("18", PersonText("", "18w", life=Life.PREGNANCY)),
        ("18w", PersonText("", "18w", life=Life.PREGNANCY)),
        ("Ada 18", PersonText("Ada", "18w", life=Life.PREGNANCY)),
        ("due 3/5", PersonText("", "due 3/5", life=Life.PREGNANCY)),
        ("Ada", PersonText("Ada", life=Life.PREGNANCY)),
        ("", PersonText("", life=Life.PREGNANCY)),
        ("stillbirth 2014", PersonText("", born="2014", life=Life.STILLBIRTH)),
        ("Ada stillborn 2014", PersonText("Ada", born="2014", life=Life.STILLBIRTH)),
        ("miscarriage 12w", PersonText("", "12w", life=Life.MISCARRIAGE)),
        ("miscarriage", PersonText("", life=Life.MISCARRIAGE)),
        ("termination, 9", PersonText("", "9w", life=Life.TERMINATION)),
    ],
)
def test_a_pregnancy_or_a_loss_is_read(typed: str, read: PersonText) -> None:
    assert parse_unborn(typed) == read
