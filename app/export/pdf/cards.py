"""Cards on paper: what became of one, its words, its scale, and room for an answer."""

from dataclasses import dataclass
from itertools import islice, zip_longest

from app.export.blocks import Card
from app.export.look import INK, SOFT, WHITE
from app.export.pdf.lines import Line
from app.export.pdf.pages import Box, Flow, Stroke, Words

#: Room for a bar, which no large card has.
_INDENT = 14.0
_ABOUT, _ABOUT_LEADING = 8.5, 1.41
#: What a mark's pill takes beside its words; and more lines than a page has.
_PILL, _PAGE = 22.0, 80


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
#: Before they are drawn larger still, as large print is.
_NORMAL_PRINTED_LARGE = _Size(11, 15.5, 10, 19)
_LARGE_PRINTED_LARGE = _Size(13.5, 19, 11, 21)


def card(flow: Flow, block: Card) -> None:
    """A card, kept together where a page can."""
    laid = _laid_out(flow, block)
    if laid.height < flow.full_room:
        flow.keep(laid.height)
    else:
        flow.keep(min(laid.head + 3 * laid.size.leading, flow.full_room))
    bar = _Bar(flow) if block.mark else None
    _head(flow, laid)
    _words(flow, laid)
    if block.ends:
        _scale(flow, laid)
    writing_lines(flow, block.answer_lines, laid.size.answer, laid.left, laid.width)
    if bar is not None:
        bar.close()


def card_room(flow: Flow, block: Card) -> float:
    """The height that a card takes in all, or more than a page has."""
    return _laid_out(flow, block, _PAGE).height


def _size(flow: Flow, block: Card) -> _Size:
    if flow.paper.scale == 1.0:
        return _LARGE if block.large else _NORMAL
    return _LARGE_PRINTED_LARGE if block.large else _NORMAL_PRINTED_LARGE


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A card's lines, where they stand, and the heights that it takes: of the mark and what is known of it, of its
    scale, and in all. A short mark is a `pill`, with what is known beside it; a long one has lines of its own."""

    card: Card
    size: _Size
    left: float
    width: float
    lines: list[Line]
    pill: Line | None
    mark: list[Line]
    about: list[Line]
    ends: list[list[Line | None]]
    head: float
    scale: float
    height: float


def _laid_out(flow: Flow, card: Card, most: int | None = None) -> _LaidOut:
    """A card in lines; at most so many of each of its texts."""
    size, small = _size(flow, card), flow.readable(_ABOUT)
    indent = 0.0 if card.large else _INDENT
    left, width = flow.left + indent, flow.width - indent

    def lines_of(text: str, points: float, across: float, bold: bool = False) -> list[Line]:
        return list(islice(flow.typesetter.lines(text, points, across, bold), most))

    lines = lines_of(card.text, size.text, width)
    mark = lines_of(card.mark, small, width / 2 - _PILL, bold=True) if card.mark else []
    pill = mark[0] if len(mark) == 1 else None
    beside = pill.width * small / 1000 + _PILL if pill else 0.0
    mark = [] if pill or not mark else lines_of(card.mark, small, width, bold=True)
    about = lines_of(card.about, small, width - beside) if card.about else []
    head_lines = max(1, len(about)) if pill else len(mark) + len(about)
    head = head_lines * small * _ABOUT_LEADING + (5 if head_lines else 0)
    zero, ten = (lines_of(end, size.ends, width * 0.46) for end in card.ends or ("", ""))
    ends: list[list[Line | None]] = [list(pair) for pair in zip_longest(zero, ten)]
    scale = 44 + len(ends) * size.ends * 1.35 if card.ends else 0.0
    height = head + len(lines) * size.leading + scale + card.answer_lines * size.answer
    return _LaidOut(card, size, left, width, lines, pill, mark, about, ends, head, scale, height)


class _Bar:
    """An upright bar beside what is put on the flow while it is open, on every page that it reaches."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.top = flow.y
        flow.on_page_end = self._draw
        flow.on_new_page = self._go_on

    def _draw(self) -> None:
        self.flow.add(Box(self.flow.left, self.top, 3.0, self.flow.y - self.top, fill=self.flow.look.accent))

    def _go_on(self) -> None:
        self.top = self.flow.y

    def close(self) -> None:
        """The bar ends here."""
        self._draw()
        self.flow.on_page_end = self.flow.on_new_page = None


def _head(flow: Flow, laid: _LaidOut) -> None:
    """The mark and what is known of a card, above its words; a mark too long for that gets lines of its own."""
    left, width, small = laid.left, laid.width, flow.readable(_ABOUT)
    leading, x = small * _ABOUT_LEADING, left
    flow.text(laid.mark, small, leading, left, width, flow.look.accent)
    if laid.pill is not None:
        across = laid.pill.width * small / 1000
        flow.add(Box(left, flow.y - 1, across + 14, small + 5.5, fill=flow.look.accent, radius=small / 2 + 2.75))
        flow.add(Words(left + 7, flow.y + small * 1.06, laid.pill, small, WHITE))
        x = left + across + _PILL
    if laid.about:
        flow.text(laid.about, small, leading, x, left + width - x, flow.quiet)
    elif x > left:
        flow.y += leading
    if laid.head:
        flow.y += 5


def _words(flow: Flow, laid: _LaidOut) -> None:
    """What the card says. Where it goes on over pages, its last lines stay with its scale and the room to answer."""
    left, width, size = laid.left, laid.width, laid.size
    rest = laid.scale + laid.card.answer_lines * size.answer
    last = laid.lines[-2:]
    flow.text(laid.lines[: -len(last)], size.text, size.leading, left, width)
    if rest and len(last) * size.leading + rest < flow.full_room:
        flow.keep(len(last) * size.leading + rest)
    flow.text(last, size.text, size.leading, left, width)


def _scale(flow: Flow, laid: _LaidOut) -> None:
    """A line from 0 to 10 to mark, with both ends in words."""
    left, width, numbers = laid.left, laid.width, flow.readable(9.0)
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
        flow.add(Words(x - line.width * numbers / 2000, at + 9 + numbers, line, numbers, INK))
    flow.y = at + 24
    points = laid.size.ends
    under_zero = max((zero.width for zero, _ in laid.ends if zero), default=0.0) * points / 1000
    for zero, ten in laid.ends:
        if points * 1.35 > flow.room:
            flow.new_page()
        if zero is not None:
            flow.put(zero, points, left, under_zero, flow.y + points, flow.quiet)
        if ten is not None:
            flow.add(Words(left + width - ten.width * points / 1000, flow.y + points, ten, points, flow.quiet))
        flow.y += points * 1.35
    flow.y += 4


def writing_lines(flow: Flow, count: int, apart: float, left: float, width: float) -> None:
    """Dotted lines to write on."""
    for _ in range(count):
        if apart > flow.room:
            flow.new_page()
        flow.y += apart
        flow.add(Stroke(left, flow.y, left + width, flow.y, 0.9, SOFT, dotted=True))
