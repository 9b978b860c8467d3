"""WordprocessingML, element by element: python-docx's own ways to write text take most of the time of a long document.

Elements are made, never parsed from text, so that what people typed cannot become mark-up. Word refuses a file whose
elements stand in another order than the standard's (ECMA-376, part 1, 17): whoever adds one keeps to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from app.export.look import Colour

#: An lxml element, which has no types.
Element = Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Edge:
    """A line at a side of something: its width and the space to the text, in points; no line without a width."""

    width: float = 0.0
    colour: Colour = (0.0, 0.0, 0.0)
    space: float = 0.0
    dotted: bool = False


#: Lines by side: "top", "left", "bottom", "right", "between", "insideH", "insideV".
Edges = Mapping[str, Edge]
_SIDES = ("top", "left", "bottom", "right", "between", "insideH", "insideV")  # in the standard's order
NO_EDGE = Edge()


def add(parent: Element, tag: str, **values: object) -> Element:
    """A new last child; `values` are its attributes."""
    child = etree.SubElement(parent, _W + tag)
    for name, value in values.items():
        child.set(_W + name, str(value))
    return child


def add_text(run: Element, text: str) -> None:
    """Text as a run's content, with every space that was typed."""
    written = etree.SubElement(run, f"{_W}t")
    written.text = text
    written.set(_SPACE, "preserve")


def add_edges(parent: Element, tag: str, edges: Edges) -> None:
    """Lines around a paragraph, a cell or a table; nothing where there are none."""
    if not edges:
        return
    lines = add(parent, tag)
    for side in _SIDES:
        edge = edges.get(side)
        if edge is None:
            continue
        if not edge.width:
            add(lines, side, val="nil")
            continue
        kind = "dotted" if edge.dotted else "single"
        add(lines, side, val=kind, sz=round(edge.width * 8), space=round(edge.space), color=in_hex(edge.colour))


def add_fill(parent: Element, colour: Colour) -> None:
    """A ground behind a paragraph, a run or a cell."""
    add(parent, "shd", val="clear", color="auto", fill=in_hex(colour))


def clear(element: Element) -> Element:
    """The element without its children. They go one by one: all at once, a long document's would hold up every other
    thread while they go."""
    for _ in range(len(element)):
        del element[-1]
    return element


def twips(points: float) -> int:
    """A length as Word counts it: twentieths of a point."""
    return round(points * 20)


def in_hex(colour: Colour) -> str:
    """A colour as Word writes it: 0F5466."""
    return "".join(f"{round(part * 255):02X}" for part in colour)
