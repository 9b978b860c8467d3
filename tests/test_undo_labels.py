"""The names of what undo takes back: "Undo" and a verb in front of every one, and no two unlike things alike."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: The words that a name may begin with: "Undo Add card".
VERBS = frozenset(
    (
        "Add", "Amend", "Begin", "Bring", "Change", "Delete", "Draft", "Go", "Import", "Leave", "Let", "Make", "Mark",
        "Move", "Pick", "Put", "Remove", "Replace", "Restart", "Set", "Sign", "Take", "Use",
    )
)  # fmt: skip
CALLS = ("do", "set", "add", "remove", "do_by_call")
#: The same thing, done at more than one place.
SAME = frozenset(
    (
        "Add card", "Add child", "Add participant", "Amend record", "Change authors on sheets", "Change case status",
        "Change card", "Change date", "Change date of birth", "Change household", "Change previous safety rating",
        "Change role", "Change twins", "Delete card", "Delete child", "Mark card as read", "Remove participant",
    )
)  # fmt: skip


def labels() -> Iterator[tuple[str, Path]]:
    """Every label in the code that is written out, with its file."""
    for file in (*ROOT.glob("app/**/*.py"), *ROOT.glob("widgets/**/*.py")):
        if "tomlkit" in file.read_text(encoding="utf-8"):
            continue  # its documents are files, and undo knows nothing of them
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            yield from ((text, file) for text in _texts(_label(node)))


def _label(node: ast.AST) -> ast.expr | None:
    """What may say a label: the first argument of a call of the document, or what is called `label`."""
    if isinstance(node, ast.Assign) and [name.id for name in node.targets if isinstance(name, ast.Name)] == ["label"]:
        return node.value
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
        return None
    of_document = node.func.attr in CALLS and _is_document(node.func.value)
    return node.args[0] if of_document or node.func.attr == "_tie" else None


def _is_document(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name.lstrip("_") == "document"


def _texts(node: ast.expr | None) -> list[str]:
    """The texts that an argument can be, with “…” for what is put in."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)]
    return []


def test_every_label_begins_with_what_was_done() -> None:
    found = list(labels())
    assert len(found) > 60
    assert not [(text, file.name) for text, file in found if text.split()[0] not in VERBS]


def test_labels_are_short_and_end_without_a_stop() -> None:
    assert not [text for text, _file in labels() if len(text) > 40 or text.endswith(".")]


def test_unlike_things_have_unlike_labels() -> None:
    places: dict[str, set[str]] = defaultdict(set)
    for text, file in labels():
        places[text].add(file.name)
    shared = {text for text, files in places.items() if len(files) > 1 and "…" not in text}
    assert shared <= SAME
