"""Who is offered when a session is prepared: everybody of the latest sessions, once, the team's own first."""

from datetime import date

from models.people import Participant, Role
from models.remembered import Known, PastRoom, known_people, last_room, same_people


def person(name: str, role: Role = Role.OBSERVER, job: str = "") -> Participant:
    return Participant(f"{name}-{role}-{job}", name, role, 0, job, "knows the mother", "2024")


def room(team: str, *people: Participant) -> PastRoom:
    return PastRoom(team, date(2026, 5, 1), people)


NORTH = room("North", person("Farah", Role.FACILITATOR), person("Wren", Role.PRESENTING_WORKER), person("Bea"))
SOUTH = room("South", person("Gus", Role.FACILITATOR), person("Bea", job="nurse"))


def names(people: list[Known]) -> list[str]:
    return [known.label for known in people]


def test_everybody_once_as_the_latest_session_has_them() -> None:
    assert names(known_people([NORTH, SOUTH], "")) == ["Farah", "Wren", "Bea", "Gus"]
    assert names(known_people([SOUTH, NORTH], "")) == ["Gus", "Bea, nurse", "Farah", "Wren"]


def test_the_teams_own_come_first_however_the_team_is_written() -> None:
    assert names(known_people([NORTH, SOUTH], " south ")) == ["Gus", "Bea, nurse", "Farah", "Wren"]


def test_two_of_one_name_in_one_room_are_two() -> None:
    both = room("", person("Bea", job="nurse"), person("Bea", job="teacher"))
    assert names(known_people([both, NORTH], "")) == ["Bea, nurse", "Bea, teacher", "Farah", "Wren"]


def test_spaces_and_capitals_make_nobody_another_and_no_name_is_nobody() -> None:
    rooms = [room("", person(" Bea  Lind "), person("  ")), room("", person("bea lind"))]
    assert names(known_people(rooms, "")) == ["Bea Lind"]


def test_who_is_mostly_the_advisor_is_offered_as_one_and_nobody_as_facilitator_or_worker() -> None:
    mostly = [room("", person("Ada", Role.ADVISOR)), room("", person("Ada", Role.ADVISOR)), room("", person("Ada"))]
    assert known_people(mostly, "")[0].role is Role.ADVISOR
    assert known_people([*mostly, room("", person("Ada", Role.FACILITATOR))], "")[0].role is Role.OBSERVER
    assert {known.role for known in known_people([NORTH], "")} == {Role.OBSERVER}


def test_last_time_is_the_teams_own_and_another_teams_where_it_has_none() -> None:
    rooms = [room("South"), SOUTH, NORTH]
    assert last_room(rooms, "north") is NORTH
    assert last_room(rooms, "") is SOUTH
    assert last_room(rooms, "West") is SOUTH
    assert last_room([room("South")], "") is None


def test_the_same_people_are_new_people_without_what_they_were_in_the_other_case() -> None:
    made = same_people(NORTH, iter("abcdef"))
    assert [(each.id, each.name, each.role, each.rank) for each in made] == [
        ("a", "Farah", Role.FACILITATOR, 0),
        ("b", "Wren", Role.OBSERVER, 1),
        ("c", "Bea", Role.OBSERVER, 2),
    ]
    assert {each.involvement + each.since for each in made} == {""}
