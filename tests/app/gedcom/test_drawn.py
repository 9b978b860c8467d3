"""Families out of generated GEDCOM files, drawn: no error, and nobody on top of anybody."""

import pytest

from app.gedcom.reader import read_gedcom
from app.genogram.layout import layout
from models.genogram import Person
from models.kin import family_of
from models.session import Session
from tests.app.gedcom.made import file_of
from tests.app.genogram.quality import overlaps


def measured(person: Person) -> tuple[float, float]:
    return 7.5 * len(person.name), 17.0 if person.name else 0.0


@pytest.mark.parametrize("seven", [False, True])
@pytest.mark.parametrize(
    ("size", "seed"), [(9, 1), (20, 2), (60, 3), (100, 5), (300, 7), (1000, 9), (3000, 4), (3000, 11)]
)
def test_nobody_is_drawn_on_top_of_anybody(size: int, seed: int, seven: bool) -> None:
    read = read_gedcom(file_of(size, seed, seven).encode())
    family = family_of(Session("s", read.entities))
    drawing = layout(family, measured)
    assert len(drawing.people) == len(family.people) >= size
    assert overlaps(drawing) == []
