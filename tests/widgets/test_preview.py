"""Pages to look at: only those in sight are drawn, whatever the document's length and however large they are shown."""

import threading

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.export_job import JobRunner
from app.pdf_pages import PdfPages
from app.preview_job import Pages
from tests.widgets.papers import A4, LYING, pdf
from widgets.documents.preview import ZOOMS, Preview
from widgets.documents.preview_bar import PreviewBar


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    jobs = JobRunner()
    made = Preview(jobs)
    qtbot.addWidget(made, before_close_func=lambda _widget: (made.clear(), jobs.close()))
    made.resize(640, 480)
    made.show()
    return made


def pages(*sizes: tuple[float, float]) -> Pages:
    made = pdf(*sizes)
    with PdfPages(made) as opened:
        return Pages(made, opened.sizes())


def sheets(preview: Preview) -> list[QWidget]:
    found = [each for each in preview.viewport().findChildren(QWidget) if each.accessibleName().startswith("Page ")]
    return [each for each in found if each.isVisible()]


def all_drawn(preview: Preview) -> bool:
    drawings = preview.drawings
    return bool(drawings._wanted) and all(strip in drawings._strips for strip in drawings._wanted)


def test_pages_have_names_and_their_words_are_read_out(qtbot: QtBot, preview: Preview) -> None:
    preview.show_pages(pages(A4, LYING, A4))
    qtbot.waitUntil(lambda: all_drawn(preview))
    assert [sheet.accessibleName() for sheet in sheets(preview)] == ["Page 1"]
    assert "This is sheet 1." in sheets(preview)[0].accessibleDescription()
    QTest.keyClick(preview, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: all_drawn(preview))
    assert sheets(preview)[-1].accessibleName() == "Page 3"
    assert preview.current == 3


def test_what_is_drawn_stands_where_it_belongs(qtbot: QtBot, preview: Preview) -> None:
    preview.show_pages(pages(A4))
    qtbot.waitUntil(lambda: all_drawn(preview))
    sheet = sheets(preview)[0]
    picture = sheet.grab().toImage()
    ratio = picture.devicePixelRatio()

    def shade(down: float) -> int:
        return picture.pixelColor(round(sheet.width() * ratio / 2), round(sheet.height() * down * ratio)).lightness()

    assert shade(0.08) == 255 and shade(0.12) < 160 and shade(0.17) == 255
    assert picture.pixelColor(2, round(sheet.height() * 0.12 * ratio)).lightness() < 160


def test_a_long_document_is_drawn_where_it_is_looked_at(qtbot: QtBot, preview: Preview) -> None:
    preview.resize(1300, 900)
    preview.show_pages(pages(*[A4] * 400))
    assert preview.count == 400
    most = 0
    for place in range(0, 400, 23):
        preview.verticalScrollBar().setValue(preview._rects[place].top() + 1)
        qtbot.waitUntil(lambda: all_drawn(preview))
        most = max(most, preview.drawings.held_bytes())
        assert len(sheets(preview)) <= 3
        assert f"Page {place + 1}" in [sheet.accessibleName() for sheet in sheets(preview)]
    assert most < 40_000_000
    assert len(preview.drawings._strips) < 12
    for _ in range(10):
        preview.zoom_in()
    assert preview.per_cent == ZOOMS[-1]
    qtbot.waitUntil(lambda: all_drawn(preview))
    assert preview.drawings.held_bytes() < 60_000_000


def test_pages_that_were_passed_by_are_not_drawn(qtbot: QtBot, preview: Preview) -> None:
    drawn: list[int] = []
    preview.drawings.drawn.connect(drawn.append)
    preview.show_pages(pages(*[A4] * 200))
    for place in range(150):
        preview.verticalScrollBar().setValue(preview._rects[place].top())
    qtbot.waitUntil(lambda: all_drawn(preview))
    assert len(set(drawn)) < 8


