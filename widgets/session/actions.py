"""Everything that can be done on the session page, as actions with their keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.engine import Engine
from app.ticker import Ticker

#: Minutes that "We began earlier…" offers.
EARLIER = (1, 2, 3, 5, 10)


def action(parent: QWidget, text: str, do: Callable[[], object], *keys: str, menu: str = "") -> QAction:
    """An action of a page, working wherever the focus is in its window. Keys are alternatives; `menu` is where the
    window puts it, the first where none is said."""
    made = QAction(text, parent)
    made.setProperty("menu", menu)
    made.setShortcuts([QKeySequence(key) for key in keys])
    made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    made.triggered.connect(lambda _checked=False: do())
    parent.addAction(made)
    return made


def timer_actions(parent: QWidget, engine: Engine, say: Callable[[str], None]) -> list[QAction]:
    """Start or pause, a minute more or less, restart; `say` tells why a minute cannot go."""

    def take_off() -> None:
        before = engine.read_timer().planned
        engine.change_minutes(engine.step.id, -1)
        if engine.read_timer().planned == before:
            say("A phase keeps one minute at least. Ctrl+Enter goes on to the next.")

    return [
        action(parent, "Start or pause timer", engine.toggle_timer, "F5", menu="Timer"),
        action(parent, "Add one minute", engine.add_minute, "F6", menu="Timer"),
        action(
            parent,
            "Take one minute off",
            take_off,
            "Shift+F6",
            menu="Timer",
        ),
        action(parent, "Restart timer", engine.restart_timer, menu="Timer"),
    ]


def earlier_actions(parent: QWidget, engine: Engine) -> list[QAction]:
    """ "We began 2 minutes ago", for each number of minutes offered."""
    return [
        action(parent, f"We began {number} minute{'s' if number > 1 else ''} ago", _began(engine, number), menu="Timer")
        for number in EARLIER
    ]


def chime_action(parent: QWidget, ticker: Ticker) -> QAction:
    """Whether this phase chimes: asked for in the worker's three minutes, or waved off anywhere else."""
    made = action(parent, "Chime in this phase", lambda: ticker.set_chimes_here(made.isChecked()), menu="Timer")
    made.setCheckable(True)

    def show() -> None:
        made.setEnabled(ticker.engine.phase.counts_down)
        made.setChecked(ticker.chimes_here and made.isEnabled())

    ticker.engine.moved.connect(show)
    show()
    return made


def places(engine: Engine) -> list[tuple[str, Callable[[], None]]]:
    """Where one can go by name: every step, and then every phase of the steps that have several."""
    steps = engine.process.steps
    names = {step.id: f"{number}. {step.title}" for number, step in enumerate(steps, 1)}
    phases = [(step, phase) for step in steps for phase in step.phases if len(step.phases) > 1]
    return [
        *((names[step.id], partial(engine.go_to, step.id)) for step in steps),
        *((f"{names[step.id]} – {phase.title}", partial(engine.go_to, step.id, phase.id)) for step, phase in phases),
    ]


def earlier_menu(parent: QWidget, actions: list[QAction]) -> QMenu:
    """The choice of minutes, to drop from a button."""
    menu = QMenu(parent)
    menu.addActions(actions)
    return menu


def _began(engine: Engine, number: int) -> Callable[[], None]:
    return lambda: engine.began_earlier(number * 60)
