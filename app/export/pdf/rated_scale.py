"""A scale on paper with everybody's number at its place: names over the line, what 0 and 10 mean under it."""

from collections.abc import Sequence
from itertools import zip_longest

from app.export.blocks import Rated, RatedScale
from app.export.look import INK, SOFT
from app.export.pdf.lines import Line
from app.export.pdf.pages import Box, Flow, Ring, Stroke, Words

_QUESTION, _WORDS = 9.5, 8.0
_LEADING = 1.25
#: Between names, and around the line: above it for the marks, under it for the numbers.
_APART, _MARKS, _NUMBERS = 2.0, 12.0, 18.0
#: Names stand over the line where each number has this much room, and all of them need no more of a page than that.
_NARROWEST, _TALLEST = 52.0, 0.24
_SIDE = 0.46


class RatedScaleOnPaper:
    """A scale laid out; `height` is what it takes in all."""

    def __init__(self, flow: Flow, block: RatedScale) -> None:
        self.flow = flow
        self.small = flow.readable(_WORDS)
        self.asked = flow.readable(_QUESTION)
        self.slot = flow.width / 11
        asked = ": ".join(filter(None, (block.label, block.question)))
        self.question = list(flow.typesetter.lines(asked, self.asked, flow.width, bold=True))
        zero, ten = (list(flow.typesetter.lines(end, self.small, flow.width * _SIDE)) for end in block.ends)
        self.ends = list(zip_longest(zero, ten))
        by_number = [[rated for rated in block.ratings if rated.value == number] for number in range(11)]
        self.own = {rated.value for rated in block.ratings if rated.mark}
        self.names = [[self._name(rated) for rated in ratings] for ratings in by_number]
        self.listed: list[Line] = []
        if self.slot < _NARROWEST or self._names_high > _TALLEST * flow.full_room:
            self.names = [[self._lines(_count(ratings), False)] if ratings else [] for ratings in by_number]
            for number, ratings in enumerate(by_number):
                self.listed += self._list(number, ratings)

    def _name(self, rated: Rated) -> list[Line]:
        """Who gave the number, the number, and whose it is."""
        marked = bool(rated.mark)
        name = self._lines(f"{rated.name} {rated.value}", marked)
        return [*name, *self._lines(rated.mark, False)] if marked else name

    def _lines(self, text: str, bold: bool) -> list[Line]:
        return list(self.flow.typesetter.lines(text, self.small, self.slot - 4, bold))

    def _list(self, number: int, ratings: Sequence[Rated]) -> list[Line]:
        """Everybody who gave a number, where there is no room over the line."""
        names = "; ".join(f"{rated.name} ({rated.mark})" if rated.mark else rated.name for rated in ratings)
        return list(self.flow.typesetter.lines(f"{number}: {names}", self.small, self.flow.width)) if names else []

    @property
    def _leading(self) -> float:
        return self.small * _LEADING

    @property
    def _names_high(self) -> float:
        return max(map(self._stack_high, self.names))

    def _stack_high(self, names: Sequence[Sequence[Line]]) -> float:
        return sum(len(lines) * self._leading + _APART for lines in names)

    @property
    def height(self) -> float:
        """Points from top to bottom, were it all on one page."""
        asked = len(self.question) * self.asked * _LEADING + 3
        return asked + self._line_high + (len(self.ends) + len(self.listed)) * self._leading + 2

    @property
    def _line_high(self) -> float:
        return self._names_high + _MARKS + _NUMBERS

    def draw(self) -> None:
        """Put it on the flow; it goes on over pages where it must."""
        flow = self.flow
        flow.text(self.question, self.asked, self.asked * _LEADING)
        flow.y += 3
        flow.keep(self._line_high)
        self._line()
        for zero, ten in self.ends:
            if self._leading > flow.room:
                flow.new_page()
            if zero is not None:
                flow.add(Words(flow.left, flow.y + self.small, zero, self.small, SOFT))
            if ten is not None:
                right = flow.left + flow.width - ten.width * self.small / 1000
                flow.add(Words(right, flow.y + self.small, ten, self.small, SOFT))
            flow.y += self._leading
        flow.y += 2
        flow.text(self.listed, self.small, self._leading)

    def _line(self) -> None:
        """Names, marks, the line and its numbers."""
        flow = self.flow
        at = flow.y + self._names_high + _MARKS - 6
        flow.add(Stroke(self._x(0), at, self._x(10), at, 1.0, INK))
        for number, names in enumerate(self.names):
            x = self._x(number)
            flow.add(Stroke(x, at - 4, x, at + 4, 1.0, INK))
            line = flow.typesetter.line(str(number), bold=number in self.own)
            self._centred(line, x, at + 6 + self.small)
            if names:
                flow.add(Box(x - 3.2, at - 3.2, 6.4, 6.4, fill=flow.look.accent, radius=3.2))
            if number in self.own:
                flow.add(Ring(x, at, 6.0, flow.look.accent, 1.4))
            y = at - _MARKS + 6 - self._stack_high(names)
            for lines in names:
                for line in lines:
                    self._centred(line, x, y + self.small)
                    y += self._leading
                y += _APART
        flow.y = at + 6 + _NUMBERS - 6

    def _centred(self, line: Line, x: float, y: float) -> None:
        self.flow.add(Words(x - line.width * self.small / 2000, y, line, self.small))

    def _x(self, number: int) -> float:
        return self.flow.left + self.slot * (number + 0.5)


def _count(ratings: Sequence[Rated]) -> str:
    return "1 person" if len(ratings) == 1 else f"{len(ratings)} people"
