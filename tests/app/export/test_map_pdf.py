"""The map's page, read back: every point, term and number, on one page where it can be read, and nothing cut."""

from collections.abc import Callable
from datetime import date

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import resources
from app.export import ExportOptions
from app.export.blocks import Board
from app.export.map_document import map_document
from app.export.pdf.pages import Box, Flow, Ring, Words
from app.export.pdf.paper import LANDSCAPE
from app.export.pdf.render import laid_out
from app.session_file import read_text
from models.map_words import COLUMNS, TERMS
from models.mapping import AnalysisTerm, Column, MapPoint, Rating, SafetyScale, ScaleKind
from models.session import Details, Session
from tests.app.export.placing import faults
from tests.app.export.reading import exported, pages, process, read, squeezed
from tests.strategies import sessions

SAFETY = ScaleKind.SAFETY


def practice() -> Session:
    return read_text(resources.text("practice_session.json"))


def on_paper(session: Session, large_print: bool = False) -> Flow:
    options = ExportOptions(large_print=large_print)
    return laid_out(map_document(session, process(), options), options)


def the_board(session: Session) -> Board:
    [board] = [b for b in map_document(session, process(), ExportOptions()).sections[0].blocks if isinstance(b, Board)]
    return board


def sizes(flow: Flow) -> set[float]:
    return {mark.size for page in flow.pages for mark in page.marks if isinstance(mark, Words)}


def test_the_practice_map_is_one_landscape_page_in_letters_that_can_be_read() -> None:
    flow = on_paper(practice())
    assert len(flow.pages) == 1
    assert flow.pages[0].paper.size == LANDSCAPE
    assert min(sizes(flow)) >= 7.5
    assert min(sizes(on_paper(practice(), large_print=True))) >= 10  # drawn 1.6 times as large


def test_a_small_map_is_written_large() -> None:
    few = Session("s", [MapPoint("p", Column.WORRIED, "Two nights alone")])
    assert 11.0 in sizes(on_paper(few))


def test_each_point_stands_in_its_column_under_its_term() -> None:
    session = Session("s", [
        MapPoint("a", Column.WORRIED, "Alone at night", 1, AnalysisTerm.PAST_HARM),
        MapPoint("b", Column.WORRIED, "No phone", 2, AnalysisTerm.PAST_HARM),
        MapPoint("c", Column.WORRIED, "And the move", 3),
        MapPoint("d", Column.WORKING_WELL, "Gran rang", 0, AnalysisTerm.EXISTING_SAFETY),
    ])  # fmt: skip
    text = " ".join(pages(exported(session, "map-pdf"))[0].split())
    assert "What are we worried about? Past harm • Alone at night • No phone Other • And the move" in text
    assert "What’s working well? Existing safety • Gran rang What needs to happen?" in text
    assert [head for head, _ in the_board(session).columns] == [title.replace("'", "’") for title in COLUMNS.values()]


def test_every_number_is_at_its_place_and_the_workers_own_is_marked() -> None:
    session = Session("s", [
        SafetyScale(question="How safe are the nights?", ten="Gran is there", zero="Nobody comes"),
        Rating("w", SAFETY, "Wren", 4, worker=True), Rating("g", SAFETY, "Gran", 7), Rating("n", SAFETY, "Ama", None),
        Rating("u", SAFETY, " ", 0), Rating("h", ScaleKind.HARM_CLARITY, "Bea", 9),
    ])  # fmt: skip
    flow = on_paper(session)
    text = read(session, "map-pdf")
    assert "Safetyscale:Howsafearethenights?" in text
    assert all(words in text for words in ("Wren4", "worker’sown", "Gran7", "notnamed0", "Granisthere", "Nobodycomes"))
    assert "Ama" not in text and "Bea" not in text
    [ring] = [mark for mark in flow.pages[0].marks if isinstance(mark, Ring)]
    dots = {round(mark.x + mark.width / 2) for mark in flow.pages[0].marks if isinstance(mark, Box) and mark.radius}
    made = exported(session, "map-pdf")
    assert middle(made, "Wren 4") == pytest.approx(ring.x, abs=2)
    for dot, words in zip(sorted(dots), ("not named 0", "Wren 4", "Gran 7"), strict=True):
        assert middle(made, words) == pytest.approx(dot, abs=2)


