"""A session of ten people: what each of them says, and what must be in the session file when all of it was entered.

Two tests lead it, one over the accessibility bus and one by key presses. Each text bears a mark of its own, so that one
that got lost, or went to somebody else, is seen.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

FACILITATOR, WORKER, ADVISOR = "Farah Osei", "Wren Doyle", "Adil Khan"
OBSERVERS = ("Bea Lind", "Carys Pugh", "Dev Mistry", "Esme Hart", "Femi Ade", "Gwen Rees", "Hana Sato")
#: In the order in which they are typed.
PEOPLE = (FACILITATOR, WORKER, ADVISOR, *OBSERVERS)
#: Everyone who writes cards, in the order of their keys: Alt+1 is the first.
WRITERS = (FACILITATOR, ADVISOR, *OBSERVERS)
ROLES = {FACILITATOR: "facilitator", WORKER: "presenting_worker", ADVISOR: "advisor"} | dict.fromkeys(
    OBSERVERS, "observer"
)
JOB, PART, SINCE = "Social worker", "Their second worker", "Eight weeks"
TITLE, TEAM, OVERVIEW = "The Marsh family", "West team", "Two referrals since spring, both from school."
CHILD, BORN, BORN_ISO, REFERENCE, PREVIOUS = "Tilly Marsh", "4 June 2019", "2019-06-04", "REF-77-01", 3
GRAN = "Gran 70 f"
NOTES = ("She says the nights are the worst.", "Gran comes when it gets loud.")
GOAL = "To leave with three questions I can ask Mum on Monday."

STEPS = ("rough-danger", "rough-goals", "working-well", "scales", "harm", "danger", "safety-goals")
#: Steps with a card of their own for each writer, and how many.
CARDS_EACH = {step: 2 if step == "scales" else 1 for step in STEPS}
KINDS = {
    "rough-danger": "rough_danger_statement",
    "rough-goals": "rough_safety_goal",
    "working-well": "question",
    "scales": "scaling_question",
    "harm": "harm_question",
    "danger": "danger_statement",
    "safety-goals": "safety_goal",
}
#: What a card is about, by what it is called in the file and what people choose.
AUDIENCES = (
    ("child", "A child"),
    ("parent", "A parent"),
    ("relative", "A relative"),
    ("professional", "A professional"),
)
ELEMENTS = (
    ("behaviour", "Behaviour: what was done"),
    ("severity", "Severity: how bad"),
    ("incidence", "Incidence: how often, for how long"),
    ("impact", "Impact: what it did to the child"),
)


@dataclass(frozen=True)
class Said:
    """A card as somebody says it. The fields beside the text are those of a card in the session file."""

    step: str
    author: str
    text: str
    about: dict[str, Any] = field(default_factory=dict)


def cards_of(step: str) -> list[Said]:
    """Everybody's cards of a step, one author after the other."""
    return [
        _said(step, place, author, turn) for place, author in enumerate(WRITERS) for turn in range(CARDS_EACH[step])
    ]


def _said(step: str, place: int, author: str, turn: int) -> Said:
    about: dict[str, Any] = {}
    if step == "working-well":
        about = {"audience": AUDIENCES[place % 4][0], "relationship": place % 2 == 0}
    if step == "harm":
        about = {"element": ELEMENTS[place % 4][0]}
    if step == "scales":
        scale = ("safety", "other")[turn]
        about = {"scale": scale, "zero": f"nobody sleeps {place}", "ten": f"all sleep {place}"}
    return Said(step, author, f"{step} card {turn + 1} of {author.split()[0]}, said once.", about)


#: Whose card of a step is marked strongest while it is read.
STRONGEST = {step: OBSERVERS[place % len(OBSERVERS)] for place, step in enumerate(STEPS)}
#: The worker's picks: whose card, and with whom it will be used where that is said.
PICKS = {"working-well": ((OBSERVERS[0], "Mum"), (OBSERVERS[1], "")), "scales": ((OBSERVERS[2], ""),)}
PICKS |= {"harm": ((OBSERVERS[3], ""),)}
#: Whose statements and goals are taken up for the record.
TAKEN_UP = {"danger": OBSERVERS[4], "safety-goals": OBSERVERS[5]}

#: Map points: in which step, the text, and the column in which it ends.
POINTS = (
    ("working-well", "Gran has Tilly on Fridays.", "working_well"),
    ("working-well", "Mum rang school herself.", "working_well"),
    ("working-well", "Who is there at night?", "worried"),  # it is moved there
    ("harm", "Tilly hid under the stairs.", "worried"),
)
SCALE = ("How safe is Tilly at home tonight?", "I would take her with me now", "I would close the case")
OWN_RATING, OTHER_RATINGS, CLARITY = 4, (("Mum", 6), ("School", 3)), 6
CHECK_INS = {"working-well": ("The question about Fridays.", 5), "scales": ("That we agree on four.", 6)}
CHECK_INS |= {"danger": ("Words that Mum would use.", 7)}
FIRST_ROUND, FOCUS = ("The danger statements.", 8), "What to say to Dad first"
FOCUS_CARDS = ((OBSERVERS[0], "What would Dad say he is proud of?"), (FACILITATOR, "Who could sit beside Dad?"))
LAST_ROUND = ("That everyone wrote.", 9)
LEARNING = {"useful": "Silence before reading.", "learnt": "We ask Mum too little.", "issue": "We began late."}
PRIVATE = {"facilitator": "Slow down after reading.", "advisor": "Farah gives time well."}
RECORD_SENTENCE = "Written by hand into the record."


