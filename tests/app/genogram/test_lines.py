"""Where lines, outlines, friends and words on lines lie, whatever the family; and that each sign looks its own."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from app.genogram.drawing import SYMBOL, Drawing, DrawnHousehold, Placed
from app.genogram.field import crosses
from app.genogram.lanes import Bar, crossings, lay
from app.genogram.layout import layout
from app.genogram.look import Look, measure_with, years_of
from app.genogram.page import genogram_image
from app.genogram.symbols import age_shown, draw_symbol
from app.genogram.ties import draw_tie
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
from tests.app.genogram.quality import overlaps, quality, strangers, through
from tests.families import grown, looped, seeds, with_homes


def measure(person: Person) -> tuple[float, float]:
    """Labels of several widths, and of one line or two."""
    return len(person.name) * 7.0 + person.rank % 5 * 9, 30.0 if person.rank % 4 == 0 else 16.0


def tied(family: Family, seed: int, count: int) -> Family:
    """The family with lines between its people at random, some of them several between the same two."""
    random, people = Random(seed), sorted(family.people)
    ties = []
    for number in range(count):
        one, other = random.choice(people), random.choice(people)
        ties.append(Relationship(f"r{number}", one, other, random.choice(tuple(Line)), "words" * (number % 2)))
        if number % 3 == 0:
            ties.append(Relationship(f"back{number}", other, one, Line.CLOSE))
    return replace_in(family, relationships=tuple(ties))


def replace_in(family: Family, **changes: object) -> Family:
    fields = ("people", "partnerships", "children", "households", "relationships")
    return Family(**{name: changes.get(name, getattr(family, name)) for name in fields})


# Couples and children


@pytest.mark.parametrize(("size", "seed"), seeds((9, 20, 60), 4))
def test_no_line_runs_through_anybody_or_along_another(size: int, seed: int) -> None:
    for family in (grown(size, seed), looped(size, seed)):
        found = quality(layout(family, measure), family)
        assert not found.overlaps
        assert not found.through
        assert not found.on_top


def test_partners_in_two_rows_are_joined_past_the_people_between() -> None:
    people = {name: Person(name, name, rank=rank) for rank, name in enumerate(("A", "B", "C", "D", "E"))}
    couples = {"ab": Partnership("ab", "A", "B"), "ad": Partnership("ad", "A", "D", Bond.MARRIED, Parting.DIVORCED)}
    links = [ChildOf(f"ab{child}", child, "ab") for child in ("C", "D", "E")]
    family = Family(people, couples, tuple(links))
    drawing = layout(family, measure)
    [line] = [line for line in drawing.lines if line.of == "ad"]
    assert max(y for _, y in line.points) > max(one.bottom for one in drawing.people.values())
    assert all(x == to_x or y == to_y for (x, y), (to_x, to_y) in pairwise(line.points))
    assert not through(drawing)


def test_two_lines_to_one_child_end_side_by_side() -> None:
    people = {name: Person(name, name, rank=rank) for rank, name in enumerate(("Mum", "Child", "Carer"))}
    couples = {"m": Partnership("m", "Mum"), "c": Partnership("c", "Carer")}
    family = Family(people, couples, (ChildOf("1", "Child", "m"), ChildOf("2", "Child", "c", Descent.FOSTER)))
    ends = [line.points[-1] for line in layout(family, measure).lines]
    assert abs(ends[0][0] - ends[1][0]) > 8


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(10, 200), st.integers(0, 200)), min_size=2, max_size=7))
@settings(max_examples=60, deadline=None)
def test_bars_that_overlap_never_share_a_lane(given_bars: list[tuple[int, int, int]]) -> None:
    bars = [Bar((low + up % long,), (low, low + long)) for low, long, up in given_bars]
    lay(bars)
    assert all(
        one.lane != other.lane
        for one, other in combinations(bars, 2)
        if one.low <= other.high and other.low <= one.high
    )


def test_of_two_bars_the_one_lies_above_with_which_fewer_lines_cross() -> None:
    wide, narrow = Bar((50.0,), (0.0, 200.0)), Bar((100.0,), (90.0, 110.0))
    lay([narrow, wide])
    assert crossings(wide, narrow) == 1 and crossings(narrow, wide) == 2
    assert wide.lane < narrow.lane


# Lines between people


@pytest.mark.parametrize(("size", "seed"), seeds((9, 20, 60), 4))
def test_lines_between_people_run_clear_of_everybody_else(size: int, seed: int) -> None:
    for family in (grown(size, seed), looped(size, seed)):
        drawing = layout(tied(family, seed, size // 2), measure)
        assert not through(drawing)


def test_lines_of_nobody_or_to_oneself_are_not_drawn() -> None:
    family = replace_in(
        grown(9, 1),
        relationships=(Relationship("1", "p0", "p0", Line.CLOSE), Relationship("2", "p0", "gone", Line.CLOSE)),
    )
    assert not [line for line in layout(family, measure).lines if line.kind == "relationship"]


def test_several_lines_of_the_same_two_lie_apart() -> None:
    ties = [Relationship(str(number), *pair, Line.CLOSE) for number, pair in enumerate((("p0", "p1"), ("p1", "p0")))]
    drawing = layout(replace_in(grown(9, 1), relationships=tuple(ties)), measure)
    one, other = (line.points for line in drawing.lines if line.kind == "relationship")
    assert abs(one[0][1] - other[-1][1]) > 6


# Friends


def with_friends(family: Family, friends: dict[str, str], **more: object) -> Family:
    made = {
        name: Person(name, name, outside=True, friend_of=friend, rank=500, **more) for name, friend in friends.items()
    }
    return replace_in(family, people={**family.people, **made})


def test_friends_stand_level_with_whose_friends_they_are_on_that_side() -> None:
    family = grown(20, 3)
    plain = layout(family, measure).people
    left, right = min(plain.values(), key=lambda one: one.x), max(plain.values(), key=lambda one: one.x)
    drawing = layout(with_friends(family, {"L": left.id, "R": right.id, "R2": right.id}), measure)
    at = drawing.people
    assert at["L"].y == at[left.id].y and at["L"].right < min(at[one].left for one in family.people)
    assert at["R"].y == at[right.id].y and at["R"].left > max(at[one].right for one in family.people)
    assert not overlaps(drawing)


def test_friends_stay_when_one_more_comes() -> None:
    family = with_friends(grown(20, 3), {"one": "p0", "two": "p1"})
    before = layout(family, measure).people
    after = layout(with_friends(family, {"new": "p0"}), measure, before).people
    assert all((after[name].x, after[name].y) == (before[name].x, before[name].y) for name in ("one", "two"))


def test_a_friend_put_somewhere_stands_exactly_there_where_that_is_free() -> None:
    family = grown(20, 3)
    left, top, _, _ = layout(family, measure).bounds
    free = with_friends(family, {"F": "p0"}, x=left - 333.0, y=top + 21.0)
    drawing = layout(free, measure)
    assert (drawing.people["F"].x, drawing.people["F"].y) == (left - 333.0, top + 21.0)
    there = drawing.people["p5"]
    assert not overlaps(layout(with_friends(family, {"F": "p0"}, x=there.x, y=there.y), measure))


@pytest.mark.parametrize("count", [1, 2, 7, 40])
def test_friends_alone_are_drawn(count: int) -> None:
    drawing = layout(with_friends(Family({}, {}), {f"f{number}": "" for number in range(count)}), measure)
    assert len(drawing.people) == count
    assert not overlaps(drawing)


# Homes


def outline_hits(drawing: Drawing) -> list[tuple[str, str]]:
    return [
        (home.id, one.id)
        for home in drawing.households
        for start, end in edges(home)
        for one in drawing.people.values()
        if any(crosses(start, end, box) for box in boxes(one))
    ]


def edges(home: DrawnHousehold) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return list(zip(home.outline, (*home.outline[1:], home.outline[0]), strict=True))


def boxes(one: Placed) -> list[tuple[float, float, float, float]]:
    half = SYMBOL / 2
    return [(one.x - half, one.top, one.x + half, one.y + half), (one.left, one.y + half, one.right, one.bottom)]


def scattered(family: Family, seed: int, count: int) -> Family:
    random, people = Random(seed), sorted(family.people)
    homes = [Household(f"s{at}", f"S{at}", tuple(random.sample(people, random.randint(1, 4)))) for at in range(count)]
    return replace_in(family, households=tuple(homes))


@pytest.mark.parametrize(("size", "seed"), seeds((9, 20, 60), 4))
def test_outlines_hold_exactly_their_people_and_run_through_nobody(size: int, seed: int) -> None:
    for grow in (grown, looped):
        for make in (with_homes, scattered):
            drawing = layout(make(grow(size, seed), seed, 2 + size // 10), measure)
            assert not strangers(drawing)
            assert not outline_hits(drawing)


def test_a_home_of_somebody_put_beside_the_rows_holds_nobody_else() -> None:
    family = grown(20, 3)
    left, top, _, bottom = layout(family, measure).bounds
    friend = with_friends(family, {"F": "p0"}, x=left - 90.0, y=(top + bottom) / 2 + 13)
    drawing = layout(replace_in(friend, households=(Household("h", "H", ("F", "p0")),)), measure)
    assert not strangers(drawing)


def test_somebody_who_lives_in_two_places_has_two_outlines_set_apart() -> None:
    homes = (Household("1", "Mum's", ("p0",)), Household("2", "Dad's", ("p0",)))
    one, other = layout(replace_in(grown(9, 1), households=homes), measure).households
    assert not {x for x, _ in one.outline} & {x for x, _ in other.outline}


# Signs


pictured = pytest.mark.usefixtures("qapp")


def picture(draw: Callable[[QPainter], None]) -> bytes:
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return bytes(image.constBits())


@pictured
def test_each_kind_of_line_between_people_looks_its_own_also_round_a_bend() -> None:
    ink, paper = QColor("black"), QColor("white")
    for way in (((5.0, 30.0), (115.0, 30.0)), ((5.0, 10.0), (60.0, 10.0), (60.0, 50.0), (115.0, 50.0))):
        seen = {picture(lambda painter, line=line, way=way: draw_tie(painter, line, way, ink, paper)) for line in Line}
        assert len(seen) == len(Line)


@pictured
def test_a_bent_line_is_drawn_along_its_bends() -> None:
    way = ((5.0, 10.0), (60.0, 10.0), (60.0, 50.0), (115.0, 50.0))
    for line in Line:
        image = QImage(120, 60, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw_tie(painter, line, way, QColor("black"), QColor("white"))
        painter.end()
        for left, top, right, bottom in ((10, 4, 50, 16), (54, 12, 66, 22), (54, 40, 66, 48), (70, 44, 100, 56)):
            dark = [image.pixelColor(x, y).lightness() < 128 for x in range(left, right) for y in range(top, bottom)]
            assert any(dark), line


@pictured
def test_each_symbol_looks_its_own() -> None:
    look, plain = Look(), Person("x", "x")
    kinds = [replace(plain, gender=gender) for gender in (Gender.MALE, Gender.FEMALE, Gender.OTHER)]
    kinds += [replace(plain, life=life) for life in Life if life is not Life.PERSON]
    kinds += [replace(plain, died=True), replace(plain, index=True), replace(plain, outside=True)]
    seen = {picture(lambda painter, who=who: draw_symbol(painter, QPointF(60, 30), who, look)) for who in kinds}
    assert len(seen) == len(kinds)


@pictured
def test_each_bond_parting_and_kind_of_child_looks_its_own() -> None:
    people = {name: Person(name, name, rank=rank) for rank, name in enumerate("ABC")}

    def drawn(couple: Partnership, descent: Descent, look: Look) -> bytes:
        family = Family(people, {"c": couple}, (ChildOf("1", "C", "c", descent),))
        image = genogram_image(family, 300, 300, look)  # held while its bytes are read
        return bytes(image.constBits())

    married, look = Partnership("c", "A", "B", Bond.MARRIED), Look()
    assert len({drawn(replace(married, parting=parting), Descent.BIRTH, look) for parting in Parting}) == len(Parting)
    assert len({drawn(married, descent, look) for descent in Descent}) == len(Descent)
    together = replace(married, bond=Bond.LIVING_TOGETHER)
    assert drawn(together, Descent.BIRTH, look) != drawn(married, Descent.BIRTH, look)
    solid = Look(all_couples_solid=True)
    assert drawn(together, Descent.BIRTH, solid) == drawn(married, Descent.BIRTH, solid)


@pictured
def test_a_whole_family_is_painted_with_all_its_words() -> None:
    family = with_homes(tied(grown(40, 2), 2, 20), 2)
    dated = {name: replace(couple, dates="m 2001, d 2009") for name, couple in family.partnerships.items()}
    family = replace_in(family, partnerships=dated)
    assert layout(family, measure_with(Look())).households
    assert not genogram_image(family, 900, 500).isNull()


def test_years_and_ages_as_they_are_shown() -> None:
    dead = Person("x", "Albert", died=True, born="1930", death="2007")
    assert (age_shown(dead), years_of(dead)) == ("77", "1930–2007")
    assert age_shown(Person("x", "Di", age="about 40")) == "~40"
    assert age_shown(Person("x", "")) == "?" and age_shown(Person("x", "Di")) == ""
    assert years_of(Person("x", "Di", born="2016")) == "b. 2016"
    assert years_of(Person("x", "Di", age="9", born="2016")) == ""
    assert years_of(Person("x", "Gus", died=True, death="2019")) == "d. 2019"
