"""Boxes that are ticked with a click in Word, and are ☑ or ☐ everywhere else."""

from lxml import etree

from app.export.word.markup import Element, add
from app.export.word.styles import SYMBOLS
from app.export.word.words import holdable, say

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TICKED, _OPEN = "☑", "☐"


def tick_box(paragraph: Element, name: str, ticked: bool) -> None:
    """A box at the end of a paragraph; `name` is what people who do not see it hear."""
    control = add(paragraph, "sdt")
    looks = add(control, "sdtPr")
    add(looks, "alias", val=holdable(name))
    box = etree.SubElement(looks, f"{_W14}checkbox")
    etree.SubElement(box, f"{_W14}checked").set(f"{_W14}val", str(int(ticked)))
    for state, sign in (("checkedState", _TICKED), ("uncheckedState", _OPEN)):
        shown = etree.SubElement(box, f"{_W14}{state}")
        shown.set(f"{_W14}val", f"{ord(sign):04X}")
        shown.set(f"{_W14}font", SYMBOLS)
    say(add(control, "sdtContent"), _TICKED if ticked else _OPEN, "Tick box")
