"""Puts one thing after the other into a Word file, and knows how far apart they stand."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Unpack

from app.export.blocks import Document, Section
from app.export.options import ExportOptions
from app.export.word.markup import Element, add, twips
from app.export.word.package import Package
from app.export.word.paper import Paper
from app.export.word.pictures import logo_png
from app.export.word.styles import LARGE, NORMAL, style_id
from app.export.word.tables import TableLooks, table
from app.export.word.words import Looks, body, paragraph, paragraphs


class Writer:
    """Writes paragraphs and tables. Room that was asked for becomes room above what comes next."""

    def __init__(self, document: Document, options: ExportOptions) -> None:
        self.document = document
        self.section = 0  # that is being written, by its place among the document's
        self.ended: Section | None = None  # the last one before it whose pages ended
        self.options = options
        self.look = options.look()
        self.sizes = LARGE if options.large_print else NORMAL
        self.paper = Paper()
        self.package = Package(document.title, options, self.sizes)
        self.body = self.package.body
        self._room = 0.0
        self._after_table = False

    @contextmanager
    def inside(self, holder: Element) -> Iterator[None]:
        """Write into a cell for a while."""
        outer, self.body = self.body, holder
        self._room, self._after_table = 0.0, False
        yield
        if self._after_table:
            self.apart()  # a cell ends with a paragraph
        self.body, self._after_table = outer, True

    @cached_property
    def logo(self) -> bytes:
        """The agency's logo as a PNG."""
        return logo_png(self.look.logo)

    @property
    def width(self) -> float:
        """From margin to margin, in points."""
        return self.paper.width

    def space(self, points: float) -> None:
        """Leave room before what comes next."""
        self._room += points

    def paragraph(self, style: str, text: str = "", letters: str = "", **looks: Unpack[Looks]) -> Element:
        """One paragraph (see `words.paragraph`)."""
        return paragraph(self.body, style, text, letters, **self._spaced(looks))

    def paragraphs(self, style: str, text: str, **looks: Unpack[Looks]) -> None:
        """A paragraph for each line of a text."""
        paragraphs(self.body, style, text, **self._spaced(looks))

    def running(self, text: str) -> None:
        """Running text, with lists (see `words.body`)."""
        body(self.body, text, before=self._spaced({}).get("before", 0.0))

    def table(self, widths: Sequence[float], *, keep: bool = False, **looks: Unpack[TableLooks]) -> Element:
        """An empty table (see `tables.table`). Word would join it with one right before it: a thin line parts them."""
        if self._room or self._after_table:
            self.apart(keep=keep)
        self._after_table = True
        return table(self.body, widths, **looks)

    def apart(self, *, keep: bool = False) -> Element:
        """An empty paragraph, as high as the room that was asked for; gives its layout."""
        layout = add(add(self.body, "p"), "pPr")
        add(layout, "pStyle", val=style_id("Gap"))
        if keep:
            add(layout, "keepNext")
        add(layout, "spacing", line=twips(max(self._room, 1.0)), lineRule="exact")
        self._room, self._after_table = 0.0, False
        return layout

    def end(self) -> Element:
        """An empty line, nearly without height, in whose layout the end of a section or a column is said."""
        self._room = 0.0
        return self.apart()

    def _spaced(self, looks: Looks) -> Looks:
        """The looks with the room that was asked for, which is taken with that."""
        if self._room:
            looks["before"] = self._room
        self._room, self._after_table = 0.0, False
        return looks
