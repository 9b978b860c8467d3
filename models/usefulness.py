"""The usefulness scale over a session: each answer that was given, in the order of the process."""

from models.process import Process
from models.review import CheckIn, ReviewRound
from models.session import Session


def usefulness_answers(session: Session, process: Process) -> list[tuple[str, int]]:
    """Step titles and answers 0–10: the check-ins in the order of the steps, then the rounds of the review."""
    answers = []
    for step in process.steps:
        check_in = session.find(CheckIn, step.id)
        if check_in is not None and check_in.usefulness is not None:
            answers.append((step.short, check_in.usefulness))
    rounds = session.all(ReviewRound)
    for number, review_round in enumerate(rounds, 1):
        if review_round.usefulness is not None:
            name = "Review" if len(rounds) == 1 else f"Review {number}"
            answers.append((name, review_round.usefulness))
    return answers
