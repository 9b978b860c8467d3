"""How fast the genogram is: layout at 20, 100 and 500 people, and a key press to the repainted canvas at 100.

Run: uv run python -m tests.benchmarks.genogram
"""

import os
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document import Document
from app.genogram.layout import layout
from app.masking import Masking
from models.genogram import ChildOf, Gender, Partnership, Person
from models.kin import Family, family_of
from models.session import Session
from widgets.canvas.canvas import GenogramCanvas


def grown(size: int) -> Session:
    """A family of that many people: couples with three children, of whom two find partners, one with parents."""
    entities: list[object] = []
    count = 0

    def person(age: int, gender: Gender) -> str:
        nonlocal count
        count += 1
        entities.append(Person(f"p{count}", f"Name{count}", gender, str(age), rank=count))
        return f"p{count}"

    def couple(one: str, other: str) -> str:
        entities.append(Partnership(f"c{one}", one, other, rank=len(entities)))
        return f"c{one}"

    waiting = [(couple(person(90, Gender.MALE), person(88, Gender.FEMALE)), 60)]
    while count < size and waiting:
        parents, age = waiting.pop(0)
        for place in range(3):
            gender = Gender.MALE if place % 2 else Gender.FEMALE
            child = person(age - 2 * place, gender)
            entities.append(ChildOf(f"d{child}", child, parents))
            if place < 2 and count < size:
                other = person(age, Gender.FEMALE if place else Gender.MALE)
                waiting.append((couple(child, other), age - 25))
                if place and count < size:
                    theirs = couple(person(age + 25, Gender.MALE), person(age + 24, Gender.FEMALE))
                    entities.append(ChildOf(f"d{other}", other, theirs))
    return Session("benchmark", entities)  # type: ignore[arg-type]


def quality(family: Family) -> str:
    """Couples with nobody between them, in per cent."""
    drawing = layout(family, lambda person: (len(person.name) * 7.0, 16.0))
    rows: dict[int, list[str]] = {}
    for placed in sorted(drawing.people.values(), key=lambda placed: placed.x):
        rows.setdefault(placed.row, []).append(placed.id)
    place = {person: number for row in rows.values() for number, person in enumerate(row)}
    both = [family.partners(couple) for couple in family.partnerships.values()]
    pairs = [pair for pair in both if len(pair) == 2]
    near = sum(abs(place[one] - place[other]) == 1 for one, other in pairs)
    return f"{100 * near / max(1, len(pairs)):.0f} % of couples side by side"


def timed(times: int, act: object) -> float:
    """The median of several runs, in milliseconds."""
    spent = []
    for _ in range(times):
        start = perf_counter()
        act()  # type: ignore[operator]
        spent.append((perf_counter() - start) * 1000)
    return median(spent)


def key_to_repaint(app: QApplication) -> float:
    """A key that changes a family of 100 until the canvas is painted again, median in milliseconds."""
    document = Document(grown(100))
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
    """Print the figures beside the page's goals."""
    for size, goal in ((20, 5), (100, 20), (500, 80), (1000, 150)):
        family = family_of(grown(size))
        spent = timed(9, lambda family=family: layout(family, lambda person: (len(person.name) * 7.0, 16.0)))
        print(f"layout of {len(family.people):4} people   {spent:7.1f} ms   goal {goal} ms   {quality(family)}")
    app = QApplication.instance() or QApplication([])
    print(f"key press to repaint, 100 people   {key_to_repaint(app):.1f} ms   goal 50 ms")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
