"""Marks in a card's text: what they fill in, and that nothing typed is ever lost."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.asked import Asked
from models.cards import QUESTIONS, Audience, CardKind, HarmElement
from models.marks import Marked, read_marks

KNOWN = [
    Asked("Tanya", Audience.PARENT, True),
    Asked("Jade Whitlock", Audience.CHILD, True),
    Asked("Jade", Audience.CHILD, True),
    Asked("Parveen", Audience.RELATIVE, True),
    Asked("فاطمة", Audience.RELATIVE, True),
    Asked("Mum", Audience.PARENT),
    Asked("Nan", Audience.RELATIVE),
]
PEOPLE = {asked.key: asked for asked in KNOWN}
QUESTION, SCALE, HARM = CardKind.QUESTION, CardKind.SCALING_QUESTION, CardKind.HARM_QUESTION


def read(text: str, kind: CardKind = QUESTION) -> Marked:
    return read_marks(text, kind, PEOPLE, ("safety", "other"))


@pytest.mark.parametrize(
    ("typed", "text", "fields"),
    [
        ("How? @mum", "How?", {"audience": Audience.PARENT, "asked_of": "Mum"}),
        ("@mum #rel How?", "How?", {"audience": Audience.PARENT, "asked_of": "Mum", "relationship": True}),
        ("How? @tan", "How?", {"audience": Audience.PARENT, "asked_of": "Tanya"}),
        ("How? @TANYA", "How?", {"audience": Audience.PARENT, "asked_of": "Tanya"}),
        ("How? @jade whitlock", "How?", {"audience": Audience.CHILD, "asked_of": "Jade Whitlock"}),
        ("How? @jade", "How?", {"audience": Audience.CHILD, "asked_of": "Jade"}),
        ("How? @child", "How?", {"audience": Audience.CHILD}),
        ("How? @prof", "How?", {"audience": Audience.PROFESSIONAL}),
        ("How? @Doreen", "How?", {"asked_of": "Doreen"}),
        ("How? @nan @parent", "How?", {"audience": Audience.PARENT, "asked_of": "Nan"}),
        ("How? @nan @mum", "How?", {"asked_of": "Nan and Mum"}),
        ("كيف؟ @فاطمة", "كيف؟", {"audience": Audience.RELATIVE, "asked_of": "فاطمة"}),
        ("How? #relationship", "How?", {"relationship": True}),
        ("What would @mum say?", "What would mum say?", {"audience": Audience.PARENT, "asked_of": "Mum"}),
        ("What would @tan say?", "What would Tanya say?", {"audience": Audience.PARENT, "asked_of": "Tanya"}),
        ("See @mum's face?", "See mum's face?", {"audience": Audience.PARENT, "asked_of": "Mum"}),
        ("One #rel, two", "One, two", {"relationship": True}),
        ("How?\n@mum", "How?", {"audience": Audience.PARENT, "asked_of": "Mum"}),
    ],
)
def test_marks_of_a_question(typed: str, text: str, fields: dict[str, Any]) -> None:
    marked = read(typed)
    assert (marked.text, marked.fields, marked.unknown) == (text, fields, ())


@pytest.mark.parametrize(
    ("typed", "text", "fields"),
    [
        ("How safe? 10= he sleeps 0= nobody knows", "How safe?", {"ten": "he sleeps", "zero": "nobody knows"}),
        ("How safe? 0=bad 10=good @mum", "How safe?",
         {"ten": "good", "zero": "bad", "audience": Audience.PARENT, "asked_of": "Mum"}),
        ("How safe?\n10= a\n0= b\nThink of nights.", "How safe?\nThink of nights.", {"ten": "a", "zero": "b"}),
        ("10= a 10= b", "", {"ten": "a 10= b"}),
        ("How safe? 10=", "How safe? 10=", {}),
        ("How willing? #oth", "How willing?", {"scale": "other"}),
        ("where 10 = safe and 0 = not", "where 10 = safe and 0 = not", {}),
        ("a 110= b", "a 110= b", {}),
    ],
)  # fmt: skip
def test_ends_and_kind_of_a_scale(typed: str, text: str, fields: dict[str, Any]) -> None:
    marked = read(typed, SCALE)
    assert (marked.text, marked.fields) == (text, fields)


@pytest.mark.parametrize(
    ("mark", "element"),
    [
        ("!sev", HarmElement.SEVERITY),
        ("!behaviour", HarmElement.BEHAVIOUR),
        ("!behavior", HarmElement.BEHAVIOUR),
        ("!inc", HarmElement.INCIDENCE),
        ("!im", HarmElement.IMPACT),
    ],
)
def test_the_sides_of_harm(mark: str, element: HarmElement) -> None:
    assert read(f"How bad? {mark}", HARM) == Marked("How bad?", {"element": element}, (mark,))


@pytest.mark.parametrize("kind", [QUESTION, SCALE, HARM, CardKind.FURTHER_FOCUS_QUESTION])
def test_every_kind_of_question_can_be_a_relationship_question(kind: CardKind) -> None:
    marked = read("What did she see? @Kayla #rel", kind)
    assert marked == Marked("What did she see?", {"relationship": True, "asked_of": "Kayla"}, ("@Kayla", "#rel"))


def test_a_mark_that_means_nothing_here_leaves_those_beside_it_marks() -> None:
    marked = read("What did Kayla see? !im @Kayla #other", HARM)
    assert (marked.text, marked.unknown) == ("What did Kayla see? #other", ("#other",))
    assert marked.fields == {"element": HarmElement.IMPACT, "asked_of": "Kayla"}


@pytest.mark.parametrize(
    "typed",
    [
        "Write to me@school.org",
        "At @ 5pm", "Our #1 worry", "Stop!", "Stop ! now", "(@mum)", "", "  spaces  ", "a\n\nb",
        "1 @2 #3 !4", "10= he sleeps", "#", "@", "What? !", "Wo warst du?! #", "50 % @",
    ],
)  # fmt: skip
def test_what_is_no_mark_comes_through_as_it_was(typed: str) -> None:
    assert read(typed) == Marked(typed)


@pytest.mark.parametrize(
    ("typed", "kind", "unknown"),
    [
        ("How? @nobody", QUESTION, ("@nobody",)),
        ("How? @par", QUESTION, ("@par",)),  # a parent, or Parveen
        ("How? !sev", QUESTION, ("!sev",)),
        ("How? #relx", HARM, ("#relx",)),
        ("They may #rel", CardKind.DANGER_STATEMENT, ("#rel",)),
        ("How? !i", HARM, ("!i",)),
        ("How? #other", QUESTION, ("#other",)),
        ("They may @mum", CardKind.DANGER_STATEMENT, ("@mum",)),
    ],
)
def test_what_means_nothing_here_stays_and_is_named(typed: str, kind: CardKind, unknown: tuple[str, ...]) -> None:
    assert read(typed, kind) == Marked(typed, unknown=unknown)


def test_a_scale_that_the_step_does_not_have_is_no_mark() -> None:
    assert read_marks("How? #other", SCALE, PEOPLE, ("safety",)).unknown == ("#other",)


_PIECES = st.one_of(
    st.sampled_from(
        ["@mum", "@tan", "@", "#rel", "#1", "!sev", "!", "10=", "0=", "@jade whitlock", "@Doreen.", "@par", "a@b.org",
         "#relx", "@mum's", "\n", "  ", "\t", "word", "?", "@فاطمة", "👪", "İ", "ß", "@ß", "0=10=", "10=@mum"]
    ),
    st.text(max_size=6),
)  # fmt: skip


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text.casefold() if not letter.isspace())


@given(
    st.lists(_PIECES, max_size=12).map(" ".join) | st.lists(_PIECES, max_size=12).map("".join),
    st.sampled_from(list(CardKind)),
)
def test_nothing_typed_is_lost(typed: str, kind: CardKind) -> None:
    marked = read(typed, kind)
    ends = "".join(str(marked.fields.get(end, "")) for end in ("ten", "zero"))
    kept = letters(marked.text + ends + "".join(marked.taken))
    assert not letters(typed) - kept
    assert all(name in typed for name in marked.taken + marked.unknown)
    if not marked.taken:
        assert marked == Marked(typed, unknown=marked.unknown)
    if kind not in QUESTIONS:
        assert marked.text == typed


@given(st.text(st.characters(exclude_characters="@#!="), max_size=200), st.sampled_from(list(CardKind)))
def test_a_text_without_a_sign_is_never_touched(typed: str, kind: CardKind) -> None:
    assert read(typed, kind) == Marked(typed)
