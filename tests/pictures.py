"""Pictures of every phase and page of the practice session, to be looked at: uv run python -m tests.pictures FOLDER

--theme light|dark|contrast, --size 1366x768, --zoom 100 (per cent), --projector for the projector view, and --only WORD
for the pictures whose name holds it. For the screen's own scale set QT_SCALE_FACTOR.
"""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app.masking import Masking
from app.open_session import OpenSession
from app.practice import practice_session
from app.resources import process
from app.settings import Settings
from tests.held_clock import HeldClock
from widgets import theme


def open_practice() -> OpenSession:
    """The practice session, on a clock that stands."""
    from app.document import Document
    from app.engine import Engine

    document, known = Document(practice_session()), process("group_supervision")
    engine = Engine(document, known, HeldClock().clock.awake)
    return OpenSession(document, known, engine, Masking(document), Settings(None), practice=True)


def views(projector: bool) -> Iterator[tuple[str, QWidget]]:
    """Every view by name, each to be looked at before the next is asked for."""
    from widgets.advisor.window import AdvisorWindow
    from widgets.after.page import AfterPage
    from widgets.documents.page import DocumentsPage
    from widgets.home.page import HomePage
    from widgets.prepare.page import PreparePage
    from widgets.session.page import SessionPage

    room = open_practice()
    page = SessionPage(room)
    if projector:
        page.set_projected(True)
    for number, step in enumerate(room.process.steps, 1):
        for phase in step.phases:
            room.engine.go_to(step.id, phase.id)
            yield f"{number:02}-{step.id}-{phase.id}", page
    yield "advisor", AdvisorWindow(room, page.ticker)
    yield "home", HomePage(welcome=True)
    for name, make in (("prepare", PreparePage), ("after", AfterPage), ("documents", DocumentsPage)):
        yield name, make(open_practice())


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", default="light", choices=list(theme.THEMES))
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--zoom", type=int, default=100)
    parser.add_argument("--projector", action="store_true")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    app = QApplication.instance() or QApplication([*theme.STYLE])
    assert isinstance(app, QApplication)
    theme.apply(app, asked.theme, asked.zoom)
    width, height = map(int, asked.size.split("x"))
    asked.folder.mkdir(parents=True, exist_ok=True)
    for name, view in views(asked.projector):
        if asked.only not in name:
            continue
        view.resize(width, height - 68 if view.windowTitle() == "" else height)  # less menus and foot
        view.show()
        for _ in range(6):
            app.processEvents()
        view.grab().save(str(asked.folder / f"{name}.png"))


if __name__ == "__main__":
    main()
