"""The process as data: what the real file holds, and what a bad one is told."""

import re

import pytest

from app import resources
from models.cards import CardKind
from models.process import Capture, Phase, PhaseKind, Process, ProcessError, Step, load_process

#: spec/process.md, "Steps": phases with their minutes, * where the time is ours and not the method's.
TABLE = {
    "introductions": "talk 3",
    "genogram": "draw 3",
    "free-description": "talk 3",
    "worker-goal": "talk 3",
    "rough-danger": "write 3*, read 2*",
    "rough-goals": "write 3*, read 2*",
    "working-well": "write 5, read 5*, choose 2*, map 12, hand-over 1*, check-in 2*",
    "scales": "write 5, read 5*, choose 2*, map 5, hand-over 1*, check-in 2*",
    "harm": "recall 1*, write 4, read 5*, choose 2*, map 5, hand-over 1*",
    "danger": "write 5, read 5*, hand-over 1*, check-in 2*",
    "safety-goals": "write 5, read 5*, hand-over 1*",
    "review": "review 5*",
    "group-review": "talk 5*",
}

TITLES = [
    "Introductions",
    "Genogram",
    "Free description",
    "Worker's goal",
    "Rough danger statements",
    "Rough safety goals",
    "What's working well?",
    "Safety and other scales",
    "Harm",
    "Danger statements",
    "Safety goals",
    "Review and next steps",
    "Review of the process",
]

RANGES = {
    "introductions/talk": (2, 3),
    "working-well/map": (10, 15),
    "harm/write": (2, 5),
    "danger/write": (5, 10),
    "safety-goals/write": (5, 10),
}


@pytest.fixture(scope="module")
def process() -> Process:
    return resources.process("group_supervision")


def phases(process: Process) -> dict[str, Phase]:
    return {f"{step.id}/{phase.id}": phase for step, phase in process.walk()}


def as_in_table(step: Step) -> str:
    return ", ".join(f"{p.id} {p.minutes:g}{'' if p.counts_down else '*'}" for p in step.phases)


def test_steps_phases_and_minutes_are_those_of_the_table(process: Process) -> None:
    assert {step.id: as_in_table(step) for step in process.steps} == TABLE
    assert [step.id for step in process.steps] == list(TABLE)
    assert [step.title for step in process.steps] == TITLES


def test_it_takes_about_two_hours(process: Process) -> None:
    assert 115 <= sum(phase.minutes for _, phase in process.walk()) <= 125


def test_ranges_are_those_that_the_method_allows(process: Process) -> None:
    assert {key: phase.range for key, phase in phases(process).items() if phase.range} == RANGES


def test_writing_and_the_first_four_steps_keep_their_minutes(process: Process) -> None:
    first_four = set(list(TABLE)[:4])
    for step, phase in process.walk():
        assert phase.fixed == (phase.kind is PhaseKind.WRITE or step.id in first_four), f"{step.id}/{phase.id}"


def test_only_the_free_description_is_uninterrupted_and_unchimed(process: Process) -> None:
    quiet = [key for key, phase in phases(process).items() if phase.uninterrupted or not phase.chime]
    assert quiet == ["free-description/talk"]
    assert phases(process)[quiet[0]].uninterrupted
    assert not phases(process)[quiet[0]].chime


def test_phases_leave_behind_what_their_workspace_shows(process: Process) -> None:
    usual = {
        PhaseKind.WRITE: {Capture.CARDS},
        PhaseKind.READ: {Capture.CARDS},
        PhaseKind.CHOOSE: {Capture.CARDS},
        PhaseKind.MAP: {Capture.MAP_POINTS},
        PhaseKind.DRAW: {Capture.GENOGRAM},
        PhaseKind.HAND_OVER: set(),
        PhaseKind.CHECK_IN: {Capture.CHECK_IN},
        PhaseKind.REVIEW: {Capture.REVIEW},
    }
    special = {
        "introductions/talk": {Capture.PARTICIPANTS},
        "free-description/talk": {Capture.NOTES},
        "worker-goal/talk": {Capture.GOAL},
        "group-review/talk": {Capture.GROUP_REVIEW},
        "harm/recall": set(),
        "harm/choose": {Capture.CARDS, Capture.HARM_CLARITY},
        "scales/map": {Capture.MAP_POINTS, Capture.SAFETY_SCALE},
    }
    for key, phase in phases(process).items():
        assert set(phase.captures) == (special[key] if key in special else usual[phase.kind]), key


def test_each_step_asks_for_its_kind_of_card(process: Process) -> None:
    asked = {key: [form.kind for form in phase.cards] for key, phase in phases(process).items() if phase.cards}
    assert asked == {
        "rough-danger/write": [CardKind.ROUGH_DANGER_STATEMENT],
        "rough-goals/write": [CardKind.ROUGH_SAFETY_GOAL],
        "working-well/write": [CardKind.QUESTION],
        "scales/write": [CardKind.SCALING_QUESTION, CardKind.SCALING_QUESTION],
        "harm/write": [CardKind.HARM_QUESTION],
        "danger/write": [CardKind.DANGER_STATEMENT],
        "safety-goals/write": [CardKind.SAFETY_GOAL],
        "review/review": [CardKind.FURTHER_FOCUS_QUESTION],
    }
    assert [form.scale for form in phases(process)["scales/write"].cards] == ["safety", "other"]


