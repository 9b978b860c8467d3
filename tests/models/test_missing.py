"""What the form asks for and nobody has said is named, with the field it is about."""

from datetime import date

from models.mapping import Rating, ScaleKind
from models.missing import Missing, missing_details
from models.people import Case, CaseStatus, Child
from models.record import NextStep, Part, RecordPart
from models.session import Details, Session


def test_missing_details_are_named() -> None:
    session = Session(
        "s",
        [
            Details(held_on=date(2026, 1, 1)),
            Child("a", "Ama", date(2027, 1, 1), "LCS 1"),
            Child("b", " ", None, "", 1),
            Case(status=(CaseStatus.IN_NEED,)),
            *(RecordPart(part.value, "Something") for part in Part),
            Rating("r", ScaleKind.SAFETY, "Wren", 0, True),
            NextStep("s", "Ring Gran", "9 March", "Wren"),
        ],
    )
    assert missing_details(session) == [
        Missing("Ama: the date of birth lies after the day of the supervision", "children", "a", "born"),
        Missing("Child 2: name", "children", "b", "name"),
        Missing("Child 2: date of birth", "children", "b", "born"),
        Missing("Child 2: reference number", "children", "b", "reference"),
    ]
    assert missing_details(Session("s")) == [
        Missing("Date of group supervision", "held_on"),
        Missing("Child/ren’s name, date of birth and reference number", "children"),
        Missing("Case status", "status"),
        Missing("“What’s working well?”", "working_well"),
        Missing("“What are we worried about and what needs to change?”", "worried"),
        Missing("“Reflection/analysis following group supervision”", "reflection"),
        Missing("Current safety scale rating", "current"),
        Missing("Next steps", "next_steps"),
    ]


def test_a_part_of_spaces_alone_is_empty() -> None:
    session = Session("s", [RecordPart("worried", " \n")])
    assert "worried" in [missing.section for missing in missing_details(session)]


def test_next_steps_without_timescale_or_lead_are_counted_and_the_first_of_them_is_where_to_begin() -> None:
    session = Session(
        "s",
        [
            NextStep("a", "Ring Gran", "9 March", "Wren", 0),
            NextStep("b", "Visit", " ", "Wren", 1),
            NextStep("c", "Write", "", "", 2),
        ],
    )
    assert missing_details(session)[-2:] == [
        Missing("Timescale of 2 next steps", "next_steps", "b", "timescale"),
        Missing("Lead of next step 3", "next_steps", "c", "lead"),
    ]
