"""Everything that can be done now, as the palette offers it: actions, what only buttons offer, places to go to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from models.finding import folded
from widgets.parts.wrapped_rows import WrappedRow
from widgets.window.guide import WHY_NOT
from widgets.window.main_window import MainWindow
from widgets.window.other_words import other_words

W = TypeVar("W", bound=QWidget)

FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
NOT_NOW = "Not possible just now"
#: The fields of the settings, each gone to from here.
SETTINGS = (
    "Agency's name", "Agency's short name", "What the case system calls a child's number", "Agency's colour",
    "Choose colour…", "Choose logo…", "Chime at one minute and at zero", "Play it once", "Colours", "Less motion",
    "Underline words that are not known", "Words added on this computer", "Unmarried couples with a solid line",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One row. `where` says where else it is found; `why_not` is empty where it can be done."""

    text: str
    do: Callable[[], object] = field(repr=False)
    where: str
    key: str = ""
    why_not: str = ""
    said: str = ""

    @property
    def also(self) -> str:
        """Further words by which it is found."""
        return f"{self.where} {self.key} {self.said} {other_words(self.text)}"

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        return ", ".join(part for part in (self.text, self.key, self.said, self.where, self.why_not) if part)

    @property
    def row(self) -> WrappedRow:
        """As the list shows it."""
        hint = " · ".join(part for part in (self.where, self.said, self.why_not) if part)
        return WrappedRow(self.text, self.spoken, hint, self.key, dim=bool(self.why_not))


def everything(window: MainWindow, show_settings: Callable[[str], object]) -> list[Entry]:
    """All that can be done or gone to from the page in view: what stands in menus first."""
    entries = of_actions([each for each in window.menus.offered() if each[1] is not window.menus.palette])
    page = window.page()
    if page is not None:
        buttons, fields = of_page(page, entries)
        entries += [*_places(page), *buttons, *_documents(page), *fields]
    return [*entries, *_settings(show_settings)]


def _places(page: QWidget) -> Iterator[Entry]:
    """The steps and their phases, where the page walks them."""
    places = getattr(page, "places", None)
    for name, go in places() if places is not None else ():
        yield Entry(name, go, "Step")


def _documents(page: QWidget) -> Iterator[Entry]:
    """Every document that can be taken away, where the page leads to them."""
    wanted = getattr(page, "documents_wanted", None)
    show = wanted.emit if wanted is not None else getattr(page, "show_document", None)
    if show is None:
        return
    from widgets.documents.catalogue import offered

    for entry in offered():
        yield Entry(entry.title, partial(show, entry.id), "Documents")


def _settings(show_settings: Callable[[str], object]) -> Iterator[Entry]:
    return (Entry(name.rstrip("…"), partial(show_settings, name), "Settings") for name in SETTINGS)


def words_of(action: QAction) -> str:
    """An action as people read it, without the mark of its menu letter."""
    return plain(action.text().partition("\t")[0])


def plain(text: str) -> str:
    """A text of Qt's without its marks of letters, and without the dots that say that it will ask."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def key_of(action: QAction) -> str:
    """An action's first key as people read it; "" for none. One that only the canvas knows stands after the name."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or action.text().partition("\t")[2]


def of_actions(offered: list[tuple[str, QAction]]) -> list[Entry]:
    """An entry for each action, with the menu in which it stands."""
    return [_of_action(menu, action) for menu, action in offered if action.isVisible() and words_of(action)]


def _of_action(menu: str, action: QAction) -> Entry:
    on = "on now" if action.isCheckable() and action.isChecked() else ""
    why = "" if action.isEnabled() else str(action.property(WHY_NOT) or NOT_NOW)
    return Entry(words_of(action), lambda: _trigger(action), menu, key_of(action), why, on)


def _trigger(action: QAction) -> None:
    if isValid(action) and action.isEnabled():
        action.trigger()


def of_page(page: QWidget, known: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """What a page's buttons offer that no entry stands for; and its fields, to go to."""
    held = {tuple(folded(entry.text)) for entry in known}
    buttons = [each for each in _shown(page, QAbstractButton) if tuple(folded(_name(each))) not in held]
    fields: list[QWidget] = [each for kind in FIELDS for each in _shown(page, kind) if _can_go_to(each)]
    return list(_told_apart(buttons, _of_button)), list(_told_apart(fields, _of_field))


def _shown(page: QWidget, kind: type[W]) -> list[W]:
    return [
        each
        for each in page.findChildren(kind)
        if each.isVisible() and each.isEnabled() and _name(each) and not each.objectName().startswith("qt_")
    ]


def _can_go_to(each: QWidget) -> bool:
    part = isinstance(each.parentWidget(), QComboBox | QAbstractSpinBox)
    return not part and bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _name(each: QWidget) -> str:
    shown = plain(each.text()) if isinstance(each, QAbstractButton) else ""
    return each.accessibleName().rstrip("…") or shown


def _told_apart(widgets: Sequence[W], entry: Callable[[W, str], Entry]) -> Iterator[Entry]:
    """Those of one name are told apart by what is said about them, and by their number."""
    names = [_name(each) for each in widgets]
    for place, (each, name) in enumerate(zip(widgets, names, strict=True)):
        more = ""
        if names.count(name) > 1:
            more = each.accessibleDescription() or f"{names[: place + 1].count(name)} of {names.count(name)}"
        yield entry(each, more)


def _of_button(button: QAbstractButton, more: str) -> Entry:
    on = "on now" if button.isCheckable() and button.isChecked() else ""
    return Entry(_name(button), lambda: _press(button), "Button", said=more or on)


def _press(button: QAbstractButton) -> None:
    if not isValid(button) or not button.isEnabled():
        return
    if isinstance(button, QPushButton) and button.menu() is not None:
        button.showMenu()
    else:
        button.click()


def _of_field(field_: QWidget, more: str) -> Entry:
    return Entry(f"Go to {_name(field_)}", lambda: _go_to(field_), "Field", said=more)


def _go_to(field_: QWidget) -> None:
    if isValid(field_) and field_.isVisible():
        field_.setFocus(Qt.FocusReason.ShortcutFocusReason)
