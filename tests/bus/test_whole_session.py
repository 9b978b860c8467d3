"""A session of ten people, led from outside over the accessibility bus: things are found by role and name alone.

`main.py` runs as a program of its own under a screen that is not there. Nothing here knows a widget.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests import ten_people as room
from tests.bus.accessibility_bus import CHECKED, Bus
from tests.bus.desk import Desk, packages_missing
from tests.bus.screen_reader import ScreenReader
from tests.ten_people import FACILITATOR, PEOPLE, WORKER, WRITERS, Said

MAIN = [sys.executable, str(Path(__file__).parents[2] / "main.py")]
MISSING = packages_missing()
ENDS = {"zero": 0, "ten": 10}
#: In `.ci/run`, and wherever else somebody checks for all, it must run.
pytestmark = pytest.mark.skipif(
    bool(MISSING) and not os.environ.get("CI"), reason=f"needs the Debian packages {' '.join(MISSING)}"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk for one program. What the program said is shown where the test fails."""
    assert not MISSING, f"needs the Debian packages {' '.join(MISSING)}"
    with Desk(tmp_path) as made:
        yield made
    for log in tmp_path.glob("*.log"):
        print(f"== {log.name}\n{log.read_text(encoding='utf-8')}")


def prepare(at: ScreenReader) -> None:
    """Ten people, a child, the case."""
    at.press("New session")
    for name in PEOPLE:
        at.enter("Name", name, "Add person")
        at.find("text", f"Name of {name}")
    at.choose(f"Role of {room.ADVISOR}", "Advisor")
    at.write("Title", room.TITLE)
    at.write("Team", room.TEAM)
    at.write("Overview", room.OVERVIEW)
    at.press("Add child")
    at.write("Name of child 1", room.CHILD)
    at.write("Date of birth of child 1", room.BORN)
    at.write("Reference of child 1", room.REFERENCE)
    at.press("CP: child protection", "check box")
    at.put("Previous safety rating", room.PREVIOUS)
    at.press("Begin session")


def onward(at: ScreenReader, step: str, phase: str) -> None:
    """Go on, and hear that the step and phase are the ones meant."""
    at.press("Next phase")
    at.until(lambda: (at.text("Step"), at.text("Phase")) == (step, phase), f"{step}, {phase} does not come")


def first_four_steps(at: ScreenReader) -> None:
    """Introductions, genogram, free description, goal; the timer, and what undo does."""
    at.write(f"Job, {WORKER}", room.JOB)
    at.write(f"Part in the case, {WORKER}", room.PART)
    at.write(f"Involved for, {WORKER}", room.SINCE)
    at.press("Start timer")
    at.press("Add one minute")
    at.until(lambda: at.text("Time left").startswith("3:5"), "the minute is not added")
    at.press("Pause timer")
    at.find("push button", "Start timer")
    onward(at, "2. Genogram", "Draw")
    at.write("Person", room.GRAN)
    at.press("Add")
    at.until(lambda: any("Gran" in row.name for row in at.rows("People in the genogram")), "Gran is not there")
    onward(at, "3. Free description", "Talk")
    for text in room.NOTES:
        at.enter("Note", text, "Add line")
    at.until(lambda: len(at.rows("Notes")) == len(room.NOTES), "a line is missing")
    at.menu("Edit", "Undo Add note")
    at.until(lambda: len(at.rows("Notes")) == len(room.NOTES) - 1, "nothing is undone")
    at.menu("Edit", "Redo Add note")
    at.until(lambda: len(at.rows("Notes")) == len(room.NOTES), "nothing is redone")
    onward(at, "4. Worker's goal", "Talk")
    at.write("Worker's goal", room.GOAL)


def card(at: ScreenReader, said: Said) -> None:
    """Write a card, with all that is said about it."""
    at.write("Author", said.author)
    for end in ("zero", "ten"):
        if end in said.about:
            at.write(f"{ENDS[end]} means", said.about[end])
    if "audience" in said.about:
        at.choose("Ask", dict(room.AUDIENCES)[said.about["audience"]])
    if said.about.get("relationship"):
        at.press("Relationship question", "check box")
    if "element" in said.about:
        at.choose("Side of harm", dict(room.ELEMENTS)[said.about["element"]])
    at.enter("Card text", said.text, "Add card")


def write(at: ScreenReader, step: str) -> None:
    """Everybody's cards of a step."""
    for said in room.cards_of(step):
        card(at, said)
    at.until(lambda: len(at.rows("Cards")) == len(room.cards_of(step)), "a card is missing")


def read(at: ScreenReader, step: str) -> None:
    """Round the table, the facilitator last; somebody's card is the strongest."""
    for author in (*WRITERS[1:], FACILITATOR):
        at.until(partial(reads, at, f"{step} card 1 of {author.split()[0]}"), f"{author} does not read")
        if room.STRONGEST[step] == author:
            at.press("Strongest", "check box")
            at.until(lambda: at.find("check box", "Strongest").has(CHECKED), "the card is not marked")
        at.press("Next reader")


