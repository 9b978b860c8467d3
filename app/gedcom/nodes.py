"""GEDCOM records as trees, read by the libraries, each part with the number of its line in the file."""

import io
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from app.gedcom.errors import GedcomCancelledError, GedcomError, at_line
from app.gedcom.source import Source

if TYPE_CHECKING:
    from gedcom7.types import GedcomStructure

#: How many lines gedcom7 is given at once, so that reading can be stopped and never holds much.
_CHUNK = 2_000
VOID = "VOID"  # 7.0: a pointer to somebody who is not in the file

Cancelled = Callable[[], bool]
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Node:
    """A line with what stands under it. `pointer` and `xref` are without their "@"; tags of documented extensions are
    the URIs that they stand for."""

    tag: str
    line: int
    text: str = ""
    pointer: str = ""
    xref: str = ""
    subs: list["Node"] = field(default_factory=list)

    def sub(self, tag: str) -> "Node | None":
        """The first part of that tag."""
        return next((sub for sub in self.subs if sub.tag == tag), None)

    def all(self, *tags: str) -> Iterator["Node"]:
        """Every part of one of those tags."""
        return (sub for sub in self.subs if sub.tag in tags)

    def said(self, *path: str) -> str:
        """The text of a part of a part, "" where there is none."""
        at: Node | None = self
        for tag in path:
            at = at.sub(tag) if at is not None else None
        return at.text.strip() if at is not None else ""


def records(source: Source, cancelled: Cancelled, progress: Progress) -> list[Node]:
    """The records of a file; GedcomError with the line's number where a library refuses one."""
    read = _seven if source.version == 7 else _five
    return list(read(source, cancelled, progress))


# 5.5.1


@dataclass(slots=True)
class _Raw:
    """A line on its way, and the bytes of those that continue it: programs cut letters of two bytes in the middle."""

    node: Node
    parts: list[tuple[int, bytes]]


def _five(source: Source, cancelled: Cancelled, progress: Progress) -> Iterator[Node]:
    from ged4py.parser import GedcomReader, IntegrityError, ParserError

    content = io.BytesIO(b"\n".join(line.strip(b" \t") for line in source.lines) + b"\n")
    stack: list[_Raw] = []
    number = source.numbers[0]
    try:
        reader = GedcomReader(content, encoding=source.encoding)
        for place, line in enumerate(reader.GedcomLines(0)):
            number = source.numbers[place]
            if place % 1000 == 0:
                _step(place, len(source.lines), cancelled, progress)
            if line.tag in ("CONT", "CONC") and line.level:
                glue = b"\n" if line.tag == "CONT" else b""
                stack[line.level - 1].parts.append((number, glue + (line.value or b"")))
                continue
            whole = _ended(stack, line.level, source.encoding)
            if whole is not None:
                yield whole
            node = Node(line.tag.upper(), number, xref=(line.xref_id or "").strip("@"))
            if stack:
                stack[-1].node.subs.append(node)
            stack.append(_Raw(node, [(number, line.value or b"")]))
    except (ParserError, IntegrityError, OSError):
        raise at_line(number, "from here on the file is not GEDCOM.") from None
    except UnicodeDecodeError:
        raise _letters(number, source.encoding) from None
    whole = _ended(stack, 0, source.encoding)
    if whole is not None:
        yield whole


def _step(done: int, of: int, cancelled: Cancelled, progress: Progress) -> None:
    if cancelled():
        raise GedcomCancelledError
    progress(done, of)


def _ended(stack: list[_Raw], level: int, encoding: str) -> Node | None:
    """What a line of that level ends is complete and can be decoded; the record, if it is one."""
    ended = [_decoded(raw, encoding) for raw in stack[level:]]
    del stack[level:]
    return ended[0] if ended and level == 0 else None


def _decoded(raw: _Raw, encoding: str) -> Node:
    node = raw.node
    try:
        text = b"".join(part for _, part in raw.parts).decode(encoding)
    except UnicodeDecodeError:
        raise _letters(_first_wrong(raw, encoding), encoding) from None
    named = text.strip()
    if len(named) > 2 and named.startswith("@") and named.endswith("@") and "@" not in named[1:-1]:
        node.pointer = named.strip("@")
    else:
        node.text = text.replace("@@", "@")
    return node


def _first_wrong(raw: _Raw, encoding: str) -> int:
    for number, part in raw.parts:
        try:
            part.decode(encoding)
        except UnicodeDecodeError:
            return number
    return raw.node.line


def _letters(line: int, encoding: str) -> GedcomError:
    name = {"gedcom": "ANSEL", "utf-8": "UTF-8", "ascii": "ASCII"}.get(encoding, encoding)
    return at_line(line, f"this is not {name}, as the file says its letters are; save it as UTF-8 and try again.")


# 7.0


def _seven(source: Source, cancelled: Cancelled, progress: Progress) -> Iterator[Node]:
    starts = [place for place, line in enumerate(source.lines) if line.lstrip()[:2] in (b"0 ", b"0\t")]
    starts.append(len(source.lines))
    head = slice(0, starts[1])
    for _, group in groupby(starts[1:-1], key=lambda start: start // _CHUNK):
        places = list(group)
        _step(places[0], len(source.lines), cancelled, progress)
        part = slice(places[0], starts[bisect_right(starts, places[-1])])
        lines = [*source.lines[head], *source.lines[part], b"0 TRLR"]
        numbers = [*source.numbers[head], *source.numbers[part], source.numbers[-1]]
        found = _loaded(lines, numbers)
        yield from found if places[0] == starts[1] else found[1:]
    if len(starts) == 2:
        yield from _loaded([*source.lines, b"0 TRLR"], [*source.numbers, source.numbers[-1]])


def _loaded(lines: Sequence[bytes], numbers: Sequence[int]) -> list[Node]:
    """The records that some lines make, the trailer left out."""
    import gedcom7

    try:
        found = gedcom7.loads("\n".join(line.decode() for line in lines) + "\n")
    except gedcom7.GedcomParseError as error:
        place = min(error.line_number or len(numbers), len(numbers)) - 1
        raise at_line(numbers[place], f"this is not GEDCOM 7 ({_plain(error.message)}).") from None
    at = iter(numbers)
    return [_node(structure, at) for structure in found[:-1]]


def _plain(message: str) -> str:
    """What gedcom7 says, without the text of the line, which may be anybody's."""
    return message.partition(": '")[0].partition(': "')[0].partition(", found ")[0]


def _node(structure: "GedcomStructure", numbers: Iterator[int]) -> Node:
    """A structure, whose lines are counted as they stood: its own, one for each line break, then its parts'."""
    node = Node(
        structure.tag,
        next(numbers),
        structure.text,
        (structure.pointer or "").strip("@"),
        (structure.xref or "").strip("@"),
    )
    for _ in range(structure.text.count("\n")):
        next(numbers)
    node.subs = [_node(child, numbers) for child in structure.children]
    return node
