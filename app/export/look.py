"""The agency's colours and logo on paper, and the colours that are ours. Parts of red, green and blue from 0 to 1."""

import re
import warnings
from dataclasses import dataclass

Colour = tuple[float, float, float]

INK: Colour = (0.11, 0.13, 0.16)
SOFT: Colour = (0.36, 0.40, 0.44)
EDGE: Colour = (0.66, 0.71, 0.74)
WHITE: Colour = (1.0, 1.0, 1.0)
OURS = "#0f5466"
_DOTS = 4_000_000  # that a logo may have

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Look:
    """What documents look like: `accent` for what stands out, `tint` behind labels, `logo` a PNG or JPEG file or b"",
    `logo_size` its pixels across and down."""

    accent: Colour
    tint: Colour
    logo: bytes = b""
    logo_size: tuple[int, int] = (0, 0)


def look_of(colour: str = "", logo: bytes = b"") -> Look:
    """The look for an agency's colour, "#0f5466" and the like; ours for anything else.

    One that is too pale to be read on white is darkened until it can be (4.5 : 1, WCAG 2.2, 1.4.3).
    """
    text = colour if _HEX.fullmatch(colour) else OURS
    red, green, blue = (int(text[place : place + 2], 16) / 255 for place in (1, 3, 5))
    while contrast((red, green, blue)) < 4.5:
        red, green, blue = red * 0.95, green * 0.95, blue * 0.95
    accent = (red, green, blue)
    tint = (0.92 + 0.08 * red, 0.92 + 0.08 * green, 0.92 + 0.08 * blue)
    size = picture_size(logo, _DOTS) if logo else (0, 0)
    return Look(accent, tint, logo if all(size) else b"", size)


def contrast(colour: Colour) -> float:
    """The contrast of a colour with white, from 1 to 21 (WCAG 2.2)."""
    return 1.05 / (_luminance(colour) + 0.05)


def _luminance(colour: Colour) -> float:
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def picture_size(data: bytes, most: int = 100_000_000) -> tuple[int, int]:
    """A picture file's pixels across and down; (0, 0) where it is no picture, or has more than `most` of them."""
    from io import BytesIO

    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(action="error"), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > most:
                return 0, 0
            picture.load()
            return picture.size
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError, Image.DecompressionBombError, Warning):
        return 0, 0
