"""Session files: a session's whole content as JSON text, and reading it back, strictly.

A file that is read passes its schema (resources/session.schema.json), and everything that an entry refers to is there.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app import resources
from models.cards import Card, Note
from models.descent import own_forebear
from models.genogram import Partnership, Person
from models.mapping import MapPoint
from models.process import Process
from models.references import dangling, without_dangling
from models.review import CheckIn
from models.session import SINGLE, Session
from models.session_file import FORMAT, PLACES, VERSION, SessionFileError, session_from_plain, session_to_plain
from models.timing import Heard, Nudge, PhaseTiming, StepPlan
from models.words import one_line, whole

SCHEMA = "session.schema.json"
#: A session of thirty people, a thousand cards and 100,000 letters on each is a third of this. Bytes.
LARGEST = 300_000_000


def session_text(session: Session) -> str:
    """The session file of a session: always the same text for the same content."""
    plain = session_to_plain(without_dangling(session))
    return whole(json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False)) + "\n"


def read_file(path: Path) -> Session:
    """The session in a file; SessionFileError with a sentence that names the file and the place."""
    try:
        if not path.is_file():
            raise SessionFileError(f"{path} is not a file that can be read.")
        if path.stat().st_size > LARGEST:
            raise SessionFileError(f"{path} is too large to be a session file.")
        content = path.read_bytes()
    except OSError as error:
        raise SessionFileError(f"{path} cannot be read: {(error.strerror or 'the disk failed').lower()}.") from None
    try:
        return read_text(_decoded(content))
    except SessionFileError as error:
        raise SessionFileError(f"{path.name}: {one_line(str(error), 400)}") from None


def read_text(text: str) -> Session:
    """The session in a session file's text; SessionFileError with a sentence that names the place."""
    try:
        plain = _parsed(text)
        _check_version(plain)
        _check_schema(plain)
        session = session_from_plain(plain)
    except RecursionError:
        raise SessionFileError("the values are nested too deeply.") from None
    _check_references(session)
    _check_descent(session)
    _check_process(session)
    return session


