"""What stands in the margins of every page, when it is known how many there are."""

from app.export.look import SOFT
from app.export.pdf.lines import Line
from app.export.pdf.pages import Flow, Page, Stroke, Words
from models.words import one_line

_APART = 18.0
#: How many characters the section's line is cut to, where there is no room for it; 0 is not at all.
_LONGEST = (0, 80, 40, 20, 10)


def margins(flow: Flow, copy: str) -> None:
    """The section's mark at the head of each page; at its foot the section's line, the mark again and which copy this
    is, beside them which page of how many."""
    for number, page in enumerate(flow.pages, 1):
        flow.checked()
        _foot(flow, page, copy, f"Page {number} of {len(flow.pages)}")
        if page.mark:
            mark = flow.typesetter.line(page.mark, bold=True)
            end = page.paper.size[0] - page.paper.margin
            page.marks.append(Words(end - mark.width * 10 / 1000, page.paper.head - 18, mark, 10, flow.look.accent))


def _foot(flow: Flow, page: Page, copy: str, which: str) -> None:
    """Words that leave room for the page's number, on several lines where one does not do."""
    paper = page.paper
    size = 8.0 if paper.scale == 1.0 else 10.0
    top, end = paper.size[1] - paper.foot + 14, paper.size[0] - paper.margin
    page.marks.append(Stroke(paper.margin, top, end, top))
    count = flow.typesetter.line(which)
    across = count.width * size / 1000
    page.marks.append(Words(end - across, top + size * 1.6, count, size, SOFT))
    most = int((paper.foot - 22 - size * 0.8) // (size * 1.25))
    for place, line in enumerate(_lines(flow, page, copy, size, end - paper.margin - across - _APART, most)):
        page.marks.append(Words(paper.margin, top + size * (1.6 + 1.25 * place), line, size, SOFT))


def _lines(flow: Flow, page: Page, copy: str, size: float, room: float, most: int) -> list[Line]:
    """The lines of the words, at most so many: the section's line, which stands whole on the page, is cut for that."""
    lines: list[Line] = []
    for longest in _LONGEST:
        words = "  ·  ".join(filter(None, (one_line(page.foot, longest), page.mark, copy)))
        lines = list(flow.typesetter.lines(words, size, room)) if words else []
        if len(lines) <= most:
            break
    return lines[:most]
