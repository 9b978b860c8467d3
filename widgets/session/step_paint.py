"""How a row of the step list is drawn."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.plan import StepTime, minutes
from widgets import theme

if TYPE_CHECKING:
    from widgets.session.step_list import StepList

Index = QModelIndex | QPersistentModelIndex
TIME_ROLE = int(Qt.ItemDataRole.UserRole)
STATE_ROLE = TIME_ROLE + 1

#: A step's state, by the sign that stands before it and the words that are read for it.
SIGNS = {"now": "▶", "done": "✓", "begun": "…", "to come": "", "left out": "–"}

USUAL_MINUTES = "29 of 29 min"


def minutes_words(time: StepTime) -> str:
    """ "4 of 27 min" once begun, "27 min" before, and "27 min, 4 over" where it took longer."""
    planned = f"{minutes(time.planned)} min"
    if time.minutes_over:
        return f"{planned}, {time.minutes_over} over"
    return f"{minutes(time.spent)} of {planned}" if time.spent > 0 else planned


class StepDelegate(QStyledItemDelegate):
    """Paints a row: sign, number and title, minutes at the right."""

    def __init__(self, view: "StepList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows share the height of the view, as far as they can be read and hit."""
        del option, index
        return QSize(10, self._view.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Never by colour alone: the sign says the state too."""
        time: StepTime = index.data(TIME_ROLE)
        state: str = index.data(STATE_ROLE)
        box: QRect = option.rect
        now = state == "now"
        painter.save()
        if now:
            painter.fillRect(box, theme.colour("tint"))
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), theme.colour("accent"))
        ink = theme.colour("text" if state in ("now", "to come", "begun") else "hint")
        self._texts(painter, box, time, state, ink)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("focus"))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
            painter.drawRect(box.adjusted(2, 2, -3, -3))
        painter.restore()

    def _texts(self, painter: QPainter, box: QRect, time: StepTime, state: str, ink: QColor) -> None:
        font = theme.font("body", bold=state == "now")
        metrics = QFontMetrics(font)
        em = metrics.height()
        sign = QRect(box.left() + em // 3, box.top(), em, box.height())
        left = sign.right() + em // 4
        room = self._minutes(painter, box, time, state) - left - em // 4
        painter.setPen(ink)
        painter.setFont(font)
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, SIGNS[state])
        number = self._view.number(time)
        long, short = f"{number}. {time.step.title}", f"{number}. {time.step.short}"
        text = long if self._has_room(long, box.right() - left) else short
        if state == "left out":
            font.setStrikeOut(True)
            painter.setFont(font)
        title = QRect(left, box.top(), room, box.height())
        painter.drawText(
            title, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        )

    def _has_room(self, title: str, width: int) -> bool:
        """Whether a title stands there whatever becomes of its step: bold, and with its longest usual minutes."""
        em = QFontMetrics(theme.font("body")).height()
        minutes = QFontMetrics(theme.font("small"))
        taken = minutes.horizontalAdvance(USUAL_MINUTES) + minutes.height() // 3 + em // 4
        return QFontMetrics(theme.font("body", bold=True)).horizontalAdvance(title) < width - taken

    def _minutes(self, painter: QPainter, box: QRect, time: StepTime, state: str) -> int:
        """The minutes at the right, framed as the clock is where they are over; gives where they begin."""
        out = state == "left out"
        over = bool(time.minutes_over) and not out
        font = theme.font("small", bold=over)
        metrics = QFontMetrics(font)
        words = "left out" if out else minutes_words(time)
        pad = metrics.height() // 3
        place = QRect(0, 0, metrics.horizontalAdvance(words) + (2 * pad if over else 0), metrics.height())
        place.moveCenter(box.center())
        place.moveRight(box.right() - (pad // 2 if over else pad))
        if over:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("signal"), 2))
            painter.setBrush(theme.colour("signal_tint"))
            painter.drawRoundedRect(place, 4, 4)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(font)
        painter.setPen(theme.colour("signal" if over else "hint"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return place.left()
