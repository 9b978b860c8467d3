"""The card of keys: one page to lie beside the keyboard. It is of no session."""

from collections.abc import Mapping, Sequence

from app.export.blocks import Block, Document, Heading, KeyColumns, KeyGroup, Section
from app.export.options import ExportOptions
from models.keys import Key

TITLE = "Askwell: the keys"
_FOOT = "Everything can be done without the mouse. Ctrl+K finds it, F1 helps with the phase."


def key_card(keys: Mapping[str, Sequence[Key]]) -> Document:
    """The page, its keys by group."""
    groups = tuple(KeyGroup(head, tuple((key.keys, key.does) for key in group)) for head, group in keys.items())
    blocks: list[Block] = [Heading(TITLE, logo=False), KeyColumns(groups)]
    return Document(TITLE, (Section(TITLE, blocks, _FOOT),))


def key_card_pdf(keys: Mapping[str, Sequence[Key]], options: ExportOptions) -> bytes:
    """The page as PDF."""
    from app.export.pdf.render import pdf

    return pdf(key_card(keys), options)
