"""Which words of a text are pointed out, and which never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.spelling import ranked_words
from models.spelling import KnownWords, unknown_words, word_at


def known(own: str = "", *names: str) -> KnownWords:
    words = KnownWords(ranked_words())
    words.set_own(own.split())
    words.set_names(names)
    return words


def found(text: str, words: KnownWords | None = None) -> list[str]:
    return [span.word for span in unknown_words(text, words or known())]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("She definately saw the carer at school", ["definately"]),
        ("mum recieved teh letter and read it to him", ["recieved", "teh"]),
        ("I dont think he cant see", ["dont", "cant"]),
        ("she was surprized by the supervizor again", ["surprized", "supervizor"]),
        ("a definately’s end is not known here", ["definately’s"]),
        ("well-bieng and self-harm are words here", ["bieng"]),
    ],
)
def test_slips_are_found(text: str, slips: list[str]) -> None:
    assert found(text) == slips


@pytest.mark.parametrize(
    "text",
    [
        "What would Tilly's nan, Zofia, say about Jaydon's bedtime?",
        "the carers' views; nan's house, grandads and stepmum’s friend",
        "Organised or organized, recognisable or recognizable, the realization is theirs",
        "CAFCASS, the IRO and an EHCP were mentioned",
        "it's, won't, they're, she’d, couldn't and o'clock",
        "co-parenting, neurodivergent, safeguarding, whatsapped and a genogram",
        "@zzmum #rel !severityx jo.bloggs@zzhome.org www.zzfamily.org b4 2nd ref_zznum a/zzb",
        "x y z",
        "",
        "😀 👨‍👩‍👧",
    ],
)
def test_what_may_be_right_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Boję się, że mama znowu będzie płakać w nocy",
        "quiero que mi madre deje de beber por la noche",
        "mam się bać, że tata wróci do domu",
        "مرحبا كيف حالك اليوم",
        "妈妈晚上总是不在家",
        "Χθες η μαμά έκλαιγε όλη νύχτα",
        "Сегодня мама опять плакала",
    ],
)
def test_another_language_is_no_sea_of_red(text: str) -> None:
    assert found(text) == []


def test_words_of_this_computer_and_names_are_known() -> None:
    assert found("the zuzu and kowalska were there", known()) == ["zuzu", "kowalska"]
    assert found("the zuzus and kowalska's were there", known("zuzus", "Anna Kowalska")) == []


def test_places_are_those_of_qt() -> None:
    text = "😀😀 she definately went"
    (span,) = unknown_words(text, known())
    units = text.encode("utf-16-le")
    assert units[span.start * 2 : span.end * 2].decode("utf-16-le") == "definately"
    assert word_at(text, span.start + 3) == span
    assert word_at(text, span.end) == span
    assert word_at(text, 1) is None


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    units = text.encode("utf-16-le", "surrogatepass")
    for span in unknown_words(text, KnownWords({})):
        assert units[span.start * 2 : span.end * 2].decode("utf-16-le") == span.word
        assert word_at(text, span.start) is not None
