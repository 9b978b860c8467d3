"""A TrueType font for reportlab whose text can be copied whole: emoji, too, say which character they are."""

import re
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

_BEYOND = re.compile(r"(?<=> <)[0-9A-F]{5,6}(?=>)")


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """reportlab writes a character beyond the first plane as one number, where a PDF asks for two halves in UTF-16."""

    def addObjects(self, doc: Any) -> None:
        """Put the font into the document, then set right what it says of such characters."""
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in set(doc.idToObject) - before:
            if name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = _BEYOND.sub(_halves, stream.content)


def _halves(found: re.Match[str]) -> str:
    return chr(int(found[0], 16)).encode("utf-16-be").hex().upper()
