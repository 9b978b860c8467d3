"""The way of the keyboard: Tab comes everywhere once and round, and where it is can be seen."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QMainWindow,
    QTableView,
    QWidget,
)

from tests.widgets.walk.checks import called, reached, shown

#: A table of more cells than these would be a trap.
MOST_CELLS = 200
SELECTS_NOTHING = QAbstractItemView.SelectionMode.NoSelection
#: A row that one can stand on.
ROW = Qt.ItemFlag.ItemIsSelectable


def tab_faults(window: QWidget) -> Iterator[str]:
    """Controls that Tab passes by, comes to twice, or does not leave; a way that goes up; and one back that differs."""
    window.activateWindow()
    QApplication.processEvents()
    start = QApplication.focusWidget()
    if start is None or start.window() is not window:
        yield "no control has the keyboard"
        window.focusNextChild()
        start = QApplication.focusWidget()
    if start is None:
        yield "Tab comes nowhere"
        return
    forth = _walk(Qt.Key.Key_Tab)
    back = _walk(Qt.Key.Key_Backtab)
    stops = [each for each in shown(window) if reached(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    wanted = [each for each in stops if not isinstance(each, QMainWindow | QDialog) and not each.isWindow()]
    for each in wanted:
        if each not in forth:
            yield f"{called(each)}: Tab does not come there"
    if len(set(forth)) < len(forth):
        yield f"{called(forth[-1])}: Tab does not come round"
    if [*forth[:1], *reversed(forth[1:])] != back:
        yield "Shift+Tab goes another way than Tab: " + " / ".join(map(called, set(forth) ^ set(back)))
    for before, after in pairwise(forth):
        beside = before.parentWidget() is after.parentWidget() and not _is_first(after, forth)
        if beside and _goes_up(before.geometry(), after.geometry()):
            yield f"{called(before)} → {called(after)}: Tab goes up"


def _walk(key: Qt.Key) -> list[QWidget]:
    """Every control from the one with the keyboard on, until one comes again; the last is then there twice if it is not
    the first. In a table Tab goes from cell to cell before it leaves."""
    stops: list[QWidget] = []
    cells = 0
    while True:
        now = QApplication.focusWidget()
        if now is not None and now.isWindow():  # it has keys of its own, and nothing to be seen
            now.focusNextChild() if key is Qt.Key.Key_Tab else now.focusPreviousChild()
            now = QApplication.focusWidget()
        if now is None or (stops and now is stops[0] and len(stops) > 1):
            return stops
        if stops and now is stops[-1] and cells < MOST_CELLS:
            cells += 1
        elif now in stops:
            return stops if stops == [now] else [*stops, now]  # one control alone keeps the keyboard
        else:
            stops.append(now)
            cells = 0
        QTest.keyClick(now, key)


def _goes_up(before: QRect, after: QRect) -> bool:
    same_row = before.top() < after.bottom() and after.top() < before.bottom()
    return (
        after.right() <= before.left() if same_row else after.bottom() <= before.top() and after.left() <= before.left()
    )


def _is_first(widget: QWidget, stops: list[QWidget]) -> bool:
    """Whether the way begins anew there: the walk began in the middle of its window."""
    chain = widget.window().nextInFocusChain()
    while chain is not None and chain not in stops:
        chain = chain.nextInFocusChain()
    return chain is widget


def unseen_focus(window: QWidget, known: set[object]) -> Iterator[str]:
    """Controls that look the same with the keyboard and without. `known` holds kinds that were looked at."""
    window.activateWindow()
    held = QApplication.focusWidget()
    for each in shown(window):
        kind = (type(each), each.property("kind"), isinstance(each, QAbstractButton) and each.isChecked())
        whole = each.size() == window.size()  # nothing else could have the keyboard
        if not reached(each) or not each.focusPolicy() & Qt.FocusPolicy.TabFocus or kind in known or whole:
            continue
        known.add(kind)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()  # it is scrolled into view
        if not each.hasFocus():
            continue
        focused = _picture(window, each)
        each.clearFocus()
        if _picture(window, each) == focused:
            yield f"{called(each)}: focus is not seen"
    if held is not None:
        held.setFocus()


def unseen_row(window: QWidget, known: set[object]) -> Iterator[str]:
    """Lists whose current row looks like any other. `known` holds kinds that were looked at."""
    focused = QApplication.focusWidget()
    for each in shown(window):
        chooses = isinstance(each, QAbstractItemView) and each.selectionMode() is not SELECTS_NOTHING
        if not chooses or not reached(each) or type(each) in known:
            continue
        model, held = each.model(), each.currentIndex()
        rows = [index for row in range(model.rowCount()) if (index := _in_sight(each, row)).flags() & ROW]
        if len(rows) < 2:
            continue
        known.add(type(each))
        each.setFocus(Qt.FocusReason.TabFocusReason)
        seen = []
        for index in rows[:2]:
            each.setCurrentIndex(index)
            each.scrollTo(rows[0])
            QApplication.processEvents()
            seen.append(each.viewport().grab(each.visualRect(rows[0])).toImage())
        each.setCurrentIndex(held)
        if seen[0] == seen[1]:
            yield f"{called(each)}: the current row is not seen"
    if focused is not None:
        focused.setFocus()


def _in_sight(view: QAbstractItemView, row: int) -> QModelIndex:
    """A row's first cell that is not in a hidden column."""
    columns = view.horizontalHeader().count() if isinstance(view, QTableView) else 1
    cells = [view.model().index(row, place) for place in range(columns)]
    return next((cell for cell in cells if not view.visualRect(cell).isEmpty()), QModelIndex())


def _picture(window: QWidget, widget: QWidget) -> QImage:
    around = QRect(widget.mapTo(window, QPoint()), widget.size()).adjusted(-4, -4, 4, 4)
    return window.grab(around & window.rect()).toImage()
