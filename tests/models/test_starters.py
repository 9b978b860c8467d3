"""Question starters: what is offered to whom, and what a bad file is told."""

import json
from collections import Counter
from dataclasses import replace
from itertools import product

import pytest

from app import resources
from models.cards import Audience, CardKind, HarmElement
from models.process import Phase
from models.starters import (
    Place,
    Purpose,
    Starter,
    StarterError,
    as_table,
    for_phase,
    load_starters,
    names_in_starter,
    with_gaps_for,
)


@pytest.fixture(scope="module")
def starters() -> tuple[Starter, ...]:
    return resources.starters()


def phase(step: str, phase_id: str = "write") -> Phase:
    return resources.process("group_supervision").step(step).phase(phase_id)


def test_there_are_eighty_question_stems_and_more(starters: tuple[Starter, ...]) -> None:
    assert len([s for s in starters if s.kind in (CardKind.QUESTION, CardKind.SCALING_QUESTION)]) >= 80


def test_every_audience_finds_two_of_each_purpose_at_each_place(starters: tuple[Starter, ...]) -> None:
    audiences, purposes, places = ([member for member in kind if member] for kind in (Audience, Purpose, Place))
    have = Counter((audience, s.purpose, s.place) for s in starters for audience in s.audiences)
    assert not [each for each in product(audiences, purposes, places) if have[each] < 2]


def test_every_element_of_harm_has_two_stems_for_every_audience(starters: tuple[Starter, ...]) -> None:
    harm = [s for s in starters if s.kind is CardKind.HARM_QUESTION]
    have = Counter((s.element, audience) for s in harm for audience in s.audiences)
    assert not [each for each in product(filter(None, HarmElement), filter(None, Audience)) if have[each] < 2]


def test_every_audience_finds_both_sorts_of_scale_and_relationship_stems(starters: tuple[Starter, ...]) -> None:
    scales = Counter((s.scale, audience) for s in starters for audience in s.audiences if s.scale)
    assert not [each for each in product(("safety", "other"), filter(None, Audience)) if scales[each] < 2]
    eyes = Counter(audience for s in starters for audience in s.audiences if s.relationship)
    assert min(eyes[audience] for audience in filter(None, Audience)) >= 8


def test_statements_and_goals_have_a_choice(starters: tuple[Starter, ...]) -> None:
    kinds = Counter(s.kind for s in starters)
    assert min(kinds[CardKind.DANGER_STATEMENT], kinds[CardKind.SAFETY_GOAL]) >= 8


def test_a_question_can_be_asked_as_it_stands(starters: tuple[Starter, ...]) -> None:
    """One breath long, and it ends as a question, an invitation or a sentence does."""
    assert not [s.text for s in starters if len(s.text) > 175 or s.text[-1] not in ".?"]
    assert not [s.text for s in starters if s.text[0] != "[" and not s.text[0].isupper()]


def test_scales_come_with_both_ends_and_of_both_sorts(starters: tuple[Starter, ...]) -> None:
    scales = [s for s in starters if s.kind is CardKind.SCALING_QUESTION]
    assert all(s.ten and s.zero for s in scales)
    assert set(Counter(s.scale for s in scales)) == {"safety", "other"}


def test_relationship_stems_are_marked_as_such(starters: tuple[Starter, ...]) -> None:
    assert all(s.relationship for s in starters if s.purpose is Purpose.RELATIONSHIP)


def test_gaps_are_in_square_brackets_and_never_empty(starters: tuple[Starter, ...]) -> None:
    with_gaps = [s for s in starters if "[" in s.text + s.ten + s.zero]
    assert len(with_gaps) > len(starters) / 2
    assert not [s.text for s in starters if "[]" in s.text or "…" in s.text]


@pytest.mark.parametrize(
    ("step", "phase_id", "kinds"),
    [
        ("working-well", "write", {CardKind.QUESTION}),
        ("scales", "write", {CardKind.SCALING_QUESTION}),
        ("harm", "write", {CardKind.HARM_QUESTION}),
        ("rough-danger", "write", {CardKind.DANGER_STATEMENT}),
        ("danger", "write", {CardKind.DANGER_STATEMENT}),
        ("rough-goals", "write", {CardKind.SAFETY_GOAL}),
        ("safety-goals", "write", {CardKind.SAFETY_GOAL}),
        ("review", "review", {CardKind.QUESTION, CardKind.SCALING_QUESTION, CardKind.HARM_QUESTION}),
        ("working-well", "read", set()),
    ],
)
def test_a_phase_is_offered_what_its_cards_begin_from(
    starters: tuple[Starter, ...], step: str, phase_id: str, kinds: set[CardKind]
) -> None:
    assert {s.kind for s in for_phase(starters, phase(step, phase_id))} == kinds


def test_offers_are_narrowed_by_audience_purpose_and_place(starters: tuple[Starter, ...]) -> None:
    found = for_phase(
        starters,
        phase("working-well"),
        audience=Audience.CHILD,
        purpose=Purpose.COPING,
        place=Place.BRING_IT_OUT,
    )
    assert found
    assert {(s.audiences, s.purpose, s.place) for s in found} == {
        ((Audience.CHILD,), Purpose.COPING, Place.BRING_IT_OUT)
    }


