"""The presenting worker's sign-off: by whom, on which day, and whether it still holds."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.open_session import OpenSession
from models.moments import day_words, read_date
from models.people import Role
from models.record import SignOff
from models.session import Change, set_fields
from models.signing import given_sign_off, record_digest, signed_off
from widgets.cards.card_rows import presenting_workers
from widgets.parts.checked_field import CheckedField
from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import LineField
from widgets.parts.naming import named
from widgets.parts.reflow import FlowLayout, beside, words


class SignOffPanel(QWidget):
    """Signs the record off, says who did, and takes it back.

    Signals:
        said(str): a sentence on what was done.
    """

    said = Signal(str)

    def __init__(self, open_session: OpenSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_session
        self._says = words("")
        self._name = ChoiceBox()
        self._name.setEditable(True)
        self._name.setLineEdit(LineField("Signed off by"))
        self._name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._name.setMinimumContentsLength(16)
        named(self._name, "Signed off by", "The presenting worker")
        self._day = CheckedField(
            "Date of sign-off", "3 May 2026", lambda text: read_date(text, self._today()), day_words
        )
        self._day.show_value(self._today())
        self._sign = named(QPushButton("Sign off"), "Sign off")
        self._sign.setProperty("kind", "primary")
        self._sign.clicked.connect(self._sign_off)
        self._take_back = named(QPushButton("Take back the sign-off"), "Take back the sign-off")
        self._take_back.clicked.connect(self._take_it_back)
        self._lay_out()

    def _lay_out(self) -> None:
        self._by, self._on = beside("By", self._name), beside("on", self._day)
        for pair in (self._by, self._on):
            pair.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._day.field.setFixedWidth(self.fontMetrics().averageCharWidth() * 18)
        row = QWidget()
        flow = FlowLayout(row)
        for part in (self._by, self._on, self._sign, self._take_back):
            flow.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._says)
        layout.addWidget(row)

    def show_state(self) -> None:
        """Show whether the record is signed off."""
        session = self._open.session
        given, holds = given_sign_off(session), signed_off(session) is not None
        self._says.setText(sign_off_in_words(given, holds))
        for part in (self._by, self._on, self._sign):
            part.setVisible(not holds)
        self._take_back.setVisible(given is not None)
        if not holds:
            self._offer_names()

    def _offer_names(self) -> None:
        """The presenting workers; what somebody typed instead stays."""
        workers = self._open.session.people_in_role(Role.PRESENTING_WORKER)
        names = [worker.name.strip() for worker in workers if worker.name.strip()]
        if len(names) > 1:
            names.append(presenting_workers(self._open.session))
        if names == [self._name.itemText(place) for place in range(self._name.count())]:
            return
        typed = self._name.currentText()
        self._name.clear()
        self._name.addItems(names)
        if typed:
            self._name.setEditText(typed)

    def _today(self) -> date:
        return self._open.engine.utc_now().astimezone().date()

    def _sign_off(self) -> None:
        name, day = self._name.currentText().strip(), self._day.value
        if not name:
            self._says.setText("Write who signs it off: a sign-off carries a name.")
            self._name.setFocus()
        elif day is None:
            self._says.setText("Write the day of the sign-off.")
            self._day.setFocus()
        else:
            session = self._open.session
            change = set_fields(session, SignOff(), name=name, signed_on=day, digest=record_digest(session))
            self._open.document.do("Sign off", [change])
            self.said.emit(f"Signed off by {name}. The pages are no longer marked Draft.")

    def _take_it_back(self) -> None:
        given = given_sign_off(self._open.session)
        if given is not None:
            self._open.document.do("Take back the sign-off", [Change(given, None)])
            self.said.emit("The sign-off is taken back: the record is a draft again.")


def sign_off_in_words(given: SignOff | None, holds: bool) -> str:
    """Whether the record is signed off, and what that means."""
    if given is None:
        return "The presenting worker signs the record off when it is right. Until then each page is marked Draft."
    who = f"{given.name} on {day_words(given.signed_on)}" if given.signed_on else given.name
    if holds:
        return f"Signed off by {who}. Any change to the record makes it a draft again."
    return f"Changed since it was signed off by {who}, so it is a draft again. Sign it off once more when it is right."
