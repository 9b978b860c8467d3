"""A process as data: steps, phases, minutes, what each leaves behind. Read from a TOML file in resources/.

Source of the first process: Appendix 8 of the policy (Turnell's group learning and supervision process).
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.cards import CardKind
from models.table_reader import TableError, TableReader


class PhaseKind(StrEnum):
    """What the room does in a phase; each kind has one workspace."""

    TALK = "talk"
    DRAW = "draw"
    WRITE = "write"
    READ = "read"
    CHOOSE = "choose"
    MAP = "map"
    HAND_OVER = "hand_over"
    CHECK_IN = "check_in"
    REVIEW = "review"


class Capture(StrEnum):
    """What a phase leaves behind, and so which fields its workspace shows."""

    PARTICIPANTS = "participants"
    NOTES = "notes"
    GENOGRAM = "genogram"
    GOAL = "goal"
    CARDS = "cards"
    MAP_POINTS = "map_points"
    SAFETY_SCALE = "safety_scale"
    HARM_CLARITY = "harm_clarity"
    CHECK_IN = "check_in"
    REVIEW = "review"
    GROUP_REVIEW = "group_review"


class ProcessError(TableError):
    """A process file that cannot be used; the message names file, step and field."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A ground rule: `text` is the short line kept in sight, `nudge` what the advisor shows."""

    id: str
    text: str
    nudge: str


@dataclass(frozen=True, slots=True)
class Trap:
    """A way in which an answer misses, and the question that brings it back."""

    name: str
    example: str
    ask: str


@dataclass(frozen=True, slots=True)
class CardForm:
    """A kind of card that a writing phase asks for. `scale` is "safety" or "other" for scaling questions."""

    kind: CardKind
    label: str
    hint: str = ""
    scale: str = ""
    frame: str = ""  # a fill-in shape, its gaps as [ … ]


@dataclass(frozen=True, slots=True)
class Phase:
    """One timed part of a step.

    `minutes` is the plan's default; `range` the lowest and highest the source allows.
    `minutes_from` is "method" (counts down) or "ours" (counts up, never chimes).
    """

    id: str
    kind: PhaseKind
    title: str
    minutes: float
    minutes_from: str
    say: str
    range: tuple[float, float] | None = None
    watch_for: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    rule: str = ""
    captures: tuple[Capture, ...] = ()
    cards: tuple[CardForm, ...] = ()
    traps: tuple[Trap, ...] = ()
    column: str = ""  # the map column that a map phase begins in
    chime: bool = True
    fixed: bool = False  # keeps its minutes when the plan is fitted to a finish time
    uninterrupted: bool = False
    source: str = ""

    @property
    def counts_down(self) -> bool:
        """Whether the minutes are the method's, not only our plan."""
        return self.minutes_from == "method"


@dataclass(frozen=True, slots=True)
class Step:
    """One of the process's steps. `rough` names the step whose drafts lie beside the cards of this one."""

    id: str
    title: str
    short: str
    phases: tuple[Phase, ...]
    source: str = ""
    rough: tuple[str, ...] = ()
    led_by: str = "facilitator"

    def phase(self, phase_id: str) -> Phase:
        """The phase of that id; KeyError where there is none."""
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        raise KeyError(phase_id)


@dataclass(frozen=True, slots=True)
class Process:
    """A whole process. `high_from` is the lowest usefulness answer that counts as high in the review."""

    id: str
    title: str
    language: str
    steps: tuple[Step, ...]
    rules: tuple[Rule, ...]
    roles: Mapping[str, str]
    usefulness: tuple[str, str]  # what 10 means, what 0 means
    harm_clarity: tuple[str, str]
    safety_scale: tuple[str, str]
    high_from: int = 7

    def step(self, step_id: str) -> Step:
        """The step of that id; KeyError where there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def rule(self, rule_id: str) -> Rule:
        """The ground rule of that id; KeyError where there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def number(self, step_id: str) -> int:
        """The step's place, counted from 1."""
        return [step.id for step in self.steps].index(step_id) + 1

    def walk(self, left_out: Sequence[str] = ()) -> Iterator[tuple[Step, Phase]]:
        """Every step and phase in order, less the steps left out."""
        for step in self.steps:
            if step.id not in left_out:
                for phase in step.phases:
                    yield step, phase


