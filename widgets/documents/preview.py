"""The pages of a document as pictures, one under the other: only what is in sight is drawn, on a thread of its own."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from app.export_job import JobRunner
from app.preview_job import Pages, Strip
from widgets import theme
from widgets.documents.drawings import ROWS, Drawings
from widgets.parts.naming import named
from widgets.parts.reflow import words
from widgets.parts.role import play_role

#: Per cent of the paper's size.
ZOOMS = (25, 33, 50, 67, 80, 100, 125, 150, 200, 300)
#: As wide as there is room for, but a page that is larger than this is no easier to read.
WIDEST_FIT = 150
GAP = 12  # pixels around pages


class _Sheet(QLabel):
    """One page where it is in sight."""

    def __init__(self, viewport: QWidget, drawings: Drawings) -> None:
        super().__init__(viewport)
        self._drawings = drawings
        self._place = -1

    def show_page(self, place: int) -> None:
        """Be the page at a place, as far as it is drawn."""
        self._place = place
        if self.accessibleName() != f"Page {place + 1}":
            self.setAccessibleName(f"Page {place + 1}")
        if self.accessibleDescription() != self._drawings.words_on(place):
            self.setAccessibleDescription(self._drawings.words_on(place))
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper, and what has been drawn of the page so far."""
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        for strip, picture in self._drawings.of_page(self._place):
            picture.setDevicePixelRatio(ratio)
            painter.drawImage(QPointF(0, strip.top / ratio), picture)
        painter.setPen(theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Preview(QAbstractScrollArea):
    """Scrolled with the arrow keys, Page Up and Page Down, Home and End; larger and smaller with Ctrl and the wheel.

    Signals:
        moved: another page is in view, or pages are others, or larger or smaller.
    """

    moved = Signal()

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play_role(self, QAccessible.Role.Document)
        named(self, "Pages", "Page Up, Page Down, Home and End move; + and - make larger and smaller, 0 fits the width")
        self.setProperty("kind", "pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sizes: list[tuple[float, float]] = []  # in points
        self._rects: list[QRect] = []  # in pixels from the top of the first page
        self._sheets: list[_Sheet] = []
        self._zoom = 0  # per cent; 0 for as wide as there is room
        self._current = 0
        self.drawings = Drawings(jobs, self)
        self.drawings.drawn.connect(self._show_drawn)
        self._sentence = words()
        self._sentence.setParent(self.viewport())
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalScrollBar().setSingleStep(GAP * 4)

    # What is shown

    def show_pages(self, pages: Pages) -> None:
        """Show a document, at the place where the one before was looked at."""
        self.drawings.begin(pages.pdf)
        self._sizes = pages.sizes
        self.say("")
        self._lay_out()

    def clear(self, sentence: str = "") -> None:
        """Show no page, at once, but a sentence that says why."""
        self.show_pages(Pages(b"", []))
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Show a sentence where pages would be; "" for none."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    @property
    def sentence(self) -> str:
        """What is said where pages would be."""
        return self._sentence.text()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def current(self) -> int:
        """The page in view, counted from 1; 0 where there is none."""
        return self._current + 1 if self._rects else 0

    # Size

    @property
    def per_cent(self) -> int:
        """How large the pages are, in per cent of the paper's size."""
        if self._zoom:
            return self._zoom
        widest = max((width for width, _ in self._sizes), default=595.0)
        room = self.viewport().width() - 2 * GAP
        return max(10, min(WIDEST_FIT, int(room * 100 / (widest * self._dot()))))

    def _dot(self) -> float:
        """Pixels to a point at 100 per cent."""
        return self.logicalDpiX() / 72

    def fit_width(self) -> None:
        """As wide as there is room for, from now on."""
        self._resize_pages(0)

    def zoom_in(self) -> None:
        """One size larger."""
        self._resize_pages(next((each for each in ZOOMS if each > self.per_cent), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """One size smaller."""
        self._resize_pages(next((each for each in reversed(ZOOMS) if each < self.per_cent), ZOOMS[0]))

    def _resize_pages(self, zoom: int) -> None:
        self._zoom = zoom
        self.drawings.drop()
        self._lay_out()

    def _lay_out(self) -> None:
        """Give every page its place. What was at the top of the view stays there."""
        place, held = self._current, self.verticalScrollBar().value()
        before = self._rects[place] if self._rects else None
        scale, top = self.per_cent / 100 * self._dot(), GAP
        self._rects = []
        for across, down in self._sizes:
            width, height = max(1, round(across * scale)), max(1, round(down * scale))
            self._rects.append(QRect(0, top, width, height))
            top += height + GAP
        room = self.viewport().size()
        whole = max([room.width(), *(rect.width() + 2 * GAP for rect in self._rects)])
        for rect in self._rects:
            rect.moveLeft((whole - rect.width()) // 2)
        self.horizontalScrollBar().setRange(0, whole - room.width())
        self.horizontalScrollBar().setPageStep(room.width())
        self.verticalScrollBar().setRange(0, max(0, top - room.height()) if self._rects else 0)
        self.verticalScrollBar().setPageStep(room.height())
        if before is not None and place < len(self._rects):
            now, above = self._rects[place], held - before.top()
            larger = now.height() / before.height() if above > 0 else 1.0  # the gaps stay as they are
            self.verticalScrollBar().setValue(now.top() + round(above * larger))
        self._sentence.setGeometry(QRect(QPoint(), room).adjusted(GAP, GAP, -GAP, -GAP))
        self._place_sheets()
        self.moved.emit()

    # Scrolling

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Move the pages."""
        self._place_sheets()

    def _in_sight(self, around: int = 0) -> range:
        """The pages in the view and `around` so many pixels above and below."""
        top = self.verticalScrollBar().value() - around
        bottom = top + self.viewport().height() + 2 * around
        tops = [rect.top() for rect in self._rects]
        return range(max(0, bisect_right(tops, top) - 1), bisect_right(tops, bottom))

    def _place_sheets(self) -> None:
        """Have a sheet for each page in sight, and have them drawn."""
        shown = self._in_sight()
        while len(self._sheets) < len(shown):
            self._sheets.append(_Sheet(self.viewport(), self.drawings))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for sheet, place in zip(self._sheets, shown, strict=False):
            sheet.setGeometry(self._rects[place].translated(-across, -down))
            sheet.show_page(place)
        for sheet in self._sheets[len(shown) :]:
            sheet.hide()
            sheet.setAccessibleDescription("")
        if self.isVisible():
            seen = list(self._strips(0))
            self.drawings.want(dict.fromkeys([*seen, *self._strips(self.viewport().height() // 2)]))
        third = down + self.viewport().height() // 3
        current = next((place for place in shown if self._rects[place].bottom() >= third), max(0, self.count - 1))
        if current != self._current:
            self._current = current
            self.moved.emit()

    def _strips(self, around: int) -> Iterator[Strip]:
        """The strips in the view and `around` so many pixels above and below."""
        ratio = self.devicePixelRatioF()
        top = self.verticalScrollBar().value() - around
        bottom = top + self.viewport().height() + 2 * around
        for place in self._in_sight(around):
            rect = self._rects[place]
            width, height = round(rect.width() * ratio), round(rect.height() * ratio)
            for start in range(0, height, ROWS):
                rows = min(ROWS, height - start)
                if rect.top() + (start + rows) / ratio >= top and rect.top() + start / ratio <= bottom:
                    yield Strip(place, width, height, start, rows)

    def _show_drawn(self, page: int) -> None:
        shown = self._in_sight()
        if page in shown:
            self._sheets[page - shown.start].show_page(page)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another size of the pages, where they fit it."""
        super().resizeEvent(event)
        if self._zoom:
            self._lay_out()
        else:
            self.fit_width()

    def event(self, event: QEvent) -> bool:
        """On another screen dots are others; what was not drawn while nobody saw it is drawn now."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._resize_pages(self._zoom)
        elif event.type() == QEvent.Type.Show:
            self._place_sheets()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page; + and - make larger and smaller, 0 fits the width."""
        bar = self.verticalScrollBar()
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Home: lambda: bar.setValue(0),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
        }
        act = keys.get(event.key())
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, larger and smaller."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        if event.angleDelta().y() > 0:
            self.zoom_in()
        elif event.angleDelta().y() < 0:
            self.zoom_out()
        event.accept()
