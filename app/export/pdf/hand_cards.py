"""Cards that people write on by hand: a scale that several mark, and cards that are blank."""

from app.export.blocks import BlankCard, Card, ScaleCard, Table
from app.export.look import EDGE, SOFT
from app.export.pdf.cards import card, card_room, writing_lines
from app.export.pdf.form import BODY, LEADING, PAD
from app.export.pdf.lines import Line
from app.export.pdf.pages import Box, Flow, Stroke
from app.export.pdf.table import table, table_room

#: Between a scale and its table; between two blank cards; from one line to write on to the next. Points.
_MARKS, _BETWEEN, _LINE = 10.0, 12.0, 22.0
_HINT = 9.0
#: Lines to write on that a blank card has at least, where a page is nearly full.
_FEWEST = 2


def scale_card(flow: Flow, block: ScaleCard) -> None:
    """A scale with room for several people's marks. It has half a page to itself, or where the page is half of one
    already, all of it."""
    asked, marks = _parts(block)
    middle = flow.paper.size[1] / 2
    if scale_card_room(flow, block) > flow.room or (flow.y > flow.head and flow.paper.half):
        flow.keep(flow.bottom)
    elif flow.y > middle:
        flow.add(Stroke(flow.left, middle, flow.left + flow.width, middle, 0.8, SOFT, dotted=True))
    card(flow, asked)
    flow.y += _MARKS
    flow.keep(table_room(flow, marks, block.rows))
    table(flow, marks)
    flow.y = middle + 2 * _MARKS if flow.y < middle and not flow.paper.half else flow.bottom


def scale_card_room(flow: Flow, block: ScaleCard) -> float:
    """The height of a scale and its table."""
    asked, marks = _parts(block)
    return card_room(flow, asked) + _MARKS + table_room(flow, marks, block.rows)


def _parts(block: ScaleCard) -> tuple[Card, Table]:
    others = len(block.heads) - 2
    shares = (0.3, 0.16, *(0.54 / others for _ in range(others))) if others else (0.7, 0.3)
    return Card(block.text, ends=block.ends, large=True), Table("", block.heads, (), shares, block.rows, 30.0)


def blank_card(flow: Flow, block: BlankCard) -> None:
    """A card with lines to write on, some fewer where it just does not fit. One that repeats stands as often as there
    is room, with lines to fill it."""
    flow.keep(blank_card_room(flow, block))
    height = _height(flow, block, block.lines)
    many = max(1, int((flow.room + _BETWEEN) // (height + _BETWEEN))) if block.repeats else 1
    spare = int(((flow.room + _BETWEEN) / many - _BETWEEN - height) // _LINE)
    lines = block.lines + (spare if block.repeats else min(0, spare))
    for place in range(many):
        flow.y += _BETWEEN if place else 0.0
        top, page = flow.y, len(flow.pages)
        _blank(flow, block, max(min(_FEWEST, block.lines), lines))
        if page == len(flow.pages):
            flow.add(Box(flow.left, top, flow.width, flow.y - top, edge=EDGE, radius=4))


def blank_card_room(flow: Flow, block: BlankCard) -> float:
    """The least height of a blank card."""
    return _height(flow, block, min(_FEWEST, block.lines))


def _height(flow: Flow, block: BlankCard, count: int) -> float:
    label, hint, frame, asks = _lines(flow, block)
    printed = (len(label) + len(frame)) * LEADING + len(hint) * flow.readable(_HINT) * 1.39
    asked = sum(_LINE + (len(lines) - 1) * LEADING for lines in asks)
    return PAD + printed + asked + count * _LINE + PAD + 3


def _lines(flow: Flow, block: BlankCard) -> tuple[list[Line], list[Line], list[Line], list[list[Line]]]:
    """The lines of a blank card's label, hint and frame, and of what it asks."""
    width, lines = flow.width - 2 * PAD, flow.typesetter.lines
    return (
        list(lines(block.label, BODY, width, bold=True)),
        list(lines(block.hint, flow.readable(_HINT), width)) if block.hint else [],
        list(lines(block.frame, BODY, width)) if block.frame else [],
        [list(lines(asked, BODY, 0.6 * width)) for asked in block.asks],
    )


def _blank(flow: Flow, block: BlankCard, count: int) -> None:
    label, hint, frame, asks = _lines(flow, block)
    left, width, small = flow.left + PAD, flow.width - 2 * PAD, flow.readable(_HINT)
    flow.y += PAD
    flow.text(label, BODY, LEADING, left, width, flow.look.accent)
    flow.text(hint, small, small * 1.39, left, width, flow.quiet)
    flow.text(frame, BODY, LEADING, left, width)
    writing_lines(flow, count, _LINE, left, width)
    for lines in asks:
        flow.y += _LINE - LEADING
        flow.text(lines, BODY, LEADING, left, width, flow.quiet)
        across = lines[-1].width * BODY / 1000 + 6
        flow.add(Stroke(left + across, flow.y, left + width, flow.y, 0.9, SOFT, dotted=True))
    flow.y += PAD + 3
