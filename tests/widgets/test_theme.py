"""Contrast, computed from the tokens: text 4.5 : 1, shapes and disabled text 3 : 1, in every theme."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from widgets import theme

TEXT_ON = [
    *((text, ground) for text in ("text", "hint") for ground in ("window", "panel", "field", "tint")),
    ("signal", "window"),
    ("signal", "panel"),
    ("signal", "signal_tint"),
    ("text", "signal_tint"),
    ("accent", "window"),
    ("accent", "panel"),
    ("accent", "tint"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
]
SHAPES_ON = [
    *((shape, ground) for shape in ("line", "focus", "accent", "disabled") for ground in ("window", "panel", "field")),
]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_is_read_on_every_ground(name: str, text: str, ground: str) -> None:
    tokens = theme.THEMES[name]
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES_ON)
def test_shapes_are_seen_on_every_ground(name: str, shape: str, ground: str) -> None:
    tokens = theme.THEMES[name]
    assert contrast(tokens[shape], tokens[ground]) >= 3


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_theme_has_the_same_tokens(name: str) -> None:
    assert theme.THEMES[name].keys() == theme.THEMES["light"].keys()


def test_zoom_scales_every_size_and_what_is_laid_out_by_it(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Next phase")
    qtbot.addWidget(button)
    theme.apply(qapp, "light", 100)
    small, low = theme.font("clock").pointSizeF(), button.sizeHint().height()
    theme.apply(qapp, "light", 200)
    assert theme.font("clock").pointSizeF() == 2 * small
    assert button.sizeHint().height() > 1.7 * low
    theme.apply(qapp, "light", 100)


def test_a_theme_dresses_what_is_on_screen_already(qapp: QApplication) -> None:
    theme.apply(qapp, "dark", 100)
    assert qapp.palette().window().color() == QColor(theme.THEMES["dark"]["window"])
    assert theme.colour("text") == QColor(theme.THEMES["dark"]["text"])
    theme.apply(qapp, "light", 100)
    assert qapp.palette().window().color() == QColor(theme.THEMES["light"]["window"])
