"""A thousand cards: first paint and scrolling of the list, and opening a session of 30 people to write into.

Run as `python -m tests.benchmarks.cards`. Every figure is the median of several, in milliseconds.
"""

import os
from collections.abc import Callable
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.open_session import OpenSession
from tests.widgets.rooms import crowd, open_room
from widgets.cards.card_list import CardList
from widgets.cards.card_model import CardModel
from widgets.workspaces.write import WriteWorkspace

CARDS = 1_000
PEOPLE = 30


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that a piece of work takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def settle() -> None:
    """Let everything that waits be done."""
    for _ in range(200):
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shown_list(room: OpenSession) -> CardList:
    """A list of the room's cards, painted once."""
    model = CardModel(room)
    cards = CardList(model)
    cards.resize(420, 560)
    model.show_step("well")
    cards.show()
    cards.grab()
    return cards


def list_figures(room: OpenSession) -> tuple[float, float, float]:
    """First paint of the list; one page of scrolling with its repaint; one card more with its repaint."""
    first, scrolls = [], []
    for _ in range(7):
        held: list[CardList] = []
        first.append(timed(lambda held=held: held.append(shown_list(room))))  # type: ignore[misc]
        cards = held[0]
        settle()
        bar = cards.verticalScrollBar()
        for place in range(40):
            bar.setValue(bar.maximum() * place // 40)
            scrolls.append(timed(cards.viewport().repaint))
        cards.deleteLater()
        settle()
    return median(first), median(scrolls), max(scrolls)


def workspace_figures() -> tuple[float, float, float]:
    """Opening the writing workspace until it is painted; a key pressed; a card added by Enter."""
    opened, keys, adds = [], [], []
    for _ in range(5):
        room = open_room(crowd(PEOPLE, CARDS), "well", "write")
        held: list[WriteWorkspace] = []

        def open_it(room: OpenSession = room, held: list[WriteWorkspace] = held) -> None:
            workspace = WriteWorkspace(room)
            workspace.resize(900, 560)
            workspace.enter(room.engine.step, room.engine.phase)
            workspace.show()
            workspace.grab()
            held.append(workspace)

        opened.append(timed(open_it))
        settle()
        workspace = held[0]
        text = workspace.entry.text
        keys += [timed(lambda text=text: QTest.keyClick(text, "a")) for _ in range(20)]  # type: ignore[misc]
        for _ in range(5):
            QTest.keyClicks(workspace.entry.text, "What else?")
            adds.append(timed(lambda: (QTest.keyClick(workspace.entry.text, Qt.Key.Key_Return), workspace.repaint())))  # noqa: B023
        workspace.deleteLater()
        settle()
    return median(opened), median(keys), median(adds)


def main() -> None:
    """Print the figures beside their goals."""
    app = QApplication.instance() or QApplication([])
    room = open_room(crowd(PEOPLE, CARDS), "well", "write")
    shown_list(open_room(crowd(2, 2))).deleteLater()  # fonts are loaded once, and not by a list
    settle()
    first, scroll, worst = list_figures(room)
    opened, key, add = workspace_figures()
    print(f"{CARDS} cards, first paint             {first:7.1f} ms   goal 20")
    print(f"{CARDS} cards, scroll and repaint      {scroll:7.1f} ms   goal 4 (worst {worst:.1f})")
    print(f"write workspace, {PEOPLE} people        {opened:7.1f} ms   goal 100, session and all")
    print(f"key pressed in Card text          {key:7.2f} ms")
    print(f"card added among {CARDS}             {add:7.1f} ms")
    del app


if __name__ == "__main__":
    main()
