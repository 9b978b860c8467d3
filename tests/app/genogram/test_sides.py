"""On which side partners stand."""

from itertools import product

from app.genogram.sides import man_left
from models.genogram import Gender, Person
from models.kin import Family


def test_of_any_two_exactly_one_stands_left() -> None:
    for first, second in product(Gender, repeat=2):
        people = {"a": Person("a", "A", gender=first, rank=0), "b": Person("b", "B", gender=second, rank=1)}
        family = Family(people, {}, ())
        assert man_left(family, "a", "b") is not man_left(family, "b", "a"), (first, second)
