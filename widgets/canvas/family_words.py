"""The family in words, beside or instead of the picture: to be heard, read in large type, searched and copied."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QGuiApplication, QShowEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app.document import Document
from app.masking import Masking
from models.family_words import Passage, family_in_words, passages_text
from models.genogram import ChildOf, Household, Partnership, Person, Relationship
from models.kin import family_of
from models.session import Change
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.reflow import words

NAME = "Family in words"
EMPTY = "Nobody is on the genogram yet."
KINDS = (Person, Partnership, ChildOf, Household, Relationship)
HEADING = 2  # its level for screen readers, which go from heading to heading


class FamilyWords(QWidget):
    """The family of one document as text, as it may be shown; it follows every change while it is seen."""

    def __init__(self, document: Document, masking: Masking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._masking = masking
        self._passages: list[Passage] | None = None
        self._stale = True
        self.text = named(QTextEdit(self), NAME, "Everybody on the genogram, who they are to one another, and where")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(EMPTY)
        by_keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | by_keyboard)
        self._copy = named(QPushButton("Copy"), "Copy the family in words")
        self._copy.setProperty("kind", "quiet")
        self._copy.clicked.connect(lambda _checked: self.copy())
        self._lay_out()
        self.setFocusProxy(self.text)
        document.changed.connect(self._follow)
        masking.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(words(NAME, "title"), 1)
        top.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.text, 1)

    def refresh(self) -> None:
        """Say the family as it is now; at once where it is seen, else when it is shown."""
        self._stale = True
        if self.isVisible():
            self._show()
        elif self._masking.on:
            self._passages = None
            self.text.clear()  # names in full are gone at once, seen or not

    def copy(self) -> None:
        """Put the words on the clipboard, as they may be shown."""
        data = QMimeData()
        data.setText(passages_text(self._said()))
        QGuiApplication.clipboard().setMimeData(data)
        how = " with initials for names" if self._masking.on else ""
        announce(self, f"The family in words is on the clipboard{how}.")

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody read it is there now."""
        super().showEvent(event)
        if self._stale:
            self._show()

    def _follow(self, changes: list[Change]) -> None:
        if any(change.kind in KINDS for change in changes):
            self.refresh()

    def _said(self) -> list[Passage]:
        shown = self._masking.text
        return [
            Passage(shown(passage.heading), tuple(map(shown, passage.paragraphs)))
            for passage in family_in_words(family_of(self._document.session))
        ]

    def _show(self) -> None:
        self._stale = False
        passages = self._said()
        if passages == self._passages:
            return
        self._passages = passages
        bar = self.text.verticalScrollBar()
        place = bar.value()
        self._write(passages)
        self._copy.setEnabled(bool(passages))
        bar.setValue(place)

    def _write(self, passages: list[Passage]) -> None:
        """Headings and paragraphs, as text and never as mark-up."""
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        head, line = QTextBlockFormat(), QTextBlockFormat()
        head.setHeadingLevel(HEADING)
        bold, plain = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        head.setBottomMargin(2)
        line.setBottomMargin(4)
        gap = self.fontMetrics().height() / 2
        for number, passage in enumerate(passages):
            head.setTopMargin(gap if number else 0)
            self._put(cursor, passage.heading, head, bold, first=number == 0)
            for paragraph in passage.paragraphs:
                self._put(cursor, paragraph, line, plain)

    @staticmethod
    def _put(
        cursor: QTextCursor, text: str, block: QTextBlockFormat, letters: QTextCharFormat, first: bool = False
    ) -> None:
        if first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(text, letters)
