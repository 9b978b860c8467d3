"""The genogram as it prints and as a picture."""

from datetime import date

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.genogram.drawing import Drawing
from app.genogram.layout import layout
from app.genogram.look import Look, measure_with
from app.genogram.paint import paint_genogram
from models.kin import Family, family_of
from models.session import Session

LARGEST = 1.5  # a small family is not blown up to fill the page
EDGE = 20.0  # a household's name stands above its outline


def genogram_pdf(session: Session, title: str, look: Look | None = None) -> bytes:
    """The session's genogram on one A4 page, landscape, fitted; its text is text."""
    look = look or Look()
    family = family_of(session)
    drawing = layout(family, measure_with(look))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Askwell")
    writer.setResolution(96)
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(12, 12, 12, 12))
    writer.setPageLayout(page)
    painter = QPainter(writer)
    area = QRectF(0, 0, writer.width(), writer.height())
    painter.setFont(look.font(18, bold=True))
    painter.setPen(look.ink)
    heading = painter.fontMetrics().elidedText(look.text(title), Qt.TextElideMode.ElideRight, int(area.width()) - 4)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, heading)
    when = session.details.held_on
    if when:
        painter.setFont(look.font(12))
        below = area.adjusted(0, 26, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, _said(when))
    paint_fitted(painter, area.adjusted(0, 50, 0, 0), drawing, family, look)
    painter.end()
    return bytes(buffer.data().data())


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def paint_fitted(painter: QPainter, area: QRectF, drawing: Drawing, family: Family, look: Look) -> None:
    """Draw a genogram as large as an area allows, in its middle."""
    if not drawing.people:
        return
    left, top, right, bottom = drawing.bounds
    width, height = right - left + 2 * EDGE, bottom - top + 2 * EDGE
    scale = min(area.width() / width, area.height() / height, LARGEST)
    painter.save()
    painter.translate(area.center())
    painter.scale(scale, scale)
    painter.translate(-(left + right) / 2, -(top + bottom) / 2)
    paint_genogram(painter, drawing, family, look)
    painter.restore()


def genogram_image(family: Family, width: int, height: int, look: Look | None = None) -> QImage:
    """A picture of that size in pixels."""
    look = look or Look()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(look.paper)
    painter = QPainter(image)
    paint_fitted(painter, QRectF(0, 0, width, height), layout(family, measure_with(look)), family, look)
    painter.end()
    return image