def must_hold(whole: dict[str, Any]) -> None:
    """Look through a session file for everything that was said: every word, whose it is, and what is marked on it."""
    people = {person["id"]: person["name"] for person in whole["participants"]}
    assert {person["name"]: person["role"] for person in whole["participants"]} == ROLES
    _must_hold_the_case(whole)
    _must_hold_the_cards(whole["cards"], people)
    _must_hold_the_map(whole)
    _must_hold_the_end(whole, people)


def _must_hold_the_case(whole: dict[str, Any]) -> None:
    worker = next(person for person in whole["participants"] if person["name"] == WORKER)
    assert (worker["job"], worker["involvement"], worker["since"]) == (JOB, PART, SINCE)
    details, case = whole["session"]["details"], whole["case"]
    assert (details["title"], details["team"], case["details"]["overview"]) == (TITLE, TEAM, OVERVIEW)
    assert (case["details"]["status"], case["details"]["previous_rating"]) == (["CP"], PREVIOUS)
    (child,) = case["children"]
    assert (child["name"], child["born"], child["reference"]) == (CHILD, BORN_ISO, REFERENCE)
    assert [person["name"] for person in whole["genogram"]["people"]] == [GRAN.split()[0]]
    assert [note["text"] for note in whole["notes"]] == list(NOTES)
    assert whole["goal"]["text"] == GOAL
    assert whole["session"]["unfinished"] == []


def _must_hold_the_cards(cards: list[dict[str, Any]], people: dict[str, str]) -> None:
    expected = [said for step in STEPS for said in cards_of(step)]
    written = [card for card in cards if not card["review_round"]]
    assert Counter(card["text"] for card in written) == Counter(said.text for said in expected)
    for said in expected:
        (card,) = [card for card in written if card["text"] == said.text]
        assert people[card["author"]] == said.author, said.text
        assert (card["step"], card["kind"]) == (said.step, KINDS[said.step]), said.text
        assert {name: card[name] for name in said.about} == said.about, said.text
        assert card["strongest"] is (STRONGEST[said.step] == said.author and card["scale"] != "other"), said.text
    for step in STEPS:
        read = {people[card["author"]] for card in written if card["step"] == step and card["read"]}
        assert read == set(WRITERS), f"{step}: not everybody's card was read"
    chosen = {(card["step"], people[card["author"]]) for card in written if card["chosen"]}
    picks = {(step, author) for step, picked in PICKS.items() for author, _ in picked}
    assert chosen == picks | set(TAKEN_UP.items())
    (mum,) = [card for card in written if card["chosen_with"] == "Mum"]
    assert people[mum["author"]] == PICKS["working-well"][0][0]


def _must_hold_the_map(whole: dict[str, Any]) -> None:
    points = {(point["step"], point["text"], point["column"]) for point in whole["map"]["points"] if not point["card"]}
    assert points == set(POINTS)
    picked = [point for point in whole["map"]["points"] if point["column"] == "needs"]
    assert len(picked) == sum(map(len, PICKS.values()))
    scale = whole["map"]["safety_scale"]
    assert (scale["question"], scale["zero"], scale["ten"]) == SCALE
    ratings = [(rating["scale"], rating["rater"], rating["value"]) for rating in whole["ratings"]]
    assert ("safety", WORKER, OWN_RATING) in ratings
    assert ("harm_clarity", WORKER, CLARITY) in ratings
    assert [(rater, value) for _, rater, value in ratings if rater != WORKER] == list(OTHER_RATINGS)
    answers = {check["id"]: (check["most_useful"], check["usefulness"]) for check in whole["check_ins"]}
    assert answers == CHECK_INS


def _must_hold_the_end(whole: dict[str, Any], people: dict[str, str]) -> None:
    first, last = whole["review"]
    assert (first["most_useful"], first["usefulness"], first["enough"]) == (*FIRST_ROUND, False)
    assert first["further_focus"] == FOCUS
    assert (last["most_useful"], last["usefulness"], last["enough"]) == (*LAST_ROUND, True)
    cards = [(people[card["author"]], card["text"]) for card in whole["cards"] if card["review_round"] == first["id"]]
    assert cards == list(FOCUS_CARDS)
    assert {point["kind"]: point["text"] for point in whole["group_review"]} == LEARNING
    assert {note["id"]: note["text"] for note in whole["private_notes"]} == PRIVATE
    assert [nudge["count"] for nudge in whole["timings"]["nudges"]] == [1]
    planned = {phase["id"]: phase["planned"] for phase in whole["timings"]["phases"]}
    assert planned["introductions/talk"] == 4 * 60, "the minute that was added"
    assert whole["timings"]["steps"] == [] or not any(step["left_out"] for step in whole["timings"]["steps"])
    assert any(RECORD_SENTENCE in part["text"] for part in whole["record"]["parts"])
    assert whole["session"]["progress"]["status"] == "closed"
    assert len(whole["record"]["sign_offs"]) == 1
