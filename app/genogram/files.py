"""A session's genogram as a file: PDF, SVG, PNG, GEDCOM 7.0, or where everything stands as JSON.

Of Qt's parts QtSvg is used here alone: nothing else writes SVG in which text is text.
"""

import json
import os
import re
import time
from math import ceil
from typing import Any
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QIODevice, QLoggingCategory, QRectF, QSize, Qt
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QGuiApplication, QPaintDevice, QPainter

from app import resources
from app.genogram.drawing import Drawing, drawing_to_plain
from app.genogram.look import Look
from app.genogram.page import EDGE, LARGEST, drawing_of, genogram_image, genogram_pdf, size_of
from app.genogram.paint import paint_genogram
from models.kin import Family, family_of
from models.session import Session
from models.words import one_line, whole

SUFFIXES = (".svg", ".pdf", ".png", ".json", ".ged")
#: A picture of which no size was said is no wider and no higher than this: a phone still shows it. Pixels.
WIDEST = 8000
#: A picture that was asked for may be so wide, and have so many pixels: it takes 400 MB while it is drawn.
NARROWEST_ASKED, WIDEST_ASKED, MOST_PIXELS = 100, 20_000, 100_000_000


class PictureSizeError(ValueError):
    """A picture that is too large to be drawn; the message is one sentence."""


def offscreen_application() -> QGuiApplication:
    """The application that Qt draws with, made without a screen where there is none; hold on to it while drawing."""
    held = QGuiApplication.instance()
    if isinstance(held, QGuiApplication):
        return held
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # A script that none of our fonts has is drawn by another of the computer's; Qt says so on standard error.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    made = QGuiApplication(["askwell"])
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return made


def genogram_title(session: Session) -> str:
    """What stands above the drawing."""
    return f"Genogram: {title}" if (title := one_line(session.details.title)) else "Genogram"


def genogram_file(session: Session, suffix: str, width: int = 0, all_couples_solid: bool = False) -> bytes:
    """The genogram in the form that a file's name ends with, one of SUFFIXES; names stand in it in full.

    `width` is a picture's in pixels, 0 for one that suits the family; PictureSizeError where it would be too large.
    """
    if suffix == ".ged":
        from app.gedcom.writer import gedcom_text

        return gedcom_text(session).encode()
    family_name = "Noto Sans" if QFontDatabase.hasFamily("Noto Sans") else ""
    look = Look(family=family_name, text=one_line, all_couples_solid=all_couples_solid)
    if suffix == ".pdf":
        return genogram_pdf(session, genogram_title(session), look)
    family = family_of(session)
    began = time.perf_counter()
    drawing = drawing_of(session, look)
    seconds = time.perf_counter() - began
    if suffix == ".json":
        plain = drawing_to_plain(drawing, family, seconds)
        return (whole(json.dumps(plain, indent=2, ensure_ascii=False)) + "\n").encode()
    if suffix == ".png":
        return _png(family, drawing, look, width)
    return _svg(family, drawing, look)


def _picture_size(drawing: Drawing, asked: int) -> tuple[int, int]:
    width, height = size_of(drawing)
    scale = asked / width if asked else min(LARGEST, WIDEST / width, WIDEST / height)
    across, down = asked or ceil(width * scale), ceil(height * scale)
    if across > WIDEST_ASKED or down > WIDEST_ASKED or across * down > MOST_PIXELS:
        raise PictureSizeError(
            f"The picture would be {across:,} pixels wide and {down:,} high, which is too large: give a smaller width."
        )
    return across, down


def _png(family: Family, drawing: Drawing, look: Look, asked: int) -> bytes:
    width, height = _picture_size(drawing, asked)
    image = genogram_image(family, width, height, look, drawing, float(width))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6 6.11's stubs want bytes and get an error for them
    return bytes(buffer.data().data())


def _svg(family: Family, drawing: Drawing, look: Look) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    width, height = size_of(drawing)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle("Genogram")
    generator.setSize(QSize(ceil(width), ceil(height)))
    generator.setViewBox(QRectF(0, 0, width, height))
    painter = _TextKeeper(generator)
    painter.fillRect(QRectF(0, 0, width, height), look.paper)
    painter.translate(EDGE - drawing.bounds[0], EDGE - drawing.bounds[1])
    paint_genogram(painter, drawing, family, look)
    painter.end()
    return painter.with_texts(bytes(buffer.data().data()).decode()).encode()


class _TextKeeper(QPainter):
    """A painter whose texts stand in an SVG whole, in the order in which they are read.

    Qt would cut them between scripts and turn what is written from the right into what is seen. So it draws a mark in
    the place of each, and the text is put there afterwards; browsers order it themselves.
    """

    def __init__(self, device: QPaintDevice) -> None:
        super().__init__(device)
        self._texts: list[tuple[float, str, str]] = []

    def drawText(self, *args: Any) -> None:  # type: ignore[override]  # of its seven forms two are in use
        """Both forms that are in use: at a point on the base line, or in a box with flags."""
        at, text = args[0], args[-1]
        if isinstance(at, QRectF):
            middle = bool(int(args[1]) & int(Qt.AlignmentFlag.AlignHCenter))
            self._texts.append((at.center().x() if middle else at.left(), "middle" if middle else "start", text))
        else:
            half = QFontMetricsF(self.font()).horizontalAdvance(text) / 2
            self._texts.append((at.x() + half, "middle", text))
        super().drawText(*args[:-1], f"t{len(self._texts) - 1}t")  # type: ignore[call-overload]

    def with_texts(self, svg: str) -> str:
        """The SVG with each text in the place of its mark."""

        def put(found: re.Match[str]) -> str:
            x, anchor, text = self._texts[int(found[3])]
            return f'<text {found[1]}x="{x:g}" text-anchor="{anchor}"{found[2]}>{escape(text)}</text>'

        return re.sub(r'<text ([^<>]*?)x="[^"<>]*"([^<>]*)>t(\d+)t</text>', put, svg)
