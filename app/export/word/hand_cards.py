"""Cards in Word that people write on by hand: a scale that several mark, and cards that are blank."""

from app.export.blocks import BlankCard, Card, ScaleCard, Shape, Table
from app.export.look import EDGE
from app.export.word import form
from app.export.word.cards import card
from app.export.word.markup import NO_EDGE, Edge
from app.export.word.paper import PAPERS
from app.export.word.styles import PAD
from app.export.word.tables import cell, row
from app.export.word.words import paragraph, paragraphs
from app.export.word.writer import Writer

_MARKS, _BETWEEN = 10.0, 12.0
#: What a page's heading takes, in points.
_HEADING = 80.0
_NO_LINES = dict.fromkeys(("top", "left", "right", "insideH", "insideV"), NO_EDGE)
#: How wide a letter is on the whole, as a part of its size; rather too much, so that a page is not overfilled.
_LETTER = 0.55


def scale_card(writer: Writer, block: ScaleCard) -> None:
    """A scale with room for several people's marks, above a line to cut: two on a page, or one on half of one."""
    others = len(block.heads) - 2
    shares = (0.3, 0.2, *(0.5 / others for _ in range(others))) if others > 0 else (0.7, 0.3)
    halves = 2 if writer.paper is PAPERS[Shape.PORTRAIT] else 1
    least = (writer.paper.height - _HEADING) / halves
    cut = Edge(1, EDGE, dotted=True)
    line = row(writer.table([writer.width], edges={**_NO_LINES, "bottom": cut}), least=least, texts=[block.text])
    with writer.inside(cell(line, writer.width, narrow=True)):
        card(writer, Card(block.text, ends=block.ends, large=True))
        writer.space(_MARKS)
        form.table(writer, Table("", block.heads, (), shares, block.rows, 26.0))


def blank_card(writer: Writer, block: BlankCard) -> None:
    """A framed card with lines to write on; one that repeats, as often as a page has room."""
    room = writer.paper.height - _HEADING
    many = int((room + _BETWEEN) // (_height(writer, block) + _BETWEEN)) if block.repeats else 1
    for place in range(max(1, many)):
        writer.space(_BETWEEN if place else 0.0)
        _blank(writer, block)


def _blank(writer: Writer, block: BlankCard) -> None:
    inside = cell(row(writer.table([writer.width])), writer.width)
    paragraphs(inside, "Card label", block.label)
    if block.hint:
        paragraphs(inside, "Small print", block.hint)
    if block.frame:
        paragraphs(inside, "Normal", block.frame)
    for _ in range(block.lines):
        paragraph(inside, "Blank line")
    for asked in block.asks:
        paragraph(inside, "Card question", f"{asked}\t", tab=writer.width - 2 * PAD, dots=True)


def _height(writer: Writer, block: BlankCard) -> float:
    """About the height of a blank card."""
    sizes = writer.sizes
    lines = {sizes.body: (block.label, block.frame), sizes.small: (block.hint,)}
    printed = sum(
        1.4 * size * -(-len(text) * _LETTER * size // (writer.width - 2 * PAD)) for size, texts in lines.items()
        for text in texts
    )  # fmt: skip
    return printed + (block.lines + len(block.asks)) * sizes.line + 2 * PAD
