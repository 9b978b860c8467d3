"""Kind words about next steps."""

from datetime import date

import pytest

from models.record import NextStep
from models.smart import advice_by_field
from tests.helpers import smart_advice


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
     ("Visit as needed", "“As needed”"), ("Continued visits", "“Continue”"), ("Keep an eye on the nights", "“Monitor”"),
     ("Make sure that Gran rings", "“Ensure”")],
)  # fmt: skip
def test_vague_words_are_pointed_out(text: str, word: str) -> None:
    (advice,) = smart_advice(NextStep("a", text, "5 December", "Wren"))
    assert advice.startswith(word)


def test_vague_times_and_leads_are_pointed_out() -> None:
    assert len(smart_advice(NextStep("a", "Ring Gran", "ongoing", "everyone"))) == 2
    assert smart_advice(NextStep("a", "", "Friday", "Wren")) == ["Say what will be done."]


def test_a_timescale_without_a_day_is_pointed_out_where_the_day_of_the_supervision_is_known() -> None:
    today = date(2026, 9, 17)

    def about(timescale: str, day: date | None = today) -> list[str]:
        return advice_by_field(NextStep("a", "Ring Gran", timescale, "Wren"), day)["timescale"]

    for timescale in (
        "Friday",
        "Tue 22 September 2026, home visit",
        "within ten days",
        "weekly until 6 October",
        "today",
    ):
        assert about(timescale) == []
    for timescale in ("ongoing", "at the next visit", "before conference"):
        assert about(timescale) == [f"“{timescale}” is not a date: when will you look at whether it is done?"]
    assert about("3 May 2026") == ["“3 May 2026” lies before the supervision: by which day will it be done?"]
    assert about("Reviewed regularly, next on 6 October") == []
    assert about("at the next visit", None) == []


def test_advice_is_about_the_field_that_it_would_change() -> None:
    assert {
        field: len(advice) for field, advice in advice_by_field(NextStep("a", "Monitor", "soon", "all")).items()
    } == {
        "text": 1,
        "timescale": 1,
        "lead": 1,
    }
    assert not any(advice_by_field(NextStep("a", "Ring Gran", "Friday", "Wren")).values())


def test_quotation_marks_that_never_close_take_no_time() -> None:
    assert len(smart_advice(NextStep("a", "“" * 100_000 + " monitor", "Friday", "Wren"))) == 1
