"""What people are to one another, case by case."""

from dataclasses import replace

import pytest

from models.genogram import Bond, ChildOf, Descent, Gender, Life, Parting, Partnership, Person
from models.kin import Family
from models.relation import Kinship, kin_of_partner, relation
from tests.app.genogram.ten_families import FAMILIES, Sketch
from tests.families import grown, looped


def large() -> Family:
    """Leo, everybody whom a word exists for, and some for whom there is none."""
    s = Sketch()
    for name in ("Leo", "Sean", "Dave", "Jim", "Bill", "Uncle", "Cousin", "Son", "Ben", "Ralf", "Old"):
        s.person(name, "m")
    for name in ("Kelly", "Rose", "Gill", "Mia", "Tia", "Amy", "Wife", "Daughter", "Granny", "Pat", "Ivy", "Far"):
        s.person(name, "f")
    for name in ("Sam", "Kim", "Nobody"):
        s.person(name, "?")
    s.couple("Kelly", "Dave", "Mia", bond=Bond.MARRIED, parting=Parting.DIVORCED)
    s.couple("Kelly", "Sean", "Leo", "Sam")
    s.couple("Jim", "Rose", "Gill", "Kelly", bond=Bond.MARRIED)
    s.couple("Old", "", "Jim", "Ivy")
    s.couple("Ivy", "", "Ralf")
    s.couple("Granny", "", "Old")
    s.couple("Gill", "Bill", "Cousin", "Tia")
    s.couple("Tia", "", "Kim")
    s.couple("Leo", "Wife", "Son", bond=Bond.MARRIED)
    s.couple("Son", "", "Daughter")
    s.couple("Dave", "Amy", "Ben", bond=Bond.LIVING_TOGETHER)
    s.couple("Pat", "", "Uncle")
    s.couple("Pat", "Ralf", parting=Parting.SEPARATED, bond=Bond.MARRIED)
    s.couple("Pat", "Far", parting=Parting.SEPARATED)
    s.child("Pat+", "Sam", Descent.FOSTER)
    return s.family()


@pytest.mark.parametrize(
    ("of", "person", "word"),
    [
        ("Leo", "Leo", ""),
        ("Leo", "Nobody", ""),
        ("Leo", "Kelly", "mother"),
        ("Leo", "Sean", "father"),
        ("Kelly", "Leo", "son"),
        ("Kelly", "Sam", "child"),
        ("Leo", "Sam", "sibling"),
        ("Leo", "Mia", "half-sister"),
        ("Mia", "Leo", "half-brother"),
        ("Leo", "Dave", "mother's former husband"),
        ("Mia", "Sean", "mother's partner"),
        ("Mia", "Amy", "father's partner"),
        ("Mia", "Ben", "half-brother"),
        ("Leo", "Jim", "grandfather"),
        ("Leo", "Old", "great-grandfather"),
        ("Leo", "Granny", "great-great-grandmother"),
        ("Granny", "Leo", "great-great-grandson"),
        ("Jim", "Leo", "grandson"),
        ("Leo", "Gill", "aunt"),
        ("Leo", "Bill", "aunt's partner"),
        ("Leo", "Ivy", "great-aunt"),
        ("Gill", "Leo", "nephew"),
        ("Gill", "Sam", "niece or nephew"),
        ("Ivy", "Leo", "great-nephew"),
        ("Leo", "Cousin", "cousin"),
        ("Leo", "Kim", "cousin's child"),
        ("Kim", "Leo", "mother's cousin"),
        ("Leo", "Ralf", "mother's cousin"),
        ("Son", "Kim", "second cousin"),
        ("Leo", "Wife", "wife"),
        ("Wife", "Leo", "husband"),
        ("Sam", "Wife", "brother's wife"),
        ("Kelly", "Wife", "son's wife"),
        ("Wife", "Kelly", "husband's mother"),
        ("Leo", "Daughter", "granddaughter"),
        ("Dave", "Kelly", "former wife"),
        ("Pat", "Ralf", "separated husband"),
        ("Pat", "Far", "former partner"),
        ("Sam", "Pat", "foster carer"),
        ("Pat", "Sam", "foster child"),
        ("Sam", "Uncle", "foster brother"),
        ("Uncle", "Sam", "foster sibling"),
        ("Leo", "Pat", "sibling's foster carer"),
        ("Ben", "Kelly", "father's former wife"),
        ("Amy", "Mia", "stepdaughter"),
    ],
)
def test_the_word_for_somebody(of: str, person: str, word: str) -> None:
    assert relation(large(), of, person) == word


