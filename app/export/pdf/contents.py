"""The contents: an entry for each section after it, with dots that lead to the number of its page."""

from app.export.blocks import Contents
from app.export.look import SOFT
from app.export.pdf.form import BODY, LEADING
from app.export.pdf.pages import Flow, Link, Listed, Stroke, Words

_LEADING = 20.0
#: Kept free for the number, in points.
_NUMBER = 40.0


def contents(flow: Flow, _block: Contents) -> None:
    """Entries going on over pages; each waits for its number (`number_contents`) and can be touched."""
    width = flow.width - _NUMBER
    for section in range(flow.section + 1, len(flow.titles)):
        flow.checked()
        lines = list(flow.typesetter.lines(flow.titles[section], BODY, width))
        high = (len(lines) - 1) * LEADING + _LEADING
        flow.keep(high)
        flow.add(Link(flow.left, flow.y, flow.width, high, section))
        for place, line in enumerate(lines):
            flow.put(line, BODY, flow.left, width, flow.y + 13.5 + place * LEADING)
        flow.y += high
        dotted = flow.left if lines[-1].right_to_left else flow.left + lines[-1].width * BODY / 1000
        page, marks, right = len(flow.pages) - 1, len(flow.pages[-1].marks), flow.left + flow.width
        flow.contents.append(Listed(section, page, marks, dotted, right, flow.y - 6.5))


def number_contents(flow: Flow) -> None:
    """The numbers of the entries, when every section has its page."""
    pages = {bookmark.section: bookmark.page for bookmark in flow.bookmarks if not bookmark.level}
    for entry in reversed(flow.contents):
        number = flow.typesetter.line(str(pages[entry.section] + 1))
        x = entry.right - number.width * BODY / 1000
        dots = [Stroke(entry.left + 8, entry.y - 1, x - 8, entry.y - 1, 0.6, SOFT, dotted=True)]
        there = (*(dots if x - entry.left > 20 else ()), Words(x, entry.y, number, BODY))
        flow.pages[entry.page].marks[entry.mark : entry.mark] = there  # where it is read: after its title
