"""Keeps the field with the keyboard in sight: in a small window most of a page is scrolled away."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPlainTextEdit, QScrollArea, QWidget

#: Pixels left free around what is brought into view.
AROUND = 6


class FocusFollower(QObject):
    """Scrolls every area between a page and its focused widget so that the widget is seen."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._soon = QTimer(self)  # once what was shown anew has its place
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.follow)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def follow_soon(self) -> None:
        """Look again once the layouts have settled."""
        self._soon.start(0)

    def follow(self) -> None:
        """Bring the page's focused widget into view."""
        focused = QApplication.focusWidget()
        if focused is not None and self._page.isAncestorOf(focused):
            bring_into_view(focused)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._page.isAncestorOf(now):
            self.follow_soon()


def bring_into_view(widget: QWidget) -> None:
    """Scroll every area around a widget so that it is seen; of one higher than the area, the line or cell that has the
    keyboard."""
    at = widget.parentWidget()
    while at is not None:
        content = at.widget() if isinstance(at, QScrollArea) else None
        if isinstance(at, QScrollArea) and content is not None and content.isAncestorOf(widget):
            room = at.viewport().height() - 2 * AROUND
            rect = widget.rect() if widget.height() <= room else _part_that_matters(widget)
            _scroll(at, QRect(widget.mapTo(content, rect.topLeft()), rect.size()), room)
        at = at.parentWidget()


def _part_that_matters(widget: QWidget) -> QRect:
    """Of a high widget, the part in which the keyboard is."""
    if isinstance(widget, QPlainTextEdit):
        line = widget.cursorRect().translated(widget.viewport().pos())
        return QRect(0, line.top(), widget.width(), line.height())
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        return widget.visualRect(widget.currentIndex()).translated(widget.viewport().pos())
    return widget.rect()


def _scroll(area: QScrollArea, rect: QRect, room: int) -> None:
    if rect.height() > room:
        rect.setHeight(max(1, room))
    middle = rect.center()
    area.ensureVisible(middle.x(), middle.y(), 0, rect.height() // 2 + AROUND)
    left = QPoint(rect.left(), middle.y())
    area.ensureVisible(left.x(), left.y(), AROUND, rect.height() // 2 + AROUND)