@pytest.mark.parametrize(
    ("family", "of", "person", "word"),
    [
        ("his_hers_and_theirs", "Amber", "Lucy", "step-sister"),
        ("his_hers_and_theirs", "Ben", "Gemma", "father's wife"),
        ("his_hers_and_theirs", "Steve", "Amber", "stepdaughter"),
        ("grandparents_beside_foster_carers", "Aaliyah", "Gloria", "grandmother and kinship carer"),
        ("grandparents_beside_foster_carers", "Nevaeh", "Gloria", "grandmother"),
        ("grandparents_beside_foster_carers", "Nevaeh", "Colin", "foster carer"),
        ("grandparents_beside_foster_carers", "Pat", "Nevaeh", "foster daughter"),
        ("grandparents_beside_foster_carers", "Winston", "Aaliyah", "granddaughter and child in kinship care"),
        ("same_sex_parents", "Maya", "Ruth", "adoptive mother"),
        ("same_sex_parents", "Ruth", "Maya", "adopted daughter"),
        ("same_sex_parents", "Noah", "Maya", "adopted sister"),
        ("same_sex_parents", "Maya", "Noah", "adoptive brother"),
        ("same_sex_parents", "Ruth", "Tom", "donor"),
        ("same_sex_parents", "Ruth", "Ayesha", "wife"),
        ("twins_one_adopted_away", "Harry", "Oliver", "identical twin brother"),
        ("twins_one_adopted_away", "Oliver", "Ellie", "sister"),
        ("twins_one_adopted_away", "Oliver", "Kirsty", "birth mother"),
        ("twins_one_adopted_away", "Oliver", "Jane", "adoptive mother"),
        ("twins_one_adopted_away", "Harry", "Jane", "twin brother's adoptive mother"),
        ("stillbirth", "Kuba", "Zofia", "sister"),
        ("stillbirth", "Agnieszka", "Paweł", "late husband"),
        ("cousins_who_married", "Hamza", "Sana", "wife"),
        ("cousins_who_married", "Imran", "Sana", "niece"),
        ("cousins_who_married", "Zara", "Khadija", "great-grandmother"),
        ("trans_parent", "Sky", "Alex", "father"),
        ("unaccompanied_child", "Ibrahim", "Tesfay", "friend"),
        ("unaccompanied_child", "Idris", "Tesfay", "brother's friend"),
        ("unaccompanied_child", "Ibrahim", "Ms Adeyemi", "solicitor"),
        ("unaccompanied_child", "Idris", "Ms Adeyemi", ""),
        ("four_generations", "Kayleigh", "Edith", "great-grandmother"),
        ("four_generations", "Kayleigh", "Tia", "cousin"),
        ("four_generations", "Tia", "Mark", "aunt's former husband"),
    ],
)
def test_the_word_in_families_that_are_met(family: str, of: str, person: str, word: str) -> None:
    assert relation(FAMILIES[family](), of, person) == word


def pair(descent: Descent, **more: object) -> Family:
    people = {name: Person(name, name, Gender.FEMALE, **more) for name in ("carer", "child", "own")}  # type: ignore[arg-type]
    links = (ChildOf("1", "child", "c", descent), ChildOf("2", "own", "c"))
    return Family(people, {"c": Partnership("c", "carer")}, links)


