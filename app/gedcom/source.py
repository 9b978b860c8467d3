"""From a file's bytes to GEDCOM lines that a library can be trusted with: how large, which version, which letters.

Everything is checked here that must be refused with a line's number, or before it costs time and memory.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.gedcom.errors import GedcomCancelledError, GedcomError, at_line
from models.words import one_line

#: Far more than a family takes: ten thousand people with their notes and sources are a quarter of it. Bytes.
LARGEST = 50_000_000
MOST_LINES = 1_000_000
#: A genogram of more people is not read by anybody; genealogists' files of a hundred thousand are told so at once.
MOST_PEOPLE = 10_000
#: A line of more is no text of a person's. Bytes.
LONGEST_LINE = 1_000_000
#: The longest that an id in a session file may be is 200, and ids of children are made of two.
LONGEST_XREF = 60
#: Records that say something about a genogram; sources, notes and pictures are passed over. By their first letters,
#: since an extension of ours has whatever tag the file's head gives it.
_WANTED = (b"HEAD", b"INDI", b"FAM", b"_")
_EVERY = 20_000  # lines between two questions whether to stop

_LINE = re.compile(rb"[ \t]*([0-9]{1,2})[ \t]+(?:(@[^@]+@)[ \t]+)?([A-Za-z0-9_]+)(?: .*|[ \t]*)", re.DOTALL)
_PERSON = re.compile(rb"(?:^|[\r\n])[ \t]*0[ \t]+@[^@\r\n]+@[ \t]+INDI\b")
_CODECS = {
    "ascii", "utf-8", "gedcom", "cp437", "cp850", "cp1250", "cp1251", "cp1252", "iso8859-1", "latin-1", "mac-roman",
}  # fmt: skip

Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Source:
    """A file's lines, each with its number in the file, without those of records that say nothing here.

    `version` is 5 or 7; `encoding` a codec's name; `xrefs` the cross-references of all records, those left out too.
    """

    version: int
    encoding: str
    lines: Sequence[bytes]
    numbers: Sequence[int]
    xrefs: frozenset[str]
    warnings: tuple[str, ...] = ()


def looks_like_gedcom(beginning: bytes) -> bool:
    """Whether a file that begins so is GEDCOM or GEDZIP."""
    plain = beginning.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return beginning.startswith(b"PK\x03\x04") or re.match(rb"0\s+HEAD\b", plain) is not None


def file_bytes(path: Path) -> bytes:
    """What is in a GEDCOM file, or in the GEDCOM file of a GEDZIP; GedcomError where it is too large or not there."""
    try:
        if not path.is_file():
            raise GedcomError(f"{one_line(str(path))} is not a file that can be read.")
        if path.stat().st_size > LARGEST:
            raise GedcomError(f"{_said(path)} is too large: Askwell reads families of up to {LARGEST // 10**6} MB.")
        content = path.read_bytes()
    except OSError as error:
        raise GedcomError(f"{_said(path)} cannot be read: {(error.strerror or 'the disk failed').lower()}.") from None
    except ValueError:
        raise GedcomError("That is not a name that a file can have.") from None
    return unpacked(content)


def _said(path: Path) -> str:
    return one_line(path.name, 80) or "The file"


def unpacked(content: bytes) -> bytes:
    """The GEDCOM file in a GEDZIP (7.0, "gedcom.ged" in a zip), anything else as it is."""
    if not content.startswith(b"PK\x03\x04"):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as held, held.open("gedcom.ged") as packed:
            plain = packed.read(LARGEST + 1)  # never what the zip says of itself: it may say anything
    except KeyError:
        raise GedcomError("This is a zip file without a family in it: there is no “gedcom.ged” inside.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise GedcomError("This zip file is damaged, or locked with a password.") from None
    if len(plain) > LARGEST:
        raise GedcomError(f"What is packed into the file is too large: Askwell reads up to {LARGEST // 10**6} MB.")
    return plain


def source(content: bytes, cancelled: Cancelled) -> Source:
    """The lines of a file's content; GedcomError where they are no GEDCOM."""
    content, known = _transcoded(content)
    _check_size(content)
    lines = content.splitlines()
    head = next((place for place, line in enumerate(lines) if line.strip()), None)
    if head is None:
        raise GedcomError("The file is empty.")
    if not re.fullmatch(rb"\s*0\s+HEAD\s*", lines[head]):
        raise at_line(head + 1, "this is not a GEDCOM file, which begins with “0 HEAD”.")
    version, char = _said_of_itself(lines)
    encoding, warning = ("utf-8", "") if known or version == 7 else _encoding(content, char)
    if version == 7:
        _check_utf8(content)
    kept, numbers, xrefs = _checked(lines, char, cancelled)
    return Source(version, encoding, kept, numbers, xrefs, (warning,) if warning else ())


def _transcoded(content: bytes) -> tuple[bytes, bool]:
    """The content in letters of which ASCII's are one byte, and whether it is known to be UTF-8."""
    if content.startswith(b"\xef\xbb\xbf"):
        _check_utf8(content[3:])
        return content[3:], True
    if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise GedcomError("The file is UTF-32, which GEDCOM does not know; save it as UTF-8.")
    codec = ""
    if content.startswith((b"\xff\xfe", b"0\0")):
        codec = "utf-16-le"
    elif content.startswith((b"\xfe\xff", b"\0" + b"0")):
        codec = "utf-16-be"
    if not codec:
        return content, False
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        line = content[: error.start - error.start % 2].decode(codec, "replace").count("\n") + 1
        raise at_line(line, "this is not UTF-16, as the beginning of the file is.") from None
    return text.removeprefix("\ufeff").encode(), True