def test_the_safety_goal_is_offered_in_its_shape(process: Process) -> None:
    frame = process.step("safety-goals").phase("write").cards[0].frame
    assert re.findall(r"\[(\w+)", frame)[:3] == ["family", "agency", "child"]
    assert frame.count("[agency]") == 2
    assert "because they can see [" in frame
    assert "For this to happen [agency] needs to see [" in frame


def test_rough_drafts_lie_beside_the_cards_of_steps_7_to_11(process: Process) -> None:
    with_drafts = [process.number(step.id) for step in process.steps if step.rough]
    assert with_drafts == [7, 8, 9, 10, 11]
    assert all(process.step(rough).phase("write").cards for step in process.steps for rough in step.rough)


def test_the_advisor_leads_the_last_step_and_no_other(process: Process) -> None:
    assert [step.id for step in process.steps if step.led_by == "advisor"] == ["group-review"]


def test_both_traps_of_the_goal_are_named_with_a_question_back(process: Process) -> None:
    traps = process.step("worker-goal").phase("talk").traps
    assert [trap.name for trap in traps] == ["Too general", "A goal for the family, not for today"]
    assert all(trap.ask.endswith("?") for trap in traps)


def test_the_recall_names_the_four_elements_of_harm(process: Process) -> None:
    points = process.step("harm").phase("recall").points
    assert [point.split(":")[0] for point in points] == ["Behaviour", "Severity", "Incidence", "Impact"]


def test_where_nothing_harmful_has_happened_harm_says_that_it_is_left_out(process: Process) -> None:
    assert any("Leave this step out" in line for line in process.step("harm").phases[0].watch_for)


def test_the_last_step_asks_the_three_questions_of_the_advisor(process: Process) -> None:
    useful, learnt, issue = process.step("group-review").phases[0].points
    assert "useful" in useful
    assert "learn" in learnt
    assert "difficult" in issue


def test_six_ground_rules_each_in_sight_somewhere(process: Process) -> None:
    assert len(process.rules) == 6
    in_sight = {phase.rule for _, phase in process.walk()}
    assert in_sight == {rule.id for rule in process.rules}


def test_maps_begin_in_the_column_that_their_step_fills(process: Process) -> None:
    columns = {key: phase.column for key, phase in phases(process).items() if phase.kind is PhaseKind.MAP}
    assert columns == {"working-well/map": "working_well", "scales/map": "needs", "harm/map": "worried"}


def test_lines_are_short_enough_to_be_read_at_a_glance(process: Process) -> None:
    for step, phase in process.walk():
        where = f"{step.id}/{phase.id}"
        assert len(step.short) <= 16, step.id
        assert len(phase.say) <= 120, where
        assert len(phase.watch_for) <= 3, where
        assert all(len(line) <= 112 for line in (*phase.points, *phase.watch_for)), where
        assert phase.source.startswith("Appendix 8"), where
    assert all(len(rule.text) <= 50 for rule in process.rules)


def test_seven_counts_as_high(process: Process) -> None:
    assert process.high_from == 7


def test_steps_left_out_are_walked_past(process: Process) -> None:
    walked = {step.id for step, _ in process.walk(["harm"])}
    assert walked == set(TABLE) - {"harm"}


# What is wrong with a file

GOOD = """
id = "small"
title = "Small"
language = "en-GB"
usefulness = {ten = "all", zero = "nothing"}
harm_clarity = {ten = "clear", zero = "unclear"}
safety_scale = {ten = "safe", zero = "unsafe"}
roles = {facilitator = "leads", advisor = "helps", presenting_worker = "brings", observer = "writes"}
rules = [{id = "quiet", text = "Quiet", nudge = "Quiet, please"}]

[[steps]]
id = "one"
title = "One"
short = "One"

[[steps.phases]]
id = "talk"
kind = "talk"
title = "Talk"
minutes = 3
minutes_from = "method"
range = [2, 3]
say = "Who are you?"
rule = "quiet"
captures = ["notes"]

[[steps]]
id = "two"
title = "Two"
short = "Two"
rough = ["one"]

[[steps.phases]]
id = "write"
kind = "write"
title = "Write"
minutes = 2.5
minutes_from = "ours"
say = "Write."
chime = false
cards = [{kind = "question", label = "Question"}]
traps = [{name = "General", example = "Help", ask = "With what?"}]
"""

