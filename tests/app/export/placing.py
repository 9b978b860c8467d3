"""Where things stand on pages that were laid out, for tests of what people would see."""

from app.export import ExportOptions
from app.export.blocks import Block, Document, Section, Shape
from app.export.pdf.pages import Flow, Page, Words
from app.export.pdf.render import laid_out

#: How far letters reach above and below their baseline, in sizes; and points that nobody sees.
_ABOVE, _BELOW, _UNSEEN = 0.72, 0.1, 0.6


def placed(*blocks: Block, options: ExportOptions | None = None, shape: Shape = Shape.PORTRAIT, foot: str = "") -> Flow:
    """The pages of a document of one section."""
    return laid_out(Document("Title", (Section("Title", blocks, foot, shape=shape),)), options or ExportOptions())


def body(page: Page) -> list[Words]:
    """The words of a page, less its foot, from the top."""
    end = page.paper.size[1] - page.paper.foot + 2
    words = [mark for mark in page.marks if isinstance(mark, Words) and mark.line.width and mark.y < end]
    return sorted(words, key=lambda mark: mark.y)


def faults(flow: Flow) -> list[str]:
    """Words that stand outside their page's margins, and words that run into each other."""
    return [fault for number, page in enumerate(flow.pages, 1) for fault in _faults(number, page)]


def _faults(number: int, page: Page) -> list[str]:
    width, height = page.paper.size
    found, boxes = [], []
    for mark in page.marks:
        if not isinstance(mark, Words) or not mark.line.width:
            continue
        right = mark.x + mark.line.width * mark.size / 1000
        box = (mark.x, mark.y - _ABOVE * mark.size, right, mark.y + _BELOW * mark.size)
        if mark.x < page.paper.margin - _UNSEEN or right > width - page.paper.margin + _UNSEEN:
            found.append(f"page {number}: beyond the margin at {box}")
        if box[1] < 6 or box[3] > height - 6:
            found.append(f"page {number}: off the paper at {box}")
        boxes.append(box)
    boxes.sort(key=lambda box: box[1])
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other[1] >= one[3] - _UNSEEN:
                break
            if one[0] < other[2] - _UNSEEN and other[0] < one[2] - _UNSEEN:
                found.append(f"page {number}: {one} runs into {other}")
    return found
