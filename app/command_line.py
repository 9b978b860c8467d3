"""The application without a window, for support staff, scripts and tests: exit status 0, or 2 with one line."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn

from app.command_export import CommandError, add_export, drawing, exported
from app.library import FILE
from app.output import OutputError, write_file
from models.session import Session, new_id
from models.session_file import SessionFileError
from models.storage.errors import NotAFolderError, OlderDatabaseError, StorageError
from models.words import one_line

if TYPE_CHECKING:
    from models.storage.store import Store

#: How long a verb that writes waits for another writer. Milliseconds.
PATIENCE = 2000


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        raise CommandError(f"{message[0].upper()}{message[1:]}; 'askwell --help' lists what there is.")


def _parser() -> _Parser:
    parser = _Parser(prog="askwell", allow_abbrev=False)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Parser)
    verbs.add_parser("sessions", help="id, date, status, title, one a line")
    verbs.add_parser("import", help="store a session file; prints the session's id").add_argument("file", type=Path)
    add_export(verbs)
    verbs.add_parser("check", help="look for damage in the stored sessions; says what it checked")
    verbs.add_parser("backup", help="a whole copy of the stored sessions").add_argument("file", type=Path)
    verbs.add_parser("restore", help="put a backup in their place").add_argument("file", type=Path)
    genogram = verbs.add_parser("genogram", help="draw the genogram of a session or GEDCOM file", allow_abbrev=False)
    genogram.add_argument("file", type=Path)
    genogram.add_argument("--width", type=int, default=0, metavar="PIXELS", help="of a PNG")
    genogram.add_argument("--out", type=Path, required=True, metavar="FILE")
    return parser


def run(argv: Sequence[str], data_dir: Path) -> int:
    """Do what `argv` (verb and arguments) says with the data in a folder; 0, or 2 with one line on standard error."""
    last_resort = _LastResort(data_dir)
    with last_resort:
        return _run(argv, data_dir)
    return _refuse(last_resort.sentence)


def _run(argv: Sequence[str], data_dir: Path) -> int:
    try:
        given = _parser().parse_args([shown(part) for part in argv[:1]] + list(argv[1:]))
        _VERBS[given.verb](given, data_dir)
        sys.stdout.flush()
    except (CommandError, StorageError, SessionFileError, OutputError) as error:
        return _refuse(str(error))
    except BrokenPipeError:  # whoever read our output has seen enough
        sys.stdout = None
    except OSError as error:
        return _refuse(f"The computer refused: {(error.strerror or 'the disk failed').lower()}.")
    return 0


class _LastResort:
    """Takes a fault of our own: type and place go into the log, and its text, which may quote people, nowhere."""

    def __init__(self, data_dir: Path) -> None:
        self._log = data_dir / "askwell.log"
        self.sentence = ""

    def __enter__(self) -> None:
        """Nothing to do before anything went wrong."""

    def __exit__(
        self, kind: type[BaseException] | None, _value: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if kind is None or not issubclass(kind, Exception):
            return False
        from app.faults import note, place_of

        logged = note(self._log, kind, trace)
        details = "details are in the log" if logged else place_of(kind, trace)
        self.sentence = f"Askwell could not do this because of a fault of its own; {details}."
        return True


def shown(text: str) -> str:
    """What somebody typed, as it can be said on one line: odd bytes are question marks."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"askwell: {one_line(sentence)}\n".encode(errors="replace").decode())
    return 2


