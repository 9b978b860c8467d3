"""A session's genogram as a file: PDF, SVG, PNG, GEDCOM 7.0, or where everything stands as JSON.

Of Qt's parts QtSvg is used here alone: nothing else writes SVG in which text is text.
"""

import json
import os
import re
import time
from math import ceil

from PySide6.QtCore import QBuffer, QIODevice, QLoggingCategory, QRectF, QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPainter

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
    return _svg(genogram_title(session), family, drawing, look)


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


def _svg(title: str, family: Family, drawing: Drawing, look: Look) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    width, height = size_of(drawing)
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
    return _whole_texts(bytes(buffer.data().data()).decode()).encode()


_TEXT = r'<text ([^<>]*?)x="([^"<>]*)"([^<>]*)>([^<]*)</text>\s*'


def _whole_texts(svg: str) -> str:
    """Each text as one element, as it was said: Qt cuts it between scripts, and at each space written from the right.

    Parts of one text follow on one another and differ in x alone; a browser orders them again by their scripts.
    """

    def joined(found: re.Match[str]) -> str:
        parts = re.findall(_TEXT, found[0])
        if len(parts) < 2 or len({(before, after) for before, _, after, _ in parts}) > 1:
            return found[0]
        left = min((x for _, x, _, _ in parts), key=float)
        return f'<text {parts[0][0]}x="{left}"{parts[0][2]}>{"".join(part[3] for part in parts)}</text>\n'

    return re.sub(rf"(?:{_TEXT})+", joined, svg)
