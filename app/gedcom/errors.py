"""Why a GEDCOM file cannot be read."""


class GedcomError(Exception):
    """A file that is refused; the message is one sentence that names the line or the person, where there is one."""


class GedcomCancelledError(Exception):
    """Reading was stopped by whoever asked for it."""


def at_line(number: int, sentence: str) -> GedcomError:
    """The error of one line, counted from 1 as editors do."""
    return GedcomError(f"Line {number}: {sentence}")
