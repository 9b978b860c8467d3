"""The session pack: the record, the genogram, the map and every question sheet as one document of the case.

What is the team's own (the learning note, timings, private notes) is never in it.
"""

from dataclasses import replace

from app.export.blocks import Document
from app.export.genogram_sections import TITLE as GENOGRAM
from app.export.genogram_sections import genogram_sections
from app.export.map_document import map_section
from app.export.options import ExportOptions
from app.export.record_document import record_document
from app.export.sheets_document import contents, sheet_pack
from models.mapping import MapPoint, Rating
from models.process import Process
from models.session import Session

TITLE = "Session pack"


def pack_document(session: Session, process: Process, options: ExportOptions) -> Document:
    """A page of contents, then everything; the record's pages keep their mark while it is a draft."""
    sections = (
        *record_document(session, process, replace(options, with_genogram=False)).sections,
        *genogram_sections(session, GENOGRAM, solid=options.all_couples_solid),
        *([map_section(session, process, options)] if bool(session.all(MapPoint)) or bool(session.all(Rating)) else []),
        *sheet_pack(session, process, options),
    )
    return Document(TITLE, (contents(TITLE, session, options), *sections))
