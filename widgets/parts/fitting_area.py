"""A scrolled part that is as high as what it holds, up to a limit."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class FittingArea(QScrollArea):
    """Takes no more height than its content needs at its width, and scrolls what is over the limit, or, where room is
    short and less was allowed, what does not fit."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = self._least = 16777215
        self._soon = QTimer(self)  # once the parts inside have settled, too
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fit)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidgetResizable(True)
        self.setWidget(content)

    def set_most(self, height: int, least: int = 16777215) -> None:
        """The limit in pixels, and down to where it gives way to other parts."""
        self._most, self._least = height, least
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as it would be."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def fit_soon(self) -> None:
        """The content shows other parts: fit once they have settled."""
        self._soon.start(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content asks for another height."""
        seen = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
            self._soon.start(0)
        return seen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        content = self.widget()
        layout = content.layout() if content is not None else None
        if content is None or layout is None:
            return
        needs = layout.heightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        # A label that wraps asks for two lines at least, whatever it holds; the area would scroll for the second.
        height = min(self._most, max(needs, content.minimumSizeHint().height()))
        if height != self.maximumHeight() or self.minimumHeight() != min(height, self._least):
            self.setMaximumHeight(height)
            self.setMinimumHeight(min(height, self._least))
            self.updateGeometry()
