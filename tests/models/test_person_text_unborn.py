"""A pregnancy or a loss: name, word, weeks, year and gender are read in whatever order they are typed."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.family import set_life
from models.genogram import Gender, Life, Person
from models.person_text import PersonText, written
from models.unborn_text import parse_unborn, unborn_changed

WORDS = {"stillbirth": Life.STILLBIRTH, "Miscarriage": Life.MISCARRIAGE, "termination": Life.TERMINATION}
POPPY = PersonText("Poppy", born="2020", gender=Gender.FEMALE, life=Life.STILLBIRTH)


@pytest.mark.parametrize("parts", list(permutations(("Poppy", "stillbirth", "2020", "f"))))
def test_any_order_says_the_same(parts: tuple[str, ...]) -> None:
    assert parse_unborn(" ".join(parts)) == parse_unborn(", ".join(parts)) == POPPY


@pytest.mark.parametrize("parts", list(permutations(("Poppy", "2020", "f"))))
def test_any_order_says_the_same_once_the_kind_is_chosen(parts: tuple[str, ...]) -> None:
    assert parse_unborn(" ".join(parts), Life.STILLBIRTH) == POPPY


NAMES = st.text(st.characters(categories=["Lu", "Ll"]), min_size=3, max_size=12).filter(
    lambda name: (
        name.casefold() not in {"due", "born", "died", "stillborn", "miscarried", "abortion", *map(str.casefold, WORDS)}
    )
)


@given(
    st.lists(NAMES, min_size=1, max_size=2), st.sampled_from(sorted(WORDS)), st.integers(1900, 2100),
    st.sampled_from("mfoMFO"), st.integers(1, 42), st.data(),
)  # fmt: skip
def test_each_part_is_recognised_wherever_it_stands(names, word, year, letter, weeks, data) -> None:
    parts = [" ".join(names), word, str(year), letter, f"{weeks}w"]
    line = " ".join(data.draw(st.permutations(parts)))
    text = parse_unborn(line)
    assert (text.name, text.life, text.born, text.age) == (parts[0], WORDS[word], str(year), f"{weeks}w")
    assert text.gender is {"m": Gender.MALE, "f": Gender.FEMALE, "o": Gender.OTHER}[letter.lower()]


@pytest.mark.parametrize(
    ("typed", "name", "age"),
    [
        ("Poppy due 3 May f", "Poppy", "due 3 May"), ("due 3/5 Poppy", "Poppy", "due 3/5"),
        ("3/5/2026", "", "3/5/2026"),
        ("18 weeks", "", "18w"), ("18w due 3/5", "", "18w due 3/5"), ("Poppy 2026 f", "Poppy", "2026"),
        ('"Agent 47" 18w', "Agent 47", "18w"),
    ],
)  # fmt: skip
def test_a_pregnancy(typed: str, name: str, age: str) -> None:
    text = parse_unborn(typed)
    assert (text.name, text.age, text.life, text.born) == (name, age, Life.PREGNANCY, "")


def test_a_pregnancy_that_ended_keeps_its_year() -> None:
    [change] = set_life(Person("p", "Poppy", age="2020", life=Life.PREGNANCY), Life.STILLBIRTH)
    assert (change.after.born, change.after.age, change.after.life) == ("2020", "", Life.STILLBIRTH)


def test_a_name_not_known_leaves_the_gender() -> None:
    held = Person("p", "", Gender.FEMALE, "18w", life=Life.PREGNANCY)
    assert written(held)[0] == "? 18w"
    after = unborn_changed(held, "? 19w")
    assert (after.name, after.age, after.gender) == ("", "19w", Gender.FEMALE)


def test_a_line_typed_anew_changes_what_it_says() -> None:
    held = Person("p", "", life=Life.STILLBIRTH)
    after = unborn_changed(held, "Poppy stillbirth 2020 f")
    assert (after.name, after.born, after.gender, after.life) == ("Poppy", "2020", Gender.FEMALE, Life.STILLBIRTH)
    assert unborn_changed(after, written(after)[0]) == after
    assert unborn_changed(after, written(after)[0].replace("Poppy", "Penny")).name == "Penny"
    assert unborn_changed(after, written(after)[0].replace("Poppy", "Penny")).gender is Gender.FEMALE
