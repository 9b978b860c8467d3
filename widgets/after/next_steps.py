"""The record's next steps as a table, with kind words in the cells, and on demand where each step came from."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.dated import supervised_on
from models.provenance import step_origin
from models.record import NextStep
from models.session import Change, Details
from models.smart import advice_by_field
from widgets.after.part_head import PartHead
from widgets.after.table_buttons import TableButtons
from widgets.parts.entity_table import EntityTable, Field

COLUMNS = (Field("text", "Step", 6), Field("timescale", "Timescale", 2), Field("lead", "Lead", 2))
_advice = lru_cache(maxsize=4096)(advice_by_field)


class NextSteps(QWidget):
    """Heading, table, and what can be done with a row."""

    def __init__(self, open_session: OpenSession, copy: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self.table = EntityTable(
            "Next steps", open_session.document, NextStep, "step", COLUMNS, open_session.masking, self._remarks
        )
        head = PartHead("Next steps", self.table)
        self._where = head.add_where("Where each step came from", lambda _shown: self.table.show_remarks(), head)
        head.add_copy(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(head)
        layout.addWidget(self.table)
        layout.addWidget(TableButtons(self.table, moves=True))
        open_session.document.changed.connect(self._follow)

    def _follow(self, changes: list[Change]) -> None:
        """What is a day to come, and what lies before, is seen from the day of the supervision."""
        if any(change.kind is Details for change in changes):
            self.table.show_remarks()

    def _remarks(self, step: NextStep, attribute: str) -> Sequence[str]:
        lines = [f"→ {line}" for line in _advice(step, supervised_on(self._open.session))[attribute]]
        if attribute == "text" and self._where.isChecked() and step.text:
            origin = step_origin(self._open.session, self._open.process, step)
            lines.append(f"Where from: {origin.words}")
        return lines
