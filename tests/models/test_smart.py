"""Kind words about next steps."""

import pytest

from models.record import NextStep
from models.smart import smart_advice


def test_a_smart_step_needs_no_advice() -> None:
    assert smart_advice(NextStep("a", "Ring Gran and agree the Fridays", "5 December 2026", "Wren")) == []


def test_a_question_in_quotation_marks_is_nobodys_wording_to_mend() -> None:
    assert smart_advice(NextStep("a", "Ask Mum: “How do you continue to monitor it?”", "Friday", "Wren")) == []


def test_no_date_and_no_lead_are_pointed_out() -> None:
    assert smart_advice(NextStep("a", "Ring Gran")) == [
        "Give a date by which it will be done.",
        "Name the person who leads on it.",
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [("Continue to visit", "“Continue”"), ("We will be monitoring contact", "“Monitor”"), ("Ensure safety", "“Ensure”"),
     ("Social worker to liaise with school", "“Liaise”"), ("Explore options", "“Explore”"),
     ("Visit as needed", "“As needed”")],
)  # fmt: skip
def test_vague_words_are_pointed_out(text: str, word: str) -> None:
    (advice,) = smart_advice(NextStep("a", text, "5 December", "Wren"))
    assert advice.startswith(word)


def test_vague_times_and_leads_are_pointed_out() -> None:
    assert len(smart_advice(NextStep("a", "Ring Gran", "ongoing", "everyone"))) == 2
    assert smart_advice(NextStep("a", "", "Friday", "Wren")) == ["Say what will be done."]
