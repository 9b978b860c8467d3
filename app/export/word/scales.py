"""Scales from 0 to 10 in Word: a cell for each number, with both ends in words under them."""

from collections.abc import Container

from app.export.blocks import RatedScale
from app.export.word.markup import NO_EDGE, Edge, Edges, Element
from app.export.word.tables import cell, row, short
from app.export.word.words import paragraph, paragraphs
from app.export.word.writer import Writer

NUMBERS = range(11)
_OVER = dict.fromkeys(("top", "left", "right"), NO_EDGE)
_UNDER = dict.fromkeys(("left", "bottom", "right"), NO_EDGE)


def around(edge: Edge) -> Edges:
    """The same line on all sides of a cell."""
    return dict.fromkeys(("top", "left", "bottom", "right"), edge)


def scale(writer: Writer, ends: tuple[str, str], kind: str, *, indent: float, keep: bool) -> None:
    """The numbers to mark one of; `kind` is that of the card, `keep` keeps it on a page with what follows."""
    across = (writer.width - indent) / len(NUMBERS)
    made = writer.table([across for _ in NUMBERS], style="Scale grid", indent=indent, keep=True)
    _numbers(writer, made, across, kind, ())
    _ends(made, across, ends, kind, keep)


def rated_scale(writer: Writer, block: RatedScale) -> None:
    """A scale with everybody's number: names over the numbers that they gave, the marked ones framed and bold."""
    writer.paragraph("heading 3", ": ".join(filter(None, (block.label, block.question))))
    across = writer.width / len(NUMBERS)
    told = "; ".join(" ".join(filter(None, (f"{each.name} {each.value}", each.mark))) for each in block.ratings)
    described = f"{block.label}: {told or 'no numbers'}"
    made = writer.table([across for _ in NUMBERS], style="Scale grid", described=described)
    names = row(made, whole=short("\n".join(f"{each.name} {each.mark}" for each in block.ratings)))
    for number in NUMBERS:
        holder = cell(names, across, edges=_OVER, upright="bottom")
        given = [each for each in block.ratings if each.value == number]
        for each in given:
            paragraph(holder, "Scale name", f"{each.name} {number}", "Strong" if each.mark else "")
            if each.mark:
                paragraph(holder, "Scale name", each.mark)
        if not given:
            paragraph(holder, "Scale name")
    _numbers(writer, made, across, "", {each.value for each in block.ratings if each.mark})
    _ends(made, across, block.ends, "", keep=False)


def _numbers(writer: Writer, made: Element, across: float, kind: str, marked: Container[int]) -> None:
    line = row(made, least=2 * writer.sizes.card)
    strong = around(Edge(2.25, writer.look.accent))
    for number in NUMBERS:
        stands_out = number in marked
        holder = cell(line, across, edges=strong if stands_out else None, upright="center")
        # Said here and not by the style, where LibreOffice does not look when it keeps a table with what follows.
        paragraph(holder, f"Scale number{kind}", str(number), "Strong" if stands_out else "", keep=True)


def _ends(made: Element, across: float, ends: tuple[str, str], kind: str, keep: bool) -> None:
    under = row(made, whole=short(*ends))
    for text, span, align in zip(ends, (5, 6), ("left", "right"), strict=True):
        holder = cell(under, across * span, span=span, edges=_UNDER)
        paragraphs(holder, f"Scale end{kind}", text, keep=keep, align=align)
