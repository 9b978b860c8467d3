"""What is wrong with what a window shows: names, roles, sizes, room for words.

Each check gives one line for each fault, none where there is none, and names the control as people find it.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from widgets.parts.fields import ReadOut

#: Least size in px of what is pressed (WCAG 2.2, 2.5.8).
TARGET = 24
#: Layouts let a button overlap what is beside it by a pixel.
SLACK = 1
#: What is no higher is folded away until it is wanted, as the menus of the projector view are.
FOLDED = 3
#: Roles that say nothing of what a control is for.
DUMB = (QAccessible.Role.Client, QAccessible.Role.NoRole, QAccessible.Role.Border, QAccessible.Role.LayeredPane)
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)


def of_qt(widget: QWidget) -> bool:
    """Parts that Qt makes inside its own controls: a spin box's line, a list's corner, a header's."""
    inside = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QHeaderView)
    return widget.objectName().startswith("qt_") or inside or isinstance(widget, QScrollBar | QHeaderView)


def shown(window: QWidget) -> list[QWidget]:
    """All that is visible, less what Qt makes for itself."""
    return [each for each in window.findChildren(QWidget) if each.isVisible() and not of_qt(each)]


def reached(widget: QWidget) -> bool:
    """Whether the keyboard comes there."""
    takes = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    return takes and widget.isEnabled()


def called(widget: QWidget) -> str:
    """What a control is called, for people who mend it."""
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', lambda: '')()!r}"


# Names and roles


def nameless(window: QWidget) -> Iterator[str]:
    """Controls without a name, combo boxes without a label, and what has keys of its own and does not say so."""
    for each in shown(window):
        face = QAccessible.queryAccessibleInterface(each)
        if isinstance(each, QComboBox) and face is not None and not face.relations(QAccessible.RelationFlag.Label):
            yield f"{called(each)}: no label"  # its own name is its value, on Linux
        if not reached(each) or isinstance(each, QMainWindow | QDialog):
            continue
        if not each.accessibleName():
            yield f"{called(each)}: no name"
        if face is not None and face.role() in DUMB:
            yield f"{called(each)}: role {face.role().name}"
        if not isinstance(each, CONTROLS) and not each.accessibleDescription():
            yield f"{called(each)}: no description"


# Sizes


def too_small(window: QWidget) -> Iterator[str]:
    """What is pressed and less than 24 px either way, rows of lists and entries of menus too."""
    for each in shown(window):
        if isinstance(each, CONTROLS) and not isinstance(each, ReadOut) and min(each.width(), each.height()) < TARGET:
            yield f"{called(each)}: {each.width()}x{each.height()}"
        if isinstance(each, QAbstractItemView) and each.model() is not None and each.model().rowCount():
            row = each.visualRect(each.model().index(0, 0))
            if row.isValid() and row.height() < TARGET:
                yield f"{called(each)}: rows of {row.height()}"
    if isinstance(window, QMenu):
        for action in window.actions():
            if not action.isSeparator() and window.actionGeometry(action).height() < TARGET:
                yield f"menu entry {action.text()!r}: {window.actionGeometry(action).height()}"


def cut_off(window: QWidget) -> Iterator[str]:
    """Labels and buttons with less room than their words need, and controls that reach out of what holds them."""
    for each in shown(window):
        if not isinstance(each, QLabel | QAbstractButton):
            continue
        least = each.minimumSizeHint()
        if isinstance(each, QLabel) and each.wordWrap():
            least.setHeight(each.heightForWidth(each.width()))
        if each.width() + SLACK < least.width() or each.height() + SLACK < least.height():
            yield f"{called(each)[:60]}: {each.size().toTuple()} < {least.toTuple()}"


def outside(window: QWidget) -> Iterator[str]:
    """Controls that no scrolling brings into view: they reach over the edge of what holds them."""
    for each in shown(window):
        holder = each.parentWidget()
        if isinstance(each, CONTROLS) and holder is not None and not isinstance(holder, QAbstractScrollArea):
            over = holder.rect().united(each.geometry()) != holder.rect()
            if over and not _scrolled(each) and holder.height() > FOLDED:
                yield f"{called(each)}: {each.geometry().getRect()} in {holder.size().toTuple()}"


def sideways(window: QWidget) -> Iterator[str]:
    """Pages that are wider than there is room for: a line is read by scrolling to and fro."""
    for each in shown(window):
        if isinstance(each, QScrollArea) and each.horizontalScrollBar().maximum() > 0:
            content = each.widget()
            inside = type(content).__name__ if content is not None else ""
            yield f"{inside}: {each.horizontalScrollBar().maximum()} px wider than its window"


def _scrolled(widget: QWidget) -> bool:
    """Whether it is what a scroll area holds as a whole."""
    around = widget.parentWidget()
    return around is not None and isinstance(around.parentWidget(), QAbstractScrollArea)


#: What is looked at in every view, whatever its theme.
FIGURES: tuple[Callable[[QWidget], Iterator[str]], ...] = (nameless, too_small, cut_off, outside, sideways)
