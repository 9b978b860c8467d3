"""The genogram as a file of its own. Qt draws it, so that it is the drawing that the room saw; its application must be
there (`offscreen_application`), except for GEDCOM."""

from app.export.options import ExportOptions
from models.process import Process
from models.session import Session


def genogram_pdf(session: Session, process: Process, options: ExportOptions) -> bytes:  # noqa: ARG001  # as all exporters
    """One page, landscape, with title and legend: A4, or larger where the family is too large for that."""
    return _file(session, ".pdf", options)


def genogram_svg(session: Session, process: Process, options: ExportOptions) -> bytes:  # noqa: ARG001
    """A drawing to put into other documents; its text is text."""
    return _file(session, ".svg", options)


def genogram_png(session: Session, process: Process, options: ExportOptions) -> bytes:  # noqa: ARG001
    """A picture."""
    return _file(session, ".png", options)


def genogram_gedcom(session: Session, process: Process, options: ExportOptions) -> bytes:  # noqa: ARG001
    """GEDCOM 7.0, for genealogy programs and for another session."""
    return _file(session, ".ged", options)


def _file(session: Session, suffix: str, options: ExportOptions) -> bytes:
    from app.genogram.files import genogram_file

    options.check()
    return genogram_file(session, suffix, all_couples_solid=options.all_couples_solid)
