"""The genogram as pages of a document: the picture across a page, and the family in words after it."""

from app.export.blocks import Block, Gap, Heading, Paragraph, Picture, Section, Shape
from models.family_words import family_in_words, family_text
from models.kin import family_of
from models.session import Session

TITLE = "Genogram"
IN_WORDS = "The family in words"


def genogram_sections(session: Session, foot: str, mark: str = "", solid: bool = False) -> tuple[Section, ...]:
    """A page for the picture and the family in words; nothing where nobody is drawn. `solid` draws unmarried couples
    solid, too."""
    passages = family_in_words(family_of(session))
    if not passages:
        return ()
    words: list[Block] = [Heading(IN_WORDS, logo=False)]
    for passage in passages:
        words.append(Paragraph(passage.heading, heading=True))
        for paragraph in passage.paragraphs:
            words += [Paragraph(paragraph), Gap(4)]
        words.append(Gap(8))
    picture = Picture(
        TITLE,
        family_text(family_of(session)),
        lambda width, height: _pdf(session, width, height, solid),
        lambda width: _png(session, width, solid),
    )
    return (
        Section(TITLE, [picture], foot, mark, Shape.LANDSCAPE),
        Section(IN_WORDS, words, foot, mark),
    )


def _pdf(session: Session, width: float, height: float, solid: bool) -> bytes:
    """The picture alone, as a PDF of one page of that size in points."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
    from PySide6.QtGui import QFontDatabase, QPageSize, QPainter, QPdfWriter

    from app.genogram.look import Look
    from app.genogram.page import drawing_of, paint_fitted
    from models.words import one_line

    family_name = "Noto Sans" if QFontDatabase.hasFamily("Noto Sans") else ""
    look = Look(family=family_name, text=one_line, all_couples_solid=solid)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    writer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    room = QRectF(0, 0, writer.width(), writer.height())
    paint_fitted(painter, room, drawing_of(session, look), family_of(session), look)
    painter.end()
    return bytes(buffer.data().data())


def _png(session: Session, width: int, solid: bool) -> bytes:
    """The picture in so many pixels across; in as many as are fit for it, where it would be too high in those."""
    from app.genogram.files import PictureSizeError, genogram_file

    try:
        return genogram_file(session, ".png", width, solid)
    except PictureSizeError:
        return genogram_file(session, ".png", 0, solid)
