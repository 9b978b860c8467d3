"""Files that are broken: a sentence with the line or the person named, and nothing half read."""

import io
import re
import time
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from app.gedcom import GedcomCancelledError, GedcomError
from app.gedcom.reader import gedcom_session, read_gedcom, read_gedcom_file
from app.gedcom.source import LARGEST, MOST_PEOPLE
from app.gedcom.writer import gedcom_text
from models.genogram import Person
from models.references import dangling
from models.session import Session
from tests.app.gedcom.made import file_of, gedcom_of
from tests.app.gedcom.test_round_trip import everything
from tests.families import grown

FIVE = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n2 FORM LINEAGE-LINKED\n1 CHAR {char}\n{body}0 TRLR\n"
SEVEN = "0 HEAD\n1 GEDC\n2 VERS 7.0\n{body}0 TRLR\n"
KELLY = "0 @I1@ INDI\n1 NAME Kelly /Marsh/\n"


def five(body: str, char: str = "UTF-8") -> bytes:
    return FIVE.format(char=char, body=body).encode()


def seven(body: str) -> bytes:
    return SEVEN.format(body=body).encode()


def names(content: bytes) -> list[str]:
    return [entity.name for entity in read_gedcom(content).entities if isinstance(entity, Person)]


BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "blank": (b"\n \r\n", "empty"),
    "junk": (bytes(range(256)) * 20, "Line 1: this is not a GEDCOM file"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "Line 1"),
    "a session file": (b'{"format": "askwell-session"}', "Line 1"),
    "cut off": (five(KELLY)[:-8], "ends here, in the middle"),
    "no level": (five(KELLY + "Marsh was here\n"), "Line 8: this is not a line of GEDCOM"),
    "level jumps": (five(KELLY + "3 DATE 1990\n"), "Line 8: the level jumps from 1 to 3"),
    "level jumps in 7": (seven(KELLY + "3 DATE 1990\n"), "Line 6: the level jumps"),
    "huge level": (five("9" * 5000 + " X\n"), "Line 6"),
    "long line": (five(KELLY + "1 NOTE " + "x" * 1_000_001 + "\n"), "Line 8: the line is longer"),
    "long xref": (five(f"0 @{'I' * 300}@ INDI\n"), "Line 6: the cross-reference is longer"),
    "twice": (five(KELLY + KELLY), "Line 8: @I1@ names two records"),
    "twice, of two kinds": (seven(KELLY + "0 @I1@ FAM\n"), "Line 6: @I1@ names two records"),
    "no such family": (five(KELLY + "1 FAMC @F9@\n"), "Line 8: @F9@ is named as the family that Kelly Marsh (@I1@)"),
    "no such partner": (five(KELLY + "0 @F1@ FAM\n1 HUSB @I9@\n"), "Line 9: @I9@ is named as a partner"),
    "no such child": (seven(KELLY + "0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @I9@\n"), "Line 8: @I9@ is named as a child"),
    "no such friend": (five(KELLY + "1 ASSO @I9@\n2 RELA friend\n"), "Line 8: @I9@ is named beside Kelly Marsh"),
    "a child that is a family": (five(KELLY + "0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @F1@\n"), "Line 10: @F1@"),
    "own ancestor": (
        five(KELLY + "1 FAMC @F1@\n1 FAMS @F1@\n0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @I1@\n"),
        "Line 6: Kelly Marsh (@I1@) would be their own forebear",
    ),
    "own grandmother": (
        five(
            KELLY + "0 @I2@ INDI\n0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @I2@\n0 @F2@ FAM\n1 WIFE @I2@\n1 CHIL @I1@\n"
        ),
        "would be their own forebear",
    ),
    "a couple alone": (five(KELLY + "0 @F1@ FAM\n1 WIFE @I1@\n1 HUSB @I1@\n"), "Line 10: Kelly Marsh (@I1@) cannot"),
    "three partners": (
        five(KELLY + "0 @I2@ INDI\n0 @I3@ INDI\n0 @F1@ FAM\n1 WIFE @I1@\n1 HUSB @I2@\n1 HUSB @I3@\n"),
        "Line 13: the family @F1@ has more than two partners",
    ),
    "a family that knows nothing of it": (
        five(KELLY + "1 FAMS @F1@\n0 @I2@ INDI\n0 @I3@ INDI\n0 @F1@ FAM\n1 WIFE @I2@\n1 HUSB @I3@\n"),
        "Line 8: Kelly Marsh (@I1@) is said to be a partner in a family that is of @I2@ and @I3@ already",
    ),
    "cp1252 called UTF-8": (five(KELLY).replace(b"Kelly", b"Andr\xe9"), "Line 7: this is not UTF-8"),
    "cp1252 in 7": (seven(KELLY).replace(b"Kelly", b"Andr\xe9"), "Line 5: this is not UTF-8"),
    "letters called ASCII": (five(KELLY, "ASCII").replace(b"Kelly", b"Andr\xe9"), "Line 7: this is not ASCII"),
    "no ANSEL": (five(KELLY, "ANSEL").replace(b"Kelly", b"\xff\xff\x90"), "Line 7: this is not ANSEL"),
    "bytes called UNICODE": (five(KELLY, "UNICODE").replace(b"Kelly", b"Andr\xe9"), "letters are UNICODE"),
    "a codec that is none": (five(KELLY, "zlib").replace(b"Kelly", b"Andr\xe9"), "“zlib”"),
    "half of UTF-16": (b"\xff\xfe" + five(KELLY).decode().encode("utf-16-le")[:-3], "Line 8"),
    "UTF-32": (five(KELLY).decode().encode("utf-32"), "UTF-32"),
    "a version to come": (seven(KELLY).replace(b"7.0", b"8.1"), "Line 3: this is GEDCOM 8.1"),
    "control characters in 7": (seven(KELLY.replace("Kelly", "K\x01")), "Line 5: this is not GEDCOM 7 (banned"),
    "small letters in 7": (seven(KELLY + "1 sex F\n"), "Line 6: this is not GEDCOM 7 (malformed line)"),
    "an unknown extension": (seven(KELLY).replace(b"7.0\n", b"7.0\n1 SCHMA\n2 TAG X\n"), "Line 5"),
    "an empty zip": (b"PK\x03\x04" + b"\0" * 40, "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_file_is_refused_in_one_sentence(how: str) -> None:
    content, said = BROKEN[how]
    with pytest.raises(GedcomError) as refused:
        read_gedcom(content)
    sentence = str(refused.value)
    assert said in sentence
    assert len(sentence) < 250 and sentence.endswith(".") and sentence.isprintable()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "."), content)
    return out.getvalue()


