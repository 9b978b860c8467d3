"""Word files are as Word wants them, whatever stands in them; and nothing in them leads anywhere."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from app.export.word.render import docx
from app.export.word.words import holdable
from models.cards import Card
from models.review import LearningKind, LearningPoint, PrivateNote
from models.session import Session
from tests.app.export.reading import drafted, exported
from tests.app.export.test_record_pdf import AGENCY
from tests.app.export.word.every_block import EVERY_BLOCK
from tests.app.export.word.reading import lines, parts_of, picture_file, trees_of
from tests.strategies import sessions

#: The order in which the standard wants these elements, as far as we write them (ECMA-376, part 1, 17).
ORDER = {
    "pPr": "pStyle keepNext keepLines numPr pBdr shd tabs bidi spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i color sz szCs bdr shd rtl lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblDescription",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
    "pBdr": "top left bottom right between",
    "tcBorders": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
    "sectPr": "headerReference footerReference type pgSz pgMar cols",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "settings": "defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
}


def assert_word_takes(made: bytes) -> None:
    """No element out of order, no number twice, nothing that leads out of the file, no field but page numbers."""
    Document(BytesIO(made))
    for name, tree in trees_of(made).items():
        for element in tree.iter():
            kind = str(element.tag).rpartition("}")[2]
            if kind in ORDER and str(element.tag).startswith("{http://schemas.openxmlformats.org/wordprocessingml"):
                places = [ORDER[kind].split().index(child.tag.rpartition("}")[2]) for child in element]
                assert places == sorted(places), f"{name}: {kind}"
            if kind == "tc":
                assert element[-1].tag == qn("w:p"), "Word refuses a cell that ends otherwise"
            assert element.get("TargetMode") != "External"
        for table in tree.iter(qn("w:tbl")):
            assert table.getnext().tag == qn("w:p"), "Word joins tables that touch, and wants a paragraph at the end"
        assert not list(tree.iter(qn("w:instrText"), qn("w:fldChar")))
        for field in tree.iter(qn("w:fldSimple")):
            assert re.fullmatch(r"PAGE|NUMPAGES|PAGEREF section\d+", field.get(qn("w:instr")))
        for numbered in (qn("wp:docPr"), qn("w:bookmarkStart")):
            ids = [each.get("id") or each.get(qn("w:id")) for each in tree.iter(numbered)]
            assert len(set(ids)) == len(ids)
        used = {each.get(qn("w:val")) for each in tree.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))}
        known = {each.get(qn("w:styleId")) for each in trees_of(made)["word/styles.xml"].iter(qn("w:style"))}
        assert used <= known


@pytest.mark.parametrize("large_print", [False, True])
def test_word_takes_a_file_with_everything_in_it(large_print: bool) -> None:
    options = replace(AGENCY, logo=picture_file("JPEG"), large_print=large_print)
    assert_word_takes(docx(EVERY_BLOCK, options))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sessions(most=6))
def test_word_takes_any_session_and_nothing_of_the_team_is_in_it(made: Session) -> None:
    hidden = "HIDDENWORDS"
    kept = [entity for entity in made.entities() if not isinstance(entity, LearningPoint | PrivateNote)]
    secrets = [LearningPoint("l", LearningKind.ISSUE, hidden), PrivateNote("advisor", hidden)]
    session = drafted(Session(made.id, [*kept, *secrets]))
    for form in ("record-docx", "sheets-docx"):
        file = exported(session, form)
        assert_word_takes(file)
        assert not any(hidden.encode() in part for part in parts_of(file).values())
    cards = [each.text for each in session.all(Card)]
    shown = "\n".join(lines(session, "sheets-docx"))
    assert all(holdable(text) in shown for text in cards)
