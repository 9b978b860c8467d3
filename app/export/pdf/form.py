"""The blocks that a printed form is made of: headings, bands, fields, scales and framed text."""

from collections.abc import Sequence
from itertools import islice

from app.export.blocks import Band, Field, Gap, Heading, Paragraph, Picture, Remark, ScaleStrip, TextPart, Ticks
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
#: Columns up to this wide, in points, have smaller headings, and those up to the other have labels above what is
#: filled in.
NARROW, NARROWEST = 400.0, 330.0
_SMALL = 9.0
_TICK = 19.0
#: More lines than a page has.
_PAGE = 80
_BULLET = "• "
_INDENT = 12.0


def heading(flow: Flow, block: Heading) -> None:
    """What a section begins with: who issues it, what it is, a line under it; the agency's logo at its right."""
    across, down = _logo(flow) if block.logo else (0.0, 0.0)
    width, page, end = flow.width - across, len(flow.pages), flow.y + down
    title = 22.0 if flow.width > NARROW else 17.0
    if block.above.strip():
        lines = flow.typesetter.lines(block.above.strip(), 11, width, bold=True)
        flow.text(lines, 11, 15, width=width, colour=flow.look.accent)
    flow.y += 4
    flow.text(flow.typesetter.lines(block.title, title, width, bold=True), title, title * 1.36, width=width)
    if len(flow.pages) == page:
        flow.y = max(flow.y, end)
    if block.below.strip():
        flow.text(flow.typesetter.lines(block.below, BODY, flow.width), BODY, LEADING, colour=flow.quiet)
    flow.y += 6
    flow.add(Box(flow.left, flow.y, flow.width, 2.2, fill=flow.look.accent))
    flow.y += 20


def _logo(flow: Flow) -> tuple[float, float]:
    """Draw the logo at the page's right; gives the width and the height that it takes."""
    if not flow.look.logo:
        return 0.0, 0.0
    wide, high = flow.look.logo_size
    scale = min(LOGO[0] / wide, 0.35 * flow.width / wide, LOGO[1] / high)
    width, height = wide * scale, high * scale
    flow.add(Image(flow.left + flow.width - width, flow.y, width, height, flow.look.logo))
    return width + 2 * PAD, height


def band(flow: Flow, block: Band) -> None:
    """A tinted band with a section's printed label; a long one takes several lines, and so do the words at its right,
    under it, where they do not fit beside it."""
    if block.label != flow.titles[flow.section]:
        flow.bookmark(block.label, 1)
    beside, label, right = _band_lines(flow, block)
    height = _lines_high(label, right, beside)
    if height > flow.full_room:
        flow.text([*label, *right], BODY, LEADING)
        return
    small = flow.readable(_SMALL)
    flow.add(Box(flow.left, flow.y, flow.width, height, fill=flow.look.tint, edge=EDGE))
    for place, line in enumerate(label):
        flow.put(line, BODY, flow.left + PAD, flow.width - 2 * PAD, flow.y + 16 + place * LEADING)
    first = flow.y + 16 if beside else flow.y + 16 + len(label) * LEADING
    for place, line in enumerate(right):
        x = flow.left + flow.width - PAD - line.width * small / 1000
        flow.add(Words(x, first + place * LEADING, line, small, flow.quiet))
    flow.y += height


def band_height(flow: Flow, block: Band) -> float:
    """The height that a band takes."""
    beside, label, right = _band_lines(flow, block)
    return _lines_high(label, right, beside)


def _band_lines(flow: Flow, block: Band) -> tuple[bool, list[Line], list[Line]]:
    """Whether the words at a band's right fit beside its label, and the lines of both."""
    room, small = flow.width - 2 * PAD, flow.readable(_SMALL)
    right = list(flow.typesetter.lines(block.right, small, room)) if block.right else []
    across = right[0].width * small / 1000 + 2 * PAD if right else 0.0
    beside = len(right) == 1 and across < room / 2
    label = list(flow.typesetter.lines(block.label, BODY, room - across if beside else room, bold=True))
    return beside or not right, label, right


def _lines_high(label: list[Line], right: list[Line], beside: bool) -> float:
    return BAND + (len(label) - 1 + (0 if beside else len(right))) * LEADING


def field(flow: Flow, block: Field) -> None:
    """A label, and beside it what is filled in; one longer than a page goes on as text under its label."""
    lines = list(islice(flow.typesetter.lines(block.text, BODY, filled_width(flow, block.label)), _PAGE))
    if len(lines) * LEADING > flow.full_room / 2:
        text_part(flow, TextPart(block.label, block.text))
        return
    left, width, top = field_row(flow, block.label, max(30.0, len(lines) * LEADING + 15))
    for place, line in enumerate(lines):
        flow.put(line, BODY, left, width, top + 18.8 + place * LEADING)


