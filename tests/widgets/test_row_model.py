"""What a screen reader says of a row: sentences, each with one end."""

import pytest

from widgets.parts.row_model import Row


@pytest.mark.parametrize(
    ("row", "spoken"),
    [
        (Row("1", "Gran has her on Fridays.", "from Working well"), "Gran has her on Fridays. from Working well"),
        (Row("1", "Who is there at night?", "Bea", "★ Strongest"), "Who is there at night? Bea. Strongest"),
        (Row("1", "A card", ticked=False), "A card. Not picked"),
        (Row("1", "A card"), "A card"),
        (Row("1", ""), ""),
    ],
)
def test_it_is_said_in_sentences(row: Row, spoken: str) -> None:
    assert row.spoken() == spoken
