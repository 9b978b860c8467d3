"""A process that types into a session without end, to be killed: what it is told is kept, it says.

Arguments: data folder, seed. Prints a line "kept N" whenever everything up to entry N is announced as kept.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from app.document import Document
from app.keeper import Keeper
from app.library import Library
from models.cards import Card, CardKind
from models.session import Session, Unfinished

SESSION = "typed"


def main(data_dir: Path, seed: int) -> None:
    """Type until killed: cards, half-typed text, changed cards, undo."""
    app = QCoreApplication([])
    chance = random.Random(seed)
    session = Session(SESSION)
    document = Document(session)
    library = Library(data_dir)
    library.start()
    library.add(session)
    keeper = Keeper(document, library, delay=30)
    typed = 0

    def type_one() -> None:
        nonlocal typed
        typed += 1
        card = Card(f"c{typed}", "working-well", CardKind.QUESTION, "", f"Card {typed}", typed)
        document.add("Add card", card)
        document.set_quietly(Unfinished("Card text"), text=f"after {typed}")
        if typed > 1 and chance.random() < 0.3:
            document.set("Mark", replace(card), strongest=True)
            document.undo_stack.undo()

    def told(_at: object) -> None:
        waiting = {change.id for change in keeper._waiting if change.kind is Card}
        sys.stdout.write(f"kept {typed - len(waiting)}\n")
        sys.stdout.flush()

    keeper.kept.connect(told)
    timer = QTimer()
    timer.timeout.connect(type_one)
    timer.start(7)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