def filled_width(flow: Flow, label: str) -> float:
    """The width of what is filled in beside a label, or under it where the page is narrow."""
    return flow.width - 2 * PAD - _label_width(flow, label)


def _label_width(flow: Flow, label: str) -> float:
    """The width of the labels' column; none where a page is too narrow for such a label beside what is filled in."""
    width = min(LABEL_WIDTH, 0.36 * flow.width)
    fits = flow.typesetter.line(label, bold=True).width * BODY / 1000 + 2 * PAD <= width
    return width if fits or flow.width > NARROWEST else 0.0


def field_row(flow: Flow, label: str, height: float = 30.0) -> tuple[float, float, float]:
    """A row with its label on the left, or above where the page is narrow; gives left edge, width and top of what is
    filled in."""
    beside = _label_width(flow, label)
    across = beside or flow.width
    lines = list(flow.typesetter.lines(label, BODY, across - 2 * PAD, bold=True))
    tall = len(lines) * LEADING + 15
    if beside:
        height = tall = max(height, tall)
    flow.keep(tall if beside else tall + height)
    flow.add(Box(flow.left, flow.y, across, tall, fill=flow.look.tint, edge=EDGE))
    for place, line in enumerate(lines):
        at = flow.y + (tall - len(lines) * LEADING) / 2 + 11.3 + place * LEADING
        flow.put(line, BODY, flow.left + PAD, across - 2 * PAD, at)
    top = flow.y if beside else flow.y + tall
    flow.add(Box(flow.left + beside, top, flow.width - beside, height, edge=EDGE))
    flow.y = top + height
    return flow.left + beside + PAD, filled_width(flow, label), top


def scale_strip(flow: Flow, block: ScaleStrip) -> None:
    """A row with the numbers 0 to 10, one of them ringed, or none."""
    left, width, top = field_row(flow, block.label, 36.0)
    baseline = top + 21.8
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
    """A row of choices, each with a box that is ticked or not; one under the other where they are long."""
    width = filled_width(flow, block.label)
    across = width / max(1, len(block.choices))
    choices = _choices(flow, block, across)
    in_a_row = all(len(lines) == 1 for lines in choices)
    if not in_a_row:
        across, choices = width, _choices(flow, block, width)
    tall = [len(lines) * LEADING + 6 for lines in choices]
    if sum(tall) > flow.full_room / 2:
        listed = "\n".join(f"{'☑' if ticked else '☐'} {name}" for name, ticked in block.choices)
        text_part(flow, TextPart(block.label, listed))
        return
    left, _, top = field_row(flow, block.label, 30.0 if in_a_row else sum(tall) + 9)
    for place, (lines, (_, ticked)) in enumerate(zip(choices, block.choices, strict=True)):
        x = left + 4 + (place * across if in_a_row else 0.0)
        y = top + 18.8 + (0.0 if in_a_row else sum(tall[:place]))
        colour = flow.look.accent if ticked else SOFT
        flow.words("☑" if ticked else "☐", 15, x, y + 1.2, colour=colour)
        for down, line in enumerate(lines):
            flow.put(line, BODY, x + _TICK, across - _TICK, y + down * LEADING)


def _choices(flow: Flow, block: Ticks, across: float) -> list[list[Line]]:
    """The lines of each choice's words, in their share of the row."""
    return [list(flow.typesetter.lines(name, BODY, across - _TICK - 8, bold=ticked)) for name, ticked in block.choices]


def remark(flow: Flow, block: Remark) -> None:
    """Small print."""
    small = flow.readable(_SMALL)
    flow.text(flow.typesetter.lines(block.text, small, flow.width), small, small * 1.39, colour=flow.quiet)


def paragraph(flow: Flow, block: Paragraph) -> None:
    """Running text, or a heading of the third order."""
    if block.heading:
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
    flow.keep(text_room(flow, block))
    band(flow, Band(block.label))
    frame = Frame(flow)
    flow.y += PAD
    if block.text.strip():
        body(flow, block.text, flow.left + PAD, flow.width - 2 * PAD)
    else:
        flow.y += empty - BAND - PAD
    frame.close()


def text_room(flow: Flow, block: TextPart) -> float:
    """The height of its label and its first lines."""
    return band_height(flow, Band(block.label)) + 2 * PAD + 3 * LEADING


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
