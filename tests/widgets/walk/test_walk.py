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
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.views import Views
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
def app(qapp: QApplication) -> Iterator[QApplication]:
    """Dressed as it was before, once the walk is over."""
    yield qapp
    qapp.setStyleSheet("")
    qapp.setProperty("askwell_theme", None)


@pytest.mark.parametrize(("name", "zoom", "size"), WALKS)
def test_every_window_and_page(
    app: QApplication, qtbot: QtBot, tmp_path: Path, name: str, zoom: int, size: tuple[int, int]
) -> None:
    found: dict[str, list[str]] = defaultdict(list)
    focus_seen, rows_seen, pale_seen = set[object](), set[object](), set[object]()
    views = Views(app, tmp_path, name, zoom, QSize(*size))
    for view, window in views.every():
        faults = [fault for check in checks.FIGURES for fault in check(window)]
        faults += contrast.faint(window, pale_seen)
        if not isinstance(window, QMenu):
            faults += way.tab_faults(window)
            faults += way.unseen_row(window, rows_seen)
            faults += way.unseen_focus(window, focus_seen)
        for fault in faults:
            found[fault].append(view)
    strays = views.strays.names
    views.close()
    assert not found, "\n" + "\n".join(f"{fault}   in {', '.join(where[:4])}" for fault, where in found.items())
    assert not strays


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_the_projector_view(app: QApplication, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    found: dict[str, list[str]] = defaultdict(list)
    pale_seen = set[object]()
    views = Views(app, tmp_path, name, 100, QSize(1920, 1080))
    for view, window in views.projected():
        for fault in [
            *(fault for check in checks.FIGURES for fault in check(window)),
            *contrast.faint(window, pale_seen),
        ]:
            found[fault].append(view)
    strays = views.strays.names
    views.close()
    assert not found, "\n" + "\n".join(f"{fault}   in {', '.join(where[:4])}" for fault, where in found.items())
    assert not strays


def test_a_theme_changes_no_length() -> None:
    sheets = set()
    for name, tokens in theme.THEMES.items():
        named = {token: f"<{token}>" for token in tokens}
        sheets.add(style_sheet(named, theme.SIZES, 22, "icons", "<theme>" if name else ""))
    assert len(sheets) == 1
