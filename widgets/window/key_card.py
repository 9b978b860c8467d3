"""Every key of Askwell, asked of the pages and workspaces themselves, so that the card of keys cannot be untrue.

They are made once, on the practice session, for as long as they are asked.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from PySide6.QtGui import QAction

from app.document import Document
from app.engine import Engine
from app.masking import Masking
from app.open_session import OpenSession
from app.practice import practice_session
from app.resources import process
from app.settings import Settings
from models.keys import KEYS_OF_PAGE, KEYS_OF_STEPS, Key, keys_of_phase
from models.people import Participant
from models.process import Phase, PhaseKind, Process, Step
from widgets.window.palette_entries import key_of, words_of

MOVING, TIME, WRITING, READING, MAP, FAMILY, PAGES, WINDOWS = (
    "Moving on", "Time", "Writing", "Reading", "Choosing and mapping", "Genogram", "Pages and documents", "Windows",
)  # fmt: skip
#: The group of an action of a menu, and of what only one kind of phase offers.
_OF_MENU = {"Session": MOVING, "Timer": TIME, "Edit": WRITING, "View": WINDOWS, "Family": FAMILY}
_OF_KIND = {
    PhaseKind.TALK: WRITING, PhaseKind.WRITE: WRITING, PhaseKind.READ: READING, PhaseKind.DRAW: FAMILY,
}  # fmt: skip
_NUMBERED = re.compile(r"^(.*\+)\d$")


def every_key(window_offers: Iterable[tuple[str, QAction]]) -> dict[str, list[Key]]:
    """All keys by group, in the order in which people need them; `window_offers` are the window's own actions."""
    found: dict[str, list[Key]] = {group: [] for group in (MOVING, TIME, WRITING, READING, MAP, FAMILY, PAGES, WINDOWS)}

    def add(group: str, keys: Iterable[Key]) -> None:
        found[group] += [key for key in keys if key not in found[group]]

    for menu, action in window_offers:
        add(_OF_MENU.get(menu, WINDOWS), _keys([action]))
    _ask_the_room(add)
    for keys in KEYS_OF_PAGE.values():
        add(PAGES, keys)
    return {group: _together(keys) for group, keys in found.items() if keys}


def _ask_the_room(add: Callable[[str, Iterable[Key]], None]) -> None:
    """Walk the phases of a full room, each sort of them once."""
    from widgets.after.page import AfterPage
    from widgets.session.page import SessionPage

    room = _full_room()
    page, after = SessionPage(room), AfterPage(room)
    own = [action for action in page.actions_offered() if action.parent() is page]
    for action in own:
        add(_OF_MENU.get(str(action.property("menu") or "Session"), WINDOWS), _keys([action]))
    add(MOVING, KEYS_OF_STEPS)
    for step, phase in _sorts(room.process):
        room.engine.go_to(step.id, phase.id)
        group = _OF_KIND.get(phase.kind, MAP)
        add(group, _keys(action for action in page.actions_offered() if action not in own))
        add(group, keys_of_phase(phase))
    add(PAGES, _keys(after.actions_offered()))
    for made in (page, after):
        made.deleteLater()


def _full_room() -> OpenSession:
    """The practice session, with as many writers as there are keys for them."""
    document, known = Document(practice_session()), process("group_supervision")
    for place in range(10):
        document.add("Add participant", Participant(f"key-{place}", "", rank=100 + place))
    engine = Engine(document, known, lambda: 0.0)
    return OpenSession(document, known, engine, Masking(document), Settings(None), practice=True)


def _sorts(known: Process) -> list[tuple[Step, Phase]]:
    """A phase of each sort: those that ask for the same, of the same kind, have the same keys."""
    found = {
        (phase.kind, phase.captures if phase.kind is PhaseKind.TALK else (), *(form.kind for form in phase.cards)): (
            step,
            phase,
        )
        for step, phase in known.walk()
    }
    return list(found.values())


def _keys(actions: Iterable[QAction]) -> list[Key]:
    """The keys of actions; those that differ by a number alone are one line, in which nobody is named."""
    keys = [Key(key_of(each), _lasting(words_of(each))) for each in actions if key_of(each)]
    numbered: dict[str, list[Key]] = {}
    for key in keys:
        match = _NUMBERED.match(key.keys)
        if match:
            numbered.setdefault(match[1], []).append(key)
    alike = {stem: several for stem, several in numbered.items() if len(several) > 2}
    single = [key for key in keys if not any(key in several for several in alike.values())]
    return [*(_one_line(several) for several in alike.values()), *single]


def _lasting(words: str) -> str:
    """Less what changes from minute to minute: "Undo" of "Undo Add card"."""
    first = words.partition(" ")[0]
    return first if first in ("Undo", "Redo") else words


def _together(keys: Sequence[Key]) -> list[Key]:
    """Keys that do the same on one line: "N, Space or →"."""
    by_deed: dict[str, list[str]] = {}
    for key in keys:
        by_deed.setdefault(key.does, []).append(key.keys)
    return [Key(", ".join(dict.fromkeys(several)), does) for does, several in by_deed.items()]


def _one_line(keys: Sequence[Key]) -> Key:
    """ "Alt+1 … Alt+0: Write as …"."""
    several = [key.does.split() for key in keys]
    shared = takewhile(lambda words: len(set(words)) == 1, zip(*several, strict=False))
    words = " ".join(each[0] for each in shared)
    return Key(f"{keys[0].keys} … {keys[-1].keys}", f"{words} whoever has the number")
