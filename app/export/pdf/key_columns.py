"""Keys on paper: groups in two columns, small enough for one page and large enough to be read at arm's length."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.export.blocks import KeyColumns
from app.export.look import EDGE, INK
from app.export.pdf.lines import Line
from app.export.pdf.pages import Flow, Stroke

#: Sizes of letters in points, the first that stays on the page is taken; nothing is smaller than the last.
_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
_GUTTER = 22.0
#: The part of a column for the key.
_KEY = 0.37
_COLUMNS = 2


#: As short a key, and so few letters of what it does, that two of them stand side by side.
_SHORT_KEY, _SHORT_WORDS = 3, 13
_SHORT_PART = 0.16


@dataclass(frozen=True)
class _Cell:
    """Lines of text, where they begin and how wide they may be, as parts of the column."""

    lines: list[Line]
    at: float
    part: float


@dataclass(frozen=True)
class _Row:
    """A line of a column: a head alone, or keys beside what they do."""

    cells: tuple[_Cell, ...]
    head: bool = False

    def height(self, size: float) -> float:
        """In points."""
        high = max(len(cell.lines) for cell in self.cells)
        return high * size * 1.22 + size * (0.8 if self.head else 0.3)


def key_columns(flow: Flow, block: KeyColumns) -> None:
    """All groups, one column after the other; a head is never the last of its column."""
    width = (flow.width - _GUTTER) / _COLUMNS
    for size in _SIZES:
        columns = _columns(_rows(flow, block, size, width), size, flow.room)
        if len(columns) <= _COLUMNS:
            break
    top = lowest = flow.y
    for place, column in enumerate(columns):
        if place and place % _COLUMNS == 0:
            flow.new_page()
            top = flow.y
        y, left = top, flow.left + place % _COLUMNS * (width + _GUTTER)
        for row in column:
            y = _draw(flow, row, size, left, y, width)
        lowest = max(lowest, y) if place % _COLUMNS else y
    flow.y = lowest


def _rows(flow: Flow, block: KeyColumns, size: float, width: float) -> list[_Row]:
    def cell(text: str, at: float, part: float, bold: bool) -> _Cell:
        return _Cell(list(flow.typesetter.lines(text, size, width * part - 3, bold=bold)), at, part)

    rows = []
    for group in block.groups:
        rows.append(_Row((cell(group.head, 0.0, 1.0, True),), head=True))
        for pair in _pairs(group.keys):
            if len(pair) == 1:
                key, does = pair[0]
                cells = [cell(key, 0.0, _KEY, True), cell(does, _KEY, 1 - _KEY, False)]
            else:
                cells = []
                for place, (key, does) in enumerate(pair):
                    at = place * 0.5
                    cells += [cell(key, at, _SHORT_PART, True), cell(does, at + _SHORT_PART, 0.5 - _SHORT_PART, False)]
            rows.append(_Row(tuple(cells)))
    return rows


def _pairs(keys: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Short ones that follow each other two by two, the others alone."""
    rows: list[list[tuple[str, str]]] = []
    for each in keys:
        before = rows[-1] if rows else []
        if len(before) == 1 and _is_short(before[0]) and _is_short(each):
            before.append(each)
        else:
            rows.append([each])
    return rows


def _is_short(key: tuple[str, str]) -> bool:
    return len(key[0]) <= _SHORT_KEY and len(key[1]) <= _SHORT_WORDS


def _columns(rows: Sequence[_Row], size: float, room: float) -> list[list[_Row]]:
    """The rows cut where a column is full, the columns as even as that allows."""
    if not rows:
        return []
    whole = sum(row.height(size) for row in rows)
    even = min(room, whole / _COLUMNS + 4 * size)
    columns: list[list[_Row]] = [[]]
    left, head = even, rows[0]
    for place, row in enumerate(rows):
        head = row if row.head else head
        needs = row.height(size)
        if row.head and place + 1 < len(rows):
            needs += rows[place + 1].height(size)
        if needs > left and columns[-1]:
            columns.append([])
            left = room if len(columns) % _COLUMNS == 0 else even
            if not row.head:  # the group goes on under its head
                columns[-1].append(head)
                left -= head.height(size)
        columns[-1].append(row)
        left -= row.height(size)
    return columns


def _draw(flow: Flow, row: _Row, size: float, left: float, y: float, width: float) -> float:
    """Draw a row; gives where the next one begins."""
    flow.checked()
    bottom = y + row.height(size)
    colour, edge = (flow.look.accent, 0.8) if row.head else (INK, 0.3)
    first = y + size * (1.5 if row.head else 1.05)
    for cell in row.cells:
        for place, line in enumerate(cell.lines):
            flow.put(line, size, left + width * cell.at, width * cell.part - 3, first + place * size * 1.22, colour)
    flow.add(Stroke(left, bottom, left + width, bottom, edge, flow.look.accent if row.head else EDGE))
    return bottom
