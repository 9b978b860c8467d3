"""Text as people type and paste it, made fit to be stored and written to a file."""


def whole(text: str) -> str:
    """The text with halves of a character joined, or shown as U+FFFD where the other half is missing.

    Pasted text can hold such halves (lone surrogates); they cannot be encoded, and nothing else may be lost for them.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


#: They make no mark of their own, but letters of many scripts, and faces of families, fall apart without them.
_JOINERS = "\u200c\u200d\u200e\u200f"


def one_line(text: str, longest: int = 0) -> str:
    """The text on one line: control characters and line breaks as spaces, cut with … where it is too long."""
    line = "".join(letter if letter.isprintable() or letter in _JOINERS else " " for letter in whole(text)).strip()
    return f"{line[: longest - 1]}…" if longest and len(line) > longest else line
