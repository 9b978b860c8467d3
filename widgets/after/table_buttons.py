"""What can be done with the rows of a table, as buttons below it."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from widgets.parts.entity_table import EntityTable
from widgets.parts.naming import named
from widgets.parts.reflow import FlowLayout


class TableButtons(QWidget):
    """Add and remove a row, and move it where the order is people's own."""

    def __init__(self, table: EntityTable, moves: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        what = table.entities.what
        doings: list[tuple[str, Callable[[], None]]] = [
            (f"Add {what}", table.add_row),
            (f"Remove {what}", table.remove_current),
        ]
        if moves:
            doings.append((f"Move {what} up", lambda: table.move_current(-1)))
            doings.append((f"Move {what} down", lambda: table.move_current(1)))
        flow = FlowLayout(self)
        for text, do in doings:
            button = named(QPushButton(text), text)
            button.clicked.connect(lambda _checked=False, do=do: do())
            button.setProperty("kind", "" if text.startswith("Add") else "quiet")
            flow.addWidget(button)
