"""Contrast as painted: whether words stand out from what is behind them."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.widgets.walk.checks import called, shown

#: Ratios: of text; of what is off, as of shapes.
TEXT, SHAPE = 4.5, 3.0
#: Pixels between a widget's edge and where its words may begin: a border of 3, and a corner.
EDGE = 4
#: Less than so many pixels of a control in sight are no word.
LEAST = 8


def faint(window: QWidget, known: set[object]) -> Iterator[str]:
    """Words that do not stand out from what is behind them. `known` holds what was looked at in this theme."""
    new = []
    for each, place, words in _places_of_words(window):
        seen = place & window.rect()
        look = _look(each, words)
        if look not in known and seen.width() >= LEAST and seen.height() >= LEAST:
            known.add(look)
            new.append((each, seen, words))
    if not new:
        return
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = picture.devicePixelRatio()
    for each, seen, words in new:
        found = contrast_of(picture.copy(QRect(seen.topLeft() * ratio, seen.size() * ratio)))
        if found and found < (TEXT if each.isEnabled() else SHAPE):
            yield f"{called(each)[:60]} ({words}): {found:.1f}"


def _look(widget: QWidget, words: str) -> object:
    """What a control's colours follow from."""
    behind = widget.parentWidget()
    return (
        type(widget),
        widget.property("kind"),
        widget.isEnabled(),
        widget.hasFocus(),
        isinstance(widget, QAbstractButton) and widget.isChecked(),
        isinstance(widget, QLineEdit) and widget.isReadOnly(),
        words,
        behind is not None and behind.property("kind"),
    )


def _places_of_words(window: QWidget) -> Iterator[tuple[QWidget, QRect, str]]:
    """Where words stand, in the window's pixels: a control's, and a list's rows, the current one apart."""
    for each in shown(window):
        clip = each.visibleRegion().boundingRect()
        if isinstance(each, QAbstractItemView):
            for words, index in (("current row", each.currentIndex()), ("row", each.indexAt(QPoint(9, 9)))):
                row = each.visualRect(index).translated(each.viewport().pos()) & each.rect().adjusted(4, 4, -4, -4)
                if index.isValid() and row.isValid():
                    selected = "selected" if each.selectionModel().isSelected(index) else "plain"
                    yield each, QRect(each.mapTo(window, row.topLeft()), row.size()), f"{words}, {selected}"
        elif (words := _words_of(each)) and not clip.isEmpty():
            inner = clip.adjusted(EDGE, EDGE, -EDGE, -EDGE) if not isinstance(each, QLabel) else clip
            yield each, QRect(each.mapTo(window, inner.topLeft()), inner.size()), words


def _words_of(widget: QWidget) -> str:
    """What kind of words a control shows, "" where it shows none."""
    if isinstance(widget, QLabel | QAbstractButton):
        return "text" if widget.text().strip() else ""
    if isinstance(widget, QLineEdit):
        return "text" if widget.text() else "hint" if widget.placeholderText() else ""
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return "text" if widget.toPlainText().strip() else "hint" if widget.placeholderText() else ""
    return "text" if isinstance(widget, QComboBox | QAbstractSpinBox) else ""


def contrast_of(picture: QImage) -> float:
    """The ratio between what is behind, the commonest colour, and what stands out from it most; 0 where nothing does.

    Letters are painted with soft edges, so that of all their pixels only the strongest has the colour of the words.
    """
    row = picture.width() * 4
    pixels: Counter[bytes] = Counter()
    for y in range(picture.height()):
        line = bytes(picture.constScanLine(y))[:row]
        pixels.update(line[place : place + 3] for place in range(0, row, 4))
    behind = _luminance(pixels.most_common(1)[0][0])
    ratios = [_ratio(behind, _luminance(pixel)) for pixel in pixels]
    best = max(ratios)
    return best if best > 1.05 else 0.0


def _luminance(pixel: bytes) -> float:
    """Relative luminance of blue, green, red in a byte each (WCAG 2.2)."""
    blue, green, red = (_linear(value / 255) for value in pixel)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
