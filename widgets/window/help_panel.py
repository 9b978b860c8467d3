"""Help for what is in view: what to say and watch for, or what the page is for, and the keys that work here.

It lies over the page's right side, so that nothing under it moves, and goes by Esc or F1.
"""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QBrush,
    QKeyEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextListFormat,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app.masking import Masking
from models.help import HelpPart, Manner, keys_part
from models.keys import Key
from widgets import theme
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, words
from widgets.window.palette_entries import key_of, words_of

#: How wide it is, in heights of a line of text, and how much of the page it covers at most.
WIDTH, MOST = 23, 0.94
#: The column of keys, in the same measure.
KEYS = 7.4


def keys_in_view(offered: Iterable[tuple[str, QAction]]) -> list[HelpPart]:
    """The keys of the actions that can be done now, menu by menu."""
    menus: dict[str, list[Key]] = {}
    for menu, action in offered:
        if key_of(action) and action.isVisible():
            menus.setdefault(menu, []).append(Key(key_of(action), words_of(action)))
    return [keys_part(f"Keys: {menu}", keys) for menu, keys in menus.items()]


class HelpPanel(QFrame):
    """The panel.

    Signals:
        closed: it has gone; the keyboard goes where it was.
        print_wanted, save_wanted: of the card of keys.
    """

    closed = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setProperty("kind", "panel")
        self.setAutoFillBackground(True)
        self._window = window
        self._parts: list[HelpPart] = []
        self._masking: Masking | None = None
        self.page = named(QTextEdit(self), "Help", "Esc closes it")
        self.page.setReadOnly(True)
        self.page.setTabChangesFocus(True)
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.close_button = named(QPushButton("Close"), "Close", "Esc")
        self.close_button.clicked.connect(self.close)
        self._title = words("Help", "subtitle", self.page)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        self._for_paper = QWidget()
        paper = FlowLayout(self._for_paper)
        for text, wanted in (("Print the card…", self.print_wanted), ("Save as PDF…", self.save_wanted)):
            button = named(QPushButton(text), text)
            button.clicked.connect(wanted)
            paper.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._for_paper)
        column.addWidget(self.page, 1)
        self.hide()
        window.installEventFilter(self)

    def show_help(self, about: list[HelpPart], keys: list[HelpPart], masking: Masking | None) -> None:
        """Show these parts from their beginning; names as the windows show them."""
        self._show("Help", [*about, *keys], masking)

    def show_card(self, groups: Mapping[str, Sequence[Key]]) -> None:
        """Show every key, to be read, printed or saved."""
        self._show("Key card", [keys_part(group, keys) for group, keys in groups.items()], None)

    @property
    def shows_card(self) -> bool:
        """Whether the card of keys is what is shown."""
        return not self._for_paper.isHidden()

    def _show(self, title: str, parts: list[HelpPart], masking: Masking | None) -> None:
        self._title.setText(title)
        self._for_paper.setVisible(title != "Help")
        if masking is not None and masking is not self._masking:
            masking.changed.connect(self._write)
        self._parts, self._masking = parts, masking
        self._write()

    def _write(self) -> None:
        """Write it anew, which goes on where it was read where the words are the same."""
        document, place = QTextDocument(self.page), self.page.verticalScrollBar().value()
        document.setDefaultFont(theme.font("body"))
        document.setIndentWidth(theme.text_height())
        write_help(document, self._parts, self._masking)
        same = document.toPlainText() == self.page.toPlainText()
        self.page.setDocument(document)
        self.page.verticalScrollBar().setValue(place if same else 0)

    def open(self) -> None:
        """Come up, with the keyboard on the text: arrows and Page Down read on."""
        self._fit()
        self.show()
        self.raise_()
        self.page.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Colours and sizes are in the text itself."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "page"):
            self._fit()
            self._write()

    def closeEvent(self, event: QEvent) -> None:
        """Say that the keyboard is free; a widget that is hidden with the keyboard would hand it to the next one."""
        super().hide()
        self.closed.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand where the page is now."""
        super().showEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right of the page, whatever size the window takes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        centre = self._window.centralWidget()
        if centre is None:
            return
        whole = QRect(centre.mapTo(self._window, centre.rect().topLeft()), centre.size())
        width = min(WIDTH * theme.text_height(), round(whole.width() * MOST))
        self.setGeometry(whole.right() - width + 1, whole.top(), width, whole.height())


def write_help(document: QTextDocument, parts: Iterable[HelpPart], masking: Masking | None = None) -> None:
    """The parts as headings, sentences, bullets and tables of keys; never as mark-up."""
    cursor = QTextCursor(document)
    masked = masking.text if masking is not None else str
    for number, part in enumerate(parts):
        _heading(cursor, masked(part.heading), first=number == 0 and part.manner is not Manner.KEYS)
        lines = [masked(line) for line in part.lines]
        if part.manner is Manner.KEYS:
            _table(cursor, lines)
        elif part.manner is Manner.LIST:
            _bullets(cursor, lines)
        elif part.manner is Manner.SAID:
            _said(cursor, lines)
        else:
            for line in lines:
                _line(cursor, line)


def _heading(cursor: QTextCursor, text: str, first: bool) -> None:
    em = theme.text_height()
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setTopMargin(0 if first else em * 0.8)
    block.setBottomMargin(em * 0.15)
    block.setHeadingLevel(2)
    letters.setFont(theme.font("title" if first else "body", bold=True))
    letters.setForeground(QBrush(theme.colour("text" if first else "accent")))
    if cursor.block().length() == 1:  # the first of all, and what stands after what is said
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block, letters)
    cursor.insertText(text, letters)


def _plain(size: str = "body") -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(theme.font(size))
    letters.setForeground(QBrush(theme.colour("text")))
    return letters


def _line(cursor: QTextCursor, text: str) -> None:
    block = QTextBlockFormat()
    block.setBottomMargin(theme.text_height() * 0.15)
    cursor.insertBlock(block, _plain())
    cursor.insertText(text)


def _said(cursor: QTextCursor, lines: list[str]) -> None:
    """What can be read out stands in a field of its own."""
    form, strong = QTextFrameFormat(), _plain()
    form.setPadding(theme.text_height() * 0.35)
    form.setBackground(QBrush(theme.colour("tint")))
    form.setBottomMargin(theme.text_height() * 0.6)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(theme.colour("rule")))
    strong.setFont(theme.font("body", bold=True))
    cursor.insertFrame(form)
    cursor.insertText("\n".join(lines), strong)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _bullets(cursor: QTextCursor, lines: list[str]) -> None:
    form = QTextListFormat()
    form.setStyle(QTextListFormat.Style.ListDisc)
    form.setIndent(1)
    for place, line in enumerate(lines):
        if place:
            cursor.insertBlock()
        else:
            cursor.insertBlock(QTextBlockFormat(), _plain())
            cursor.createList(form)
        cursor.insertText(line)


def _table(cursor: QTextCursor, lines: list[str]) -> None:
    """Keys in a column of their own by a tab, which is text to a screen reader; a table of Qt's is not."""
    em, strong = theme.text_height(), _plain()
    strong.setFont(theme.font("body", bold=True))
    room = KEYS * em
    block = QTextBlockFormat()
    block.setLeftMargin(room)
    block.setTextIndent(-room)
    block.setBottomMargin(em * 0.2)
    block.setTabPositions([QTextOption.Tab(room, QTextOption.TabType.LeftTab)])
    for line in lines:
        key, _, does = line.partition("\t")
        cursor.insertBlock(block, strong)
        cursor.insertText(key, strong)
        cursor.insertText(f"\t{does}", _plain())
