"""A document before it is a page or a Word file: sections of blocks, plain data.

What stands on a document is decided where it is made (`*_document.py`); how a block looks is decided once for PDF
(`app/export/pdf/`) and once for Word (`app/export/word/`). A new form is a new document of these blocks. All text is
people's text or our own, as it was typed: whoever draws it makes it visible, and nothing in it is mark-up.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Heading:
    """What a section begins with: who issues it, what it is, a line about it; the agency's logo, or not."""

    title: str
    above: str = ""
    below: str = ""
    logo: bool = True


@dataclass(frozen=True, slots=True)
class Band:
    """The printed label of what follows, and a few words at its right."""

    label: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A printed label and what is filled in beside it, "" for an empty field."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """A printed label and choices, each with whether it holds."""

    label: str
    choices: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class ScaleStrip:
    """A printed label and the numbers 0 to 10, one of them ringed, or none."""

    label: str
    value: int | None


@dataclass(frozen=True, slots=True)
class TextPart:
    """A printed label over text, which goes on over pages; "" is an empty field. Lines that begin with • are a list."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of ours in small print."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text without a label: a heading of the third order, or running text. Lines that begin with • are a list."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a printed label (none for ""), its heads repeated on each page. `shares` are the columns' parts of
    the whole width; `blank` rows stand there where there are none; `least` is a row's least height in points."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    blank: int = 1
    least: float = 24.0


@dataclass(frozen=True, slots=True)
class Card:
    """A card: `about` says what is known of it, `mark` what became of it, `ends` are a scale's 0 and 10 in words.

    `large` is the size of a sheet that is used on a visit.
    """

    text: str
    about: str = ""
    mark: str = ""
    ends: tuple[str, str] | None = None
    answer_lines: int = 0
    large: bool = False


@dataclass(frozen=True, slots=True)
class ScaleCard:
    """A scale for a visit, on half a page of its own: what is asked, its 0 and 10 in words, and under it a table with
    `heads` over empty `rows`, for several people's marks. It has the size of a sheet that is used on a visit."""

    text: str
    ends: tuple[str, str]
    heads: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class BlankCard:
    """A card to be written by hand: its printed `label` and a hint, `frame` as a sentence with gaps, `asks` with a line
    each ("Whom would you ask?"), and `lines` to write on. One that `repeats` stands as often as the page has room."""

    label: str
    hint: str = ""
    frame: str = ""
    asks: tuple[str, ...] = ()
    lines: int = 3
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in the document: the title of every section after it, and the page on which that begins, to go there at
    a touch. Page numbers are filled in when they are known."""


#: The head over points of a board that have no term.
NO_TERM = "Other"


@dataclass(frozen=True, slots=True)
class BoardPoint:
    """A point on a board; `term` says what it is, "" where nobody did."""

    text: str
    term: str = ""


@dataclass(frozen=True, slots=True)
class Rated:
    """Somebody's number on a scale; `mark` says whose it is, where that stands out ("the worker’s own")."""

    name: str
    value: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class RatedScale:
    """A scale from 0 to 10 under a printed label: what is asked, what 0 and 10 mean, and everybody's number."""

    label: str
    question: str
    ends: tuple[str, str]
    ratings: tuple[Rated, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Columns of points side by side, each under its printed head, and a scale across their foot. Points of one term
    that follow each other stand under it once. On paper it fills a page, its letters as small as that takes and can be
    read, or else goes on over pages, heads repeated."""

    columns: tuple[tuple[str, tuple[BoardPoint, ...]], ...]
    scale: RatedScale


@dataclass(frozen=True, slots=True)
class Bar:
    """An amount, such as minutes spent, and the measure beside it, such as minutes planned; `words` say both."""

    label: str
    amount: float
    measure: float
    words: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under a printed label, all drawn to one scale: each amount filled, its measure as an outline."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing that fills the rest of its page under a printed label; `described` is what it shows, in words.

    `pdf` draws it as a PDF page of a width and height in points, `png` as a picture of a width in pixels.
    """

    label: str
    described: str
    pdf: Callable[[float, float], bytes]
    png: Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys under a head, each with what it does."""

    head: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeyColumns:
    """Groups of keys side by side in two columns, their letters as small as it takes to stay on the page, as long as
    they can be read."""

    groups: tuple[KeyGroup, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Room between blocks, in points; nothing at the head of a page."""

    points: float = 16.0


Block = (
    Heading | Band | Field | Ticks | ScaleStrip | TextPart | Remark | Paragraph | Table | Card | ScaleCard | BlankCard
    | Contents | Board | Bars | KeyColumns | Picture | Gap
)  # fmt: skip


class Shape(StrEnum):
    """The paper of a section. Half pages stand side by side on a landscape page, two at a time, to be cut apart."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that begin on a new page. `title` is its bookmark; `foot` stands at the foot of each page, `mark` (such as
    "Draft") at the head of each."""

    title: str
    blocks: Sequence[Block]
    foot: str = ""
    mark: str = ""
    shape: Shape = Shape.PORTRAIT


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. Its title stands in viewers and lists of files, so that no name of the case belongs there."""

    title: str
    sections: tuple[Section, ...]
