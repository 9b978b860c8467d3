"""The genogram on one page. Qt draws it, so that it is the drawing that the room saw."""

from app.export.options import ExportOptions
from models.process import Process
from models.session import Session


def genogram_pdf(session: Session, process: Process, options: ExportOptions) -> bytes:  # noqa: ARG001  # as all exporters
    """One A4 page, landscape; Qt's application must be there (`offscreen_application`)."""
    from app.genogram.files import genogram_file

    options.check()
    return genogram_file(session, ".pdf")
