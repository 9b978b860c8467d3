"""A family in words: everybody is there, once, in plain words; and masked, no name is."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from app.document import Document
from app.masking import Masking
from models.aloud import Aloud, described
from models.family_words import family_in_words, family_text
from models.genogram import Bond, ChildOf, Descent, Gender, Household, Life, Line, Parting, Partnership, Person
from models.kin import Family, family_of
from models.saying import (
    MARK,
    age_of,
    dates_of,
    death_of,
    gender_of,
    introduced,
    joined,
    name_of,
    plain,
    together,
    unborn,
)
from models.session import Session
from tests.app.genogram.ten_families import FAMILIES, Sketch
from tests.families import grown, looped, with_homes
from tests.strategies import sessions


def all_described(family: Family) -> dict[str, str]:
    aloud = Aloud(family)
    return {person: aloud.described(person) for person in family.people}


def reference() -> Family:
    """The reference family of genogram.md."""
    s = Sketch()
    for name, what in (("Jim", "m78"), ("Rose", "f75"), ("Gill", "f40"), ("Kelly", "f38"), ("Dave", "m41"),
                       ("Tyler", "m16"), ("Mia", "f13"), ("Sean", "m36")):  # fmt: skip
        s.person(name, what)
    s.person("Leo", "m7", index=True)
    s.couple("Jim", "Rose", "Gill", "Kelly")
    s.couple("Dave", "Kelly", "Tyler", "Mia", parting=Parting.SEPARATED)
    s.couple("Kelly", "Sean", "Leo")
    s.home("Mum's flat", "Kelly", "Sean", "Tyler", "Mia")
    s.home("Foster carers, since May", "Leo")
    return s.family()


# A person


def test_a_person_is_said_most_important_first() -> None:
    family = reference()
    assert described(family, "Leo") == (
        "Leo, 7, male, index child; child of Kelly and Sean; lives (Foster carers, since May)"
    )
    assert described(family, "Kelly") == (
        "Kelly, 38, Leo's mother; separated from Dave; partner of Sean; mother of Tyler, Mia and Leo; "
        "child of Jim and Rose; lives with Sean, Tyler and Mia (Mum's flat)"
    )
    assert described(family, "Dave").startswith("Dave, 41, Leo's mother's former partner, male; separated from Kelly")


def test_without_an_index_child_nobody_is_anybodys() -> None:
    family = reference()
    family.people["Leo"] = replace(family.people["Leo"], index=False)
    assert described(family, "Kelly").startswith("Kelly, 38, female; separated from Dave")


def test_everybody_at_once_says_the_same_as_one_by_one() -> None:
    for make in FAMILIES.values():
        family = make()
        assert all_described(family) == {person: described(family, person) for person in family.people}


@pytest.mark.parametrize(
    ("family", "person", "said"),
    [
        ("grandparents_beside_foster_carers", "Gloria",
         "Gloria, 64, Aaliyah's grandmother and kinship carer, female; married to Winston; "
         "mother of Marcia and Simone; kinship carer of Aaliyah; lives with Winston and Aaliyah (Grandparents' house); "
         "very close to Aaliyah"),
        ("two_fathers_and_one_unknown", "father of Riley",
         "Riley's father, not known; partner of Donna; father of Riley"),
        ("two_fathers_and_one_unknown", "Riley",
         "Riley, 9, other gender, index child; child of Donna and a father not known; "
         "lives with Donna, Lee and Kai (Donna's flat)"),
        ("two_fathers_and_one_unknown", "Lee",
         "Lee, 34, Kai's father; partner of Donna; father of Kai; lives with Donna, Riley and Kai (Donna's flat); "
         "violence towards Donna"),
        ("stillbirth", "Agnieszka",
         "Agnieszka, 31, Kuba's mother; was married to Paweł; mother of Kuba; a pregnancy that ended in miscarriage; "
         "Zofia, who was stillborn in 2019; a pregnancy that was ended; child of Barbara; lives with Kuba; "
         "distant from Barbara"),
        ("twins_one_adopted_away", "Oliver",
         "Oliver, 6, Harry's identical twin brother; child of Darren and Kirsty; identical twin of Harry; "
         "adopted by Philip and Jane"),
        ("trans_parent", "Alex",
         "Alex, 37, Sky's father, trans man; partner of Robin; father of Sky and Finn; child of Derek and Margaret; "
         "lives with Robin, Sky and Finn; cut off from Derek"),
        ("unaccompanied_child", "Tesfay", "Tesfay, 16, Ibrahim's friend from the journey, male; very close to Ibrahim"),
        ("unaccompanied_child", "Ms Adeyemi", "Ms Adeyemi, Ibrahim's solicitor, female"),
        ("same_sex_parents", "Tom", "Tom, 44, male, donor; known to Ruth"),
        ("same_sex_parents", "Ayesha",
         "Ayesha, 38, Maya's adoptive mother; married to Ruth; mother of Noah; adopted Maya; "
         "lives with Ruth, Noah and Maya"),
    ],
)  # fmt: skip
def test_people_who_are_met(family: str, person: str, said: str) -> None:
    assert described(FAMILIES[family](), person) == said


# Pieces


def test_pieces_of_what_is_said() -> None:
    dead = Person("a", "Al", Gender.MALE, "77", born="1930", died=True, death="2007")
    assert introduced(dead, "") == ["Al", "born 1930", "who died in 2007 at 77", "male"]
    assert death_of(Person("a", "Al", died=True)) == "who has died"
    assert (
        death_of(Person("a", "Al", died=True, death="last May", age="about 40")) == "who died (last May) (age about 40)"
    )
    assert [age_of(Person("a", "A", age=age)) for age in ("8 mo", "1 mo", "24w", "about 40", "")] == [
        "8 months", "1 month", "24 weeks", "about 40", "",
    ]  # fmt: skip
    assert gender_of(Person("a", "A", Gender.OTHER)) == "other gender"
    assert gender_of(Person("a", "A", Gender.OTHER, label="non-binary")) == ""
    assert gender_of(Person("a", "A", Gender.FEMALE), "Leo's cousin") == "female"
    assert gender_of(Person("a", "A", Gender.FEMALE), "Leo's half-sister") == ""
    assert [joined(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]


@pytest.mark.parametrize(
    ("life", "name", "said"),
    [
        (Life.PREGNANCY, "", "a baby on the way (18 weeks)"),
        (Life.PREGNANCY, "Bump", "Bump, a baby on the way (18 weeks)"),
        (Life.MISCARRIAGE, "", "a pregnancy that ended in miscarriage (18 weeks, 2020)"),
        (Life.TERMINATION, "", "a pregnancy that was ended (18 weeks, 2020)"),
        (Life.STILLBIRTH, "Zofia", "Zofia, who was stillborn in 2020"),
        (Life.STILLBIRTH, "", "a baby who was stillborn in 2020"),
        (Life.TERMINATION, "Ada", "Ada, a pregnancy that was ended (18 weeks, 2020)"),
    ],
)
def test_pregnancies_and_losses_are_said_gently(life: Life, name: str, said: str) -> None:
    when = "" if life is Life.PREGNANCY else "2020"
    assert unborn(Person("b", name, age="18w", life=life, death=when)) == said
    assert unborn(Person("b", name, age="18w", life=life, born=when)) == said


@pytest.mark.parametrize(
    ("bond", "parting", "now", "past"),
    [
        (Bond.MARRIED, Parting.NONE, "are married", "were married"),
        (Bond.MARRIED, Parting.SEPARATED, "are married and have separated", "were married and had separated"),
        (Bond.MARRIED, Parting.DIVORCED, "are divorced", "were divorced"),
        (Bond.MARRIED, Parting.REUNITED, "are married, reunited after a separation",
         "were married, reunited after a separation"),
        (Bond.LIVING_TOGETHER, Parting.NONE, "live together as a couple", "lived together as a couple"),
        (Bond.RELATIONSHIP, Parting.SEPARATED, "were a couple and have separated", "were a couple and had separated"),
    ],
)  # fmt: skip
def test_how_couples_are_together(bond: Bond, parting: Parting, now: str, past: str) -> None:
    couple = Partnership("c", "a", "b", bond, parting)
    assert (together(couple, past=False), together(couple, past=True)) == (now, past)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("m 2009, s 2014", " (married 2009, separated 2014)"),
        ("m2009 d.2014", " (married 2009 divorced 2014)"),
        ("since the spring", " (since the spring)"),
        ("m 2009, s in May, again 2016", " (married 2009, separated in May, together again 2016)"),
        ("Sam moved 2014", " (Sam moved 2014)"),
        ("", ""),
    ],
)
def test_dates_of_couples_in_words(dates: str, said: str) -> None:
    assert dates_of(Partnership("c", "a", "b", dates=dates)) == said


def test_names_are_text_and_do_not_turn_a_sentence_round() -> None:
    assert plain("<b>Bo</b>\nPeep\x00") == "<b>Bo</b> Peep"
    assert plain("فاطمة") == "\N{LEFT-TO-RIGHT MARK}فاطمة\N{LEFT-TO-RIGHT MARK}"
    assert plain("\N{RIGHT-TO-LEFT OVERRIDE}Bo") == "Bo"


# The whole family


def test_the_reference_family_in_words() -> None:
    assert family_text(reference()) == "\n".join([
        "The child",
        "This genogram is about Leo, 7, male. 9 people are drawn.",
        "",
        "Parents, brothers and sisters",
        "Kelly, 38, Leo's mother, and Sean, 36, Leo's father, are a couple. Their child: Leo.",
        "Dave, 41, Leo's mother's former partner, male, and Kelly were a couple and have separated. "
        "Their children, eldest first: Tyler, 16, Leo's half-brother; Mia, 13, Leo's half-sister.",
        "",
        "Kelly's family",
        "Jim, 78, Leo's grandfather, and Rose, 75, Leo's grandmother, are a couple. "
        "Their children, eldest first: Gill, 40, Leo's aunt; Kelly.",
        "",
        "Who lives where",
        "Mum's flat: Kelly, Sean, Tyler and Mia live there together.",
        "Foster carers, since May: Leo lives there.",
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("family", "sentences"),
    [
        ("two_fathers_and_one_unknown", [
            "Donna, 36, the children's mother, and Riley's father, not known, have children together. "
            "Their child: Riley.",
            "Craig, 41, the children's mother's former husband, are divorced (married 2007, divorced 2014).",
            "There is violence from Lee towards Donna.",
            "Chelsea and Donna are cut off from one another.",
        ]),
        ("grandparents_beside_foster_carers", [
            "In kinship care with them: Aaliyah.", "Fostered by them: Nevaeh.",
            "Foster carers, since May: Colin, Pat and Nevaeh live there together.",
            "The tie between Simone and Nevaeh is a worry.",
        ]),
        ("same_sex_parents", ["Adopted by them: Maya.", "Miriam's child, father not known: Ruth.",
                              "Tom, 44, male, donor, known to Ruth."]),
        ("twins_one_adopted_away", ["Harry and Oliver are identical twins.", "a baby on the way (24 weeks)",
                                    "Adopted by them: Oliver."]),
        ("stillbirth", ["Paweł, who died in 2024 at 33, Kuba's father, and Agnieszka, 31, Kuba's mother, were married",
                        "a pregnancy that ended in miscarriage; Zofia, who was stillborn in 2019; "
                        "a pregnancy that was ended; Kuba."]),
        ("his_hers_and_theirs", ["Ben, 17, Amber's step-brother; Lucy, 15, Amber's step-sister."]),
        ("cousins_who_married", ["are married (married 2020). Sana is Hamza's cousin. Their child: Zara.",
                                 "Their children, eldest first: Imran; Salma, 46, Zara's grandmother."]),
        ("trans_parent", ["37, Sky's father, trans man, live together as a couple, reunited after a separation."]),
        ("unaccompanied_child", ["Ibrahim's father, not known, and", "Fostered by Joyce: Ibrahim.",
                                 "Ms Adeyemi, Ibrahim's solicitor, female."]),
        ("four_generations", ["Albert, born 1930, who died in 2007 at 77, the children's great-grandfather, and",
                              "Karen's child, father not known: Tia, 16, the children's cousin, female."]),
    ],
)  # fmt: skip
def test_the_families_that_are_met_in_words(family: str, sentences: list[str]) -> None:
    text = family_text(FAMILIES[family]())
    assert [sentence for sentence in sentences if sentence not in text] == []


def test_nobody_is_nothing() -> None:
    assert family_in_words(Family({}, {})) == []
    assert family_text(Family({}, {})) == ""


def test_somebody_alone_and_somebody_elses_family() -> None:
    s = Sketch()
    s.person("Leo", "m7", index=True)
    s.person("Zoe", "f30")
    s.person("Ann", "f50")
    s.person("Bob", "m20")
    s.person("Vic", "m60", outside=True)
    s.couple("Ann", "", "Bob")
    text = family_text(s.family())
    assert "Not joined to Leo\nAnn, 50, female. Ann's child, father not known: Bob, 20, male." in text
    assert "Friends and professionals\nVic, 60, male, friend or professional." in text
    assert "Tied to nobody\nZoe, 30, female." in text
    assert "Where Leo lives is not drawn." in text


def test_namesakes_are_told_apart() -> None:
    s = Sketch()
    s.person("Leo", "m7", index=True)
    s.person("gran", "f70", name="Ann")
    s.person("mum", "f40", name="Ann")
    s.couple("gran", "", "mum")
    s.couple("mum", "", "Leo")
    s.line("gran", "mum", Line.CONFLICT)
    s.line("gran", "Leo", Line.OTHER, "godmother")
    text = family_text(s.family())
    assert "There is conflict between Ann (Leo's grandmother) and Ann (Leo's mother)." in text
    assert "Ann (Leo's grandmother) and Leo: godmother." in text


@pytest.mark.parametrize("size", [1, 2, 3, 5, 9, 20, 50, 100, 200])
@pytest.mark.parametrize("index", [False, True])
def test_everybody_is_introduced_once_and_nothing_said_twice(size: int, index: bool) -> None:
    for seed in range(3):
        family = with_homes(looped(size, seed) if size > 2 else grown(size, seed), seed)
        if index:
            child = list(family.people)[-1]
            family.people[child] = replace(family.people[child], index=True, life=Life.PERSON)
        passages = family_in_words(family)
        paragraphs = [paragraph for passage in passages for paragraph in passage.paragraphs]
        text = family_text(family)
        said = set(re.findall(r"Name\d+", text))
        assert said == {person.name for person in family.people.values()}
        assert len(paragraphs) == len(set(paragraphs))
        assert len({passage.heading for passage in passages}) == len(passages)
        for person in family.people.values():
            if person.age and person.life is Life.PERSON:
                assert len(re.findall(rf"\b{person.name}, {person.age}\b", text)) == 1
        assert text == family_text(family)


def every_name_is_there(family: Family) -> None:
    text, told = family_text(family), all_described(family)
    for person in family.people.values():
        assert plain(person.name) in text
        assert plain(person.name).removeprefix(MARK) in told[person.id]
    for each in (*told.values(), *text.split("\n")):
        joined = "".join(sign for sign in each if unicodedata.category(sign) != "Cf")  # joiners belong to scripts
        assert joined.isprintable()
        assert each == each.strip()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(sessions(most=6))
def test_whatever_a_session_holds_is_told(made: Session) -> None:
    every_name_is_there(family_of(made))


def test_links_to_people_who_are_not_there_are_no_error() -> None:
    people = {"a": Person("a", "Ann", friend_of="gone", index=True)}
    family = Family(
        people, {"c": Partnership("c", "gone", "too")}, (ChildOf("l", "a", "c"), ChildOf("m", "gone", "c")),
        (Household("h", "Home", ("gone",)), Household("i", "", ("a", "gone"))),
    )  # fmt: skip
    assert "Parents not known; their child: Ann." in family_text(family)
    assert described(family, "a") == "Ann, index child; child of nobody known; lives alone"


# Masked


def masking_of(family: Family) -> Masking:
    session = Session("s", [*family.people.values()])
    document = Document(session)
    masking = Masking(document, document)
    masking.set_on(True)
    return masking


@pytest.mark.parametrize("name", FAMILIES)
def test_masked_no_name_is_heard(qapp: object, name: str) -> None:
    family = FAMILIES[name]()
    masking = masking_of(family)
    said = [masking.text(text) for text in (family_text(family), *all_described(family).values())]
    for person in family.people.values():
        for text in said:
            assert not person.name or not re.search(rf"(?<!\w){re.escape(person.name)}(?!\w)", text)


def test_masked_sentences_can_still_be_read(qapp: object) -> None:
    masking = masking_of(reference())
    assert masking.text(described(reference(), "Gill")) == "G., 40, L.'s aunt; child of J. and R."
    assert name_of(Person("a", "Al")) == "Al"


def test_twins_and_step_children_of_one_couple() -> None:
    s = Sketch()
    for name in ("Ann", "Abe", "Amy", "Ada", "Ali"):
        s.person(name, "f" if name != "Abe" else "m")
    both = s.couple("Abe", "Ann")
    for child in ("Amy", "Ada"):
        s.child(both, child, twins="t")
    s.child(both, "Ali", Descent.STEP)
    text = family_text(s.family())
    assert "Amy and Ada are twins. Stepchildren of them: Ali" in text
    assert "twin of Ada" in described(s.family(), "Amy")
