"""Cards on paper: what became of one, its words, its scale, and room for an answer."""

from dataclasses import dataclass
from itertools import zip_longest

from app.export.blocks import Card
from app.export.look import INK, SOFT, WHITE
from app.export.pdf.lines import Line
from app.export.pdf.pages import Box, Flow, Stroke, Words

_INDENT = 14.0
_ABOUT = 8.5


@dataclass(frozen=True, slots=True)
class _Size:
    """How large a sheet is written, in points: text, its leading, the words at a scale's ends, and from one answer
    line to the next."""

    text: float
    leading: float
    ends: float
    answer: float


_NORMAL = _Size(11, 15.5, 9, 21)
_LARGE = _Size(17, 24, 13, 30)


def card(flow: Flow, block: Card) -> None:
    """A card, kept together where a page can."""
    size = _size(block)
    _draw_card(flow, _block(flow, block, size), size)


def card_room(flow: Flow, block: Card) -> float:
    """The height that a card wants to itself, at most what a page has."""
    return min(_block(flow, block, _size(block)).height, 0.8 * flow.full_room)


def _size(block: Card) -> _Size:
    return _LARGE if block.large else _NORMAL


@dataclass(frozen=True, slots=True)
class _Block:
    """A card laid out: its lines, and the height it takes in all."""

    card: Card
    lines: list[Line]
    pill: Line | None
    about: list[Line]
    ends: list[list[Line | None]]
    height: float


def _block(flow: Flow, card: Card, size: _Size) -> _Block:
    width = flow.width - _INDENT
    lines = list(flow.typesetter.lines(card.text, size.text, width))
    pill = flow.typesetter.line(card.mark, _ABOUT, bold=True) if card.mark else None
    beside = _across(pill) + 22 if pill and _across(pill) < width / 2 else 0.0
    about = list(flow.typesetter.lines(card.about, _ABOUT, width - beside)) if card.about else []
    ends = _end_lines(flow, card.ends, size, width)
    height = len(lines) * size.leading + max(len(about), 1 if pill else 0) * 12 + 6 + card.answer_lines * size.answer
    if card.ends:
        height += 44 + len(ends) * size.ends * 1.35
    return _Block(card, lines, pill, about, ends, height)


def _across(pill: Line) -> float:
    return pill.width * _ABOUT / 1000


def _draw_card(flow: Flow, block: _Block, size: _Size) -> None:
    """One card: what became of it, its words, its scale, room for an answer. Kept together where a page can."""
    left, width = flow.left + _INDENT, flow.width - _INDENT
    together = block.height < flow.full_room
    flow.keep(block.height if together else 4 * size.leading)
    top, page = flow.y, len(flow.pages)
    _head(flow, block, left, width)
    flow.text(block.lines, size.text, size.leading, left, width)
    if block.card.ends:
        _scale(flow, block.ends, size, left, width)
    _answer(flow, block.card.answer_lines, size, left, width)
    if block.pill is not None and page == len(flow.pages):
        flow.add(Box(flow.left, top, 3.0, flow.y - top, fill=flow.look.accent))


def _head(flow: Flow, block: _Block, left: float, width: float) -> None:
    """The mark and what is known of a card, above its words; a mark too long for that gets lines of its own."""
    x = left
    if block.pill is not None:
        across = _across(block.pill)
        if across < width / 2:
            flow.add(Box(left, flow.y - 1, across + 14, 14, fill=flow.look.accent, radius=7))
            flow.add(Words(left + 7, flow.y + 9, block.pill, _ABOUT, WHITE))
            x = left + across + 22
        else:
            lines = flow.typesetter.lines(block.card.mark, _ABOUT, width, bold=True)
            flow.text(lines, _ABOUT, 12, left, width, flow.look.accent)
    if block.about:
        flow.text(block.about, _ABOUT, 12, x, left + width - x, SOFT)
    elif x > left:
        flow.y += 12
    if block.pill is not None or block.about:
        flow.y += 5


def _end_lines(flow: Flow, ends: tuple[str, str] | None, size: _Size, width: float) -> list[list[Line | None]]:
    """The words at a scale's ends side by side: for each line the one at 0 and the one at 10."""
    sides = [list(flow.typesetter.lines(end, size.ends, width * 0.46)) for end in ends or ("", "")]
    return [list(pair) for pair in zip_longest(*sides)]


def _scale(flow: Flow, ends: list[list[Line | None]], size: _Size, left: float, width: float) -> None:
    """A line from 0 to 10 to mark, with both ends in words."""
    if flow.room < 60:
        flow.new_page()
    at = flow.y + 16
    first, last = left + 8, left + width - 8
    flow.add(Stroke(first, at, last, at, 1.0, INK))
    for number in range(11):
        x = first + (last - first) * number / 10
        tall = 6 if number in (0, 10) else 3.5
        flow.add(Stroke(x, at - tall, x, at + tall, 1.0, INK))
        line = flow.typesetter.line(str(number), bold=number in (0, 10))
        flow.add(Words(x - line.width * 9 / 2000, at + 18, line, 9, INK))
    flow.y = at + 24
    points = size.ends
    for zero, ten in ends:
        if points * 1.35 > flow.room:
            flow.new_page()
        if zero is not None:
            flow.put(zero, points, left, width * 0.46, flow.y + points, SOFT)
        if ten is not None:
            flow.add(Words(left + width - ten.width * points / 1000, flow.y + points, ten, points, SOFT))
        flow.y += points * 1.35
    flow.y += 2


def _answer(flow: Flow, count: int, size: _Size, left: float, width: float) -> None:
    """Dotted lines to write on."""
    for _ in range(count):
        if size.answer > flow.room:
            flow.new_page()
        flow.y += size.answer
        flow.add(Stroke(left, flow.y, left + width, flow.y, 0.9, SOFT, dotted=True))
