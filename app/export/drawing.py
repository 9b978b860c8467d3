"""Pages drawn as a PDF, with the fonts embedded and the text to be selected as it was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from app.export.pages import A4, Box, Page, Ring, Stroke, Words


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says of itself. No one's name belongs here: viewers and file lists show it."""

    title: str
    author: str = ""
    language: str = "en-GB"


def draw(pages: list[Page], about: About, progress: Callable[[int, int], None]) -> bytes:
    """The pages as one PDF."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas: Any = Canvas(out, pagesize=A4, lang=about.language, pdfVersion=(1, 7), initialFontName="NotoSans-Regular")
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setCreator("Askwell")
    canvas.setSubject("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(pages, 1):
        _Pen(canvas).draw(page)
        canvas.showPage()
        progress(number, len(pages))
    canvas.save()
    return out.getvalue()


class _Pen:
    """Draws one page's marks on a reportlab canvas, whose origin is at the bottom left."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas

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
            elif isinstance(mark, Ring):
                self.ring(mark)
        if text is not None:
            self.canvas.drawText(text)

    def words(self, text: Any, mark: Words) -> None:
        text.setFillColorRGB(*mark.colour)
        text.setTextOrigin(mark.x, A4[1] - mark.y)
        for said, runs in mark.line.spans:
            if said:
                # What is copied and read aloud up to EMC is what was typed ("ActualText": ISO 32000-1, 14.9.4).
                spelt = said.encode("utf-16-be").hex().upper()
                text._code.append(f"/Span <</ActualText <FEFF{spelt}>>> BDC")
            for font, run in runs:
                text.setFont(font, mark.size)
                text.textOut(run)
            if said:
                text._code.append("EMC")

    def stroke(self, mark: Stroke) -> None:
        canvas = self.canvas
        canvas.setStrokeColorRGB(*mark.colour)
        canvas.setLineWidth(mark.width)
        canvas.setLineCap(1 if mark.dotted else 0)
        canvas.setDash([0, 3] if mark.dotted else [])
        canvas.line(mark.x1, A4[1] - mark.y1, mark.x2, A4[1] - mark.y2)

    def box(self, mark: Box) -> None:
        canvas = self.canvas
        canvas.setDash([])
        if mark.fill is not None:
            canvas.setFillColorRGB(*mark.fill)
        if mark.edge is not None:
            canvas.setStrokeColorRGB(*mark.edge)
            canvas.setLineWidth(mark.edge_width)
        place = (mark.x, A4[1] - mark.y - mark.height, mark.width, mark.height)
        drawn = {"stroke": int(mark.edge is not None), "fill": int(mark.fill is not None)}
        if mark.radius:
            canvas.roundRect(*place, mark.radius, **drawn)
        else:
            canvas.rect(*place, **drawn)

    def ring(self, mark: Ring) -> None:
        self.canvas.setDash([])
        self.canvas.setStrokeColorRGB(*mark.colour)
        self.canvas.setLineWidth(mark.width)
        self.canvas.circle(mark.x, A4[1] - mark.y, mark.radius, stroke=1, fill=0)
