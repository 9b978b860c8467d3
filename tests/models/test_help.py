"""Help for a phase: everything that the process says of it, and nothing that it does not."""

from dataclasses import replace

import pytest

from app import resources
from models.help import HelpPart, Manner, help_for_phase, minutes_in_words
from models.process import Capture, Phase, PhaseKind, Process


@pytest.fixture(scope="module")
def process() -> Process:
    return resources.process("group_supervision")


def help_of(process: Process, step: str, phase: str) -> list[HelpPart]:
    held = process.step(step)
    return help_for_phase(process, held, held.phase(phase))


def parts(process: Process, step: str, phase: str) -> dict[str, list[str]]:
    return {part.heading: list(part.lines) for part in help_of(process, step, phase)}


def text_of(found: list[HelpPart]) -> str:
    return "\n".join(line for part in found for line in (part.heading, *part.lines))


def test_every_word_of_every_phase_is_in_its_help(process: Process) -> None:
    for step, phase in process.walk():
        text = text_of(help_for_phase(process, step, phase))
        for line in (step.title, phase.title, phase.say, *phase.points, *phase.watch_for):
            assert line in text, f"{step.id}/{phase.id}"
        for trap in phase.traps:
            assert trap.name in text
            assert trap.ask in text
        if phase.rule:
            assert process.rule(phase.rule).text in text


def test_every_phase_says_what_happens_and_what_it_leaves_behind(process: Process) -> None:
    for step, phase in process.walk():
        found = parts(process, step.id, phase.id)
        assert found["What happens"][0].endswith(".")
        assert "{" not in found["What happens"][0]
        assert ("Leaves behind" in found) == (bool(phase.captures) or phase.kind is PhaseKind.HAND_OVER)


def test_the_heading_says_where_one_is(process: Process) -> None:
    first = help_of(process, "working-well", "map")[0]
    assert first.heading == "Step 7 of 13: What's working well?"
    assert first.lines == ("Map, 12 minutes (the method allows 10 to 15)",)


def test_what_to_say_comes_first(process: Process) -> None:
    for step, phase in process.walk():
        second = help_for_phase(process, step, phase)[1]
        assert (second.heading, second.manner, second.lines) == ("Say", Manner.SAID, (f"“{phase.say}”",))


def test_the_last_step_is_led_by_the_advisor(process: Process) -> None:
    text = text_of(help_for_phase(process, process.step("group-review"), process.step("group-review").phases[0]))
    assert "Led by the advisor." in text
    assert "how it worked; the advisor asks." in text
    assert "nothing of it goes on the child's record" in text


def test_talking_is_told_by_what_it_leaves_behind(process: Process) -> None:
    talks = [f"{step.id}/{phase.id}" for step, phase in process.walk() if phase.kind is PhaseKind.TALK]
    told = {parts(process, *key.split("/"))["What happens"][0] for key in talks}
    assert len(talks) == len(told) == 5


def test_traps_come_with_the_question_back(process: Process) -> None:
    found = parts(process, "worker-goal", "talk")
    assert found["Trap: Too general"] == [
        "For example: “I want to know what to do next.”",
        "Ask back: “What in particular would you need help with to work that out?”",
    ]


@pytest.mark.parametrize(
    ("step", "phase", "heading"),
    [
        ("working-well", "check-in", "The usefulness scale"),
        ("review", "review", "The usefulness scale"),
        ("harm", "choose", "How clear is the harm?"),
        ("scales", "map", "A safety scale to begin from"),
    ],
)
def test_a_number_is_never_asked_for_without_its_ends(process: Process, step: str, phase: str, heading: str) -> None:
    ten, zero = parts(process, step, phase)[heading]
    assert ten.startswith("10: ")
    assert zero.startswith("0: ")


def test_cards_are_written_then_read_then_picked(process: Process) -> None:
    left = [parts(process, "harm", phase)["Leaves behind"][0] for phase in ("write", "read", "choose")]
    assert ["writer" in left[0], "strongest" in left[1], "next step" in left[2]] == [True, True, True]


def test_the_three_minutes_are_said_to_be_undisturbed(process: Process) -> None:
    assert "Nobody interrupts, and no chime does either." in parts(process, "free-description", "talk")["What happens"]
    assert len(parts(process, "introductions", "talk")["What happens"]) == 1


def test_minutes_say_whose_they_are(process: Process) -> None:
    write = process.step("working-well").phase("write")
    assert minutes_in_words(write) == "5 minutes (the method's)"
    assert minutes_in_words(process.step("harm").phase("recall")) == "about 1 minute (our plan)"
    assert minutes_in_words(replace(write, minutes=2.5)) == "2.5 minutes (the method's)"


def test_a_bare_phase_has_no_empty_parts(process: Process) -> None:
    bare = Phase("bare", PhaseKind.TALK, "Bare", 3, "method", "Hello?")
    assert [part.heading for part in help_for_phase(process, process.steps[0], bare)] == [
        "Step 1 of 13: Introductions",
        "Say",
        "What happens",
    ]


def test_every_capture_has_its_words(process: Process) -> None:
    for capture in Capture:
        phase = Phase("any", PhaseKind.TALK, "Any", 3, "method", "Hello?", captures=(capture,))
        assert "Leaves behind" in [part.heading for part in help_for_phase(process, process.steps[0], phase)]


def test_keys_of_the_phase_come_last(process: Process) -> None:
    assert help_of(process, "working-well", "write")[-1].manner is Manner.KEYS
    assert "Space or →\tNext card" in help_of(process, "working-well", "read")[-1].lines


def test_marks_are_told_where_a_card_can_have_them(process: Process) -> None:
    marks = {
        step: [line.split("\t")[0] for line in help_of(process, step, "write")[-1].lines if line[0] in "@#!1"]
        for step in ("rough-danger", "working-well", "scales", "harm")
    }
    assert marks == {
        "rough-danger": [],
        "working-well": ["@mum", "#rel"],
        "scales": ["@mum", "#rel", "10= … 0= …"],
        "harm": ["@mum", "#rel", "!severity"],
    }
