"""The walk over every window and page, in every theme and at every zoom: no control without a name, none too small to
hit, nothing cut off or pale, and Tab comes everywhere once and round.

A theme changes colours and nothing else, which `test_a_theme_changes_no_length` holds; so each theme is walked at
another zoom, and every zoom is walked once.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.export_job import JobRunner
from tests.views import View, Views
from tests.widgets.walk import checks, contrast, way
from widgets import theme
from widgets.style_sheet import style_sheet

#: 683 x 330 is what a screen of 1366 x 768 has at a scale of 200 %, less its task bar.
WALKS = [
    ("light", 100, (1366, 768)),
    ("dark", 150, (1366, 768)),
    ("contrast", 200, (1366, 768)),
    ("light", 100, (683, 330)),
]


@pytest.fixture
def app(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    """Dressed as it was before, once the walk is over. No page is printed on the way: it is paper, in colours of its
    own, and takes longer than all the rest."""
    monkeypatch.setattr(JobRunner, "start", lambda _runner, _job: None)
    yield qapp
    qapp.setStyleSheet("")
    qapp.setProperty("askwell_theme", None)


class Walk:
    """Looks at one view after the other, and keeps what is wrong with where it is."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = defaultdict(list)
        self._pale, self._focus, self._rows = set[object](), set[object](), set[object]()

    def through(self, views: Views, which: Iterator[View]) -> None:
        """All of them; then the application ends."""
        for name, window in which:
            for fault in self._faults(window):
                self.found[fault].append(name)
        for stray in views.strays.names:
            self.found[f"{stray}: a window for a moment"].append("the session")
        views.close()

    def _faults(self, window: QWidget) -> Iterator[str]:
        for check in checks.FIGURES:
            yield from check(window)
        yield from contrast.faint(window, self._pale)
        if not isinstance(window, QMenu):  # arrows walk a menu
            yield from way.tab_faults(window)
            yield from way.unseen_row(window, self._rows)
            yield from way.unseen_focus(window, self._focus)

    def __str__(self) -> str:
        return "\n" + "\n".join(f"{fault}   in {', '.join(where[:4])}" for fault, where in self.found.items())


@pytest.mark.parametrize(("name", "zoom", "size"), WALKS)
def test_every_window_and_page(
    app: QApplication, qtbot: QtBot, tmp_path: Path, name: str, zoom: int, size: tuple[int, int]
) -> None:
    walk, views = Walk(), Views(app, tmp_path, name, zoom, QSize(*size))
    walk.through(views, views.every())
    assert not walk.found, str(walk)


@pytest.mark.parametrize(("name", "size"), [("light", (1920, 1080)), ("contrast", (1366, 768))])
def test_the_projector_view(app: QApplication, qtbot: QtBot, tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    walk, views = Walk(), Views(app, tmp_path, name, 100, QSize(*size))
    walk.through(views, views.projected())
    assert not walk.found, str(walk)


def test_a_theme_changes_no_length() -> None:
    sheets = set()
    for name, tokens in theme.THEMES.items():
        named = {token: f"<{token}>" for token in tokens}
        sheets.add(style_sheet(named, theme.SIZES, 22, "icons", "<theme>" if name else ""))
    assert len(sheets) == 1
