"""Tables that go on over pages, their heads repeated on each."""

from collections.abc import Sequence

from app.export.blocks import Band, Table
from app.export.pdf.form import NARROW, PAD, Frame, band, band_height
from app.export.pdf.lines import Line
from app.export.pdf.pages import Box, Flow, Stroke


def table(flow: Flow, block: Table) -> None:
    """A table under its label; its heads are repeated on every page that its rows reach."""
    flow.keep(table_room(flow, block))
    if block.label:
        band(flow, Band(block.label))
    _Grid(flow, block).draw(_rows(block))


def table_room(flow: Flow, block: Table, rows: int = 1) -> float:
    """The height of its label, its head and its first rows."""
    label = band_height(flow, Band(block.label)) if block.label else 0.0
    return label + _Grid(flow, block).room_for(_rows(block)[:rows])


def _rows(block: Table) -> Sequence[Sequence[str]]:
    return block.rows or (("",) * len(block.heads),) * block.blank


class _Grid:
    """A table's columns, and what is drawn in them."""

    size = 10.0
    leading = 14.0

    def __init__(self, flow: Flow, block: Table) -> None:
        self.flow = flow
        self.least = block.least
        self.widths = [share * flow.width for share in block.shares]
        self.edges = [flow.left + sum(self.widths[:place]) for place in range(len(block.shares))]
        self.small = flow.readable(9.0)
        self.pad = PAD if flow.width > NARROW else 0.6 * PAD
        self.heads = [
            list(flow.typesetter.lines(head, self.small, width - 2 * self.pad, bold=True))
            for head, width in zip(block.heads, self.widths, strict=True)
        ]
        self.head = 8.0 + max(map(len, self.heads)) * 12.0
        self.above: Sequence[Sequence[str]] = ()
        if self.head > 0.4 * flow.full_room:  # too high to stand on each page: a first row, like the others
            self.head, self.heads, self.above = 0.0, [], (block.heads,)

    def room_for(self, rows: Sequence[Sequence[str]]) -> float:
        """The height of the head and these rows."""
        return self.head + sum(self._height(self._cells(row)) for row in (*self.above, *rows))

    def draw(self, rows: Sequence[Sequence[str]]) -> None:
        """The head, then each row; one that fits on a page is not parted."""
        flow = self.flow
        frame = Frame(flow, [edge - flow.left for edge in self.edges[1:]])
        flow.on_new_page = lambda: self._go_on(frame)
        self._head()
        for row in (*self.above, *rows):
            flow.checked()
            self._row(self._cells(row))
        frame.close()

    def _go_on(self, frame: Frame) -> None:
        frame.top = self.flow.y
        self._head()

    def _head(self) -> None:
        flow = self.flow
        if not self.heads:
            return
        flow.add(Box(flow.left, flow.y, flow.width, self.head, fill=flow.look.tint))
        for lines, x, width in zip(self.heads, self.edges, self.widths, strict=True):
            for place, line in enumerate(lines):
                flow.put(
                    line, self.small, x + self.pad, width - 2 * self.pad, flow.y + 13.5 + place * 12, flow.look.accent
                )
        flow.y += self.head
        flow.add(Stroke(flow.left, flow.y, flow.left + flow.width, flow.y))

    def _cells(self, row: Sequence[str]) -> list[list[Line]]:
        lines = self.flow.typesetter.lines
        return [
            list(lines(text, self.size, width - 2 * self.pad)) for text, width in zip(row, self.widths, strict=True)
        ]

    def _height(self, cells: list[list[Line]]) -> float:
        height = max(map(len, cells), default=0) * self.leading + 10
        return min(max(height, self.least), self.flow.full_room)

    def _row(self, cells: list[list[Line]]) -> None:
        flow = self.flow
        if self._height(cells) < flow.full_room:
            flow.keep(self._height(cells))
        start = flow.y
        flow.y += 5
        longest = max(map(len, cells))
        for place in range(longest):
            if self.leading > flow.room:
                flow.new_page()
                flow.y += 5
            for cell, x, width in zip(cells, self.edges, self.widths, strict=True):
                if place < len(cell):
                    flow.put(cell[place], self.size, x + self.pad, width - 2 * self.pad, flow.y + self.size)
            flow.y += self.leading
        flow.y += 5
        if longest * self.leading + 10 < self.least:
            flow.y = start + self.least
        flow.add(Stroke(flow.left, flow.y, flow.left + flow.width, flow.y))
