"""What a screen reader's user can do: find things by role and name, read them, and use what they offer."""

from collections.abc import Callable, Sequence
from time import monotonic, sleep
from typing import TypeVar

from tests.bus.accessibility_bus import (
    AT,
    CHECKED,
    EDITABLE,
    ENABLED,
    LABELLED_BY,
    PATIENCE,
    SELECTED,
    SHOWING,
    Bus,
    Seen,
    Thing,
    question,
)

T = TypeVar("T")
#: Seconds between two looks.
LOOK_AGAIN = 0.02


class NotFoundError(AssertionError):
    """Nothing of that role and name is on the screen, or it does not become what it should."""


class ScreenReader:
    """Finds things by role and name alone, and uses them by the interfaces that assistive technology has."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self._known: dict[tuple[str, str], Thing] = {}

    # Finding

    def patiently(self, look: Callable[[], T | None], failing: Callable[[], str]) -> T:
        """What a look finds, looking again until it finds something."""
        until = monotonic() + PATIENCE
        while True:
            found = look()
            if found is not None:
                return found
            if monotonic() > until:
                raise NotFoundError(failing())
            sleep(LOOK_AGAIN)

    def look_for(self, role: str, name: str) -> Seen | None:
        """The thing of that role and name, where it is on the screen; one that can be used before one that cannot."""
        known = self._known.get((role, name))
        for seen in self.bus.look_at([known]) if known else ():
            if (seen.role, seen.name) == (role, name) and seen.has(SHOWING) and seen.has(ENABLED):
                return seen
        found = [seen for seen in self.bus.walk() if (seen.role, seen.name) == (role, name) and seen.has(SHOWING)]
        best = max(found, key=lambda seen: (seen.has(ENABLED), seen.has(EDITABLE)), default=None)
        if best is not None:
            self._known[role, name] = best.thing
        return best

    def find(self, role: str, name: str) -> Seen:
        """The thing of that role and name, waited for."""
        return self.patiently(
            lambda: self.look_for(role, name), lambda: f"no {role} {name!r} among\n{self.what_is_there()}"
        )

    def gone(self, role: str, name: str) -> None:
        """Wait until nothing of that role and name is on the screen."""
        self.until(lambda: self.look_for(role, name) is None, f"{role} {name!r} stays")

    def window(self, name: str) -> Seen:
        """The window of that name, waited for."""
        return self.patiently(
            lambda: next((seen for seen in self.bus.windows() if seen.name == name), None),
            lambda: f"no window {name!r} among {[seen.name for seen in self.bus.windows()]}",
        )

    def without_window(self, name: str) -> None:
        """Wait until no window is called so."""
        self.until(lambda: all(seen.name != name for seen in self.bus.windows()), f"the window {name!r} stays")

    def hears(self, part: str) -> bool:
        """Whether these words are in the name or text of anything on the screen, in whatever window."""
        seen = list(self.bus.walk())
        texts = self.bus.ask(
            [question(each.thing, AT + "Text", "GetText", "ii", (0, -1)) for each in seen if each.role == "text"]
        )
        return any(part in words for words in (*(each.name for each in seen), *filter(None, texts)))

    def until(self, holds: Callable[[], bool], failing: str) -> None:
        """Wait until something holds."""
        self.patiently(lambda: holds() or None, lambda: f"{failing}, among\n{self.what_is_there()}")

    def find_combo(self, name: str) -> Seen:
        """The combo box that is called so, or whose label is: on Linux it may itself be called by what it shows."""

        def look() -> Seen | None:
            boxes = [seen for seen in self.bus.walk() if seen.role == "combo box"]
            return next((box for box in boxes if name in (box.name, self._label(box.thing))), None)

        return self.patiently(look, lambda: f"no combo box {name!r} among\n{self.what_is_there()}")

    def _label(self, thing: Thing) -> str:
        relations = self.bus.call(thing, "Accessible", "GetRelationSet") or []
        labels = [Thing(*other) for kind, others in relations if kind == LABELLED_BY for other in others]
        return " ".join(seen.name.removesuffix(":") for seen in self.bus.look_at(labels))

    def chosen(self, name: str) -> str:
        """What a combo box shows."""
        holder = self.bus.children([self.find_combo(name).thing])[0]
        return next((seen.name for seen in self.bus.look_at(self.bus.children([holder])) if seen.has(SELECTED)), "")

    # Using

    def press(self, name: str, role: str = "push button") -> None:
        """Press a button, tick a box. Nothing is waited for: what is pressed may open a dialog before it answers."""
        self._act(self.find(role, name), "Press", "Toggle")

    def focus(self, role: str, name: str) -> None:
        """Put the keyboard on something."""
        self._act(self.find(role, name), "SetFocus")

    def write(self, name: str, text: str) -> None:
        """Come to a field, put a text into it, and see that it is there."""
        field = self.find("text", name)
        assert field.has(EDITABLE), f"{name!r} cannot be written in"
        self._act(field, "SetFocus")
        assert self.bus.call(field.thing, "EditableText", "SetTextContents", "s", (text,)), f"{name!r} takes no text"
        self.until(lambda: self.text(name) in (text, ""), f"{name!r} does not hold {text!r}")

    def enter(self, name: str, text: str, button: str) -> None:
        """Write a text, press the button that takes it, and wait until it is taken: buttons act a moment later."""
        self.write(name, text)
        self.press(button)
        self.until(lambda: self.text(name) == "", f"{text!r} is not taken")

    def text(self, name: str) -> str:
        """What a field holds."""
        return str(self.bus.call(self.find("text", name).thing, "Text", "GetText", "ii", (0, -1)))

    def put(self, name: str, value: int) -> None:
        """Put a number into a field."""
        field = self.find("spin box", name).thing
        self.bus.put(field, "Value", "CurrentValue", "d", float(value))
        self.until(lambda: self.bus.get(field, "Value", "CurrentValue") == value, f"{name!r} is not {value}")

    def rows(self, name: str, role: str = "list") -> list[Seen]:
        """What a list holds, whatever of it is in sight."""
        return self.bus.look_at(self.bus.children([self.find(role, name).thing]))

    def pick(self, name: str, part: str, role: str = "list") -> None:
        """Select the first row of a list that holds a text."""

        def look() -> tuple[Seen, int] | None:
            found = [place for place, row in enumerate(self.rows(name, role)) if part in row.name]
            return (self.find(role, name), found[0]) if found else None

        def failing() -> str:
            return f"no row of {name!r} holds {part!r}: {[row.name for row in self.rows(name, role)]}"

        where, place = self.patiently(look, failing)
        assert self.bus.call(where.thing, "Selection", "SelectChild", "i", (place,)), f"{name!r} cannot be selected in"

    def choose(self, name: str, item: str) -> None:
        """Choose one of what a combo box offers."""
        box = self.find_combo(name)
        items = self.bus.look_at(self.bus.children(self.bus.children([box.thing])[:1]))
        place = next((place for place, seen in enumerate(items) if seen.name == item), None)
        assert place is not None, f"{name!r} does not offer {item!r}: {[seen.name for seen in items]}"
        holder = self.bus.children([box.thing])[0]
        self.bus.call(holder, "Selection", "SelectChild", "i", (place,))
        self.until(lambda: self.chosen(name) == item, f"{name!r} is not {item!r}")

    def menu(self, *path: str) -> None:
        """Open a menu, and the menus in it, press what the last name says, and see that the menu is closed again."""
        top, last = self._open_menus(path)
        self._act(last, "Press")
        self._close_menus(top)  # pressed from the bus, an item leaves its menu open

    def is_ticked(self, *path: str) -> bool:
        """Open a menu, and the menus in it, and see whether there is a tick at the last name."""
        top, last = self._open_menus(path)
        self._close_menus(top)
        return last.has(CHECKED)

    def _open_menus(self, path: Sequence[str]) -> tuple[Seen, Seen]:
        top = level = self.find("menu item", path[0])
        for name in path[1:]:
            self._act(level, "ShowMenu")
            level = self._next_item(level.thing, name)
        return top, level

    def _close_menus(self, top: Seen) -> None:
        if self._is_open(top.thing):
            self._act(top, "ShowMenu")
            self.until(lambda: not self._is_open(top.thing), f"the menu {top.name} stays")

    def _next_item(self, menu: Thing, name: str) -> Seen:
        return self.patiently(
            lambda: self._item(menu, name), lambda: f"no {name!r} among {[item.name for item in self._items(menu)]}"
        )

    def _item(self, menu: Thing, name: str) -> Seen | None:
        """An item of an open menu, by its name without the key that stands after it."""
        items = (item for item in self._items(menu) if item.has(SHOWING))
        return next((item for item in items if item.name.partition("\t")[0] == name), None)

    def _items(self, menu: Thing) -> list[Seen]:
        return self.bus.look_at(self.bus.children(self.bus.children([menu])))

    def _is_open(self, menu: Thing) -> bool:
        return any(seen.has(SHOWING) for seen in self.bus.look_at(self.bus.children([menu])))

    def _act(self, seen: Seen, *wanted: str) -> None:
        assert seen.has(ENABLED), f"{seen.role} {seen.name!r} cannot be used now"
        offered = [action[0] for action in self.bus.call(seen.thing, "Action", "GetActions") or ()]
        action = next((name for name in wanted if name in offered), None)
        assert action is not None, f"{seen.role} {seen.name!r} offers only {offered}"
        self.bus.tell(seen.thing, "Action", "DoAction", "i", (offered.index(action),))

    def what_is_there(self) -> str:
        """Everything with a name, for people."""
        return "\n".join(f"  {seen.role} {seen.name!r}" for seen in self.bus.walk() if seen.name)
