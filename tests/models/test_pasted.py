"""Pasted lines and whose they are."""

from hypothesis import given
from hypothesis import strategies as st

from models.pasted import by_author, lines_of

WRITERS = {"b": "Bea Lindqvist", "c": "Carys (1)", "c2": "Carys (2)", "f": "فاطمة"}


def test_lines_go_to_whom_they_name() -> None:
    lines = ["Bea: How?", "bea lindqvist:  And then?", "فاطمة: متى؟", "Bea：全角", "Nobody's line"]
    assert by_author(lines, WRITERS, "x") == [
        ("b", "How?"), ("b", "And then?"), ("f", "متى؟"), ("b", "全角"), ("x", "Nobody's line"),
    ]  # fmt: skip


def test_a_name_alone_is_a_heading() -> None:
    lines = ["One", "Bea:", "Two", "فاطمة: Three", "Four", "Carys (1):", "Five"]
    assert by_author(lines, WRITERS, "x") == [
        ("x", "One"), ("b", "Two"), ("f", "Three"), ("b", "Four"), ("c", "Five"),
    ]  # fmt: skip


def test_a_name_that_could_be_two_peoples_is_text() -> None:
    assert by_author(["Carys: How?", "Zoe: How?", "At 10:30: How?", ": How?"], WRITERS, "x") == [
        ("x", "Carys: How?"), ("x", "Zoe: How?"), ("x", "At 10:30: How?"), ("x", ": How?"),
    ]  # fmt: skip


def test_lines_without_words_are_none() -> None:
    assert lines_of("one\r\n\n two \u2028three\n") == ["one", "two", "three"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Zl", "Zp", "Cs"]), min_size=1), max_size=8))
def test_every_line_is_somebodys_card_or_a_heading(texts: list[str]) -> None:
    lines = lines_of("\n".join(texts))
    found = by_author(lines, WRITERS, "x")
    assert all(any(line.endswith(text) for line in lines) for _, text in found)
    headings = [line for line in lines if line.rstrip(" :：").casefold() in {"bea", "bea lindqvist", "فاطمة"}]
    assert len(found) >= len(lines) - len(headings)
