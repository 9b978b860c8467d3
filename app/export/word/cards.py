"""Cards in Word: what became of one, its words, its scale, and room for an answer."""

from app.export.blocks import Card
from app.export.word.markup import Edge
from app.export.word.scales import scale
from app.export.word.styles import CARD_INDENT
from app.export.word.words import say
from app.export.word.writer import Writer

_BAR = 3.0


def card(writer: Writer, block: Card) -> None:
    """A card, kept together where a page can; one that something became of has a bar beside its words."""
    kind = " for a visit" if block.large else ""
    bar = {"left": Edge(_BAR, writer.look.accent, CARD_INDENT - _BAR)} if block.mark else {}
    if block.mark or block.about:
        head = writer.paragraph("Card about", block.mark, "Mark" if block.mark else "", keep=True, edges=bar)
        say(head, f"   {block.about}" if block.mark and block.about else block.about)
    writer.paragraphs(f"Card{kind}", block.text, keep=bool(block.ends or block.answer_lines), edges=bar)
    if block.ends:
        writer.space(6)
        scale(writer, block.ends, kind, indent=CARD_INDENT, keep=block.answer_lines > 0)
    answer(writer, block.answer_lines, kind)


def answer(writer: Writer, lines: int, kind: str = "") -> None:
    """Dotted lines to write on, by hand or on the keyboard."""
    for place in range(lines):
        writer.paragraph(f"Answer{kind}", keep=place + 1 < lines)
