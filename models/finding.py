"""Finds things by words as people type them: in any order, by their beginnings, by other words for the same thing."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Protocol, TypeVar

#: How near a word must be, from 0 to 1, to be taken for one with a slip of the finger in it.
NEAR = 0.75
#: Letters without which a word is too short for its middle, or for something near it, to mean anything.
LONG_ENOUGH = 3


class Findable(Protocol):
    """What can be found: `text` is what people read, `also` are further words for it."""

    @property
    def text(self) -> str: ...
    @property
    def also(self) -> str: ...


F = TypeVar("F", bound=Findable)


def folded(text: str) -> list[str]:
    """The words of a text in small letters, without marks and signs: "What's", "what’s" and "whats" are one."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    return re.findall(r"\w+", re.sub(r"['’]", "", plain))


def find(things: Iterable[F], typed: str) -> list[F]:
    """The things that every word typed fits, the best first; where there is none, those that it nearly fits."""
    everything, wanted = list(things), folded(typed)
    if not wanted:
        return everything
    return _found(everything, wanted, near=False) or _found(everything, wanted, near=True)


def _found(things: Sequence[F], wanted: Sequence[str], near: bool) -> list[F]:
    ranked = []
    for thing in things:
        rank = _rank(wanted, folded(thing.text), folded(thing.also), near)
        if rank is not None:
            ranked.append((rank, thing))
    return [thing for _, thing in sorted(ranked, key=lambda pair: pair[0])]


def _rank(wanted: Sequence[str], words: Sequence[str], also: Sequence[str], near: bool) -> tuple[int, int] | None:
    """How well words fit, the least best: first by how the worst of them does, then by all; None where one does not."""
    fits = [_fit(word, words, also, near) for word in wanted]
    known = [fit for fit in fits if fit is not None]
    if len(known) < len(fits):
        return None
    starts = words[: len(wanted)] == list(wanted) or (len(words) > 0 and words[0].startswith(wanted[0]))
    return (max(known), sum(known) * 2 - starts)


def _fit(wanted: str, words: Sequence[str], also: Sequence[str], near: bool) -> int | None:
    if wanted in words:
        return 0
    if any(word.startswith(wanted) for word in words):
        return 1
    if any(word.startswith(wanted) for word in also):
        return 2
    if len(wanted) < LONG_ENOUGH:
        return None
    if any(wanted in word for word in words):
        return 3
    return 4 if near and get_close_matches(wanted, [*words, *also], 1, NEAR) else None
