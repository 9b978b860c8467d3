"""The form's rows about parents and carers: how somebody is whose child, and whose twin."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.family_couples import set_twin, twins_of
from models.genogram import ChildOf
from widgets.canvas.asks_person import DESCENTS
from widgets.canvas.form_parts import Choice, FormContext, PersonChoice, above, button, tick
from widgets.parts.fields import named
from widgets.parts.reflow import FlowLayout, words


class OriginRow:
    """How the person is one couple's child."""

    def __init__(self, context: FormContext, link: ChildOf) -> None:
        self._context = context
        self._id = link.id
        self.widget: QWidget = QFrame()
        self._title = words()
        self._descent = Choice("How", DESCENTS)
        self._descent.picked.connect(lambda descent: context.edits.descent(self._held(), descent))
        self._twin = PersonChoice("Twin of", context, "nobody", self._siblings)
        self._twin.picked.connect(self._set_twin)
        self._identical = tick(
            "Identical twins", lambda: context.edits.identical(self._held(), self._identical.isChecked())
        )
        self._remove = button("Not their child", act=lambda: context.edits.remove_origin(self._held()))
        inside = QVBoxLayout(self.widget)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._title)
        inside.addWidget(above("How", self._descent))
        inside.addWidget(above("Twin of", self._twin))
        acts = QWidget()
        flow = FlowLayout(acts)
        flow.addWidget(self._identical)
        flow.addWidget(self._remove)
        inside.addWidget(acts)

    def _held(self) -> ChildOf:
        return next(link for link in self._context.family.children if link.id == self._id)

    def _siblings(self) -> list[str]:
        link = self._held()
        return [other.child for other in self._context.family.broods[link.partnership] if other.child != link.child]

    def _set_twin(self, other: str) -> None:
        context = self._context
        changes = set_twin(context.family, self._held(), other, context.document.new_id)
        context.document.do("Change twins", changes)

    def show_entity(self, link: ChildOf) -> None:
        """Show what the tie is now."""
        family = self._context.family
        parents = self._context.names(family.partners(family.partnerships[link.partnership])) or "parents not known"
        self._title.setText(parents)
        self._descent.show_value(link.descent)
        together = [other.child for other in twins_of(family, link) if other.child != link.child]
        self._twin.show_value(together[0] if together else "")
        self._identical.setChecked(link.identical)
        self._identical.setVisible(bool(together))
        for control, said in ((self._descent, "How"), (self._twin, "Twin of"), (self._remove, "Not their child")):
            named(control, f"{said}, child of {parents}")