def _decoded(content: bytes) -> str:
    if content.startswith(b"\xef\xbb\xbf"):
        raise SessionFileError("the file begins with a byte order mark; save it as UTF-8 without one.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SessionFileError(f"the file is not UTF-8 text (byte {error.start}).") from None


def _parsed(text: str) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        table = dict(pairs)
        if len(table) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise SessionFileError(f"the key '{one_line(twice, 40)}' stands twice in one place.")
        return table

    def refuse(constant: str) -> Any:
        raise SessionFileError(f"{constant} is not a number that a session file may hold.")

    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise SessionFileError(f"line {error.lineno}, column {error.colno} is not JSON.") from None
    except SessionFileError:
        raise
    except ValueError:  # a number of thousands of digits
        raise SessionFileError("a number is too long.") from None


def _check_version(plain: Any) -> None:
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise SessionFileError(f"this is not a session file: 'format' is not \"{FORMAT}\".")
    version = plain.get("version")
    if type(version) is not int or version < 1:
        raise SessionFileError("version: must be a whole number from 1.")
    if version > VERSION:
        raise SessionFileError(f"version: {version} is of a newer Askwell; this one reads up to {VERSION}.")


def _check_schema(plain: Any) -> None:
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    # JSON Schema lets 3.0 pass for a whole number; a rank that is not one would come back as another text.
    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    validator = extend(Draft202012Validator, type_checker=types)(json.loads(resources.text(SCHEMA)))
    error = next(validator.iter_errors(plain), None)
    if error is not None:
        raise SessionFileError(f"{_place(error.absolute_path)}: {_complaint(error)}.")
    _check_letters(plain, ())


def _place(path: Sequence[str | int]) -> str:
    return one_line("/".join(map(str, path)), 200) or "the whole file"


_TYPES = {
    "string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false",
    "array": "a list", "object": "a table", "null": "null",
}  # fmt: skip


def _complaint(error: Any) -> str:
    """What is wrong at a place, in words; never the file's text at length."""
    wanted, found = error.validator_value, error.instance
    say: dict[str, Callable[[], str]] = {
        "required": lambda: f"'{next(key for key in wanted if key not in found)}' is missing",
        "additionalProperties": lambda: f"'{_unknown(error)}' is not known",
        "type": lambda: "must be " + " or ".join(_TYPES[t] for t in ([wanted] if isinstance(wanted, str) else wanted)),
        "enum": lambda: f"must be one of {', '.join(repr(value) for value in wanted)}",
        "const": lambda: f"must be {wanted!r}",
        "pattern": lambda: "is not written as it must be",
        "minimum": lambda: f"must be {wanted} or more",
        "maximum": lambda: f"must be {wanted} or less",
        "minLength": lambda: "must not be empty",
        "maxLength": lambda: f"must be at most {wanted} letters long",
        "maxItems": lambda: f"must have at most {wanted} entries",
        "uniqueItems": lambda: "must not name anything twice",
    }
    return say.get(error.validator, lambda: "is not as the schema has it")()


def _unknown(error: Any) -> str:
    known = error.schema["properties"]
    return one_line(next(key for key in error.instance if key not in known), 40)


def _check_letters(value: Any, path: tuple[str | int, ...]) -> None:
    """Halves of characters can be written in JSON, but not be stored."""
    if isinstance(value, str):
        if whole(value) != value:
            raise SessionFileError(f"{_place(path)}: holds half a character.")
    elif isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            _check_letters(part, (*path, key))


def _where(session: Session, entity: Any) -> str:
    kind = type(entity)
    top, inner = PLACES[kind]
    nth = "" if kind in SINGLE else str(session.all(kind).index(entity))
    return "/".join(filter(None, (top, inner, nth)))


def _check_references(session: Session) -> None:
    lost = next(dangling(session), None)
    if lost is not None:
        among = "/".join(filter(None, PLACES[lost.reference.target]))
        raise SessionFileError(
            f"{_where(session, lost.entity)}/{lost.reference.field}: "
            f"there is no '{one_line(lost.missing, 60)}' in {among}."
        )


def _check_descent(session: Session) -> None:
    who = own_forebear(session)
    if who is not None:
        person = session.get(Person, who)
        raise SessionFileError(
            f"{_where(session, person)}: {one_line(person.name, 60) or 'this person'} would be their own forebear."
        )
    for couple in session.all(Partnership):
        if couple.first == couple.second:
            raise SessionFileError(f"{_where(session, couple)}: a partnership is between two people.")


def _check_process(session: Session) -> None:
    """Every step, phase and rule that is named is one of the process's."""
    name = session.details.process
    try:
        process = resources.process(name)
    except FileNotFoundError:
        raise SessionFileError(f"session/details/process: there is no process '{name}' here.") from None
    rules = {rule.id for rule in process.rules}
    for nudge in session.all(Nudge):
        if nudge.id not in rules:
            raise SessionFileError(f"{_where(session, nudge)}/id: there is no rule '{one_line(nudge.id, 60)}'.")
    phases = _phases(process)
    for entity, field, step, phase in _named_places(session):
        if step not in phases or phase not in phases[step]:
            what = f"step '{one_line(step, 60)}'" if step not in phases else f"phase '{one_line(phase, 60)}'"
            raise SessionFileError(f"{_where(session, entity)}/{field}: there is no {what} in the process.")


def _phases(process: Process) -> dict[str, set[str]]:
    """The phases of each step; "" stands for none named."""
    phases = {step.id: {"", *(phase.id for phase in step.phases)} for step in process.steps}
    return phases | {"": {""}}


def _named_places(session: Session) -> Iterator[tuple[Any, str, str, str]]:
    """Every entry that names a step or phase: the entry, the field, the step, the phase or "".

    Only what may lack a step yields "" for it; a card of no step is refused as one of an unknown step.
    """
    progress = session.progress
    yield progress, "phase" if progress.step else "step", progress.step, progress.phase
    for card in session.all(Card):
        yield card, "step", card.step or "(none)", ""
    for note in session.all(Note):
        yield note, "phase", note.step or "(none)", note.phase
    for point in session.all(MapPoint):
        yield point, "step", point.step, ""
    for kind in (CheckIn, StepPlan):
        for entity in session.all(kind):
            yield entity, "id", entity.id, ""
    for heard in session.all(Heard):
        yield heard, "id", heard.id.partition("/")[0], ""
    for timing in session.all(PhaseTiming):
        step, _, phase = timing.id.partition("/")
        yield timing, "id", step, phase