def reads(at: ScreenReader, card_begins: str) -> bool:
    """Whether a card that begins so is being read."""
    return at.text("Card being read").startswith(card_begins)


def choose(at: ScreenReader, step: str) -> None:
    """The worker's picks, and with whom each will be used."""
    for author, whom in room.PICKS[step]:
        at.pick("Cards", author.split()[0])
        at.press("Pick card")
        at.find("push button", "Give card back")
        if whom:
            at.write("With whom", whom)
            at.focus("list", "Cards")


def check_in(at: ScreenReader, step: str) -> None:
    """The worker's answers."""
    most_useful, usefulness = room.CHECK_INS[step]
    at.write("Most useful", most_useful)
    at.put("Usefulness", usefulness)


def rough_drafts(at: ScreenReader) -> None:
    """Steps 5 and 6."""
    for number, step, title in (
        (5, "rough-danger", "Rough danger statements"),
        (6, "rough-goals", "Rough safety goals"),
    ):
        onward(at, f"{number}. {title}", "Write")
        write(at, step)
        onward(at, f"{number}. {title}", "Read")
        read(at, step)


def points(at: ScreenReader, step: str) -> None:
    """Points on the map, one of which belongs elsewhere."""
    for where, text, column in room.POINTS:
        if where == step:
            at.enter("Point", text, "Add point")
            at.until(partial(at.hears, text), f"{text!r} is not on the map")
            if step == "working-well" and column == "worried":
                at.menu("Session", "Move point to the column before")


def working_well(at: ScreenReader) -> None:
    """Step 7, and around it what the room never notices: colours, sizes, masking, the advisor, help."""
    step = "7. What's working well?"
    onward(at, step, "Write")
    write(at, "working-well")
    onward(at, step, "Read")
    read(at, "working-well")
    onward(at, step, "Choose")
    choose(at, "working-well")
    looks(at)
    onward(at, step, "Map")
    points(at, "working-well")
    masking(at)
    onward(at, step, "Hand over")
    advisor(at)
    onward(at, step, "Check in")
    check_in(at, "working-well")
    palette_and_help(at)


def looks(at: ScreenReader) -> None:
    """Another theme, another size, a blank screen, and back."""
    at.menu("View", "Colours", "Dark")
    at.menu("View", "Larger")
    at.until(lambda: at.is_ticked("View", "Colours", "Dark"), "the colours are others")
    at.menu("View", "Usual size")
    at.menu("View", "Colours", "As the computer")
    at.menu("View", "Blank screen")
    at.gone("push button", "Next phase")
    assert not at.hears(FACILITATOR) and not at.hears("Tilly")
    at.press("Show everything again")
    at.find("push button", "Next phase")


def masking(at: ScreenReader) -> None:
    """No name of the family is to be heard while names are masked."""
    at.until(lambda: at.hears("Tilly") and at.hears("Gran"), "the names are not there")
    at.menu("View", "Mask names")
    at.until(lambda: not at.hears("Tilly") and not at.hears("Gran"), "names are heard")
    at.menu("View", "Mask names")
    at.until(lambda: at.hears("Tilly") and at.hears("Gran"), "the names do not come back")


def advisor(at: ScreenReader) -> None:
    """The advisor's window, a nudge, and both private notes."""
    at.menu("View", "Advisor window")
    at.window("Advisor")
    at.press("Questions, not advice")
    at.find("label", "once")
    at.press("Show my note")  # one screen is shared, so that it is folded
    at.write("Advisor's note", room.PRIVATE["advisor"])
    at.menu("View", "Advisor window")
    at.without_window("Advisor")
    at.menu("View", "Private notes…")
    at.press("Show my note")
    at.write("Facilitator's note", room.PRIVATE["facilitator"])


def _minutes(at: ScreenReader) -> str:
    """The minutes spent and planned; the end that stands behind them moves on with the clock on the wall."""
    return at.text("Session time").partition(" · ")[0]


def palette_and_help(at: ScreenReader) -> None:
    """A step left out by the palette and taken up again; help."""
    whole = _minutes(at)
    for left_out in (True, False):
        at.menu("View", "Find an action…")
        at.write("Find an action", "leave this step out")
        at.pick("Actions", "Leave this step out")
        at.press("Do it")
        at.without_window("Find an action")
        at.until(lambda out=left_out: (_minutes(at) != whole) is out, "the plan stays")  # type: ignore[misc]
    at.menu("Help", "Help for this phase")
    at.until(lambda: "useful" in at.text("Help"), "help does not speak of what is most useful")
    at.menu("Help", "Help for this phase")
    at.gone("text", "Help")


