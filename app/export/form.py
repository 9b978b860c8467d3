"""The blocks that a printed form is made of: bands, fields, scales, framed text and tables that go on over pages."""

from collections.abc import Sequence

from app.export.characters import begins_right_to_left, visible
from app.export.lines import Line
from app.export.pages import ACCENT, EDGE, INK, SOFT, TINT, Box, Flow, Ring, Stroke, Words

BODY = 10.5
LEADING = 15.0
PAD = 9.0
BAND = 24.0
LABEL_WIDTH = 172.0
_BULLET = "• "
_INDENT = 12.0


def heading(flow: Flow, above: str, title: str, below: str = "") -> None:
    """What a document begins with: who issues it, what it is, a line under it."""
    for line in flow.typesetter.lines(above.strip(), 11, flow.width, bold=True) if above.strip() else ():
        flow.put(line, 11, flow.left, flow.width, flow.y + 11, ACCENT)
        flow.y += 15
    flow.y += 4
    flow.text(flow.typesetter.lines(title, 22, flow.width, bold=True), 22, 28)
    if below.strip():
        flow.text(flow.typesetter.lines(below, BODY, flow.width), BODY, LEADING, colour=SOFT)
    flow.y += 6
    flow.add(Box(flow.left, flow.y, flow.width, 2.2, fill=ACCENT))
    flow.y += 20


def band(flow: Flow, label: str, right: str = "") -> None:
    """A tinted band with a section's printed label."""
    flow.add(Box(flow.left, flow.y, flow.width, BAND, fill=TINT, edge=EDGE))
    flow.words(label, BODY, flow.left + PAD, flow.y + 16, bold=True)
    if right:
        flow.words_right(right, 9, flow.left + flow.width - PAD, flow.y + 16, SOFT)
    flow.y += BAND


def field_row(flow: Flow, label: str, height: float = 30.0) -> tuple[float, float, float]:
    """A row with its label on the left; gives left edge, width and baseline for what is filled in."""
    flow.keep(height)
    flow.add(
        Box(flow.left, flow.y, LABEL_WIDTH, height, fill=TINT, edge=EDGE),
        Box(flow.left + LABEL_WIDTH, flow.y, flow.width - LABEL_WIDTH, height, edge=EDGE),
    )
    baseline = flow.y + height / 2 + 3.8
    flow.words(label, BODY, flow.left + PAD, baseline, bold=True)
    flow.y += height
    return flow.left + LABEL_WIDTH + PAD, flow.width - LABEL_WIDTH - 2 * PAD, baseline


def scale_row(flow: Flow, label: str, value: int | None) -> None:
    """A row with the numbers 0 to 10, one of them ringed, or none."""
    left, width, baseline = field_row(flow, label, 36.0)
    numbers(flow, left, width, baseline, value)


def numbers(flow: Flow, left: float, width: float, baseline: float, value: int | None) -> None:
    """The numbers 0 to 10 spread over a width, one of them ringed, or none."""
    apart = width / 11
    for number in range(11):
        ringed = number == value
        line = flow.typesetter.line(str(number), bold=ringed)
        middle = left + apart * (number + 0.5)
        flow.add(Words(middle - line.width * BODY / 2000, baseline, line, BODY, ACCENT if ringed else INK))
    if value is not None and 0 <= value <= 10:
        flow.add(Ring(left + apart * (value + 0.5), baseline - 3.8, 11.5))


def tick_boxes(flow: Flow, label: str, choices: Sequence[tuple[str, bool]]) -> None:
    """A row of choices, each with a box that is ticked or not."""
    left, width, baseline = field_row(flow, label)
    for place, (name, ticked) in enumerate(choices):
        x = left + place * width / len(choices) + 4
        flow.words("☑" if ticked else "☐", 15, x, baseline + 1.2, colour=ACCENT if ticked else SOFT)
        flow.words(name, BODY, x + 19, baseline, bold=ticked)


class Frame:
    """An outline around what is put on the flow while it is open, on every page that it reaches."""

    def __init__(self, flow: Flow, columns: Sequence[float] = ()) -> None:
        """`columns`: where upright lines part it, in points from the left."""
        self.flow = flow
        self.columns = columns
        self.top = flow.y
        flow.inset = PAD
        flow.on_page_end = self._outline
        flow.on_new_page = self._go_on

    def _outline(self) -> None:
        flow = self.flow
        end = flow.y if self.columns else flow.y + PAD - 2
        if flow.y > self.top:
            flow.add(Box(flow.left, self.top, flow.width, end - self.top, edge=EDGE))
            flow.add(*(Stroke(flow.left + at, self.top, flow.left + at, end) for at in self.columns))
        flow.y = end

    def _go_on(self) -> None:
        self.top = self.flow.y
        self.flow.y += PAD

    def close(self) -> None:
        """The frame ends here."""
        self._outline()
        self.flow.on_page_end = self.flow.on_new_page = None
        self.flow.inset = 0.0


