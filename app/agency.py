"""What the documents know of the agency, from the settings of this computer; its colour and its logo, as people give
them."""

import re
from base64 import b64decode, b64encode
from binascii import Error
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.export.look import look_of
from app.export.options import ExportOptions
from app.export_job import Job
from app.settings import Values
from models.words import whole

if TYPE_CHECKING:
    from PySide6.QtGui import QImageReader

#: A logo is kept no wider and no higher, in pixels: sharp on paper, and small in the settings.
LOGO_PIXELS = (600, 200)
#: A picture's file may be no larger, and the picture hold no more dots: it is whole in memory while it is read.
LOGO_BYTES, LOGO_DOTS = 20_000_000, 60_000_000


class LogoError(Exception):
    """A file that cannot be a logo; the message is one sentence."""


def export_options(values: Values, **asked: Any) -> ExportOptions:
    """The options of an export: the agency's as the settings have them, and what else is asked for."""
    return ExportOptions(
        agency_name=whole(values.agency_name),
        agency_short_name=whole(values.agency_short_name),
        colour=values.agency_colour,
        logo=logo_file(values.agency_logo),
        reference_label=whole(values.reference_label),
        all_couples_solid=values.all_couples_solid,
        **asked,
    )


def logo_file(kept: str) -> bytes:
    """The PNG file of a logo as the settings keep it; b"" for none."""
    try:
        return b64decode(kept)
    except (Error, ValueError):  # a settings file that somebody wrote in
        return b""


def read_logo(file: Path) -> str:
    """A picture of any kind that Qt reads, scaled down and as the settings keep it; LogoError where it is none."""
    from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
    from PySide6.QtGui import QImageReader

    try:
        if not file.is_file():
            raise LogoError(f"{file.name} is not there, or is no file; nothing was changed.")
        if file.stat().st_size > LOGO_BYTES:
            raise LogoError(f"{file.name} is larger than {LOGO_BYTES // 1_000_000} MB; save it smaller and try again.")
        file.open("rb").close()
    except OSError as error:
        raise LogoError(f"{file.name} cannot be read: {(error.strerror or 'the disk failed').lower()}.") from None
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    _check(reader, file.name)
    picture = reader.read()
    if picture.isNull():
        raise LogoError(f"{file.name} is damaged or no picture; nothing was changed.")
    room = QSize(*LOGO_PIXELS)
    if picture.width() > room.width() or picture.height() > room.height():
        picture = picture.scaled(
            picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(kept, "PNG")  # type: ignore[call-overload]  # PySide6 6.11's stubs want bytes and get an error for them
    return b64encode(bytes(kept.data().data())).decode("ascii")


def _check(reader: "QImageReader", name: str) -> None:
    """Nothing of the picture is drawn before it is known to be small enough, and to be a picture at all."""
    size = reader.size()
    # A drawing (SVG) can point at other files of this computer, which would then stand on every page.
    if not reader.canRead() or size.isEmpty() or bytes(reader.format().data()).startswith(b"svg"):
        raise LogoError(f"{name} is no picture that Askwell can read; a PNG or JPEG file is best.")
    if size.width() * size.height() > LOGO_DOTS:
        raise LogoError(f"{name} has more dots than a logo needs ({size.width()} × {size.height()}); save it smaller.")


def read_colour(text: str) -> str:
    """A colour as people type it, as "#0f5466"; "" for nothing. ValueError with a sentence where it is none."""
    figures = text.strip().lower().removeprefix("#")
    if figures and not re.fullmatch("[0-9a-f]{6}", figures):
        raise ValueError("This is not a colour yet: choose one, or write it as #0f5466.")
    return f"#{figures}" if figures else ""


def printed_colour(colour: str) -> str:
    """The colour that stands on paper for an agency's, "#0f5466" or the like; ours for ""."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in look_of(colour).accent)


class LogoJob(Job):
    """Reads a logo beside the window.

    Signals:
        read(str): it, as the settings keep it.
    """

    read = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file

    def _work(self) -> None:
        try:
            self.read.emit(read_logo(self._file))
        except LogoError as error:
            self.failed.emit(str(error))
