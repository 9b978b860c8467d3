"""The whole of a session as a session file."""

from app.export.options import ExportOptions
from models.process import Process
from models.session import Session


def session_json(session: Session, process: Process, options: ExportOptions) -> bytes:  # noqa: ARG001  # as all exporters
    """The session file, in UTF-8."""
    from app.session_file import session_text

    options.check()
    return session_text(session).encode()
