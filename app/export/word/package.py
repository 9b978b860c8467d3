"""The file around a document's text: what it says of itself, its pictures, and nothing that it does not need."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.opc.coreprops import CoreProperties
from lxml import etree

from app.export.options import ExportOptions
from app.export.word.markup import Element, add, clear
from app.export.word.styles import LANGUAGE, Sizes, write_numbering, write_styles
from app.export.word.words import holdable

#: What python-docx's own empty document brings along: a picture of it, another's styles, who made it with what.
_NOT_OURS = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "fontTable", "theme", "extended-properties")
_LONGEST = 255  # letters of a property
_WORD_2013 = 15
_TEXT = "word/document.xml"
_AT_ONCE = 50  # paragraphs and tables


class Package:
    """A Word file being written. `body` is where its text goes."""

    def __init__(self, title: str, options: ExportOptions, sizes: Sizes) -> None:
        self._document = Document()
        self.part: Any = self._document.part
        for holder in (self.part, self.part.package):
            for key in [key for key, link in holder.rels.items() if link.reltype.endswith(_NOT_OURS)]:
                del holder.rels[key]
        self.body: Element = clear(self._document.element.body)
        look = options.look()
        write_styles(clear(self.part.styles.element), look, sizes)
        write_numbering(clear(self.part.numbering_part.element), look, sizes)
        _write_settings(clear(self.part.settings.element))
        self._write_properties(title, options)
        self._pictures = 0

    def _write_properties(self, title: str, options: ExportOptions) -> None:
        """Title, language and the agency; no person, and no day but that which stands at the foot."""
        about: CoreProperties = self._document.core_properties
        clear(about._element)
        about.title = holdable(title)[:_LONGEST]
        about.author = holdable(options.agency_name.strip())[:_LONGEST]
        about.language = LANGUAGE

    def picture(self, data: bytes) -> str:
        """Take a PNG along; gives the key by which the text refers to it."""
        key, _image = self.part.get_or_add_image(BytesIO(data))
        return str(key)

    def next_picture(self) -> int:
        """A number that no other picture has."""
        self._pictures += 1
        return self._pictures

    def header(self) -> tuple[str, Element]:
        """A new head of pages, empty: its key, and where its paragraphs go."""
        part, key = self.part.add_header_part()
        return key, clear(part.element)

    def footer(self) -> tuple[str, Element]:
        """A new foot of pages, empty: its key, and where its paragraphs go."""
        part, key = self.part.add_footer_part()
        return key, clear(part.element)

    def saved(self, told: Callable[[], None]) -> bytes:
        """The file; nothing can be written after that. `told` is called now and then, and may raise to stop.

        The text is written and freed piece by piece: a long one would hold up every other thread meanwhile.
        """
        text = []
        for piece in self._pieces():
            text.append(piece)
            told()
        around, out = BytesIO(), BytesIO()
        self._document.save(around)
        with ZipFile(around) as held, ZipFile(out, "w", ZIP_DEFLATED) as written:
            for name in held.namelist():
                content = held.read(name)
                if name == _TEXT:
                    before, _, after = content.partition(b"<w:body/>")
                    with written.open(name, "w") as file:
                        for piece in (before, b"<w:body>", *text, b"</w:body>", after):
                            file.write(piece)
                else:
                    written.writestr(name, content)
        return out.getvalue()

    def _pieces(self) -> Iterator[bytes]:
        """What is in the body, as XML, and gone from it."""
        while len(self.body):
            piece = self.body.makeelement(self.body.tag, nsmap=self.body.nsmap)
            piece.extend(self.body[:_AT_ONCE])
            whole: bytes = etree.tostring(piece)
            yield whole[whole.index(b">") + 1 : whole.rindex(b"<")]


def _write_settings(settings: Element) -> None:
    """Today's layout rules, so that Word does not open the file as one of an older Word's."""
    add(settings, "defaultTabStop", val=720)
    add(settings, "characterSpacingControl", val="doNotCompress")
    compatible = add(settings, "compat")
    add(
        compatible, "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word",
        val=_WORD_2013,
    )  # fmt: skip
    add(settings, "themeFontLang", val=LANGUAGE)
    add(settings, "decimalSymbol", val=".")
    add(settings, "listSeparator", val=",")
