"""How a genogram looks in the theme in use."""

from app.genogram.look import Look
from app.masking import Masking
from widgets import theme


def look_of(masking: Masking | None, all_couples_solid: bool = False) -> Look:
    """The theme's colours and type, and names as they may be shown."""
    return Look(
        theme.colour("text"),
        theme.colour("panel"),
        theme.colour("hint"),
        theme.colour("accent"),
        theme.current().family,
        masking.text if masking else str,
        all_couples_solid,
    )
