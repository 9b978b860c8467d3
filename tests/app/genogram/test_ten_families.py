"""Ten families that children's services meet, held to every bar of genogram.md; each picture was looked at, too."""

from itertools import pairwise

import pytest

from app.genogram.drawing import Drawing
from app.genogram.layout import layout
from app.genogram.look import Look, measure_with
from app.genogram.page import genogram_image
from models.kin import Family
from tests.app.genogram.quality import quality
from tests.app.genogram.ten_families import FAMILIES

pytestmark = pytest.mark.usefixtures("qapp")

#: Where one line must cross another: somebody who hangs from two couples closes a ring; of three partners two stand on
#: one side, and the line to the farther one passes below the nearer one's children.
MUST = {"grandparents_beside_foster_carers": 1, "twins_one_adopted_away": 1, "two_fathers_and_one_unknown": 1}


def drawn(name: str) -> tuple[Family, Drawing]:
    family = FAMILIES[name]()
    return family, layout(family, measure_with(Look()))


@pytest.mark.parametrize("name", FAMILIES)
def test_nothing_lies_on_anything(name: str) -> None:
    family, drawing = drawn(name)
    found = quality(drawing, family)
    assert set(drawing.people) == set(family.people)
    assert not found.overlaps
    assert not found.through
    assert not found.on_top
    assert not found.strangers
    assert not found.out_of_order
    assert len(found.crossings) <= MUST.get(name, 0)


def row(drawing: Drawing, number: int) -> list[str]:
    people = [one for one in drawing.people.values() if one.row == number]
    return [one.id for one in sorted(people, key=lambda one: one.x)]


def in_order(drawing: Drawing, *people: str) -> bool:
    at = [drawing.people[person] for person in people]
    return len({one.y for one in at}) == 1 and all(one.x < other.x for one, other in pairwise(at))


def side_by_side(drawing: Drawing, *people: str) -> bool:
    """Whether these stand together in this order, with nobody else between."""
    level = drawing.people[people[0]].y
    of_row = [one.id for one in sorted(drawing.people.values(), key=lambda one: one.x) if one.y == level]
    start = of_row.index(people[0])
    return of_row[start : start + len(people)] == list(people)


def test_the_mother_of_two_fathers_children_stands_between_them_the_earlier_left() -> None:
    _, drawing = drawn("two_fathers_and_one_unknown")
    assert in_order(drawing, "Craig", "Donna", "Lee")
    assert in_order(drawing, "Jayden", "Chelsea", "Riley", "Kai")


def test_his_hers_and_theirs_is_one_chain_of_couples() -> None:
    _, drawing = drawn("his_hers_and_theirs")
    assert side_by_side(drawing, "Lorraine", "Steve", "Gemma", "Nathan")


def test_of_two_mothers_the_elder_stands_left() -> None:
    _, drawing = drawn("same_sex_parents")
    assert side_by_side(drawing, "Ruth", "Ayesha")
    assert in_order(drawing, "Noah", "Maya")


def test_twins_hang_from_one_point_though_one_was_adopted_away() -> None:
    family, drawing = drawn("twins_one_adopted_away")
    tops = {
        line.people[-1]: line.points[-2]
        for line in drawing.lines
        if line.kind == "descent" and line.people[-1] in ("Harry", "Oliver") and "Kirsty" in line.people
    }
    assert tops["Harry"] == tops["Oliver"]
    assert in_order(drawing, "Ellie", "Harry", "Oliver", "baby")
    assert len(family.origins["Oliver"]) == 2


def test_losses_stand_among_the_children_in_the_order_of_their_births() -> None:
    _, drawing = drawn("stillbirth")
    assert side_by_side(drawing, "first", "Zofia", "third", "Kuba")


def test_cousins_stand_side_by_side_below_their_own_parents() -> None:
    _, drawing = drawn("cousins_who_married")
    assert [row(drawing, number) for number in (0, 3)] == [["Yusuf", "Khadija"], ["Zara"]]
    assert side_by_side(drawing, "Hamza", "Sana")


def test_nobody_known_but_the_child_is_a_picture_too() -> None:
    _, drawing = drawn("unaccompanied_child")
    everyone = [one for one in drawing.people.values() if one.id not in ("Tesfay", "Ms Adeyemi")]
    friends = [drawing.people[one] for one in ("Tesfay", "Ms Adeyemi")]
    left, right = min(one.left for one in everyone), max(one.right for one in everyone)
    assert all(one.left > right or one.right < left for one in friends)


def test_four_generations_stand_in_four_rows() -> None:
    _, drawing = drawn("four_generations")
    assert set(row(drawing, 0)) == {"Albert", "Edith"}
    assert {one.row for one in drawing.people.values()} == {0, 1, 2, 3}
    assert side_by_side(drawing, "Mark", "Tracy") or side_by_side(drawing, "Tracy", "Mark")


@pytest.mark.parametrize("name", FAMILIES)
def test_the_picture_has_ink(name: str) -> None:
    image = genogram_image(FAMILIES[name](), 700, 450)
    seen = {image.pixelColor(x, y).name() for x in range(0, 700, 3) for y in range(0, 450, 3)}
    assert len(seen) > 3