def scales(at: ScreenReader) -> None:
    """Step 8."""
    step = "8. Safety and other scales"
    onward(at, step, "Write")
    write(at, "scales")
    onward(at, step, "Read")
    read(at, "scales")
    onward(at, step, "Choose")
    choose(at, "scales")
    onward(at, step, "Map")
    for name, text in zip(("Scale question", "0 means", "10 means"), room.SCALE, strict=True):
        at.write(name, text)
    at.put("Current safety rating", room.OWN_RATING)
    for rater, value in room.OTHER_RATINGS:
        at.enter("Rater", f"{rater} {value}", "Add rating")
        at.find("spin box", f"Rating by {rater}")
    onward(at, step, "Hand over")
    onward(at, step, "Check in")
    check_in(at, "scales")


def worries(at: ScreenReader) -> None:
    """Steps 9 to 11."""
    onward(at, "9. Harm", "Recall")
    onward(at, "9. Harm", "Write")
    write(at, "harm")
    onward(at, "9. Harm", "Read")
    read(at, "harm")
    onward(at, "9. Harm", "Choose")
    at.put("Harm clarity", room.CLARITY)
    choose(at, "harm")
    onward(at, "9. Harm", "Map")
    points(at, "harm")
    onward(at, "9. Harm", "Hand over")
    for step, title in (("danger", "10. Danger statements"), ("safety-goals", "11. Safety goals")):
        onward(at, title, "Write")
        write(at, step)
        onward(at, title, "Read")
        read(at, step)
        onward(at, title, "Hand over")
        at.pick("Cards", f"of {room.TAKEN_UP[step].split()[0]}")
        at.press("Take up for the record", "check box")
        if step in room.CHECK_INS:
            onward(at, title, "Check in")
            check_in(at, step)


def review(at: ScreenReader) -> None:
    """Step 12 with a further focus, and step 13."""
    onward(at, "12. Review and next steps", "Review")
    at.write("Most useful", room.FIRST_ROUND[0])
    at.put("Usefulness", room.FIRST_ROUND[1])
    at.press("No, there is more", "check box")
    at.write("Further focus", room.FOCUS)
    for author, text in room.FOCUS_CARDS:
        card(at, Said("review", author, text))
    at.press("Review again")
    at.find("push button", "Open round 1")
    at.write("Most useful", room.LAST_ROUND[0])
    at.put("Usefulness", room.LAST_ROUND[1])
    at.press("Yes, enough for now", "check box")
    onward(at, "13. Review of the process", "Talk")
    for (kind, text), name in zip(room.LEARNING.items(), ("Useful", "Learnt", "Issues"), strict=True):
        del kind
        at.enter(name, text, f"Add line, {name}")


def afterwards(at: ScreenReader, file: Path) -> None:
    """The record: edited, exported, copied, signed off, closed."""
    at.press("Finish session")
    words = at.text("What's working well?")
    at.write("What's working well?", f"{words}\n{room.RECORD_SENTENCE}")
    at.press("Export record")
    at.write("File name:", str(file))
    at.press("Save")
    at.until(file.exists, "nothing is exported")
    at.find("push button", "Export record")
    at.press("Copy for the case system")
    at.until(lambda: at.hears("is on the clipboard"), "nothing is said of the copy")
    at.press("Close session")
    at.press("Sign it off first")
    at.press("Sign off")
    at.press("Close session")
    at.find("push button", "Amend record…")
    at.press("Home")
    at.until(lambda: any(room.TITLE in row.name and "done" in row.name for row in at.rows("Sessions")), "not at home")


def exported(data: Path, out: Path) -> dict[str, object]:
    """The one session that is stored, as a file."""
    ask = [*MAIN, "--data-dir", str(data)]
    listed = subprocess.run([*ask, "sessions"], capture_output=True, text=True, check=True).stdout
    session = listed.split("\t")[0].split()[0]
    subprocess.run([*ask, "export", session, "--as", "session-json", "--out", str(out)], check=True)
    whole: dict[str, object] = json.loads(out.read_text(encoding="utf-8"))
    return whole


def test_ten_people_are_led_over_the_accessibility_bus(desk: Desk, tmp_path: Path) -> None:
    askwell = desk.start([*MAIN, "--data-dir", str(tmp_path / "data")], "askwell")
    with closing(Bus(desk.session_bus)) as bus:
        at = ScreenReader(bus)
        prepare(at)
        first_four_steps(at)
        rough_drafts(at)
        working_well(at)
        scales(at)
        worries(at)
        review(at)
        afterwards(at, tmp_path / "record.pdf")
        at.menu("Session", "Quit")
        assert askwell.wait(15) == 0
    assert desk.log("askwell").read_text(encoding="utf-8") == ""
    assert (tmp_path / "record.pdf").read_bytes().startswith(b"%PDF")
    room.must_hold(exported(tmp_path / "data", tmp_path / "whole.json"))
