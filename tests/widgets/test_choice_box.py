"""A choice that assistive technology finds by name and makes."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from widgets.parts.choice_box import ChoiceBox
from widgets.parts.fields import named
from widgets.parts.reflow import beside


def box(qtbot: QtBot) -> tuple[ChoiceBox, list[int]]:
    """A box of three items, and what people chose in it."""
    made = ChoiceBox()
    qtbot.addWidget(made)
    made.addItems(["one", "two", "three"])
    chosen: list[int] = []
    made.activated.connect(chosen.append)
    return made, chosen


def select(made: ChoiceBox, row: int) -> None:
    """As the accessibility bus does it."""
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    made.view().selectionModel().select(made.model().index(row, 0), flag)


def test_an_item_selected_from_outside_is_chosen(qtbot: QtBot) -> None:
    made, chosen = box(qtbot)
    for row in (2, 0, 2):
        select(made, row)
        assert made.currentIndex() == row
    assert chosen == [2, 0, 2]


def test_what_the_application_shows_was_chosen_by_nobody(qtbot: QtBot) -> None:
    made, chosen = box(qtbot)
    made.setCurrentIndex(1)
    made.clear()
    made.addItems(["four", "five"])
    assert chosen == []
    select(made, 1)
    assert chosen == [1]


def test_walking_through_the_open_list_chooses_nothing_yet(qtbot: QtBot) -> None:
    made, chosen = box(qtbot)
    made.show()
    made.showPopup()
    select(made, 2)
    assert (made.currentIndex(), chosen) == (0, [])
    made.hidePopup()


def test_the_label_beside_it_goes_by_the_same_name(qtbot: QtBot) -> None:
    made = ChoiceBox()
    pair = beside("Role", made)
    qtbot.addWidget(pair)
    label = pair.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.accessibleName() == "Role:"
    named(made, "Role of Bea")
    assert (label.accessibleName(), label.text()) == ("Role of Bea:", "Role")
