"""What is said of a plan that is offered: where it ends, what even so cannot be reached, and what would help."""

from datetime import datetime, timedelta

from models.fitting import CLOSE, Fitting, length_words, minutes_late


def offer_words(offer: Fitting, now: datetime, pace: float) -> str:
    """One to three sentences. `pace` is how long speaking has taken against its plan, 1.0 being as planned."""
    ends = now + timedelta(seconds=offer.seconds)
    if offer.fits:
        return " ".join(filter(None, (f"Then it ends at {ends:%H:%M}.", _at_this_pace(offer, ends, pace))))
    late = minutes_late(ends, ends - timedelta(seconds=offer.missing))
    length = length_words(60 * abs(late))
    if offer.missing < 0:
        return f"However long everything is given, it ends at {ends:%H:%M}; {length} are free."
    return f"Even so it ends at {ends:%H:%M}, {length} too late.{_help(offer, now)}"


def _at_this_pace(offer: Fitting, ends: datetime, pace: float) -> str:
    more = offer.speaking * (pace - 1.0)
    if more < 2 * CLOSE:
        return ""
    return f"That is if the group keeps to it: at the pace so far it would be {ends + timedelta(seconds=more):%H:%M}."


def _help(offer: Fitting, now: datetime) -> str:
    if not offer.helps:
        return ""
    names = [f"“{step.title}”" for step in offer.helps]
    steps = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    if offer.then_missing < CLOSE:
        return f" Leaving out {steps} would help."
    ends = now + timedelta(seconds=offer.seconds - offer.missing + offer.then_missing)
    return f" Leaving out {steps} would bring it to {ends:%H:%M}."
