"""Cards in Word: what became of one, its words, its scale, and room for an answer."""

from app.export.blocks import Card
from app.export.look import EDGE
from app.export.word.form import NUMBERS
from app.export.word.markup import NO_EDGE, Edge
from app.export.word.styles import CARD_INDENT
from app.export.word.tables import cell, row
from app.export.word.words import paragraph, paragraphs, say
from app.export.word.writer import Writer

_BAR = 3.0
_NO_LINES = dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), NO_EDGE)


def card(writer: Writer, block: Card) -> None:
    """A card, kept together where a page can; one that something became of has a bar beside its words."""
    kind = " for a visit" if block.large else ""
    bar = {"left": Edge(_BAR, writer.look.accent, CARD_INDENT - _BAR)} if block.mark else {}
    if block.mark or block.about:
        head = writer.paragraph("Card about", block.mark, "Mark" if block.mark else "", keep=True, edges=bar)
        say(head, f"   {block.about}" if block.mark and block.about else block.about)
    writer.paragraphs(f"Card{kind}", block.text, keep=bool(block.ends or block.answer_lines), edges=bar)
    if block.ends:
        scale(writer, block.ends, kind, keep=block.answer_lines > 0)
    answer(writer, block.answer_lines, kind)


def scale(writer: Writer, ends: tuple[str, str], kind: str, *, keep: bool) -> None:
    """The numbers 0 to 10 to mark one, a cell each, with both ends in words under them."""
    across = (writer.width - CARD_INDENT) / len(NUMBERS)
    writer.space(6)
    made = writer.table([across for _ in NUMBERS], edges=_NO_LINES, indent=CARD_INDENT, keep=True)
    line = row(made, least=2 * writer.sizes.card)
    frame = dict.fromkeys(("top", "left", "bottom", "right"), Edge(0.5, EDGE))
    for number in NUMBERS:
        holder = cell(line, across, edges=frame, middle=True, narrow=True)
        paragraph(holder, f"Scale number{kind}", str(number), keep=True)
    under = row(made, texts=ends)
    for text, span, align in zip(ends, (5, 6), ("left", "right"), strict=True):
        holder = cell(under, across * span, span=span, narrow=True)
        paragraphs(holder, f"Scale end{kind}", text, keep=keep, align=align)


def answer(writer: Writer, lines: int, kind: str = "") -> None:
    """Dotted lines to write on, by hand or on the keyboard."""
    for place in range(lines):
        writer.paragraph(f"Answer{kind}", keep=place + 1 < lines)
