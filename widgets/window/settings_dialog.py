"""The settings of this computer: whom the record names, chime, colours, genogram, and authors on the sheets."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QPushButton, QVBoxLayout, QWidget

from app.document import Document
from app.settings import Settings
from models.session import Details
from widgets.parts.fields import LineField, named
from widgets.parts.reflow import words
from widgets.window.menus import THEMES


class SettingsDialog(QDialog):
    """Every change holds at once; there is nothing to confirm. With a document, its session's own setting too."""

    def __init__(self, settings: Settings, document: Document | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._settings = settings
        self.agency = LineField("Agency's name", "as it stands on the record")
        self.short = LineField("Agency's short name")
        self.chime = named(QCheckBox("Chime at one minute and at zero"), "Chime at one minute and at zero")
        self.theme = named(QComboBox(), "Colours")
        for name, text in THEMES:
            self.theme.addItem(text, name)
        self.less_motion = named(QCheckBox("Less motion on the genogram"), "Less motion on the genogram")
        self.solid = named(QCheckBox("Unmarried couples with a solid line"), "Unmarried couples with a solid line")
        self.authors = named(QCheckBox("Name authors on question sheets"), "Name authors on question sheets")
        self.close_button = named(QPushButton("Close"), "Close")
        self._show()
        self._connect()
        self._lay_out(document)

    def _show(self) -> None:
        values = self._settings.values
        self.agency.setText(values.agency_name)
        self.short.setText(values.agency_short_name)
        self.chime.setChecked(values.chime)
        self.less_motion.setChecked(values.less_motion)
        self.solid.setChecked(values.all_couples_solid)
        self.theme.setCurrentIndex(self.theme.findData(values.theme))

    def _connect(self) -> None:
        self.agency.editingFinished.connect(lambda: self._settings.set(agency_name=self.agency.text().strip()))
        self.short.editingFinished.connect(lambda: self._settings.set(agency_short_name=self.short.text().strip()))
        self.chime.clicked.connect(lambda on: self._settings.set(chime=on))
        self.less_motion.clicked.connect(lambda on: self._settings.set(less_motion=on))
        self.solid.clicked.connect(lambda on: self._settings.set(all_couples_solid=on))
        self.theme.activated.connect(lambda _index: self._settings.set(theme=self.theme.currentData()))
        self.close_button.clicked.connect(self.accept)

    def _lay_out(self, document: Document | None) -> None:
        column = QVBoxLayout(self)
        for text, field in (("Agency's name", self.agency), ("Agency's short name", self.short)):
            column.addWidget(words(text, "hint", field))
            column.addWidget(field)
        column.addWidget(self.chime)
        column.addWidget(words("Colours", "hint", self.theme))
        column.addWidget(self.theme)
        column.addWidget(words("Genogram", "hint"))
        column.addWidget(self.less_motion)
        column.addWidget(self.solid)
        if document is not None:
            self.authors.setChecked(document.session.details.authors_shown)
            self.authors.clicked.connect(lambda on: document.set("Authors on sheets", Details(), authors_shown=on))
            column.addWidget(words("This session", "hint"))
            column.addWidget(self.authors)
        column.addWidget(self.close_button)

    def done(self, result: int) -> None:
        """What is half typed holds as well."""
        self._settings.set(agency_name=self.agency.text().strip(), agency_short_name=self.short.text().strip())
        super().done(result)
