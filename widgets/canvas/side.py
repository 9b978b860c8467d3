"""What stands beside the picture: everybody in words, or the details of one person, or nothing."""

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from widgets.canvas.people_list import PeopleList

#: Below these the side stands under the picture; a low canvas has no height for that.
NARROW, LOW = 720, 420
MOST = 16777215


class Side(QStackedWidget):
    """The list, and in front of it the form while it is open."""

    def __init__(self, people: PeopleList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = people
        self.addWidget(people)
        self._wanted = True

    @property
    def open(self) -> bool:
        """Whether a form stands before the list."""
        return self.currentWidget() is not self.people

    def put(self, form: QWidget) -> None:
        """Have a form in front of the list."""
        if self.indexOf(form) < 0:
            self.addWidget(form)
        self.setCurrentWidget(form)

    def close_form(self) -> None:
        """The list again."""
        self.setCurrentWidget(self.people)

    def fit_into(self, row: QBoxLayout, width: int, height: int) -> None:
        """Stand beside the picture, or below it in a narrow canvas; a form may take more of it than the list."""
        narrow = width < NARROW and height >= LOW
        row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        if narrow:
            self.setMaximumSize(MOST, height // 2 if self.open else 80)
        else:
            most = width // 2 if self.open else width // 3
            self.setMaximumSize(min(380 if self.open else 300, most), MOST)
