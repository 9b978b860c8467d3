"""Characters that a document could not show, because none of its fonts holds them: for a warning before it is made."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from app.export.characters import visible
from app.export.pdf.fonts import Faces


def missing_characters(texts: Iterable[str]) -> list[str]:
    """Each such character by its name, in the order in which they first come: "ཀ (TIBETAN LETTER KA, U+0F40)".

    A document shows them as [U+0F40]. What it shows as a picture, such as a control character, is not missing.
    """
    faces = Faces()
    letters: dict[str, None] = {}
    for text in texts:
        letters |= dict.fromkeys(text)
    return [
        _described(letter)
        for letter in dict.fromkeys(visible("".join(letters)))
        if letter not in "\n\t" and faces.lacks(letter)
    ]


def texts_in(part: object) -> Iterator[str]:
    """Every text of a document, or of any part of one."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list):
        for each in part:
            yield from texts_in(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts_in(getattr(part, field.name))


def _described(letter: str) -> str:
    return f"{letter} ({', '.join(filter(None, (unicodedata.name(letter, ''), f'U+{ord(letter):04X}')))})"
