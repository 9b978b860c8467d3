"""A pregnancy or a loss as somebody types one: "18w", "18", "due 3/5", "stillbirth Ada 2014", "miscarriage 12w"."""

import re
from dataclasses import replace

from models.genogram import Life
from models.person_text import PersonText, parse_person

_LOSSES = {
    "miscarriage": Life.MISCARRIAGE,
    "miscarried": Life.MISCARRIAGE,
    "stillbirth": Life.STILLBIRTH,
    "stillborn": Life.STILLBIRTH,
    "termination": Life.TERMINATION,
    "abortion": Life.TERMINATION,
}


def parse_unborn(typed: str) -> PersonText:
    """A number is weeks; anything else with a digit is the date due; without one it is a name."""
    typed = " ".join(typed.split())
    word = next((word for word in re.findall(r"\w+", typed) if word.casefold() in _LOSSES), "")
    life = _LOSSES.get(word.casefold(), Life.PREGNANCY)
    rest = re.sub(rf",?\s*\b{word}\b,?\s*", " ", typed, count=1).strip() if word else typed
    text = parse_person(rest)
    if text.life is not Life.PREGNANCY and re.fullmatch(r"\d{1,2}", rest):
        text = PersonText("", f"{rest}w")
    elif life is not Life.PREGNANCY and (year := re.fullmatch(r"(.*?)\s*\b(\d{4})", rest)):
        text = PersonText(year[1], born=year[2])
    elif text.life is not Life.PREGNANCY and re.fullmatch(r"\d{1,2}", text.age):
        text = replace(text, age=f"{text.age}w")
    elif text.life is not Life.PREGNANCY and not text.born and any(sign.isdecimal() for sign in rest):
        text = PersonText("", rest)
    return replace(text, life=life)
