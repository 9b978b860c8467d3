"""How far an export is, a button that stops it, and how it went."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from widgets import theme
from widgets.documents.exporting import Exporting
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.reflow import words


class ExportLine(QWidget):
    """Shows what becomes of the exports of one Exporting. `said` may be placed elsewhere, where it has more room."""

    def __init__(self, exporting: Exporting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = words("", "hint")
        self.said.hide()
        self.bar = named(QProgressBar(), "Export under way")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.text_height() * 7)
        self.stop = named(QPushButton("Stop export"), "Stop export")
        self.stop.clicked.connect(exporting.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        row.addWidget(self.said, 1)
        for part in (self.bar, self.stop):  # they keep their place: an export that begins must not move the page
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.hide()
        exporting.said.connect(self.say)
        exporting.busy.connect(self._show_busy)
        exporting.progressed.connect(self._show_progress)

    def say(self, sentence: str) -> None:
        """Show a sentence, and have it read out; nothing for ""."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        announce(self, sentence)

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self.said.hide()
        self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)

    def _show_progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
