"""What stands beside the picture: everybody one by one, the family in words, the details of one person, or nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.document import Document
from app.masking import Masking
from widgets.canvas.family_words import FamilyWords
from widgets.canvas.people_list import PeopleList
from widgets.canvas.person_form import PersonForm
from widgets.parts.fields import named
from widgets.parts.reflow import words

#: Below these the side stands under the picture; a low canvas has no height for that.
NARROW, LOW = 720, 420
MOST = 16777215


class Side(QStackedWidget):
    """The list or the family in words, and in front of them the form while it is open.

    Signals:
        closed: the form was closed; the picture goes on.
    """

    closed = Signal()

    def __init__(self, document: Document, masking: Masking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._masking = document, masking
        self.people = PeopleList(self)
        self.words: FamilyWords | None = None  # these two are made when they are first asked for
        self.form: PersonForm | None = None
        self._page: QWidget | None = None
        self._behind: QWidget = self.people
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.addWidget(self.people)

    @property
    def open(self) -> bool:
        """Whether the form stands before the list."""
        return self._page is not None and self.currentWidget() is self._page

    def show_words(self, wanted: bool) -> None:
        """The family in words, or the list."""
        if wanted and self.words is None:
            self.words = FamilyWords(self._document, self._masking, self)
            self.addWidget(self.words)
        self._behind = self.words if wanted and self.words is not None else self.people
        self.setCurrentWidget(self._behind)

    def show_details(self, person: str) -> None:
        """The form about a person, with the keyboard in it."""
        if self.form is None:
            self._make_form()
        if self._page is not None:
            self.setCurrentWidget(self._page)
        self.show()
        if self.form is not None:
            self.form.point_at(person)
            self.form.first_field().setFocus()

    def follow(self, person: str) -> None:
        """While it is open, the form is about whoever is in focus."""
        if self.form is not None and self.open:
            self.form.point_at(person)

    def _make_form(self) -> None:
        self._page = page = QWidget()
        page.setProperty("kind", "panel")
        self.form = PersonForm(self._document, self._masking, page)
        close = named(QPushButton("Close"), "Close details", "Back to the picture")
        close.clicked.connect(lambda _checked: self.close_form())
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 4, 0)
        top.addWidget(words("Details", "title"), 1)
        top.addWidget(close)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(self.form, 1)
        self.addWidget(page)

    def close_form(self) -> None:
        """What stood there before, again."""
        if self.open and self.form is not None:
            self.setCurrentWidget(self._behind)
            self.form.point_at("")
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form."""
        if event.key() == Qt.Key.Key_Escape and self.open:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def fit_into(self, row: QBoxLayout, width: int, height: int) -> None:
        """Stand beside the picture, or below it in a narrow canvas; the form takes more of it than the list."""
        narrow = width < NARROW and height >= LOW
        row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        if narrow:
            self.setMaximumSize(MOST, height // 2 if self.open else 80)
        elif self.open or self._behind is self.words:
            self.setMinimumWidth(min(400, width // 2))
            self.setMaximumSize(min(480, width // 2), MOST)
        else:
            self.setMaximumSize(min(300, width // 3), MOST)
        if narrow or not (self.open or self._behind is self.words):
            self.setMinimumWidth(0)
