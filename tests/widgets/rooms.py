"""Rooms for tests of the workspaces: a small process, and an open session held in memory."""

from datetime import UTC, datetime

from app.document import Document
from app.engine import Engine
from app.masking import Masking
from app.open_session import OpenSession
from app.settings import Settings
from models.cards import Card, CardKind
from models.people import Participant, Role
from models.process import Capture, CardForm, Phase, PhaseKind, Process, Step, Trap
from models.session import Session
from tests.helpers import counted_ids, room

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FRAME = "[family and agency] want [child] to [ … ]. For this to happen [agency] needs to see [ … ]."


def phase(phase_id: str, kind: PhaseKind, captures: tuple[Capture, ...] = (), **fields: object) -> Phase:
    """A phase of three minutes."""
    return Phase(phase_id, kind, phase_id.title(), 3.0, "method", "Say this.", captures=captures, **fields)  # type: ignore[arg-type]


def card_phases(*forms: CardForm) -> tuple[Phase, ...]:
    """Writing and reading of cards of these forms."""
    return (
        phase("write", PhaseKind.WRITE, (Capture.CARDS,), cards=forms),
        phase("read", PhaseKind.READ, (Capture.CARDS,)),
    )


def small_process() -> Process:
    """Every kind of talking, writing and reading once."""
    talk = PhaseKind.TALK
    traps = (Trap("Too general", "know what to do next", "What would you need help with to work that out?"),)
    rough = CardForm(CardKind.ROUGH_DANGER_STATEMENT, "Rough danger statement", "Who is worried, about what?")
    scales = (
        CardForm(CardKind.SCALING_QUESTION, "Safety scale", "The sharpest one.", "safety"),
        CardForm(CardKind.SCALING_QUESTION, "Another scale", "", "other"),
    )
    goal = CardForm(CardKind.SAFETY_GOAL, "Safety goal", frame=FRAME)
    steps = (
        Step("intro", "Introductions", "Intro", (phase("talk", talk, (Capture.PARTICIPANTS,)),)),
        Step("free", "Free description", "Free", (phase("talk", talk, (Capture.NOTES,)),)),
        Step("goal", "Worker's goal", "Goal", (phase("talk", talk, (Capture.GOAL,), traps=traps),)),
        Step("rough", "Rough danger", "Rough", card_phases(rough)),
        Step(
            "well",
            "What's working well?",
            "Well",
            card_phases(CardForm(CardKind.QUESTION, "Question", "In full.")),
            rough=("rough",),
        ),
        Step("scales", "Scales", "Scales", card_phases(*scales)),
        Step(
            "harm",
            "Harm",
            "Harm",
            (
                phase("recall", talk, points=("Behaviour", "Severity")),
                *card_phases(CardForm(CardKind.HARM_QUESTION, "Harm question")),
            ),
        ),
        Step("goals", "Safety goals", "Goals", card_phases(goal), rough=("rough",)),
        Step("review", "Review", "Review", (phase("talk", talk, (Capture.GROUP_REVIEW,)),), led_by="advisor"),
    )
    roles = {role.value: "What they do." for role in Role}
    return Process("small", "Small", "en", steps, (), roles, ("10", "0"), ("10", "0"), ("10", "0"))


def open_room(
    session: Session | None = None, step: str = "", phase_id: str = "", process: Process | None = None
) -> OpenSession:
    """An open session in memory, standing at a step and phase; time stands still at NOON."""
    document = Document(session or room(), counted_ids())
    engine = Engine(document, process or small_process(), lambda: 0.0, lambda: NOON)
    if step:
        engine.go_to(step, phase_id)
    return OpenSession(document, engine.process, engine, Masking(document), Settings(None))


def cards(count: int, step: str = "well", authors: tuple[str, ...] = ("farah", "bea", "carys")) -> list[Card]:
    """Cards of a step, by the authors in turn."""
    return [
        Card(f"card{n}", step, CardKind.QUESTION, authors[n % len(authors)], f"Question {n}: what would she say?", n)
        for n in range(count)
    ]


def crowd(people: int, card_count: int, step: str = "well") -> Session:
    """A large room: so many people, the first of them facilitator, and so many cards of one step."""
    everyone = [
        Participant(f"p{n}", f"Person {n}", Role.FACILITATOR if n == 0 else Role.OBSERVER, n) for n in range(people)
    ]
    return Session("crowd", [*everyone, *cards(card_count, step, tuple(person.id for person in everyone))])
