"""The genogram as it is typed in: picture, buttons, list of the people, and the line at the foot."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.document import Document
from app.genogram.look import measure_with
from app.masking import Masking
from app.settings import Settings
from models.aloud import Aloud
from models.genogram import ChildOf, Household, Partnership, Person, Relationship
from models.session import Change
from widgets.canvas import canvas_keys
from widgets.canvas.canvas_bar import CanvasBar
from widgets.canvas.control import CanvasControl
from widgets.canvas.files_menu import FilesMenu
from widgets.canvas.foot import Foot
from widgets.canvas.legend_panel import LegendPanel
from widgets.canvas.looks import look_of
from widgets.canvas.menu import paper_menu, person_menu
from widgets.canvas.modes import Gathering, Idle, Typing
from widgets.canvas.places import Places
from widgets.canvas.side import Side
from widgets.canvas.view import GenogramView
from widgets.parts.announce import announce

KINDS = (Person, Partnership, ChildOf, Household, Relationship)
EMPTY = "Who is in this family?\n\nType a name, age and m or f, then Enter.\nFor example:  Kelly 38 f"
FILLING = 2.6  # alone on the wall a small family may be this large


class GenogramCanvas(QWidget):
    """The family of one document, changed by keys, buttons and mouse."""

    def __init__(
        self, document: Document, masking: Masking, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self._masking = masking
        self._settings = settings or Settings(None, self)
        self.foot = Foot(document, self)
        self.control = CanvasControl(document, self.foot, masking.text, self)
        self.view = GenogramView(self._key, self)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.side = Side(document, masking, self)
        self.list = self.side.people
        self.legend = LegendPanel(self.view)
        files = FilesMenu(document, self, masking, self._settings)
        files.said.connect(self.control.say)
        self.bar = CanvasBar(self, self._settings.values, files)
        self.legend.wanted = self._settings.values.legend_shown
        self.bare = False  # the picture alone
        self._aloud: Aloud | None = None
        self._dress()
        self._full = look_of(None)  # whole names take the room, so that masking moves nobody
        self._places = Places(document)
        self._lay_out()
        self._listen()
        self.show_all()
        self.control.follow()

    def _lay_out(self) -> None:
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self.view, 4)
        self._middle.addWidget(self.side, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addLayout(self._middle, 1)
        column.addWidget(self.foot)
        self.bar.go_before(self.view)

    def _listen(self) -> None:
        control, view = self.control, self.view
        control.focus_changed.connect(self._show_focus)
        control.keys_wanted.connect(self._take_keys)
        view.clicked.connect(self._clicked)
        view.dragged.connect(lambda person, x, y: control.edits.pin(person, (x, y)))
        view.let_go.connect(lambda person: control.edits.pin(person, None))
        view.wanted.connect(self.run)
        view.joined.connect(self._join)
        view.menu_wanted.connect(self._show_menu)
        self.list.stood_on.connect(control.focus_on)
        self.list.taken_up.connect(control.details_wanted)
        control.details_wanted.connect(self._show_details)
        self.side.closed.connect(self._details_closed)
        self.document.changed.connect(self.mirror)
        self._masking.changed.connect(self._masked)
        self._settings.changed.connect(self._set_otherwise)

    def first_field(self) -> QWidget:
        """The line where somebody is being typed, or the picture."""
        return self.foot.field if isinstance(self.control.mode, Typing) else self.view

    def _take_keys(self) -> None:
        self._show_foot()
        if self.isVisible():
            self.view.setFocus()

    # Mirroring

    def mirror(self, changes: list[Change]) -> None:
        """Follow the document where the family changed."""
        if any(change.kind in KINDS for change in changes):
            self.show_all()
            self._places.keep(self.view.drawing)
            self.control.follow(changes)

    def show_all(self) -> None:
        """Lay the family out anew, keeping everybody as nearly where they were as can be."""
        family = self.control.family
        drawing = self._places.drawing(family, measure_with(self._full))
        self.view.show_family(drawing, family, self._look, EMPTY)
        self.legend.show_family(family, self._look)
        order = sorted(drawing.people.values(), key=lambda one: (one.row, one.x))
        self.list.show_people([one.id for one in order], self._said)
        self._show_side()
        self._show_focus()

    def _said(self, person: str) -> str:
        """A person in words, as they may be shown."""
        if self._aloud is None or self._aloud.family is not self.control.family:
            self._aloud = Aloud(self.control.family)
        return self._masking.text(self._aloud.described(person))

    def _masked(self) -> None:
        """Names read otherwise now, in open questions too."""
        self._dress()
        self.show_all()
        self.list.fill()  # at once: until it is filled it would go on showing names
        self.control.rest()

    def _dress(self) -> None:
        values = self._settings.values
        self._look = look_of(self._masking, values.all_couples_solid)
        self.view.less_motion = values.less_motion

    def _set_otherwise(self) -> None:
        before = self._look.all_couples_solid
        self._dress()
        if before != self._look.all_couples_solid:
            self.show_all()

    def _show_focus(self) -> None:
        """Ring, list and what is read aloud, all on the same person."""
        focus = self.control.focus
        self.view.show_focus(focus, self.control.marked)
        self.view.handles_wanted = isinstance(self.control.mode, Idle)
        person = self.view.drawing.people.get(focus)
        self.bar.allow(bool(focus), person is not None and self.control.family.people[focus].x is not None)
        self.list.stand_on(focus)
        self.side.follow(focus)
        said = self._said(focus) if person is not None else " ".join(EMPTY.split())
        if said != self.view.accessibleDescription():
            self.view.setAccessibleDescription(said)
            if self.view.hasFocus():
                announce(self.view, said)

    # Keys, mouse and buttons

    def run(self, command: str) -> None:
        """A command from a button, a handle or a menu; the foot is there to ask, even under the picture alone."""
        self.foot.show()
        self.control.run(command)
        self._show_foot()

    def _join(self, first: str, second: str) -> None:
        self.foot.show()
        self.control.join(first, second)
        self._show_foot()

    def _clicked(self, person: str) -> None:
        self.view.setFocus()
        self.control.focus_on(person)
        if isinstance(self.control.mode, Gathering):
            self.control.toggle(person)

    def _key(self, event: QKeyEvent) -> bool:
        self.foot.show()
        known = canvas_keys.press(self, event)
        self._show_foot()
        return known

    def let_go(self) -> None:
        """Whoever is in focus stands where the layout has them, no longer where they were put."""
        if self.control.focus:
            self.control.edits.pin(self.control.focus, None)

    def fit(self) -> None:
        """Everybody in sight."""
        self.view.fit(FILLING if self.bare else None)

    def tidy(self) -> None:
        """The family laid out afresh: when much was added, lines may have come to cross that need not. Whoever was put
        somewhere by hand stays there."""
        self._places.tidy()
        self.show_all()
        self._places.keep(self.view.drawing)
        self.fit()

    def _show_menu(self, person: str, at: QPoint) -> None:
        if person:
            self._clicked(person)
            pinned = self.control.family.people[person].x is not None
            menu = person_menu(self.run, self.let_go if pinned else None, self)
        else:
            acts = {"Add person": lambda: self.run("add"), "Fit": self.fit, "Picture only": self.turn_bare}
            menu = paper_menu(acts, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # What stands round the picture

    def turn_legend(self) -> None:
        """What the signs mean, or not."""
        self._settings.set(legend_shown=self.bar.legend.isChecked())
        self.legend.set_wanted(self.bar.legend.isChecked())

    def turn_list(self) -> None:
        """Everybody beside the picture, or not."""
        self._settings.set(list_shown=self.bar.list.isChecked())
        self._show_side()

    def turn_words(self) -> None:
        """The whole family as text, where the list stands otherwise."""
        self.side.show_words(self.bar.words.isChecked())
        self._fit_side()
        self._show_side()

    def _show_details(self, person: str) -> None:
        if self.bare:
            self.turn_bare()
        self.side.show_details(person)
        self._fit_side()

    def _details_closed(self) -> None:
        self._fit_side()
        self._show_side()
        self.view.setFocus()
        self.list.scrollTo(self.list.currentIndex())

    def _fit_side(self) -> None:
        self.legend.set_wanted(self.bar.legend.isChecked() and not self.side.open)  # there is no room for both
        self.side.fit_into(self._middle, self.width(), self.height())

    def turn_bare(self) -> None:
        """The picture alone, or with everything round it."""
        self.bare = not self.bare
        self.bar.bare.setChecked(self.bare)
        self.bar.setVisible(not self.bare)
        self._show_side()
        self._show_foot()
        self.view.setFocus()
        self._column.activate()
        self.fit()

    def _show_foot(self) -> None:
        """Under the picture alone it stands only while something is asked."""
        self.foot.setVisible(not self.bare or not isinstance(self.control.mode, Idle))

    def _show_side(self) -> None:
        some = bool(self.view.drawing.people)
        self.side.setVisible(
            some and not self.bare and (self.side.open or self.bar.list.isChecked() or self.bar.words.isChecked())
        )

    # Size and theme

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list stands beside the picture where there is room, else below it."""
        super().resizeEvent(event)
        self._fit_side()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or zoom: draw anew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and hasattr(self, "_places"):
            self._dress()
            if self._look.family != self._full.family:
                self._full = look_of(None)
                self._places.forget()
            self.show_all()

    def pan(self, across: float, down: float) -> None:
        """Push the paper by so many tenths of what is in sight."""
        self.view.push(QPointF(-across * self.view.width(), -down * self.view.height()) / 10)
