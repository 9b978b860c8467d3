"""Masking holds from the moment it is asked for: no frame of any window that is painted after it shows a name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QToolTip
from pytestqt.qtbot import QtBot

from app import resources
from tests.widgets.seen import Frames, family_names, painted, stale
from tests.widgets.whole import session_page, whole_application
from widgets.application import Application
from widgets.parts.fields import LineField, TextField, text_of
from widgets.window.masked_names import MASKED

PROCESS = resources.process("group_supervision")
PHASES = [(step.id, phase.id) for step, phase in PROCESS.walk()]


@pytest.fixture
def application(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    qapp.setCursorFlashTime(0)
    with whole_application(qapp, qtbot, tmp_path, monkeypatch) as made:
        yield made


def names_of(application: Application) -> re.Pattern[str]:
    assert application.sitting is not None
    return family_names(application.sitting.open.session)


def settle(qapp: QApplication) -> None:
    for _ in range(10):
        qapp.processEvents()


def mask(qapp: QApplication, application: Application) -> list[str]:
    """Mask names as the key does, and give what still shows one: at once, in any later frame, or left standing."""
    settle(qapp)
    names, frames = names_of(application), Frames(names_of(application))
    qapp.installEventFilter(frames)
    application.window.menus.mask.setChecked(True)
    windows = [window for window in qapp.topLevelWidgets() if window.isVisible()]
    found = [f"at once: {line}" for window in windows for line in painted(window).splitlines() if names.search(line)]
    settle(qapp)
    qapp.removeEventFilter(frames)
    assert frames.painted
    found += [f"later: {line}" for line in frames.found]
    found += [f"left standing: {type(window).__name__}" for window in windows if window.isVisible() and stale(window)]
    return found


def test_no_phase_shows_a_name_in_any_frame_after_it(qapp: QApplication, application: Application) -> None:
    page, masked = session_page(application), application.window.menus.mask
    given, shown = {}, 0
    for place in PHASES:
        masked.setChecked(False)
        page.engine.go_to(*place)
        settle(qapp)
        shown += bool(names_of(application).search(painted(application.window)))
        if found := mask(qapp, application):
            given[place] = found
    assert shown > len(PHASES) // 2  # so that the test sees names where there are some
    assert not given


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (("working-well", "write"), "Card text"),
        (("free-description", "talk"), "Note"),
        (("working-well", "map"), "Point"),
    ],
)
def test_half_typed_text_shows_no_name_and_none_of_it_is_lost(
    qapp: QApplication, qtbot: QtBot, application: Application, place: tuple[str, str], name: str
) -> None:
    page, window = session_page(application), application.window
    page.engine.go_to(*place)
    settle(qapp)
    field = next(
        each
        for each in [*page.findChildren(TextField), *page.findChildren(LineField)]
        if each.accessibleName() == name and each.isVisible()
    )
    field.setFocus()
    qtbot.keyClicks(field, "Jade, would Tanya say")
    assert not mask(qapp, application)
    qtbot.keyClicks(field, "x")
    assert text_of(field) == "J., would T. say" and window.foot.message == MASKED
    window.menus.mask.setChecked(False)
    assert text_of(field) == "Jade, would Tanya say"


def opened_pages(application: Application) -> Iterator[str]:
    """Every page and window beside the phases, one after the other, by name."""
    sitting, window = application.sitting, application.window
    assert sitting is not None
    page = session_page(application)
    page.engine.go_to("working-well", "choose")
    page.beside.toggle_advisor()
    page.beside.show_private_notes()
    notes = next(each for each in QApplication.topLevelWidgets() if each.windowTitle() == "Private notes")
    field = next(each for each in notes.findChildren(TextField))
    field.setVisible(True)
    field.setPlainText("Tanya is tired; Jade said so.")
    yield "windows beside"
    notes.close()
    page.beside.toggle_advisor()
    combo = next(each for each in page.findChildren(QComboBox) if each.isVisible() and each.count() > 1)
    combo.showPopup()
    yield "a choice that is open"
    combo.hidePopup()
    QToolTip.showText(window.mapToGlobal(window.rect().center()), "Tanya", window)
    for action in (window.menus.help, window.menus.palette, window.menus.settings):
        action.trigger()
        yield action.text()
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog):
                dialog.close()
    for name, show in (("prepare", sitting.show_prepare), ("after", sitting.show_after)):
        show()
        yield name
    sitting.show_documents("record-pdf")
    yield "documents"


def test_no_page_and_no_window_beside_shows_a_name_in_any_frame_after_it(
    qapp: QApplication, application: Application
) -> None:
    given = {}
    for name in opened_pages(application):
        if found := mask(qapp, application):
            given[name] = found
        application.window.menus.mask.setChecked(False)
        settle(qapp)
    assert not given


def test_a_page_that_was_out_of_sight_shows_no_name_when_it_comes_back(
    qapp: QApplication, application: Application
) -> None:
    sitting, names = application.sitting, names_of(application)
    assert sitting is not None
    for place in (("working-well", "choose"), ("genogram", "draw"), ("harm", "map"), ("worker-goal", "talk")):
        sitting.show_session()
        sitting.open.engine.go_to(*place)
        settle(qapp)
        assert names.search(painted(application.window))
        sitting.show_documents()
        frames = Frames(names)
        application.window.menus.mask.setChecked(True)
        qapp.installEventFilter(frames)
        sitting.show_session()
        assert not names.search(painted(application.window)), place
        settle(qapp)
        qapp.removeEventFilter(frames)
        assert frames.painted and not frames.found, place
        application.window.menus.mask.setChecked(False)


def test_neither_title_nor_foot_nor_undo_names_anybody(
    qapp: QApplication, qtbot: QtBot, application: Application
) -> None:
    sitting, window = application.sitting, application.window
    assert sitting is not None
    document = sitting.open.document
    document.set("Change “Title”", document.session.details, title="Tanya Marsh and Jade")
    assert "Tanya" in window.windowTitle()
    window.menus.mask.setChecked(True)
    names = names_of(application)
    assert not names.search(window.windowTitle())
    for _ in range(document.undo_stack.count()):
        assert not names.search(window.menus.undo.text())
        window.menus.undo.trigger()
        assert not names.search(window.foot.message)
        assert not names.search(window.menus.redo.text())


def test_whoever_types_over_initials_is_told_why_nothing_comes(qtbot: QtBot, application: Application) -> None:
    page, window = session_page(application), application.window
    page.engine.go_to("worker-goal", "talk")
    field = next(
        each for each in page.findChildren(TextField) if each.accessibleName() == "Worker's goal" and each.isVisible()
    )
    field.setFocus()
    window.menus.mask.setChecked(True)
    before = field.toPlainText()
    qtbot.keyClicks(field, "a")
    assert field.toPlainText() == before
    assert window.foot.message == MASKED
    window.menus.mask.setChecked(False)
    qtbot.keyClicks(field, "a")
    assert field.toPlainText() != before
