"""A session's genogram as a file: PDF, SVG, PNG, or where everything stands as JSON.

Of Qt's parts QtSvg is used here alone: nothing else writes SVG in which text is text.
"""

import json
import os
import time
from math import ceil

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPainter

from app import resources
from app.genogram.drawing import Drawing, drawing_to_plain
from app.genogram.layout import layout
from app.genogram.look import Look, measure_with
from app.genogram.page import EDGE, LARGEST, genogram_image, genogram_pdf
from app.genogram.paint import paint_genogram
from models.kin import Family, family_of
from models.session import Session
from models.words import one_line, whole

SUFFIXES = (".svg", ".pdf", ".png", ".json")
#: A picture is no wider and no higher than this: a phone still shows it. Pixels.
WIDEST = 8000


def offscreen_application() -> QGuiApplication:
    """The application that Qt draws with, made without a screen where there is none; hold on to it while drawing."""
    held = QGuiApplication.instance()
    if isinstance(held, QGuiApplication):
        return held
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made = QGuiApplication(["askwell"])
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return made


def genogram_title(session: Session) -> str:
    """What stands above the drawing."""
    return f"Genogram: {title}" if (title := one_line(session.details.title)) else "Genogram"


def genogram_file(session: Session, suffix: str) -> bytes:
    """The genogram in the form that a file's name ends with, one of SUFFIXES; names stand in it in full."""
    look = Look(family="Noto Sans" if QFontDatabase.hasFamily("Noto Sans") else "", text=one_line)
    if suffix == ".pdf":
        return genogram_pdf(session, genogram_title(session), look)
    family = family_of(session)
    began = time.perf_counter()
    drawing = layout(family, measure_with(look))
    seconds = time.perf_counter() - began
    if suffix == ".json":
        plain = drawing_to_plain(drawing, family, seconds)
        return (whole(json.dumps(plain, indent=2, ensure_ascii=False)) + "\n").encode()
    if suffix == ".png":
        return _png(family, drawing, look)
    return _svg(genogram_title(session), family, drawing, look)


def _size(drawing: Drawing) -> tuple[float, float]:
    left, top, right, bottom = drawing.bounds
    return right - left + 2 * EDGE, bottom - top + 2 * EDGE


def _png(family: Family, drawing: Drawing, look: Look) -> bytes:
    width, height = _size(drawing)
    scale = min(LARGEST, WIDEST / width, WIDEST / height)
    image = genogram_image(family, ceil(width * scale), ceil(height * scale), look)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6 6.11's stubs want bytes and get an error for them
    return bytes(buffer.data().data())


def _svg(title: str, family: Family, drawing: Drawing, look: Look) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    width, height = _size(drawing)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setSize(QSize(ceil(width), ceil(height)))
    generator.setViewBox(QRectF(0, 0, width, height))
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, width, height), look.paper)
    painter.translate(EDGE - drawing.bounds[0], EDGE - drawing.bounds[1])
    paint_genogram(painter, drawing, family, look)
    painter.end()
    return bytes(buffer.data().data())
