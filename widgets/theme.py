"""How Askwell looks: one table of tokens for each theme, and the fonts, palette and style sheet made from it.

Widgets say what they are by the dynamic property `kind` (`mark`), and painters ask `colour` and `font`. The theme in
use is kept as a property of the QApplication.
"""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app import resources
from widgets.style_sheet import style_sheet

#: Sizes in points at 100 %: second-rank text, what people read and type, headings, the countdown.
SIZES = {"small": 10.5, "body": 12.0, "title": 17.0, "clock": 44.0}
LOWEST_ZOOM, HIGHEST_ZOOM = 70, 400
FAMILY = "Noto Sans"
FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
#: Arguments for the QApplication: asking it for its style object later costs 18 ms of names never used.
STYLE = ("-style", "fusion")
_PROPERTY = "askwell_theme"

#: Every colour by name. `text`, `hint`, `accent`, `signal` and `disabled` stand on window, panel, field and tint, the
#: first four on signal_tint, too; `on_accent` on accent and accent_hover, `window` on signal. `line` draws the edges of
#: controls (3 : 1), `rule` mere separators. tests/widgets/test_theme.py holds every pair that is used to its contrast.
THEMES: dict[str, dict[str, str]] = {
    "light": {
        "window": "#f3f6f5", "panel": "#ffffff", "field": "#ffffff", "text": "#15201e", "hint": "#4a5855",
        "line": "#6f7c79", "rule": "#d3dbd9", "accent": "#0b6b5b", "accent_hover": "#095a4d", "on_accent": "#ffffff",
        "tint": "#dcefea", "signal": "#a8321a", "signal_tint": "#fbeae5", "disabled": "#606b68", "track": "#d3dbd9",
        "focus": "#0b6b5b", "placeholder": "#4a5855",
    },
    "dark": {
        "window": "#121817", "panel": "#1b2322", "field": "#151c1b", "text": "#e9efed", "hint": "#b3bfbc",
        "line": "#84928f", "rule": "#35413f", "accent": "#63cab5", "accent_hover": "#86dac9", "on_accent": "#06231e",
        "tint": "#1c3d37", "signal": "#ffa08a", "signal_tint": "#43211a", "disabled": "#98a5a2", "track": "#35413f",
        "focus": "#63cab5", "placeholder": "#b3bfbc",
    },
    "contrast": {
        "window": "#000000", "panel": "#000000", "field": "#000000", "text": "#ffffff", "hint": "#ffffff",
        "line": "#ffffff", "rule": "#ffffff", "accent": "#ffe100", "accent_hover": "#fff07a", "on_accent": "#000000",
        "tint": "#000000", "signal": "#ff9d87", "signal_tint": "#000000", "disabled": "#a6a6a6", "track": "#000000",
        "focus": "#ffe100", "placeholder": "#b4b4b4",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Theme:
    """The theme in use: its name ("light", "dark" or "contrast"), zoom in per cent, font family, and tokens."""

    name: str
    zoom: int
    family: str
    tokens: dict[str, str]

    def points(self, size: str) -> float:
        """A size's points at this zoom."""
        return SIZES[size] * self.zoom / 100


def platform_theme(app: QApplication) -> str:
    """The theme that the platform asks for: before the first picture as its palette has it, then exactly."""
    if app.property(_PROPERTY) is None:
        palette = app.palette()
        window, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
        return "dark" if window.lightness() < text.lightness() else "light"
    from PySide6.QtCore import Qt  # see widgets/early.py

    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, theme: str, zoom: int) -> None:
    """Dress the whole application, which was started with `STYLE`.

    `theme` is a name of THEMES or "system"; `zoom` is in per cent.
    """
    name = theme if theme in THEMES else platform_theme(app)
    held = app.property(_PROPERTY)
    new = Theme(name, min(max(zoom, LOWEST_ZOOM), HIGHEST_ZOOM), held.family if held else load_fonts(), THEMES[name])
    if new == held:
        return
    app.setProperty(_PROPERTY, new)
    app.setPalette(_palette(new.tokens))
    app.setFont(_font(new, "body"))
    em = QFontMetrics(app.font()).height()
    points = {size: new.points(size) for size in SIZES}
    app.setStyleSheet(style_sheet(new.tokens, points, em, resources.path("icons").as_posix(), name))


def load_fonts() -> str:
    """Make the bundled font known and give its family; the platform's own where the bundle has none."""
    ids = [QFontDatabase.addApplicationFont(str(file)) for file in map(_font_file, FONT_FILES) if file.is_file()]
    return FAMILY if ids and min(ids) >= 0 else QApplication.font().family()


def _font_file(name: str):  # type: ignore[no-untyped-def]
    return resources.path("fonts", name)


def current(app: QObject | None = None) -> Theme:
    """The theme in use; the light one before any was applied, as in tests of single widgets."""
    app = app or QApplication.instance()
    held = app.property(_PROPERTY) if app else None
    return cast(Theme, held) if held else Theme("light", 100, QApplication.font().family(), THEMES["light"])


def colour(token: str) -> QColor:
    """A token's colour in the theme in use."""
    return QColor(current().tokens[token])


def font(size: str, bold: bool = False) -> QFont:
    """One of the four sizes ("small", "body", "title", "clock") in the theme and zoom in use."""
    made = _font(current(), size)
    made.setBold(bold)
    return made


def text_height() -> int:
    """The height of a line of body text, in which layouts measure: it follows zoom and the screen's scale."""
    return QFontMetrics(font("body")).height()


def mark(widget: QWidget, kind: str) -> None:
    """Say what a widget is; one that is on screen already is dressed anew."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _font(theme: Theme, size: str) -> QFont:
    made = QFont(theme.family)
    made.setPointSizeF(theme.points(size))
    return made


def _palette(tokens: dict[str, str]) -> QPalette:
    """The whole palette: made from button and window, so that every role fits, then the roles that carry text."""
    palette = QPalette(QColor(tokens["panel"]), QColor(tokens["window"]))
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "panel",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "signal",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.PlaceholderText: "placeholder",
        QPalette.ColorRole.ToolTipBase: "panel",
        QPalette.ColorRole.ToolTipText: "text",
    }
    for role, token in roles.items():
        palette.setColor(role, QColor(tokens[token]))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["disabled"]))
    return palette
