"""The verb "export": which document, of which session, and what is asked of it."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.process import ProcessError
from models.session import Session
from models.words import one_line

if TYPE_CHECKING:
    from app.export import ExportOptions
    from app.settings import Values


class CommandError(Exception):
    """What was asked for cannot be done; the message is one sentence."""


def add_export(verbs: Any) -> None:
    """The verb and its options, to the verbs of a parser."""
    export = verbs.add_parser("export", help="write a session in a format", allow_abbrev=False)
    export.add_argument("id")
    export.add_argument("--as", dest="form", required=True, metavar="FORMAT")
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    export.add_argument("--with-genogram", action="store_true", help="the genogram at the end of the record")
    export.add_argument("--sheets", default="", metavar="KIND", help="which question sheets, or all as a pack")
    export.add_argument("--person", default="", metavar="NAME", help="the questions for one person, or for a parent")
    export.add_argument("--no-authors", action="store_true", help="cards without the names of who wrote them")
    export.add_argument("--large-print", action="store_true", help="nothing smaller than 16 points")
    export.add_argument("--two-up", action="store_true", help="two half-size sheets of cards on a page, to be cut")


def exported(given: argparse.Namespace, values: "Values", today: date, load: Callable[[], Session]) -> bytes:
    """The document that is asked for. The session is loaded when everything else that is asked for is known to be
    right."""
    from app import resources
    from app.export import FORMATS, ExportError, export

    options = replace(_options(given, values), made_on=today)
    session = load()
    held = drawing() if FORMATS[given.form].drawn or given.with_genogram else None
    try:
        process = resources.process(session.details.process)
        content = export(session, process, given.form, options)
    except (ExportError, ProcessError) as error:
        raise CommandError(str(error)) from None
    except FileNotFoundError:
        raise CommandError("The session's process is not part of this Askwell.") from None
    del held  # not before everything is drawn
    return content


def _options(given: argparse.Namespace, values: "Values") -> "ExportOptions":
    from app.agency import export_options
    from app.export import Sheets

    _check(given)
    kinds = [kind.value for kind in Sheets]
    if given.sheets and given.sheets not in kinds:
        raise CommandError(f"There are no sheets '{one_line(given.sheets, 60)}'; there are {', '.join(kinds)}.")
    if given.person and given.sheets not in ("", Sheets.PERSON):
        raise CommandError("Only the sheets 'person' are for one person.")
    return export_options(
        values,
        with_genogram=given.with_genogram,
        sheets=Sheets(given.sheets) if given.sheets else Sheets.ALL_CARDS,
        person=given.person,
        authors=False if given.no_authors else None,
        large_print=given.large_print,
        two_up=given.two_up,
    )


def _check(given: argparse.Namespace) -> None:
    """CommandError where there is no such format, or it cannot be had as asked for."""
    from app.export import FORMATS

    if given.form not in FORMATS:
        raise CommandError(f"There is no format '{one_line(given.form, 60)}'; there are {', '.join(FORMATS)}.")
    of_sheets, packed = given.form.startswith("sheets-"), given.form.startswith("pack-")
    if given.with_genogram and not given.form.startswith("record-"):
        raise CommandError("Only a record takes the genogram with it: record-pdf, record-docx or record-text.")
    if (given.sheets or given.person) and not of_sheets:
        raise CommandError("Only question sheets are of a kind or for a person: sheets-pdf or sheets-docx.")
    if (given.no_authors or given.two_up) and not (of_sheets or packed):
        raise CommandError("Only question sheets and packs have authors to leave out and halves to cut.")
    if given.large_print and not FORMATS[given.form].blocks:
        raise CommandError(f"There is no large print of {given.form}.")


def drawing() -> object:
    """Qt's application, without a screen; imported here, since few verbs draw."""
    from app.genogram.files import offscreen_application

    return offscreen_application()
