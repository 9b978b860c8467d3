"""How fast families are laid out and drawn, and how well, beside what Graphviz makes of the same families.

Run: uv run python -m tests.benchmarks genogram      Graphviz, for the comparison: apt install graphviz
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QPicture
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document import Document
from app.genogram.drawing import Drawing
from app.genogram.layout import layout
from app.genogram.look import Look
from app.genogram.paint import paint_genogram
from app.masking import Masking
from models.family_words import family_in_words
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


def shown(size: int) -> GenogramCanvas:
    """A canvas with a family on it, painted once, on which nothing glides."""
    document = Document(session_of(grown(size, 1)))
    canvas = GenogramCanvas(document, Masking(document))
    canvas.view.less_motion = True
    canvas.resize(1100, 620)
    canvas.show()
    QApplication.processEvents()
    canvas.view.setFocus()
    return canvas


def key_to_repaint(canvas: GenogramCanvas) -> float:
    """Enter at the end of a child's line until the picture with one more person is painted, median in milliseconds."""
    spent = []
    for number in range(11):
        canvas.control.run("child")
        if canvas.foot.field.isHidden():  # of which partner?
            QTest.keyClick(canvas.view, Qt.Key.Key_1)
        canvas.foot.field.setText(f"Child {number} 5 f")
        began = perf_counter()
        QTest.keyClick(canvas.foot.field, Qt.Key.Key_Return)
        canvas.view.repaint()
        spent.append(1000 * (perf_counter() - began))
        QApplication.processEvents()
        canvas.control.focus_on(next(iter(canvas.control.family.people)))
    return median(spent)


def repaints(canvas: GenogramCanvas) -> tuple[float, float, float]:
    """Medians in milliseconds: the picture built and painted; all of it painted anew; the same strokes replayed."""
    view, drawing, family = canvas.view, canvas.view.drawing, canvas.control.family
    look = Look()

    def build() -> None:
        view.show_family(drawing, family, look)
        view.repaint()

    picture = QPicture()
    painter = QPainter(picture)
    paint_genogram(painter, drawing, family, look)
    painter.end()
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)

    def replay() -> None:
        onto = QPainter(image)
        onto.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture.play(onto)
        onto.end()

    return timed(7, build), timed(21, view.repaint), timed(7, replay)


def dragged(canvas: GenogramCanvas) -> float:
    """A dragged person's step until it is painted, median in milliseconds."""
    view = canvas.view
    view.zoom(4.0)
    view.show_focus(canvas.control.focus)
    view.repaint()
    at = view.place_of(canvas.control.focus).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    for way in range(12):
        QTest.mouseMove(view, at + QPoint(2 * way, 0))
        QApplication.processEvents()
    spent = []
    for way in range(40):
        began = perf_counter()
        QTest.mouseMove(view, at + QPoint(20 + way, 0))
        QApplication.processEvents()
        spent.append(1000 * (perf_counter() - began))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at)
    return median(spent)


def main() -> None:
    """Print the tables and the figures beside the page's goals."""
    print("Families without loops")
    compare(grown)
    print("Families with loops: cousins who marry, children with two homes, losses")
    compare(looped)
    held = QApplication.instance() or QApplication([])
    print(
        f"{'people':>6} {'key to repaint':>15} {'built':>8} {'repaint':>8} {'replay':>8} {'drag':>8} {'words':>9}   ms"
    )
    for size in (20, 100, 500):
        canvas = shown(size)
        pressed, (built, repaint, replay), drag = key_to_repaint(canvas), repaints(canvas), dragged(canvas)
        said = timed(5, lambda canvas=canvas: family_in_words(canvas.control.family))
        print(f"{size:6} {pressed:15.1f} {built:8.1f} {repaint:8.2f} {replay:8.1f} {drag:8.2f} {said:9.1f}")
    print("goals: key 50 at 100 people; built 25, repaint 1.2 x replay, drag 0.5 at 500")
    del held


if __name__ == "__main__":
    main()
