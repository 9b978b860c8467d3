"""The field in which a card is written: Enter adds it, many pasted lines become many cards, gaps are walked by Tab."""

import re

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from widgets.parts.fields import TextField

#: A gap of a fill-in shape or a starter: "[child]", "[ … ]", or dots between words.
GAP = re.compile(r"\[[^\[\]\n]*\]|…")


class CardText(TextField):
    """**Card text**.

    Signals:
        lines_pasted(list[str]): several lines were pasted into the empty field: a card for each.
    """

    lines_pasted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Card text", "Type the card. Enter adds it.", enter_submits=True, parent=parent)
        self.setAccessibleDescription(
            "Enter adds the card, Shift+Enter breaks the line, several pasted lines are cards"
        )

    def sizeHint(self) -> QSize:
        """It takes what is left, and asks for no more than its least."""
        return QSize(240, self.minimumHeight())

    def insert(self, text: str) -> None:
        """Put a text at the cursor and select its first gap."""
        cursor = self.textCursor()
        start = cursor.selectionStart()
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.setFocus()
        self._select_gap(start)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Several lines pasted into an empty field are several cards."""
        lines = [line.strip() for line in re.split(r"[\r\n\u2028\u2029]+", source.text()) if line.strip()]
        if len(lines) > 1 and not self.toPlainText().strip() and not self.isReadOnly():
            self.lines_pasted.emit(lines)
        else:
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab goes to the next gap, and leaves the field where there is none."""
        if (
            event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and self._select_gap(self.textCursor().selectionEnd())
        ):
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab is asked for here first: a gap that follows comes before the next field."""
        if forward and self._select_gap(self.textCursor().selectionEnd()):
            return True
        return super().focusNextPrevChild(forward)

    def _select_gap(self, start: int) -> bool:
        text = self.toPlainText()
        # Positions are counted in UTF-16 units, as Qt counts them: an emoji is two.
        before = len(text.encode("utf-16-le")[: start * 2].decode("utf-16-le", "ignore"))
        found = GAP.search(text, before)
        if found is None:
            return False
        units = [len(text[:place].encode("utf-16-le")) // 2 for place in found.span()]
        cursor = self.textCursor()
        cursor.setPosition(units[0])
        cursor.setPosition(units[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True
