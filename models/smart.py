"""Kind words about a next step that is not yet specific, measurable, agreed, realistic and timed. Never a block."""

import re

from models.record import NextStep

_VAGUE_WORDS = (
    (r"continu(?:e|es|ing)\b", "“Continue” describes what happens already: say what will be done differently."),
    (r"monitor(?:s|ing)?\b", "“Monitor”: say who will look at what, how often, and what would make them act."),
    (r"ensur(?:e|es|ing)\b", "“Ensure”: say what someone will actually do, so that it can be ticked off."),
    (r"support(?:s|ing)?\b", "“Support”: say what the help is, so that the family knows what they will see."),
    (
        r"(?:explor|consider)(?:e|es|ing|s)?\b",
        "“Explore” and “consider” have no end: say what will be known, and by when.",
    ),
    (r"liais(?:e|es|ing)\b", "“Liaise”: say who will be asked, and for what."),
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
_SPOKEN = re.compile(r"“[^”]*”|\"[^\"]*\"")


def smart_advice(next_step: NextStep) -> list[str]:
    """What would make the step SMARTer, one sentence each; nothing where nothing is amiss.

    Words inside quotation marks are a question to somebody and are not looked at.
    """
    advice = []
    words = _SPOKEN.sub(" ", next_step.text)
    if not next_step.text.strip():
        advice.append("Say what will be done.")
    advice += [hint for pattern, hint in _VAGUE_WORDS if re.search(rf"\b{pattern}", words, re.I)]
    if not next_step.timescale.strip():
        advice.append("Give a date by which it will be done.")
    elif _VAGUE_TIMES.search(next_step.timescale):
        advice.append(f"“{next_step.timescale.strip()}” is not a date: when will you look at whether it is done?")
    if not next_step.lead.strip():
        advice.append("Name the person who leads on it.")
    elif _VAGUE_LEADS.search(next_step.lead):
        advice.append("One named person leads best, even where several help.")
    return advice
