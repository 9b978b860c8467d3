"""Word's tables: rows that stay whole where they are short, heads that every page repeats."""

from collections.abc import Sequence

from app.export.look import Colour
from app.export.word.markup import Edges, Element, add, add_edges, add_fill, twips
from app.export.word.styles import style_id
from app.export.word.words import holdable

#: A row with no more characters than this in any cell is not parted between pages.
_SHORT = 600


def table(
    parent: Element,
    widths: Sequence[float],
    *,
    described: str = "",
    edges: Edges | None = None,
    indent: float = 0.0,
) -> Element:
    """An empty table; `widths` of its columns in points. `described` says in words what only its looks say; `edges`
    are lines other than those of a form."""
    made = add(parent, "tbl")
    looks = add(made, "tblPr")
    add(looks, "tblStyle", val=style_id("Form grid"))
    add(looks, "tblW", w=twips(sum(widths)), type="dxa")
    add(looks, "tblInd", w=twips(indent), type="dxa")
    add_edges(looks, "tblBorders", edges or {})
    add(looks, "tblLayout", type="fixed")
    if described:
        add(looks, "tblDescription", val=holdable(described))
    grid = add(made, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=twips(width))
    return made


def row(made: Element, *, least: float = 0.0, head: bool = False, texts: Sequence[str] = ()) -> Element:
    """A row, at least so many points high; `texts` are what will stand in its cells. A head stands on every page."""
    added = add(made, "tr")
    looks = add(added, "trPr")
    if all(len(text) <= _SHORT for text in texts):
        add(looks, "cantSplit")
    if least:
        add(looks, "trHeight", val=twips(least), hRule="atLeast")
    if head:
        add(looks, "tblHeader")
    return added


def cell(
    added: Element, width: float, *, span: int = 1, fill: Colour | None = None, edges: Edges | None = None,
    middle: bool = False, narrow: bool = False,
) -> Element:  # fmt: skip
    """A cell of a row; whoever asks puts a paragraph into it, since Word wants one. `narrow` has no margins across."""
    made = add(added, "tc")
    looks = add(made, "tcPr")
    add(looks, "tcW", w=twips(width), type="dxa")
    if span > 1:
        add(looks, "gridSpan", val=span)
    add_edges(looks, "tcBorders", edges or {})
    if fill is not None:
        add_fill(looks, fill)
    if narrow:
        margins = add(looks, "tcMar")
        for side in ("left", "right"):
            add(margins, side, w=0, type="dxa")
    if middle:
        add(looks, "vAlign", val="center")
    return made
