"""The blocks that a printed form is made of, in Word: headings, bands, fields, scales, framed text and tables."""

from app.export.blocks import (
    Band,
    Field,
    Gap,
    Heading,
    Paragraph,
    Picture,
    Remark,
    ScaleStrip,
    Table,
    TextPart,
    Ticks,
)
from app.export.look import EDGE, picture_size
from app.export.word.markup import NO_EDGE, Edge, Element
from app.export.word.pictures import add_picture
from app.export.word.scales import NUMBERS
from app.export.word.styles import PAD
from app.export.word.tables import NARROW, cell, row, short
from app.export.word.ticking import tick_box
from app.export.word.words import body, paragraph, paragraphs, say
from app.export.word.writer import Writer

#: A logo is no wider and no higher, in points.
_LOGO = (150.0, 44.0)
_LABEL_WIDTH = 172.0
_LEAST = 30.0  # points that a field is high
_EMPTY = 40.0  # and an empty text
_LINE = Edge(0.5, EDGE)
_PIXELS = 2000  # across a picture: sharp on paper


def heading(writer: Writer, block: Heading) -> None:
    """What a section begins with: who issues it, what it is, a line under it; the agency's logo at its right."""
    rule = {"bottom": Edge(2.25, writer.look.accent, 6)}
    above, below = block.above.strip(), block.below.strip()
    first = writer.paragraph("Issuer", above) if above else None
    title = writer.paragraph("heading 1", block.title, edges={} if below else rule)
    if below:
        writer.paragraph("Subtitle", below, edges=rule)
    if block.logo and writer.look.logo:
        _logo(writer, title if first is None else first)
    writer.space(18)


def _logo(writer: Writer, beside: Element) -> None:
    wide, high = writer.look.logo_size
    scale = min(_LOGO[0] / wide, _LOGO[1] / high)
    described = f"Logo of {writer.options.agency_name.strip()}" if writer.options.agency_name.strip() else "Logo"
    size = wide * scale, high * scale
    add_picture(beside, writer.package, writer.logo, size, described, at_right=True)


def band(writer: Writer, block: Band) -> None:
    """A tinted band with a section's printed label: a heading of the second order."""
    made = writer.paragraph("heading 2", block.label, tab=writer.width - PAD if block.right else 0.0)
    if block.right:
        say(made, f"\t{block.right}", "Aside")


def _label_over(writer: Writer, label: str) -> None:
    """The label of a table, whose upper line is there on every page that it reaches."""
    writer.paragraph("heading 2", label, edges={"bottom": Edge(0.5, writer.look.tint, 4)})


def field(writer: Writer, block: Field) -> None:
    """A label, and beside it what is filled in."""
    across = writer.width - _LABEL_WIDTH
    made = row(writer.table([_LABEL_WIDTH, across]), least=_LEAST, whole=short(block.text))
    _label(writer, made, block.label)
    paragraphs(cell(made, across, upright="center"), "Normal", block.text)


def _label(writer: Writer, made: Element, label: str) -> None:
    holder = cell(made, _LABEL_WIDTH, fill=writer.look.tint, edges={"right": _LINE}, upright="center")
    paragraph(holder, "Label", label)


def scale_strip(writer: Writer, block: ScaleStrip) -> None:
    """A label and the numbers 0 to 10 beside it, a cell each; the one that was given has a frame and is bold."""
    across = (writer.width - _LABEL_WIDTH) / len(NUMBERS)
    given = block.value in NUMBERS
    described = f"{block.label}: {block.value} of 10" if given else f"{block.label}: no number was given"
    made = writer.table([_LABEL_WIDTH, *(across for _ in NUMBERS)], described=described, edges={"insideV": NO_EDGE})
    line = row(made, least=36)
    _label(writer, line, block.label)
    frame = dict.fromkeys(("top", "left", "bottom", "right"), Edge(2.25, writer.look.accent))
    for number in NUMBERS:
        rated = number == block.value
        holder = cell(line, across, edges=frame if rated else None, upright="center", margins=NARROW)
        paragraph(holder, "Scale number", str(number), "Strong" if rated else "")


def ticks(writer: Writer, block: Ticks) -> None:
    """A label and choices beside it, each with a box to tick."""
    across = (writer.width - _LABEL_WIDTH) / max(1, len(block.choices))
    made = writer.table([_LABEL_WIDTH, *(across for _ in block.choices)], edges={"insideV": NO_EDGE})
    line = row(made, least=_LEAST)
    _label(writer, line, block.label)
    for name, ticked in block.choices:
        choice = paragraph(cell(line, across, upright="center"), "Normal")
        tick_box(choice, name, ticked)
        say(choice, f" {name}", "Strong" if ticked else "")


def remark(writer: Writer, block: Remark) -> None:
    """Small print."""
    writer.paragraphs("Small print", block.text)


def running(writer: Writer, block: Paragraph) -> None:
    """Running text, or a heading of the third order, which stays with what follows."""
    if block.heading:
        writer.paragraph("heading 3", block.text)
    else:
        writer.running(block.text)


def gap(writer: Writer, block: Gap) -> None:
    """Room between blocks."""
    writer.space(block.points)


def text_part(writer: Writer, block: TextPart) -> None:
    """A labelled part with text that goes on over pages; an empty one stays an empty field."""
    _label_over(writer, block.label)
    line = row(writer.table([writer.width]), least=_EMPTY, whole=short(block.text))
    body(cell(line, writer.width), block.text if block.text.strip() else "", leads=False)


def table(writer: Writer, block: Table) -> None:
    """A table under its label; its heads are repeated on every page that its rows reach."""
    if block.label:
        _label_over(writer, block.label)
    widths = [share * writer.width for share in block.shares]
    made = writer.table(widths)
    head = row(made, head=True)
    for text, width in zip(block.heads, widths, strict=True):
        paragraphs(cell(head, width, fill=writer.look.tint), "Table head", text)
    for texts in block.rows or (("",) * len(block.heads),) * block.blank:
        writer.options.check()
        line = row(made, least=block.least, whole=short(*texts))
        for text, width in zip(texts, widths, strict=True):
            paragraphs(cell(line, width), "Table text", text)


def picture(writer: Writer, block: Picture) -> None:
    """A drawing as large as the page has room for it, under its label."""
    room = writer.paper.height - 24
    if block.label:
        band(writer, Band(block.label))
        room -= 40
    data = block.png(_PIXELS)
    wide, high = picture_size(data)
    scale = min(writer.width / wide, room / high)
    writer.space(8)
    size = wide * scale, high * scale
    add_picture(writer.paragraph("Normal"), writer.package, data, size, block.described)
