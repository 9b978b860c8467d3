"""Whether it chimes, and a way to hear it once."""

from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QVBoxLayout, QWidget

from app.chime import Chime
from app.settings import Settings
from widgets.parts.announce import announce
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, words

NO_PLAYER = "Nothing on this computer can play it, so the computer's own beep is used."


class ChimeSetting(QWidget):
    """The setting for all phases; a phase's own is in the menu Timer."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.on = named(QCheckBox("Chime at one minute and at zero"), "Chime at one minute and at zero")
        self.on.setChecked(settings.values.chime)
        self.on.clicked.connect(lambda on: settings.set(chime=on))
        self.play = named(QPushButton("Play it once"), "Play it once", "Hear the chime now")
        self.chime = Chime(QApplication.beep, self)
        self.play.clicked.connect(self.chime)
        self.said = words("", "hint")
        self.said.hide()
        self.chime.beeped.connect(self._say)
        line = FlowLayout()
        line.addWidget(self.on)
        line.addWidget(self.play)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addLayout(line)
        parts.addWidget(self.said)

    def _say(self) -> None:
        self.said.setText(NO_PLAYER)
        self.said.show()
        announce(self, NO_PLAYER)
