"""The genogram as it is typed in: picture, buttons, list of the people, and the line at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.genogram.drawing import Placed
from app.genogram.look import measure_with
from app.masking import Masking
from models.genogram import ChildOf, Household, Partnership, Person, Relationship
from models.kin import Family, described
from models.session import Change
from widgets.canvas.commands import COMMANDS
from widgets.canvas.control import CanvasControl
from widgets.canvas.foot import Foot
from widgets.canvas.keys import press
from widgets.canvas.looks import look_of
from widgets.canvas.modes import Gathering, Typing
from widgets.canvas.places import Places
from widgets.canvas.view import GenogramView
from widgets.canvas.walk import walk
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout

KINDS = (Person, Partnership, ChildOf, Household, Relationship)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
NUDGE = 20.0
EMPTY = "Who is in this family?\n\nType a name, age and m or f, then Enter.\nFor example:  Kelly 38 f"
NARROW, LOW = 720, 420  # below these the list stands under the picture; the buttons and what the keys do scroll


class GenogramCanvas(QWidget):
    """The family of one document, changed by keys, buttons and mouse."""

    def __init__(self, document: Document, masking: Masking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._masking = masking
        self.foot = Foot(document, self)
        self.control = CanvasControl(document, self.foot, masking.text, self)
        self.view = GenogramView(self._key, self)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list = named(QListWidget(self), "People in the genogram")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMinimumHeight(40)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._listed)
        self.list.itemActivated.connect(lambda _item: self.view.setFocus())
        self._look = look_of(masking)
        self._full = look_of(None)  # whole names take the room, so that masking moves nobody
        self._places = Places(document)
        self._of_person: list[QPushButton] = []
        self._build()
        self.control.focus_changed.connect(self._show_focus)
        self.control.keys_wanted.connect(self._take_keys)
        self.view.clicked.connect(self._clicked)
        self.view.dragged.connect(lambda person, x, y: self.control.edits.pin(person, (x, y)))
        self.view.let_go.connect(lambda person: self.control.edits.pin(person, None))
        document.changed.connect(self.mirror)
        masking.changed.connect(self._masked)
        self.show_all()
        self.control.follow()

    def _build(self) -> None:
        bar = QWidget()
        bar.setStyleSheet("QPushButton { padding: 2px 7px; }")  # many buttons in little room
        self._flow = flow = FlowLayout(bar, 4)
        self._bar = QScrollArea(self)
        self._bar.setWidgetResizable(True)
        self._bar.setFrameShape(QFrame.Shape.NoFrame)
        self._bar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.setWidget(bar)
        add = self._button("Add person", "", "Somebody tied to nobody yet")
        add.clicked.connect(lambda _checked: self.control.run("add"))
        flow.addWidget(add)
        for command in COMMANDS:
            button = self._button(command.name, command.key, command.tip)
            button.clicked.connect(lambda _checked, name=command.id: self.control.run(name))
            flow.addWidget(button)
            self._of_person.append(button)
        for name, act in (("Fit", self.view.fit), ("Larger", self._larger), ("Smaller", self._smaller)):
            button = self._button(name, "", "")
            button.clicked.connect(lambda _checked, act=act: act())
            flow.addWidget(button)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self.view, 4)
        self._middle.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._bar)
        column.addLayout(self._middle, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.foot)
        column.addLayout(foot)

    def _button(self, name: str, key: str, tip: str) -> QPushButton:
        button = named(QPushButton(f"{name}  {key}".strip()), name, f"Key {key}" if key else "")
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumSize(24, 26)
        button.setToolTip(tip)
        return button

    def _larger(self) -> None:
        self.view.zoom(1.25)

    def _smaller(self) -> None:
        self.view.zoom(0.8)

    def first_field(self) -> QWidget:
        """The line where somebody is being typed, or the picture."""
        return self.foot.field if isinstance(self.control.mode, Typing) else self.view

    def _take_keys(self) -> None:
        if self.isVisible():
            self.view.setFocus()

    # Mirroring

    def mirror(self, changes: list[Change]) -> None:
        """Follow the document where the family changed."""
        if any(change.kind in KINDS for change in changes):
            self.show_all()
            self._places.keep(self.view.drawing)
            self.control.follow()

    def show_all(self) -> None:
        """Lay the family out anew, keeping everybody as nearly where they were as can be."""
        family = self.control.family
        drawing = self._places.drawing(family, measure_with(self._full))
        self.view.show_family(drawing, family, self._look, EMPTY)
        self._fill_list(sorted(drawing.people.values(), key=lambda one: (one.row, one.x)), family)
        self.list.setVisible(bool(drawing.people))
        self._show_focus()

    def _fill_list(self, people: Sequence[Placed], family: Family) -> None:
        """Everybody in words, in the order in which they stand; lines that read the same are left alone."""
        with QSignalBlocker(self.list):
            while self.list.count() > len(people):
                self.list.takeItem(self.list.count() - 1)
            for place, person in enumerate(people):
                if place == self.list.count():
                    self.list.addItem("")
                item, text = self.list.item(place), self._masking.text(described(family, person.id))
                item.setData(Qt.ItemDataRole.UserRole, person.id)
                if item.text() != text:
                    item.setText(text)

    def _masked(self) -> None:
        """Names read otherwise now, in open questions too."""
        self._look = look_of(self._masking)
        self.show_all()
        self.control.rest()

    def _show_focus(self) -> None:
        """Ring, list and what is read aloud, all on the same person."""
        focus = self.control.focus
        self.view.show_focus(focus, self.control.marked)
        for button in self._of_person:
            button.setEnabled(bool(focus))
        with QSignalBlocker(self.list):
            for place in range(self.list.count()):
                item = self.list.item(place)
                if item.data(Qt.ItemDataRole.UserRole) == focus:
                    if item is not self.list.currentItem():
                        self.list.setCurrentItem(item)
                    self.view.setAccessibleDescription(item.text())
                    return

    def _listed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.control.focus_on(item.data(Qt.ItemDataRole.UserRole))

    def _clicked(self, person: str) -> None:
        self.view.setFocus()
        self.control.focus_on(person)
        if isinstance(self.control.mode, Gathering):
            self.control.toggle(person)

    def _key(self, event: QKeyEvent) -> bool:
        """Arrows walk, with Alt they move the person; other keys are the control's."""
        focus = self.control.focus
        if event.key() not in ARROWS or focus not in self.view.drawing.people:
            return press(self.control, event)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            placed = self.view.drawing.people[focus]
            step = {Qt.Key.Key_Left: -NUDGE, Qt.Key.Key_Right: NUDGE}.get(Qt.Key(event.key()))
            if step is not None:
                self.control.edits.pin(focus, (placed.x + step, placed.y))
            return step is not None
        other = walk(self.view.drawing, self.control.family, focus, event.key(), self.control.visited)
        self.control.focus_on(other)
        return True

    # Size and theme

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list stands beside the picture where there is room, else below it."""
        super().resizeEvent(event)
        low = self.height() < LOW
        narrow = self.width() < NARROW and not low  # a low canvas has no height for a list under the picture
        tall = self._flow.heightForWidth(self.width())
        row = max(button.sizeHint().height() for button in self._of_person)
        self._bar.setFixedHeight(min(tall, row) if low else tall)
        vertical = QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(vertical if narrow else QBoxLayout.Direction.LeftToRight)
        self.list.setMaximumSize(16777215 if narrow else min(300, self.width() // 3), 80 if narrow else 16777215)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or zoom: draw anew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and hasattr(self, "_look"):
            self._look = look_of(self._masking)
            if self._look.family != self._full.family:
                self._full = look_of(None)
                self._places.forget()
            self.show_all()
