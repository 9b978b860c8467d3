"""The heading of a part of the record, and at its end what can be done with that part, in a quiet voice."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from widgets.parts.focus_follower import bring_into_view
from widgets.parts.naming import named
from widgets.parts.reflow import words


class PartHead(QWidget):
    """A heading with quiet buttons."""

    def __init__(self, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 8, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._row.addWidget(words(name, "subtitle", field), 1)

    def add(self, text: str, description: str, do: Callable[[], object]) -> QPushButton:
        """A button at the end, called by its text and the part's name."""
        button = named(QPushButton(text), f"{text}, {self._name}", description)
        button.setProperty("kind", "quiet")
        button.setToolTip(description)
        button.clicked.connect(lambda _checked=False: do())
        self._row.addWidget(button)
        return button

    def add_copy(self, do: Callable[[], object]) -> None:
        """The button that puts the part on the clipboard."""
        copy = self.add("Copy", f"Copy “{self._name}” for the case system", do)
        named(copy, f"Copy {self._name}")

    def add_where(self, description: str, show: Callable[[bool], object], whole: QWidget) -> QPushButton:
        """The button that shows where the part came from, with `whole` of it in sight, and hides it again."""

        def follow() -> None:
            show(where.isChecked())
            QTimer.singleShot(0, whole, lambda: bring_into_view(whole))

        where = self.add("Where from", description, follow)
        where.setCheckable(True)
        return where
