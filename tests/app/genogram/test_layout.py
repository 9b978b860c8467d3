"""What holds of a layout, whatever the family."""

from collections.abc import Callable
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.genogram.drawing import Drawing, Placed, drawing_to_plain
from app.genogram.layout import layout
from models.genogram import ChildOf, Descent, Gender, Household, Partnership, Person
from models.kin import Family


def measure(person: Person) -> tuple[float, float]:
    return len(person.name) * 7.0, 16.0


def family(
    people: dict[str, str], couples: dict[str, tuple[str, str]], broods: dict[str, str], homes: tuple[str, ...] = ()
) -> Family:
    """People by name with gender and age ("m40"); couples by name; each couple's children; households."""
    genders = {"m": Gender.MALE, "f": Gender.FEMALE, "o": Gender.OTHER}
    return Family(
        {
            name: Person(name, name, genders.get(what[:1], Gender.UNKNOWN), what[1:], rank=rank)
            for rank, (name, what) in enumerate(people.items())
        },
        {name: Partnership(name, one, other, rank=rank) for rank, (name, (one, other)) in enumerate(couples.items())},
        tuple(ChildOf(f"{couple}-{child}", child, couple) for couple, all_ in broods.items() for child in all_.split()),
        tuple(Household(f"home{place}", f"Home {place}", tuple(home.split())) for place, home in enumerate(homes)),
    )


REFERENCE = family(
    {"Jim": "m78", "Rose": "f75", "Gill": "f40", "Kelly": "f38", "Dave": "m41", "Tyler": "m16", "Mia": "f13",
     "Sean": "m36", "Leo": "m7"},
    {"JR": ("Jim", "Rose"), "KD": ("Kelly", "Dave"), "KS": ("Kelly", "Sean")},
    {"JR": "Gill Kelly", "KD": "Tyler Mia", "KS": "Leo"},
    ("Kelly Sean Tyler Mia", "Leo"),
)  # fmt: skip


@st.composite
def families(draw: Callable, loops: bool = False, most: int = 40) -> Family:
    """A family grown from one person by parents, siblings, children and partners; with `loops`, joined at random."""
    people: dict[str, str] = {"p0": "f30"}
    couples: dict[str, tuple[str, str]] = {}
    broods: dict[str, list[str]] = {}
    origin: dict[str, str] = {}

    def new() -> str:
        name = f"p{len(people)}"
        people[name] = draw(st.sampled_from("mfo?")) + draw(st.sampled_from(["", "5", "17", "40", "63"]))
        return name

    for number in range(draw(st.integers(0, most))):
        who = draw(st.sampled_from(sorted(people)))
        act = draw(st.sampled_from(["parents", "sibling", "child", "partner"]))
        own = [couple for couple, both in couples.items() if who in both]
        if act == "parents" and who not in origin:
            couples[f"c{number}"] = (new(), draw(st.sampled_from(["", new()])))
            broods[f"c{number}"], origin[who] = [who], f"c{number}"
        elif act == "sibling" and who in origin:
            child = new()
            broods[origin[who]].append(child)
            origin[child] = origin[who]
        elif act == "partner":
            couples[f"c{number}"] = (who, new())
            broods[f"c{number}"] = []
        elif act == "child" and own:
            child, couple = new(), draw(st.sampled_from(own))
            broods[couple].append(child)
            origin[child] = couple
    if loops:
        for number in range(draw(st.integers(1, 4))):
            one, other = draw(st.sampled_from(sorted(people))), draw(st.sampled_from(sorted(people)))
            couples[f"loop{number}"] = (one, other)
            broods[f"loop{number}"] = [draw(st.sampled_from(sorted(people)))]
    return family(people, couples, {couple: " ".join(brood) for couple, brood in broods.items()})


def no_overlaps(drawing: Drawing) -> bool:
    rows: dict[float, list] = {}
    for placed in drawing.people.values():
        rows.setdefault(placed.y, []).append(placed)
    apart = all(
        one.right < other.left
        for row in rows.values()
        for one, other in pairwise(sorted(row, key=lambda placed: placed.x))
    )
    levels = [rows[y] for y in sorted(rows)]
    return apart and all(
        max(one.bottom for one in upper) < min(one.top for one in lower) for upper, lower in pairwise(levels)
    )


def through(drawing: Drawing) -> list[tuple[str, str]]:
    """Horizontal parts of lines that run through somebody's symbol or label."""
    hits = []
    for line in drawing.lines:
        for (x, y), (to_x, to_y) in pairwise(line.points):
            if y == to_y and line.kind != "relationship":
                low, high = min(x, to_x), max(x, to_x)
                hits += [
                    (line.of, one.id)
                    for one in drawing.people.values()
                    if one.top < y < one.bottom and one.left < high and low < one.right
                ]
    return hits


