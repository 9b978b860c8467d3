"""What the documents know of the agency, from the settings of this computer."""

from base64 import b64decode
from binascii import Error
from typing import Any

from app.export.options import ExportOptions
from app.settings import Values


def export_options(values: Values, **asked: Any) -> ExportOptions:
    """The options of an export: the agency's as the settings have them, and what else is asked for."""
    return ExportOptions(
        agency_name=values.agency_name,
        agency_short_name=values.agency_short_name,
        colour=values.agency_colour,
        logo=_logo(values.agency_logo),
        reference_label=values.reference_label,
        all_couples_solid=values.all_couples_solid,
        **asked,
    )


def _logo(text: str) -> bytes:
    try:
        return b64decode(text)
    except (Error, ValueError):  # a settings file that somebody wrote in
        return b""
