"""Pictures of every window and page, to be looked at: uv run python -m tests.pictures FOLDER

--theme light|dark|contrast, --size 1366x768, --zoom 100 (per cent), --projector for the projector view, and --only WORD
for the pictures whose name holds it. For the screen's own scale set QT_SCALE_FACTOR.
"""

import argparse
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.views import Views
from widgets import theme


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
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        views = Views(app, Path(data), asked.theme, asked.zoom, QSize(*map(int, asked.size.split("x"))))
        for name, window in views.projected() if asked.projector else views.every():
            if asked.only in name:
                window.grab().save(str(asked.folder / f"{name}.png"))
        views.close()


if __name__ == "__main__":
    main()