def _say(line: str) -> None:
    """A line on standard output, in whatever letters the terminal has."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(line.encode(encoding, "replace").decode(encoding) + "\n")


# The stored sessions


@contextmanager
def _writing(data_dir: Path) -> Iterator[None]:
    from app.single import FolderLock

    lock = FolderLock(data_dir)
    if refusal := lock.take(PATIENCE):
        raise CommandError(refusal)
    try:
        yield
    finally:
        lock.let_go()


def _open(data_dir: Path, may_upgrade: bool) -> "Store":
    from models.storage.store import Store

    return Store(data_dir / FILE, may_upgrade=may_upgrade)


@contextmanager
def _reading(data_dir: Path) -> Iterator["Store | None"]:
    """The store to read from, None where nothing was ever stored. An older one is brought up to date first."""
    if not (data_dir / FILE).exists():
        if data_dir.exists() and not data_dir.is_dir():
            raise NotAFolderError(data_dir)
        yield None
        return
    try:
        store = _open(data_dir, may_upgrade=False)
    except OlderDatabaseError:
        with _writing(data_dir):
            store = _open(data_dir, may_upgrade=True)
    with closing(store):
        yield store


def _wanted(store: "Store | None", beginning: str) -> Session:
    """The session of an id, or of the only id that begins so."""
    found = store.ids_like(beginning) if store is not None and beginning else []
    if store is None or not found:
        raise CommandError(f"No session has the id '{one_line(beginning, 60)}'.")
    if len(found) > 1:
        raise CommandError(f"{len(found)} ids begin with '{beginning}'; give more letters of the one you mean.")
    return store.load(found[0])


# The verbs


def _sessions(_given: argparse.Namespace, data_dir: Path) -> None:
    from models.library import PAGE

    with _reading(data_dir) as store:
        skip = 0
        while store is not None and (page := store.list_sessions(skip=skip)):
            for each in page:
                held_on = each.held_on.isoformat() if each.held_on else "-"
                _say(f"{each.id}\t{held_on}\t{each.status.value}\t{one_line(each.title)}")
            skip += PAGE


def _import(given: argparse.Namespace, data_dir: Path) -> None:
    from app.session_file import read_file, session_text

    session = read_file(given.file)
    with _writing(data_dir), closing(_open(data_dir, may_upgrade=True)) as store:
        if session.id in store.ids_like(session.id):
            if session_text(store.load(session.id)) == session_text(session):
                _say(session.id)
                return
            session = Session(new_id(), session.entities())  # what is stored is never overwritten
        store.add(session)
    _say(session.id)


def _export(given: argparse.Namespace, data_dir: Path) -> None:
    from app.settings import Settings

    values = Settings(data_dir / "settings.json").values

    def load() -> Session:
        with _reading(data_dir) as store:
            return _wanted(store, given.id)

    write_file(given.out, exported(given, values, datetime.now().astimezone().date(), load))


def _check(_given: argparse.Namespace, data_dir: Path) -> None:
    with _reading(data_dir) as store:
        for line in store.check() if store is not None else [f"Nothing is stored in {data_dir} yet: nothing to check."]:
            _say(line)


def _backup(given: argparse.Namespace, data_dir: Path) -> None:
    with _reading(data_dir) as store:
        if store is None:
            raise CommandError(f"Nothing is stored in {data_dir} yet, so there is nothing to back up.")
        store.backup(given.file)


def _restore(given: argparse.Namespace, data_dir: Path) -> None:
    from models.storage.files import restore

    with _writing(data_dir):
        aside = restore(data_dir / FILE, given.file, datetime.now().astimezone())
    if aside is not None:
        _say(f"What was stored before is in {aside}")


def _genogram(given: argparse.Namespace, data_dir: Path) -> None:
    from app.gedcom import GedcomError
    from app.genogram.files import NARROWEST_ASKED, SUFFIXES, WIDEST_ASKED, PictureSizeError, genogram_file
    from app.settings import Settings

    suffix = given.out.suffix.lower()
    if suffix not in SUFFIXES:
        raise CommandError(f"A genogram is written as a file that ends in {', '.join(SUFFIXES)}.")
    if given.width and suffix != ".png":
        raise CommandError("Only a picture that ends in .png has a width in pixels.")
    if given.width and not NARROWEST_ASKED <= given.width <= WIDEST_ASKED:
        raise CommandError(f"A picture is from {NARROWEST_ASKED} to {WIDEST_ASKED:,} pixels wide.")
    solid = Settings(data_dir / "settings.json").values.all_couples_solid
    try:
        session = _family_in(given.file)
        held = drawing() if suffix != ".ged" else None
        content = genogram_file(session, suffix, given.width, solid)
    except (GedcomError, PictureSizeError) as error:
        raise CommandError(str(error)) from None
    del held  # not before everything is drawn
    write_file(given.out, content)


def _family_in(file: Path) -> Session:
    """The session of a session file, or of a GEDCOM file; told apart by how they begin, or else by their names."""
    from app.gedcom.source import looks_like_gedcom

    beginning = b""
    with suppress(OSError, ValueError):  # whoever reads it says why not
        if file.is_file():
            with file.open("rb") as opened:
                beginning = opened.read(200)
    if looks_like_gedcom(beginning) or (file.suffix.lower() in (".ged", ".gdz") and not beginning.startswith(b"{")):
        from app.gedcom.reader import gedcom_session

        return gedcom_session(file)
    from app.session_file import read_file

    return read_file(file)


_VERBS: Mapping[str, Callable[[Any, Path], None]] = {
    "sessions": _sessions,
    "import": _import,
    "export": _export,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "genogram": _genogram,
}
