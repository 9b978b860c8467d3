"""The picture stays: after undo, after saving and loading, while names are masked, in another theme."""

from dataclasses import replace
from random import Random

import pytest

from app.document import Document
from app.genogram.layout import layout
from app.genogram.look import measure_with
from app.masking import Masking
from models.genogram import Line, Person, Place
from models.kin import family_of
from models.session import Session
from models.session_file import session_from_plain, session_to_plain
from tests.families import grown, with_homes
from tests.helpers import counted_ids
from widgets.canvas.canvas import GenogramCanvas
from widgets.canvas.places import content


def canvas_of(qtbot, session: Session) -> GenogramCanvas:
    document = Document(session, counted_ids())
    masking = Masking(document)
    canvas = GenogramCanvas(document, masking)
    document.setParent(canvas)
    masking.setParent(canvas)
    qtbot.addWidget(canvas)
    canvas.resize(1100, 620)
    canvas.show()
    return canvas


def session_of(size: int, seed: int) -> Session:
    family = with_homes(grown(size, seed), seed)
    parts = (family.people, family.partnerships)
    return Session("s", [*(one for part in parts for one in part.values()), *family.children, *family.households])


def edit(canvas: GenogramCanvas, random: Random, number: int) -> None:
    """One thing that people do, to somebody by chance."""
    edits, family = canvas.control.edits, canvas.control.family
    people = sorted(family.people)
    if not people:
        edits.add("Kelly 38 f")
        return
    person = random.choice(people)
    acts = {
        "sibling": lambda: edits.sibling(person, f"Sib{number} {random.randint(1, 60)} m"),
        "child": lambda: edits.child(person, f"Kid{number} {random.randint(1, 20)} f"),
        "partner": lambda: edits.partner(person, f"Partner{number} 40", also_parent=random.random() < 0.5),
        "parent": lambda: edits.parent(person, f"Parent{number} 70"),
        "friend": lambda: edits.friend(person, f"Friend{number}"),
        "change": lambda: edits.change(person, f"Longer Name{number} {random.randint(1, 90)}"),
        "part": lambda: edits.part(person),
        "died": lambda: edits.died(person),
        "home": lambda: edits.household(person, random.sample(people, min(3, len(people))), "Home"),
        "line": lambda: edits.line(person, random.choice(people), Line.CLOSE),
        "pin": lambda: edits.pin(person, (random.uniform(-300, 300), 0.0)),
        "free": lambda: edits.pin(person, None),
        "delete": lambda: edits.delete(person),
    }
    acts[random.choice(list(acts))]()


@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_edits_and_as_many_undos_give_the_same_picture(qtbot, seed: int) -> None:
    canvas, random = canvas_of(qtbot, session_of(12, seed)), Random(seed)
    stack, seen = canvas.document.undo_stack, []
    for number in range(200):
        seen.append((content(canvas.control.family), canvas.view.drawing))
        before = stack.index()
        edit(canvas, random, number)
        if stack.index() == before:
            seen.pop()
    while seen:
        stack.undo()
        family, drawing = seen.pop()
        assert content(canvas.control.family) == family
        assert canvas.view.drawing == drawing
        kept = canvas.document.session.all(Place)
        assert {place.id for place in kept} == set(drawing.people)


def test_places_are_kept_and_those_of_people_gone_are_not(qtbot) -> None:
    canvas = canvas_of(qtbot, Session("s"))
    kelly = canvas.control.edits.add("Kelly 38 f")
    sean = canvas.control.edits.add("Sean 36 m")
    kept = {place.id: place for place in canvas.document.session.all(Place)}
    assert kept.keys() == {kelly, sean}
    assert kept[sean].x == canvas.view.drawing.people[sean].x
    canvas.control.edits.delete(sean)
    assert [place.id for place in canvas.document.session.all(Place)] == [kelly]


def test_opening_writes_nothing(qtbot) -> None:
    canvas = canvas_of(qtbot, session_of(9, 1))
    assert not canvas.document.session.all(Place)


def test_nobody_moves_when_names_are_masked(qtbot) -> None:
    canvas = canvas_of(qtbot, Session("s", [Person("a", "Alexandrina Victoria", rank=0), Person("b", "Bo", rank=1)]))
    places = {one.id: (one.x, one.y) for one in canvas.view.drawing.people.values()}
    canvas._masking.set_on(True)
    canvas.control.edits.died("b")
    canvas._masking.set_on(False)
    assert {one.id: (one.x, one.y) for one in canvas.view.drawing.people.values()} == places


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_saved_and_loaded_it_is_the_same_picture(qtbot, seed: int) -> None:
    canvas, random = canvas_of(qtbot, session_of(20, seed)), Random(seed)
    for number in range(30):
        edit(canvas, random, number)
    loaded = session_from_plain(session_to_plain(canvas.document.session))
    again = canvas_of(qtbot, loaded)
    assert family_of(loaded) == canvas.control.family
    for person, placed in canvas.view.drawing.people.items():
        other = again.view.drawing.people[person]
        assert replace(other, x=placed.x, y=placed.y) == placed
        assert (other.x, other.y) == pytest.approx((placed.x, placed.y), abs=0.02), person
    for ours, theirs in zip(_paths(canvas), _paths(again), strict=True):
        assert ours[0] == theirs[0]
        assert ours[1] == pytest.approx(theirs[1], abs=0.05)


def _paths(canvas: GenogramCanvas) -> list[tuple[str, list[float]]]:
    """Every line and outline by what it is of, and all its numbers."""
    drawing = canvas.view.drawing
    paths = [(line.of, line.points) for line in drawing.lines]
    paths += [(home.id, home.outline) for home in drawing.households]
    return sorted((of, [number for point in points for number in point]) for of, points in paths)


def test_tidying_up_lays_the_family_out_as_if_it_had_never_been_drawn(qtbot) -> None:
    canvas, random = canvas_of(qtbot, session_of(12, 3)), Random(5)
    for number in range(12):
        edit(canvas, random, number)
    canvas.tidy()
    fresh = layout(family_of(canvas.document.session), measure_with(canvas._full))
    assert canvas.view.drawing == fresh
    kept = {place.id: (place.x, place.y) for place in canvas.document.session.all(Place)}
    assert kept == {one.id: (one.x, one.y) for one in fresh.people.values()}
