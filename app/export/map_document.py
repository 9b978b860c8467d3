"""The map as one landscape page: the three columns, and across their foot the safety scale with everyone's numbers."""

from app.export.blocks import Band, Board, BoardPoint, Document, Gap, Rated, RatedScale, Section, Shape
from app.export.options import ExportOptions
from app.export.record_content import in_words
from models.map_words import COLUMNS, TERMS
from models.mapping import Column, MapPoint, Rating, SafetyScale, ScaleKind
from models.process import Process
from models.session import Session

TITLE = "Map"
SCALE = "Safety scale"
#: What stands with the presenting worker's own number.
OWN = "worker’s own"
#: A number that somebody gave who was not named.
NOBODY = "not named"


def map_document(session: Session, process: Process, options: ExportOptions) -> Document:
    """The map alone."""
    held_on = in_words(session.details.held_on)
    return Document(", ".join(filter(None, (TITLE, held_on))), (map_section(session, process, options),))


def map_section(session: Session, process: Process, options: ExportOptions) -> Section:
    """The map's page."""
    about = "  ·  ".join(filter(None, (session.details.title.strip(), in_words(session.details.held_on))))
    foot = "  ·  ".join(filter(None, (TITLE, options.agency_name.strip())))
    columns = tuple((title.replace("'", "’"), _points(session, column)) for column, title in COLUMNS.items())
    blocks = (Band(TITLE, about), Gap(6), Board(columns, safety_scale(session, process)))
    return Section(TITLE, blocks, foot, shape=Shape.LANDSCAPE)


def _points(session: Session, column: Column) -> tuple[BoardPoint, ...]:
    points = session.all(MapPoint, lambda point: point.column is column)
    return tuple(BoardPoint(point.text, TERMS[point.term] if point.term else "") for point in points)


def safety_scale(session: Session, process: Process) -> RatedScale:
    """The worker's own safety scale as it was refined, or the method's, with everyone's number on it."""
    scale, (ten, zero) = session.one(SafetyScale), process.safety_scale
    ratings = session.all(Rating, lambda rating: rating.scale is ScaleKind.SAFETY)
    return RatedScale(
        SCALE,
        scale.question.strip(),
        (scale.zero.strip() or zero, scale.ten.strip() or ten),
        tuple(
            Rated(rating.rater.strip() or NOBODY, rating.value, OWN if rating.worker else "")
            for rating in ratings
            if rating.value is not None
        ),
    )
