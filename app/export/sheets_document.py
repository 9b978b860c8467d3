"""The question sheets as a document: one kind of them, or all that have something on them as a pack."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.export.blank_sheets import blank_sheets
from app.export.blocks import Contents, Document, Heading, Paragraph, Section
from app.export.card_sheets import ALL_CARDS, SCALES, STATEMENTS, all_cards, hands, scales, statements
from app.export.options import ExportOptions, Sheets
from app.export.person_sheets import person_sheets, questions_for
from app.export.printed_cards import headed
from models.process import Process
from models.session import Session
from models.words import one_line

TITLE = "Question sheets"

_MAKERS: Mapping[Sheets, Callable[[Session, Process, ExportOptions], list[Section]]] = {
    Sheets.ALL_CARDS: all_cards,
    Sheets.PERSON: person_sheets,
    Sheets.STATEMENTS: statements,
    Sheets.HANDS: hands,
    Sheets.SCALES: scales,
    Sheets.BLANK: blank_sheets,
}
#: What goes into a pack; blank cards belong before a session.
_PACKED = (Sheets.ALL_CARDS, Sheets.PERSON, Sheets.STATEMENTS, Sheets.HANDS, Sheets.SCALES)
#: What a kind of sheet is called, and what it says where there is nothing to print.
_EMPTY: Mapping[Sheets, tuple[str, str]] = {
    Sheets.ALL_CARDS: (ALL_CARDS, "No cards have been written yet."),
    Sheets.PERSON: ("Questions by person", "No question names whom it is for yet."),
    Sheets.STATEMENTS: (STATEMENTS, "No danger statement or safety goal has been written yet."),
    Sheets.HANDS: ("Each participant’s cards", "No cards have been written yet."),
    Sheets.SCALES: (SCALES, "No scale has been written yet."),
    Sheets.BLANK: ("Blank cards", "No step of this session has cards to write."),
    Sheets.PACK: (TITLE, "No cards have been written yet."),
}


def sheets_document(session: Session, process: Process, options: ExportOptions) -> Document:
    """The kind of sheets asked for. A person who is named has their own sheet, also where all cards are asked for."""
    kind = options.sheets
    if kind is Sheets.ALL_CARDS and options.person.strip():
        kind = Sheets.PERSON
    if kind is Sheets.PACK:
        sections = sheet_pack(session, process, options)
        packed = [contents(TITLE, session, options), *sections] if sections else []
    else:
        packed = _MAKERS[kind](session, process, options)
    return Document(TITLE, tuple(packed or [_empty(kind, options)]))


def sheet_pack(session: Session, process: Process, options: ExportOptions) -> list[Section]:
    """All the sheets that have something on them, of everybody."""
    return [section for kind in _PACKED for section in _MAKERS[kind](session, process, replace(options, person=""))]


def contents(title: str, session: Session, options: ExportOptions) -> Section:
    """The page that a pack begins with."""
    return Section("Contents", [headed(title, session, options), Contents()], title)


def _empty(kind: Sheets, options: ExportOptions) -> Section:
    title, sentence = _EMPTY[kind]
    if kind is Sheets.PERSON and options.person.strip():
        title, sentence = questions_for(options.person), "No question has been written for this sheet yet."
    return Section(one_line(title, 80), [Heading(title, logo=False), Paragraph(sentence)])
