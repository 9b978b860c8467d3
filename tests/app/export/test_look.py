"""The agency's colours and logo."""

import zlib
from struct import pack

import pytest

from app.agency import export_options
from app.export.look import INK, contrast, look_of
from app.settings import Values


def png(width: int, height: int) -> bytes:
    """A picture of one colour, a bit a dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    rows = chunk(b"IDAT", zlib.compress(bytes((width + 7) // 8 + 1) * height))
    return b"\x89PNG\r\n\x1a\n" + head + rows + chunk(b"IEND", b"")


@pytest.mark.parametrize("colour", ["#ffffff", "#ffe000", "#0f5466", "nonsense", "", "#12345"])
def test_whatever_stands_out_can_be_read_on_white(colour: str) -> None:
    assert contrast(look_of(colour).accent) >= 4.5


def test_a_dark_colour_is_taken_as_it_is() -> None:
    assert look_of("#000080").accent == (0.0, 0.0, 128 / 255)
    assert contrast(INK) > 10


def test_a_logo_has_its_size() -> None:
    assert look_of("", png(30, 10)).logo_size == (30, 10)


@pytest.mark.parametrize("data", [b"no picture", png(30, 10)[:40], png(10_000, 10_000), png(20_000, 20_000), b""])
def test_what_is_no_logo_leaves_none(data: bytes) -> None:
    look = look_of("", data)
    assert (look.logo, look.logo_size) == (b"", (0, 0))


def test_halves_of_characters_in_the_settings_are_mended() -> None:
    options = export_options(Values(agency_name="x\ud83d", reference_label="\udc00"))
    assert (options.agency_name + options.reference_label).encode()
