"""The form's rows about couples: with whom, how together, how parted, when, and in which order."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.family_couples import set_parting
from models.genogram import Bond, Parting, Partnership
from models.session import Change, set_fields
from widgets.canvas.form_parts import Choice, FormContext, above, button
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, TurningRow, words

BONDS = {
    "Married": Bond.MARRIED,
    "Living together": Bond.LIVING_TOGETHER,
    "In a relationship": Bond.RELATIONSHIP,
}
PARTINGS = {
    "Together": Parting.NONE,
    "Separated": Parting.SEPARATED,
    "Divorced": Parting.DIVORCED,
    "Reunited": Parting.REUNITED,
}


class CoupleRow:
    """One couple of the person's."""

    def __init__(self, context: FormContext, couple: Partnership) -> None:
        self._context = context
        self._id = couple.id
        self.widget: QWidget = QFrame()
        self._title = words()
        self._bond = Choice("Together how", BONDS)
        self._bond.picked.connect(lambda bond: self._set(bond=bond))
        self._parting = Choice("Parted how", PARTINGS)
        self._parting.picked.connect(lambda parting: self._do(set_parting(self._held(), parting)))
        self._dates = context.line("Dates", "Change a couple’s dates", "dates", "m 2009, s 2014")
        self._dates.binding.point_at(couple)
        self._earlier = button("Earlier", act=lambda: context.edits.move(self._held(), -1))
        self._later = button("Later", act=lambda: context.edits.move(self._held(), 1))
        self._remove = button("No couple", act=lambda: context.edits.remove_couple(self._held()))
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self.widget)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._title)
        pair = TurningRow(turn_at=12)
        pair.add(above("Together how", self._bond))
        pair.add(above("Parted how", self._parting))
        inside.addWidget(pair)
        inside.addWidget(above("Dates", self._dates.line))
        acts = QWidget()
        flow = FlowLayout(acts)
        for each in (self._earlier, self._later, self._remove):
            flow.addWidget(each)
        inside.addWidget(acts)

    def _held(self) -> Partnership:
        return self._context.family.partnerships[self._id]

    def _set(self, **fields: object) -> None:
        self._do([set_fields(self._context.document.session, self._held(), **fields)])

    def _do(self, changes: list[Change]) -> None:
        self._context.document.do("Change how a couple is together", changes)

    def show_entity(self, couple: Partnership) -> None:
        """Show what the couple is now."""
        family, person = self._context.family, self._context.person
        other = family.partner_in(couple, person)
        name = self._context.name(other)
        self._title.setText(f"With {name}")
        self._bond.show_value(couple.bond)
        self._parting.show_value(couple.parting)
        for control, said in (
            (self._bond, "Together how"),
            (self._parting, "Parted how"),
            (self._dates.line, "Dates"),
            (self._earlier, "Earlier partner"),
            (self._later, "Later partner"),
            (self._remove, "No couple"),
        ):
            named(control, f"{said}, {name}")
        several = max(len(family.couples[each]) for each in family.partners(couple)) > 1
        self._earlier.setVisible(several)
        self._later.setVisible(several)
