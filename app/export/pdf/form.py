"""The blocks that a printed form is made of: bands, fields, scales, framed text and tables that go on over pages."""

from collections.abc import Sequence

from app.export.blocks import Band, Field, Gap, Heading, Paragraph, Picture, Remark, ScaleStrip, Table, TextPart, Ticks
from app.export.characters import begins_right_to_left, visible
from app.export.look import EDGE, INK, SOFT
from app.export.pdf.lines import Line
from app.export.pdf.pages import Box, Flow, Image, Placed, Ring, Stroke, Words

BODY = 10.5
LEADING = 15.0
PAD = 9.0
BAND = 24.0
LABEL_WIDTH = 172.0
#: A logo is no wider and no higher, in points.
LOGO = (150.0, 44.0)
_SMALL, _SMALL_LEADING = 9.0, 12.5
_BULLET = "• "
_INDENT = 12.0


def heading(flow: Flow, block: Heading) -> None:
    """What a section begins with: who issues it, what it is, a line under it; the agency's logo at its right."""
    width = flow.width - (_logo(flow) if block.logo else 0.0)
    for line in flow.typesetter.lines(block.above.strip(), 11, width, bold=True) if block.above.strip() else ():
        flow.put(line, 11, flow.left, width, flow.y + 11, flow.look.accent)
        flow.y += 15
    flow.y += 4
    flow.text(flow.typesetter.lines(block.title, 22, width, bold=True), 22, 28, width=width)
    if block.below.strip():
        flow.text(flow.typesetter.lines(block.below, BODY, flow.width), BODY, LEADING, colour=SOFT)
    flow.y += 6
    flow.add(Box(flow.left, flow.y, flow.width, 2.2, fill=flow.look.accent))
    flow.y += 20


def _logo(flow: Flow) -> float:
    """Draw the logo at the page's right; gives the width that it takes."""
    if not flow.look.logo:
        return 0.0
    wide, high = flow.look.logo_size
    scale = min(LOGO[0] / wide, LOGO[1] / high)
    width, height = wide * scale, high * scale
    flow.add(Image(flow.left + flow.width - width, flow.y, width, height, flow.look.logo))
    return width + 2 * PAD


def band(flow: Flow, block: Band) -> None:
    """A tinted band with a section's printed label."""
    flow.add(Box(flow.left, flow.y, flow.width, BAND, fill=flow.look.tint, edge=EDGE))
    flow.words(block.label, BODY, flow.left + PAD, flow.y + 16, bold=True)
    if block.right:
        flow.words_right(block.right, _SMALL, flow.left + flow.width - PAD, flow.y + 16, SOFT)
    flow.y += BAND


def field(flow: Flow, block: Field) -> None:
    """A label, and beside it what is filled in."""
    left, width, baseline = field_row(flow, block.label)
    line = flow.typesetter.line(block.text)
    flow.put(line, BODY, left, width, baseline)


def field_row(flow: Flow, label: str, height: float = 30.0) -> tuple[float, float, float]:
    """A row with its label on the left; gives left edge, width and baseline for what is filled in."""
    flow.keep(height)
    flow.add(
        Box(flow.left, flow.y, LABEL_WIDTH, height, fill=flow.look.tint, edge=EDGE),
        Box(flow.left + LABEL_WIDTH, flow.y, flow.width - LABEL_WIDTH, height, edge=EDGE),
    )
    baseline = flow.y + height / 2 + 3.8
    flow.words(label, BODY, flow.left + PAD, baseline, bold=True)
    flow.y += height
    return flow.left + LABEL_WIDTH + PAD, flow.width - LABEL_WIDTH - 2 * PAD, baseline


def scale_strip(flow: Flow, block: ScaleStrip) -> None:
    """A row with the numbers 0 to 10, one of them ringed, or none."""
    left, width, baseline = field_row(flow, block.label, 36.0)
    apart = width / 11
    for number in range(11):
        ringed = number == block.value
        line = flow.typesetter.line(str(number), bold=ringed)
        middle = left + apart * (number + 0.5)
        colour = flow.look.accent if ringed else INK
        flow.add(Words(middle - line.width * BODY / 2000, baseline, line, BODY, colour))
    if block.value is not None and 0 <= block.value <= 10:
        flow.add(Ring(left + apart * (block.value + 0.5), baseline - 3.8, 11.5, flow.look.accent))


def ticks(flow: Flow, block: Ticks) -> None:
    """A row of choices, each with a box that is ticked or not."""
    left, width, baseline = field_row(flow, block.label)
    for place, (name, ticked) in enumerate(block.choices):
        x = left + place * width / len(block.choices) + 4
        colour = flow.look.accent if ticked else SOFT
        flow.words("☑" if ticked else "☐", 15, x, baseline + 1.2, colour=colour)
        flow.words(name, BODY, x + 19, baseline, bold=ticked)


def remark(flow: Flow, block: Remark) -> None:
    """Small print."""
    flow.text(flow.typesetter.lines(block.text, _SMALL, flow.width), _SMALL, _SMALL_LEADING, colour=SOFT)


def paragraph(flow: Flow, block: Paragraph) -> None:
    """Running text, or a heading of the third order, which stays with what follows."""
    if block.heading:
        flow.keep(4 * LEADING)
        lines = flow.typesetter.lines(block.text, BODY, flow.width, bold=True)
        flow.text(lines, BODY, LEADING, colour=flow.look.accent)
    else:
        body(flow, block.text, flow.left, flow.width)


