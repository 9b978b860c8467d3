"""Text of people made fit to be drawn by a font that only knows characters: nothing vanishes, nothing is mark-up.

A PDF library without a shaping engine draws characters one by one, left to right. So letters are joined (Arabic),
vowel signs that stand before their consonant are put there (Indic scripts) and lines are turned into the order in
which they are seen. What was typed goes along, for copying and reading aloud.
"""

import re
import unicodedata
from functools import cache

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_BREAKS = re.compile(r"\r\n|[\r\u2028\u2029]")

#: A consonant cluster (with nukta and virama) and the vowel sign that is written before it.
_INDIC = tuple(
    re.compile(f"([{letters}]{nukta}?(?:{virama}[{letters}]{nukta}?)*)([{before}])")
    for letters, nukta, virama, before in (
        ("\u0915-\u0939\u0958-\u095f", "\u093c", "\u094d", "\u093f"),  # Devanagari
        ("\u0995-\u09b9\u09dc-\u09df", "\u09bc", "\u09cd", "\u09bf\u09c7\u09c8"),  # Bengali
        ("\u0a15-\u0a39\u0a59-\u0a5e", "\u0a3c", "\u0a4d", "\u0a3f"),  # Gurmukhi
        ("\u0a95-\u0ab9", "\u0abc", "\u0acd", "\u0abf"),  # Gujarati
        ("\u0b95-\u0bb9", "\u0b82", "\u0bcd", "\u0bc6\u0bc7\u0bc8"),  # Tamil
    )
)
#: Vowel signs with a half before and a half after the consonant.
_TWO_PART = str.maketrans(
    {
        0x09CB: "\u09c7\u09be",
        0x09CC: "\u09c7\u09d7",
        0x0BCA: "\u0bc6\u0bbe",
        0x0BCB: "\u0bc7\u0bbe",
        0x0BCC: "\u0bc6\u0bd7",
    }
)


def named(character: str) -> str:
    """A visible name for a character that no font holds: [U+1F9FF]."""
    return f"[U+{ord(character):04X}]"


def visible(text: str) -> str:
    """The text with line breaks as \\n and every other control character as its picture (␀).

    Halves of a character (lone surrogates) come out as [U+D800]: no file could hold them.
    """
    if text.isprintable():
        return text
    text = _BREAKS.sub("\n", text)
    return "".join(letter if letter.isprintable() or letter in "\n\t" else _picture(letter) for letter in text)


def _picture(letter: str) -> str:
    if ord(letter) in _PICTURES:
        return _PICTURES[ord(letter)]
    return named(letter) if unicodedata.category(letter) in ("Cc", "Cs") else letter


def is_right_to_left(letter: str) -> bool:
    """Whether a letter is of a script written from right to left."""
    return unicodedata.bidirectional(letter) in ("R", "AL")


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def is_unseen(letter: str) -> bool:
    """Marks that steer layout and show nothing: joiners, direction marks, variation selectors, soft hyphens."""
    return unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f"


def shown(text: str) -> str:
    """The characters to draw for a piece of text, still in the order of reading."""
    text = unicodedata.normalize("NFC", text).replace("\t", "    ")
    text = _joined(text).translate(_TWO_PART)
    for pattern in _INDIC:
        text = pattern.sub(r"\2\1", text)
    return "".join(letter for letter in text if not is_unseen(letter))


def as_seen(line: str, right_to_left: bool) -> str:
    """A line's characters in the order in which they are seen, from the left; marks after the letter they sit on."""
    if any(map(unicodedata.mirrored, line)):
        from bidi.algorithm import get_display  # turns brackets round as well
    else:
        from bidi import get_display  # quick
    seen = list(get_display(line, base_dir="R" if right_to_left else "L"))
    place = 0
    while place < len(seen):
        end = place
        while end < len(seen) - 1 and unicodedata.bidirectional(seen[end]) == "NSM":
            end += 1
        if end > place and is_right_to_left(seen[end]):
            seen[place : end + 1] = seen[end : end + 1] + seen[place:end]
        place = end + 1
    return "".join(seen)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """For each Arabic letter or lam-alef pair, its forms by name: isolated, initial, medial, final."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE80, 0xFEFD)):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        plain = "".join(chr(int(letter, 16)) for letter in letters)
        if kind in ("<isolated>", "<initial>", "<medial>", "<final>") and (len(plain) == 1 or plain[0] == "\u0644"):
            forms.setdefault(plain, {})[kind[1:-1]] = chr(code)
    return forms


def _joined(text: str) -> str:
    """Arabic letters in the form that their neighbours ask for; lam and alef as one."""
    if not any("\u0600" <= letter <= "\u06ff" for letter in text):
        return text
    forms = _forms()
    pieces: list[str] = []
    places: list[int] = []  # of the letters among the pieces; marks between them join nothing and part nothing
    for letter in text:
        if unicodedata.category(letter) == "Mn":
            pieces.append(letter)
            continue
        if places and pieces[-1] == "\u0644" and "\u0644" + letter in forms:
            pieces[-1] += letter
            continue
        places.append(len(pieces))
        pieces.append(letter)
    plain = [pieces[place] for place in places]
    for order, place in enumerate(places):
        before = order > 0 and _joins_on(plain[order - 1]) and "final" in forms.get(plain[order], {})
        after = order + 1 < len(plain) and _joins_on(plain[order]) and _joins_back(plain[order + 1])
        kind = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
            (before, after), "isolated"
        )
        pieces[place] = forms.get(plain[order], {}).get(kind, plain[order])
    return "".join(pieces)


def _joins_on(letter: str) -> bool:
    """Whether a letter joins the one after it (kashida and the joiner do as well)."""
    return "initial" in _forms().get(letter, {}) or letter in "\u0640\u200d"


def _joins_back(letter: str) -> bool:
    return "final" in _forms().get(letter, {}) or letter in "\u0640\u200d"
