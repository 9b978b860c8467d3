"""Records and question sheets as Word files, read back: the same words as were typed, and files that Word takes."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from app.export import ExportCancelledError, ExportOptions
from models.cards import Card, CardKind
from models.mapping import Rating, ScaleKind
from models.people import Participant, Role
from models.record import NextStep, Part, RecordPart
from models.session import Session
from tests.app.export.reading import exported
from tests.app.export.test_record_pdf import AGENCY, filled
from tests.app.export.word.reading import body_of, lines, paragraphs, parts_of, picture_file, style, trees_of

#: A name and a sentence in each of twelve scripts.
SCRIPTS = {
    "Latin": "Zażółć gęślą jaźń, Ọ̀ṣun, ṣé dáadáa ni?",
    "Cyrillic": "Привет, Оксано",
    "Greek": "Ελληνικά, Ελένη",
    "Arabic": "محمد علي يقول السلام عليكم",
    "Hebrew": "שלום רותי",
    "Bengali": "আমি বাংলায় কথা বলি, রহিমা খাতুন",
    "Devanagari": "हिन्दी में लिखा हुआ वाक्य",
    "Gurmukhi": "ਪੰਜਾਬੀ, ਗੁਰਪ੍ਰੀਤ",
    "Tamil": "தமிழ் மொழி",
    "Ethiopic": "ሰላም አበበ",
    "Han": "李小龙 王芳",
    "Emoji": "well 😀 👩‍👧‍👦 🧿 ♥",
}
#: What must come out as it was typed, and do nothing.
INERT = [
    "<b>bold</b> &amp; &lt;w:t&gt; ]]> <!-- -->",
    "=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://localhost/x","y")',
    "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"", "{ INCLUDETEXT \"file:///etc/passwd\" }",
    "{ MERGEFIELD Name } «Name» \\* MERGEFORMAT", "file:///etc/passwd \\\\server\\share\\x http://localhost/x",
    "%s {0} {{name}} $name \\n \\u0041 \\pard", "PAGE NUMPAGES", "  spaces   kept  ", "tab\tkept", "“quotes” – … ’",
]  # fmt: skip
TYPED = {**SCRIPTS, **{each[:12]: each for each in INERT}}


def test_the_record_says_what_was_filled_in_and_nothing_else() -> None:
    numbers = [str(number) for number in range(11)]
    assert lines(filled(), "record-docx", AGENCY) == [
        "Northbrook Children’s Services",
        "Group Supervision Record",
        *("Date of group supervision", "21 November 2026"),
        "Child/ family details",
        *("Child/ren’s name", "DOB", "LCS Reference No."),
        *("Ama Mensah", "3 May 2017", "LCS 440912"),
        *("Kofi Mensah", "", ""),
        *("Case status", "☑ CP", "☐ LAC", "☐ CHIN", "☑ CWD"),
        *("Previous safety scale rating", *numbers),
        *("What’s working well?", "Text of working_well."),
        *("What are we worried about and what needs to change?", "Text of worried."),
        *("Reflection/analysis following group supervision", "Text of reflection."),
        *("Current safety scale rating", *numbers),
        "On this scale, 10 says that the children are safe enough and the service is no longer needed; "
        "0 says that home is too unsafe a place for the children to stay.",
        *("What are the next steps?", "SMART steps", "Timescale", "Lead"),
        *("Ask Gran about Fridays", "5 December 2026", "Wren"),
    ]


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_text_comes_out_as_it_was_typed(typed: str) -> None:
    session = Session(
        "one",
        [
            *(RecordPart(part.value, typed) for part in Part),
            NextStep("n", typed, typed, typed),
            Participant("p", typed, Role.OBSERVER),
            Card("c", "working-well", CardKind.QUESTION, "p", typed, chosen=True, chosen_with=f"x{typed}x"),
        ],
    )
    empty = lines(Session("none"), "record-docx")
    filled_in = lines(session, "record-docx")
    assert len(filled_in) == len(empty) - len(("", "", ""))  # one row of next steps, where two blank ones were
    assert [line for line in filled_in if line not in empty] == [typed] * 6
    *_, about, words, answer_1, answer_2, answer_3 = lines(session, "sheets-docx")
    assert about == f"Chosen, with x{typed}x   {typed.strip()}"
    assert (words, answer_1, answer_2, answer_3) == (typed, "", "", "")


def test_twelve_scripts_stand_in_one_record_in_their_directions() -> None:
    text = "\n".join(SCRIPTS.values())
    session = Session("all", [RecordPart(Part.WORKING_WELL.value, text)])
    body = body_of(exported(session, "record-docx"))
    shown = dict(zip(paragraphs(body), body.iter(qn("w:p")), strict=True))
    from_the_right = {
        script for script, said in SCRIPTS.items() if shown[said].find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    }
    assert from_the_right == {"Arabic", "Hebrew"}


def test_lines_with_bullets_are_a_list_that_word_numbers() -> None:
    session = Session("x", [RecordPart(Part.WORKING_WELL.value, "These:\n• first\n• second\nafter • all")])
    made = exported(session, "record-docx")
    body = body_of(made)
    listed = [each for each in body.iter(qn("w:p")) if style(each) == "ListBullet"]
    assert [Paragraph(each, None).text for each in listed] == ["first", "second"], "without a bullet of their own"
    bullets = Document(BytesIO(made)).styles["List Bullet"].element
    number = bullets.find(f".//{qn('w:numId')}").get(qn("w:val"))
    assert trees_of(made)["word/numbering.xml"].find(f"{qn('w:num')}[@{qn('w:numId')}='{number}']") is not None


def test_headings_are_headings() -> None:
    made = exported(filled(), "record-docx", AGENCY)
    document = Document(BytesIO(made))
    named = [(each.style.name, each.text) for each in document.paragraphs if each.style.name.startswith("Heading")]
    assert named[0] == ("Heading 1", "Group Supervision Record")
    assert [text for name, text in named if name == "Heading 2"] == [
        "Child/ family details",
        "What’s working well?",
        "What are we worried about and what needs to change?",
        "Reflection/analysis following group supervision",
        "What are the next steps?",
    ]
    for number in (1, 2, 3):
        layout = document.styles[f"Heading {number}"].element.pPr
        assert layout.find(qn("w:outlineLvl")).get(qn("w:val")) == str(number - 1)
        assert layout.find(qn("w:keepNext")) is not None


def test_heads_of_tables_stand_on_every_page_and_short_rows_stay_whole() -> None:
    rows = [NextStep("a", "short", "", "", 0), NextStep("b", "long " * 300, "", "", 1)]
    steps = Document(BytesIO(exported(Session("x", rows), "record-docx"))).tables[-1]
    looks = [row._tr.trPr for row in steps.rows]
    assert [each.find(qn("w:tblHeader")) is not None for each in looks] == [True, False, False]
    assert [each.find(qn("w:cantSplit")) is not None for each in looks] == [True, True, False]


@pytest.mark.parametrize(("rated", "described"), [(6, "6 of 10"), (0, "0 of 10"), (None, "no number was given")])
def test_the_rated_number_is_marked_by_more_than_its_colour(rated: int | None, described: str) -> None:
    session = Session("x", [Rating("own", ScaleKind.SAFETY, "Wren", rated, True)] if rated is not None else [])
    tables = Document(BytesIO(exported(session, "record-docx"))).tables
    (strip,) = [each for each in tables if each.cell(0, 0).text == "Current safety scale rating"]
    numbers = strip.rows[0].cells[1:]
    assert [cell.text for cell in numbers] == [str(number) for number in range(11)]
    framed = [int(cell.text) for cell in numbers if cell._tc.tcPr.find(qn("w:tcBorders")) is not None]
    strong = [int(cell.text) for cell in numbers if cell.paragraphs[0].runs[0].style.name == "Strong"]
    assert framed == strong == ([] if rated is None else [rated])
    told = strip._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
    assert told == f"Current safety scale rating: {described}"


def test_boxes_can_be_ticked() -> None:
    body = body_of(exported(filled(), "record-docx"))
    state = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
    value = "{http://schemas.microsoft.com/office/word/2010/wordml}val"
    boxes = {
        box.find(f".//{qn('w:alias')}").get(qn("w:val")): box.find(f".//{state}").get(value)
        for box in body.iter(qn("w:sdt"))
    }
    assert boxes == {"CP": "1", "LAC": "0", "CHIN": "0", "CWD": "1"}


def test_head_and_foot_say_what_the_document_is_and_which_page() -> None:
    options = replace(AGENCY, copy_number=3, made_on=date(2026, 11, 28))
    made = trees_of(exported(filled(), "record-docx", options))
    assert paragraphs(made["word/header1.xml"]) == ["Draft"]
    assert paragraphs(made["word/footer1.xml"]) == [
        "Group Supervision Record, 21 November 2026  ·  Draft  ·  Copy 3, 28 November 2026\tPage 1 of 1"
    ]
    fields = [each.get(qn("w:instr")) for tree in made.values() for each in tree.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_paper_is_a4() -> None:
    size = body_of(exported(filled(), "record-docx")).find(f"{qn('w:sectPr')}/{qn('w:pgSz')}")
    assert (size.get(qn("w:w")), size.get(qn("w:h"))) == ("11906", "16838")


def test_the_file_says_what_it_is_and_nobodys_name() -> None:
    made = exported(filled(), "record-docx", AGENCY)
    about = Document(BytesIO(made)).core_properties
    assert (about.title, about.author, about.language) == (
        "Group Supervision Record, 21 November 2026", "Northbrook Children’s Services", "en-GB",
    )  # fmt: skip
    assert (about.last_modified_by, about.comments, about.created, about.modified) == ("", "", None, None)
    assert "docProps/app.xml" not in parts_of(made)
    long = ExportOptions(agency_name="Agency\0 " * 100)
    assert Document(BytesIO(exported(filled(), "record-docx", long))).core_properties.author.startswith("Agency␀")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_logo_is_there_and_says_only_whose_it_is(kind: str) -> None:
    options = replace(AGENCY, logo=picture_file(kind), colour="#7a1f5c")
    made = exported(filled(), "record-docx", options)
    (drawn,) = body_of(made).iter(qn("wp:docPr"))
    assert drawn.get("descr") == "Logo of Northbrook Children’s Services"
    (logo,) = [data for name, data in parts_of(made).items() if name.startswith("word/media/")]
    assert logo.startswith(b"\x89PNG")
    assert b"WHERE" not in logo
    assert b"7A1F5C" in parts_of(made)["word/styles.xml"]


def test_a_logo_that_is_no_picture_is_left_out() -> None:
    made = exported(filled(), "record-docx", replace(AGENCY, logo=b"GIF89a no picture"))
    assert lines(filled(), "record-docx", AGENCY) == lines(filled(), "record-docx", replace(AGENCY, logo=b"no"))
    assert not any(name.startswith("word/media/") for name in parts_of(made))


def letters_of(made: bytes, named: str) -> Any:
    return Document(BytesIO(made)).styles[named].element.rPr


def test_large_print_is_large_in_every_script() -> None:
    options = ExportOptions(large_print=True)
    made = exported(filled(), "sheets-docx", options)
    for style_of in Document(BytesIO(made)).styles:
        size = style_of.element.find(f"{qn('w:rPr')}/{qn('w:sz')}")
        if size is None or style_of.name in ("Gap", "Bar"):
            continue
        least = 36 if style_of.name in ("Normal", "Card", "List Bullet", "Small print", "Table text") else 32
        assert int(size.get(qn("w:val"))) >= least, style_of.name
        assert style_of.element.find(f"{qn('w:rPr')}/{qn('w:szCs')}").get(qn("w:val")) == size.get(qn("w:val"))


def test_what_became_of_a_card_stands_before_its_words() -> None:
    cards = [
        Card("a", "working-well", CardKind.QUESTION, "", "Which evening?", 0),
        Card("b", "working-well", CardKind.QUESTION, "", "Who first?", 1, chosen=True, chosen_with="Ama"),
        Card("c", "scales", CardKind.SCALING_QUESTION, "", "How sure?", 2, ten="Always", zero="Never"),
    ]
    assert lines(Session("x", cards), "sheets-docx")[1:] == [
        "7  What's working well?\t2 cards, 1 chosen",
        *("Chosen, with Ama", "Who first?", "", "", ""),
        *("Which evening?", "", ""),
        "8  Safety and other scales\t1 card",
        *("How sure?", *(str(number) for number in range(11)), "Never", "Always", "", ""),
    ]  # fmt: skip


def test_a_card_stays_on_one_page_with_its_scale_and_the_room_to_answer() -> None:
    card = Card("c", "scales", CardKind.SCALING_QUESTION, "", "How sure?\nReally?", 2, ten="Always", zero="Never")
    body = body_of(exported(Session("x", [card]), "sheets-docx"))
    shown = list(zip(paragraphs(body), body.iter(qn("w:p")), strict=True))
    start = [said for said, _ in shown].index("How sure?")
    end = max(place for place, (_, each) in enumerate(shown) if style(each) == "Answer")
    kept = [each.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for _, each in shown[start : end + 1]]
    assert kept == [True] * (end - start) + [False]


def test_a_thousand_cards_tell_how_far_they_are_and_can_be_stopped() -> None:
    cards = [
        Card(f"c{place}", "harm", CardKind.HARM_QUESTION, "", f"Number {place:04}?", place) for place in range(1000)
    ]
    session = Session("big", cards)
    heard: list[tuple[int, int]] = []
    text = " ".join(lines(session, "sheets-docx", ExportOptions(progress=lambda done, of: heard.append((done, of)))))
    assert all(f"Number {place:04}?" in text for place in range(1000))
    assert len(heard) > 100
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]
    asked: list[int] = []

    def after_a_while() -> bool:
        asked.append(1)
        return len(asked) > 50

    with pytest.raises(ExportCancelledError):
        exported(session, "sheets-docx", ExportOptions(cancelled=after_a_while))
    assert len(asked) == 51


@pytest.mark.parametrize("typed", ["x" * 100_000, "word " * 20_000, "আ" * 20_000, "\0" * 20_000, "علي " * 5_000])
def test_an_endless_field_loses_nothing(typed: str) -> None:
    session = Session("x", [RecordPart(Part.WORRIED.value, typed)])
    assert typed.replace("\0", "␀") in lines(session, "record-docx")
