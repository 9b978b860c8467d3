"""What an empty list says where its rows will be: how they come."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from widgets import theme


def paint_if_empty(view: QAbstractItemView, sentence: str) -> None:
    """Paint a sentence in a list that has no rows; called from its paintEvent."""
    if not sentence or view.model().rowCount():
        return
    pad = theme.text_height() // 2
    painter = QPainter(view.viewport())
    painter.setPen(theme.colour("hint"))
    painter.setFont(theme.font("body"))
    area = view.viewport().rect().adjusted(pad, pad, -pad, -pad)
    painter.drawText(area, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading, sentence)
    painter.end()
