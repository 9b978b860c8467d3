"""What windows show and say: every text of their widgets, and every text that is really painted."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QBuffer, QEvent, QModelIndex, QObject, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app import resources
from app.session_file import read_text
from models.case_names import masked_names
from models.genogram import Person
from models.people import Child
from models.session import Session


def practice() -> Session:
    return read_text(resources.text("practice_session.json"))


def family_names(session: Session) -> re.Pattern[str]:
    people = [*session.all(Child), *session.all(Person)]
    names = {part for person in people for part in masked_names(person.name)}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE)


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """Every text that a model has for the eye or the ear."""
    roles = (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole,
    )  # fmt: skip
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in roles:
                said = index.data(role)
                if isinstance(said, str):
                    yield said


def own_texts(widget: QWidget) -> Iterator[str]:
    """Every text of one widget."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
    if isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
        if widget.completer() is not None:
            yield from cells(widget.completer().model(), QModelIndex())
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield from (widget.toPlainText(), widget.placeholderText())
    elif isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QComboBox):
        yield from cells(widget.model(), widget.rootModelIndex())
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from cells(widget.model(), widget.rootIndex())


def shown(window: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of a window's visible widgets, with the widget it is of."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget is window or widget.isVisibleTo(window):
            for text in own_texts(widget):
                yield f"{type(widget).__name__} {widget.accessibleName()!r}", text


def leaks(window: QWidget, names: re.Pattern[str]) -> list[tuple[str, str]]:
    """What a window gives away: the widget, and the name with what stands about it."""
    found = []
    for where, text in shown(window):
        if (name := names.search(text)) is not None:
            found.append((where, text[max(0, name.start() - 30) : name.end() + 30]))
    return found


def painted(window: QWidget) -> str:
    """Every text that a window paints, whoever paints it and from whatever cache: drawn into a picture of lines."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture = QSvgGenerator()
    picture.setOutputDevice(buffer)
    picture.setSize(window.size())
    window.render(picture)
    texts: list[str] = re.findall(r"<text[^>]*>(.*?)</text>", buffer.data().toStdString(), re.DOTALL)
    return "\n".join(text.replace("&amp;", "&") for text in texts)


def stale(window: QWidget) -> bool:
    """Whether what stands on the screen is not what the window would paint now."""
    on_screen = window.screen().grabWindow(window.winId()).toImage()
    fresh = window.grab().toImage()
    return on_screen.convertToFormat(fresh.format()) != fresh


class Frames(QObject):
    """Watches every widget that is painted, as long as it is installed on the application, for names."""

    def __init__(self, names: re.Pattern[str]) -> None:
        super().__init__()
        self._names = names
        self.painted = 0
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget is about to be painted: look at what it holds, and at the title above it."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.painted += 1
            holder = watched.parentWidget() if watched.objectName() == "qt_scrollarea_viewport" else watched
            for text in (*own_texts(holder or watched), watched.window().windowTitle()):
                if self._names.search(text):
                    self.found.append(f"{type(holder).__name__}: {text[:80]}")
        return False