def text_part(flow: Flow, label: str, text: str, empty: float = 64.0) -> None:
    """A labelled part with text that flows over as many pages as it needs; an empty one stays an empty field."""
    flow.keep(BAND + 2 * PAD + 3 * LEADING)
    band(flow, label)
    frame = Frame(flow)
    flow.y += PAD
    if text.strip():
        body(flow, text, flow.left + PAD, flow.width - 2 * PAD)
    else:
        flow.y += empty - BAND - PAD
    frame.close()


def body(flow: Flow, text: str, left: float, width: float, size: float = BODY, leading: float = LEADING) -> None:
    """Paragraphs of people's text; one that begins with • hangs from its bullet."""
    paragraphs = visible(text).split("\n")
    for place, paragraph in enumerate(paragraphs):
        if not paragraph.strip():
            flow.y += min(leading / 2, max(0.0, flow.room))
        elif paragraph.startswith(_BULLET) and not begins_right_to_left(paragraph):
            if leading > flow.room:
                flow.new_page()
            flow.words("•", size, left, flow.y + size * 1.07, colour=ACCENT)
            lines = flow.typesetter.lines(paragraph[len(_BULLET) :], size, width - _INDENT)
            flow.text(lines, size, leading, left + _INDENT, width - _INDENT)
            flow.y += min(2.0, max(0.0, flow.room))
        else:
            if any(following.startswith(_BULLET) for following in paragraphs[place + 1 : place + 2]):
                flow.keep(2 * leading)  # what leads into a list stays with it
            flow.text(flow.typesetter.lines(paragraph, size, width), size, leading, left, width)


class Table:
    """A table whose head is repeated on every page that its rows reach. Widths are shares of the whole."""

    size = 10.0
    leading = 14.0
    head = 20.0

    def __init__(self, flow: Flow, heads: Sequence[str], shares: Sequence[float]) -> None:
        self.flow = flow
        self.heads = heads
        self.widths = [share * flow.width for share in shares]
        self.edges = [flow.left + sum(self.widths[:place]) for place in range(len(shares))]

    def rows(self, rows: Sequence[Sequence[str]], least: float = 24.0) -> None:
        """The head, then each row; one that fits on a page is not parted."""
        flow = self.flow
        flow.keep(self.head + self._height(self._cells(rows[0]) if rows else [], least))
        frame = Frame(flow, [edge - flow.left for edge in self.edges[1:]])
        flow.on_new_page = lambda: self._go_on(frame)
        self._head()
        for row in rows:
            flow.checked()
            self._row(self._cells(row), least)
        frame.close()

    def _go_on(self, frame: Frame) -> None:
        frame.top = self.flow.y
        self._head()

    def _head(self) -> None:
        flow = self.flow
        flow.add(Box(flow.left, flow.y, flow.width, self.head, fill=TINT))
        for label, x in zip(self.heads, self.edges, strict=True):
            flow.words(label, 9, x + PAD, flow.y + 13.5, bold=True, colour=ACCENT)
        flow.y += self.head
        flow.add(Stroke(flow.left, flow.y, flow.left + flow.width, flow.y))

    def _cells(self, row: Sequence[str]) -> list[list[Line]]:
        lines = self.flow.typesetter.lines
        return [list(lines(text, self.size, width - 2 * PAD)) for text, width in zip(row, self.widths, strict=True)]

    def _height(self, cells: list[list[Line]], least: float) -> float:
        height = max(map(len, cells), default=0) * self.leading + 10
        return min(max(height, least), self.flow.full_room)

    def _row(self, cells: list[list[Line]], least: float) -> None:
        flow = self.flow
        if self._height(cells, least) < flow.full_room:
            flow.keep(self._height(cells, least))
        start = flow.y
        flow.y += 5
        longest = max(map(len, cells))
        for place in range(longest):
            if self.leading > flow.room:
                flow.new_page()
                flow.y += 5
            for cell, x, width in zip(cells, self.edges, self.widths, strict=True):
                if place < len(cell):
                    flow.put(cell[place], self.size, x + PAD, width - 2 * PAD, flow.y + self.size)
            flow.y += self.leading
        flow.y += 5
        if longest * self.leading + 10 < least:
            flow.y = start + least
        flow.add(Stroke(flow.left, flow.y, flow.left + flow.width, flow.y))


def footers(flow: Flow, left: str) -> None:
    """At the foot of every page: a line of our own, and which page of how many."""
    for number, page in enumerate(flow.pages, 1):
        line = flow.typesetter.line(left)
        at = page.size[1] - flow.foot + 28
        end = page.size[0] - flow.margin
        page.marks.append(Stroke(flow.left, at - 14, end, at - 14))
        page.marks.append(Words(flow.left, at, line, 8, SOFT))
        count = flow.typesetter.line(f"Page {number} of {len(flow.pages)}")
        page.marks.append(Words(end - count.width * 8 / 1000, at, count, 8, SOFT))
