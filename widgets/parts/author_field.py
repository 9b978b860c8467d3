"""Who writes: a field that takes a name, its beginning, or its number, and offers the names there are.

A combo box would do on paper; but on Linux Qt names a combo box by what it shows, and people and tools find this one
by its name.
"""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from widgets.parts.fields import LineField, put_text


class AuthorField(LineField):
    """The author of the next card, by name.

    Signals:
        picked(str): a person picked another author, by id.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Author", parent=parent)
        self.setAccessibleDescription("A name, its beginning or its number; Down offers all")
        self._authors: list[tuple[str, str]] = []
        self._author = ""
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        completer.activated.connect(self._take)
        self.textChanged.connect(self._whole_name_given)
        self.editingFinished.connect(self._finish)

    @property
    def author(self) -> str:
        """The id of the author shown, "" where nobody is named."""
        return self._author

    @property
    def authors(self) -> list[tuple[str, str]]:
        """Who is offered: id and name."""
        return list(self._authors)

    def show_authors(self, authors: Sequence[tuple[str, str]]) -> None:
        """Offer these authors, each an id and a name."""
        if list(authors) != self._authors:
            self._authors = list(authors)
            self._names.setStringList([name for _, name in authors])
            self.show_author(self._author)

    def show_author(self, author: str) -> None:
        """Show this author without saying that a person picked them."""
        self._author = author
        put_text(self, self.author_name())

    def author_name(self) -> str:
        """The name of the author shown."""
        return dict(self._authors).get(self._author, "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces the name."""
        super().focusInEvent(event)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down offers every name."""
        if event.key() == Qt.Key.Key_Down:
            self.completer().setCompletionPrefix("")
            self.completer().complete()
        else:
            super().keyPressEvent(event)

    def _whole_name_given(self, text: str) -> None:
        for author, name in self._authors:
            if name == text and author != self._author:
                self._pick(author)
                return

    def _take(self, name: str) -> None:
        self._pick(next((author for author, known in self._authors if known == name), self._author))

    def _finish(self) -> None:
        self._pick(self._meant(self.text().strip()))

    def _meant(self, text: str) -> str:
        """The author that a name, the only fitting beginning of one, or a number means; else the one there was."""
        whole = [author for author, name in self._authors if name.casefold() == text.casefold()]
        begun = [author for author, name in self._authors if name.casefold().startswith(text.casefold())]
        if whole:
            return whole[0]
        if text and len(begun) == 1:
            return begun[0]
        if text.isdecimal() and 0 < int(text) <= len(self._authors):
            return self._authors[int(text) - 1][0]
        return self._author

    def _pick(self, author: str) -> None:
        other = author != self._author
        self.show_author(author)
        if other:
            self.picked.emit(author)