@settings(max_examples=60, deadline=None)
@given(families())
def test_families_without_loops(who: Family) -> None:
    drawing = layout(who, measure)
    assert set(drawing.people) == set(who.people)
    assert no_overlaps(drawing)
    assert not through(drawing)
    at = drawing.people
    for couple in who.partnerships.values():
        partners = who.partners(couple)
        assert len({at[person].row for person in partners}) == 1
        brood = [at[link.child] for link in who.broods.get(couple.id, ())]
        assert all(child.row == at[partners[0]].row + 1 for child in brood)
        assert all(one.x < other.x for one, other in pairwise(brood))


@settings(max_examples=40, deadline=None)
@given(families(loops=True))
def test_loops_are_drawn_without_overlap(who: Family) -> None:
    drawing = layout(who, measure)
    assert set(drawing.people) == set(who.people)
    assert no_overlaps(drawing)


@settings(max_examples=40, deadline=None)
@given(families(), st.data())
def test_again_with_earlier_places_and_somebody_pinned(who: Family, data: st.DataObject) -> None:
    before = layout(who, measure)
    again = layout(who, measure, before.people)
    assert no_overlaps(again)
    pinned = data.draw(st.sampled_from(sorted(who.people)))
    people = dict(who.people)
    there = before.people[pinned].x + 150
    people[pinned] = Person(**{**_fields(people[pinned]), "x": there, "y": 0.0})
    moved = layout(Family(people, who.partnerships, who.children, who.households), measure, before.people)
    assert no_overlaps(moved)
    assert abs(moved.people[pinned].x - there) < 0.5


@settings(max_examples=40, deadline=None)
@given(families(), st.data())
def test_earlier_places_may_be_anything(who: Family, data: st.DataObject) -> None:
    number = st.one_of(st.floats(), st.integers(-400, 400).map(float))
    at = data.draw(st.dictionaries(st.sampled_from(sorted(who.people)), st.tuples(number, number)))
    drawing = layout(who, measure, {person: Placed(person, *xy, 40.0, 60.0, 0) for person, xy in at.items()})
    assert no_overlaps(drawing)
    places = drawing.people
    for couple in who.partnerships.values():
        brood = [places[link.child] for link in who.broods.get(couple.id, ())]
        assert all(one.x < other.x for one, other in pairwise(brood))
        assert {child.row for child in brood} <= {places[one].row + 1 for one in who.partners(couple)}


@settings(max_examples=40, deadline=None)
@given(families(most=25), st.data())
def test_the_same_family_and_places_give_the_same_picture(who: Family, data: st.DataObject) -> None:
    before = layout(who, measure)
    assert layout(who, measure) == before
    assert layout(who, measure, before.people) == before
    gone = data.draw(st.sampled_from(sorted(who.people)))
    fewer = Family({one: each for one, each in who.people.items() if one != gone}, who.partnerships, who.children)
    assert layout(fewer, measure, before.people) == layout(fewer, measure, before.people)


def _fields(person: Person) -> dict[str, object]:
    return {name: getattr(person, name) for name in person.__slots__}


@settings(max_examples=60, deadline=None)
@given(families(most=25), st.data())
def test_household_is_round_exactly_its_members(who: Family, data: st.DataObject) -> None:
    members = data.draw(st.lists(st.sampled_from(sorted(who.people)), min_size=1, unique=True))
    home = Household("home", "Flat", tuple(members))
    drawing = layout(Family(who.people, who.partnerships, who.children, (home,)), measure)
    [drawn] = drawing.households
    inside = {
        person.id for person in drawing.people.values() if _inside((person.x + 0.013, person.y + 0.017), drawn.outline)
    }
    assert inside == set(members)


def _inside(point: tuple[float, float], outline: tuple[tuple[float, float], ...]) -> bool:
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            odd = not odd
    return odd


def test_reference_family_stands_as_it_is_drawn_by_hand() -> None:
    drawing = layout(REFERENCE, measure)
    rows = [
        [one.id for one in sorted(drawing.people.values(), key=lambda one: one.x) if one.row == row] for row in range(3)
    ]
    assert rows == [["Jim", "Rose"], ["Gill", "Dave", "Kelly", "Sean"], ["Tyler", "Mia", "Leo"]]


def test_a_partner_who_brings_a_family_stands_on_the_outer_side() -> None:
    who = family(
        {"Pa": "m60", "Ma": "f58", "Ann": "f35", "Bob": "m30", "Wife": "f29", "Her mum": "f55", "Her brother": "m25"},
        {"PM": ("Pa", "Ma"), "BW": ("Bob", "Wife"), "H": ("Her mum", "")},
        {"PM": "Ann Bob", "H": "Wife"},
    )  # fmt: skip
    at = layout(who, measure).people
    assert at["Ann"].x < at["Bob"].x < at["Wife"].x
    assert at["Ma"].x < at["Her mum"].x


