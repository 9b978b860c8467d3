"""Help for a phase: what the process says of it, in parts to be read in a pause (F1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from models.keys import KEYS_OF_PAGE, Key, keys_of_phase
from models.process import Capture, Phase, PhaseKind, Process, Step, Trap


class Manner(Enum):
    """How the lines of a part are set."""

    PLAIN = auto()
    SAID = auto()
    LIST = auto()
    KEYS = auto()  # each line a key, a tab, and what it does


@dataclass(frozen=True, slots=True)
class HelpPart:
    """A heading and the lines under it."""

    heading: str
    lines: tuple[str, ...]
    manner: Manner = Manner.PLAIN


#: What the room does in each kind of phase; {leader} is who leads the step.
_HAPPENS: Mapping[PhaseKind, str] = {
    PhaseKind.TALK: "The {leader} speaks; the group listens.",
    PhaseKind.DRAW: "The worker says who is in the family; the {leader} draws.",
    PhaseKind.WRITE: "Everyone but the worker writes, alone and in silence: one thought on each card.",
    PhaseKind.READ: "Round the table, the strongest first. The facilitator reads last, and all of theirs.",
    PhaseKind.CHOOSE: "The worker picks. Nobody speaks for a card.",
    PhaseKind.MAP: "The {leader} draws out the detail from the worker and puts it on the map, in short points.",
    PhaseKind.HAND_OVER: "Every card of this step goes to the worker, whether it was read or not.",
    PhaseKind.CHECK_IN: "The worker looks back, and gives a number from 0 to 10.",
    PhaseKind.REVIEW: "One question at a time; the number says which way to go on.",
}

#: What the room does while it talks, by what the talk leaves behind.
_TALKED_OF: Mapping[Capture, str] = {
    Capture.PARTICIPANTS: "Each says who they are; the {leader} keeps it short.",
    Capture.NOTES: "The worker speaks. Everyone else listens, and writes down the exact words.",
    Capture.GOAL: "The {leader} asks, and writes the goal down in the worker's words.",
    Capture.GROUP_REVIEW: "The whole group looks back at how it worked; the {leader} asks.",
}

_LEAVES: Mapping[Capture, str] = {
    Capture.PARTICIPANTS: "Each person's name, job, part in the case, and for how long",
    Capture.NOTES: "The worker's exact words, line by line, each with its time",
    Capture.GENOGRAM: "The genogram",
    Capture.GOAL: "One goal for today, in sight to the end",
    Capture.CARDS: "Cards, each with its writer",
    Capture.MAP_POINTS: "Points on the map",
    Capture.SAFETY_SCALE: "The worker's own safety scale, and a number from each key person",
    Capture.HARM_CLARITY: "How clear the past harm is, from 0 to 10",
    Capture.CHECK_IN: "What has been most useful, and the number",
    Capture.REVIEW: "What was most useful, the number, and how it was agreed to go on",
    Capture.GROUP_REVIEW: "A note for the team's learning; nothing of it goes on the child's record",
}

#: What becomes of cards where they are not written but used.
_CARDS_IN: Mapping[PhaseKind, str] = {
    PhaseKind.READ: "Which cards were read, and which were the strongest",
    PhaseKind.CHOOSE: "The questions picked: each a next step, with whom it is for",
}

#: What is said of a page, by the page.
OF_PAGE: Mapping[str, tuple[str, ...]] = {
    "home": (
        "New session prepares a session: who is coming, and the case.",
        "A session under way stands first: Resume goes on where the room was.",
        "The practice session is a made-up case with every step filled in; nothing of it is kept.",
    ),
    "prepare": (
        "Type a name, press Enter, type the next. One facilitator and one presenting worker are enough to begin.",
        "Everything can be changed later, in the session too.",
        "Blank cards… prints a sheet for each person and step, for a group that writes on paper.",
    ),
    "after": (
        "The draft is on the left, the page as it will print on the right. Change what is not right.",
        "Where from says what each sentence was made from. Draft again leaves alone what you changed.",
        "Missing, Names to check and Sign-off say how things stand. None of them holds you up.",
        "Export record saves it as PDF or for Word; Copy for the case system puts it on the clipboard.",
        "A closed session is read. Amend record… opens it again, and notes who did and why.",
    ),
    "documents": (
        "Choose a document on the left; its pages stand on the right, as they will print.",
        "What leaves holds names in full, also while they are masked on the screen.",
    ),
}


#: How the pages are called.
_TITLES: Mapping[str, str] = {
    "home": "Home",
    "prepare": "Before the session",
    "after": "After the session",
    "documents": "Documents",
}


def help_for_page(page: str) -> list[HelpPart]:
    """What is said of a page of OF_PAGE."""
    parts = [HelpPart(_TITLES[page], OF_PAGE[page], Manner.LIST), keys_part("Keys here", KEYS_OF_PAGE.get(page, ()))]
    return [part for part in parts if part.lines]


def help_for_phase(process: Process, step: Step, phase: Phase) -> list[HelpPart]:
    """Everything that the process says of a phase: first what to say, then what to see to."""
    place = f"Step {process.number(step.id)} of {len(process.steps)}: {step.title}"
    parts = [
        _part(place, [f"{phase.title}, {minutes_in_words(phase)}", *_led_by(step)]),
        _part("Say", [f"“{phase.say}”"], Manner.SAID),
        _part("What happens", [_happens(phase).format(leader=step.led_by), *_quiet(phase)]),
        _part("In mind", phase.points, Manner.LIST),
        _part("Watch for", phase.watch_for, Manner.LIST),
        *(_part(f"Trap: {trap.name}", _trap(trap)) for trap in phase.traps),
        *_scales(process, phase),
        _part("Ground rule", [process.rule(phase.rule).text] if phase.rule else []),
        _part("Leaves behind", _leaves(phase), Manner.LIST),
        keys_part("Keys in this phase", keys_of_phase(phase)),
    ]
    return [part for part in parts if part.lines]


def keys_part(heading: str, keys: Iterable[Key]) -> HelpPart:
    """Keys and what they do."""
    return HelpPart(heading, tuple(f"{key.keys}\t{key.does}" for key in keys), Manner.KEYS)


def _part(heading: str, lines: Iterable[str], manner: Manner = Manner.PLAIN) -> HelpPart:
    return HelpPart(heading, tuple(lines), manner)


def _trap(trap: Trap) -> list[str]:
    return [f"For example: “{trap.example}”", f"Ask back: “{trap.ask}”"]


def minutes_in_words(phase: Phase) -> str:
    """How long a phase is, and whether that is the method's or only our plan."""
    minutes = f"{phase.minutes:g} {'minute' if phase.minutes == 1 else 'minutes'}"
    if not phase.counts_down:
        return f"about {minutes} (our plan)"
    if phase.range and phase.range[0] < phase.range[1]:
        return f"{minutes} (the method allows {phase.range[0]:g} to {phase.range[1]:g})"
    return f"{minutes} (the method's)"


