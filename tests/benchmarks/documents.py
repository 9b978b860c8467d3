"""The documents beside a bare reportlab canvas that draws the same strings and lines, and what they do to the window.

Run as `python -m tests.benchmarks.documents`. Times are medians in milliseconds; the fonts are read beforehand, and
both sides embed the same ones and write the same kind of streams.
"""

import json
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from statistics import median
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication

from app import resources
from app.export import ExportOptions, Sheets, export
from models.cards import Audience, Card, CardKind
from models.drafting import draft_record
from models.people import Participant, Role
from models.session import Session
from models.session_file import session_from_plain

OPTIONS = ExportOptions(agency_name="Northbrook Children’s Services")
PROCESS = resources.process("group_supervision")
_STEPS = {
    "working-well": CardKind.QUESTION,
    "scales": CardKind.SCALING_QUESTION,
    "harm": CardKind.HARM_QUESTION,
    "danger": CardKind.DANGER_STATEMENT,
    "safety-goals": CardKind.SAFETY_GOAL,
}


def practice() -> Session:
    """The practice session with its record drafted."""
    session = session_from_plain(json.loads(resources.text("practice_session.json")))
    session.apply(draft_record(session))
    return session


def crowd() -> Session:
    """Thirty people and a thousand cards, the questions for forty people and their kinds."""
    people = [Participant(f"p{place}", f"Person {place}", Role.OBSERVER, place) for place in range(30)]
    words = "When things went well last week, what did she do that you noticed, and who else would have seen it?"
    ends = "Somebody sober is there every night, and knows whom to ring", "Nobody wakes, and nobody comes"
    cards = [
        Card(
            f"c{place}", step, kind, f"p{place % 30}", f"{place}: {words}", place, list(Audience)[place % 5],
            f"Relative {place % 40}", ten=ends[0] if step == "scales" else "", zero=ends[1] if step == "scales" else "",
            chosen=place % 9 == 0,
        )
        for place, (step, kind) in enumerate(list(_STEPS.items()) * 200)
    ]  # fmt: skip
    return Session("crowd", [*people, *cards])


def drawn_marks(work: Callable[[], object]) -> list[list[object]]:
    """The marks of each page that an export draws."""
    from app.export.pdf import drawing

    seen: list[list[object]] = []
    draw_page = drawing._Pen.draw
    drawing._Pen.draw = lambda pen, page: (seen.append(page.marks), draw_page(pen, page))[1]  # type: ignore[method-assign]
    try:
        work()
    finally:
        drawing._Pen.draw = draw_page  # type: ignore[method-assign]
    return seen


def bare(pages: list[list[object]]) -> bytes:
    """The same pages by the plain calls of a reportlab canvas."""
    from reportlab.pdfgen.canvas import Canvas

    from app.export.pdf.pages import Box, Ring, Stroke, Words
    from app.export.pdf.paper import A4

    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, initialFontName="NotoSans-Regular")
    for page in pages:
        for mark in page:
            if isinstance(mark, Words):
                for font, text in mark.line.runs:
                    canvas.setFont(font, mark.size)
                    canvas.drawString(mark.x, A4[1] - mark.y, text)
            elif isinstance(mark, Stroke):
                canvas.line(mark.x1, A4[1] - mark.y1, mark.x2, A4[1] - mark.y2)
            elif isinstance(mark, Box):
                canvas.rect(mark.x, A4[1] - mark.y - mark.height, mark.width, mark.height)
            elif isinstance(mark, Ring):
                canvas.circle(mark.x, A4[1] - mark.y, mark.radius)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def timed(work: Callable[[], object], runs: int) -> float:
    """The median milliseconds that a piece of work takes."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def longest_pause(work: Callable[[], object] | None) -> float:
    """The longest time in milliseconds between two turns of the event loop while another thread works."""
    app = QCoreApplication.instance() or QGuiApplication([])
    turns: list[float] = []
    ticker = QTimer()
    ticker.timeout.connect(lambda: turns.append(perf_counter()))
    ticker.start(1)
    thread = threading.Thread(target=work or (lambda: threading.Event().wait(0.3)))
    thread.start()
    while thread.is_alive():
        app.processEvents()
    ticker.stop()
    return max((after - before) * 1000 for before, after in pairwise(turns))


def main() -> None:
    """Print the figures."""
    practice_session, full_session = practice(), crowd()

    def sheets(kind: Sheets, session: Session, **more: Any) -> Callable[[], bytes]:
        return lambda: export(session, PROCESS, "sheets-pdf", replace(OPTIONS, sheets=kind, **more))

    makers: dict[str, Callable[[], bytes]] = {
        "record, practice session": lambda: export(practice_session, PROCESS, "record-pdf", OPTIONS),
        "all cards, practice session": sheets(Sheets.ALL_CARDS, practice_session),
        **{f"{kind.value}, 1,000 cards": sheets(kind, full_session) for kind in Sheets},
        "pack of halves, 1,000 cards": sheets(Sheets.PACK, full_session, two_up=True),
        "large pack, 1,000 cards": sheets(Sheets.PACK, full_session, large_print=True),
    }
    sys.setswitchinterval(0.001)  # as main.py does
    idle = longest_pause(None)
    first = longest_pause(makers["record, practice session"])
    for name, make in makers.items():
        pages = drawn_marks(make)
        runs = 5 if len(pages) > 50 else 21
        floor = timed(lambda pages=pages: bare(pages), runs)  # type: ignore[misc]
        ours = timed(make, runs)
        pause = median(longest_pause(make) for _ in range(5))
        print(f"{name:28} {len(pages):4} pages   bare {floor:7.1f}   ours {ours:7.1f}   {ours / floor:4.2f} x   "
              f"longest pause {pause:5.1f}")  # fmt: skip
    in_word = {
        "record in Word, practice session": lambda: export(practice_session, PROCESS, "record-docx", OPTIONS),
        "all cards in Word, 1,000 cards": lambda: export(full_session, PROCESS, "sheets-docx", OPTIONS),
        "session pack in Word, 1,000 cards": lambda: export(full_session, PROCESS, "pack-docx", OPTIONS),
    }
    for name, make in in_word.items():
        make()  # imports
        pause = median(longest_pause(make) for _ in range(5))
        print(f"{name:45} ours {timed(make, 5):7.1f}            longest pause {pause:5.1f}")
    print(f"longest pause at the first export, imports and fonts included: {first:.1f}; of an idle loop: {idle:.1f}")


if __name__ == "__main__":
    main()
