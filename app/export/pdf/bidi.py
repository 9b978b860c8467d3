"""Lines of mixed direction in the order in which they are seen (the Unicode Bidirectional Algorithm, UAX #9).

One thing is not as written there: an override (U+202D, U+202E) turns no letters round, it only embeds. Nobody's name
needs one, and it would turn what we print after it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

_T = TypeVar("_T")

#: Unicode's classes in one letter each, so that the rules are patterns: O is all that is neutral, and what isolates.
_CODES = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "+", "ET": "T", "CS": ",", "NSM": "M",
}  # fmt: skip
_EMBEDS = {"LRE": 0, "LRO": 0, "RLE": 1, "RLO": 1}
_ISOLATES = ("LRI", "RLI", "FSI")
_UNSEEN = ("LRE", "LRO", "RLE", "RLO", "PDF", "BN")
_DEEPEST = 125
_MOST_OPEN = 63
_BRACKETS = "()[]{}⟨⟩〈〉《》「」『』【】〔〕（）［］｛｝"
_CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_TURNING = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def may_turn(text: str) -> bool:
    """Whether anything in a text may run from right to left."""
    return _TURNING.search(text) is not None


def levels(text: str, right_to_left: bool) -> bytes:
    """The embedding level of each character of a paragraph: odd ones run from right to left."""
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    base = int(right_to_left)
    found = bytearray(_embedded(kinds, base))
    kept = [place for place, kind in enumerate(kinds) if kind not in _UNSEEN]
    for sequence, before, after in _sequences(kinds, kept, found, base):
        level = found[sequence[0]]
        codes = "".join(_CODES.get(kinds[place], "O") for place in sequence)
        resolved = _resolved(
            codes, "LR"[before % 2], "LR"[after % 2], level, "".join(text[place] for place in sequence)
        )
        for place, code in zip(sequence, resolved, strict=True):
            found[place] += (code != "L") if level % 2 == 0 else (code != "R")
            found[place] += level % 2 == 0 and code in "EN"
    previous = base
    for place, kind in enumerate(kinds):
        previous = found[place] = previous if kind in _UNSEEN else found[place]
    return bytes(found)


def as_seen(parts: Sequence[tuple[int, _T]]) -> list[_T]:
    """Parts of a line, each with its level, from left to right as they are seen (rule L2)."""
    seen = list(parts)
    heights = {level for level, _ in seen}
    for level in range(max(heights, default=0), min((height for height in heights if height % 2), default=1) - 1, -1):
        start = 0
        while start < len(seen):
            end = start
            while end < len(seen) and seen[end][0] >= level:
                end += 1
            seen[start:end] = seen[start:end][::-1]
            start = end + 1
    return [part for _, part in seen]


def _embedded(kinds: list[str], base: int) -> Iterator[int]:
    """The level that the marks around each character ask for (rules X1 to X8)."""
    open_marks = [(base, False)]  # level, and whether an isolate opened it
    isolates = 0
    from_right = _from_right(kinds) if "FSI" in kinds else ()
    for place, kind in enumerate(kinds):
        if kind == "PDI" and isolates:
            isolates -= 1
            while not open_marks.pop()[1]:
                pass
        elif kind == "PDF" and len(open_marks) > 1 and not open_marks[-1][1]:
            open_marks.pop()
        level = open_marks[-1][0]
        yield level
        if kind in _EMBEDS:
            open_marks.append((_deeper(level, _EMBEDS[kind]), False))
        elif kind in _ISOLATES:
            isolates += 1
            turned = kind == "RLI" or (kind == "FSI" and place in from_right)
            open_marks.append((_deeper(level, int(turned)), True))


def _deeper(level: int, parity: int) -> int:
    deeper = level + 1 + (level + 1 + parity) % 2
    return deeper if deeper <= _DEEPEST else level


def _from_right(kinds: list[str]) -> set[int]:
    """The places of isolates whose first strong letter runs from right to left."""
    found: set[int] = set()
    strong = ""
    outside: list[str] = []
    for place in range(len(kinds) - 1, -1, -1):
        kind = kinds[place]
        if kind == "PDI":
            outside.append(strong)
            strong = ""
        elif kind in _ISOLATES:
            if strong not in ("", "L"):
                found.add(place)
            strong = outside.pop() if outside else ""
        elif kind in ("L", "R", "AL"):
            strong = kind
    return found


def _sequences(kinds: list[str], kept: list[int], found: bytearray, base: int) -> Iterator[tuple[list[int], int, int]]:
    """The places that are resolved together (isolating run sequences), with the levels that bound each (rule X10)."""
    runs = [
        list(map(itemgetter(1), run)) for _, run in groupby(((found[place], place) for place in kept), itemgetter(0))
    ]
    edges = [base, *(found[run[0]] for run in runs), base]
    sequences: list[list[int]] = []  # the numbers of their runs
    waiting: list[list[int]] = []
    for number, run in enumerate(runs):
        if kinds[run[0]] == "PDI" and waiting:
            sequence = waiting.pop()
            sequence.append(number)
        else:
            sequences.append(sequence := [number])
        if kinds[run[-1]] in _ISOLATES:
            waiting.append(sequence)
    for sequence in sequences:
        places = [place for number in sequence for place in runs[number]]
        level = found[places[0]]
        after = base if kinds[places[-1]] in _ISOLATES else edges[sequence[-1] + 2]
        yield places, max(level, edges[sequence[0]]), max(level, after)


def _resolved(codes: str, before: str, after: str, level: int, letters: str) -> str:
    """The codes with only L, R and numbers (E, N) left (rules W1 to N2)."""
    toward = "LR"[level % 2]
    codes = re.sub("(.)M+", lambda found: found[1] * len(found[0]), before + codes)
    codes = re.sub("A[^LRA]*", lambda found: found[0].replace("E", "N"), codes).replace("A", "R")
    codes = re.sub("(?<=E)[+,](?=E)", "E", codes)
    codes = re.sub("(?<=N),(?=N)", "N", codes)
    codes = re.sub("T+(?=E)|(?<=E)T+", lambda found: "E" * len(found[0]), codes)
    codes = re.sub("[+,T]", "O", codes)
    codes = re.sub("L[^LR]*", lambda found: found[0].replace("E", "L"), codes)
    codes = _with_brackets(codes, letters, toward) + after
    return re.sub("(?<=(.))O+(?=(.))", lambda found: _between(found, toward), codes)[1:-1]


def _between(found: re.Match[str], toward: str) -> str:
    """Neutrals go with what stands on both sides; numbers count as from right to left (rules N1, N2)."""
    sides = {"L" if side == "L" else "R" for side in found.groups()}
    return (sides.pop() if len(sides) == 1 else toward) * len(found[0])


def _with_brackets(codes: str, letters: str, toward: str) -> str:
    """Both brackets of a pair go the same way (rule N0). `codes` begins with what stands before the first letter."""
    if not any(bracket in letters for bracket in _BRACKETS):
        return codes
    resolved = bytearray(codes, "ascii")
    for opening, closing in _pairs(letters, codes):
        inside = {"L" if code == "L" else "R" for code in resolved[opening + 2 : closing + 1].decode() if code != "O"}
        if not inside:
            continue
        goes = toward
        if toward not in inside:
            strong = resolved[: opening + 1].decode().rstrip("O")[-1:]
            goes = toward if (strong == "L") == (toward == "L") else "LR"[toward == "L"]
        for place in (opening, closing):
            resolved[place + 1] = ord(goes)
            for follower in range(place + 1, len(letters)):  # marks on a bracket
                if unicodedata.bidirectional(letters[follower]) != "NSM":
                    break
                resolved[follower + 1] = ord(goes)
    return resolved.decode()


def _pairs(letters: str, codes: str) -> list[tuple[int, int]]:
    """The places of each bracket that is neutral and of the one that closes it, in order."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for place, letter in enumerate(letters):
        if letter not in _BRACKETS or codes[place + 1] != "O":
            continue
        if letter in _CLOSING:
            if len(waiting) == _MOST_OPEN:
                return []
            waiting.append((_CLOSING[letter], place))
        elif any(letter == closing for closing, _ in waiting):
            while True:
                closing, opening = waiting.pop()
                if closing == letter:
                    pairs.append((opening, place))
                    break
    return sorted(pairs)
