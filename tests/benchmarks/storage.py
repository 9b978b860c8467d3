"""What keeping, reading and listing cost, beside raw sqlcipher3 in the same run.

Run: uv run python -m tests.benchmarks.storage
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from models.cards import Card, CardKind
from models.people import Participant
from models.session import Change, Details, Session, new_id
from models.session_file import to_plain
from models.storage.store import Store

COLUMNS = [field.name for field in fields(Card)]
NOW = datetime.now(UTC)


def card(nth: int) -> Card:
    """A card as people write them."""
    text = f"When {nth} of you sat down together, what did Mum see that told her this was going better than last time?"
    return Card(new_id(), "working-well", CardKind.QUESTION, "p1", text, nth, asked_of="Mum", written_at=NOW)


def median(act: Callable[[], object], times: int) -> float:
    """Milliseconds."""
    act()
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def raw_file(path: Path) -> Any:
    """A file as safe as ours, with nothing between."""
    raw = dbapi2.connect(str(path), isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        raw.execute(f"PRAGMA {pragma}")
    columns = ", ".join(f'"{name}"' for name in COLUMNS if name != "id")
    raw.execute(f"CREATE TABLE cards (session_id TEXT, id TEXT, {columns}, PRIMARY KEY (session_id, id))")
    return raw


def raw_keep(raw: Any, made: Card) -> None:
    """One card, committed."""
    raw.execute("BEGIN IMMEDIATE")
    row = ["one", *to_plain(made).values()]
    raw.execute(f"INSERT INTO cards VALUES ({', '.join('?' * len(row))})", row)
    raw.execute("COMMIT")


def keeping(folder: Path) -> None:
    """One card at a time, in turn with the floor, so that both have the same disk."""
    raw = raw_file(folder / "raw.db")
    ours, floor = [], []
    with Store(folder / "kept.db") as store:
        store.add(Session("one"))
        for nth in range(420):
            made = card(nth)
            begun = time.perf_counter()
            store.write("one", [Change(None, made)])
            between = time.perf_counter()
            raw_keep(raw, made)
            ours.append((between - begun) * 1000)
            floor.append((time.perf_counter() - between) * 1000)
    raw.close()
    kept, least = statistics.median(ours[20:]), statistics.median(floor[20:])
    print(f"a card kept:              {kept:8.3f} ms   raw {least:.3f} ms   {kept / least:.2f} × (goal 2.5)")


def reading(folder: Path, cards: int, goal: int) -> None:
    """A session read whole."""
    raw = raw_file(folder / f"raw-{cards}.db")
    made = [card(nth) for nth in range(cards)]
    for each in made:
        raw_keep(raw, each)
    people = [Participant(f"p{nth}", f"Person {nth}") for nth in range(30)]
    with Store(folder / f"read-{cards}.db") as store:
        store.add(Session("one", [*people, *made]))
        store.warm()
        ours = median(lambda: store.load("one"), 30)
    floor = median(lambda: raw.execute("SELECT * FROM cards WHERE session_id = 'one'").fetchall(), 30)
    raw.close()
    print(f"reading {cards:5} cards:      {ours:8.3f} ms   raw {floor:.3f} ms   {ours / floor:.1f} × (goal {goal} ms)")


def listing(folder: Path, sessions: int = 10_000) -> None:
    """A page of fifty, and a search."""
    with Store(folder / "list.db") as store:
        for nth in range(sessions):
            store.add(Session(new_id(), [Details(title=f"Family {nth}", team="North", held_on=date(2026, 1, 1))]))
        page = median(store.list_sessions, 100)
        search = median(lambda: store.list_sessions("family 77"), 20)
    print(f"a page of {sessions} sessions: {page:7.3f} ms   (goal 1 ms)   a search {search:.3f} ms")


def main() -> None:
    """Print medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        keeping(Path(folder))
        reading(Path(folder), 300, 5)
        reading(Path(folder), 1000, 50)
        listing(Path(folder), 10_000)


if __name__ == "__main__":
    main()
