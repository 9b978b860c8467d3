"""A document in which every kind of block stands, on every kind of paper."""

from app.export.blocks import (
    Band,
    Bar,
    Bars,
    BlankCard,
    Board,
    BoardPoint,
    Card,
    Contents,
    Document,
    Field,
    Gap,
    Heading,
    KeyColumns,
    KeyGroup,
    Paragraph,
    Picture,
    Rated,
    RatedScale,
    Remark,
    ScaleCard,
    ScaleStrip,
    Section,
    Shape,
    Table,
    TextPart,
    Ticks,
)  # fmt: skip
from tests.app.export.word.reading import picture_file

_ENDS = ("nobody knows", "everybody knows")
_POINTS = (BoardPoint("Nan rang", "Strength"), BoardPoint("Steph came", "Strength"), BoardPoint("a third thing"))
_FORM = (
    Heading("A form", "An agency", "A line about it"),
    Field("A field", "filled in"),
    Gap(),
    Table("A table", ("One", "Two"), (("a", "b"), ("c", "d")), (0.5, 0.5)),
    Ticks("Boxes", (("this", True), ("that", False))),
    ScaleStrip("A strip", 3),
    TextPart("A text", "Text\n• with a list"),
    TextPart("An empty text", ""),
    Remark("Small print"),
    Paragraph("A heading", heading=True),
    Paragraph("Running text"),
    KeyColumns((KeyGroup("Moving", (("F5", "Start"), ("F6", "More"))), KeyGroup("Windows", (("Ctrl+K", "Find"),)))),
)
_CARDS = (
    Heading("Cards", logo=False),
    Band("A band", "2 cards"),
    Gap(),
    Card("A card", "Bea", "Chosen", _ENDS, 2),
    Gap(),
    Card("A large card", large=True, answer_lines=2),
    ScaleCard("A scale", _ENDS, ("Who", "Number", "Why"), 2),
    ScaleCard("Another scale", _ENDS, ("Who", "Number"), 2),
)
_BLANK = (
    Heading("Blank cards", logo=False),
    BlankCard("A blank card", "a hint", "We want …", ("Whom would you ask?",), 2),
    BlankCard("One that repeats", lines=3, repeats=True),
)
_MAP = (
    Band("A board"),
    Board(
        (("Worries", ()), ("Well", _POINTS), ("Next", (BoardPoint("Ask Mum"),))),
        RatedScale("A scale", "How safe?", _ENDS, (Rated("Mum", 4, "own"), Rated("Nan", 4), Rated("Dad", 0))),
    ),
    Bars("Bars", (Bar("longer", 12, 8, "12 of 8"), Bar("shorter", 2, 8, "2 of 8"), Bar("none", 0, 0, "none"))),
)
_PICTURE = (Picture("A picture", "What it shows:\nthis & that", lambda _w, _h: b"", lambda _w: picture_file("PNG")),)

#: Its sections, by their titles.
EVERY_BLOCK = Document(
    "Everything",
    (
        Section("Contents", (Heading("Everything"), Contents()), "Foot"),
        Section("Form", _FORM, "Foot", "Draft"),
        Section("Cards", _CARDS, "Foot"),
        Section("Blank", _BLANK, "Foot"),
        Section("Left", _CARDS[:4], "Foot", shape=Shape.HALF),
        Section("Right", _BLANK, "Foot", shape=Shape.HALF),
        Section("Map", _MAP, "Foot", shape=Shape.LANDSCAPE),
        Section("Picture", _PICTURE, "Foot", shape=Shape.LANDSCAPE),
        Section("Last", (Paragraph("The end"),)),
    ),
)