def test_drawing_is_done_beside_the_window(qtbot: QtBot, preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: set[int] = set()
    draw = PdfPages.picture
    monkeypatch.setattr(PdfPages, "picture", lambda *args: (threads.add(threading.get_ident()), draw(*args))[1])
    preview.show_pages(pages(A4, A4))
    qtbot.waitUntil(lambda: all_drawn(preview))
    assert threads and threading.get_ident() not in threads


def test_the_keyboard_scrolls(qtbot: QtBot, preview: Preview) -> None:
    preview.show_pages(pages(*[A4] * 5))
    bar = preview.verticalScrollBar()
    places = [bar.value()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        QTest.keyClick(preview, key)
        places.append(bar.value())
    assert places == sorted(set(places)) and places[-1] == bar.maximum()
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_keys_make_pages_larger_and_smaller(qtbot: QtBot, preview: Preview) -> None:
    preview.show_pages(pages(A4))
    fitted = preview.per_cent
    QTest.keyClick(preview, Qt.Key.Key_Plus)
    larger = preview.per_cent
    QTest.keyClick(preview, Qt.Key.Key_Minus)
    QTest.keyClick(preview, Qt.Key.Key_Minus)
    assert preview.per_cent < larger and larger > fitted
    QTest.keyClick(preview, Qt.Key.Key_0)
    assert preview.per_cent == fitted


def wheel(preview: Preview, turn: int, held: Qt.KeyboardModifier) -> None:
    at = QPointF(preview.viewport().rect().center())
    event = QWheelEvent(
        at, preview.viewport().mapToGlobal(at), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.viewport(), event)


def test_ctrl_and_the_wheel_make_larger_and_the_wheel_alone_scrolls(qtbot: QtBot, preview: Preview) -> None:
    preview.show_pages(pages(*[A4] * 5))
    before = preview.per_cent
    wheel(preview, 120, Qt.KeyboardModifier.ControlModifier)
    assert preview.per_cent == next(each for each in ZOOMS if each > before)
    wheel(preview, -120, Qt.KeyboardModifier.ControlModifier)
    assert preview.per_cent < next(each for each in ZOOMS if each > before)
    assert preview.verticalScrollBar().value() == 0
    wheel(preview, -120, Qt.KeyboardModifier.NoModifier)
    assert preview.verticalScrollBar().value() > 0


def test_the_bar_says_page_and_size_in_words_and_its_buttons_do_what_they_say(qtbot: QtBot, preview: Preview) -> None:
    bar = PreviewBar(preview)
    qtbot.addWidget(bar)
    assert bar._page.text() == "No page" and not any(button.isEnabled() for button in bar.buttons)
    preview.show_pages(pages(*[A4] * 5))
    assert bar._page.text() == "Page 1 of 5"
    smaller, larger, fit = bar.buttons
    fitted = preview.per_cent
    larger.click()
    assert preview.per_cent > fitted
    assert bar._size.text() == f"{preview.per_cent} per cent of the paper’s size"
    for _ in range(20):
        smaller.click()
    assert preview.per_cent == ZOOMS[0]
    fit.click()
    assert preview.per_cent == fitted
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert bar._page.text() == "Page 5 of 5"


def test_fitted_pages_follow_the_width_and_keep_their_place(qtbot: QtBot, preview: Preview) -> None:
    preview.show_pages(pages(*[A4] * 9))
    preview.verticalScrollBar().setValue(preview._rects[4].top())
    before = preview.per_cent
    preview.resize(900, 480)
    assert preview.per_cent > before
    assert preview._rects[4].top() == preview.verticalScrollBar().value()
    preview.zoom_in()
    assert abs(preview._rects[4].top() - preview.verticalScrollBar().value()) <= 2
    assert preview.horizontalScrollBar().maximum() == max(
        0, preview._rects[0].width() + 24 - preview.viewport().width()
    )


def test_pages_made_anew_are_shown_where_one_was_and_others_from_the_start(qtbot: QtBot, preview: Preview) -> None:
    preview.show_pages(pages(*[A4] * 9))
    preview.verticalScrollBar().setValue(preview._rects[4].top() + 30)
    preview.show_pages(pages(*[A4] * 8))
    assert preview.verticalScrollBar().value() == preview._rects[4].top() + 30
    preview.clear("Nothing here.")
    assert sheets(preview) == [] and preview.sentence == "Nothing here." and preview.current == 0
    assert preview.drawings.held_bytes() == 0
    preview.show_pages(pages(*[A4] * 3))
    assert preview.current == 1 and preview.verticalScrollBar().value() == 0 and not preview.sentence


def test_what_was_asked_for_before_is_not_shown_on_other_pages(qtbot: QtBot, preview: Preview) -> None:
    preview.show_pages(pages(A4))
    job = preview.drawings._job
    assert job is not None
    preview.clear()
    with qtbot.assertNotEmitted(preview.drawings.drawn):
        preview.show_pages(pages(LYING))
        job.drawn.emit(sheets(preview)[0].grab().toImage(), "words of before")
        assert preview.drawings.held_bytes() == 0
    qtbot.waitUntil(lambda: all_drawn(preview))
    assert "This is sheet 1." in sheets(preview)[0].accessibleDescription()
