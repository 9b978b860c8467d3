"""A document's blocks as a Word file."""

from collections.abc import Callable, Mapping
from typing import Any

from app.export import blocks
from app.export.blocks import Document, Shape
from app.export.options import ExportOptions
from app.export.word import boards, cards, contents, form, hand_cards
from app.export.word.contents import name_section
from app.export.word.paper import PAPERS, end_column, end_section, margins
from app.export.word.writer import Writer

#: How each kind of block is written.
WRITE: Mapping[type[Any], Callable[[Writer, Any], None]] = {
    blocks.Heading: form.heading,
    blocks.Band: form.band,
    blocks.Field: form.field,
    blocks.Ticks: form.ticks,
    blocks.ScaleStrip: form.scale_strip,
    blocks.TextPart: form.text_part,
    blocks.Remark: form.remark,
    blocks.Paragraph: form.running,
    blocks.Table: form.table,
    blocks.Card: cards.card,
    blocks.ScaleCard: hand_cards.scale_card,
    blocks.BlankCard: hand_cards.blank_card,
    blocks.Contents: contents.contents,
    blocks.Board: boards.board,
    blocks.Bars: boards.bars,
    blocks.KeyColumns: boards.key_columns,
    blocks.Picture: form.picture,
    blocks.Gap: form.gap,
}


def docx(document: Document, options: ExportOptions) -> bytes:
    """The document, to go on writing in it. Where it has pictures, Qt's application must be there."""
    writer = Writer(document, options)
    listed = any(isinstance(block, blocks.Contents) for section in document.sections for block in section.blocks)
    every = sum(len(section.blocks) for section in document.sections)
    written = 0
    for number, section in enumerate(document.sections):
        writer.section = number
        writer.paper = PAPERS[section.shape]
        begins = len(writer.body)
        for block in section.blocks:
            WRITE[type(block)](writer, block)
            written += 1
            options.step(written, every)
        _end(writer)
        if listed:
            name_section(writer, writer.body[begins])
    options.check()
    return writer.package.saved(options.check)


def _end(writer: Writer) -> None:
    """End a section's page, or the half of one where the other half is the next section's."""
    section, *after = writer.document.sections[writer.section :]
    ending = writer.end()
    if after and section.shape is Shape.HALF and margins(after[0]) == margins(section):
        end_column(ending.getparent())
        return
    copy = writer.options.copy_words()
    end_section(ending if after else writer.body, writer.package, section, writer.ended, copy)
    writer.ended = section
