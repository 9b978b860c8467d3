"""How a card is measured and painted in a list: author, text, what is known of it, what became of it."""

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.cards import Card
from widgets.card_model import CardModel
from widgets.card_words import about_words, end_words, mark_words

Index = QModelIndex | QPersistentModelIndex

#: Characters of a card that the list shows; the rest is said in words and read by opening the card.
LONG = 1_500
_MARGIN = 8
#: No card is lower than this many pixels.
LOWEST = 32
#: A word of more letters than this may be wider than the list, and is then broken anywhere.
_LONG_WORD = 20
_HIGHEST = 1 << 20


def runs_right_to_left(text: str) -> bool:
    """Whether a text's first strong letter is of a script that runs from right to left."""
    for letter in text[:200]:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


class CardDelegate(QStyledItemDelegate):
    """Paints a card: author, text, what is known of it, what became of it."""

    def __init__(self, view: QListView, model: CardModel) -> None:
        super().__init__(view)
        self._model = model
        self._heights: dict[str, tuple[Card, int]] = {}
        self._width = -1
        self._guess = LOWEST
        self.set_font(view.font())

    def set_font(self, font: QFont) -> None:
        """Measure anew: the font is another."""
        self._font = QFont(font)
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._metrics = QFontMetrics(self._font)
        self._guess = 4 * self._metrics.lineSpacing()
        self._bold_metrics = QFontMetrics(self._bold)
        self._heights.clear()

    def set_width(self, width: int) -> None:
        """Measure anew where the width in pixels is another."""
        if width != self._width:
            self._width = width
            self._heights.clear()

    def blocks(self, card: Card) -> list[tuple[str, bool]]:
        """The card's paragraphs, each with whether it is bold."""
        text = self._model.shown_text(card)
        if self._model.shielded:
            return [(f"{self._model.author(card)}   {text}", True)]
        if len(text) > LONG:
            text = f"{text[:LONG]} … ({len(text) - LONG:,} more characters; open the card to read them)"
        masked = self._model.masked
        below = [*map(masked, end_words(card))]
        about = "  ·  ".join([*map(masked, about_words(card)), *mark_words(card)])
        found = [(self._model.author(card), True), (text, False), *((line, False) for line in below), (about, False)]
        return [(line, bold) for line, bold in found if line]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as was measured; a guess until somebody looks at the card."""
        del option
        card = self._model.card(index.row())
        held = self._heights.get(card.id)
        return QSize(self._width, held[1] if held is not None and held[0] is card else self._guess)

    def measure(self, rows: Iterable[int]) -> bool:
        """Measure the cards of these rows; gives whether one is higher or lower than its `sizeHint` said."""
        other = False
        for row in rows:
            card = self._model.card(row)
            held = self._heights.get(card.id)
            if held is None or held[0] is not card:
                height = self._height(card)
                other = other or height != self._guess
                self._heights[card.id] = (card, height)
        return other

    def forget(self) -> None:
        """Every card looks different: measure anew."""
        self._heights.clear()

    def _wrap(self, line: str, metrics: QFontMetrics) -> Qt.TextFlag:
        """How a line breaks: between words, or anywhere where one word is wider than the list."""
        widest = max(line.split(), key=len, default="")
        too_wide = len(widest) > _LONG_WORD and metrics.horizontalAdvance(widest) > self._width - 2 * _MARGIN
        return Qt.TextFlag.TextWrapAnywhere if too_wide else Qt.TextFlag.TextWordWrap

    def _height(self, card: Card) -> int:
        inner = QRect(0, 0, max(40, self._width - 2 * _MARGIN), _HIGHEST)
        heights = []
        for line, bold in self.blocks(card):
            metrics = self._bold_metrics if bold else self._metrics
            heights.append(metrics.boundingRect(inner, self._wrap(line, metrics), line).height())
        return max(LOWEST, sum(heights) + 2 * _MARGIN + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card; the chosen row stands on the highlight and within a line."""
        card = self._model.card(index.row())
        palette, rect, state = option.palette, option.rect, option.state
        painter.save()
        colour = palette.color(QPalette.ColorRole.Text)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, _tinted(palette))
            painter.fillRect(
                QRect(rect.topLeft(), QSize(4, rect.height())), palette.color(QPalette.ColorRole.Highlight)
            )
        painter.setPen(_faint(colour))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(colour)
        inner = rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, 0)
        for line, bold in self.blocks(card):
            painter.setFont(self._bold if bold else self._font)
            right = runs_right_to_left(line)
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
            # AlignLeft means the leading edge, which the layout direction turns round.
            metrics = self._bold_metrics if bold else self._metrics
            drawn = painter.drawText(inner, self._wrap(line, metrics) | Qt.AlignmentFlag.AlignLeft, line)
            inner.setTop(inner.top() + drawn.height())
        painter.restore()


def _tinted(palette: QPalette) -> QColor:
    """A tint of the highlight on which text keeps its contrast."""
    colour = QColor(palette.color(QPalette.ColorRole.Highlight))
    colour.setAlphaF(0.14)
    return colour


def _faint(colour: QColor) -> QColor:
    line = QColor(colour)
    line.setAlphaF(0.25)
    return line
