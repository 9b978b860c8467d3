"""Kills a process that types, at random moments, and looks whether anything is missing that it said was kept.

Run: uv run python -m tests.benchmarks.kill [TIMES]
"""

import random
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from app.library import FILE
from models.cards import Card
from models.session import Unfinished
from models.storage.store import Store
from tests.benchmarks.typist import SESSION

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """After one kill: entries said to be kept, and found; whether those are the first; whether the file is sound."""

    said: int
    found: int
    in_order: bool
    sound: bool

    @property
    def lost(self) -> int:
        """Entries that were said to be kept, and are not there."""
        return max(0, self.said - self.found)


def kill_once(folder: Path, seed: int) -> Outcome:
    """Type into a fresh folder, kill at a random moment after the first "kept", and look."""
    command = [sys.executable, "-m", "tests.benchmarks.typist", str(folder), str(seed)]
    typist = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert typist.stdout is not None
    lines = [typist.stdout.readline()]
    killer = threading.Timer(random.Random(seed).uniform(0.0, 0.6), typist.send_signal, [signal.SIGKILL])
    killer.start()
    lines += typist.stdout.readlines()
    typist.wait()
    typist.stdout.close()
    complete = [line for line in lines if line.startswith("kept") and line.endswith("\n")]
    return look(folder, int(complete[-1].split()[1]) if complete else 0)


def look(folder: Path, said: int) -> Outcome:
    """What stands in the folder, as the next start finds it."""
    with Store(folder / FILE) as store:
        sound = bool(store.check())
        session = store.load(SESSION)
    cards = session.all(Card)
    typing = session.find(Unfinished, "Card text")
    in_order = [card.id for card in cards] == [f"c{nth}" for nth in range(1, len(cards) + 1)]
    in_order = in_order and (typing.text if typing else "after 0") == f"after {len(cards)}"
    return Outcome(said, len(cards), in_order, sound)


def main(times: int = 50) -> None:
    """Print what came of it."""
    outcomes = []
    for seed in range(times):
        with tempfile.TemporaryDirectory() as folder:
            outcomes.append(kill_once(Path(folder), seed))
    print(
        f"killed {len(outcomes)} times, at {min(o.said for o in outcomes)} to {max(o.said for o in outcomes)} entries"
    )
    print(f"said to be kept and missing: {sum(outcome.lost for outcome in outcomes)}")
    print(f"out of order or half there:  {sum(not outcome.in_order for outcome in outcomes)}")
    print(f"files not sound:             {sum(not outcome.sound for outcome in outcomes)}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
