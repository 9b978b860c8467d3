"""Spelling help in the field where somebody writes: unknown words have a wave under them while the keyboard is there,
and the menu of the word says what it could be. Nothing is ever changed by itself.

Only the field in use is looked at, so that a wall shows people's words and not our doubts. The waves are selections
that are painted over the text: they move with it while it is typed, and cost the key nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from app.spelling import Speller
from models.spelling import Span, word_at
from widgets import theme

if TYPE_CHECKING:
    from models.session import Session

#: Milliseconds without a key until what was typed is looked at.
PAUSE = 600
MENU_KEY = "Shift+F10"
#: What Qt calls the entries of its menu that are the window's business.
_UNDO = ("edit-undo", "edit-redo")


class SpellingHelp(QObject):
    """Follows the keyboard from field to field of the whole application.

    Signals:
        said(str): one sentence for people: a word that is not known, or that there is none.
    """

    said = Signal(str)

    def __init__(
        self, speller: Speller, session: "Callable[[], Session | None]", parent: QObject | None = None
    ) -> None:
        """`session` gives the open session, whose names are words."""
        super().__init__(parent)
        self._speller = speller
        self._session = session
        self._field: QPlainTextEdit | None = None
        self._key: QShortcut | None = None
        self._checked: dict[str, list[Span]] = {}
        self._going_on = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.check)
        speller.changed.connect(self._known_otherwise)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    # The field in use

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is self._field:
            return
        self._leave()
        if isinstance(now, QPlainTextEdit):
            self._enter(now)

    def _enter(self, field: QPlainTextEdit) -> None:
        self._field = field
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        field.customContextMenuRequested.connect(self._show_menu)
        self._key = QShortcut(QKeySequence(MENU_KEY), field)  # not every platform makes a menu of it, nor has every
        self._key.setContext(Qt.ShortcutContext.WidgetShortcut)  # keyboard a key for menus
        self._key.activated.connect(lambda: self._show_menu(field.cursorRect().center()))
        field.document().contentsChanged.connect(self._pause.start)
        field.cursorPositionChanged.connect(self._pause.start)
        field.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._speller.set_session(self._session())
        self._checked.clear()
        self._pause.start()

    def _leave(self) -> None:
        field, self._field = self._field, None
        self._pause.stop()
        if field is None or not isValid(field):
            return
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        field.customContextMenuRequested.disconnect(self._show_menu)
        if self._key is not None:
            self._key.deleteLater()
            self._key = None
        field.document().contentsChanged.disconnect(self._pause.start)
        field.cursorPositionChanged.disconnect(self._pause.start)
        field.verticalScrollBar().valueChanged.disconnect(self._scrolled)
        field.setExtraSelections([])

    def _scrolled(self, _to: int) -> None:
        self._pause.start()

    def _known_otherwise(self) -> None:
        self._checked.clear()
        if self._going_on and self._speller.ready:
            self._going_on = False
            self.go_to_next()
        self.check()

    # Waves

    def check(self) -> None:
        """Put waves under what is not known, less the word that is being typed."""
        field = self._field
        if field is None or not isValid(field) or field.isReadOnly():
            if field is not None and isValid(field):
                field.setExtraSelections([])
            return
        if self._speller.on and not self._speller.ready:
            self._speller.begin()
            return
        here = field.textCursor().position()
        checked: dict[str, list[Span]] = {}
        places = []
        for block, spans in self._looked_at(_paragraphs_in_sight(field), checked):
            at = block.position()
            places += [(at + span.start, at + span.end) for span in spans if at + span.end != here]
        self._checked = checked  # of what is in sight alone
        now = [(each.cursor.selectionStart(), each.cursor.selectionEnd()) for each in field.extraSelections()]
        if places != now:
            field.setExtraSelections([_wave(field, start, end) for start, end in places])

    def _looked_at(
        self, paragraphs: Iterable[QTextBlock], checked: dict[str, list[Span]]
    ) -> Iterator[tuple[QTextBlock, list[Span]]]:
        """Paragraphs with the words in them that are not known; one that was looked at is not again."""
        for block in paragraphs:
            text = block.text()
            spans = self._checked.get(text)
            checked[text] = self._speller.unknown(text) if spans is None else spans
            if checked[text]:
                yield block, checked[text]

    # The menu of a word

    def _show_menu(self, at: QPoint) -> None:
        field = self._field
        if field is None:
            return
        menu = self.menu_at(field, field.cursorForPosition(at))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(field.viewport().mapToGlobal(at))

    def menu_at(self, field: QPlainTextEdit, cursor: QTextCursor) -> QMenu:
        """The field's menu; over a word that is not known, first what it could be."""
        menu = field.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in _UNDO:
                menu.removeAction(action)
        span = self._unknown_at(cursor)
        if span is not None:
            first = next(action for action in menu.actions())
            word = QTextCursor(cursor)
            word.setPosition(cursor.block().position() + span.start)
            word.setPosition(cursor.block().position() + span.end, QTextCursor.MoveMode.KeepAnchor)
            for action in self._offers(span.word, word, menu):
                menu.insertAction(first, action)
            menu.insertSeparator(first)
        return menu

    def _unknown_at(self, cursor: QTextCursor) -> Span | None:
        text = cursor.block().text()
        span = word_at(text, cursor.positionInBlock())
        return span if span in self._speller.unknown(text) else None

    def _offers(self, word: str, cursor: QTextCursor, menu: QMenu) -> list[QAction]:
        offers = []
        for suggestion in self._speller.suggestions(word):
            offer = QAction(suggestion.replace("&", "&&"), menu)
            offer.triggered.connect(lambda _on=False, text=suggestion: cursor.insertText(text))
            offers.append(offer)
        if not offers:
            none = QAction("No other spelling found", menu)
            none.setEnabled(False)
            offers.append(none)
        add = QAction(f"Add “{word}” to this computer's words", menu)
        add.triggered.connect(lambda: self._speller.add(word))
        return [*offers, add]

    # From word to word

    def go_to_next(self) -> None:
        """Select the next unknown word, in this field or the next ones of the window, and say what it is."""
        if not self._speller.on:
            self.said.emit("Spelling help is off; the settings turn it on.")
            return
        if not self._speller.ready:
            self._going_on = True
            self._speller.begin()
            return
        self._speller.set_session(self._session())
        self._checked.clear()
        here = QApplication.focusWidget() or QApplication.activeWindow()
        for field, after in _fields_from(here) if here is not None else []:
            if self._select_after(field, after):
                return
        self.said.emit("No unknown words here.")

    def _select_after(self, field: QPlainTextEdit, after: int) -> bool:
        for block, spans in self._looked_at(_paragraphs(field.document().firstBlock()), {}):
            for span in spans:
                if block.position() + span.start >= after:
                    cursor = QTextCursor(block)
                    cursor.setPosition(block.position() + span.start)
                    cursor.setPosition(block.position() + span.end, QTextCursor.MoveMode.KeepAnchor)
                    field.setFocus()
                    field.setTextCursor(cursor)
                    self.said.emit(f"Not known: “{span.word}”. {MENU_KEY}, or a right click, offers others.")
                    return True
        return False


