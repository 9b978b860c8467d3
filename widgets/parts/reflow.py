"""Layouts that keep everything in reach in a small window or at a large zoom: they wrap, turn and scroll."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


class FlowLayout(QLayout):
    """Items in lines, as words in a paragraph. An item whose width may grow takes what is left of its line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self._gap for size in shown) - self._gap
        return QSize(max(0, width), max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, move: bool) -> int:
        """Place the items in `rect`; gives the height in pixels that they take."""
        top, height = rect.top(), 0
        for line in self._lines(rect.width()):
            tall = max(_height(item, width) for item, width in line)
            left = rect.left()
            for item, width in line:
                if move:
                    item.setGeometry(QRect(QPoint(left, top), QSize(width, tall)))
                left += width + self._gap
            height = top + tall - rect.top()
            top += tall + self._gap
        return height

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        lines: list[list[tuple[QLayoutItem, int]]] = []
        left = -1
        for item in self._items:
            if item.isEmpty():
                continue
            grows = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
            wish = item.sizeHint().width()
            needs = item.minimumSize().width() if grows else wish
            if left < needs:
                lines.append([])
                left = width
            given = min(left, left if grows else wish)
            lines[-1].append((item, given))
            left -= given + self._gap
        return lines


def _height(item: QLayoutItem, width: int) -> int:
    """Words that wrap are as high as they need at the width they get."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class TurningRow(QWidget):
    """Parts side by side, and one under the other where the width is less than `turn_at` letters' height.

    Signals:
        turned_round(bool): the parts stand one under the other now, or no longer.
    """

    turned_round = Signal(bool)

    def __init__(self, turn_at: int, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn_at = turn_at
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(gap)

    @property
    def turned(self) -> bool:
        """Whether the parts stand one under the other."""
        return self.row.direction() is QBoxLayout.Direction.TopToBottom

    def add(self, part: QWidget, share: int = 1) -> None:
        """Add a part, and its share of the width."""
        part.setMinimumWidth(min(part.minimumWidth(), 120))
        self.row.addWidget(part, share)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part; as high as the way they stand needs."""
        parts = [part for place in range(self.row.count()) if (item := self.row.itemAt(place)) and (part := item)]
        width = max((part.minimumSize().width() for part in parts), default=0)
        return QSize(width, self.row.minimumSize().height())

    def sizeHint(self) -> QSize:
        """No higher than it must be: what is left over is given by the layout around it."""
        return QSize(self.row.sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the parts would be too narrow to read."""
        narrow = event.size().width() < self._turn_at * self.fontMetrics().height()
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.row.direction() is not direction:
            self.row.setDirection(direction)
            self.updateGeometry()
            self.turned_round.emit(self.turned)
        super().resizeEvent(event)


def column(parent: QWidget | None = None, gap: int = 8) -> tuple[QWidget, QVBoxLayout]:
    """An empty widget with its parts one under the other, without margins."""
    widget = QWidget(parent)
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return widget, layout


def scrolled(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """The content in an area that scrolls, without a frame of its own."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def words(text: str = "", kind: str = "", buddy: QWidget | None = None) -> QLabel:
    """Plain text that wraps. `kind` is a style of the theme; `buddy` is the field it stands beside."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if kind:
        label.setProperty("kind", kind)
    if buddy is not None:
        label.setBuddy(buddy.focusProxy() or buddy)
        # The name itself is the field's, so that whoever looks for it by name finds the field and not the label.
        label.setAccessibleName(f"{text}:")
    return label


def beside(label: str, field: QWidget) -> QWidget:
    """A field with its name before it."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    name = words(label, "hint", field)
    name.setWordWrap(False)
    row.addWidget(name)
    row.addWidget(field, 1)
    return pair
