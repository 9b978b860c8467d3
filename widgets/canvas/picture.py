"""The genogram to look at, on other pages."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.genogram.drawing import Drawing
from app.genogram.layout import layout
from app.genogram.look import measure_with
from app.genogram.page import paint_fitted
from app.masking import Masking
from models.kin import family_of
from models.session import Session
from widgets.canvas.looks import look_of
from widgets.canvas.places import places_of
from widgets.parts.fields import named


class GenogramPicture(QWidget):
    """A family as it was when `show_session` was last called, fitted into the widget."""

    def __init__(self, masking: Masking | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "Genogram")
        self._masking = masking
        self._drawing = Drawing({})
        self._family = family_of(Session(""))

    def sizeHint(self) -> QSize:
        """Enough for three generations."""
        return QSize(480, 300)

    def show_session(self, session: Session) -> None:
        """Show a session's family, everybody where they were last drawn."""
        self._family = family_of(session)
        self._drawing = layout(self._family, measure_with(look_of(None)), places_of(session), same=True)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the family."""
        del event
        painter = QPainter(self)
        paint_fitted(painter, QRectF(self.rect()), self._drawing, self._family, look_of(self._masking))
