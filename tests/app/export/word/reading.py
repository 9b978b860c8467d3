"""Word files read back: what a reader sees, and every part of the file."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from app.export.options import ExportOptions
from app.export.word.words import BULLET
from models.session import Session
from tests.app.export.reading import exported

_LISTED = ("ListBullet", "BoardPoint")
_SHOWN = {qn("w:tab"): "\t", qn("w:br"): "\n"}


def parts_of(made: bytes) -> dict[str, bytes]:
    """The file's parts by name."""
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert len(set(archive.namelist())) == len(archive.namelist())
        return {name: archive.read(name) for name in archive.namelist()}


def trees_of(made: bytes) -> dict[str, Any]:
    """The file's parts that are XML, parsed."""
    return {name: etree.fromstring(data) for name, data in parts_of(made).items() if name.endswith((".xml", ".rels"))}


def body_of(made: bytes) -> Any:
    """The element in which the document's text is."""
    return Document(BytesIO(made)).element.body


def paragraphs(holder: Any) -> list[str]:
    """What each paragraph shows, in order: text, tabs and line breaks, and the bullet of a list."""
    return ["".join(_shown(paragraph)) for paragraph in holder.iter(qn("w:p"))]


def _shown(paragraph: Any) -> Iterator[str]:
    if style(paragraph) in _LISTED:
        yield BULLET
    for run in paragraph.iter(qn("w:r")):
        for piece in run:
            yield (piece.text or "") if piece.tag == qn("w:t") else _SHOWN.get(piece.tag, "")


def style(paragraph: Any) -> str:
    """The id of a paragraph's style."""
    return str(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")))


def lines(session: Session, form: str, options: ExportOptions | None = None) -> list[str]:
    """What each paragraph of an export shows, but for those that only keep things apart."""
    body = body_of(exported(session, form, options))
    return [shown for shown, each in zip(paragraphs(body), body.iter(qn("w:p")), strict=True) if style(each) != "Gap"]


def picture_file(kind: str, size: tuple[int, int] = (300, 100)) -> bytes:
    """A picture that says more of itself than it should."""
    out = BytesIO()
    picture = Image.new("RGB", size, "#884400")
    about = Image.Exif()
    about[0x010E] = "WHERE IT WAS TAKEN"
    picture.save(out, kind, exif=about)
    return out.getvalue()
