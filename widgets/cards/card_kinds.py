"""A small choice among the kinds of card that a phase asks for; hidden where there is only one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from models.process import CardForm
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout


class CardKinds(QWidget):
    """A button for each kind, one of them down.

    Signals:
        picked(CardForm): a person picked a kind.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms: tuple[CardForm, ...] = ()
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(self, 6)

    def show_forms(self, forms: tuple[CardForm, ...]) -> None:
        """Offer these kinds."""
        if forms == self._forms:
            return
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._forms = forms
        self.setVisible(len(forms) > 1)
        for place, form in enumerate(forms if len(forms) > 1 else ()):
            button = named(QPushButton(form.label.replace("&", "&&"), self), form.label)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._clicked, form))
            self._group.addButton(button, place)
            self._flow.addWidget(button)
            button.show()

    def show_picked(self, form: CardForm) -> None:
        """Show which kind is written now."""
        if len(self._forms) > 1 and form in self._forms:
            self._group.button(self._forms.index(form)).setChecked(True)

    def _clicked(self, form: CardForm) -> None:
        self.picked.emit(form)
