"""Text of people made fit for any exporter: line breaks as \\n, control characters to be seen, nothing is mark-up."""

import re
import unicodedata

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_BREAKS = re.compile(r"\r\n|[\r\u2028\u2029]")

#: What steers layout and shows nothing (joiners, direction marks, variation selectors, soft hyphens, emoji tags), as
#: it stands between the brackets of a pattern.
UNSEEN = (
    "\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufff8\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_UNSEEN = re.compile(f"[{UNSEEN}]")


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


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def is_unseen(letter: str) -> bool:
    """Whether a character steers layout and shows nothing."""
    return _UNSEEN.match(letter) is not None
