"""How each kind of paragraph looks, as Word's styles: whoever edits the document changes all of a kind at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from app.export.look import EDGE, INK, SOFT, WHITE, Colour, Look
from app.export.word.markup import Edge, Edges, Element, add, add_edges, add_fill, clear, in_hex, twips

#: On every office computer. It has Arabic and Hebrew letters as well; Word finds a font for every other script.
FONT = "Arial"
#: In which Windows has ☑ and ☐.
SYMBOLS = "Segoe UI Symbol"
LANGUAGE = "en-GB"
#: What is printed beside a card or in a box stands this far from its edge, in points.
PAD = 9.0
CARD_INDENT = 14.0
_BULLETS = 1
#: Styles that Word knows by these names; all others are ours.
_WORDS_OWN = (
    "Normal",
    "List Bullet",
    "heading 1",
    "heading 2",
    "heading 3",
    "Subtitle",
    "toc 1",
    "header",
    "footer",
    "Strong",
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large things are written, in points: running text, tables, cards, cards for a visit, small print, what is
    known of a card, titles, what stands in the margins, and from one line to write on to the next."""

    body: float
    table: float
    card: float
    visit: float
    small: float
    about: float
    title: float
    margin: float
    line: float

    @property
    def bullet(self) -> float:
        """How far the lines of a list are from its bullets' edge."""
        return 1.15 * self.body


NORMAL = Sizes(body=10.5, table=10, card=11, visit=17, small=9, about=8.5, title=22, margin=8, line=21)
LARGE = Sizes(body=18, table=18, card=18, visit=22, small=18, about=18, title=28, margin=16, line=34)


@dataclass(frozen=True, slots=True)
class Style:
    """The style of a paragraph or of letters: `name` as people read it, lengths in points; no size is that of what is
    around. `level` is that of a heading, from 0; `bold` letters stay so or not whatever is around them."""

    name: str
    size: float
    leading: float = 1.4  # of the size
    bold: bool = False
    colour: Colour = INK
    before: float = 0.0
    indent: float = 0.0
    hanging: float = 0.0
    indent_right: float = 0.0
    keeps: bool = False
    level: int | None = None
    bullets: bool = False
    align: str = ""
    fill: Colour | None = None
    edges: Edges = field(default_factory=dict)
    font: str = ""


@cache
def style_id(name: str) -> str:
    """The name by which paragraphs refer to a style."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _styles(look: Look, sizes: Sizes) -> Iterator[Style]:
    """Every style of paragraphs; the first is everyone's ground."""
    box = Edge(0.5, EDGE, 4)
    side = Edge(0.5, EDGE, PAD - 0.5)
    yield Style("Normal", sizes.body)
    yield Style("List Bullet", sizes.body, indent=sizes.bullet, hanging=sizes.bullet, before=2, bullets=True)
    yield Style("heading 1", sizes.title, 1.27, bold=True, before=4, keeps=True, level=0)
    yield Style(
        "heading 2", sizes.body, bold=True, keeps=True, level=1, indent=PAD, indent_right=PAD,
        fill=look.tint, edges={"top": box, "left": side, "bottom": box, "right": side},
    )  # fmt: skip
    yield Style("heading 3", sizes.body, bold=True, colour=look.accent, keeps=True, level=2)
    yield Style("Subtitle", sizes.body, colour=SOFT, keeps=True)
    yield Style("Issuer", max(sizes.body, 11), bold=True, colour=look.accent, keeps=True)
    yield Style("Small print", sizes.small, colour=SOFT)
    yield Style("Label", sizes.body, bold=True)
    yield Style("Scale name", sizes.small, align="center", keeps=True)
    yield Style("Table text", sizes.table)
    yield Style("Table head", sizes.small, bold=True, colour=look.accent, keeps=True)
    yield Style("header", max(sizes.margin, 10), bold=True, colour=look.accent, align="right")
    yield Style("footer", sizes.margin, colour=SOFT, edges={"top": Edge(0.5, EDGE, 6)})
    yield Style("toc 1", sizes.body, before=5)
    yield Style("Gap", 1)
    yield Style("Bar", 4, before=2)
    yield Style("Board term", sizes.small, 1.3, bold=True, colour=look.accent, before=4)
    yield Style("Board point", sizes.small, 1.3, indent=sizes.bullet, hanging=sizes.bullet, bullets=True)
    yield Style("Card label", sizes.body, bold=True, colour=look.accent)
    yield from _card_styles(sizes)


def _card_styles(sizes: Sizes) -> Iterator[Style]:
    """What cards are written in, on a sheet and, larger, on one for a visit."""
    dots = Edge(1, SOFT, 0, dotted=True)
    for kind, size, line in (("", sizes.card, sizes.line), (" for a visit", sizes.visit, sizes.line * 1.43)):
        yield Style(f"Card{kind}", size, indent=CARD_INDENT)
        yield Style(f"Answer{kind}", size, line / size, indent=CARD_INDENT, edges={"bottom": dots, "between": dots})
        yield Style(f"Scale number{kind}", size - 0.5, align="center")
        yield Style(f"Scale end{kind}", max(sizes.small, round(size * 0.8)), colour=SOFT)
    yield Style("Blank line", sizes.body, sizes.line / sizes.body, edges={"bottom": dots, "between": dots})
    yield Style("Card question", sizes.body, sizes.line / sizes.body, colour=SOFT)
    yield Style("Card about", sizes.about, colour=SOFT, indent=CARD_INDENT, keeps=True)


