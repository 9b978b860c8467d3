"""Says which characters no font has, so that whoever prints them knows what stands in their place."""

from collections.abc import Sequence

MOST = 6  # that are named


def missing_letters(letters: Sequence[str]) -> str:
    """A sentence for characters in words, as `app.export.missing_characters` gives them; "" for none."""
    if not letters:
        return ""
    more = f" and {len(letters) - MOST} more" if len(letters) > MOST else ""
    return f"No font has {', '.join(letters[:MOST])}{more}. On paper a number stands instead."
