"""Kind words about a next step that is not yet specific, measurable, agreed, realistic and timed. Never a block."""

import re
from datetime import date

from models.dated import date_in
from models.record import NextStep

_VAGUE_WORDS = (
    (r"continu(?:e|es|ed|ing)\b", "“Continue” describes what happens already: say what will be done differently."),
    (
        r"monitor(?:s|ed|ing)?\b|keep(?:s|ing)? an eye\b",
        "“Monitor”: say who will look at what, how often, and what would make them act.",
    ),
    (
        r"(?:ensur(?:e|es|ed|ing)|mak(?:e|es|ing) sure)\b",
        "“Ensure”: say what someone will actually do, so that it can be ticked off.",
    ),
    (r"support(?:s|ing)?\b", "“Support”: say what the help is, so that the family knows what they will see."),
    (
        r"(?:explor|consider)(?:e|es|ing|s)?\b",
        "“Explore” and “consider” have no end: say what will be known, and by when.",
    ),
    (r"liais(?:e|es|ed|ing)\b", "“Liaise”: say who will be asked, and for what."),
    (
        r"try(?:ing)? to\b|\btries to\b|\baim(?:s|ing)? to\b",
        "“Try” and “aim”: say what will be done as a first, sure step.",
    ),
    (r"as (?:and when|needed|required|appropriate)\b", "“As needed”: say what would show that it is needed."),
)
_VAGUE_TIMES = re.compile(
    r"\b(?:ongoing|on-going|asap|soon|continuous(?:ly)?|when possible|tbc|tba|regular(?:ly)?)\b", re.I
)
_VAGUE_LEADS = re.compile(r"^\s*(?:all|everyone|everybody|the group|the network|professionals|tbc|tba)\s*$", re.I)
_SPOKEN = re.compile(r"“[^“”]*”|\"[^\"]*\"")


def advice_by_field(next_step: NextStep, today: date | None = None) -> dict[str, list[str]]:
    """What would make the step SMARTer, one sentence each, by the field that it is about.

    `today`, the day of the supervision, is what "on Friday" is read from; without it no timescale is read for its day.
    Words inside quotation marks are a question to somebody and are not looked at.
    """
    words, when, lead = _SPOKEN.sub(" ", next_step.text), next_step.timescale.strip(), next_step.lead.strip()
    about_text = [] if next_step.text.strip() else ["Say what will be done."]
    about_text += [hint for pattern, hint in _VAGUE_WORDS if re.search(rf"\b(?:{pattern})", words, re.I)]
    about_lead = []
    if not lead:
        about_lead.append("Name the person who leads on it.")
    elif _VAGUE_LEADS.search(lead):
        about_lead.append("One named person leads best, even where several help.")
    return {"text": about_text, "timescale": _about_timescale(when, today), "lead": about_lead}


def _about_timescale(when: str, today: date | None) -> list[str]:
    if not when:
        return ["Give a date by which it will be done."]
    day = date_in(when, today) if today else None
    if day is not None and today is not None and day < today:
        return [f"“{when}” lies before the supervision: by which day will it be done?"]
    if day is None and (today is not None or _VAGUE_TIMES.search(when)):
        return [f"“{when}” is not a date: when will you look at whether it is done?"]
    return []
