"""The card being read, as large as fits; a long one grows smaller first, and then scrolls. Nothing is left out."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from widgets import theme
from widgets.cards.card_paint import runs_right_to_left
from widgets.parts.fields import named, put_text

#: Sizes tried, largest first, as multiples of body text.
_SIZES = (6.4, 5.2, 4.2, 3.2, 2.6, 2.1, 1.7, 1.35)
#: The largest and the smallest among other things, and on a page of its own.
AMONG_OTHERS, ALONE = (3.2, 1.35), (6.4, 2.1)
#: A text of more characters than this goes straight to the smallest size.
_FITS_NEVER = 1_200


class BigCard(QPlainTextEdit):
    """A text that is read aloud, **Card being read**.

    Signals:
        key_pressed(QKeyEvent): a key that it has no use for itself; whoever takes it accepts it.
        fitted(bool): whether the whole text is in sight now, and nothing is left to scroll to.
    """

    key_pressed = Signal(object)
    fitted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range = AMONG_OTHERS
        named(self, "Card being read")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().height() * 4)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def set_range(self, largest_and_smallest: tuple[float, float]) -> None:
        """How large and how small the text may stand, as multiples of body text."""
        self._range = largest_and_smallest
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text, in its own direction."""
        option = self.document().defaultTextOption()
        right = runs_right_to_left(text)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)
        put_text(self, text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another size."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down and the page keys scroll; every other key is the workspace's."""
        scrolling = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() in scrolling and not event.modifiers():
            super().keyPressEvent(event)
        else:
            # Not left to the parents: a scroll area among them would take Left and Right.
            event.ignore()
            self.key_pressed.emit(event)

    def sizeHint(self) -> QSize:
        """It takes what is left, and asks for no more than its least."""
        return QSize(400, self.minimumHeight())

    def _fit(self) -> None:
        """The largest size at which the whole text is in sight, or the smallest."""
        body = theme.current().points("body")
        text = self.toPlainText()
        largest, smallest = self._range
        allowed = [times for times in _SIZES if smallest <= times <= largest]
        whole = False
        for times in allowed[-1:] if len(text) > _FITS_NEVER else allowed:
            font = QFont(theme.font("body"))
            font.setPointSizeF(body * times)
            # The style sheet's own size would come before the widget's font.
            self.document().setDefaultFont(font)
            whole = self._whole_in_sight()
            if whole:
                break
        self.fitted.emit(whole)

    def _whole_in_sight(self) -> bool:
        layout, block, high = self.document().documentLayout(), self.document().firstBlock(), 0.0
        while block.isValid():  # asking for its room lays a paragraph out, which at a new size none is
            high += layout.blockBoundingRect(block).height()
            block = block.next()
        longest = max(self.toPlainText().split(), key=len, default="")
        wide = QFontMetricsF(self.document().defaultFont()).horizontalAdvance(longest)
        return high <= self.viewport().height() - 8 and wide <= self.viewport().width() - 8
