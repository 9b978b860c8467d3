"""The clock that is read from the back of the room."""

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import theme
from widgets.parts.fields import ReadOut
from widgets.session.time_words import ClockWords

#: Digits, not letters: their height is all that the clock needs.
DIGIT_HEIGHT = 0.72
#: Letters reach a little over the height of capitals and over their own width. Pixels.
BLEED = 4


class Pictures:
    """Each letter of the clock drawn once: to draw large letters anew each second is most of what the clock costs."""

    def __init__(self, look: tuple[Any, ...] = (), font: QFont | None = None, colour: QColor | None = None) -> None:
        """`look` is all that the pictures depend on; its last part is the screen's pixels in one of ours."""
        self.look = look
        self._font = font or QFont()
        self._colour = colour or QColor()
        self._metrics = QFontMetricsF(self._font)
        self._made: dict[str, QPixmap] = {}

    def advance(self, letters: str) -> float:
        """How wide letters stand."""
        return self._metrics.horizontalAdvance(letters)

    def draw(self, painter: QPainter, letter: str, place: QPointF) -> None:
        """Draw a letter with its left edge, and the middle of its height, at a place."""
        if letter not in self._made:
            self._made[letter] = self._make(letter)
        picture = self._made[letter]
        top = place.y() - picture.deviceIndependentSize().height() / 2
        painter.drawPixmap(round(place.x()) - BLEED, round(top), picture)

    def _make(self, letter: str) -> QPixmap:
        ratio: float = self.look[-1]
        high = self._metrics.capHeight()
        size = QSizeF(self.advance(letter) + 2 * BLEED, high + 2 * BLEED)
        picture = QPixmap((size * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        painter.setPen(self._colour)
        painter.drawText(QPointF(BLEED, BLEED + high), letter)
        painter.end()
        return picture


class ClockFace(ReadOut):
    """The digits, as large as the place allows; in overtime inside a frame, with a plus before them."""

    def __init__(self, name: str = "Time left", parent: QWidget | None = None) -> None:
        self._pictures = Pictures()
        super().__init__(name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tall = 0
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._over = False
        self._paused = True

    def show_time(self, words: ClockWords, paused: bool) -> None:
        """Show the time, and repaint only where it is another."""
        if words.words != self.accessibleDescription():
            self.setAccessibleDescription(words.words)
        if (words.over, paused) != (self._over, self._paused):
            self._over, self._paused = words.over, paused
            self.update()
        self.show_text(words.digits)

    def set_tall(self, height: int) -> None:
        """How tall the clock stands, in pixels; the digits follow."""
        if height != self._tall:
            self._tall = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height it was given, or the theme's clock size."""
        height = self._tall or round(QFontMetricsF(theme.font("clock", bold=True)).height())
        return QSize(round(height * 2.6), height)

    def minimumSizeHint(self) -> QSize:
        """Half of it may still be read."""
        return self.sizeHint() / 2

    def showEvent(self, event: QShowEvent) -> None:
        """Be opaque, so that a second repaints this clock alone and not every widget behind it."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def changeEvent(self, event: QEvent) -> None:
        """A style sheet, put on anew, would take that back; the digits may be another size or colour."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
            self._pictures = Pictures()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the digits to fill the place, so that the clock grows with the window."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        colour = self._colour()
        if self._over:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 3))
            painter.setBrush(theme.colour("signal_tint"))
            painter.drawRoundedRect(box, 8, 8)
        self._draw_digits(painter, box.adjusted(8, 7, -8, -7), colour)

    def _colour(self) -> QColor:
        if self._over:
            return theme.colour("signal")
        return theme.colour("hint" if self._paused else "text")

    def _draw_digits(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        # Measured on as many wide digits as are shown, so that the clock does not change its size each second.
        like = "".join("0" if letter.isdigit() else letter for letter in self.text())
        look = (like, box.width(), box.height(), colour.rgba(), self.devicePixelRatioF())
        if look != self._pictures.look:
            self._pictures = Pictures(look, self._font_for(like, box), colour)
        place = QPointF(box.center().x() - self._pictures.advance(like) / 2, box.center().y())
        for letter in self.text():
            self._pictures.draw(painter, letter, place)
            place += QPointF(self._pictures.advance("0" if letter.isdigit() else letter), 0)

    def _font_for(self, like: str, box: QRectF) -> QFont:
        font = theme.font("clock", bold=True)
        font.setPixelSize(100)
        wide = QFontMetricsF(font).horizontalAdvance(like) or 1.0
        font.setPixelSize(max(8, int(min(box.height() / DIGIT_HEIGHT, box.width() / wide * 100))))
        return font
