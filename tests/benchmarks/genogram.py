"""How fast families are laid out and drawn, and how well, beside what Graphviz makes of the same families.

Run: uv run python -m tests.benchmarks genogram      Graphviz, for the comparison: apt install graphviz
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document import Document
from app.genogram.drawing import Drawing
from app.genogram.layout import layout
from app.masking import Masking
from models.genogram import Person
from models.kin import Family
from models.session import Session
from tests.app.genogram.quality import Quality, moved, quality
from tests.benchmarks import graphviz
from tests.families import grown, looped, with_one_more
from widgets.canvas.canvas import GenogramCanvas

SIZES = {20: 5, 100: 20, 500: 80, 1000: 150}  # people: goal in milliseconds
SEEDS = {20: 10, 100: 10, 500: 3, 1000: 2}


def measure(person: Person) -> tuple[float, float]:
    """About as large as a label is."""
    return len(person.name) * 7.0, 16.0


@dataclass
class Tally:
    """What several families of one size came to."""

    seconds: list[float] = field(default_factory=list)
    found: list[Quality] = field(default_factory=list)
    moved: list[float] = field(default_factory=list)
    given_up: int = 0

    def row(self, name: str, size: int) -> str:
        """One line of the table."""
        if not self.found:
            return f"{size:6} {name:9} given up after {graphviz.PATIENCE:.0f} s"
        couples = sum(one.couples for one in self.found)
        apart = sum(len(one.apart) for one in self.found)
        counts = (
            sum(len(getattr(one, what)) for one in self.found)
            for what in ("overlaps", "crossings", "through", "on_top", "out_of_order", "wrong_row")
        )
        return (
            f"{size:6} {name:9} {1000 * median(self.seconds):8.1f} "
            + " ".join(f"{count:9}" for count in counts)
            + f" {100 * (1 - apart / max(1, couples)):9.1f}"
            + f" {100 * median(self.moved):9.1f} {100 * max(self.moved):9.1f}"
        )


HEAD = (
    f"{'people':>6} {'':9} {'ms':>8} {'overlaps':>9} {'crossings':>9} {'through':>9} {'on top':>9} {'order':>9} "
    f"{'rows':>9} {'together%':>9} {'moved%':>9} {'most%':>9}"
)


def _ours(tally: Tally, family: Family, more: Family) -> None:
    spent = []
    for _ in range(5):
        began = perf_counter()
        drawing = layout(family, measure)
        spent.append(perf_counter() - began)
    tally.seconds.append(median(spent))
    tally.found.append(quality(drawing, family))
    tally.moved.append(_share_moved(drawing, layout(more, measure, drawing.people)))


def _theirs(tally: Tally, family: Family, more: Family) -> None:
    drawing, seconds = graphviz.draw(family, measure)
    again, _ = graphviz.draw(more, measure)
    if drawing is None or again is None:
        tally.given_up += 1
        return
    tally.seconds.append(seconds)
    tally.found.append(quality(drawing, family))
    tally.moved.append(_share_moved(drawing, _beside(again, drawing)))


def _share_moved(before: Drawing, after: Drawing) -> float:
    return len(moved(before.people, after.people)) / len(before.people)


def _beside(after: Drawing, before: Drawing) -> Drawing:
    """The second drawing shifted so that most people stand where they stood: dot counts from the lower left corner."""
    kept = [(after.people[person], was) for person, was in before.people.items()]
    right, down = median(now.x - was.x for now, was in kept), median(now.y - was.y for now, was in kept)
    people = {person: replace(now, x=now.x - right, y=now.y - down) for person, now in after.people.items()}
    return Drawing(people, after.lines)


def compare(grow: Callable[[int, int], Family]) -> None:
    """The table: both on the same families, counts summed over the seeds, times medians."""
    print(HEAD)
    for size, seeds in SEEDS.items():
        ours, theirs = Tally(), Tally()
        for seed in range(seeds):
            family = grow(size, seed)
            more = with_one_more(family, seed)
            _ours(ours, family, more)
            if graphviz.available():
                _theirs(theirs, family, more)
        print(ours.row("Askwell", size) + f"   goal {SIZES[size]} ms")
        print(theirs.row("dot", size) if graphviz.available() else f"{size:6} dot       is not installed")


def timed(times: int, act: Callable[[], object]) -> float:
    """The median of several runs, in milliseconds."""
    spent = []
    for _ in range(times):
        start = perf_counter()
        act()
        spent.append((perf_counter() - start) * 1000)
    return median(spent)


def session_of(family: Family) -> Session:
    """A family as a session's."""
    return Session("benchmark", [*family.people.values(), *family.partnerships.values(), *family.children])


def key_to_repaint(app: QApplication, size: int) -> float:
    """A key that changes a family until the canvas is painted again, median in milliseconds."""
    document = Document(session_of(grown(size, 1)))
    canvas = GenogramCanvas(document, Masking(document))
    canvas.resize(1100, 600)
    canvas.show()
    app.processEvents()
    canvas.view.setFocus()

    def press() -> None:
        QTest.keyClick(canvas.view, Qt.Key.Key_X)
        canvas.view.repaint()

    return timed(21, press)


def main() -> None:
    """Print the tables and the figures beside the page's goals."""
    print("Families without loops")
    compare(grown)
    print("Families with loops: cousins who marry, children with two homes, losses")
    compare(looped)
    app = QApplication.instance() or QApplication([])
    print(f"key press to repaint, 100 people   {key_to_repaint(app, 100):.1f} ms   goal 50 ms")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
