"""The foot of After: everything that people take away, how an export goes, and what became of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.after.sheets_choice import SheetsChoice
from widgets.documents.export_line import ExportLine
from widgets.documents.exporting import Exporting
from widgets.parts.action_button import ActionButton
from widgets.parts.reflow import FlowLayout, beside


class TakeAway(QWidget):
    """A line that says how it went, and the buttons."""

    def __init__(
        self,
        exporting: Exporting,
        record: QAction,
        copy: QAction,
        sheets: QAction,
        documents: QAction,
        choice: SheetsChoice,
    ) -> None:
        super().__init__()
        self._line = ExportLine(exporting)
        self._line.setProperty("kind", "slim")
        sheets_for = beside("Sheets for", choice)
        sheets_for.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QWidget()
        flow = FlowLayout(row)
        buttons = (ActionButton(copy), sheets_for, ActionButton(sheets), ActionButton(documents))
        for part in (ActionButton(record, "primary"), *buttons):
            flow.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        above = QHBoxLayout()
        above.addWidget(self._line.said, 1)
        above.addWidget(self._line, 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(above)
        layout.addWidget(row)

    def say(self, sentence: str) -> None:
        """What became of what was asked for; "" where that is over."""
        self._line.say(sentence)
