"""How a card is measured and painted in a list: author, text, what is known of it, what became of it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.cards import Card
from widgets import theme
from widgets.cards.card_model import CardModel
from widgets.cards.card_words import about_words, end_words, mark_words

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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One part of a card as it is painted."""

    text: str
    bold: bool
    flags: Qt.TextFlag | Qt.AlignmentFlag
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """A card, its height in pixels at the list's width, and what is painted."""

    card: Card
    height: int
    paragraphs: tuple[Paragraph, ...]


class CardDelegate(QStyledItemDelegate):
    """Paints a card: author, text, what is known of it, what became of it."""

    def __init__(self, view: QListView, model: CardModel) -> None:
        super().__init__(view)
        self._model = model
        self._measured: dict[str, Measured] = {}
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
        self._measured.clear()

    def set_width(self, width: int) -> bool:
        """Measure anew where the width in pixels is another; gives whether it is."""
        if width == self._width:
            return False
        self._width = width
        self._measured.clear()
        return True

    def _lines(self, card: Card) -> list[tuple[str, bool]]:
        """The card's paragraphs, each with whether it is bold."""
        text = self._model.shown_text(card)
        if self._model.shielded:
            return [(f"{self._model.author(card)}   {text}", True)]
        if len(text) > LONG:
            text = f"{text[:LONG]} … ({len(text) - LONG:,} more characters; open the card to read them)"
        masked = self._model.masked
        about = "  ·  ".join(map(masked, [*about_words(card), *mark_words(card)]))
        ends = [(masked(line), False) for line in end_words(card)]
        found = [(self._model.author(card), True), (text, False), *ends, (about, False)]
        return [(line, bold) for line, bold in found if line]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as was measured; a guess until somebody looks at the card."""
        del option
        card = self._model.card(index.row())
        held = self._measured.get(card.id)
        return QSize(self._width, held.height if held is not None and held.card is card else self._guess)

    def as_high_as_before(self, row: int) -> bool:
        """Whether a card that was measured and has changed is as high as it was."""
        card = self._model.card(row)
        held = self._measured.get(card.id)
        if held is None:
            return False
        self._measured[card.id] = self._measure(card)
        return self._measured[card.id].height == held.height

    def measure(self, rows: Iterable[int]) -> bool:
        """Measure the cards of these rows; gives whether one is higher or lower than its `sizeHint` said."""
        other = False
        for row in rows:
            card = self._model.card(row)
            held = self._measured.get(card.id)
            if held is None or held.card is not card:
                held = self._measured[card.id] = self._measure(card)
                other = other or held.height != self._guess
        return other

    def _measure(self, card: Card) -> Measured:
        inner = QRect(0, 0, max(40, self._width - 2 * _MARGIN), _HIGHEST)
        paragraphs, height = [], 2 * _MARGIN + 1
        for line, bold in self._lines(card):
            metrics = self._bold_metrics if bold else self._metrics
            wrap = self._wrap(line, metrics)
            height += metrics.boundingRect(inner, wrap, line).height()
            # AlignLeft means the leading edge, which the layout direction turns round.
            flags = wrap | Qt.AlignmentFlag.AlignLeft
            paragraphs.append(Paragraph(line, bold, flags, runs_right_to_left(line)))
        return Measured(card, max(LOWEST, height), tuple(paragraphs))

    def _wrap(self, line: str, metrics: QFontMetrics) -> Qt.TextFlag:
        """How a line breaks: between words, or anywhere where one word is wider than the list."""
        widest = max(line.split(), key=len, default="")
        too_wide = len(widest) > _LONG_WORD and metrics.horizontalAdvance(widest) > self._width - 2 * _MARGIN
        return Qt.TextFlag.TextWrapAnywhere if too_wide else Qt.TextFlag.TextWordWrap

    def forget(self) -> None:
        """Every card looks different: measure anew."""
        self._measured.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card; the row that the keyboard stands on is tinted, with a bar at its edge."""
        self.measure((index.row(),))
        card = self._measured[self._model.card(index.row()).id]
        palette, rect, state = option.palette, option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("tint"))
            painter.fillRect(QRect(rect.topLeft(), QSize(4, rect.height())), theme.colour("accent"))
        # A filled line: drawing it with a pen takes longer than the card's text.
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("rule"))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        inner = rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, 0)
        for part in card.paragraphs:
            painter.setFont(self._bold if part.bold else self._font)
            painter.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if part.right_to_left else Qt.LayoutDirection.LeftToRight
            )
            drawn = painter.drawText(inner, part.flags, part.text)
            inner.setTop(inner.top() + drawn.height())
        painter.restore()
