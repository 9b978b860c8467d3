"""Contrast, computed from the tokens: text 4.5 : 1, disabled text too, shapes 3 : 1, in every theme; and every colour
that the style sheet or a painter takes stands in the table."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app import resources
from widgets import theme
from widgets.style_sheet import _SHEET

#: What words are written in, and what they are written on: each in each, whoever paints it.
INKS = ("text", "hint", "accent", "signal", "disabled")
GROUNDS = ("window", "panel", "field", "tint")
TEXT_ON = [
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    *((ink, "signal_tint") for ink in ("text", "hint", "accent", "signal")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("window", "signal"),
    ("text", "track"),
    ("hint", "track"),
    ("placeholder", "field"),
]
SHAPES_ON = [
    *((shape, ground) for shape in ("line", "focus") for ground in (*GROUNDS, "signal_tint", "track")),
    *((shape, "track") for shape in ("accent", "signal")),
]
#: Mere separators and frames of what is known without them.
DECORATION = {"rule"}
KNOWN = {token for pair in (*TEXT_ON, *SHAPES_ON) for token in pair} | DECORATION
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SAID = re.compile(r"(?<![\w-])(color|background)\s*:\s*\$(\w+)")


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


def sheet_rules() -> list[tuple[str, dict[str, str]]]:
    """Each rule of the style sheet: its selectors, and the tokens of its colour and background."""
    return [(selectors.strip(), dict(SAID.findall(body))) for selectors, body in RULE.findall(_SHEET.template)]


def test_the_sheet_puts_words_only_on_grounds_of_the_table() -> None:
    rules = sheet_rules()
    assert len(rules) > 50
    for selectors, said in rules:
        ink, ground = said.get("color"), said.get("background")
        if ink and ground:
            assert (ink, ground) in TEXT_ON, selectors
        elif ink:  # on whatever its widget stands
            assert ink in INKS, selectors
        elif ground and "::" not in selectors:  # a part of a control carries no words
            assert ground in (*GROUNDS, "track"), selectors


def test_every_colour_that_is_painted_stands_in_the_table() -> None:
    used = set(re.findall(r"\$(\w+)", _SHEET.template)) & theme.THEMES["light"].keys()
    for file in (Path(theme.__file__).parent).rglob("*.py"):
        used |= set(re.findall(r"theme\.colour\(\"(\w+)\"", file.read_text(encoding="utf-8")))
    assert used <= KNOWN
    assert theme.THEMES["light"].keys() == KNOWN


@pytest.mark.parametrize("name", theme.THEMES)
def test_icons_are_seen_on_what_they_stand_on(name: str) -> None:
    tokens = theme.THEMES[name]
    for icon, grounds in (("up", ("field", "panel")), ("down", ("field", "panel")), ("tick", ("accent",))):
        (ink,) = set(re.findall(r"#[0-9a-f]{6}", resources.text("icons", f"{icon}-{name}.svg")))
        assert all(contrast(ink, tokens[ground]) >= 3 for ground in grounds)


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
