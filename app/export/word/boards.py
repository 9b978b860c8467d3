"""Boards and bars in Word: columns of points side by side, and amounts beside their measures."""

from collections.abc import Iterator
from itertools import zip_longest

from app.export.blocks import NO_TERM, Band, Bars, Board, BoardPoint, KeyColumns, Table
from app.export.look import EDGE, INK, Colour
from app.export.word.form import band, table
from app.export.word.markup import NO_EDGE, Edge, Element, add, add_edges, add_fill, twips
from app.export.word.scales import around, rated_scale
from app.export.word.styles import PAD, style_id
from app.export.word.tables import TIGHT, cell, row, short
from app.export.word.words import paragraph, paragraphs
from app.export.word.writer import Writer

#: Columns have no less of the width, and no more.
_NARROWEST, _WIDEST = 0.26, 0.46
#: Parts of the width for what a bar is about, for the bar and for its words.
_SHARES = (0.31, 0.34, 0.35)
_LINE, _OUTLINE = Edge(0.5, EDGE), Edge(0.75, INK)


def board(writer: Writer, block: Board) -> None:
    """A table under its heads, which every page repeats, with a point of each column in a row; then the scale.

    One long row of whole columns would do, did LibreOffice not cut such a row off where its page ends.
    """
    widths = _widths(writer, block)
    made = writer.table(widths, edges={"insideH": NO_EDGE})
    heads = row(made, head=True)
    under = {"bottom": _LINE}
    for (title, _), width in zip(block.columns, widths, strict=True):
        paragraph(cell(heads, width, fill=writer.look.tint, edges=under), "Label", title, keep=True)
    columns = [[*_headed(points)] for _, points in block.columns]
    for points in zip_longest(*columns) if any(columns) else [(None,) * len(columns)]:
        writer.options.check()
        line = row(made, whole=short(*(point[1] for point in points if point)))
        for point, width in zip(points, widths, strict=True):
            _point(cell(line, width, margins=TIGHT), point)
    writer.space(12)
    rated_scale(writer, block.scale)


def _widths(writer: Writer, block: Board) -> list[float]:
    """The columns' widths: whoever says more has more of it."""
    said = [sum(len(point.text) + 20 for point in points) for _, points in block.columns]
    shares = [min(_WIDEST, max(_NARROWEST, each / (sum(said) or 1))) for each in said]
    return [writer.width * share / sum(shares) for share in shares]


def _headed(points: tuple[BoardPoint, ...]) -> Iterator[tuple[str, str]]:
    """The text of each point, after its term where that is another than the one before."""
    term = ""
    for point in points:
        yield (point.term or NO_TERM) if point.term != term else "", point.text
        term = point.term


def _point(holder: Element, point: tuple[str, str] | None) -> None:
    term, text = point or ("", "")
    if term:
        paragraph(holder, "Board term", term)
    paragraph(holder, "Board point" if point else "Table text", text)


def bars(writer: Writer, block: Bars) -> None:
    """A table of three columns: what a bar is about; the amount, filled, over its measure, outlined; and its words."""
    band(writer, Band(block.label))
    longest = max((max(bar.amount, bar.measure) for bar in block.bars), default=0.0) or 1.0
    widths = [share * writer.width for share in _SHARES]
    room = widths[1] - 2 * PAD
    made = writer.table(widths, edges={"insideV": NO_EDGE})
    for bar in block.bars:
        writer.options.check()
        line = row(made, whole=short(bar.label, bar.words))
        label, drawn, words = (cell(line, width, upright="center") for width in widths)
        paragraphs(label, "Table text", bar.label)
        _bar(drawn, room, bar.amount / longest, fill=writer.look.accent)
        _bar(drawn, room, bar.measure / longest)
        paragraphs(words, "Table text", bar.words)


def key_columns(writer: Writer, block: KeyColumns) -> None:
    """A table for each group; Word's pages go on as they like."""
    for group in block.groups:
        table(writer, Table(group.head, ("Key", "What it does"), group.keys, (0.3, 0.7)))


def _bar(holder: Element, room: float, share: float, fill: Colour | None = None) -> None:
    """An empty line that takes its share of the room, filled or outlined; nothing is seen of one without a share."""
    layout = add(add(holder, "p"), "pPr")
    add(layout, "pStyle", val=style_id("Bar"))
    if share > 0 and fill is None:
        add_edges(layout, "pBdr", around(_OUTLINE))
    elif share > 0 and fill is not None:
        add_fill(layout, fill)
    add(layout, "ind", right=twips(room * (1 - share)))
