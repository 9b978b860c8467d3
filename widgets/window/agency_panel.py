"""What documents say of the agency: its names, colour and logo, and what its case system calls a child's number."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from app.agency import LogoJob, logo_file, printed_colour, read_colour
from app.export.look import OURS
from app.export.options import REFERENCE_LABEL
from app.export_job import JobRunner
from app.settings import Settings
from widgets import theme
from widgets.parts.announce import announce
from widgets.parts.checked_field import CheckedField
from widgets.parts.fields import LineField, named
from widgets.parts.fitting_dialog import ask_colour, fit_next_dialog
from widgets.parts.reflow import FlowLayout, TurningRow, words

OUR_COLOUR = "Askwell’s own colour is used."
AS_CHOSEN = "Headings and bands are printed in this colour."
DARKENED = "This colour is too pale to be read on paper, so that it is printed darker, as shown."
NO_LOGO = "No logo stands on the documents."


class Swatch(QWidget):
    """A colour as it stands on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "Colour on paper")
        self._colour = QColor()

    def show_colour(self, colour: str) -> None:
        """Show a colour, "#0f5466" or the like."""
        self._colour = QColor(colour)
        self.setAccessibleDescription(colour)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The colour, with an edge that is seen on any ground."""
        painter = QPainter(self)
        painter.setPen(theme.colour("line"))
        painter.setBrush(self._colour)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class AgencyPanel(QWidget):
    """Every change holds at once."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._jobs = JobRunner(self)
        self._job: LogoJob | None = None
        self._logo_sentence = ""
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        self.name = LineField("Agency's name", "as it stands on the record")
        self.short = LineField("Agency's short name")
        self.reference = LineField("What the case system calls a child's number", REFERENCE_LABEL)
        self.colour = CheckedField("Agency's colour", OURS, read_colour, str)
        self.choose_colour = named(QPushButton("Choose colour…"), "Choose colour…")
        self.swatch = Swatch()
        self.colour_said = words("", "hint")
        self.logo = named(QLabel(), "Logo")
        self.choose_logo = named(QPushButton("Choose logo…"), "Choose logo…")
        self.remove_logo = named(QPushButton("Remove logo"), "Remove logo")
        self.logo_said = words("", "hint")
        self._texts = {"agency_name": self.name, "agency_short_name": self.short, "reference_label": self.reference}
        for setting, field in self._texts.items():
            field.setText(getattr(settings.values, setting))
            field.editingFinished.connect(self._keep_texts)
        self.colour.show_value(settings.values.agency_colour)
        self.colour.entered.connect(lambda colour: settings.set(agency_colour=colour))
        self.choose_colour.clicked.connect(self._ask_colour)
        self.choose_logo.clicked.connect(self._ask_logo)
        self.remove_logo.clicked.connect(self._remove_logo)
        settings.changed.connect(self._show)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for text, field in (
            ("Agency's name", self.name),
            ("Agency's short name", self.short),
            ("What the case system calls a child's number", self.reference),
        ):
            layout.addWidget(words(text, "hint", field))
            layout.addWidget(field)
        layout.addWidget(words("Agency's colour", "hint", self.colour))
        em = theme.text_height()
        self.swatch.setFixedSize(round(em * 2.5), round(em * 1.6))
        line = TurningRow(turn_at=16, gap=8)
        for part, share in ((self.colour, 1), (self.swatch, 0), (self.choose_colour, 0)):
            line.add(part, share)
            line.row.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(line)
        layout.addWidget(self.colour.sentence)  # as wide as the panel: beside the field it would be cut off
        layout.addWidget(self.colour_said)
        layout.addWidget(words("Agency's logo", "hint"))
        layout.addWidget(self.logo)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.choose_logo)
        flow.addWidget(self.remove_logo)
        layout.addWidget(buttons)
        layout.addWidget(self.logo_said)

    def _show(self) -> None:
        values = self._settings.values
        self.colour.show_value(values.agency_colour)
        printed = printed_colour(values.agency_colour)
        self.swatch.show_colour(printed)
        if not values.agency_colour:
            self.colour_said.setText(OUR_COLOUR)
        else:
            self.colour_said.setText(AS_CHOSEN if printed == values.agency_colour else DARKENED)
        self._show_logo(logo_file(values.agency_logo))

    def _show_logo(self, file: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(file)
        held = not picture.isNull()
        self.logo.setVisible(held)
        self.remove_logo.setVisible(held)
        if held:
            self.logo.setPixmap(self._on_paper(picture))
        self.logo_said.setText(self._logo_sentence or ("" if held else NO_LOGO))

    def _on_paper(self, picture: QPixmap) -> QPixmap:
        """The picture small, on white, whatever the window's colours are."""
        em, ratio = theme.text_height(), self.devicePixelRatioF()
        small = picture.scaled(
            round(em * 12 * ratio),
            round(em * 4 * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        paper = QPixmap(small.size())
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawPixmap(0, 0, small)
        painter.end()
        paper.setDevicePixelRatio(ratio)
        return paper

    # Changing

    def _keep_texts(self) -> None:
        self._settings.set(**{setting: field.text().strip() for setting, field in self._texts.items()})

    def finish(self) -> None:
        """What is half typed holds as well, and a picture that is still being read is left alone."""
        self._keep_texts()
        with suppress(ValueError):
            self._settings.set(agency_colour=read_colour(self.colour.field.text()))
        self._jobs.close()

    def _ask_colour(self) -> None:
        now = QColor(self._settings.values.agency_colour or OURS)
        chosen = ask_colour(self, "Agency's colour", now)
        if chosen is not None:
            self._settings.set(agency_colour=chosen.name())

    def _ask_logo(self) -> None:
        known = sorted({bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()})
        kinds = " ".join(f"*.{kind}" for kind in known if not kind.startswith("svg"))
        fit_next_dialog()
        file, _ = QFileDialog.getOpenFileName(
            self,
            "Agency's logo",
            self._folder,
            f"Pictures ({kinds});;All files (*)",
            options=QFileDialog.Option.DontUseNativeDialog,
        )
        if file:
            self._folder = str(Path(file).parent)
            self.read_logo(Path(file))

    def read_logo(self, file: Path) -> None:
        """Take the logo from this picture, beside the window."""
        if self._job is not None:
            return
        self._job = LogoJob(file, self)
        self._job.read.connect(self._keep_logo)
        self._job.failed.connect(self._say_of_logo)
        self._job.ended.connect(self._ended)
        self._say_of_logo("The picture is being read…")
        self._jobs.start(self._job)

    def _keep_logo(self, kept: str) -> None:
        self._say_of_logo("This logo stands at the head of the documents, as large as its place there allows.")
        self._settings.set(agency_logo=kept)

    def _ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _remove_logo(self) -> None:
        self._say_of_logo(NO_LOGO)
        self._settings.set(agency_logo="")
        self.choose_logo.setFocus()

    def _say_of_logo(self, sentence: str) -> None:
        self._logo_sentence = sentence
        self.logo_said.setText(sentence)
        announce(self.logo_said, sentence)
