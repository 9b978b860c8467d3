"""Names of the case as they are found on a page that must have none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from models.cards import Card, CardKind
from models.case_names import case_names
from models.genogram import Household, Person
from models.hidden_names import HIDDEN, CaseNames
from models.likely_names import likely_names
from models.mapping import Rating, ScaleKind
from models.names_around import names_around
from models.people import Child, Participant
from models.record import NextStep
from models.session import Details, Session
from tests.strategies import texts

WORDS = resources.common_words()


def hidden(text: str, *names: str) -> str:
    return CaseNames(names).hidden_in(text).replace(HIDDEN, "█")


def guessed(text: str, *room: str) -> str:
    return CaseNames([]).hidden_in(text, likely_names(text, WORDS, room)).replace(HIDDEN, "█")


def test_the_names_of_the_case_are_the_childrens_and_the_genograms() -> None:
    assert case_names(Session("s", [Person("p", "Nan"), Child("c", "Tilly Marsh")])) == ["Tilly Marsh", "Nan"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Tilly Marsh", "█"), ("Tilly", "█"), ("Mrs Marsh", "Mrs █"), ("TILLY and tilly", "█ and █"),
        ("Tilly’s turn, Marsh's", "█’s turn, █'s"), ("Tillys turn", "█ turn"), ("the Marshes", "the █"),
        ("T. Marsh, T Marsh and T. A. Marsh", "█, █ and █"), ("tilly_marsh", "█_█"), ("TillyMarsh", "█"),
        ("Tílly", "█"), ("Tilly-Mae", "█-Mae"), ("Til\u00adly", "█"), ("Tilly\nMarsh", "█"),
        ("Tillyson, marshal", "Tillyson, marshal"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(text: str, left: str) -> None:
    assert hidden(text, "Tilly Marsh") == left


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Ann", "Annual review, planned. Ann’s, ÀNN", "Annual review, planned. █’s, █"),
        ("Will", "Will this help? Wills, willing", "█ this help? █, willing"),
        ("Tim", "Three times", "Three times"),
        ("Łucja Zażółć", "Lucja, ZAZOLC", "█, █"),
        ("Lucja", "Łucja", "█"),
        ("Ellie-Mae O’Brien", "Ellie; Mae; Ellie Mae; OBrien; O'Brien's", "█; █; █; █; █'s"),
        ("tilly marsh", "Tilly; marsh", "█; █"),
        ("father not known", "Not known to us: father not known", "Not known to us: █"),
        ("The Baby", "The facilitator and the baby", "The facilitator and █"),
        ("An Nguyen", "An was heard in an hour, Nguyen", "█ was heard in an hour, █"),
        ("Thi Lan", "This was for Thị", "This was for █"),
        ("J", "J spoke; a j", "█ spoke; a j"),
        ("Social Worker", "The worker’s goal", "The worker’s goal"),
        ("王小明", "王小明去，小明", "█去，█"),
        ("فاطمة", "زار وفاطمة", "زار و█"),
        ("?", "Really?", "Really?"),
        ("👩‍👧", "x 👩‍👧 y", "x █ y"),
        ("Name", "[name]", "[█]"),
    ],
)
def test_what_is_a_name_and_what_is_none(name: str, text: str, left: str) -> None:
    assert hidden(text, name) == left


def test_names_in_a_row_are_hidden_as_one_and_everything_else_stays() -> None:
    assert hidden("We heard Ada Bo Cy, Di\nand Ed.", "Ada", "Bo", "Cy", "Di", "Ed") == "We heard █, █\nand █."
    assert hidden("  Nothing\there.\n") == "  Nothing\there.\n"


@given(
    st.lists(st.one_of(texts, st.text("ABÉŁabłe -’", max_size=6)), max_size=4),
    texts,
    texts,
    st.sampled_from(["", " ", "’s", "."]),
)
def test_no_whole_name_is_left_as_it_was_typed(names: list[str], before: str, after: str, end: str) -> None:
    for name in names:
        said = CaseNames(names).hidden_in(f"{before} {name}{end} {after}".replace(HIDDEN, ""))
        whole = " ".join(name.split())
        if any(letter.isalpha() for letter in whole):
            edges = (r"(?<!\w)" if whole[0].isalnum() else "", r"(?!\w)" if whole[-1].isalnum() else "")
            assert not re.search(f"{edges[0]}{re.escape(whole)}{edges[1]}", said.replace(HIDDEN, "█"))


def test_a_long_text_is_read_to_its_end() -> None:
    names = CaseNames([f"Name{letter} Surname{letter}" for letter in "abcdefghijkl"])
    assert HIDDEN in names.hidden_in("word A. B. " * 10_000 + "Namea")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("محمد عبدالله", ["مُحَمَّد", "محمّد", "محـمد", "عبد الله", "عبداللّه"]),
        ("أحمد", ["احمد"]), ("علي", ["علی"]), ("فاطمة", ["فاطمه"]), ("کریم", ["كريم"]), ("דוד", ["דָּוִד"]),
        ("Zoë", ["Z-o-ë", "Z o ë", "Zo\u200dë", "Zo\u200cë", "Zoe", "ZOË"]),
        ("Tanya", ["T a n y a", "T-A-N-Y-A", "Tan-ya", "Тanya"]),
        ("Łukasz", ["Lu-\nkasz", "L.u.k.a.s.z", "Łukasza", "Lukaszem"]),
        ("Bartholomew", ["BARTHOLO-MEW"]), ("Mary-Jane", ["MaryJane", "maryjane"]),
        ("D’Angelo", ["D Angelo", "D-Angelo", "DAngelo"]), ("T.J.", ["T J", "TJ"]), ("TJ", ["T J"]),
        ("Jade Connor", ["JadeConnor", "jadeconnor", "ConnorJade", "JADEConnor"]),
        ("王小明", ["王太太", "王家", "小明"]), ("欧阳娜娜", ["欧阳", "娜娜"]), ("김민수", ["김씨", "민수"]),
        ("Ольга", ["Ольги", "Ольгой"]), ("Иван", ["Ивану"]), ("Павел", ["Павла"]), ("Zofia", ["Zofii"]),
        ("Müller", ["Mueller", "Muller", "MÜLLERS"]), ("Mueller", ["Müller", "Muller"]), ("Muller", ["Mueller"]),
        ("Søren", ["Soeren", "Soren"]), ("Þóra", ["Thora"]), ("Åse", ["Aase"]), ("Strauß", ["Strauss"]),
        ("Barry", ["Barries", "Barrie", "Barrys"]), ("Rob", ["Robbie", "Robs"]), ("Rose", ["roses"]),
        ("தமிழ்", ["தமிழின்"]), ("सीता", ["सीताजी"]), ("রহিমা", ["রহিমার"]), ("মীনা", ["মীনাকে"]),
    ],
)  # fmt: skip
def test_a_name_is_found_in_each_of_its_forms(name: str, said: list[str]) -> None:
    names = CaseNames([name], words=WORDS)
    assert [names.hidden_in(f"We said {form}, then") for form in said] == [f"We said {HIDDEN}, then"] * len(said)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("محمد", "زار لمحمد ومحمد", "زار ل█ و█"), ("דוד", "ולדוד דודה", "ול█ דודה"), ("علي", "عليه", "عليه"),
        ("Will", "we will meet; it was of will; Will’s", "we will meet; it was of █; █’s"),
        ("Ann", "Annual, annual, any", "Annual, annual, any"), ("Tim", "Time was short", "Time was short"),
        ("Isa", "it is a lot, is a", "it is a lot, is a"), ("Asa", "as a group", "as a group"),
        ("Shell", "she’ll ask", "she’ll ask"), ("Mark", "marking the market", "marking the market"),
        ("Barry", "bars and a bar", "bars and a bar"), ("สมชาย", "คุณสมชายไป", "คุณ█ไป"), ("Donald", "MacDonald", "█"),
    ],
)  # fmt: skip
def test_other_words_stay_and_no_word_is_cut_where_it_takes_an_ending(name: str, text: str, left: str) -> None:
    assert CaseNames([name], words=WORDS).hidden_in(text).replace(HIDDEN, "█") == left


def test_a_reference_number_is_found_however_it_is_parted() -> None:
    names = CaseNames([], ["LCS-99001", "7"])
    for form in ("LCS-99001", "LCS99001", "lcs 99001", "LCS/99 001", "99001"):
        assert names.hidden_in(f"See {form}.") == f"See {HIDDEN}."
    assert names.hidden_in("990012 and 7") == "990012 and 7"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We spent too long on Jade and Connor.", "We spent too long on █ and █."), ("Tanya and Nan", "█ and █"),
        ("JADE AND CONNOR took over", "█ AND █ took over"), ("We let T-a-n-y-a speak", "We let █ speak"),
        ("Bea’s question, Wren and Wilfred’s", "Bea’s question, Wren and █’s"),
        *[(text, text) for text in ("Start on time. CAMHS", "Signs of Safety; the EARS questions", "Will we meet?")],
    ],
)  # fmt: skip
def test_what_looks_like_a_name_is_hidden_but_for_those_in_the_room(text: str, left: str) -> None:
    assert guessed(text, "Bea Marlow", "Wren") == left


def test_names_come_from_everything_typed_for_the_case_and_those_of_the_room_from_what_is_about_them() -> None:
    card = Card("c", "harm", CardKind.QUESTION, "", "Q?", 0, asked_of="Nan", chosen_with="the girl, Grace")
    session = Session(
        "s",
        [
            Details(title="Mensah family, second time"),
            Participant("b", "Bea"),
            Participant("m", "Mensah"),
            card,
            Household("h", "Zofia’s flat"),
            Rating("r", ScaleKind.SAFETY, "Bea"),
            Rating("q", ScaleKind.SAFETY, "Aunt Ruby"),
            NextStep("n", "Ask", "", "Bea and Tomasz"),
        ],
    )
    assert set(names_around(session, WORDS)) == {"Mensah", "Nan", "Grace", "Zofia", "Aunt", "Ruby", "Tomasz"}


def test_a_long_note_with_many_names() -> None:
    begins = [one + two for one in ("Ba", "Ri", "To", "Ne", "Lu") for two in ("ka", "mi", "so", "re")]
    names = [f"{begin}{end} Sur{begin.lower()}" for begin in begins for end in "anlstkxdbm"]
    lines = ["We spoke of Bakan’s und Ængström story, and of what the group has learnt in an hour"] * 200
    hides = CaseNames(names, [f"LCS-990{number}" for number in range(30)], WORDS)
    said = [hides.hidden_in(line, likely_names(line, WORDS, ["Bea"])) for line in lines]
    assert said == [f"We spoke of {HIDDEN}’s und {HIDDEN} story, and of what the group has learnt in an hour"] * 200
