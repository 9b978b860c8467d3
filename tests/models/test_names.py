"""Names in a text: what is one, what is none, and how long it takes."""

import pytest

from app import resources
from models.names import FoundName, fold, mostly_latin, names_in, words_of

WORDS = resources.common_words()


def names(text: str) -> list[str]:
    return [found.name for found in names_in(text, WORDS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Zofia today.", ["Zofia"]),
        ("Zofia came.", ["Zofia"]),
        ("Ask Zofia: “Who helps?”", ["Zofia"]),
        ("• Zofia", ["Zofia"]),
        ("Aunt Zofia Kowalska has them.", ["Aunt Zofia Kowalska"]),
        ("Mrs O’Brien and Dr. Singh wrote.", ["Mrs O’Brien", "Dr. Singh"]),
        ("Then Mr Brown rang.", ["Mr Brown"]),
        ("It is Zofia’s bag, and not Aisha's.", ["Zofia", "Aisha"]),
        ("Zofia NOWAK was seen.", ["Zofia NOWAK"]),
        ("We met Mrs Kowalska School Nurse and Zofia TAC lead.", ["Mrs Kowalska", "Zofia"]),
        ("KOWALSKA was seen.", ["KOWALSKA"]),
        ("He saw Ellie-Mae and Lily-Rose.", ["Ellie-Mae", "Lily-Rose"]),
        ("They met Anna van der Berg.", ["Anna van der Berg"]),
        ("John P. Smith left.", ["John P. Smith"]),
        ("We asked Túndé Adébáyọ̀ about it.", ["Túndé Adébáyọ̀"]),
        ("The Baker family moved.", ["Baker"]),
        ("The social worker Tom Ward called.", ["Tom Ward"]),
        ("Jo and Al sleep. Jack often sleeps.", ["Jo", "Al", "Jack"]),
        ("She told Zofia/Aisha.", ["Zofia", "Aisha"]),
        ("Zofia\nKowalska", ["Zofia", "Kowalska"]),
    ],
)
def test_names_are_found_with_titles_and_all(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We told Grace, Mark and Will.", ["Grace", "Mark", "Will"]),
        ("Grace said no.", ["Grace"]),
        ("Mark’s coat was wet.", ["Mark"]),
        ("Rose and Zofia came.", ["Rose", "Zofia"]),
        ("Hope Okafor came.", ["Okafor"]),
        ("They told June so.", ["June"]),
        ("Will Zofia come?", ["Zofia"]),
        ("Mark it on the chart. Hope so. Will they come? May we ask?", []),
        ("She lives in hope, by the grace of God.", []),
        ("The Will was read.", []),
        ("In May, since June, on 5 April and in May 2026, until early June.", []),
    ],
)
def test_names_that_are_words_are_told_by_where_they_stand(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On Monday and Thu 12 September, at Christmas and after Ramadan.",
        "Mum, Dad, Nan and Auntie came with the Twins. Grandma’s house.",
        "CAMHS, the NHS, two GPs and an EHCP.",
        "A Polish neighbour speaks Bengali and Urdu; a Muslim family.",
        "The Social Worker, the Head Teacher and the School Nurse of Mill Street Primary School.",
        "They went to Holy Trinity.",
        "Great Ormond Street Hospital, St Mary’s Church and Kowalska Street.",
        "They moved from Leeds to Tower Hamlets, and Gran is in Penzance.",
        "I’ve said so. I’m sure. Don’t. She’d rather. We'll see. Couldn’t be.",
        "Wellbeing matters. Reframing helps. Fajitas were eaten. Unallocated. Genograms.",
        "“Who helps?” – Nobody. (See the plan.) Year 11: Plan A.",
        "the boys met zofia",
        "a\x00b \x1b[31m <b>&amp; = 1+1",
    ],
)
def test_capitals_that_are_nobodys(text: str) -> None:
    assert names(text) == []


def test_a_place_is_none_where_somebody_owns_or_is_confided_in() -> None:
    assert names("They live in Penzance, in Zofia’s care. He confides in Zofia.") == ["Zofia", "Zofia"]


def test_another_script_within_latin_is_a_name_unless_it_is_a_sentence() -> None:
    assert names("We know আমিনা and Юлия Петрова and 王小明.") == ["আমিনা", "Юлия Петрова", "王小明"]
    assert names("He wrote আমি তোমাকে অনেক ভালোবাসি মা today.") == []
    assert names_in("আমি আমিনা কে চিনি", WORDS, latin=False) == []
    assert mostly_latin("We know আমিনা well.")
    assert not mostly_latin("আমি Zofia কে চিনি")


def test_another_language_gives_only_names_within_its_sentences() -> None:
    assert names("Rozmowa była dobra. Dziecko powiedziało Zofii wszystko.") == ["Zofii"]


def test_a_name_is_shown_in_its_sentence() -> None:
    text = "He rang. We met Dr. Zofia Kowalska on Friday. She left."
    (found,) = names_in(text, WORDS)
    assert found == FoundName("Dr. Zofia Kowalska", 16, 34, ("zofia", "kowalska"))
    assert found.around(text) == "We met Dr. Zofia Kowalska on Friday."
    (long,) = names_in(f"{'we said ' * 100}Zofia{' and we said' * 100}", WORDS)
    shown = long.around(f"{'we said ' * 100}Zofia{' and we said' * 100}")
    assert len(shown) <= 120
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert " Zofia " in shown


def test_words_are_folded_alike_however_they_are_written() -> None:
    assert fold("Małgorzata") == fold("malgorzata") == fold("MAŁGORZATA")
    assert fold("O’Brien") == fold("O'BRIEN") == "obrien"
    assert fold("Túndé") == "tunde"
    assert list(words_of(["Ellie-Mae O’Brien"])) == ["ellie-mae", "ellie", "mae", "obrien", "obrien"]
    assert list(words_of(["Jade’s dad, in Leeds"], capitals=True)) == ["jade", "jade", "leeds", "leeds"]


@pytest.mark.parametrize(
    "text", ["x", "X", "Nan ", "Zofia ", "Zofia de ", "Mr. ", "’", "a’", "A-", "বাংলা ", "中", "told Plan ", ". "]
)
def test_a_hundred_thousand_characters_are_read(text: str) -> None:
    found = names_in(text * (100_000 // len(text)), WORDS)
    assert all(len(name.name) < 300 for name in found)
