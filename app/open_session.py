"""Everything that belongs to the session that is open, made together and handed to the windows."""

from dataclasses import dataclass

from app.document import Document
from app.engine import Engine
from app.masking import Masking
from app.settings import Settings
from models.process import Process
from models.session import Session


@dataclass(frozen=True)
class OpenSession:
    """The open session's parts. `practice` says that nothing of it is kept."""

    document: Document
    process: Process
    engine: Engine
    masking: Masking
    settings: Settings
    practice: bool = False

    @property
    def session(self) -> Session:
        """What the document holds now."""
        return self.document.session
