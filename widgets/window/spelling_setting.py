"""Whether spelling is looked at, and the words that were added on this computer."""

from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.settings import Settings
from widgets.parts.growing_field import GrowingField
from widgets.parts.naming import named
from widgets.parts.reflow import words

UNDERLINE = "Underline words that are not known"
OWN = "Words added on this computer"


class OwnWords(GrowingField):
    """The words, one a line; they hold once the field is left."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(OWN, "One a line", least=2, most=8)
        self._settings = settings
        self.setPlainText(settings.values.own_words)

    def keep(self) -> None:
        """Take over what stands there, each word once."""
        held = dict.fromkeys(self.toPlainText().split())
        self._settings.set(own_words="\n".join(held))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes on to the next field has finished."""
        super().focusOutEvent(event)
        self.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """So has who closes the settings."""
        self.keep()
        super().hideEvent(event)


class SpellingSetting(QWidget):
    """On or off, and the words of this computer."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.on = named(QCheckBox(UNDERLINE), UNDERLINE, "In the field you type in; nothing is changed by itself")
        self.on.setChecked(settings.values.spelling)
        self.on.clicked.connect(lambda on: settings.set(spelling=on))
        self.own = OwnWords(settings)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(self.on)
        parts.addWidget(words(OWN, "hint", self.own))
        parts.addWidget(self.own)
