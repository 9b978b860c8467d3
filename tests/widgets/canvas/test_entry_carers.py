"""Who fosters, adopts or looks after a child: said of a child of its birth parents, those stay its birth parents."""

import pytest

from models.genogram import Descent
from tests.widgets.canvas.typist import Typist


@pytest.mark.parametrize(
    ("key", "descent", "asked"),
    [
        ("f", Descent.FOSTER, "Fostered by whom?"), ("a", Descent.ADOPTED, "Adopted by whom?"),
        ("k", Descent.KINSHIP, "In kinship care with whom?"),
    ],
)  # fmt: skip
def test_a_child_of_its_birth_parents_keeps_them(typist: Typist, key: str, descent: Descent, asked: str) -> None:
    typist("Kelly 38f\n", "bSean 36\n", "cLeo 7m\n", "a")
    assert typist.said().startswith("Leo is Kelly and Sean’s child by birth.")
    typist(key)
    assert typist.said() == asked
    typist("2", "Ann 50f\n", "Bob 52m\n")
    assert typist.origins("Leo") == {Descent.BIRTH: ["Kelly", "Sean"], descent: ["Ann", "Bob"]}
    assert typist.focus() == "Leo"


def test_a_stepchild_of_somebody_else(typist: Typist) -> None:
    typist("Kelly 38f\n", "cLeo 7m\n", "as2", "Tom 40m\n")
    assert typist.origins("Leo") == {Descent.BIRTH: ["Kelly"], Descent.STEP: ["Kelly", "Tom"]}


def test_a_carer_not_known_is_no_parent_not_known(typist: Typist) -> None:
    typist("Kelly 38f\n", "cLeo 7m\n", "af2", "?\n", "?\n", "a2")
    assert typist.said().startswith("Leo is fostered by carers not known.")