def test_a_gedzip_is_read_and_a_bomb_is_not_unpacked() -> None:
    assert names(zipped(gedcom__ged=five(KELLY), photo__jpg=b"x")) == ["Kelly Marsh"]
    with pytest.raises(GedcomError, match=r"gedcom\.ged"):
        read_gedcom(zipped(other__ged=five(KELLY)))
    began = time.perf_counter()
    with pytest.raises(GedcomError, match="too large"):
        read_gedcom(zipped(gedcom__ged=b"0 HEAD\n" * (LARGEST // 4)))
    assert time.perf_counter() - began < 10


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.ged"
    with file.open("wb") as out:
        out.truncate(LARGEST * 2)
    began = time.perf_counter()
    with pytest.raises(GedcomError, match=r"large\.ged is too large"):
        read_gedcom_file(file)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("path", ["none.ged", ".", "a\0b.ged"])
def test_what_is_no_file_is_said_so(tmp_path: Path, path: str) -> None:
    with pytest.raises(GedcomError):
        gedcom_session(tmp_path / path)


def test_the_files_name_stands_before_the_line(tmp_path: Path) -> None:
    file = tmp_path / "marsh.ged"
    file.write_bytes(BROKEN["no level"][0])
    with pytest.raises(GedcomError, match=r"^marsh\.ged: Line 8: "):
        gedcom_session(file)


def test_a_hundred_thousand_people_are_too_many_and_that_is_said_at_once() -> None:
    content = five("".join(f"0 @I{number}@ INDI\n1 NAME N{number} //\n" for number in range(100_000)))
    began = time.perf_counter()
    with pytest.raises(GedcomError, match=f"100,000 people; Askwell draws families of up to {MOST_PEOPLE:,}"):
        read_gedcom(content)
    assert time.perf_counter() - began < 3


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(GedcomError, match="lines"):
        read_gedcom(five("1 NOTE x\n" * 1_000_001))


def test_reading_stops_where_it_is_told_to() -> None:
    for content in (file_of(2000, 2).encode(), file_of(2000, 2, seven=True).encode()):
        asked = iter([False, False, *([True] * 1000)])
        with pytest.raises(GedcomCancelledError):
            read_gedcom(content, cancelled=lambda asked=asked: next(asked))


WRITTEN: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-8 with mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16 with mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16 the other way": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without mark": lambda text: text.encode("utf-16-le"),
    "UTF-16 the other way without mark": lambda text: text.encode("utf-16-be"),
    "lines that end in CR": lambda text: text.replace("\n", "\r").encode(),
    "lines that end in CR LF": lambda text: text.replace("\n", "\r\n").encode(),
    "indented, with empty lines": lambda text: text.replace("\n1", "\n\n    1").encode(),
}


@pytest.mark.parametrize("how", WRITTEN)
@pytest.mark.parametrize("char", ["UTF-8", "UNICODE", "ANSEL", ""])
def test_letters_are_read_whatever_the_file_says_of_them(how: str, char: str) -> None:
    body = "0 @I1@ INDI\n1 NAME Zoë /Łuczak/\n0 @I2@ INDI\n1 NAME فاطمة\n"
    assert names(WRITTEN[how](FIVE.format(char=char, body=body))) == ["Zoë Łuczak", "فاطمة"]


def test_a_lie_about_the_letters_is_a_warning() -> None:
    read = read_gedcom(FIVE.format(char="ANSEL", body="0 @I1@ INDI\n1 NAME Zoë\n").encode())
    assert read.warnings == ("The file says that its letters are ANSEL; they are UTF-8.",)


@pytest.mark.parametrize(
    ("char", "written", "said"),
    [("ANSEL", b"Zo\xe8e", "Zoë"), ("ANSI", b"Zo\xeb", "Zoë"), ("IBMPC", b"Zo\x89", "Zoë"), ("", b"Zo\xe8e", "Zoë")],
)
def test_letters_of_old_programs_are_read(char: str, written: bytes, said: str) -> None:
    content = five(KELLY, char).replace(b"Kelly /Marsh/", written)
    assert [unicodedata.normalize("NFC", name) for name in names(content)] == [said]


def test_letters_cut_in_the_middle_are_joined() -> None:
    content = five("0 @I1@ INDI\n1 NAME Zo\n2 CONC X\n").replace(b"Zo\n2 CONC X", b"Zo\xc3\n2 CONC \xab")
    assert names(content) == ["Zoë"]


def test_a_birth_after_a_death_is_kept_and_said() -> None:
    read = read_gedcom(five(KELLY + "1 BIRT\n2 DATE 1990\n1 DEAT\n2 DATE 1980\n"))
    assert read.warnings == ("Line 6: Kelly Marsh is born in 1990, after the death in 1980; kept as it is.",)
    [person] = read.entities
    assert (person.born, person.death, person.died) == ("1990", "1980", True)


def test_a_person_without_a_name_is_somebody_not_known() -> None:
    assert names(five("0 @I1@ INDI\n1 NAME //\n0 @I2@ INDI\n0 INDI\n")) == ["", "", ""]


WORDS = [b"@I1@", b"@F1@", b"FAMC", b"CHIL", b"CONT", b"CONC", b"\xff", b"\0", b"\r", b"99", b"@", b"0 ", b"@VOID@",
         b"1 ASSO @I2@\n2 ROLE FRIEND\n", b"TRLR", b"\xc3", b"2 DATE BET 1 AND 2\n",
         b"1 ADOP\n2 FAMC @F0@\n"]  # fmt: skip


def spoilt(content: bytes, random: Random) -> bytes:
    """A file with one or a few things wrong in it."""
    for _ in range(random.choice((1, 1, 2, 5))):
        place = random.randrange(len(content) + 1)
        lines = content.split(b"\n")
        one, other = random.randrange(len(lines)), random.randrange(len(lines))
        kind = random.randrange(5)
        if kind == 0:
            content = content[:place] + content[place + random.choice((1, 2, 20, 200)) :]
        elif kind == 1:
            content = content[:place] + random.choice(WORDS) + content[place:]
        elif kind == 2:
            lines[one], lines[other] = lines[other], lines[one]
        elif kind == 3:
            lines.insert(other, lines[one])
        else:
            del lines[one]
        if kind > 1:
            content = b"\n".join(lines)
        if not content:
            return content
    return content


@pytest.mark.parametrize("seed", range(8))
def test_a_spoilt_file_is_read_whole_or_refused_in_a_sentence(seed: int) -> None:
    random = Random(seed)
    files = [file_of(12, seed, seven).encode() for seven in (False, True)] + [gedcom_text(everything()).encode()]
    for _ in range(40):
        content = spoilt(random.choice(files), random)
        try:
            read = read_gedcom(content)
        except GedcomError as error:
            assert re.match(r"(Line \d+: |The file|Askwell)", str(error)), error
        else:
            assert not list(dangling(Session("s", read.entities)))


def test_ten_thousand_people_are_read() -> None:
    assert len(names(gedcom_of(grown(MOST_PEOPLE, 1), seven=False).encode())) == MOST_PEOPLE
