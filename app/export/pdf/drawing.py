"""Pages drawn as a PDF, with the fonts embedded and the text to be selected as it was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import Any

from app.export.look import SOFT, Colour
from app.export.pdf.pages import Bookmark, Box, Image, Link, Page, Ring, Stroke, Words
from app.export.pdf.paper import A4, Spot, spots
from models.words import one_line

#: Viewers show bookmarks in a narrow list.
_LONGEST_BOOKMARK = 120


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says of itself. No one's name belongs here: viewers and file lists show it."""

    title: str
    author: str = ""
    language: str = "en-GB"


def draw(
    pages: Sequence[Page], bookmarks: Sequence[Bookmark], about: About, progress: Callable[[int, int], None]
) -> bytes:
    """The pages as one PDF; `progress` hears how many are drawn, and how many there are. Their marks go as they are
    drawn: to free those of a thousand pages at once would stop every thread."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # streams as bytes, not as letters: smaller, and quicker to write
    out = BytesIO()
    canvas: Any = Canvas(out, pagesize=A4, lang=about.language, pdfVersion=(1, 7), initialFontName="NotoSans-Regular")
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setCreator("Askwell")
    canvas.setSubject("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if any(isinstance(mark, Link) for page in pages for mark in page.marks):
        canvas.showOutline()
    marked = groupby(bookmarks, lambda bookmark: bookmark.page)
    places = {number: list(bookmarks_there) for number, bookmarks_there in marked}
    on_sheet = groupby(enumerate(spots(page.paper for page in pages)), lambda numbered: numbered[1].sheet)
    for _, numbered in on_sheet:
        for number, spot in numbered:
            _draw_page(canvas, pages[number], spot)
            _mark_places(canvas, pages[number], spot, places.get(number, []))
            pages[number].marks = []
            progress(number + 1, len(pages))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_page(canvas: Any, page: Page, spot: Spot) -> None:
    """One page on its spot of the sheet; a half page with the line along which it is cut off."""
    canvas.setPageSize(spot.size)
    paper = page.paper
    if paper.scale == 1.0 and not paper.half:
        _Pen(canvas, paper.size[1]).draw(page)
        return
    canvas.saveState()
    canvas.translate(spot.left, 0)
    canvas.scale(paper.scale, paper.scale)
    pen = _Pen(canvas, paper.size[1])
    pen.draw(page)
    if paper.half and not spot.left:
        pen.stroke(Stroke(paper.size[0], 0, paper.size[0], paper.size[1], 0.8, SOFT, dotted=True))
    canvas.restoreState()


def _mark_places(canvas: Any, page: Page, spot: Spot, bookmarks: list[Bookmark]) -> None:
    """The page's bookmarks, in viewers' lists and for links to lead to."""
    for each in bookmarks:
        top = (page.paper.size[1] - each.y) * page.paper.scale
        key = f"{each.section}" if not each.level else f"{each.section}/{each.page}/{each.y}"
        canvas.bookmarkPage(key, fit="XYZ", left=spot.left, top=top, zoom=0)
        canvas.addOutlineEntry(one_line(each.title, _LONGEST_BOOKMARK), key, each.level, closed=True)


class _Pen:
    """Draws one page's marks on a reportlab canvas, whose origin is at the bottom left.

    Places, colours and lines are written as PDF operators here: reportlab's own ways to do so take most of the time
    of a long document. It still keeps the fonts, and with them the text.
    """

    def __init__(self, canvas: Any, height: float) -> None:
        """`height` is the page's, in points."""
        self.canvas = canvas
        self.height = height
        self.code: list[str] = canvas._code
        self.stroke_state: tuple[float, Colour, bool] | None = None
        self.fill: Colour | None = None

    def draw(self, page: Page) -> None:
        text: Any = None
        for mark in page.marks:
            if isinstance(mark, Words):
                text = text or self.canvas.beginText()
                self.words(text, mark)
                continue
            if text is not None:
                self.canvas.drawText(text)
                text = None
            if isinstance(mark, Stroke):
                self.stroke(mark)
            elif isinstance(mark, Box):
                self.box(mark)
            elif isinstance(mark, Image):
                self.image(mark)
            elif isinstance(mark, Link):
                self.link(mark)
            else:
                self.ring(mark)
        if text is not None:
            self.canvas.drawText(text)

    def words(self, text: Any, mark: Words) -> None:
        if mark.colour != self.fill:
            self.fill = mark.colour
            text._code.append(f"{_colour(mark.colour)} rg")
        text._code.append(f"1 0 0 1 {mark.x:.2f} {self.height - mark.y:.2f} Tm")
        for font, run in mark.line.runs:
            text.setFont(font, mark.size)
            text.textOut(run)

    def stroke(self, mark: Stroke) -> None:
        self.pen(mark.width, mark.colour, mark.dotted)
        self.code.append(f"{mark.x1:.2f} {self.height - mark.y1:.2f} m {mark.x2:.2f} {self.height - mark.y2:.2f} l S")

    def pen(self, width: float, colour: Colour, dotted: bool = False) -> None:
        """Width, colour and kind of the lines that follow, where they change."""
        if (width, colour, dotted) != self.stroke_state:
            self.stroke_state = (width, colour, dotted)
            kind = "1 J [0 3] 0 d" if dotted else "0 J [] 0 d"
            self.code.append(f"{width:.2f} w {_colour(colour)} RG {kind}")

    def box(self, mark: Box) -> None:
        if mark.edge is not None:
            self.pen(mark.edge_width, mark.edge)
        if mark.fill is not None and mark.fill != self.fill:
            self.fill = mark.fill
            self.code.append(f"{_colour(mark.fill)} rg")
        left, bottom = mark.x, self.height - mark.y - mark.height
        drawn = {"stroke": int(mark.edge is not None), "fill": int(mark.fill is not None)}
        if mark.radius:
            self.canvas.roundRect(left, bottom, mark.width, mark.height, mark.radius, **drawn)
        else:
            how = "B" if mark.edge is not None and mark.fill is not None else "S" if mark.fill is None else "f"
            self.code.append(f"{left:.2f} {bottom:.2f} {mark.width:.2f} {mark.height:.2f} re {how}")

    def image(self, mark: Image) -> None:
        from reportlab.lib.utils import ImageReader

        reader = ImageReader(BytesIO(mark.data))
        bottom = self.height - mark.y - mark.height
        self.canvas.drawImage(reader, mark.x, bottom, mark.width, mark.height, mask="auto")

    def link(self, mark: Link) -> None:
        bottom = self.height - mark.y - mark.height
        self.canvas.linkRect("", f"{mark.section}", (mark.x, bottom, mark.x + mark.width, bottom + mark.height))

    def ring(self, mark: Ring) -> None:
        self.pen(mark.width, mark.colour)
        self.canvas.circle(mark.x, self.height - mark.y, mark.radius, stroke=1, fill=0)


def _colour(colour: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in colour)
