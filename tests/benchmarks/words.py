"""What looks through words: names to check, names hidden, where sentences came from, letters that no font has.

Run as `python -m tests.benchmarks.words`. Times are medians in milliseconds, everything read beforehand.
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from app import resources
from app.export import missing_characters
from models.drafting import draft_record
from models.hidden_names import CaseNames
from models.likely_names import likely_names
from models.mapping import Column, MapPoint
from models.provenance import origins
from models.record import NextStep, Part
from models.second_look import names_to_check
from models.session import Session


def timed(work: Callable[[], object], runs: int = 7) -> float:
    """The median milliseconds that a piece of work takes."""
    work()
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def long_record() -> Session:
    """A thousand points under "working well", and as many next steps, drafted."""
    said, step = "On day {} Gran stayed and saw how calm it was", "Ask Zofia {} about the evenings with her sister"
    points = [MapPoint(f"p{n}", Column.WORKING_WELL, said.format(n), n) for n in range(1000)]
    steps = [NextStep(f"s{n}", step.format(n), "5 October 2026", "Wren", n) for n in range(1000)]
    session = Session("long", [*points, *steps])
    session.apply(draft_record(session))
    return session


def main() -> None:
    """Print the figures."""
    session, process, words = long_record(), resources.process("group_supervision"), resources.common_words()
    cards = [f"{n}: When did রহিমা feel safe, and who saw it? 李小龙 ཀ " * 3 for n in range(1000)]
    begins = [one + two for one in ("Ba", "Ri", "To", "Ne", "Lu") for two in ("ka", "mi", "so", "re")]
    names = [f"{begin}{end} Sur{begin.lower()}" for begin in begins for end in "anlstkxdbm"]
    lines = ["We spoke of Bakan’s und Ængström story, and of what the group has learnt in an hour"] * 200

    def hidden() -> list[str]:
        hides = CaseNames(names, (), words)
        return [hides.hidden_in(line, likely_names(line, words, ["Bea"])) for line in lines]

    works: dict[str, Callable[[], object]] = {
        "where 1,000 sentences came from": lambda: origins(session, process, Part.WORKING_WELL),
        "names to check in 1,000 steps": lambda: names_to_check(session, words),
        "200 lines with 200 names hidden": hidden,
        "letters that no font has, 1,000 cards": lambda: missing_characters(cards),
    }
    for name, work in works.items():
        print(f"{name:40} {timed(work):7.1f} ms")


if __name__ == "__main__":
    main()
