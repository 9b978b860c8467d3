"""The genogram as it prints and as a picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.genogram.drawing import SYMBOL, Drawing, Placed
from app.genogram.layout import layout
from app.genogram.legend import legend_size, paint_legend
from app.genogram.look import Look, measure_with
from app.genogram.paint import paint_genogram
from models.genogram import Person, Place
from models.kin import Family, family_of
from models.session import Session

LARGEST = 1.5  # a small family is not blown up to fill the page
EDGE = 20.0  # a household's name stands above its outline
#: What is drawn smaller is not read on paper: names are 6 points high then. A larger sheet is taken before that.
SMALLEST = 0.6
MARGIN = 45.0  # 12 mm, in pixels of 96 to the inch, as everything here
TITLE_ROOM, LEGEND_GAP = 50.0, 14.0
#: Landscape sheets from A4 to A0. Points.
SHEETS = ((842.0, 595.0), (1191.0, 842.0), (1684.0, 1191.0), (2384.0, 1684.0), (3370.0, 2384.0))
#: No page of a PDF may be wider or higher. Points.
WIDEST_SHEET = 14_400.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, in points, and how much larger than on A4 its title and legend are."""

    width: float
    height: float
    grown: float = 1.0

    def room(self, legend: float) -> tuple[float, float]:
        """Width and height for the drawing, in pixels, below the title and above a legend of that height on A4."""
        width, height = self.width * 96 / 72, self.height * 96 / 72
        under = (legend + LEGEND_GAP if legend else 0.0) * self.grown
        return width - 2 * MARGIN, height - 2 * MARGIN - TITLE_ROOM * self.grown - under


def drawing_of(session: Session, look: Look) -> Drawing:
    """The session's genogram as the room saw it last."""
    family = family_of(session)
    return layout(family, measure_with(look), places_of(session), same=True)


def places_of(session: Session) -> Mapping[str, Placed]:
    """Where the session's people were last drawn, as a layout takes it; nobody who is gone."""
    places = (place for place in session.all(Place) if session.find(Person, place.id) is not None)
    return {place.id: Placed(place.id, place.x, place.y, SYMBOL, SYMBOL, 0) for place in places}


def size_of(drawing: Drawing) -> tuple[float, float]:
    """How much room a drawing takes, in pixels at 100 %."""
    left, top, right, bottom = drawing.bounds
    return right - left + 2 * EDGE, bottom - top + 2 * EDGE


def sheet_for(drawing: Drawing, legend: float) -> Sheet:
    """A4 where the drawing can be read on it, or else the smallest sheet on which it can; the largest there may be
    where that is too small, too. `legend` is its height in pixels on A4."""
    width, height = size_of(drawing)
    for across, down in SHEETS:
        sheet = Sheet(across, down, across / SHEETS[0][0])
        room = sheet.room(legend)
        if min(room[0] / width, room[1] / height) >= SMALLEST:
            return sheet
    grown = SHEETS[-1][0] / SHEETS[0][0]
    spare = Sheet(0, 0, grown).room(legend)
    points = (width * SMALLEST - spare[0]) * 0.75, (height * SMALLEST - spare[1]) * 0.75
    # A page that is wider than may be is as much lower, so that the drawing still fills it.
    fits = min(1.0, WIDEST_SHEET / points[0], WIDEST_SHEET / points[1])
    return Sheet(max(points[0] * fits, SHEETS[0][0]), max(points[1] * fits, SHEETS[0][1]), grown)


def genogram_pdf(session: Session, title: str, look: Look | None = None) -> bytes:
    """The session's genogram on one page, landscape, fitted, with title, date and legend; its text is text. The page
    is A4, or larger where the family would be too small to read."""
    look = look or Look()
    family = family_of(session)
    drawing = drawing_of(session, look)
    legend = legend_size(family, look, Sheet(*SHEETS[0]).room(0)[0]).height()
    sheet = sheet_for(drawing, legend) if drawing.people else Sheet(*SHEETS[0])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    painter = QPainter(writer := _writer(buffer, sheet))
    area = QRectF(0, 0, writer.width(), writer.height())
    painter.save()
    painter.scale(sheet.grown, sheet.grown)
    wide = area.width() / sheet.grown
    _head(painter, wide, title, session.details.held_on, look)
    paint_legend(painter, family, look, QPointF(0, area.height() / sheet.grown - legend), wide)
    painter.restore()
    room = sheet.room(legend)
    paint_fitted(painter, QRectF(0, TITLE_ROOM * sheet.grown, area.width(), room[1]), drawing, family, look)
    painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, sheet: Sheet) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle("Genogram")  # a title is shown by viewers and in lists: no name belongs there
    writer.setCreator("Askwell")
    writer.setResolution(96)
    size = QPageSize(
        QSizeF(sheet.width, sheet.height), QPageSize.Unit.Point, "Genogram", QPageSize.SizeMatchPolicy.ExactMatch
    )
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN) * 0.75
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Point))
    return writer


def _head(painter: QPainter, width: float, title: str, when: date | None, look: Look) -> None:
    area = QRectF(0, 0, width, TITLE_ROOM)
    painter.setFont(look.font(18, bold=True))
    painter.setPen(look.ink)
    heading = painter.fontMetrics().elidedText(look.text(title), Qt.TextElideMode.ElideRight, int(width) - 4)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, heading)
    if when:
        painter.setFont(look.font(12))
        below = area.adjusted(0, 26, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, _said(when))


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def paint_fitted(
    painter: QPainter, area: QRectF, drawing: Drawing, family: Family, look: Look, largest: float = LARGEST
) -> None:
    """Draw a genogram as large as an area allows, in its middle, and at most `largest` times its size."""
    if not drawing.people:
        return
    left, top, right, bottom = drawing.bounds
    width, height = size_of(drawing)
    scale = min(area.width() / width, area.height() / height, largest)
    painter.save()
    painter.translate(area.center())
    painter.scale(scale, scale)
    painter.translate(-(left + right) / 2, -(top + bottom) / 2)
    paint_genogram(painter, drawing, family, look)
    painter.restore()


def genogram_image(
    family: Family,
    width: int,
    height: int,
    look: Look | None = None,
    drawing: Drawing | None = None,
    largest: float = LARGEST,
) -> QImage:
    """A picture of that size in pixels; of a drawing that was made already, where one is given."""
    look = look or Look()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(look.paper)
    painter = QPainter(image)
    drawing = drawing or layout(family, measure_with(look))
    paint_fitted(painter, QRectF(0, 0, width, height), drawing, family, look, largest)
    painter.end()
    return image