def test_adding_a_child_leaves_most_people_where_they_were() -> None:
    before = layout(REFERENCE, measure)
    people = {**REFERENCE.people, "Baby": Person("Baby", "Baby", Gender.FEMALE, "1", rank=20)}
    more = Family(people, REFERENCE.partnerships, (*REFERENCE.children, ChildOf("n", "Baby", "KS")))
    after = layout(more, measure, before.people)
    moved = [one for one, placed in before.people.items() if abs(after.people[one].x - placed.x) > 20]
    assert len(moved) <= 1


def test_children_in_care_of_others_have_two_lines() -> None:
    who = family(
        {"Mum": "f30", "Child": "m6", "Carer": "f50", "Other": "m52"},
        {"M": ("Mum", ""), "C": ("Carer", "Other")},
        {"M": "Child"},
    )
    both = Family(who.people, who.partnerships, (*who.children, ChildOf("care", "Child", "C", Descent.FOSTER)))
    drawing = layout(both, measure)
    assert len([line for line in drawing.lines if line.kind == "descent"]) == 2
    assert no_overlaps(drawing)


def test_plain_form_has_what_other_programs_read() -> None:
    plain = drawing_to_plain(layout(REFERENCE, measure), REFERENCE, 0.004)
    assert set(plain) == {"layout_seconds", "people", "lines", "households"}
    assert {line["kind"] for line in plain["lines"]} == {"couple", "descent"}
    assert len(plain["people"]) == 9 and len(plain["households"]) == 2


def test_labels_are_never_wider_than_their_room() -> None:
    people = dict.fromkeys(("A" * 30, "B" * 40, "C"), "f30")
    one, other, child = people
    drawing = layout(family(people, {"c": (one, other)}, {"c": child}), measure)
    boxes = list(drawing.people.values())
    assert all(a.right < b.left or b.right < a.left or a.row != b.row for a, b in combinations(boxes, 2))


def test_friends_stand_outside_the_generations() -> None:
    friends = {name: Person(name, name, outside=True, rank=90) for name in ("Bev", "Nurse", "Coach", "Vicar")}
    who = Family({**REFERENCE.people, **friends}, REFERENCE.partnerships, REFERENCE.children)
    drawing = layout(who, measure)
    edge = max(drawing.people[person].right for person in REFERENCE.people)
    assert all(drawing.people[friend].left > edge + 40 for friend in friends)
    assert no_overlaps(drawing)
    assert set(layout(Family(friends, {}), measure).people) == set(friends)


def test_twins_stand_side_by_side_though_both_have_partners() -> None:
    who = family(
        {"Pa": "m60", "Ma": "f58", "Amy": "f30", "Tim": "m28", "Tom": "m28", "Ada": "f27", "Eve": "f29", "Zoe": "f5"},
        {"PM": ("Pa", "Ma"), "TA": ("Tim", "Ada"), "TE": ("Tom", "Eve")},
        {"PM": "Amy Tim Tom", "TE": "Zoe"},
    )
    twins = tuple(ChildOf(one.id, one.child, one.partnership, twins="t" * (one.child in ("Tim", "Tom")))
                  for one in who.children)  # fmt: skip
    at = layout(Family(who.people, who.partnerships, twins), measure).people
    row = sorted((one for one in at.values() if one.row == 1), key=lambda one: one.x)
    assert [one.id for one in row] == ["Amy", "Ada", "Tim", "Tom", "Eve"]


def test_a_further_partner_stands_right_and_the_earlier_one_makes_way() -> None:
    first = family({"Tom": "m40", "Ann": "f38", "Kim": "f9"}, {"TA": ("Tom", "Ann")}, {"TA": "Kim"})
    before = layout(first, measure)
    assert before.people["Tom"].x < before.people["Ann"].x
    both = family(
        {"Tom": "m40", "Ann": "f38", "Kim": "f9", "Bea": "f33"},
        {"TA": ("Tom", "Ann"), "TB": ("Tom", "Bea")},
        {"TA": "Kim"},
    )
    at = layout(both, measure, before.people).people
    assert at["Ann"].x < at["Tom"].x < at["Bea"].x


def test_a_separate_family_keeps_its_height_when_another_one_grows() -> None:
    two = family({"A": "m40", "B": "f38", "C": "f9", "X": "m30", "Y": "f30", "Z": "m2"},
                 {"AB": ("A", "B"), "XY": ("X", "Y")}, {"AB": "C", "XY": "Z"})  # fmt: skip
    before = layout(two, measure)
    more = family({"A": "m40", "B": "f38", "C": "f9", "X": "m30", "Y": "f30", "Z": "m2", "P": "m70", "M": "f70"},
                  {"AB": ("A", "B"), "XY": ("X", "Y"), "PM": ("P", "M")},
                  {"AB": "C", "XY": "Z", "PM": "A"})  # fmt: skip
    after = layout(more, measure, before.people)
    assert all(after.people[one].y == before.people[one].y for one in two.people)
    assert after.people["P"].row == 0 and after.people["X"].row == 1
