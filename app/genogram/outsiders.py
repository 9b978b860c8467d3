"""Where friends and professionals stand: outside the generations."""

from collections.abc import Mapping, Sequence

from app.genogram.spacing import GAP

OUTSIDE_GAP = 64.0  # from the generations to those who stand outside them


def place_outsiders(
    outsiders: Sequence[str], rows: list[list[str]], x: dict[str, float], width: Mapping[str, float]
) -> None:
    """Friends and professionals in columns of their own, right of all generations, level with the rows."""
    if not outsiders:
        return
    everyone = [person for row in rows for person in row]
    left = max((x[person] + width[person] / 2 for person in everyone), default=-OUTSIDE_GAP) + OUTSIDE_GAP
    if not rows:
        rows.append([])
    high, wide = len(rows), max(width[person] for person in outsiders)
    for place, person in enumerate(outsiders):
        x[person] = left + wide / 2 + place // high * (wide + GAP)
        rows[place % high].append(person)