def middle(pdf: bytes, words: str) -> float:
    """Where words stand on the first page: their middle in points from the left."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        start, count = text.search(words).get_next()
        boxes = [text.get_charbox(place) for place in range(start, start + count)]
        return float(boxes[0][0] + boxes[-1][2]) / 2


def test_without_a_scale_of_their_own_the_methods_stands_there() -> None:
    text = read(Session("s"), "map-pdf")
    ten, zero = process().safety_scale
    assert squeezed(ten) in text and squeezed(zero) in text


def test_many_numbers_are_counted_on_the_line_and_named_under_it() -> None:
    session = Session("s", [Rating(f"r{n}", SAFETY, f"Person {n}", 5, n == 3, n) for n in range(40)])
    text = read(session, "map-pdf")
    assert "40people" in text and "Person3(worker’sown)" in text
    assert all(f"Person{n};" in text for n in range(39) if n != 3)
    assert len(on_paper(session).pages) == 1


@pytest.mark.parametrize("large_print", [False, True])
def test_a_very_full_map_goes_on_over_pages_with_its_heads(large_print: bool) -> None:
    points = [MapPoint(f"p{n}", list(Column)[n % 3], f"Point number {n}. " * 5, n) for n in range(300)]
    found = pages(exported(Session("s", points), "map-pdf", ExportOptions(large_print=large_print)))
    with_points = [page for page in found if "Point number" in page]
    assert len(with_points) > 3
    assert all("What needs to happen?" in page for page in with_points)
    whole = squeezed("".join(found))
    assert all(whole.count(f"Pointnumber{n}.") == 5 for n in range(300))


def test_a_point_longer_than_a_page_is_parted_and_its_term_said_again() -> None:
    words = " ".join(f"word{n}" for n in range(3000))
    session = Session("s", [MapPoint("p", Column.NEEDS, words, 0, AnalysisTerm.NEXT_STEP)])
    found = pages(exported(session, "map-pdf"))
    assert all("Next step" in page for page in found if "word" in page)
    assert all(f"word{n}" in squeezed("".join(found)) for n in range(3000))


@pytest.mark.parametrize("where", ["title", "point", "question", "ten", "rater"])
def test_an_endless_text_is_all_there_and_within_its_page(where: str) -> None:
    typed = "z" * 20_000
    session = Session("s", [
        Details(title=typed if where == "title" else ""),
        MapPoint("p", Column.WORRIED, typed if where == "point" else "", 0),
        SafetyScale(question=typed if where == "question" else "", ten=typed if where == "ten" else "Ten"),
        Rating("r", SAFETY, typed if where == "rater" else "Gran", 3),
    ])  # fmt: skip
    assert read(session, "map-pdf").count("z") >= len(typed)
    for page in on_paper(session).pages:
        lowest = max(mark.y for mark in page.marks if isinstance(mark, Words))
        assert lowest <= page.paper.size[1] - 20


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sessions())
def test_everything_on_the_map_is_on_the_board(session: Session) -> None:
    board = the_board(session)
    for (_, points), column in zip(board.columns, COLUMNS, strict=True):
        of_column = session.all(MapPoint, lambda point, of=column: point.column is of)
        assert [point.text for point in points] == [point.text for point in of_column]
        assert [point.term for point in points] == [TERMS[point.term] if point.term else "" for point in of_column]
    rated = session.all(Rating, lambda rating: rating.scale is SAFETY and rating.value is not None)
    assert [(each.value, bool(each.mark)) for each in board.scale.ratings] == [(r.value, r.worker) for r in rated]


def test_its_title_names_the_day_and_nobody() -> None:
    session = Session("s", [Details(title="Mensah family", held_on=date(2026, 9, 17))])
    document = map_document(session, process(), ExportOptions(agency_name="Northbrook"))
    assert document.title == "Map, 17 September 2026"
    assert document.sections[0].foot == "Map  ·  Northbrook"
    assert "Mensahfamily·17September2026" in read(session, "map-pdf")


def scripts() -> Session:
    """Long words, and words in scripts that are written from the right or without spaces."""
    arabic, chinese = "محمد علي يقول السلام عليكم " * 6, "王小明去学校" * 20
    return Session("s", [
        Details(title=arabic), SafetyScale(question=arabic, ten="x" * 300, zero=arabic),
        MapPoint("1", Column.WORRIED, arabic, 0, AnalysisTerm.PAST_HARM), MapPoint("2", Column.WORRIED, "x" * 400, 1),
        MapPoint("3", Column.NEEDS, chinese, 2, AnalysisTerm.NEXT_STEP), MapPoint("4", Column.NEEDS, "", 3),
        *(Rating(str(n), SAFETY, name, n, n == 0, n) for n, name in enumerate(["فاطمة", "Long-name-" * 5, ""] * 5)),
    ])  # fmt: skip


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("made", [practice, scripts, lambda: Session("empty")], ids=["practice", "scripts", "empty"])
def test_nothing_is_cut_or_runs_into_anything_else(made: Callable[[], Session], large_print: bool) -> None:
    assert not faults(on_paper(made(), large_print))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sessions(most=9), st.booleans())
def test_no_map_is_cut_or_runs_into_anything_else(session: Session, large_print: bool) -> None:
    assert not faults(on_paper(session, large_print))
