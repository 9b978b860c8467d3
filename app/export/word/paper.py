"""A section's paper in Word: its size and margins, and what stands at the head and the foot of each page."""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn

from app.export.blocks import Section, Shape
from app.export.word.markup import Element, add, twips
from app.export.word.package import Package
from app.export.word.words import paragraph, say


@dataclass(frozen=True, slots=True)
class Paper:
    """A page's width and height and its margins in points; half pages are the two columns of one page."""

    size: tuple[float, float] = (595.28, 841.89)
    margin: float = 56.0
    head: float = 50.0
    foot: float = 62.0
    columns: int = 1

    @property
    def width(self) -> float:
        """Of a column, from margin to margin."""
        return self.size[0] / self.columns - 2 * self.margin

    @property
    def height(self) -> float:
        """From the upper margin to the lower."""
        return self.size[1] - self.head - self.foot


_ACROSS = (841.89, 595.28)
PAPERS: Mapping[Shape, Paper] = {
    Shape.PORTRAIT: Paper(),
    Shape.LANDSCAPE: Paper(_ACROSS),
    Shape.HALF: Paper(_ACROSS, 36.0, 40.0, 54.0, columns=2),
}


def end_section(holder: Element, package: Package, section: Section, before: Section | None, copy: str) -> None:
    """Say of what precedes that it is a section, and on which paper. Head and foot are those of the section `before`
    where they are the same; `copy` says which copy of the document this is."""
    paper = PAPERS[section.shape]
    made = add(holder, "sectPr")
    if before is None or margins(before) != margins(section):
        _refer(made, "headerReference", _head(package, section.mark))
        words = "  ·  ".join(filter(None, (section.foot, section.mark, copy)))
        _refer(made, "footerReference", _foot(package, words, paper))
    add(made, "type", val="nextPage")
    wide, high = map(twips, paper.size)
    add(made, "pgSz", w=wide, h=high, **({"orient": "landscape"} if wide > high else {}))
    sides = {"right": twips(paper.margin), "left": twips(paper.margin)}
    add(made, "pgMar", top=twips(paper.head), bottom=twips(paper.foot), **sides, header=400, footer=500, gutter=0)
    if paper.columns > 1:
        add(made, "cols", num=paper.columns, space=twips(2 * paper.margin))


def margins(section: Section) -> tuple[str, str, Shape]:
    """What head and foot of a section's pages depend on."""
    return section.foot, section.mark, section.shape


def _refer(made: Element, what: str, key: str) -> None:
    add(made, what, type="default").set(qn("r:id"), key)


def _head(package: Package, mark: str) -> str:
    key, holder = package.header()
    paragraph(holder, "header", mark)
    return key


def _foot(package: Package, words: str, paper: Paper) -> str:
    key, holder = package.footer()
    across = paper.size[0] - 2 * paper.margin
    made = paragraph(holder, "footer", words, tab=across)
    say(made, "\tPage ")
    _count(made, "PAGE")
    say(made, " of ")
    _count(made, "NUMPAGES")
    return key


def end_column(holder: Element) -> None:
    """Go on on the other half of the page."""
    add(add(holder, "r"), "br", type="column")


def _count(made: Element, what: str) -> None:
    """A number that Word counts itself: the only fields there are."""
    field = add(made, "fldSimple", instr=what)
    say(field, "1")
