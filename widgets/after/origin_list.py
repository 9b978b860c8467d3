"""Where a text of the record came from: its lines, each with its source in words, beside the field while it is typed
in."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.masking import Masking
from models.provenance import Origin
from widgets.parts.fields import TextField
from widgets.parts.row_list import Row, RowList
from widgets.parts.text_places import Stretch, clipped, select, stretches

PAUSE = 350  # milliseconds without a key


class OriginList(RowList):
    """The lines of a field and where each came from; the row of the line with the cursor is marked. Enter on a row
    goes to its line."""

    def __init__(
        self,
        name: str,
        field: TextField,
        origins: Callable[[], list[Origin]],
        masking: Masking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"Where from, {name}", "Each line and where it came from; Enter goes to the line", parent)
        self._field = field
        self._origins = origins
        self._masking = masking
        self._stretches: list[Stretch] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.show_origins)
        self.taken_up.connect(lambda row_id: select(field, self._stretches[int(row_id)]))
        field.textChanged.connect(self.show_soon)
        field.cursorPositionChanged.connect(self._mark)
        masking.changed.connect(self._mask)
        self.setFixedHeight(self.fontMetrics().height() * 8)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was shut is there now."""
        super().showEvent(event)
        self.show_origins()

    def show_soon(self) -> None:
        """Look again when nothing was typed for a moment."""
        if self.isVisible():
            self._pause.start()

    def _mask(self) -> None:
        """Names in full are gone at once."""
        if self.isVisible():
            self.show_origins()

    def show_origins(self) -> None:
        """Show each line with its source."""
        origins, masked = self._origins(), self._masking.text
        lines = [masked(origin.line) for origin in origins]
        self._stretches = stretches(self._field.toPlainText(), lines)
        self.show_rows(
            [
                Row(str(place), clipped(line), masked(origin.words))
                for place, (line, origin) in enumerate(zip(lines, origins, strict=True))
            ]
        )
        self._mark()

    def _mark(self) -> None:
        """Show which row is that of the line with the cursor, unless somebody walks through the rows."""
        if not self.isVisible() or self.hasFocus() or self._pause.isActive():
            return
        at = self._field.textCursor().selectionEnd()
        here = next((place for place, (_, end) in enumerate(self._stretches) if at <= end), None)
        if here is not None and str(here) != self.current_id():
            self.go_to(str(here))
