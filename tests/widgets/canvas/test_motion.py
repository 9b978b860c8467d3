"""What moves is seen moving, and is where it belongs at once: for keys, for mice, and where less motion is wanted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.genogram.drawing import Drawing, Placed
from models.genogram import Person
from models.session import Session
from tests.widgets.canvas.test_view_places import canvas_of, session_of
from widgets.canvas import motion
from widgets.canvas.camera import bounds_of
from widgets.canvas.canvas import GenogramCanvas
from widgets.canvas.motion import nearest_kept


@pytest.fixture
def moving(monkeypatch) -> None:
    monkeypatch.setattr(motion, "wanted", lambda: True)


def place(canvas: GenogramCanvas, person: str) -> tuple[int, int]:
    return canvas.view.place_of(person).toPoint().toTuple()


def test_whoever_is_in_focus_stays_where_the_eyes_are(qtbot, moving) -> None:
    canvas = canvas_of(qtbot, session_of(30, 3))
    canvas.view.zoom(0.3 / canvas.view._camera.scale)
    canvas.view._centre()
    for number, person in enumerate(sorted(canvas.view.drawing.people)[::4]):
        canvas.control.focus_on(person)
        x, y = place(canvas, person)
        canvas.control.edits.sibling(person, f"New{number} 3")
        now_x, now_y = place(canvas, person)
        assert max(abs(now_x - x), abs(now_y - y)) <= 1, person


def test_keys_never_wait_for_what_moves(qtbot, moving) -> None:
    canvas = canvas_of(qtbot, Session("s"))
    kelly = canvas.control.edits.add("Kelly 38 f")
    canvas.control.focus_on(kelly)
    canvas.control.edits.parent(kelly, "Jim 70")
    assert canvas.view.moving
    canvas.view.setFocus()
    QTest.keyClick(canvas.view, Qt.Key.Key_Up)
    assert not canvas.view.moving or canvas.control.focus != kelly
    assert canvas.control.focus != kelly


def test_a_motion_ends_by_itself_at_its_end(qtbot, moving, monkeypatch) -> None:
    monkeypatch.setattr(motion, "LASTS", 30)
    canvas = canvas_of(qtbot, Session("s", [Person("a", "Ann")]))
    canvas.control.edits.sibling("a", "Bo 3")
    assert canvas.view.moving
    qtbot.waitUntil(lambda: not canvas.view.moving)
    shown = canvas.view.grab().toImage()
    canvas.view._still.forget()
    assert canvas.view.grab().toImage() == shown


def test_on_the_way_newcomers_come_up_out_of_the_paper(qtbot, moving, monkeypatch) -> None:
    monkeypatch.setattr(motion, "LASTS", 1_000_000)
    canvas = canvas_of(qtbot, Session("s", [Person("a", "Ann")]))
    canvas.control.edits.sibling("a", "Bo 3")
    early = canvas.view.grab().toImage()
    assert canvas.view._motion is not None
    canvas.view._motion.at = 0.7
    later = canvas.view.grab().toImage()
    canvas.view.settle()
    assert len({early.cacheKey(), later.cacheKey()}) == 2 and early != later != canvas.view.grab().toImage()


@pytest.mark.parametrize("still", ["system", "setting"])
def test_nothing_moves_where_less_motion_is_wanted(qtbot, monkeypatch, still: str) -> None:
    monkeypatch.setattr(motion, "wanted", lambda: still != "system")
    canvas = canvas_of(qtbot, Session("s", [Person("a", "Ann")]))
    canvas._settings.set(less_motion=still == "setting")
    canvas.control.edits.sibling("a", "Bo 3")
    assert not canvas.view.moving


def test_the_system_is_asked_whether_things_may_move(qtbot, monkeypatch) -> None:
    class Style:
        def __init__(self, lasts: int) -> None:
            self.styleHint: Callable[[object], int] = lambda _hint: lasts

    for lasts, may in ((0, False), (200, True)):
        monkeypatch.setattr(motion.QApplication, "style", lambda lasts=lasts: Style(lasts))
        assert motion.wanted() is may


def test_the_nearest_who_is_left_stands_still_when_somebody_is_deleted() -> None:
    people = {name: Placed(name, x, 0, 40, 60, 0) for name, x in (("a", 0.0), ("b", 100.0), ("c", 300.0))}
    before = Drawing(people)
    after = Drawing({name: placed for name, placed in people.items() if name != "c"})
    assert nearest_kept(before, after, "c") == "b"
    assert nearest_kept(before, after, "a") == "a"
    assert nearest_kept(before, Drawing({}), "a") == ""


def test_the_scale_stays_while_people_fit_and_shrinks_to_what_can_be_read(qtbot) -> None:
    canvas = canvas_of(qtbot, Session("s", [Person("a", "Ann")]))
    canvas.control.focus_on("a")
    scales = []
    for number in range(30):
        canvas.control.edits.sibling("a", f"Sib{number} {number + 1}")
        scales.append(canvas.view._camera.scale)
    assert scales == sorted(scales, reverse=True)
    assert scales[0] == scales[3] and scales[-1] == 0.6
    ring = canvas.view.ring()
    assert ring is not None and canvas.view.rect().contains(ring.toAlignedRect())


def test_zooming_by_hand_is_respected(qtbot) -> None:
    canvas = canvas_of(qtbot, session_of(12, 1))
    canvas.view.zoom(1.6)
    scale = canvas.view._camera.scale
    canvas.control.edits.sibling(canvas.control.focus, "Ann 3")
    canvas.control.edits.died(canvas.control.focus)
    assert canvas.view._camera.scale == scale


def test_paper_is_never_pushed_out_of_sight(qtbot) -> None:
    canvas = canvas_of(qtbot, session_of(12, 1))
    for way in (QPointF(90_000, 0), QPointF(0, 90_000), QPointF(-90_000, -90_000)):
        canvas.view.push(way)
        seen = canvas.view._camera.seen(bounds_of(canvas.view.drawing))
        assert seen.intersects(QRectF(canvas.view.rect()))


def test_pushed_paper_looks_as_if_painted_anew(qtbot) -> None:
    canvas = canvas_of(qtbot, session_of(40, 2))
    canvas.view.grab()
    for way in (QPointF(37, 0), QPointF(0, -21), QPointF(-60, 45), QPointF(5000, 5000)):
        canvas.view.push(way)
        copied = canvas.view.grab().toImage()
        canvas.view._still.forget()
        assert differing(canvas.view.grab().toImage(), copied) < 0.004  # dashes may begin elsewhere where paper is new


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that are not the same."""
    pixels = [bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()) for image in (one, other)]
    places = range(0, len(pixels[0]), 4)
    return sum(pixels[0][at : at + 4] != pixels[1][at : at + 4] for at in places) / len(places)
