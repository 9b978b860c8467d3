"""People's text as Word's paragraphs: every character there, each run in the direction in which it is read."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import TypedDict, Unpack

from app.export.characters import begins_right_to_left, named, visible
from app.export.word.markup import Edges, Element, add, add_edges, add_text, twips
from app.export.word.styles import style_id

#: What XML cannot hold, and `visible` leaves as it is.
_UNHOLDABLE = re.compile("[\ufffe\uffff]")
#: Whether any letter of a text may be of a script that is written from right to left.
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_BREAKS = re.compile("([\n\t])")
BULLET = "• "


def holdable(text: str) -> str:
    """The text as a Word file can hold it: characters that it cannot are pictures or names, as on paper."""
    return _UNHOLDABLE.sub(lambda found: named(found[0]), visible(text))


class Looks(TypedDict, total=False):
    """What a paragraph has besides its style's looks. Nothing, 0 and "" leave it to the style.

    `keep` keeps it on a page with what follows, `before` is the room above it and `tab` where a tab ends at the right
    (both in points), with `dots` leading there, `align` "left", "center" or "right" as it is seen, `edges` lines around
    it.
    """

    keep: bool
    before: float
    tab: float
    dots: bool
    align: str
    edges: Edges


def paragraph(parent: Element, style: str, text: str = "", letters: str = "", **looks: Unpack[Looks]) -> Element:
    """A paragraph with a text, in which line breaks stay line breaks; `letters` is the style of its letters."""
    held = holdable(text)
    right_to_left = begins_right_to_left(held)
    made = add(parent, "p")
    layout = add(made, "pPr")
    add(layout, "pStyle", val=style_id(style))
    if looks.get("keep"):
        add(layout, "keepNext")
        add(layout, "keepLines")
    add_edges(layout, "pBdr", _mirrored(looks.get("edges", {})) if right_to_left else looks.get("edges", {}))
    if looks.get("tab"):
        leader = {"leader": "dot"} if looks.get("dots") else {}
        add(add(layout, "tabs"), "tab", val="right", **leader, pos=twips(looks["tab"]))
    if right_to_left:
        add(layout, "bidi")
    if looks.get("before"):
        add(layout, "spacing", before=twips(looks["before"]))
    if looks.get("align"):
        turned = {"left": "right", "right": "left"} if right_to_left else {}  # Word means a line's beginning and end
        add(layout, "jc", val=turned.get(looks["align"], looks["align"]))
    _runs(made, held, letters, right_to_left)
    return made


def _mirrored(edges: Edges) -> Edges:
    """A line at the beginning of what is read is at the right, where that is read from the right."""
    sides = {"left": "right", "right": "left"}
    return {sides.get(side, side): edge for side, edge in edges.items()}


def say(made: Element, text: str, letters: str = "") -> None:
    """More text at the end of a paragraph that is there."""
    held = holdable(text)
    _runs(made, held, letters, begins_right_to_left(held))


def paragraphs(parent: Element, style: str, text: str, **looks: Unpack[Looks]) -> None:
    """A paragraph for each line of a text; the room above is the first one's."""
    for line in holdable(text).split("\n"):
        paragraph(parent, style, line, **looks)
        looks.pop("before", None)


def body(parent: Element, text: str, *, before: float = 0.0, leads: bool = True) -> None:
    """Running text: a paragraph for each line, those that begin with • as a list; room above the first, in points.

    What leads into a list stays with it, but not (`leads`) in a cell, where Word would keep the whole row.
    """
    lines = holdable(text).split("\n")
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        listed = line.startswith(BULLET)
        keep = leads and not listed and following.startswith(BULLET)
        style = "List Bullet" if listed else "Normal"
        paragraph(parent, style, line.removeprefix(BULLET), keep=keep, before=before)
        before = 0.0


def _runs(made: Element, held: str, letters: str, right_to_left: bool) -> None:
    for piece, backwards in _directed(held, right_to_left):
        run = add(made, "r")
        if letters or backwards:
            looks = add(run, "rPr")
            if letters:
                add(looks, "rStyle", val=style_id(letters))
            if backwards:
                add(looks, "rtl")
        for part in _BREAKS.split(piece):
            if part in ("\n", "\t"):
                add(run, "br" if part == "\n" else "tab")
            elif part:
                add_text(run, part)


def _directed(text: str, right_to_left: bool) -> Iterator[tuple[str, bool]]:
    """The text in pieces of one direction, each with whether that is from right to left.

    What has no direction of its own (spaces, numbers, points) goes with what stands on both sides of it, else with
    the line (Unicode's bidirectional algorithm, N1 and N2); marks go with the letter that they sit on.
    """
    if not text or not (right_to_left or _FROM_THE_RIGHT.search(text)):
        if text:
            yield text, False
        return
    place = 0
    for backwards, group in groupby(_directions(text, right_to_left)):
        end = place + sum(1 for _ in group)
        yield text[place:end], backwards
        place = end


def _directions(text: str, right_to_left: bool) -> list[bool]:
    own: list[bool | None] = []
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        on_a_letter = kind == "NSM" and own
        own.append(own[-1] if on_a_letter else kind != "L" if kind in ("L", "R", "AL") else None)
    after: list[bool] = []
    following = right_to_left
    for direction in reversed(own):
        following = following if direction is None else direction
        after.append(following)
    settled: list[bool] = []
    before = right_to_left
    for direction, behind in zip(own, reversed(after), strict=True):
        before = before if direction is None else direction
        settled.append(direction if direction is not None else before if before == behind else right_to_left)
    return settled
