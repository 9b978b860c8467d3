"""Mouse, touch and keys on the picture itself, and what stands round it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from models.genogram import Gender, Line, Person, Relationship
from models.session import Session
from tests.widgets.canvas.test_view_places import canvas_of, session_of
from widgets.canvas.canvas import GenogramCanvas
from widgets.canvas.handles import HANDLES, SIZE, handle_at, place


@pytest.fixture
def canvas(qtbot) -> GenogramCanvas:
    people = [
        Person("a", "Ann", Gender.FEMALE, "40", rank=0),
        Person("b", "Bo", Gender.MALE, "41", rank=1),
        Person("f", "Fay", outside=True, rank=2, friend_of="a"),
    ]
    return canvas_of(qtbot, Session("s", people))


def at(canvas: GenogramCanvas, person: str) -> QPoint:
    return canvas.view.place_of(person).toPoint()


def person(canvas: GenogramCanvas, who: str) -> Person:
    return canvas.document.session.get(Person, who)


def drag(canvas: GenogramCanvas, start: QPoint, end: QPoint, release: bool = True) -> None:
    QTest.mousePress(canvas.view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas.view, start + (end - start) / 2)
    QTest.mouseMove(canvas.view, end)
    if release:
        QTest.mouseRelease(canvas.view, Qt.MouseButton.LeftButton, pos=end)


def hover(canvas: GenogramCanvas, spot: QPoint) -> None:
    QTest.mouseMove(canvas.view, spot + QPoint(1, 1))  # a mouse that is there already does not move
    QTest.mouseMove(canvas.view, spot)


def button(canvas: GenogramCanvas, name: str) -> QPushButton:
    return next(one for one in canvas.findChildren(QPushButton) if one.accessibleName() == name)


# Handles


@pytest.mark.parametrize("scale", [0.15, 0.6, 1.35, 4.0])
def test_handles_are_large_enough_at_any_scale_and_apart(canvas: GenogramCanvas, scale: float) -> None:
    canvas.view.zoom(scale / canvas.view._camera.scale)
    ring = canvas.view.ring()
    boxes = [place(handle, ring) for handle in HANDLES]
    assert SIZE >= 24
    for number, box in enumerate(boxes):
        assert handle_at(box.center(), ring) is HANDLES[number]


@pytest.mark.parametrize("handle", HANDLES, ids=lambda handle: handle.command)
def test_a_click_on_a_handle_asks_what_its_key_asks(canvas: GenogramCanvas, monkeypatch, handle) -> None:
    asked = []
    monkeypatch.setattr(canvas.control, "run", asked.append)
    canvas.control.focus_on("a")
    hover(canvas, at(canvas, "a"))
    spot = place(handle, canvas.view.ring()).center().toPoint()
    hover(canvas, spot)
    QTest.mouseClick(canvas.view, Qt.MouseButton.LeftButton, pos=spot)
    assert asked == [handle.command]
    assert canvas.control.focus == "a"


def test_a_line_is_drawn_from_the_handle_to_another_person(canvas: GenogramCanvas, monkeypatch) -> None:
    joined = []
    monkeypatch.setattr(canvas.control, "join", lambda *both: joined.append(both), raising=False)
    canvas.control.focus_on("a")
    hover(canvas, at(canvas, "a"))
    start = place(HANDLES[4], canvas.view.ring()).center().toPoint()
    drag(canvas, start, at(canvas, "b"))
    assert joined == [("a", "b")]
    hover(canvas, at(canvas, "a"))
    drag(canvas, start, QPoint(3, 3))  # to nobody
    drag(canvas, start, at(canvas, "b"), release=False)
    canvas.view.setFocus()
    QTest.keyClick(canvas.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas.view, Qt.MouseButton.LeftButton, pos=at(canvas, "b"))
    assert len(joined) == 1


# Dragging


def test_a_dragged_person_keeps_to_the_row_and_a_friend_goes_anywhere(canvas: GenogramCanvas) -> None:
    for who, keeps in (("a", True), ("f", False)):
        before = canvas.view.drawing.people[who]
        start = at(canvas, who)
        drag(canvas, start, start + QPoint(-60, 50))
        pinned = person(canvas, who)
        assert pinned.x == pytest.approx(before.x - 60 / canvas.view._camera.scale, abs=1.5)
        assert (abs(pinned.y - before.y) < 0.01) is keeps


def test_whoever_was_dropped_stays_under_the_hand(canvas: GenogramCanvas) -> None:
    end = at(canvas, "a") + QPoint(-50, 0)
    drag(canvas, at(canvas, "a"), end)
    assert (at(canvas, "a") - end).manhattanLength() <= 2


def test_escape_takes_a_drag_back(canvas: GenogramCanvas) -> None:
    start = at(canvas, "a")
    drag(canvas, start, start + QPoint(90, 0), release=False)
    canvas.view.setFocus()
    QTest.keyClick(canvas.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas.view, Qt.MouseButton.LeftButton, pos=start + QPoint(90, 0))
    assert person(canvas, "a").x is None and not canvas.document.undo_stack.count()


def test_dragging_off_the_canvas_is_harmless(canvas: GenogramCanvas) -> None:
    start = at(canvas, "b")
    drag(canvas, start, QPoint(canvas.view.width() + 4000, -3000))
    assert canvas.view.rect().adjusted(-60, -60, 60, 60).contains(at(canvas, "b"))
    assert not canvas.view._hand._run.isActive()


def test_a_drag_ends_when_the_family_changes_under_it(canvas: GenogramCanvas) -> None:
    start = at(canvas, "b")
    drag(canvas, start, start + QPoint(90, 0), release=False)
    canvas.control.edits.delete("b")
    QTest.mouseRelease(canvas.view, Qt.MouseButton.LeftButton, pos=start)
    canvas.view.grab()
    assert "b" not in canvas.view.drawing.people


def test_paper_is_dragged_and_the_family_with_it(canvas: GenogramCanvas) -> None:
    before = at(canvas, "a")
    drag(canvas, QPoint(20, 20), QPoint(60, 50))
    assert at(canvas, "a") - before == QPoint(40, 30)


def test_the_way_without_dragging(canvas: GenogramCanvas) -> None:
    canvas.control.focus_on("a")
    canvas.view.setFocus()
    x = canvas.view.drawing.people["a"].x
    QTest.keyClick(canvas.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert person(canvas, "a").x == x - 20
    assert button(canvas, "Let go").isEnabled()
    QTest.keyClick(canvas.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert person(canvas, "a").x is None and not button(canvas, "Let go").isEnabled()
    canvas.control.focus_on("f")
    y = canvas.view.drawing.people["f"].y
    QTest.keyClick(canvas.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert person(canvas, "f").y == y + 20
    before = at(canvas, "a")
    QTest.keyClick(canvas.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert at(canvas, "a").x() < before.x()


# Zoom


def wheel(canvas: GenogramCanvas, turn: QPoint, fine: QPoint | None = None, **more: object) -> None:
    phase = more.get("phase", Qt.ScrollPhase.NoScrollPhase)
    keys = more.get("keys", Qt.KeyboardModifier.NoModifier)
    middle = QPointF(canvas.view.rect().center())
    where = QPointF(canvas.view.mapToGlobal(middle))
    event = QWheelEvent(middle, where, fine or QPoint(), turn, Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(canvas.view, event)


def test_wheel_zooms_and_two_fingers_push(canvas: GenogramCanvas) -> None:
    scale = canvas.view._camera.scale
    wheel(canvas, QPoint(0, 120))
    assert canvas.view._camera.scale > scale
    scale, before = canvas.view._camera.scale, at(canvas, "a")
    wheel(canvas, QPoint(0, 120), QPoint(0, 30), phase=Qt.ScrollPhase.ScrollUpdate)
    assert canvas.view._camera.scale == scale and at(canvas, "a").y() == before.y() + 30
    wheel(canvas, QPoint(0, -120), QPoint(0, -30), phase=Qt.ScrollPhase.ScrollUpdate,
          keys=Qt.KeyboardModifier.ControlModifier)  # fmt: skip
    assert canvas.view._camera.scale < scale


def test_zoom_by_keys_and_buttons(canvas: GenogramCanvas) -> None:
    canvas.view.setFocus()
    fitted = canvas.view._camera.scale
    QTest.keyClicks(canvas.view, "++-")
    assert canvas.view._camera.scale == pytest.approx(fitted * 1.25)
    button(canvas, "Zoom in").click()
    assert canvas.view._camera.scale == pytest.approx(fitted * 1.5625)
    QTest.keyClicks(canvas.view, "0")
    assert canvas.view._camera.scale == pytest.approx(fitted)


def test_two_fingers_on_the_screen_zoom(canvas: GenogramCanvas) -> None:
    screen = QTest.createTouchDevice()
    scale = canvas.view._camera.scale
    middle = canvas.view.rect().center()
    for step in range(0, 100, 10):
        touch = QTest.touchEvent(canvas.view, screen)
        spots = (middle - QPoint(40 + step, 0), middle + QPoint(40 + step, 0))
        for number, spot in enumerate(spots):
            (touch.press if step == 0 else touch.move)(number, spot, canvas.view)
        touch.commit()
    assert canvas.view._camera.scale > scale * 1.5
    end = QTest.touchEvent(canvas.view, screen)
    for number in (0, 1):
        end.release(number, middle, canvas.view)
    end.commit()


# Menu


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_of_a_person_has_the_same_commands(canvas: GenogramCanvas, reason) -> None:
    canvas.control.focus_on("a")
    spot = at(canvas, "a")
    QApplication.sendEvent(canvas.view, QContextMenuEvent(reason, spot, canvas.view.mapToGlobal(spot)))
    menu = canvas.findChild(QMenu, "", Qt.FindChildOption.FindDirectChildrenOnly)
    names = [action.text().partition("\t")[0] for action in menu.actions()]
    assert {"Parents", "Partner", "Child", "Line", "Delete"} <= set(names)
    next(action for action in menu.actions() if action.text().startswith("Died")).trigger()
    menu.close()
    assert canvas.control.mode is not None


# Round the picture


@pytest.mark.parametrize("width", [420, 700, 1000, 1900])
def test_every_command_is_in_sight_or_under_more(canvas: GenogramCanvas, width: int) -> None:
    canvas.resize(width, 600)
    QApplication.processEvents()
    bar = canvas.bar
    shown = [one for one in bar.findChildren(QPushButton) if one.isVisible()]
    assert all(bar.rect().contains(one.geometry()) for one in shown)
    bar._menu.aboutToShow.emit()
    below = {action.text().partition("\t")[0] for action in bar._menu.actions()}
    names = {one.accessibleName() for one in bar.findChildren(QPushButton)} - {"More commands"}
    assert {one.accessibleName() for one in shown} - {"More commands"} | below == names
    assert not {one.accessibleName() for one in shown} & below


def test_a_command_under_more_does_what_it_says(canvas: GenogramCanvas) -> None:
    canvas.resize(420, 600)
    canvas.bar._menu.aboutToShow.emit()
    next(one for one in canvas.bar._menu.actions() if one.text().startswith("Died")).trigger()
    assert canvas.control.focus


def test_the_picture_alone_takes_typing_and_gives_all_back(canvas: GenogramCanvas) -> None:
    canvas.view.setFocus()
    wide = canvas.view.width()
    QTest.keyClick(canvas.view, Qt.Key.Key_F9)
    assert not canvas.bar.isVisible() and not canvas.side.isVisible() and not canvas.foot.isVisible()
    QApplication.processEvents()
    assert canvas.view.width() > wide
    QTest.keyClick(canvas.view, Qt.Key.Key_C)
    assert canvas.foot.isVisible() and canvas.foot.field.isVisible()
    QTest.keyClicks(canvas.foot.field, "Kit 4")
    QTest.keyClick(canvas.foot.field, Qt.Key.Key_Return)
    assert "Kit" in {one.name for one in canvas.document.session.all(Person)}
    assert not canvas.foot.isVisible()
    QTest.keyClick(canvas.view, Qt.Key.Key_Escape)
    assert canvas.bar.isVisible() and canvas.side.isVisible() and canvas.foot.isVisible()


def test_the_legend_covers_nobody(qtbot) -> None:
    canvas = canvas_of(qtbot, session_of(40, 2))
    button(canvas, "Legend").click()
    assert canvas.legend.isVisible() and "male" in canvas.legend.accessibleDescription()
    for person_id in sorted(canvas.view.drawing.people)[:8]:
        canvas.control.focus_on(person_id)
        ring = canvas.view.ring()
        assert not canvas.legend.geometry().intersects(ring.toAlignedRect())
    canvas.fit()
    assert canvas.view.covered(QRectF(canvas.legend.geometry())) == 0
    button(canvas, "Legend").click()
    assert not canvas.legend.isVisible()


def test_the_list_can_give_its_room_to_the_picture(canvas: GenogramCanvas) -> None:
    button(canvas, "List").click()
    assert not canvas.side.isVisible()
    assert not canvas._settings.values.list_shown
    button(canvas, "List").click()
    assert canvas.side.isVisible()


def test_list_and_picture_go_together(canvas: GenogramCanvas) -> None:
    canvas.list.fill()
    canvas.list.setCurrentIndex(canvas.list.rows.index(1))
    assert canvas.control.focus == canvas.list.current_id()
    canvas.control.focus_on("f")
    assert canvas.list.current_id() == "f"


def test_enter_in_the_list_opens_the_details_and_escape_closes_them(canvas: GenogramCanvas) -> None:
    canvas.control.focus_on("b")
    canvas.list.fill()
    canvas.list.setFocus()
    QTest.keyClick(canvas.list, Qt.Key.Key_Return)
    assert canvas.side.open and canvas.side.form.isVisible()
    canvas.control.focus_on("a")
    assert canvas.side.form._context.person == "a"
    QTest.keyClick(canvas.side.form.first_field(), Qt.Key.Key_Escape)
    assert not canvas.side.open and canvas.list.isVisible()


def test_couples_are_drawn_solid_where_that_is_set(canvas: GenogramCanvas) -> None:
    canvas.control.edits.partner("a", "Cy 44 m", also_parent=False)
    dashed = canvas.view.grab().toImage()
    canvas._settings.set(all_couples_solid=True)
    assert canvas.view.grab().toImage() != dashed


def test_leaving_with_the_mouse_takes_the_handles_away(canvas: GenogramCanvas) -> None:
    hover(canvas, at(canvas, canvas.control.focus))
    assert canvas.view._near
    QApplication.sendEvent(canvas.view, QEvent(QEvent.Type.Leave))
    assert not canvas.view._near


def test_handles_do_not_follow_who_walks_by_keys(canvas: GenogramCanvas) -> None:
    canvas.control.focus_on("a")
    hover(canvas, at(canvas, "a"))
    canvas.view.setFocus()
    QTest.keyClick(canvas.view, Qt.Key.Key_Right)
    assert canvas.control.focus == "b" and not canvas.view._near


def test_a_tie_is_kept_where_somebody_is_dragged(canvas: GenogramCanvas) -> None:
    canvas.document.add("Add line", Relationship("r", "a", "b", Line.CLOSE))
    drag(canvas, at(canvas, "a"), at(canvas, "a") - QPoint(70, 0), release=False)
    canvas.view.grab()
    QTest.mouseRelease(canvas.view, Qt.MouseButton.LeftButton, pos=at(canvas, "a"))
    assert [line.kind for line in canvas.view.drawing.lines] == ["relationship"]