def write_styles(styles: Element, look: Look, sizes: Sizes) -> None:
    """Put our styles in the place of those that a new document begins with."""
    clear(styles)
    _defaults(styles, sizes)
    for style in _styles(look, sizes):
        _paragraph_style(styles, style)
    _named(styles, "character", "Default Paragraph Font", default=1)
    for style in (
        Style("Aside", sizes.small, colour=SOFT),
        Style("Strong", 0, bold=True, colour=look.accent),
        Style("Mark", sizes.about, bold=True, colour=WHITE, fill=look.accent),
        Style("Tick box", round(sizes.body * 1.4), font=SYMBOLS),
    ):
        _letter_style(styles, style)
    _table_styles(styles)


def _defaults(styles: Element, sizes: Sizes) -> None:
    defaults = add(styles, "docDefaults")
    letters = add(add(defaults, "rPrDefault"), "rPr")
    add(letters, "rFonts", ascii=FONT, hAnsi=FONT, cs=FONT)
    _size(letters, sizes.body)
    add(letters, "lang", val=LANGUAGE)
    add(add(add(defaults, "pPrDefault"), "pPr"), "spacing", before=0, after=0)


def _size(letters: Element, points: float) -> None:
    """The size of letters, of complex scripts too. Half points."""
    add(letters, "sz", val=round(points * 2))
    add(letters, "szCs", val=round(points * 2))


def _named(styles: Element, kind: str, name: str, based: str = "", **more: object) -> Element:
    ours = {} if "default" in more or name in _WORDS_OWN else {"customStyle": 1}
    made = add(styles, "style", type=kind, **more, **ours, styleId=style_id(name))
    add(made, "name", val=name)
    if based:
        add(made, "basedOn", val=based)
    return made


def _paragraph_style(styles: Element, style: Style) -> None:
    ground = style.name == "Normal"
    made = _named(styles, "paragraph", style.name, "" if ground else "Normal", **({"default": 1} if ground else {}))
    if style.level is not None:
        add(made, "next", val="Normal")
    add(made, "qFormat")
    _layout(add(made, "pPr"), style)
    _letters(add(made, "rPr"), style)


def _layout(layout: Element, style: Style) -> None:
    if style.keeps:
        add(layout, "keepNext")
    if style.bullets:
        add(add(layout, "numPr"), "numId", val=_BULLETS)
    add_edges(layout, "pBdr", style.edges)
    if style.fill is not None:
        add_fill(layout, style.fill)
    leading = twips(style.size * style.leading)
    add(layout, "spacing", before=twips(style.before), line=leading, lineRule="atLeast")
    if style.indent or style.indent_right:
        sides = {"left": twips(style.indent), "right": twips(style.indent_right)}
        add(layout, "ind", **sides, **({"hanging": twips(style.hanging)} if style.hanging else {}))
    if style.align:
        add(layout, "jc", val=style.align)
    if style.level is not None:
        add(layout, "outlineLvl", val=style.level)


def _letters(letters: Element, style: Style) -> None:
    if style.font:
        add(letters, "rFonts", ascii=style.font, hAnsi=style.font, eastAsia=style.font, cs=style.font)
    add(letters, "b", val=int(style.bold))
    add(letters, "bCs", val=int(style.bold))
    add(letters, "color", val=in_hex(style.colour))
    if style.size:
        _size(letters, style.size)


def _letter_style(styles: Element, style: Style) -> None:
    """A style for a part of a paragraph; a ground behind it is a little wider than its letters."""
    made = _named(styles, "character", style.name)
    add(made, "qFormat")
    letters = add(made, "rPr")
    _letters(letters, style)
    if style.fill is not None:
        add(letters, "bdr", val="single", sz=12, space=0, color=in_hex(style.fill))
        add_fill(letters, style.fill)


def _table_styles(styles: Element) -> None:
    """The grids of forms and of scales, and the one that Word wants to be there for tables without a style."""
    plain = _named(styles, "table", "Normal Table", default=1)
    _cell_margins(add(plain, "tblPr"), 0.0, 0.0)
    for name, across in (("Form grid", PAD), ("Scale grid", 0.0)):
        looks = add(_named(styles, "table", name, style_id("Normal Table")), "tblPr")
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        add_edges(looks, "tblBorders", dict.fromkeys(sides, Edge(0.5, EDGE)))
        _cell_margins(looks, 5.0, across)


def _cell_margins(looks: Element, upright: float, across: float) -> None:
    margins = add(looks, "tblCellMar")
    for side, points in (("top", upright), ("left", across), ("bottom", upright), ("right", across)):
        add(margins, side, w=twips(points), type="dxa")


def write_numbering(numbering: Element, look: Look, sizes: Sizes) -> None:
    """The one list there is: bullets, also from right to left."""
    clear(numbering)
    list_of = add(numbering, "abstractNum", abstractNumId=0)
    add(list_of, "multiLevelType", val="singleLevel")
    level = add(list_of, "lvl", ilvl=0)
    add(level, "start", val=1)
    add(level, "numFmt", val="bullet")
    add(level, "pStyle", val=style_id("List Bullet"))
    add(level, "lvlText", val="•")
    add(level, "lvlJc", val="left")
    add(add(level, "pPr"), "ind", left=twips(sizes.bullet), hanging=twips(sizes.bullet))
    add(add(level, "rPr"), "color", val=in_hex(look.accent))
    add(add(numbering, "num", numId=_BULLETS), "abstractNumId", val=0)
