"""Places in a text: where its lines stand, a stretch selected in a field, its beginning. Qt counts UTF-16 units."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor

from widgets.parts.fields import TextField

Stretch = tuple[int, int]
#: Letters of a text that are shown where it is only to be known by them.
MOST = 160


def utf16(text: str) -> int:
    """How many units Qt counts for a text."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def stretches(text: str, lines: Iterable[str]) -> list[Stretch]:
    """Where each of the lines stands in the text, one after the other, begin and end as Qt counts; one that is not
    there is empty, at the place where it was looked for."""
    found, at, counted = [], 0, 0
    for line in lines:
        begin = text.find(line, at)
        if begin < 0:
            found.append((counted, counted))
            continue
        counted += utf16(text[at:begin])
        end = counted + utf16(line)
        found.append((counted, end))
        at, counted = begin + len(line), end
    return found


def select(field: TextField, stretch: Stretch) -> None:
    """Put the keyboard into the field, with the stretch selected."""
    cursor = field.textCursor()
    cursor.setPosition(stretch[0])
    cursor.setPosition(stretch[1], QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.setFocus()
    field.ensureCursorVisible()


def clipped(text: str) -> str:
    """The beginning of a text too long to be shown in a list or on a button, cut between words where there are any."""
    if len(text) <= MOST:
        return text
    begin = text[: MOST + 1].rsplit(maxsplit=1)[0] if any(map(str.isspace, text[: MOST + 1].strip())) else text
    return f"{begin[:MOST].rstrip()}…"
