"""Paper: the pages there are, their margins, and where each page stands on a sheet that comes out of the printer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.export.blocks import Shape

A4 = (595.28, 841.89)
LANDSCAPE = (A4[1], A4[0])
#: How many times larger than it is laid out a page in large print is drawn; and the smallest size there is then, so
#: that nothing is printed under 16 points (UK Association for Accessible Formats).
LARGE, SMALLEST = 1.6, 10.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A page's width and height and its margins, in the points of the layout; it is drawn `scale` times larger.

    A `half` stands on one side of a landscape sheet, to be cut from the other.
    """

    size: tuple[float, float] = A4
    margin: float = 56.0
    head: float = 50.0
    foot: float = 62.0
    scale: float = 1.0
    half: bool = False

    @property
    def printed(self) -> tuple[float, float]:
        """Width and height in points as it comes out of the printer."""
        return self.size[0] * self.scale, self.size[1] * self.scale


_PAPERS: Mapping[Shape, Paper] = {
    Shape.PORTRAIT: Paper(),
    Shape.LANDSCAPE: Paper(LANDSCAPE, 36.0, 40.0, 48.0),
    Shape.HALF: Paper((LANDSCAPE[0] / 2, LANDSCAPE[1]), 36.0, 40.0, 54.0, half=True),
}


def paper(shape: Shape, large_print: bool = False) -> Paper:
    """The paper of a section."""
    plain = _PAPERS[shape]
    if not large_print:
        return plain
    width, height = plain.size
    return Paper(
        (width / LARGE, height / LARGE),
        24.0,  # less than others, for letters so large
        max(36.0, plain.head / LARGE),
        56.0 + 12.0 * plain.half,  # three lines where they are short
        LARGE,
        plain.half,
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page stands: on which sheet, counted from 0, how far from its left edge in points, and the sheet's
    width and height."""

    sheet: int
    left: float
    size: tuple[float, float]


def spots(papers: Iterable[Paper]) -> Iterator[Spot]:
    """The spot of each page in turn: half pages that follow each other share a sheet."""
    sheet, on_the_left = -1, False
    for each in papers:
        width, height = each.printed
        on_the_left = each.half and not on_the_left
        right_half = each.half and not on_the_left
        sheet += not right_half
        yield Spot(sheet, width if right_half else 0.0, (2 * width if each.half else width, height))
