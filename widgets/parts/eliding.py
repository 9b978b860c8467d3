"""A label that wraps its words, or shows one line of them with the end left out."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidingLabel(QLabel):
    """Plain text. Its whole text stays its accessible name, whatever is in sight of it."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setProperty("kind", kind)

    def set_one_line(self, one_line: bool) -> None:
        """One line, or as many as the words need."""
        if self.wordWrap() is one_line:
            self.setWordWrap(not one_line)
            self.updateGeometry()

    @property
    def elided(self) -> bool:
        """Whether the end of the words is out of sight."""
        return not self.wordWrap() and self.fontMetrics().horizontalAdvance(self.text()) > self.width()

    def minimumSizeHint(self) -> QSize:
        """One line may be narrower than its words."""
        least = super().minimumSizeHint()
        if not self.wordWrap():
            least.setWidth(min(least.width(), 4 * self.fontMetrics().height()))
        return least

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, with an ellipsis where they do not fit in one line."""
        if not self.elided:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
