"""Settings: what documents say of the agency holds at once, and what cannot be is said in a sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.agency import export_options, logo_file
from app.export.look import picture_size
from app.settings import Settings
from models.session import Details
from tests.widgets.evening import by_name
from tests.widgets.rooms import open_room
from widgets.parts.fields import LineField, TextField
from widgets.parts.fitting_dialog import ColourDialog, fit
from widgets.window import agency_panel, chime_setting
from widgets.window.agency_panel import Swatch
from widgets.window.settings_dialog import SettingsDialog

REFERENCE = "What the case system calls a child's number"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings) -> Iterator[SettingsDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = SettingsDialog(settings, None, window)
    made.show()
    yield made
    made.reject()


def said(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def picture(file: Path, width: int = 900, height: int = 100) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(20, 120, 60))
    assert image.save(str(file), "PNG")  # type: ignore[call-overload]
    return file


@pytest.mark.parametrize(
    ("name", "setting"),
    [("Agency's name", "agency_name"), ("Agency's short name", "agency_short_name"), (REFERENCE, "reference_label")],
)
def test_what_is_typed_holds_when_the_field_is_left_and_when_the_dialog_is(
    settings: Settings, dialog: SettingsDialog, tmp_path: Path, name: str, setting: str
) -> None:
    field = by_name(dialog, LineField, name)
    QTest.keyClicks(field, " Fairwater ")
    field.editingFinished.emit()
    assert getattr(settings.values, setting) == "Fairwater"
    field.setText("Bridgewater")
    dialog.reject()
    assert getattr(Settings(tmp_path / "settings.json").values, setting) == "Bridgewater"


def test_the_case_systems_label_is_the_forms_own_until_it_is_another(dialog: SettingsDialog) -> None:
    assert by_name(dialog, LineField, REFERENCE).placeholderText() == "LCS Reference No."


def test_a_colour_is_typed_and_shown_as_it_is_printed(settings: Settings, dialog: SettingsDialog) -> None:
    field, swatch = by_name(dialog, LineField, "Agency's colour"), by_name(dialog, Swatch, "Colour on paper")
    assert swatch.accessibleDescription() == "#0f5466" and agency_panel.OUR_COLOUR in said(dialog)
    field.setText("802020")
    field.editingFinished.emit()
    assert settings.values.agency_colour == "#802020" and field.text() == "#802020"
    assert swatch.accessibleDescription() == "#802020" and agency_panel.AS_CHOSEN in said(dialog)
    assert swatch.grab().toImage().pixelColor(9, 9) == QColor("#802020")
    field.setText("#ffd0d0")
    field.editingFinished.emit()
    assert settings.values.agency_colour == "#ffd0d0" and agency_panel.DARKENED in said(dialog)
    assert QColor(swatch.accessibleDescription()).lightness() < QColor("#ffd0d0").lightness()
    field.setText("")
    field.editingFinished.emit()
    assert settings.values.agency_colour == ""


def test_what_is_no_colour_is_said_whole_and_not_kept(qtbot: QtBot, settings: Settings, dialog: SettingsDialog) -> None:
    field = by_name(dialog, LineField, "Agency's colour")
    field.setText("blue")
    field.editingFinished.emit()
    (sentence,) = [
        label
        for label in dialog.findChildren(QLabel)
        if label.isVisible() and label.text().startswith("This is not a colour yet")
    ]
    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()))
    assert sentence.width() >= dialog.agency.width() and "six figures" not in sentence.text()
    dialog.accept()
    assert settings.values.agency_colour == ""


@pytest.mark.parametrize(("button", "kept"), [("OK", "#123456"), ("Cancel", "")])
def test_a_colour_is_chosen_from_the_dialog(
    settings: Settings, dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch, button: str, kept: str
) -> None:
    def choose(choice: ColourDialog) -> int:
        assert choice.picker.currentColor() == QColor("#0f5466")
        assert choice.minimumSizeHint().height() < 340  # 1366 × 768 at 200 per cent
        choice.picker.setCurrentColor(QColor("#123456"))
        shown = [each for each in choice.findChildren(QPushButton) if each.isVisibleTo(choice)]
        (found,) = [each for each in shown if each.text().replace("&", "") == button]
        found.click()
        return choice.result()

    monkeypatch.setattr(ColourDialog, "exec", choose)
    by_name(dialog, QPushButton, "Choose colour…").click()
    assert settings.values.agency_colour == kept
    assert by_name(dialog, LineField, "Agency's colour").text() == kept


def test_a_logo_is_chosen_shown_and_removed(
    qtbot: QtBot, settings: Settings, dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names = {button.accessibleName() for button in dialog.findChildren(QPushButton) if button.isVisible()}
    assert "Remove logo" not in names and agency_panel.NO_LOGO in said(dialog)
    file = picture(tmp_path / "logo.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_options: (str(file), ""))
    with qtbot.waitSignal(settings.changed):
        by_name(dialog, QPushButton, "Choose logo…").click()
    assert picture_size(logo_file(settings.values.agency_logo)) == (600, 66)
    assert export_options(settings.values).look().logo_size == (600, 66)
    shown = by_name(dialog, QLabel, "Logo").pixmap().toImage()
    assert shown.pixelColor(5, 5) == QColor(20, 120, 60)
    by_name(dialog, QPushButton, "Remove logo").click()
    assert settings.values.agency_logo == "" and agency_panel.NO_LOGO in said(dialog)


def test_a_logo_that_is_no_picture_is_refused_and_the_old_one_stays(
    qtbot: QtBot, settings: Settings, dialog: SettingsDialog, tmp_path: Path
) -> None:
    dialog.agency.read_logo(picture(tmp_path / "logo.png"))
    qtbot.waitUntil(lambda: bool(settings.values.agency_logo))
    before = settings.values.agency_logo
    (tmp_path / "note.txt").write_text("hello")
    qtbot.waitUntil(lambda: dialog.agency._job is None)
    dialog.agency.read_logo(tmp_path / "note.txt")
    qtbot.waitUntil(lambda: any("note.txt is no picture" in text for text in said(dialog)))
    assert settings.values.agency_logo == before
    assert by_name(dialog, QLabel, "Logo").pixmap().height() > 0


def test_the_dialog_fits_a_small_screen_and_every_control_can_be_reached(
    qtbot: QtBot, settings: Settings, dialog: SettingsDialog, tmp_path: Path
) -> None:
    dialog.resize(660, 340)  # 1366 × 768 at 200 per cent
    QApplication.processEvents()
    assert dialog.minimumSizeHint().width() <= 660 and dialog.minimumSizeHint().height() <= 340
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.solid.setFocus()
    dialog._follower.follow()
    seen = dialog.solid.visibleRegion().boundingRect()
    assert seen.height() == dialog.solid.height()
    assert dialog.close_button.visibleRegion().boundingRect().height() == dialog.close_button.height()


def test_authors_are_a_setting_of_the_session_that_is_open(qtbot: QtBot) -> None:
    room = open_room()
    window = QWidget()
    qtbot.addWidget(window)
    dialog = SettingsDialog(room.settings, room.document, window)
    assert dialog.authors.isChecked()
    dialog.authors.click()
    assert not room.session.one(Details).authors_shown


def test_a_dialog_that_is_larger_than_the_screen_is_brought_into_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    window.setGeometry(room.adjusted(100, 100, 400, 300))
    window.show()
    fit(window)
    assert room.contains(window.geometry())


def test_the_chime_is_turned_off_and_heard_once(qtbot: QtBot, settings: Settings, dialog: SettingsDialog) -> None:
    QTest.mouseClick(dialog.chime.on, Qt.MouseButton.LeftButton)
    assert not settings.values.chime
    play = by_name(dialog, QPushButton, "Play it once")
    assert chime_setting.NO_PLAYER not in said(dialog)
    with qtbot.waitSignal(dialog.chime.chime.beeped):  # no test has a player
        play.click()
    assert chime_setting.NO_PLAYER in said(dialog)


def test_words_added_are_seen_and_taken_away(dialog: SettingsDialog, settings: Settings) -> None:
    own = by_name(dialog, TextField, "Words added on this computer")
    own.setPlainText("lushi\nmamgu lushi")
    own.setFocus()
    dialog.spelling.on.setFocus()
    assert settings.values.own_words == "lushi\nmamgu"
    own.setPlainText("mamgu")
    dialog.close()
    assert settings.values.own_words == "mamgu"


def test_spelling_help_is_turned_off(dialog: SettingsDialog, settings: Settings) -> None:
    dialog.spelling.on.click()
    assert not settings.values.spelling