def _paragraphs(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.next()


def _paragraphs_in_sight(field: QPlainTextEdit) -> Iterator[QTextBlock]:
    area = field.viewport().rect()
    last = field.cursorForPosition(area.bottomRight()).blockNumber()
    first = field.cursorForPosition(area.topLeft()).block()
    return takewhile(lambda block: block.blockNumber() <= last, _paragraphs(first))


def _wave(field: QPlainTextEdit, start: int, end: int) -> QTextEdit.ExtraSelection:
    wave = QTextEdit.ExtraSelection()
    cursor = QTextCursor(field.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(theme.colour("signal"))
    wave.cursor, wave.format = cursor, look
    return wave


def _fields_from(here: QWidget) -> list[tuple[QPlainTextEdit, int]]:
    """The window's fields that can be written in, as the page is read, each with the place to look from: first the rest
    of the one with the keyboard, last the whole of it.

    The chain of Tab is not walked: who is returned from it belongs, for PySide, to whom it was asked of.
    """
    window = here.window()
    every = [field for field in window.findChildren(QPlainTextEdit) if _is_written_in(field)]
    places = {id(field): field.mapTo(window, QPoint(0, 0)) for field in every}
    every.sort(key=lambda field: (places[id(field)].y(), places[id(field)].x()))
    at = every.index(here) if here in every else -1
    fields = [*every[at + 1 :], *every[: max(at, 0)]]
    found = [(field, 0) for field in fields]
    if _is_written_in(here):
        field = cast(QPlainTextEdit, here)
        return [(field, field.textCursor().selectionEnd()), *found, (field, 0)]
    return found


def _is_written_in(widget: QWidget) -> bool:
    return isinstance(widget, QPlainTextEdit) and widget.isVisible() and widget.isEnabled() and not widget.isReadOnly()
