"""Names in the record that nobody has looked at, said before it leaves and after."""

from widgets.cards.card_rows import counted

WITH_RECORD = ("record-", "pack-")  # forms that hold the record


def names_warning(form: str, names: int) -> str:
    """In a few words, for whoever is about to let a form leave; "" where there is nothing to say."""
    return f"{counted(names, 'name', 'names')} still to be checked" if names and form.startswith(WITH_RECORD) else ""


def names_remark(form: str, names: int) -> str:
    """In a sentence, once it has left."""
    if not names or not form.startswith(WITH_RECORD):
        return ""
    return f"{counted(names, 'name in it is', 'names in it are')} still to be checked."