def _happens(phase: Phase) -> str:
    if phase.kind is PhaseKind.TALK:
        return next((_TALKED_OF[each] for each in phase.captures if each in _TALKED_OF), _HAPPENS[phase.kind])
    return _HAPPENS[phase.kind]


def _led_by(step: Step) -> list[str]:
    return [] if step.led_by == "facilitator" else [f"Led by the {step.led_by}."]


def _quiet(phase: Phase) -> list[str]:
    return ["Nobody interrupts, and no chime does either."] if phase.uninterrupted and not phase.chime else []


def _scales(process: Process, phase: Phase) -> list[HelpPart]:
    """What 10 and 0 mean, where the phase asks for a number."""
    asked = {
        Capture.CHECK_IN: ("The usefulness scale", process.usefulness),
        Capture.REVIEW: ("The usefulness scale", process.usefulness),
        Capture.HARM_CLARITY: ("How clear is the harm?", process.harm_clarity),
        Capture.SAFETY_SCALE: ("A safety scale to begin from", process.safety_scale),
    }
    found = [asked[capture] for capture in phase.captures if capture in asked]
    return [_part(name, [f"10: {ten}", f"0: {zero}"]) for name, (ten, zero) in found]


def _leaves(phase: Phase) -> list[str]:
    if phase.kind is PhaseKind.HAND_OVER:
        return ["Every card, on the worker's sheets"]
    return [
        _CARDS_IN[phase.kind] if capture is Capture.CARDS and phase.kind in _CARDS_IN else _LEAVES[capture]
        for capture in phase.captures
    ]