#: What is replaced in the good file, by what, and what the message must name.
BAD = {
    "no minutes": ("minutes = 3\n", "", "step 'one', phase 1, field 'minutes': is missing"),
    "minutes in words": ("minutes = 3\n", 'minutes = "three"\n', "step 'one', phase 1, field 'minutes': must be a num"),
    "no time at all": ("minutes = 2.5", "minutes = 0", "step 'two', phase 1, field 'minutes': must be more than 0"),
    "endless": ("minutes = 2.5", "minutes = inf", "step 'two', phase 1, field 'minutes': must be more than 0 and"),
    "not a number": ("minutes = 2.5", "minutes = nan", "step 'two', phase 1, field 'minutes'"),
    "minutes out of range": ("minutes = 3\n", "minutes = 9\n", "step 'one', phase 1, field 'minutes': must lie within"),
    "range of one": ("[2, 3]", "[2]", "step 'one', phase 1, field 'range': must be the fewest and the most"),
    "range backwards": ("[2, 3]", "[3, 2]", "step 'one', phase 1, field 'range'"),
    "range of answers": ("[2, 3]", "[true, 3]", "step 'one', phase 1, field 'range'"),
    "unknown source of minutes": ('"ours"', '"mine"', "step 'two', phase 1, field 'minutes_from': 'mine' is not one"),
    "unknown kind of phase": ('kind = "talk"', 'kind = "chat"', "step 'one', phase 1, field 'kind': 'chat' is not one"),
    "unknown capture": ('["notes"]', '["songs"]', "step 'one', phase 1, field 'captures': 'songs' is not one of"),
    "captures not a list": ('["notes"]', '"notes"', "step 'one', phase 1, field 'captures': must be a list"),
    "unknown rule": ('rule = "quiet"', 'rule = "loud"', "step 'one', phase 1, field 'rule': 'loud' is not one of"),
    "nothing to say": ('say = "Write."', 'say = " "', "step 'two', phase 1, field 'say': must not be empty"),
    "empty line": (
        'captures = ["notes"]',
        'watch_for = [""]',
        "step 'one', phase 1, field 'watch_for': must be a list",
    ),
    "field not known": ("chime = false", "bell = false", "step 'two', phase 1, field 'bell': is not known"),
    "chime in words": ("chime = false", 'chime = "no"', "step 'two', phase 1, field 'chime': must be true or false"),
    "writing without cards": ("cards = [{", "points = []\n#", "step 'two', phase 1, field 'cards': a writing phase"),
    "unknown card": ('"question", label', '"poem", label', "step 'two', phase 1, card 1, field 'kind': 'poem' is not"),
    "card without label": (', label = "Question"', "", "step 'two', phase 1, card 1, field 'label': is missing"),
    "trap without question": (', ask = "With what?"', "", "step 'two', phase 1, trap 1, field 'ask': is missing"),
    "unknown column": ("chime = false", 'column = "left"', "step 'two', phase 1, field 'column': 'left' is not one of"),
    "no step title": ('title = "One"\n', "", "step 'one', field 'title': is missing"),
    "no step id": ('id = "two"\n', "", "step 2, field 'id': is missing"),
    "step twice": ('id = "two"', 'id = "one"', "field 'steps': the id 'one' stands twice"),
    "draft of no step": ('rough = ["one"]', 'rough = ["three"]', "step 'two', field 'rough': there is no step 'three'"),
    "led by nobody": ('rough = ["one"]', 'led_by = "all"', "step 'two', field 'led_by': 'all' is not one of"),
    "no roles": ("roles = ", "rolls = ", "field 'roles': is missing"),
    "role without a sentence": ('observer = "writes"', 'observer = ""', "roles, field 'observer': must not be empty"),
    "scale without an end": (', zero = "unclear"', "", "harm_clarity, field 'zero': is missing"),
    "rule without nudge": (', nudge = "Quiet, please"', "", "rule 1, field 'nudge': is missing"),
    "high from eleven": (
        'title = "Small"',
        'title = "Small"\nhigh_from = 11',
        "field 'high_from': must be from 0 to 10",
    ),
    "not TOML": ("[[steps]]", "[[steps", "line"),
}


def test_the_small_file_is_good() -> None:
    small = load_process(GOOD, "small.toml")
    assert [step.id for step in small.steps] == ["one", "two"]
    assert small.high_from == 7


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_file_step_and_field(name: str) -> None:
    old, new, message = BAD[name]
    assert old in GOOD
    with pytest.raises(ProcessError) as refused:
        load_process(GOOD.replace(old, new, 1), "small.toml")
    assert str(refused.value).startswith("small.toml")
    assert message in str(refused.value)


@pytest.mark.parametrize(("text", "field"), [("", "steps"), ("steps = 3", "steps"), ("steps = [1]", "must be a table")])
def test_a_file_without_steps_is_refused(text: str, field: str) -> None:
    with pytest.raises(ProcessError, match=field):
        load_process(text, "empty.toml")


def test_a_step_without_phases_is_refused() -> None:
    cut = GOOD[: GOOD.index("[[steps.phases]]")]
    with pytest.raises(ProcessError, match="step 'one', field 'phases': is missing"):
        load_process(cut, "cut.toml")


def test_what_is_not_there_is_told_by_its_key(process: Process) -> None:
    with pytest.raises(KeyError):
        process.step("coffee")
    with pytest.raises(KeyError):
        process.step("harm").phase("coffee")
    with pytest.raises(KeyError):
        process.rule("coffee")