def _check_utf8(content: bytes) -> None:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = len(content[: error.start + 1].splitlines())
        raise at_line(line, "this is not UTF-8, as the file says it is; save it as UTF-8 and try again.") from None


def _check_size(content: bytes) -> None:
    if len(content) > LARGEST:
        raise GedcomError(f"The file is too large: Askwell reads families of up to {LARGEST // 10**6} MB.")
    people = sum(1 for _ in _PERSON.finditer(content))
    if people > MOST_PEOPLE:
        raise GedcomError(
            f"The file holds {people:,} people; Askwell draws families of up to {MOST_PEOPLE:,}. "
            "Choose one branch in the program that wrote it, and save that."
        )
    if content.count(b"\n") + content.count(b"\r") > 2 * MOST_LINES or len(content.splitlines()) > MOST_LINES:
        raise GedcomError(f"The file has more than {MOST_LINES:,} lines; Askwell reads no more.")


def _said_of_itself(lines: Sequence[bytes]) -> tuple[int, str]:
    """Version 5 or 7, and what is said of the letters, "" for nothing."""
    version, char, within = "", "", b""
    for number, line in enumerate(lines, 1):
        parts = line.split(None, 2)
        if not parts or (parts[0] == b"0" and parts[1:] != [b"HEAD"]):
            if parts:
                break
            continue
        if parts[0] == b"1":
            within = parts[1] if len(parts) > 1 else b""
        value = parts[2].strip().decode("ascii", "replace") if len(parts) > 2 else ""
        if parts[:2] == [b"1", b"CHAR"]:
            char = value
        elif parts[:2] == [b"2", b"VERS"] and within == b"GEDC" and not version:
            version = value
            if not re.match(r"[3457]\b", version):
                raise at_line(number, f"this is GEDCOM {one_line(version, 20)}; Askwell reads 5.5.1 and 7.0.")
    return (7 if version.startswith("7") else 5), char


def _encoding(content: bytes, char: str) -> tuple[str, str]:
    """The codec of a 5.5.1 file's letters, and a warning where it is not what the file says."""
    if content.isascii():
        return "ascii", ""
    try:
        content.decode()
    except UnicodeDecodeError:
        codec = _codec(char)
        if codec == "unicode":
            raise GedcomError(f"The file says that its letters are {char}, and they are not.") from None
        return codec, ""
    # Bytes of another encoding make whole UTF-8 by chance as good as never, so what the file says does not matter.
    lies = char and char.upper() not in ("UTF-8", "UTF8", "UNICODE")
    return "utf-8", f"The file says that its letters are {one_line(char, 20)}; they are UTF-8." if lies else ""


def _codec(char: str) -> str:
    from ged4py.parser import CodecError, guess_codec

    if char.upper() in ("UNICODE", "UTF-16", "UTF16"):
        return "unicode"
    if char.upper() == "UTF8":
        return "utf-8"
    header = f"0 HEAD\n1 CHAR {one_line(char, 40)}\n0 TRLR\n".encode("ascii", "replace")
    try:
        codec = guess_codec(io.BytesIO(header), warn=False)[0] if char else "gedcom"
    except (CodecError, ValueError):
        codec = ""
    if codec not in _CODECS:
        raise GedcomError(f"Askwell does not know the file’s letters, “{one_line(char, 30)}”; save it as UTF-8.")
    return codec


def _checked(lines: Sequence[bytes], char: str, cancelled: Cancelled) -> tuple[list[bytes], list[int], frozenset[str]]:
    """The lines that are wanted, their numbers, and all cross-references."""
    kept: list[bytes] = []
    numbers: list[int] = []
    xrefs: set[str] = set()
    level, wanted, last = -1, True, b""
    for number, line in enumerate(lines, 1):
        if number % _EVERY == 0 and cancelled():
            raise GedcomCancelledError
        if not line.strip():
            continue
        match = _syntax(line, number)
        deep = int(match[1])
        if deep > level + 1:
            raise at_line(number, f"the level jumps from {level} to {deep}.")
        level, last = deep, match[3]
        if deep == 0:
            wanted = last.upper().startswith(_WANTED)
            if match[2]:
                _remember(xrefs, match[2], number)
        if wanted:
            # ged4py reads the letters' name once more, and would stumble over a wrong one.
            kept.append(b"1 CHAR UTF-8" if char and deep == 1 and last == b"CHAR" else line)
            numbers.append(number)
    if level != 0 or last.upper() != b"TRLR":
        raise at_line(len(lines), "the file ends here, in the middle: its last line, “0 TRLR”, is missing.")
    return kept, numbers, frozenset(xrefs)


def _syntax(line: bytes, number: int) -> re.Match[bytes]:
    if len(line) > LONGEST_LINE:
        raise at_line(number, f"the line is longer than {LONGEST_LINE:,} letters.")
    match = _LINE.fullmatch(line)
    if match is None:
        raise at_line(number, "this is not a line of GEDCOM: a level number and a tag.")
    return match


def _remember(xrefs: set[str], found: bytes, number: int) -> None:
    xref = found.decode("utf-8", "replace").strip("@")
    if len(xref) > LONGEST_XREF:
        raise at_line(number, f"the cross-reference is longer than {LONGEST_XREF} letters.")
    if xref in xrefs:
        raise at_line(number, f"@{one_line(xref)}@ names two records.")
    xrefs.add(xref)
