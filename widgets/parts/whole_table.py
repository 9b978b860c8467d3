"""A table that is shown whole: words wrap, rows are as high as they need, and the page around it scrolls."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from widgets import theme
from widgets.parts.naming import named

Index = QModelIndex | QPersistentModelIndex
#: Pixels below which a row could not be hit.
LEAST = 24


class _Roomy(QStyledItemDelegate):
    """Rows that can be hit, with air around the words."""

    def sizeHint(self, option: Option, index: Index) -> QSize:
        """What the words need at the column's width, and never too low to hit."""
        return (super().sizeHint(option, index) + QSize(theme.text_height() // 2, 2)).expandedTo(QSize(0, LEAST))


class WholeTable(QTableView):
    """The first column takes what width there is; the others what their words need. Tab leaves the table, arrows walk
    its rows, and no row is elided or scrolled away."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setItemDelegate(_Roomy(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setMinimumSectionSize(24)
        self._soon = QTimer(self)  # once for all the rows that are other ones now
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.fit)

    def show_columns(self, stretched: int) -> None:
        """Which column takes the width that is left."""
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def fit_soon(self) -> None:
        """The rows are other ones: fit them once all have come."""
        self._soon.start(0)

    def fit(self) -> None:
        """Give every row the height of its words, and the table that of its rows."""
        self.resizeRowsToContents()
        height = self.sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """All rows under the heads."""
        head = self.horizontalHeader()
        return QSize(super().sizeHint().width(), head.sizeHint().height() + self.verticalHeader().length() + 8)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what came while nobody saw it."""
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom, other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_soon"):
            self.fit_soon()