def load_process(text: str, file: str) -> Process:
    """The process in a TOML text; ProcessError names `file`, step and field of the first thing wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProcessError(f"{file}: {error}") from None
    top = TableReader(table, file, ProcessError)
    rules = tuple(_rule(reader) for reader in top.tables("rules", "rule"))
    steps = tuple(_step(reader, {rule.id for rule in rules}, file) for reader in top.tables("steps", "step"))
    if not steps:
        raise top.fail("steps", "is missing")
    top.unique("steps", [step.id for step in steps])
    top.unique("rules", [rule.id for rule in rules])
    roles = TableReader(top.take("roles", dict), f"{file}, roles", ProcessError)
    process = Process(
        id=top.words("id"),
        title=top.words("title"),
        language=top.words("language"),
        steps=steps,
        rules=rules,
        roles={name: roles.words(name) for name in ("facilitator", "advisor", "presenting_worker", "observer")},
        usefulness=_ends(top, "usefulness"),
        harm_clarity=_ends(top, "harm_clarity"),
        safety_scale=_ends(top, "safety_scale"),
        high_from=top.take("high_from", int, 7),
    )
    if not 0 <= process.high_from <= 10:
        raise top.fail("high_from", "must be from 0 to 10")
    roles.done()
    top.done()
    for step in steps:
        for rough in step.rough:
            if rough not in {known.id for known in steps}:
                raise ProcessError(f"{file}, step '{step.id}', field 'rough': there is no step '{rough}'")
    return process


def _ends(top: TableReader, field: str) -> tuple[str, str]:
    reader = TableReader(top.take(field, dict), f"{top.where}, {field}", ProcessError)
    ends = reader.words("ten"), reader.words("zero")
    reader.done()
    return ends


def _rule(reader: TableReader) -> Rule:
    rule = Rule(reader.words("id"), reader.words("text"), reader.words("nudge"))
    reader.done()
    return rule


def _step(reader: TableReader, rules: set[str], file: str) -> Step:
    step_id = reader.words("id")
    reader.where = f"{file}, step '{step_id}'"
    phases = tuple(_phase(part, rules) for part in reader.tables("phases", "phase"))
    if not phases:
        raise reader.fail("phases", "is missing")
    reader.unique("phases", [phase.id for phase in phases])
    step = Step(
        id=step_id,
        title=reader.words("title"),
        short=reader.words("short"),
        phases=phases,
        source=reader.take("source", str, ""),
        rough=reader.texts("rough"),
        led_by=reader.one_of("led_by", ("facilitator", "advisor"), "facilitator"),
    )
    reader.done()
    return step


def _phase(reader: TableReader, rules: set[str]) -> Phase:
    captures = reader.some_of("captures", list(Capture))
    minutes = reader.take("minutes", (float, int))
    if not 0 < minutes <= 120:
        raise reader.fail("minutes", "must be more than 0 and at most 120")
    phase = Phase(
        id=reader.words("id"),
        kind=PhaseKind(reader.one_of("kind", list(PhaseKind))),
        title=reader.words("title"),
        minutes=float(minutes),
        minutes_from=reader.one_of("minutes_from", ("method", "ours")),
        say=reader.words("say"),
        range=_range(reader),
        watch_for=reader.texts("watch_for"),
        points=reader.texts("points"),
        rule=reader.one_of("rule", sorted(rules), ""),
        captures=tuple(Capture(name) for name in captures),
        cards=tuple(_card_form(part) for part in reader.tables("cards", "card")),
        traps=tuple(_trap(part) for part in reader.tables("traps", "trap")),
        column=reader.one_of("column", ("worried", "working_well", "needs"), ""),
        chime=reader.take("chime", bool, True),
        fixed=reader.take("fixed", bool, False),
        uninterrupted=reader.take("uninterrupted", bool, False),
        source=reader.take("source", str, ""),
    )
    if phase.kind is PhaseKind.WRITE and not phase.cards:
        raise reader.fail("cards", "a writing phase needs at least one kind of card")
    if phase.range and not phase.range[0] <= phase.minutes <= phase.range[1]:
        raise reader.fail("minutes", "must lie within the range")
    reader.done()
    return phase


def _range(reader: TableReader) -> tuple[float, float] | None:
    values = reader.take("range", list, [])
    if not values:
        return None
    numbers = all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
    if len(values) != 2 or not numbers or not 0 < values[0] <= values[1]:
        raise reader.fail("range", "must be the fewest and the most minutes")
    return float(values[0]), float(values[1])


def _card_form(reader: TableReader) -> CardForm:
    form = CardForm(
        kind=CardKind(reader.one_of("kind", list(CardKind))),
        label=reader.words("label"),
        hint=reader.take("hint", str, ""),
        scale=reader.one_of("scale", ("safety", "other"), ""),
        frame=reader.take("frame", str, ""),
    )
    reader.done()
    return form


def _trap(reader: TableReader) -> Trap:
    trap = Trap(reader.words("name"), reader.words("example"), reader.words("ask"))
    reader.done()
    return trap
