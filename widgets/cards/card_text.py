"""The field in which a card is written: Enter adds it, many pasted lines become many cards, Tab walks through gaps."""

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from models.pasted import lines_of
from widgets.parts.fields import TextField

#: A gap of a fill-in shape or a starter: "[child]", "[ … ]", or dots between words.
GAP = re.compile(r"\[[^\[\]\n]*\]|…")
#: A name that is being typed after an @, up to the cursor.
_NAME = re.compile(r"(?<!\S)@(\S*)$")
#: While the text is covered, so many of the words typed last stay in sight.
_WORDS = 3


class CardText(TextField):
    """**Card text**.

    Signals:
        lines_pasted(list[str]): several lines were pasted into the empty field: a card for each.
        refused: a text was to be put in while what is there cannot be changed.
    """

    lines_pasted = Signal(list)
    refused = Signal()

    #: Whether several pasted lines are several cards; else they are lines of this one.
    takes_many = True
    _covered = False

    def __init__(self, parent: QWidget | None = None) -> None:
        #: What Tab makes of a name that is being typed after an @; "" where there is nothing to offer.
        self.completed: Callable[[str], str] = lambda _begun: ""
        super().__init__("Card text", "Type the card. Enter adds it.", enter_submits=True, parent=parent)
        self.setAccessibleDescription(
            "Enter adds the card, Shift+Enter breaks the line, several pasted lines are cards"
        )

    def sizeHint(self) -> QSize:
        """It takes what is left, and asks for no more than its least."""
        return QSize(240, self.minimumHeight())

    def insert(self, text: str) -> None:
        """Put a text at the cursor and select its first gap."""
        if self.isReadOnly():
            self.refused.emit()
            return
        cursor = self.textCursor()
        start = cursor.selectionStart()
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.setFocus()
        self._select_gap(start)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Several lines pasted into an empty field are several cards."""
        lines = lines_of(source.text())
        if len(lines) > 1 and self.takes_many and not self.toPlainText().strip() and not self.isReadOnly():
            self.lines_pasted.emit(lines)
        else:
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab takes the name that is offered, or goes to the next gap, or leaves the field. A key that is held down
        adds one card."""
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        if event.key() == Qt.Key.Key_Tab and not event.modifiers() and self._take_tab():
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab is asked for here first: a name or a gap comes before the next field."""
        if forward and self._take_tab():
            return True
        return super().focusNextPrevChild(forward)

    def _take_tab(self) -> bool:
        begun = self.begun_name()
        name = self.completed(begun) if begun else ""
        if not begun or not name:
            return self._select_gap(self.textCursor().selectionEnd())
        cursor = self.textCursor()
        units = len(begun.encode("utf-16-le")) // 2
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, units)
        cursor.insertText(f"{name} ")
        return True

    def begun_name(self) -> str | None:
        """What is typed of a name after an @, up to the cursor; None where no name is being typed."""
        cursor = self.textCursor()
        units = cursor.block().text().encode("utf-16-le")[: cursor.positionInBlock() * 2]
        found = _NAME.search(units.decode("utf-16-le", "ignore"))
        return None if found is None or cursor.hasSelection() or self.isReadOnly() else found[1]

    def set_covered(self, covered: bool) -> None:
        """Show only the words typed last, as on a wall; or the whole text."""
        if covered != self._covered:
            self._covered = covered
            (self.textChanged.connect if covered else self.textChanged.disconnect)(self._cover)
            self._cover()

    def _cover(self) -> None:
        selections = []
        if self._covered:
            cover = QTextEdit.ExtraSelection()
            unseen = QTextCharFormat()
            unseen.setForeground(self.palette().base())
            cursor = self.textCursor()
            before, *seen = self.toPlainText().rsplit(None, _WORDS) or [""]
            cursor.setPosition(0)
            hidden = len(before.encode("utf-16-le")) // 2 if len(seen) == _WORDS else 0
            cursor.setPosition(hidden, QTextCursor.MoveMode.KeepAnchor)
            cover.format, cover.cursor = unseen, cursor
            selections.append(cover)
        self.setExtraSelections(selections)

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
