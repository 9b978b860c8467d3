"""Text that wraps, measured: at words, and inside a word only where one alone is too wide."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

ANYWHERE = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
AT_WORDS = int(Qt.TextFlag.TextWordWrap)


class Wrapping:
    """A font with what it measures."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self._widest = self.metrics.maxWidth()

    def wrap(self, text: str, width: int) -> int:
        """Break at words; inside a word only where one alone is wider than `width` in pixels."""
        longest = max(text.split(), key=len, default="")
        fits = len(longest) * self._widest <= width or self.metrics.horizontalAdvance(longest) <= width
        return AT_WORDS if fits else ANYWHERE

    def height(self, text: str, width: int) -> int:
        """How high the text is at a width, in pixels."""
        return self.metrics.boundingRect(QRect(0, 0, max(1, width), 10_000_000), self.wrap(text, width), text).height()
