"""The settings of this computer: agency, chime, colours, spelling, genogram; and authors on a session's sheets."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QVBoxLayout, QWidget

from app.document import Document
from app.settings import Settings
from models.session import Details
from widgets import theme
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import named
from widgets.parts.focus_follower import FocusFollower
from widgets.parts.reflow import column, scrolled, words
from widgets.window.agency_panel import AgencyPanel
from widgets.window.chime_setting import ChimeSetting
from widgets.window.menus import THEMES
from widgets.window.spelling_setting import SpellingSetting

LESS_MOTION = "People on the genogram are in their new places at once, and the cursor does not blink"


class SettingsDialog(QDialog):
    """Every change holds at once; there is nothing to confirm. With a document, its session's own setting too."""

    def __init__(self, settings: Settings, document: Document | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._settings = settings
        self.agency = AgencyPanel(settings)
        self.chime = ChimeSetting(settings)
        self.spelling = SpellingSetting(settings)
        self.theme = named(ChoiceBox(), "Colours")
        for name, text in THEMES:
            self.theme.addItem(text, name)
        self.less_motion = named(QCheckBox("Less motion"), "Less motion", LESS_MOTION)
        self.less_motion.setToolTip(LESS_MOTION)
        self.solid = named(QCheckBox("Unmarried couples with a solid line"), "Unmarried couples with a solid line")
        self.authors = named(QCheckBox("Name authors on question sheets"), "Name authors on question sheets")
        self.close_button = named(QPushButton("Close"), "Close")
        self._show()
        self._connect()
        self._lay_out(document)
        self._follower = FocusFollower(self)

    def _show(self) -> None:
        values = self._settings.values
        self.less_motion.setChecked(values.less_motion)
        self.solid.setChecked(values.all_couples_solid)
        self.theme.setCurrentIndex(self.theme.findData(values.theme))

    def _connect(self) -> None:
        self.less_motion.clicked.connect(lambda on: self._settings.set(less_motion=on))
        self.solid.clicked.connect(lambda on: self._settings.set(all_couples_solid=on))
        self.theme.activated.connect(lambda _index: self._settings.set(theme=self.theme.currentData()))
        self.close_button.clicked.connect(self.accept)

    def _lay_out(self, document: Document | None) -> None:
        content, parts = column()
        em = theme.text_height()
        parts.setContentsMargins(0, 0, em // 2, 0)
        parts.addWidget(words("Agency", "subtitle"))
        parts.addWidget(self.agency)
        parts.addWidget(words("This computer", "subtitle"))
        parts.addWidget(self.chime)
        parts.addWidget(words("Colours", "hint", self.theme))
        parts.addWidget(self.theme)
        parts.addWidget(self.less_motion)
        parts.addWidget(words("Spelling", "subtitle"))
        parts.addWidget(self.spelling)
        parts.addWidget(words("Genogram", "subtitle"))
        parts.addWidget(self.solid)
        if document is not None:
            self.authors.setChecked(document.session.details.authors_shown)
            self.authors.clicked.connect(
                lambda on: document.set("Change authors on sheets", Details(), authors_shown=on)
            )
            parts.addWidget(words("This session", "subtitle"))
            parts.addWidget(self.authors)
        parts.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addWidget(scrolled(content))
        whole.addWidget(self.close_button)
        wish = content.sizeHint() + QSize(3 * em, 5 * em)
        self.resize(wish.expandedTo(QSize(26 * em, 0)).boundedTo(self.screen().availableSize() * 0.95))

    def done(self, result: int) -> None:
        """What is half typed holds as well."""
        self.agency.finish()
        super().done(result)
