"""The command line: exit status 0, or 2 with one line on standard error, whatever the user's world does."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from app.command_line import run
from app.library import FILE
from app.session_file import session_text
from app.single import FolderLock
from models.cards import Card, CardKind
from models.genogram import ChildOf, Partnership, Person, Place
from models.moments import day_words
from models.people import Participant
from models.session import KINDS, Details, Session
from models.storage.errors import FullDiskError, NotAFolderError
from models.storage.store import Store
from tests.app.export.reading import pages
from tests.app.test_session_file import BROKEN, small


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.json"
    path.write_text(session_text(small()))
    return path


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str], data: Path) -> Callable[..., str]:
    """Runs a verb that must fail, and gives its one line."""

    def act(*argv: object) -> str:
        capsys.readouterr()
        assert run([str(part) for part in argv], data) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("askwell: ") and said.err.endswith("\n") and said.err.count("\n") == 1
        return said.err

    return act


@pytest.fixture
def done(capsys: pytest.CaptureFixture[str], data: Path) -> Callable[..., str]:
    """Runs a verb that must go well, and gives what it printed."""

    def act(*argv: object) -> str:
        capsys.readouterr()
        assert run([str(part) for part in argv], data) == 0
        said = capsys.readouterr()
        assert said.err == ""
        return said.out

    return act


Act = Callable[..., str]


def test_an_import_is_listed_and_its_export_is_the_same_file(done: Act, file: Path, tmp_path: Path) -> None:
    assert done("import", file) == "small-1\n"
    assert done("sessions") == "small-1\t-\tplanned\tBell family\n"
    out = tmp_path / "out.json"
    assert done("export", "small", "--as", "session-json", "--out", out) == ""
    assert out.read_bytes() == file.read_bytes()


def test_the_same_file_twice_is_stored_once(done: Act, file: Path) -> None:
    assert done("import", file) == done("import", file) == "small-1\n"
    assert len(done("sessions").splitlines()) == 1


def test_other_content_under_a_stored_id_is_stored_beside_it(done: Act, file: Path) -> None:
    done("import", file)
    file.write_text(session_text(Session("small-1", [Details(title="Other")])))
    other = done("import", file).strip()
    assert other != "small-1"
    listed = [line.split("\t") for line in done("sessions").splitlines()]
    assert {each[0]: each[3] for each in listed} == {"small-1": "Bell family", other: "Other"}


@pytest.mark.parametrize("how", BROKEN)
def test_nothing_of_a_broken_file_is_stored(refused: Act, done: Act, data: Path, file: Path, how: str) -> None:
    plain = json.loads(session_text(small()))
    BROKEN[how][0](plain)
    file.write_text(json.dumps(plain))
    assert "small.json" in refused("import", file)
    assert not data.exists()


def test_a_title_with_line_breaks_and_tabs_stays_on_its_line(done: Act, file: Path) -> None:
    session = small()
    file.write_text(session_text(Session("a", [replace(session.details, title="One\ntwo\tthree\x1b[31m")])))
    done("import", file)
    assert done("sessions") == "a\t-\tplanned\tOne two three [31m\n"


@pytest.mark.parametrize(
    "argv",
    [
        [], ["nonsense"], ["export"], ["export", "x", "--as", "session-json"], ["sessions", "more"], ["import"],
        ["import", "/none/such.json"], ["import", "/"], ["import", "/dev/zero"], ["import", "a\x00b"],
        ["export", "x", "--as", "poem", "--out", "/tmp/x"], ["export", "x", "--as", "record-docx", "--out", "/tmp/x"],
        ["export", "none", "--as", "session-json", "--out", "/tmp/x"],
        ["export", "", "--as", "record-pdf", "--out", "/"],
        ["export", "small", "--as", "session-json", "--with-genogram", "--out", "/tmp/x"],
        ["genogram", "a", "--out", "b.svg"], ["backup", "/none/such/b.db"], ["restore", "/none/such/b.db"],
        ["restore", "/"], ["check", "--thoroughly"],
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_line(refused: Act, argv: list[str]) -> None:
    assert len(refused(*argv)) < 300


def test_the_day_of_a_copy_stands_at_its_foot(done: Act, file: Path, tmp_path: Path) -> None:
    done("import", file)
    out = tmp_path / "record.pdf"
    done("export", "small", "--as", "record-pdf", "--out", out)
    foot = pages(out.read_bytes())[0]
    assert day_words(datetime.now().astimezone().date()) in foot
    assert "Copy" not in foot


@pytest.mark.usefixtures("qapp")
def test_a_record_takes_the_genogram_with_it(done: Act, file: Path, tmp_path: Path) -> None:
    file.write_text(session_text(Session("small-1", [Person("k", "Kelly", age="38")])))
    done("import", file)
    there = {
        "record-text": b"Family\n------\nThe family\n",
        "record-pdf": b"/Count 3",
        "record-docx": b"word/media/",
    }
    for form, words in there.items():
        out = tmp_path / form
        done("export", "small", "--as", form, "--out", out)
        assert words not in out.read_bytes()
        done("export", "small", "--as", form, "--with-genogram", "--out", out)
        assert words in out.read_bytes()


CARDED = Session(
    "small-1",
    [
        Participant("bea", "Bea"),
        Card("one", "working-well", CardKind.QUESTION, "bea", "Which evening went well?", 0, asked_of="Mum"),
        Card("two", "danger", CardKind.DANGER_STATEMENT, "bea", "We fear the nights.", 1),
    ],
)


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        ([], "All cards by step", "Questions for"),
        (["--person", "mum"], "Questions for mum", "Bea"),
        (["--sheets", "person"], "Questions for Mum", "Bea"),
        (["--sheets", "person", "--person", "Mum", "--large-print"], "Questions for Mum", "Bea"),
        (["--sheets", "statements"], "Your own danger statement", "Which evening"),
        (["--sheets", "hands", "--two-up"], "Cards", "Your own"),
        (["--sheets", "hands", "--no-authors"], "Set 1", "Bea"),
        (["--sheets", "scales"], "No scale has been written yet.", "Bea"),
        (["--sheets", "blank"], "Name", "Which evening"),
        (["--sheets", "pack", "--no-authors", "--two-up", "--large-print"], "Questions for Mum", "Bea"),
    ],
)
def test_sheets_of_every_kind_can_be_asked_for(
    done: Act, file: Path, tmp_path: Path, asked: list[str], there: str, not_there: str
) -> None:
    file.write_text(session_text(CARDED))
    done("import", file)
    done("export", "small", "--as", "sheets-pdf", *asked, "--out", tmp_path / "out.pdf")
    text = " ".join("".join(pages((tmp_path / "out.pdf").read_bytes())).split())
    assert there in text
    assert not_there not in text


def test_what_no_sheet_has_is_refused_by_name(done: Act, refused: Act, file: Path, tmp_path: Path) -> None:
    done("import", file)
    export = ["export", "small", "--out", tmp_path / "x", "--as"]
    assert "all-cards, person" in refused(*export, "sheets-pdf", "--sheets", "papyrus")
    assert "one person" in refused(*export, "sheets-pdf", "--sheets", "hands", "--person", "Mum")
    assert "question sheets" in refused(*export, "record-pdf", "--sheets", "hands")
    assert "question sheets" in refused(*export, "record-pdf", "--person", "Mum")
    assert "halves to cut" in refused(*export, "record-pdf", "--two-up")
    assert "question sheets" in refused(*export, "pack-pdf", "--person", "Mum")
    assert "no large print of session-json" in refused(*export, "session-json", "--large-print")
    assert not (tmp_path / "x").exists()


def test_a_beginning_that_fits_two_ids_is_refused(done: Act, refused: Act, file: Path, tmp_path: Path) -> None:
    for session_id in ("ab1", "ab2"):
        file.write_text(session_text(Session(session_id)))
        done("import", file)
    assert "2 ids" in refused("export", "ab", "--as", "session-json", "--out", tmp_path / "x")


@pytest.mark.parametrize("out", ["folder", "none/such.json", "a\x00b", "x" * 300])
def test_an_export_that_cannot_be_written_says_so(
    done: Act, refused: Act, file: Path, tmp_path: Path, out: str
) -> None:
    (tmp_path / "folder").mkdir()
    done("import", file)
    refused("export", "small", "--as", "session-json", "--out", tmp_path / out)
    assert not list(tmp_path.glob("**/*.part"))


def test_an_export_that_fails_leaves_the_old_file(done: Act, refused: Act, file: Path, tmp_path: Path) -> None:
    done("import", file)
    out = tmp_path / "out.json"
    out.write_text("old")
    (tmp_path / f".askwell-{os.getpid()}-{threading.get_ident()}.part").mkdir()  # in the way of the new one
    try:
        refused("export", "small", "--as", "session-json", "--out", out)
    finally:
        assert out.read_text() == "old"


def test_check_says_what_it_checked(done: Act, file: Path) -> None:
    assert "nothing to check" in done("check")
    done("import", file)
    said = done("check")
    assert "1 read whole" in said and f"{len(KINDS) + 1} of {len(KINDS) + 1}" in said


def test_a_backup_brings_everything_back(done: Act, file: Path, tmp_path: Path, data: Path) -> None:
    done("import", file)
    done("backup", tmp_path / "b.db")
    file.write_text(session_text(Session("later")))
    done("import", file)
    aside = Path(done("restore", tmp_path / "b.db").strip().rpartition(" ")[2])
    assert done("sessions").split("\t")[0] == "small-1"
    assert len(done("sessions").splitlines()) == 1
    with Store(aside) as old:
        assert {each.id for each in old.list_sessions()} == {"small-1", "later"}


def test_a_backup_over_the_sessions_themselves_is_refused(done: Act, refused: Act, file: Path, data: Path) -> None:
    done("import", file)
    refused("backup", data / FILE)
    refused("restore", data / FILE)
    assert done("sessions")


def test_what_is_no_backup_is_refused_and_nothing_is_replaced(
    done: Act, refused: Act, file: Path, tmp_path: Path, data: Path
) -> None:
    done("import", file)
    (tmp_path / "garbage.db").write_bytes(b"no database at all" * 500)
    (tmp_path / "empty.db").write_bytes(b"")
    with sqlite3.connect(tmp_path / "foreign.db") as foreign:
        foreign.execute("create table t (a)")
    foreign.close()
    done("backup", tmp_path / "half.db")
    with (tmp_path / "half.db").open("r+b") as half:
        half.truncate(20_000)
    for name in ("garbage", "empty", "foreign", "half"):
        assert f"{name}.db" in refused("restore", tmp_path / f"{name}.db")
    assert done("sessions").startswith("small-1")
    assert sorted(path.name for path in data.iterdir() if path.suffix == ".db") == [FILE]


def test_while_somebody_else_writes_we_read_but_do_not_write(done: Act, refused: Act, file: Path, data: Path) -> None:
    done("import", file)
    lock = FolderLock(data)
    assert lock.take() == ""
    try:
        assert done("sessions")
        assert "open" in refused("import", file)
    finally:
        lock.let_go()


def test_a_newer_or_damaged_library_is_named(done: Act, refused: Act, file: Path, data: Path) -> None:
    done("import", file)
    with Store(data / FILE) as store, store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert "newer" in refused("sessions")
    assert "newer" in refused("import", file)
    (data / FILE).write_bytes(b"garbage" * 1000)
    assert "damaged" in refused("check")
    assert "damaged" in refused("import", file)


def test_a_data_folder_that_is_a_file_is_named(refused: Act, data: Path, file: Path) -> None:
    data.write_text("")
    argvs = (["sessions"], ["import", file], ["check"], ["restore", file], ["backup", file])
    assert {refused(*argv) for argv in argvs} == {f"askwell: {NotAFolderError(data)}\n"}


def test_odd_bytes_in_a_verb_are_said_plainly(refused: Act) -> None:
    assert "'a???b'" in refused("a\udcff\x1b\nb")


def test_a_fault_of_ours_is_one_sentence_and_its_text_goes_nowhere(
    refused: Act, done: Act, file: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("Tilly Marsh")

    monkeypatch.setattr(Store, "list_sessions", fail)
    done("import", file)
    said = refused("sessions")
    log = (data / "askwell.log").read_text()
    assert "details are in the log" in said and "ZeroDivisionError at app/command_line.py" in log
    assert "Tilly" not in said + log


def test_what_is_damaged_inside_is_said_without_quoting_it(refused: Act, done: Act, file: Path, data: Path) -> None:
    done("import", file)
    with Store(data / FILE) as store, store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE details SET held_on = 'Tilly Marsh'")
    out = data.parent / "o.json"
    for argv in (["check"], ["import", file], ["export", "small-1", "--as", "session-json", "--out", out]):
        said = refused(*argv)
        assert "damaged" in said and "Tilly" not in said


@pytest.mark.parametrize("form", ["record-pdf", "record-text", "sheets-pdf"])
def test_every_format_is_written(done: Act, file: Path, tmp_path: Path, form: str) -> None:
    done("import", file)
    done("export", "small-1", "--as", form, "--out", tmp_path / "out")
    assert (tmp_path / "out").stat().st_size > 100


# Genograms


def test_a_genogram_is_drawn_without_a_screen_and_its_text_is_text(tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    argv = [sys.executable, "main.py", "genogram", "resources/practice_session.json", "--out", str(out)]
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(argv, capture_output=True, text=True, env=bare, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    svg = ElementTree.parse(out).getroot()
    said = {"".join(each.itertext()).strip() for each in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Jade", "15", "Nan’s house; Jade some nights"} <= said


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("suffix", "begins"), [(".pdf", b"%PDF"), (".PNG", b"\x89PNG"), (".json", b"{"), (".svg", b"<?")]
)
def test_each_form_of_a_genogram(done: Act, file: Path, tmp_path: Path, suffix: str, begins: bytes) -> None:
    done("genogram", file, "--out", tmp_path / f"out{suffix}")
    assert (tmp_path / f"out{suffix}").read_bytes().startswith(begins)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["a\x00\x01b", "<b>&amp; ]]>", "\ufffe"])
def test_a_genogram_of_any_name_is_sound_svg(done: Act, tmp_path: Path, name: str) -> None:
    file, out = tmp_path / "any.json", tmp_path / "out.svg"
    file.write_text(session_text(Session("a", [Person("p", name), Details(title=name)])))
    done("genogram", file, "--out", out)
    ElementTree.parse(out)


@pytest.mark.usefixtures("qapp")
def test_where_everybody_stands_is_said_in_json(done: Act, file: Path, tmp_path: Path) -> None:
    done("genogram", file, "--out", tmp_path / "out.json")
    said = json.loads((tmp_path / "out.json").read_text())
    assert {person["name"] for person in said["people"]} == {"Kelly", "Leo"}


def test_what_cannot_be_drawn_is_refused(refused: Act, file: Path, tmp_path: Path) -> None:
    assert "not a file" in refused("genogram", tmp_path / "family.ged", "--out", tmp_path / "out.svg")
    assert ".svg, .pdf, .png, .json, .ged" in refused("genogram", file, "--out", tmp_path / "out.gif")
    out = tmp_path / "out.png"
    for width in ("99", "20001", "-5", "wide", "9" * 30):
        refused("genogram", file, "--out", out, "--width", width)
    assert ".png" in refused("genogram", file, "--out", tmp_path / "out.svg", "--width", "900")
    assert not out.exists()


@pytest.mark.usefixtures("qapp")
def test_a_picture_is_as_wide_as_asked(done: Act, file: Path, tmp_path: Path) -> None:
    done("genogram", file, "--out", tmp_path / "out.png", "--width", "1234")
    assert QImage(str(tmp_path / "out.png")).width() == 1234


@pytest.mark.usefixtures("qapp")
def test_a_picture_too_large_to_draw_is_refused(refused: Act, tmp_path: Path) -> None:
    file, out = tmp_path / "tall.json", tmp_path / "out.png"
    generations = [Person(f"p{number}", f"P{number}") for number in range(150)]
    couples = [Partnership(f"c{number}", f"p{number}") for number in range(149)]
    links = [ChildOf(f"l{number}", f"p{number + 1}", f"c{number}") for number in range(149)]
    file.write_text(session_text(Session("a", [*generations, *couples, *links])))
    assert "pixels wide" in refused("genogram", file, "--out", out, "--width", "5000")
    assert not out.exists()


GEDCOM = "0 HEAD\n1 GEDC\n2 VERS {version}\n0 @I1@ INDI\n1 NAME Zoë /Marsh/\n0 TRLR\n"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("version", ["5.5.1", "7.0"])
@pytest.mark.parametrize("name", ["family.ged", "family.txt", "family.json"])
def test_gedcom_is_told_by_how_it_begins(done: Act, tmp_path: Path, version: str, name: str) -> None:
    (tmp_path / name).write_text(GEDCOM.format(version=version), encoding="utf-8")
    done("genogram", tmp_path / name, "--out", tmp_path / "out.json")
    [person] = json.loads((tmp_path / "out.json").read_text())["people"]
    assert (person["id"], person["name"]) == ("I1", "Zoë Marsh")


def test_a_session_leaves_as_gedcom_and_comes_in_again(done: Act, file: Path, tmp_path: Path) -> None:
    done("genogram", file, "--out", tmp_path / "one.ged")
    done("genogram", tmp_path / "one.ged", "--out", tmp_path / "two.ged")
    assert (tmp_path / "one.ged").read_bytes() == (tmp_path / "two.ged").read_bytes()


def test_a_broken_gedcom_file_is_named_with_its_line_and_nothing_is_written(refused: Act, tmp_path: Path) -> None:
    file, out = tmp_path / "marsh.ged", tmp_path / "out.svg"
    file.write_text(GEDCOM.format(version="5.5.1").replace("1 NAME", "3 NAME"), encoding="utf-8")
    assert "marsh.ged: Line 5: the level jumps from 0 to 3." in refused("genogram", file, "--out", out)
    assert not out.exists()


@pytest.mark.usefixtures("qapp")
def test_everybody_stands_where_the_room_saw_them(done: Act, tmp_path: Path) -> None:
    file, out = tmp_path / "kept.json", tmp_path / "out.json"
    session = Session("a", [Person("p", "P"), Person("q", "Q"), Place("p", 500, 20), Place("q", 20, 20)])
    file.write_text(session_text(session))
    done("genogram", file, "--out", out)
    places = {person["id"]: person["x"] for person in json.loads(out.read_text())["people"]}
    assert places["p"] - places["q"] == pytest.approx(480)


def test_a_full_disk_promises_nothing_where_nothing_waits(
    refused: Act, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise FullDiskError(tmp_path / FILE)

    monkeypatch.setattr(Store, "add", fail)
    assert "then try again" in refused("import", file)
    assert "will be kept" in FullDiskError(tmp_path / FILE).waiting