def test_harm_questions_are_narrowed_by_their_side(starters: tuple[Starter, ...]) -> None:
    found = for_phase(starters, phase("harm"), element=HarmElement.IMPACT)
    assert {s.element for s in found} == {HarmElement.IMPACT}


def test_a_scale_is_offered_where_its_sort_is_asked_for(starters: tuple[Starter, ...]) -> None:
    whole = phase("scales")
    safety = replace(whole, cards=tuple(form for form in whole.cards if form.scale == "safety"))
    assert {s.scale for s in for_phase(starters, safety)} == {"safety"}
    assert {s.scale for s in for_phase(starters, phase("review", "review"))} == {"", "safety", "other"}


def test_statements_suit_every_audience(starters: tuple[Starter, ...]) -> None:
    assert for_phase(starters, phase("danger"), audience=Audience.CHILD) == for_phase(starters, phase("danger"))


GOOD = """
[[starters]]
text = "What would [child] say?"
audience = ["parent"]
purpose = "coping"
place = "what_else"

[[starters]]
text = "From 0 to 10?"
kind = "scaling_question"
audience = ["child"]
purpose = "scaling"
place = "bring_it_out"
scale = "safety"
ten = "good"
zero = "bad"

[[starters]]
text = "How bad?"
kind = "harm_question"
audience = ["parent"]
element = "severity"
"""

BAD = {
    "no text": ('text = "What would [child] say?"\n', "", "entry 1, field 'text': is missing"),
    "text empty": ('"How bad?"', '"  "', "entry 3, field 'text': must not be empty"),
    "text not text": ('"How bad?"', "3", "entry 3, field 'text': must be text"),
    "gap open": ("[child]", "[child", "entry 1, field 'text': has a gap"),
    "text twice": ('"How bad?"', '"From 0 to 10?"', "entry 3, field 'text': stands twice"),
    "unknown kind": ("harm_question", "hard_question", "entry 3, field 'kind': 'hard_question' is not one of"),
    "unknown audience": ('["child"]', '["cat"]', "entry 2, field 'audience': 'cat' is not one of"),
    "no audience": ('audience = ["child"]\n', "", "entry 2, field 'audience': a question needs"),
    "unknown purpose": ('"coping"', '"moping"', "entry 1, field 'purpose': 'moping' is not one of"),
    "question without purpose": ('purpose = "coping"\n', "", "entry 1, field 'purpose': is missing"),
    "unknown place": ('"what_else"', '"anything_else"', "entry 1, field 'place': 'anything_else' is not one of"),
    "harm without element": ('element = "severity"', "", "entry 3, field 'element': is missing"),
    "unknown element": ('"severity"', '"sorrow"', "entry 3, field 'element': 'sorrow' is not one of"),
    "scale without sort": ('scale = "safety"\n', "", "entry 2, field 'scale': is missing"),
    "scale without an end": ('zero = "bad"\n', "", "entry 2, field 'zero': is missing"),
    "end on no scale": (
        'element = "severity"',
        'element = "severity"\nten = "x"',
        "entry 3, field 'ten': is not known",
    ),
    "relationship in words": (
        '"what_else"',
        '"what_else"\nrelationship = "yes"',
        "entry 1, field 'relationship': must be",
    ),
    "field not known": ('"what_else"', '"what_else"\ncolour = "red"', "entry 1, field 'colour': is not known"),
    "other table": ("[[starters]]", "[more]\n[[starters]]", "field 'more': is not known"),
    "not TOML": ("[[starters]]", "[[starters", "line"),
}


def test_the_small_file_is_good() -> None:
    assert [s.kind for s in load_starters(GOOD, "small.toml")] == [
        CardKind.QUESTION,
        CardKind.SCALING_QUESTION,
        CardKind.HARM_QUESTION,
    ]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_file_entry_and_field(name: str) -> None:
    old, new, message = BAD[name]
    assert old in GOOD
    with pytest.raises(StarterError) as refused:
        load_starters(GOOD.replace(old, new, 1), "small.toml")
    assert str(refused.value).startswith("small.toml")
    assert message in str(refused.value)


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(StarterError, match="'starters': is missing"):
        load_starters("", "none.toml")


def test_what_a_starter_is_written_as_is_read_again(starters: tuple[Starter, ...]) -> None:
    for starter in starters:
        lines = [f"{field} = {json.dumps(value, ensure_ascii=False)}" for field, value in as_table(starter).items()]
        assert load_starters("[[starters]]\n" + "\n".join(lines), "one.toml") == (starter,)


def test_names_of_the_case_are_found_in_what_is_to_be_kept() -> None:
    starter = Starter("What would Jade’s mum say, and [Marsh]?", ten="JADE sleeps")
    assert names_in_starter(starter, ["Jade Marsh", "Lee"]) == ["Jade", "Marsh", "JADE"]
    assert names_in_starter(starter, []) == names_in_starter(Starter("Who?"), ["Jade"]) == []


def test_a_gap_goes_in_the_place_of_a_name() -> None:
    assert with_gaps_for("What would Jade say to [Jade]?", ["Jade"]) == "What would [name] say to [name]?"
    assert with_gaps_for("What would [child] say?", []) == "What would [child] say?"
