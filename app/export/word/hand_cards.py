"""Cards in Word that people write on by hand: a scale that several mark, and cards that are blank."""

from itertools import takewhile
from math import ceil

from app.export.blocks import BlankCard, Block, Card, Gap, Heading, Paragraph, ScaleCard, Shape, Table
from app.export.look import EDGE
from app.export.word import form
from app.export.word.cards import card
from app.export.word.markup import NO_EDGE, Edge
from app.export.word.paper import PAPERS
from app.export.word.styles import PAD
from app.export.word.tables import NARROW, cell, row, short
from app.export.word.words import paragraph, paragraphs
from app.export.word.writer import Writer

_MARKS, _BETWEEN = 10.0, 12.0
_NO_LINES = dict.fromkeys(("top", "left", "right", "insideH", "insideV"), NO_EDGE)
#: About what a heading takes of a page, in points.
_HEADING = 80.0
#: How wide a letter is on the whole, as a part of its size.
_LETTER = 0.55


def scale_card(writer: Writer, block: ScaleCard) -> None:
    """A scale with room for several people's marks, above a line to cut: two on a page, or one on half of one."""
    others = len(block.heads) - 2
    shares = (0.3, 0.2, *(0.5 / others for _ in range(others))) if others > 0 else (0.7, 0.3)
    halves = 2 if writer.paper is PAPERS[Shape.PORTRAIT] else 1
    least = (writer.paper.height - _HEADING) / halves
    cut = Edge(1, EDGE, dotted=True)
    made = writer.table([writer.width], edges={**_NO_LINES, "bottom": cut})
    line = row(made, least=least, whole=short(block.text, *block.ends, *block.heads))
    with writer.inside(cell(line, writer.width, margins=NARROW)):
        card(writer, Card(block.text, ends=block.ends, large=True))
        writer.space(_MARKS)
        form.table(writer, Table("", block.heads, (), shares, block.rows, 26.0))


def blank_card(writer: Writer, block: BlankCard) -> None:
    """A framed card with lines to write on; one that repeats stands as often as the page has room, and takes all of
    it. Word alone knows how high things are: it is guessed, rather too high than too low."""
    many, lines = 1, block.lines
    if block.repeats:
        high, room = _height(writer, block) + _BETWEEN, writer.paper.height - _above(writer, block)
        many = max(1, int(room // high))
        lines += max(0, int((room - many * high) // many // writer.sizes.line))
    for place in range(many):
        writer.space(_BETWEEN if place else 0.0)
        _blank(writer, block, lines)


def _blank(writer: Writer, block: BlankCard, lines: int) -> None:
    whole = _height(writer, block) < writer.paper.height / 2
    inside = cell(row(writer.table([writer.width]), whole=whole), writer.width)
    paragraphs(inside, "Card label", block.label)
    if block.hint:
        paragraphs(inside, "Small print", block.hint)
    if block.frame:
        paragraphs(inside, "Normal", block.frame)
    for _ in range(lines):
        paragraph(inside, "Blank line")
    for asked in block.asks:
        paragraph(inside, "Card question", f"{asked}\t", tab=writer.width - 2 * PAD, dots=True)


def _height(writer: Writer, block: BlankCard) -> float:
    """About the height of a blank card, in points."""
    sizes, width = writer.sizes, writer.width - 2 * PAD
    printed = [(block.label, sizes.body), (block.hint, sizes.small), (block.frame, sizes.body)]
    written = sum(_printed(text, size, width) for text, size in printed if text)
    return written + (block.lines + len(block.asks)) * sizes.line + 2 * PAD


def _printed(text: str, size: float, width: float) -> float:
    """About the height of a text."""
    return 1.45 * size * sum(max(1, ceil(len(line) * _LETTER * size / width)) for line in text.split("\n"))


def _above(writer: Writer, block: BlankCard) -> float:
    """About the height of what stands before a block in its section."""
    blocks = writer.document.sections[writer.section].blocks
    return sum(_about(writer, each) for each in takewhile(lambda each: each is not block, blocks))


def _about(writer: Writer, block: Block) -> float:
    if isinstance(block, Gap):
        return block.points
    if isinstance(block, Paragraph):
        return _printed(block.text, writer.sizes.body, writer.width)
    if isinstance(block, BlankCard):
        return _height(writer, block)
    return 3 * writer.sizes.title if isinstance(block, Heading) else 3 * writer.sizes.body
