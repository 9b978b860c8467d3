"""The legend: only the signs that stand in a family, each with its words."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from app.genogram.legend import WORDS, legend, legend_size, paint_legend
from app.genogram.look import Look
from models.genogram import (
    Bond,
    ChildOf,
    Descent,
    Gender,
    Household,
    Life,
    Line,
    Parting,
    Partnership,
    Person,
    Relationship,
)  # fmt: skip
from models.kin import Family


def everything() -> Family:
    """A family in which every sign stands."""
    people = {gender.value: Person(gender.value, "x", gender) for gender in Gender}
    people |= {life.value: Person(life.value, "x", life=life) for life in Life}
    people["all"] = Person("all", "x", died=True, index=True, outside=True)
    couples = {
        f"{bond}{parting}": Partnership(f"{bond}{parting}", "male", "female", bond, parting)
        for bond in Bond
        for parting in Parting
    }
    links = [ChildOf(way.value, "other", "married", way) for way in Descent]
    links += [ChildOf(name, name, "married", twins="a") for name in ("stillbirth", "miscarriage")]
    links += [ChildOf(name, name, "married", twins="b", identical=True) for name in ("termination", "pregnancy")]
    ties = [Relationship(line.value, "male", "female", line) for line in Line]
    return Family(people, couples, tuple(links), (Household("h", "", ("all",)),), tuple(ties))


def kinds(family: Family) -> list[str]:
    return [sign.kind for sign in legend(family)]


def test_nobody_needs_no_legend() -> None:
    assert legend(Family({}, {})) == []


def test_only_what_stands_in_the_family_in_plain_words() -> None:
    people = {"A": Person("A", "A", Gender.FEMALE), "B": Person("B", "B", Gender.MALE), "C": Person("C", "C")}
    couples = {"c": Partnership("c", "A", "B", parting=Parting.SEPARATED)}
    ties = (Relationship("1", "A", "B", Line.VIOLENCE), Relationship("2", "A", "gone", Line.CLOSE))
    family = Family(people, couples, (ChildOf("1", "C", "c", Descent.FOSTER),), (), ties)
    assert [sign.words for sign in legend(family)] == [
        "male",
        "female",
        "another gender, or not known",
        "living together, or in a relationship",
        "separated",
        "foster care",
        "violence, in the direction of the arrow",
    ]


def test_children_by_birth_are_named_only_beside_others() -> None:
    people = {name: Person(name, name) for name in "ABCD"}
    links = (ChildOf("1", "C", "c"), ChildOf("2", "D", "c"))
    family = Family(people, {"c": Partnership("c", "A", "B")}, links)
    assert "child.birth" not in kinds(family)
    mixed = Family(people, family.partnerships, (links[0], ChildOf("2", "D", "c", Descent.ADOPTED)))
    assert {"child.birth", "child.adopted"} <= set(kinds(mixed))


def test_every_sign_has_words_and_all_couples_solid_are_one_sign() -> None:
    assert kinds(everything()) == [kind for kind in WORDS if kind != "couple.any"]
    solid = [sign.kind for sign in legend(everything(), all_couples_solid=True)]
    assert "couple.any" in solid and "couple.married" not in solid


@pytest.mark.usefixtures("qapp")
def test_it_is_painted_within_its_size_and_each_sign_differs() -> None:
    look, family = Look(), everything()
    size = legend_size(family, look, 700)
    assert size.width() <= 700 and size.height() < 500
    image = QImage(760, 520, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    assert paint_legend(painter, family, look, QPointF(20, 10), 700) == size
    painter.end()
    inked = [(x, y) for x in range(0, 760, 2) for y in range(520) if image.pixelColor(x, y).lightness() < 128]
    assert min(x for x, _ in inked) >= 18 and max(x for x, _ in inked) <= 20 + size.width() + 2
    assert max(y for _, y in inked) <= 10 + size.height() + 1
    assert legend_size(family, look, 200).height() > size.height()
