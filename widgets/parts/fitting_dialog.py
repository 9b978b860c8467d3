"""Dialogs of Qt's own, made to fit a small screen: at a scale of 200 per cent they would reach beyond it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QColorDialog, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from widgets.parts.reflow import scrolled


def fit_next_dialog() -> None:
    """Let the dialog that is opened next, and waited for, be no larger than its screen."""
    QTimer.singleShot(0, _fit)


def _fit() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        fit(dialog)


def fit(window: QWidget) -> None:
    """Make a window no larger than its screen, and bring what reaches beyond it back."""
    room = window.screen().availableGeometry()
    frame = window.frameGeometry().size() - window.size()
    window.resize(window.size().boundedTo(room.size() - frame))
    whole = window.frameGeometry()
    if not room.contains(whole):
        whole.moveRight(min(whole.right(), room.right()))
        whole.moveBottom(min(whole.bottom(), room.bottom()))
        window.move(max(whole.left(), room.left()), max(whole.top(), room.top()))


def ask_colour(parent: QWidget, title: str, now: QColor) -> QColor | None:
    """The colour that was chosen; None where nobody chose."""
    choice = ColourDialog(parent, title, now)
    fit_next_dialog()
    chosen = choice.exec()
    choice.deleteLater()
    return choice.picker.currentColor() if chosen else None


class ColourDialog(QDialog):
    """Qt's own choice of colours, which scrolls where the screen is small, over buttons that are always in sight."""

    def __init__(self, parent: QWidget, title: str, now: QColor) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.picker = QColorDialog(now)
        option = QColorDialog.ColorDialogOption
        self.picker.setOptions(option.DontUseNativeDialog | option.NoButtons | option.NoEyeDropperButton)
        self.picker.accepted.connect(self.accept)  # Enter and Escape, where the keyboard is in it
        self.picker.rejected.connect(self.reject)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        area = scrolled(self.picker)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(buttons)
        margins, bar = layout.contentsMargins(), area.verticalScrollBar().sizeHint().width()
        wish = self.picker.sizeHint()
        self.resize(
            wish.width() + margins.left() + margins.right() + bar,
            wish.height() + buttons.sizeHint().height() + margins.top() + margins.bottom() + layout.spacing(),
        )
