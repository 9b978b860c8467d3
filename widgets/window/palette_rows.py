"""The rows of the palette: words that wrap, where else it is found under them, and the key in a column of its own."""

from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from widgets import theme
from widgets.window.palette_entries import Entry

Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class PaletteModel(QAbstractListModel):
    """The entries found."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def show_entries(self, entries: list[Entry]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        return entry.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class PaletteRows(QStyledItemDelegate):
    """Paints a row as high as its words need at the width there is."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._measure(index, width)[3])

    def _measure(self, index: Index, width: int) -> tuple[QRect, QRect, QRect, int]:
        """Where words, hint and key stand in a row at the origin, and the row's height, in pixels."""
        entry = _entry(index)
        em, pad = theme.text_height(), theme.text_height() // 4
        body, small = QFontMetrics(theme.font("body")), QFontMetrics(theme.font("small"))
        key_width = small.horizontalAdvance(entry.key)
        room = width - 4 * pad - (key_width + em if entry.key else 0)
        words = body.boundingRect(QRect(0, 0, room, 0), _WRAP, entry.text)
        hint = small.boundingRect(QRect(0, 0, room, 0), _WRAP, _hint(entry))
        words.moveTo(2 * pad, pad)
        hint.moveTo(2 * pad, words.bottom() + 1)
        key = QRect(width - 2 * pad - key_width, pad, key_width + 1, body.height())
        return words, hint, key, max(hint.bottom() + pad, round(1.4 * em))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, row = _entry(index), option.rect
        current = self._view.currentIndex() == index
        words, hint, key, _ = self._measure(index, row.width())
        painter.save()
        if current:
            painter.fillRect(row, theme.colour("tint"))
            painter.fillRect(QRect(row.topLeft(), QSize(max(3, theme.text_height() // 5), row.height())),
                             theme.colour("focus"))  # fmt: skip
        corner: QPoint = row.topLeft()
        painter.setPen(theme.colour("disabled" if entry.why_not else "text"))
        painter.setFont(theme.font("body"))
        painter.drawText(words.translated(corner), _WRAP, entry.text)
        painter.setPen(theme.colour("disabled" if entry.why_not else "hint"))
        painter.setFont(theme.font("small"))
        painter.drawText(hint.translated(corner), _WRAP, _hint(entry))
        painter.drawText(key.translated(corner), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.key)
        painter.restore()


def _hint(entry: Entry) -> str:
    return " · ".join(part for part in (entry.where, entry.said, entry.why_not) if part)


def _entry(index: Index) -> Entry:
    return cast(PaletteModel, index.model()).entries[index.row()]
