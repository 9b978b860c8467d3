"""Pages as plain data: marks at places in points, measured from the top left; and the flow that fills them.

Laying out and drawing are two walks, so that each page knows how many there are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from app.export.blocks import Picture
from app.export.look import EDGE, INK, SOFT, Colour, Look
from app.export.pdf.lines import Line, Typesetter
from app.export.pdf.paper import SMALLEST, Paper


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `y` is its baseline."""

    x: float
    y: float
    line: Line
    size: float
    colour: Colour = INK


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.6
    colour: Colour = EDGE
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners, filled, outlined or both."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    edge: Colour | None = None
    radius: float = 0.0
    edge_width: float = 0.6


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle around a number."""

    x: float
    y: float
    radius: float
    colour: Colour = INK
    width: float = 1.8


@dataclass(frozen=True, slots=True)
class Image:
    """A picture file in a rectangle."""

    x: float
    y: float
    width: float
    height: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """A place to touch that leads to where a section begins; `section` counts from 0."""

    x: float
    y: float
    width: float
    height: float
    section: int


Mark = Words | Stroke | Box | Ring | Image | Link


@dataclass(slots=True)
class Page:
    """What stands on one page, in the order in which it is drawn. `foot` and `mark` are its section's."""

    paper: Paper
    foot: str = ""
    mark: str = ""
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in the document that viewers list: a section (level 0), or a part of one (level 1). `section` and `page`
    count from 0."""

    title: str
    level: int
    section: int
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the contents that waits for its page number: on which page it stands, after how many marks, and
    where that goes."""

    section: int
    page: int
    mark: int
    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a picture goes: the page's number from 0, and the room in points, measured from the top left."""

    picture: Picture
    page: int
    left: float
    top: float
    width: float
    height: float


class Flow:
    """Fills pages from top to bottom; begins a new one where there is no room.

    `checked` is called now and then, and may raise to stop a long export. `on_new_page` draws what a page after the
    first begins with (a repeated table head), or None.
    """

    def __init__(
        self, typesetter: Typesetter, checked: Callable[[], None], look: Look, titles: Sequence[str] = ()
    ) -> None:
        """There is no page until a section begins (`begin`). `titles` are those of the document's sections."""
        self.typesetter = typesetter
        self.checked = checked
        self.look = look
        self.titles = titles
        self.section = -1
        self.pages: list[Page] = []
        self.pictures: list[Placed] = []
        self.bookmarks: list[Bookmark] = []
        self.contents: list[Listed] = []
        self.on_new_page: Callable[[], None] | None = None
        self.on_page_end: Callable[[], None] | None = None
        self.paper = Paper()
        self.y = 0.0
        self.inset = 0.0  # what a frame keeps free above its lower edge
        self.left = 0.0
        self._foot = self._mark = ""

    def begin(self, paper: Paper, foot: str = "", mark: str = "") -> None:
        """The next section begins, on a page of its own."""
        self.paper, self._foot, self._mark = paper, foot, mark
        self.section += 1
        self.left = paper.margin
        self.new_page()
        self.bookmark(self.titles[self.section], 0)

    def bookmark(self, title: str, level: int) -> None:
        """Let viewers list this place; level 0 is a section."""
        self.bookmarks.append(Bookmark(title, level, self.section, len(self.pages) - 1, self.y))

    @property
    def head(self) -> float:
        """The highest place for anything but a section's mark."""
        return self.paper.head

    @property
    def width(self) -> float:
        """From margin to margin."""
        return self.paper.size[0] - 2 * self.paper.margin

    @property
    def bottom(self) -> float:
        """The lowest place for anything but the footer."""
        return self.paper.size[1] - self.paper.foot - self.inset

    @property
    def room(self) -> float:
        """Points left on the page."""
        return self.bottom - self.y

    @property
    def full_room(self) -> float:
        """Points that an empty page has, less what it begins with."""
        return self.bottom - self.head - 40

    @property
    def quiet(self) -> Colour:
        """The colour of words that stand back; in large print none do."""
        return INK if self.paper.scale > 1.0 else SOFT

    def readable(self, size: float) -> float:
        """A size of letters that is small by nature, in points; larger where large print asks for that."""
        return size if self.paper.scale == 1.0 else max(size, SMALLEST)

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.checked()
        if self.on_page_end is not None and self.pages:
            self.on_page_end()
        self.pages.append(Page(self.paper, self._foot, self._mark))
        self.y = self.head
        if self.on_new_page is not None:
            self.on_new_page()

    def keep(self, height: float) -> None:
        """Go on on a new page where `height` points would not fit here, but would there."""
        if height > self.room and self.y > self.head:
            self.new_page()

    def add(self, *marks: Mark) -> None:
        """Put marks on the page as they are."""
        self.pages[-1].marks.extend(marks)

    def space(self, points: float) -> None:
        """Leave room, unless the page is just begun."""
        if self.y > self.head:
            self.y += points

    def words(self, text: str, size: float, x: float, y: float, bold: bool = False, colour: Colour = INK) -> float:
        """One line of our own at a place; gives the x at which it ends."""
        line = self.typesetter.line(text, size, bold)
        self.add(Words(x, y, line, size, colour))
        return x + line.width * size / 1000

    def words_right(self, text: str, size: float, right: float, y: float, colour: Colour = INK) -> None:
        """One line that ends at `right`."""
        line = self.typesetter.line(text, size)
        self.add(Words(right - line.width * size / 1000, y, line, size, colour))

    def put(self, line: Line, size: float, x: float, width: float, y: float, colour: Colour = INK) -> None:
        """A line of people's text in a column; from its right edge where that is how it is written."""
        start = x + width - line.width * size / 1000 if line.right_to_left else x
        self.add(Words(start, y, line, size, colour))

    def text(
        self,
        lines: Iterable[Line],
        size: float,
        leading: float,
        x: float | None = None,
        width: float | None = None,
        colour: Colour = INK,
    ) -> None:
        """Lines one under the other, going on over pages; neither the first of many nor the last stands alone."""
        at = self.left if x is None else x
        across = self.width if width is None else width
        all_lines = list(lines)
        apart = {0, len(all_lines) - 2} if len(all_lines) > 2 else set()
        for place, line in enumerate(all_lines):
            if place in apart:
                self.keep(2 * leading)
            if leading > self.room:
                self.new_page()
            self.put(line, size, at, across, self.y + size * 1.07, colour)
            self.y += leading
