"""A family that comes into a session."""

from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from app.document import Document
from app.export_job import JobRunner
from app.gedcom.job import ImportJob
from app.gedcom.join import import_changes
from app.gedcom.reader import Gedcom, read_gedcom
from models.genogram import ChildOf, Household, Partnership, Person, Relationship
from models.references import dangling
from models.session import Session
from tests.app.gedcom.made import file_of
from tests.app.gedcom.same import told
from tests.app.gedcom.test_bad_files import BROKEN
from tests.app.gedcom.test_round_trip import everything
from tests.helpers import counted_ids

KINDS: tuple[type[Any], ...] = (Person, Partnership, ChildOf, Household, Relationship)


def test_a_family_comes_in_beside_another_as_one_step_of_undo() -> None:
    document = Document(Session("s", everything().entities()), counted_ids("new"))
    before = told(document.session)
    family = [one for kind in KINDS for one in everything().all(kind)]
    for _ in range(2):
        document.do("Import family", import_changes(document.session, family, document.new_id))
    people = document.session.all(Person)
    assert [person.name for person in people] == 3 * [person.name for person in everything().all(Person)]
    assert len({person.id for person in people}) == 36
    assert not list(dangling(document.session))
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert told(document.session) == before


def test_ids_stay_where_nobody_has_them() -> None:
    read = read_gedcom(file_of(12, 1).encode())
    changes = import_changes(Session("s"), read.entities, counted_ids())
    assert [change.after for change in changes] == list(read.entities)


def test_a_file_is_read_beside_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    file, found = tmp_path / "a.ged", []
    file.write_text(file_of(200, 1))
    runner, job = JobRunner(), ImportJob(file)
    job.found.connect(found.append)
    with qtbot.waitSignals([job.progressed, job.ended], timeout=20_000):
        runner.start(job)
    qtbot.waitUntil(lambda: bool(found))
    assert isinstance(found[0], Gedcom) and len(found[0].entities) > 200


def test_a_broken_file_is_said_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.ged"
    file.write_bytes(BROKEN["no level"][0])
    runner, job = JobRunner(), ImportJob(file)
    with qtbot.waitSignal(job.failed) as said, qtbot.assertNotEmitted(job.found):
        runner.start(job)
    assert said.args[0].startswith("a.ged: Line 8: ")


def test_a_reading_that_is_stopped_brings_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.ged"
    file.write_text(file_of(3000, 1))
    runner, job = JobRunner(), ImportJob(file)
    with qtbot.waitSignal(job.ended), qtbot.assertNotEmitted(job.found), qtbot.assertNotEmitted(job.failed):
        job.cancel()
        runner.start(job)
