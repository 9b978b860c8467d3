"""What is left to do before the record leaves: what is missing, names to check, the sign-off; one panel at a time."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.export_job import JobRunner
from app.look_job import Findings, LookJob
from app.open_session import OpenSession
from models.genogram import Person
from models.mapping import Rating
from models.missing import Missing, missing_details
from models.people import Case, Child, Participant
from models.record import NameSeen, NextStep, RecordPart, SignOff
from models.second_look import looked_at
from models.session import Change, Details
from models.signing import given_sign_off, signed_off
from widgets import theme
from widgets.after.missing_panel import MissingPanel
from widgets.after.names_panel import NamesPanel
from widgets.after.sign_off_panel import SignOffPanel
from widgets.cards.card_rows import counted
from widgets.documents.names_left import names_remark, names_warning
from widgets.parts.announce import announce
from widgets.parts.fitting_area import FittingArea
from widgets.parts.naming import named
from widgets.parts.reflow import FlowLayout, column

PAUSE = 400  # milliseconds without a change
CHECKED = {Case, Child, Details, NameSeen, NextStep, Participant, Person, Rating, RecordPart, SignOff}


class Checks(QWidget):
    """Three buttons that say how things stand, each with its panel, which is shown in `area`: it stands below them in
    the page's layout, so that the page can give it less room than it would take.

    Signals:
        missing_wanted(Missing): the keyboard is to be where this can be typed.
        name_wanted(str name): the keyboard is to be where this name stands in the text.
        said(str): a sentence on what was done.
        looked: how things stand is shown anew.
    """

    missing_wanted = Signal(object)
    name_wanted = Signal(str)
    said = Signal(str)
    looked = Signal()

    def __init__(
        self,
        open_session: OpenSession,
        jobs: JobRunner,
        not_taken: Callable[[], list[Missing]],
        parent: QWidget | None = None,
    ) -> None:
        """`not_taken` gives the dates that are typed and cannot be read, so that others hold."""
        super().__init__(parent)
        self._open = open_session
        self._jobs = jobs
        self._not_taken = not_taken
        self._job: LookJob | None = None
        self._stale = True
        self.found = Findings()
        self.missing = MissingPanel(open_session.masking)
        self.missing.wanted.connect(self.missing_wanted)
        self.names = NamesPanel(open_session.masking)
        self.names.wanted.connect(self.name_wanted)
        self.names.belongs.connect(self._belongs)
        self.sign_off = SignOffPanel(open_session)
        self.sign_off.said.connect(self._signed)
        self.panels: tuple[QWidget, ...] = (self.missing, self.names, self.sign_off)
        self._panels = {self._toggle(panel): panel for panel in self.panels}
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        open_session.document.changed.connect(self._follow)
        open_session.masking.changed.connect(self.show_all)

    # Making

    def _toggle(self, panel: QWidget) -> QPushButton:
        toggle = QPushButton()
        toggle.setCheckable(True)
        toggle.clicked.connect(lambda on: self.open(panel if on else None))
        return toggle

    def _lay_out(self) -> None:
        row = QWidget()
        flow = FlowLayout(row)
        around, whole = column()
        frame = QFrame()
        frame.setProperty("kind", "panel")
        whole.addWidget(frame)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 8, 12, 8)
        for toggle, panel in self._panels.items():
            flow.addWidget(toggle)
            inside.addWidget(panel)
            panel.hide()
        self.area = FittingArea(around)
        self.area.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(row)

    # Showing

    def open(self, wanted: QWidget | None) -> None:
        """Show one of the panels, or none."""
        for toggle, panel in self._panels.items():
            toggle.setChecked(panel is wanted)
            panel.setVisible(panel is wanted)
        self.area.setVisible(wanted is not None)
        self.area.fit_soon()

    def go_to(self, panel: QWidget) -> None:
        """Show a panel, with the keyboard just before it."""
        self.open(panel)
        self._toggle_of(panel).setFocus()

    def show_all(self) -> None:
        """Show how everything stands."""
        session = self._open.session
        not_taken = self._not_taken()
        typed = {each.section for each in not_taken}
        missing = [*not_taken, *(each for each in missing_details(session) if each.section not in typed)]
        self.missing.show_missing(missing)
        self.names.show_findings(self.found)
        self.sign_off.show_state()
        given = given_sign_off(session) is not None
        standing = "given" if signed_off(session) else "changed since" if given else "not yet"
        found = len(self.found.names) + len(self.found.letters)
        of = "Names and letters" if self.found.letters else "Names"
        self._say(self.missing, f"Missing: {len(missing) or 'nothing'}", bool(missing))
        self._say(self.names, f"{of} to check: {found or 'none'}", bool(found))
        self._say(self.sign_off, f"Sign-off: {standing}", standing == "changed since")
        self.area.fit_soon()
        self.looked.emit()

    def remark(self, form: str) -> str:
        """What is said once something of that form has left: dates that were not taken, names nobody has looked at."""
        return " ".join(filter(None, (self._dates_in_words(), names_remark(form, len(self.found.names)))))

    def warning(self, form: str) -> str:
        """The same in a few words, for whoever is about to let it leave."""
        dates = len(self._not_taken())
        of_dates = f"{counted(dates, 'date', 'dates')} not taken" if dates else ""
        return "; ".join(filter(None, (of_dates, names_warning(form, len(self.found.names)))))

    def _dates_in_words(self) -> str:
        return " ".join(f"{each.words}." for each in self._not_taken())

    def show_closed(self, closed: bool) -> None:
        """A closed record can still be signed off; nothing in it is typed or looked at any more."""
        for toggle, panel in self._panels.items():
            toggle.setVisible(panel is self.sign_off or not closed)
            if closed and toggle.isChecked() and panel is not self.sign_off:
                self.open(None)

    def _say(self, of: QWidget, text: str, to_do: bool) -> None:
        """Where there is something to do, the button looks it, and not by its colour alone."""
        toggle = self._toggle_of(of)
        if toggle.accessibleName() != text:
            if toggle.text() and self.isVisible():
                announce(self, text)
            toggle.setText(f"! {text}" if to_do else text)
            named(toggle, text, "Shows what there is to do, and hides it again")
            theme.mark(toggle, "to-do" if to_do else "")

    def _toggle_of(self, wanted: QWidget) -> QPushButton:
        return next(toggle for toggle, panel in self._panels.items() if panel is wanted)

    def _signed(self, sentence: str) -> None:
        """The button that was pressed is gone; the keyboard goes to the one that says how things stand now."""
        self._toggle_of(self.sign_off).setFocus()
        self.said.emit(" ".join(filter(None, (sentence, self._dates_in_words()))))

    # Looking

    def _follow(self, changes: list[Change]) -> None:
        kinds = {change.kind for change in changes}
        if not kinds & CHECKED:
            return
        self._stale = True
        if self.isVisible():
            self._pause.start()
            if SignOff in kinds:
                self.show_all()

    def look(self) -> None:
        """Look through the record, if anything changed since; names on a thread of their own."""
        self.show_all()
        if self._job is None and self._stale:
            self._stale = False
            self._job = LookJob(self._open.session.copy(), self)
            self._job.found.connect(self._found)
            self._job.ended.connect(self._ended)
            self._jobs.start(self._job)

    def _found(self, found: Findings) -> None:
        self.found = found
        self.show_all()

    def _ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if self._stale:
            self._pause.start()

    def _belongs(self, name: str) -> None:
        self._open.document.do("Let name stand", looked_at(self._open.session, name))
