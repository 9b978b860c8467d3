"""A canvas on a screen, and somebody who types on it."""

from collections.abc import Callable

import pytest

from app.document import Document
from app.masking import Masking
from models.session import Session
from tests.helpers import counted_ids
from tests.widgets.canvas.typist import Typist
from widgets.canvas.canvas import GenogramCanvas


@pytest.fixture
def made(qtbot) -> Callable[..., Typist]:
    def make(*entities, size: tuple[int, int] = (1100, 620)) -> Typist:
        document = Document(Session("s", entities), counted_ids())
        masking = Masking(document)
        canvas = GenogramCanvas(document, masking)
        document.setParent(canvas)
        masking.setParent(canvas)
        qtbot.addWidget(canvas)
        canvas.resize(*size)
        canvas.show()
        qtbot.waitExposed(canvas)
        canvas.activateWindow()
        canvas.first_field().setFocus()
        qtbot.waitUntil(canvas.first_field().hasFocus)
        return Typist(canvas)

    return make


@pytest.fixture
def typist(made) -> Typist:
    return made()
