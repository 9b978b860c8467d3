"""The layers, as far as import-linter cannot see them: parts of outside packages, and main.py."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

RULES = [
    (r"^models/(?!storage/)", r"^(sqlalchemy|sqlcipher3|alembic)\b", "only models/storage knows the database"),
    (r"^app/", r"^PySide6\.(?!QtCore|QtGui|QtNetwork|QtSvg\b)", "app knows no widget"),
    (r"^app/(?!genogram/files)", r"^PySide6\.QtSvg", "only a genogram is written as SVG"),
    (r"^app/(?!export/)", r"^(reportlab|docx|icalendar|uharfbuzz)\b", "only app/export makes pages"),
    (r"^(app/(?!own_starters)|models|widgets)", r"^tomlkit\b", "one module writes starters"),
    (r"^(app|models|widgets)/", r"^main\b", "nothing imports main"),
]


def imports(file: Path) -> set[str]:
    """Every module that a file imports, with what is taken from it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize(("where", "what", "why"), RULES)
def test_layer_imports_only_what_it_may(where: str, what: str, why: str) -> None:
    for file in ROOT.rglob("*.py"):
        name = file.relative_to(ROOT).as_posix()
        if re.match(where, name):
            hits = [module for module in imports(file) if re.match(what, module)]
            assert not hits, f"{name} imports {hits}: {why}"


def test_nothing_heavy_is_imported_on_the_way_to_the_first_window() -> None:
    """Each of these costs 40 ms and more; they are imported when first used."""
    code = "import sys, main, widgets.window.main_window; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {
        "sqlalchemy",
        "sqlcipher3",
        "alembic",
        "reportlab",
        "docx",
        "lxml",
        "jsonschema",
        "pypdfium2",
        "uharfbuzz",
        "ged4py",
        "gedcom7",
        "icalendar",
        "tomlkit",
    }


def test_nobody_walks_the_chain_of_tab() -> None:
    """PySide makes a widget that nextInFocusChain() returns a child of the one that was asked: with that one it is gone
    for Python, though it is on the screen still, and the next call of it ends in an error."""
    walkers = [
        file.name for file in ROOT.glob("widgets/**/*.py") if "InFocusChain(" in file.read_text(encoding="utf-8")
    ]
    assert not walkers
