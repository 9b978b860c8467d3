"""A document's blocks as the pages of a PDF."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from app.export import blocks
from app.export.blocks import Band, Block, Document, Gap, Paragraph
from app.export.options import ExportOptions
from app.export.pdf import bars, board, cards, contents, form, hand_cards, key_columns, table
from app.export.pdf.drawing import About, draw
from app.export.pdf.lines import Typesetter
from app.export.pdf.margins import margins
from app.export.pdf.pages import Flow
from app.export.pdf.paper import paper
from app.export.pdf.pictures import with_pictures

#: How each kind of block is laid out.
LAY_OUT: Mapping[type[Any], Callable[[Flow, Any], None]] = {
    blocks.Heading: form.heading,
    blocks.Band: form.band,
    blocks.Field: form.field,
    blocks.Ticks: form.ticks,
    blocks.ScaleStrip: form.scale_strip,
    blocks.TextPart: form.text_part,
    blocks.Remark: form.remark,
    blocks.Paragraph: form.paragraph,
    blocks.Table: table.table,
    blocks.Card: cards.card,
    blocks.ScaleCard: hand_cards.scale_card,
    blocks.BlankCard: hand_cards.blank_card,
    blocks.Contents: contents.contents,
    blocks.Board: board.board,
    blocks.Bars: bars.bars,
    blocks.KeyColumns: key_columns.key_columns,
    blocks.Picture: form.picture,
    blocks.Gap: form.gap,
}
#: The height that must be there for a kind of block to begin, where it is more than a few lines.
ROOM: Mapping[type[Any], Callable[[Flow, Any], float]] = {
    blocks.Band: form.band_height,
    blocks.TextPart: form.text_room,
    blocks.Table: table.table_room,
    blocks.Card: cards.card_room,
    blocks.Bars: bars.bars_room,
    blocks.ScaleCard: hand_cards.scale_card_room,
    blocks.BlankCard: hand_cards.blank_card_room,
}


def pdf(document: Document, options: ExportOptions) -> bytes:
    """The document as it prints. Where it has pictures, Qt's application must be there."""
    with _no_collector():
        return _pdf(document, options)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Python's garbage collector rests: it would look at every mark on every page, and stop the window meanwhile. All
    that is made here is freed without it."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()


def _pdf(document: Document, options: ExportOptions) -> bytes:
    told = _Told(options, sum(len(section.blocks) for section in document.sections))
    flow = laid_out(document, options, told.laid_out)
    made = draw(flow.pages, flow.bookmarks, About(document.title, options.agency_name.strip()), told.drawn)
    return with_pictures(made, flow.pages, flow.pictures) if flow.pictures else made


def laid_out(document: Document, options: ExportOptions, told: Callable[[], None] = lambda: None) -> Flow:
    """The document's pages, with all that stands on them; `told` hears of each block."""
    flow = Flow(Typesetter(), options.check, options.look(), [section.title for section in document.sections])
    for section in document.sections:
        flow.begin(paper(section.shape, options.large_print), section.foot, section.mark)
        for place, block in enumerate(section.blocks):
            told()
            if _leads(block):
                flow.keep(_room_wanted(flow, section.blocks, place))
            LAY_OUT[type(block)](flow, block)
    contents.number_contents(flow)
    margins(flow, options.copy_words())
    return flow


class _Told:
    """Says how far an export is: half of it is laying out blocks, half is drawing pages."""

    def __init__(self, options: ExportOptions, blocks: int) -> None:
        self.options = options
        self.blocks = blocks
        self.done = 0

    def laid_out(self) -> None:
        """One more block."""
        self.done += 1
        self.options.step(self.done, 2 * self.blocks)

    def drawn(self, pages: int, of: int) -> None:
        """Pages so far, of how many."""
        self.options.step(self.blocks + self.blocks * pages // of, 2 * self.blocks)


def _leads(block: Block) -> bool:
    """Whether a block is the head of what follows it, and never stands alone at the foot of a page."""
    return isinstance(block, Band) or (isinstance(block, Paragraph) and block.heading)


def _room_wanted(flow: Flow, section: Sequence[Block], place: int) -> float:
    """What must stand on one page with a head: heads and gaps after it, and the beginning of what follows them."""
    wanted = 0.0
    for block in section[place:]:
        if isinstance(block, Gap):
            wanted += block.points
            continue
        wanted += ROOM[type(block)](flow, block) if type(block) in ROOM else 3 * form.LEADING
        if not _leads(block):
            break
    return min(wanted, 0.8 * flow.full_room)
