"""A button whose words wrap where the window is narrow, instead of being cut off."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from widgets.parts.naming import named
from widgets.parts.wrapping import Wrapping


class WrappingButton(QPushButton):
    """As high as its words need at the width it gets."""

    def __init__(self, text: str, description: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        named(self, text, description)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The words' height and what stands around them, in pixels."""
        around = self._around()
        return Wrapping(self.font()).height(self.text(), width - around.width()) + around.height()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word, as high as one line."""
        around = self._around()
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(widest, metrics.height()) + around

    def _around(self) -> QSize:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        one_line = QSize(self.fontMetrics().horizontalAdvance(self.text()), self.fontMetrics().height())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, one_line, self) - one_line

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button without its words, and then the words in lines."""
        del event
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        inside = QRect(self.rect())
        margin = self._around().width() // 2
        inside.adjust(margin, 0, -margin, 0)
        flags = int(Qt.AlignmentFlag.AlignCenter) | Wrapping(self.font()).wrap(self.text(), inside.width())
        painter.drawItemText(inside, flags, self.palette(), self.isEnabled(), self.text(), self.foregroundRole())
