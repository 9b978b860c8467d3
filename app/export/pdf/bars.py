"""Bars on paper: an amount beside its measure, and both in words."""

from app.export.blocks import Band, Bar, Bars
from app.export.look import EDGE, INK
from app.export.pdf.form import PAD, band, band_height
from app.export.pdf.lines import Line
from app.export.pdf.pages import Box, Flow, Stroke

_SIZE, _LEADING = 10.0, 13.5
#: Parts of the width for what a bar is about, for the bar and for the words.
_LABEL, _BAR = 0.34, 0.31
_OUTLINE, _FILLED = 11.0, 5.0


def bars(flow: Flow, block: Bars) -> None:
    """Each bar on a row of its own, all drawn to one scale; a row is not parted."""
    flow.keep(bars_room(flow, block))
    band(flow, Band(block.label))
    longest = max((max(bar.amount, bar.measure) for bar in block.bars), default=0.0)
    flow.y += 4
    for bar in block.bars:
        flow.checked()
        _row(flow, bar, longest)


def bars_room(flow: Flow, block: Bars) -> float:
    """The height of the label and the first bars."""
    return band_height(flow, Band(block.label)) + 4 + sum(_height(_texts(flow, bar)) for bar in block.bars[:2])


def _texts(flow: Flow, bar: Bar) -> tuple[list[Line], list[Line]]:
    """The lines of what a bar is about, and of its words."""
    lines = flow.typesetter.lines
    across = flow.width * (1 - _LABEL - _BAR)
    return list(lines(bar.label, _SIZE, flow.width * _LABEL - 2 * PAD)), list(lines(bar.words, _SIZE, across - 2 * PAD))


def _height(texts: tuple[list[Line], list[Line]]) -> float:
    return max(map(len, texts)) * _LEADING + 5


def _row(flow: Flow, bar: Bar, longest: float) -> None:
    texts = _texts(flow, bar)
    height = _height(texts)
    flow.keep(height)
    left, bar_left = flow.left + PAD, flow.left + flow.width * _LABEL
    words_left = bar_left + flow.width * _BAR + PAD
    widths = (bar_left - left - PAD, flow.left + flow.width - PAD - words_left)
    for lines, x, width in zip(texts, (left, words_left), widths, strict=True):
        for place, line in enumerate(lines):
            flow.put(line, _SIZE, x, width, flow.y + 2.5 + _SIZE + place * _LEADING, INK)
    middle = flow.y + height / 2
    scale = flow.width * _BAR / longest if longest else 0.0
    if bar.amount:
        flow.add(Box(bar_left, middle - _FILLED / 2, bar.amount * scale, _FILLED, fill=flow.look.accent))
    if bar.measure:
        flow.add(Box(bar_left, middle - _OUTLINE / 2, bar.measure * scale, _OUTLINE, edge=INK, edge_width=0.8))
    flow.y += height
    flow.add(Stroke(flow.left, flow.y, flow.left + flow.width, flow.y, 0.4, EDGE))
