"""Word's tables: rows that stay whole where they are short, heads that every page repeats."""

from collections.abc import Mapping, Sequence
from typing import TypedDict, Unpack

from app.export.look import Colour
from app.export.word.markup import Edges, Element, add, add_edges, add_fill, twips
from app.export.word.styles import style_id
from app.export.word.words import holdable

#: Margins of cells that are narrow, or stand close above each other, in the standard's order.
NARROW, TIGHT = {"left": 0.0, "right": 0.0}, {"top": 1.0, "bottom": 1.0}
#: A text of no more characters than this, with so many more for each line, fits a page in any column and size.
_SHORT, _LINE = 200, 20


class TableLooks(TypedDict, total=False):
    """What a table has besides its style's looks: `style` is another than a form's, `edges` are other lines, `indent`
    is that of its left edge in points; `described` says in words what only its looks say."""

    style: str
    edges: Edges
    indent: float
    described: str


def table(parent: Element, widths: Sequence[float], **looks: Unpack[TableLooks]) -> Element:
    """An empty table; `widths` of its columns in points."""
    made = add(parent, "tbl")
    about = add(made, "tblPr")
    add(about, "tblStyle", val=style_id(looks.get("style", "Form grid")))
    add(about, "tblW", w=twips(sum(widths)), type="dxa")
    add(about, "tblInd", w=twips(looks.get("indent", 0.0)), type="dxa")
    add_edges(about, "tblBorders", looks.get("edges", {}))
    add(about, "tblLayout", type="fixed")
    if looks.get("described"):
        add(about, "tblDescription", val=holdable(looks["described"]))
    grid = add(made, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=twips(width))
    return made


def short(*texts: str) -> bool:
    """Whether a row of cells with these texts is surely lower than a page, so that it can stay whole: LibreOffice cuts
    off one that is not and may not be parted."""
    return all(len(text) + _LINE * len(text.splitlines()) <= _SHORT for text in texts)


def row(made: Element, *, least: float = 0.0, head: bool = False, whole: bool = True) -> Element:
    """A row, at least so many points high. A head stands on every page; one that stays whole is not parted between
    pages."""
    added = add(made, "tr")
    looks = add(added, "trPr")
    if whole:
        add(looks, "cantSplit")
    if least:
        add(looks, "trHeight", val=twips(least), hRule="atLeast")
    if head:
        add(looks, "tblHeader")
    return added


def cell(
    added: Element, width: float, *, span: int = 1, fill: Colour | None = None, edges: Edges | None = None,
    upright: str = "", margins: Mapping[str, float] | None = None,
) -> Element:  # fmt: skip
    """A cell of a row; whoever asks puts a paragraph into it, since Word wants one. `margins` by side are other
    than a form's, in points; `upright` says where its text stands where others are higher: "center" or "bottom"."""
    made = add(added, "tc")
    looks = add(made, "tcPr")
    add(looks, "tcW", w=twips(width), type="dxa")
    if span > 1:
        add(looks, "gridSpan", val=span)
    add_edges(looks, "tcBorders", edges or {})
    if fill is not None:
        add_fill(looks, fill)
    if margins:
        other = add(looks, "tcMar")
        for side, points in margins.items():
            add(other, side, w=twips(points), type="dxa")
    if upright:
        add(looks, "vAlign", val=upright)
    return made
