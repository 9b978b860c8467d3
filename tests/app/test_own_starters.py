"""A team's own starters: kept in a file of their own, with whatever was written in it by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.output import OutputError
from app.own_starters import MOST_BYTES, OwnStarters
from models.cards import Audience, CardKind, HarmElement
from models.starters import Place, Purpose, Starter, StarterError, load_starters

ASK = Starter("What would [child] say?", audiences=(Audience.PARENT,), purpose=Purpose.COPING, place=Place.WHAT_ELSE)
HARM = Starter("How bad?", kind=CardKind.HARM_QUESTION, element=HarmElement.SEVERITY)
SCALE = Starter(
    "From 0 to 10?", CardKind.SCALING_QUESTION, (Audience.CHILD,), Purpose.SCALING, Place.BRING_IT_OUT,
    scale="safety", ten="good “so”", zero='bad "so"',
)  # fmt: skip
BY_HAND = """# For our Tuesdays

[[starters]]
text = "How bad?"  # Ruth's
kind = "harm_question"
element = "severity"

# the next one is new
[[starters]]
text = "[Who] will [do what]."
kind = "safety_goal"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "own_starters.toml"


def by_hand(file: Path, text: str = BY_HAND) -> OwnStarters:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return OwnStarters(file)


def test_there_are_none_before_one_is_added(file: Path) -> None:
    own = OwnStarters(file)
    assert (own.starters, own.trouble) == ((), "")
    assert not file.exists()


def test_what_is_added_is_there_next_time(file: Path) -> None:
    own = OwnStarters(file)
    assert own.add(ASK, HARM, SCALE) == 3
    assert OwnStarters(file).starters == (ASK, HARM, SCALE) == own.starters
    assert file.read_text(encoding="utf-8").startswith("# Our team's own question starters.")


def test_one_that_is_there_is_not_added_again(file: Path) -> None:
    own = OwnStarters(file)
    assert (own.add(ASK), own.add(ASK, HARM, HARM)) == (1, 1)
    assert own.starters == (ASK, HARM)


def test_comments_written_by_hand_stay(file: Path) -> None:
    own = by_hand(file)
    own.add(ASK)
    own.change(own.starters[0], Starter("How often?", CardKind.HARM_QUESTION, element=HarmElement.INCIDENCE))
    text = file.read_text(encoding="utf-8")
    for words in ("# For our Tuesdays", "# Ruth's", "# the next one is new", 'element = "incidence"', "[child]"):
        assert words in text
    assert [each.text for each in OwnStarters(file).starters] == ["How often?", "[Who] will [do what].", ASK.text]


def test_what_is_changed_loses_what_it_no_longer_says(file: Path) -> None:
    own = OwnStarters(file)
    own.add(SCALE)
    own.change(SCALE, ASK)
    assert OwnStarters(file).starters == (ASK,)


def test_what_is_removed_is_gone_and_the_last_one_leaves_a_file_that_can_be_read(file: Path) -> None:
    own = by_hand(file)
    for starter in own.starters:
        own.remove(starter)
    own.remove(ASK)
    assert OwnStarters(file).starters == ()
    own.add(ASK)
    assert OwnStarters(file).starters == (ASK,)
    assert "# For our Tuesdays" in file.read_text(encoding="utf-8")


def test_what_somebody_wrote_meanwhile_stays(file: Path) -> None:
    own, other = OwnStarters(file), OwnStarters(file)
    own.add(ASK)
    other.add(HARM)
    own.remove(HARM)
    own.change(SCALE, SCALE)
    assert OwnStarters(file).starters == (ASK, SCALE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BY_HAND.replace('"harm_question"', '"hard_question"'), "own_starters.toml, entry 1, field 'kind'"),
        (BY_HAND.replace('text = "[Who]', 'txt = "[Who]'), "own_starters.toml, entry 2, field 'text': is missing"),
        ("[[starters", "own_starters.toml: "),
        ('starters = "none"', "field 'starters': must be a list"),
    ],
)
def test_a_broken_file_is_said_in_a_sentence_and_never_written_over(file: Path, text: str, said: str) -> None:
    own = by_hand(file, text)
    assert own.starters == ()
    assert said in own.trouble and own.trouble.endswith(".") and "\n" not in own.trouble
    for change in (lambda: own.add(ASK), lambda: own.remove(ASK), lambda: own.change(ASK, HARM)):
        with pytest.raises(StarterError, match="cannot be read"):
            change()
    assert file.read_text(encoding="utf-8") == text


def test_what_is_mended_is_there_again(file: Path, qtbot) -> None:  # type: ignore[no-untyped-def]
    own = by_hand(file, "[[starters")
    file.write_text(BY_HAND, encoding="utf-8")
    with qtbot.waitSignal(own.changed):
        own.read()
    assert len(own.starters) == 2 and not own.trouble


def test_no_text_and_no_small_file_are_said(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00text")
    assert "is no text in UTF-8" in OwnStarters(file).trouble
    file.write_bytes(b"#" * (MOST_BYTES + 1))
    assert "is too large" in OwnStarters(file).trouble


def test_a_list_in_one_line_is_read_but_not_written_to(file: Path) -> None:
    own = by_hand(file, 'starters = [{ text = "How bad?", kind = "harm_question", element = "severity" }]')
    assert own.starters == (HARM,)
    with pytest.raises(StarterError, match=r"\[\[starters\]\]"):
        own.add(ASK)


def test_another_teams_file_is_taken_in(file: Path, tmp_path: Path) -> None:
    own, other = OwnStarters(file), tmp_path / "theirs.toml"
    own.add(HARM)
    other.write_text(BY_HAND, encoding="utf-8")
    assert own.take_in(other) == (1, 1)
    assert len(own.starters) == 2
    other.write_text("[[starters", encoding="utf-8")
    with pytest.raises(StarterError, match=r"^theirs\.toml: "):
        own.take_in(other)


def test_a_copy_can_be_taken_in_elsewhere(file: Path, tmp_path: Path) -> None:
    own = OwnStarters(file)
    own.add(ASK, SCALE)
    own.save_copy(tmp_path / "copy.toml")
    assert OwnStarters(tmp_path / "other.toml").take_in(tmp_path / "copy.toml") == (2, 0)


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    own = OwnStarters(tmp_path / "data" / "own_starters.toml")
    with pytest.raises((OutputError, StarterError)) as refused:
        own.add(ASK)
    assert "own_starters.toml" in str(refused.value)


def test_without_a_file_they_last_until_the_end() -> None:
    own = OwnStarters(None)
    own.add(ASK)
    own.read()
    assert own.starters == (ASK,)


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="[]\r\x00"), min_size=1).filter(str.strip)


@given(TEXT, TEXT)
def test_any_text_is_kept_as_it_was_typed(text: str, ten: str) -> None:
    own = OwnStarters(None)
    starter = Starter(text, CardKind.SCALING_QUESTION, (Audience.CHILD,), Purpose.SCALING, Place.WHAT_ELSE,
                      scale="other", ten=ten, zero="x")  # fmt: skip
    own.add(starter)
    assert own.starters == (starter,)
    assert load_starters(own._text, "kept.toml") == (starter,)