def gap(flow: Flow, block: Gap) -> None:
    """Room, unless the page is just begun."""
    flow.space(block.points)


def picture(flow: Flow, block: Picture) -> None:
    """A label, and room for the drawing down to the foot; it is drawn when all pages are there."""
    if block.label:
        band(flow, Band(block.label))
        flow.y += 8
    flow.pictures.append(Placed(block, len(flow.pages) - 1, flow.left, flow.y, flow.width, flow.room))
    flow.y += flow.room


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


def text_part(flow: Flow, block: TextPart, empty: float = 64.0) -> None:
    """A labelled part with text that flows over as many pages as it needs; an empty one stays an empty field."""
    flow.keep(BAND + 2 * PAD + 3 * LEADING)
    band(flow, Band(block.label))
    frame = Frame(flow)
    flow.y += PAD
    if block.text.strip():
        body(flow, block.text, flow.left + PAD, flow.width - 2 * PAD)
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
            flow.words("•", size, left, flow.y + size * 1.07, colour=flow.look.accent)
            lines = flow.typesetter.lines(paragraph[len(_BULLET) :], size, width - _INDENT)
            flow.text(lines, size, leading, left + _INDENT, width - _INDENT)
            flow.y += min(2.0, max(0.0, flow.room))
        else:
            if any(following.startswith(_BULLET) for following in paragraphs[place + 1 : place + 2]):
                flow.keep(2 * leading)  # what leads into a list stays with it
            flow.text(flow.typesetter.lines(paragraph, size, width), size, leading, left, width)


def table(flow: Flow, block: Table) -> None:
    """A table under its label; its heads are repeated on every page that its rows reach."""
    rows = block.rows or (("",) * len(block.heads),) * block.blank
    grid = _Grid(flow, block)
    label = BAND if block.label else 0.0
    flow.keep(label + grid.room_for(rows[:1]))
    if block.label:
        band(flow, Band(block.label))
    grid.draw(rows)


class _Grid:
    """A table's columns, and what is drawn in them."""

    size = 10.0
    leading = 14.0

    def __init__(self, flow: Flow, block: Table) -> None:
        self.flow = flow
        self.least = block.least
        self.widths = [share * flow.width for share in block.shares]
        self.edges = [flow.left + sum(self.widths[:place]) for place in range(len(block.shares))]
        typesetter = flow.typesetter
        self.heads = [
            list(typesetter.lines(head, _SMALL, width - 2 * PAD, bold=True))
            for head, width in zip(block.heads, self.widths, strict=True)
        ]
        self.head = 8.0 + max(map(len, self.heads)) * 12.0

    def room_for(self, rows: Sequence[Sequence[str]]) -> float:
        """The height of the head and these rows."""
        return self.head + sum(self._height(self._cells(row)) for row in rows)

    def draw(self, rows: Sequence[Sequence[str]]) -> None:
        """The head, then each row; one that fits on a page is not parted."""
        flow = self.flow
        frame = Frame(flow, [edge - flow.left for edge in self.edges[1:]])
        flow.on_new_page = lambda: self._go_on(frame)
        self._head()
        for row in rows:
            flow.checked()
            self._row(self._cells(row))
        frame.close()

    def _go_on(self, frame: Frame) -> None:
        frame.top = self.flow.y
        self._head()

    def _head(self) -> None:
        flow = self.flow
        flow.add(Box(flow.left, flow.y, flow.width, self.head, fill=flow.look.tint))
        for lines, x, width in zip(self.heads, self.edges, self.widths, strict=True):
            for place, line in enumerate(lines):
                flow.put(line, _SMALL, x + PAD, width - 2 * PAD, flow.y + 13.5 + place * 12, flow.look.accent)
        flow.y += self.head
        flow.add(Stroke(flow.left, flow.y, flow.left + flow.width, flow.y))

    def _cells(self, row: Sequence[str]) -> list[list[Line]]:
        lines = self.flow.typesetter.lines
        return [list(lines(text, self.size, width - 2 * PAD)) for text, width in zip(row, self.widths, strict=True)]

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
                    flow.put(cell[place], self.size, x + PAD, width - 2 * PAD, flow.y + self.size)
            flow.y += self.leading
        flow.y += 5
        if longest * self.leading + 10 < self.least:
            flow.y = start + self.least
        flow.add(Stroke(flow.left, flow.y, flow.left + flow.width, flow.y))


def margins(flow: Flow, copy: str) -> None:
    """What stands in the margins of every page: its section's mark at the head; at the foot its section's line, which
    copy this is, and which page of how many."""
    for number, page in enumerate(flow.pages, 1):
        at = page.size[1] - flow.foot + 28
        end = page.size[0] - flow.margin
        page.marks.append(Stroke(flow.left, at - 14, end, at - 14))
        line = flow.typesetter.line("  ·  ".join(filter(None, (page.foot, page.mark, copy))))
        page.marks.append(Words(flow.left, at, line, 8, SOFT))
        count = flow.typesetter.line(f"Page {number} of {len(flow.pages)}")
        page.marks.append(Words(end - count.width * 8 / 1000, at, count, 8, SOFT))
        if page.mark:
            mark = flow.typesetter.line(page.mark, bold=True)
            page.marks.append(Words(end - mark.width * 10 / 1000, 32, mark, 10, flow.look.accent))
