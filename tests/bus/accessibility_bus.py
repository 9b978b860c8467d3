"""The accessibility bus: what every program on it shows, by role, name and state.

The bus is spoken directly, since its bindings for Python come with the system and not from a package index. Questions
are sent in one go for all things of a level, so that a whole window is walked in a hundredth of a second.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

AT = "org.a11y.atspi."
PROPERTIES = "org.freedesktop.DBus.Properties"
#: Places of states in AT-SPI's bit set.
CHECKED, EDITABLE, ENABLED, SELECTED, SHOWING = 4, 7, 8, 23, 25
#: The relation of a field to its label.
LABELLED_BY = 2
#: Seconds that an answer may take.
PATIENCE = 15.0


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the screen, by its place on the bus."""

    bus: str
    path: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A thing as it was when it was looked at."""

    thing: Thing
    role: str
    name: str
    states: int

    def has(self, state: int) -> bool:
        """Whether it was in that state."""
        return bool(self.states >> state & 1)


class Bus:
    """Asks the programs on the accessibility bus, and has them do things."""

    def __init__(self, session_bus: str) -> None:
        self._bus = _accessibility_bus(session_bus)

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    # Asking, and having something done

    def ask(self, questions: Sequence[Message]) -> list[Any]:
        """The answers, in order; None where the thing asked is gone or has no such interface."""
        places: dict[int, int | None] = {}
        for place, asked in enumerate(questions):
            serial = next(self._bus.outgoing_serial)
            places[serial] = place
            self._bus.send(asked, serial=serial)
        answers: list[Any] = [None] * len(questions)
        while places:
            reply = self._bus.receive(timeout=PATIENCE)
            found = places.pop(reply.header.fields.get(HeaderFields.reply_serial, -1), None)
            if found is not None and reply.header.message_type is MessageType.method_return:
                answers[found] = reply.body[0] if len(reply.body) == 1 else reply.body
        return answers

    def call(self, thing: Thing, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> Any:
        """What a method of an interface gives; None where the thing is gone or has no such interface."""
        return self.ask([question(thing, AT + interface, method, signature, body)])[0]

    def tell(self, thing: Thing, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> None:
        """Have something done without waiting for the answer, which may come once a dialog is closed."""
        self._bus.send(question(thing, AT + interface, method, signature, body))

    def get(self, thing: Thing, interface: str, name: str) -> Any:
        """A property of a thing, or None."""
        held = self.ask([question(thing, PROPERTIES, "Get", "ss", (AT + interface, name))])[0]
        return None if held is None else held[1]

    def put(self, thing: Thing, interface: str, name: str, kind: str, value: Any) -> None:
        """Set a property; `kind` is D-Bus's letter for it."""
        self.ask([question(thing, PROPERTIES, "Set", "ssv", (AT + interface, name, (kind, value)))])

    # Looking

    def look_at(self, things: Sequence[Thing]) -> list[Seen]:
        """Role, name and states of each; those that are gone are left out."""
        questions = []
        for thing in things:
            questions += [
                question(thing, AT + "Accessible", "GetRoleName"),
                question(thing, PROPERTIES, "Get", "ss", (AT + "Accessible", "Name")),
                question(thing, AT + "Accessible", "GetState"),
            ]
        answers = self.ask(questions)
        seen = []
        for place, thing in enumerate(things):
            role, name, states = answers[3 * place : 3 * place + 3]
            if role is not None and name is not None and states is not None:
                seen.append(Seen(thing, role, name[1], states[0] | states[1] << 32))
        return seen

    def children(self, things: Sequence[Thing]) -> list[Thing]:
        """What is inside all of these, one after the other."""
        lists = self.ask([question(thing, AT + "Accessible", "GetChildren") for thing in things])
        return [Thing(*child) for children in lists for child in children or () if not child[1].endswith("/null")]

    def windows(self) -> list[Seen]:
        """The windows of every program."""
        registry = Thing("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        return [seen for seen in self.look_at(self.children(self.children([registry]))) if seen.has(SHOWING)]

    def walk(self, roots: Sequence[Thing] | None = None) -> Iterator[Seen]:
        """Everything on the screen, a level at a time; of a list also what is scrolled away."""
        level = self.windows() if roots is None else self.look_at(self.children(roots))
        while level:
            yield from level
            level = [
                seen
                for seen in self.look_at(self.children([seen.thing for seen in level if seen.has(SHOWING)]))
                if seen.has(SHOWING) or seen.role in ("list item", "table cell")
            ]


def _accessibility_bus(session_bus: str) -> DBusConnection:
    """The bus on which programs tell what they show, asked for on the session's bus."""
    status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    with open_dbus_connection(session_bus) as session:
        until = monotonic() + PATIENCE
        while True:
            reply = session.send_and_get_reply(new_method_call(status, "GetAddress"), timeout=PATIENCE)
            if reply.header.message_type is MessageType.method_return and reply.body[0]:
                return open_dbus_connection(reply.body[0])
            assert monotonic() < until, "there is no accessibility bus"
            sleep(0.02)


def question(thing: Thing, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> Message:
    """A call of one of a thing's methods, to be sent."""
    address = DBusAddress(thing.path, thing.bus, interface)
    return new_method_call(address, method, signature or None, body)