@pytest.mark.parametrize(
    ("descent", "up", "down", "sibling"),
    [
        (Descent.BIRTH, "mother", "daughter", "sister"),
        (Descent.ADOPTED, "adoptive mother", "adopted daughter", "adoptive sister"),
        (Descent.FOSTER, "foster carer", "foster daughter", "foster sister"),
        (Descent.KINSHIP, "kinship carer", "child in kinship care", "kinship carer's daughter"),
        (Descent.STEP, "stepmother", "stepdaughter", "step-sister"),
    ],
)
def test_the_word_for_every_descent(descent: Descent, up: str, down: str, sibling: str) -> None:
    family = pair(descent)
    assert (relation(family, "child", "carer"), relation(family, "carer", "child")) == (up, down)
    assert relation(family, "child", "own") == sibling


def test_a_pregnancy_has_no_gender_in_words() -> None:
    assert relation(pair(Descent.BIRTH, life=Life.PREGNANCY), "own", "child") == "sibling"


def test_a_stepfather_who_is_an_uncle_is_both() -> None:
    s = Sketch()
    for name, what in (("Gran", "f"), ("Dad", "m"), ("Uncle", "m"), ("Mum", "f"), ("Leo", "m")):
        s.person(name, what)
    s.couple("Gran", "", "Dad", "Uncle")
    s.couple("Dad", "Mum", "Leo", parting=Parting.DIVORCED)
    s.child(s.couple("Uncle", "Mum"), "Leo", Descent.STEP)
    assert relation(s.family(), "Leo", "Uncle") == "uncle and stepfather"


def test_partners_who_are_kin_are_found() -> None:
    family = FAMILIES["cousins_who_married"]()
    assert kin_of_partner(family, "Sana", "Hamza") == "cousin"
    assert kin_of_partner(family, "Yusuf", "Khadija") == ""
    assert kin_of_partner(large(), "Kelly", "Sean") == ""


def test_somebody_who_is_their_own_ancestor_is_no_endless_way() -> None:
    people = {name: Person(name, name, Gender.MALE) for name in "ab"}
    couples = {name: Partnership(name, name) for name in "ab"}
    family = Family(people, couples, (ChildOf("1", "a", "b"), ChildOf("2", "b", "a"), ChildOf("3", "a", "a")))
    assert relation(family, "a", "b")
    assert relation(family, "a", "a") == ""


@pytest.mark.parametrize("seed", range(3))
def test_blood_relatives_say_the_same_of_one_another(seed: int) -> None:
    """Whoever is an ancestor one way is a descendant the other; cousins and siblings are so both ways."""
    inverse = {"cousin": {"cousin"}, "brother": {"brother", "sister"}, "sister": {"brother", "sister"},
               "mother": {"son", "daughter"}, "father": {"son", "daughter"}, "aunt": {"nephew", "niece"},
               "grandmother": {"grandson", "granddaughter"}, "uncle": {"nephew", "niece"}}  # fmt: skip
    family = grown(60, seed)
    views = {person: Kinship(family, person) for person in family.people}
    for of, view in views.items():
        for person in family.people:
            if (word := view.word(person)) in inverse:
                assert views[person].word(of) in inverse[word]


@pytest.mark.parametrize("size", [1, 2, 9, 40, 200])
def test_every_loop_has_its_words(size: int) -> None:
    family = looped(max(size, 3), size)
    for of in list(family.people)[:5]:
        view = Kinship(family, of)
        assert all(isinstance(view.word(person), str) for person in family.people)


def test_order_of_entry_of_strangers_changes_nothing() -> None:
    family = large()
    people = {"stranger": Person("stranger", "Stranger"), **family.people}
    other = replace(family, people=people)
    assert all(relation(other, "Leo", person) == relation(family, "Leo", person) for person in family.people)
