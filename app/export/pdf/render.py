"""A document's blocks as the pages of a PDF."""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from app.export import blocks
from app.export.blocks import Band, Block, Card, Document, Paragraph, Shape
from app.export.options import ExportOptions
from app.export.pdf import cards, form
from app.export.pdf.drawing import About, draw
from app.export.pdf.lines import Typesetter
from app.export.pdf.pages import A4, LANDSCAPE, Flow
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
    blocks.Table: form.table,
    blocks.Card: cards.card,
    blocks.Picture: form.picture,
    blocks.Gap: form.gap,
}
_PAPER = {Shape.PORTRAIT: A4, Shape.LANDSCAPE: LANDSCAPE}


def pdf(document: Document, options: ExportOptions) -> bytes:
    """The document as it prints. Where it has pictures, Qt's application must be there."""
    flow = Flow(Typesetter(), options.check, options.look())
    for section in document.sections:
        flow.begin(_PAPER[section.shape], section.foot, section.mark)
        _lay_out(flow, section.blocks)
    form.margins(flow, options.copy_words())
    made = draw(flow.pages, About(document.title, options.agency_name.strip()), options.step)
    return with_pictures(made, flow.pictures) if flow.pictures else made


def _lay_out(flow: Flow, section: Sequence[Block]) -> None:
    for block, following in zip_longest(section, section[1:]):
        flow.checked()
        if isinstance(block, Band):
            flow.keep(form.BAND + _room_wanted(flow, following))
        LAY_OUT[type(block)](flow, block)


def _room_wanted(flow: Flow, following: Block | None) -> float:
    """What must stand with a label on one page: the beginning of what follows it."""
    if isinstance(following, Card):
        return 12 + cards.card_room(flow, following)
    return 3 * form.LEADING if isinstance(following, Paragraph) else 0.0
