"""A text field as high as its text, between a least and a greatest height."""

from math import ceil

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent

from widgets.parts.fields import TextField


class GrowingField(TextField):
    """Grows and shrinks with what it holds; longer texts scroll inside it."""

    def __init__(self, name: str, hint: str = "", least: int = 4, most: int = 40, enter_submits: bool = False) -> None:
        """`least` and `most` in lines."""
        super().__init__(name, hint, enter_submits)
        self._least, self._most = least, most
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def set_most(self, lines: int) -> None:
        """Show so many lines at most from now on."""
        self._most = lines
        self._fit()

    def _fit(self) -> None:
        # A QPlainTextEdit's document measures its height in lines; those of some scripts are higher than others.
        lines, line = round(self.document().size().height()), self.fontMetrics().lineSpacing()
        text = float(self._most * line) if lines > self._most else max(self._height_of_text(), self._least * line)
        around = max(self.height() - self.viewport().height(), 12) + 2 * round(self.document().documentMargin())
        height = ceil(text) + around + 4
        if self.height() != height:
            self.setFixedHeight(height)

    def _height_of_text(self) -> float:
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another number of lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_least"):
            self._fit()
