"""The style sheet, made from a theme's tokens. Widgets are told apart by class and by their `kind` property."""

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
QMainWindow, QDialog, QStackedWidget { background: $window; }
QLabel[kind="title"], QLineEdit[kind="title"] { font-size: ${title_pt}pt; font-weight: bold; }
QLabel[kind="spoken"], QListView[kind="spoken"], QPlainTextEdit[kind="spoken"] { font-size: ${title_pt}pt; }
QLabel[kind="subtitle"], QLineEdit[kind="subtitle"] { font-weight: bold; }
QLabel[kind="hint"], QLineEdit[kind="hint"] { color: $hint; font-size: ${small_pt}pt; }
QLabel[kind="clock"], QLineEdit[kind="clock"] { font-size: ${clock_pt}pt; font-weight: bold; }
QLabel[kind="warning"], QLineEdit[kind="warning"] { color: $signal; font-weight: bold; }
QLineEdit[kind="readout"], QLineEdit[kind="title"], QLineEdit[kind="clock"], QLineEdit[kind="warning"],
QLineEdit[kind="hint"], QLineEdit[kind="subtitle"] { background: transparent; border: none; padding: 0; }
QFrame[kind="panel"], QFrame[kind="card"] { background: $panel; border: 1px solid $rule; border-radius: ${r}px; }
QFrame[kind="say"] { background: $tint; border: none; border-left: ${bar}px solid $accent; border-radius: 0; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] { background: transparent; border: none; }

QPushButton, QToolButton { background: $panel; color: $text; border: 1px solid $line; border-radius: ${r}px;
    padding: ${py}px ${px}px; min-height: ${em}px; }
QPushButton, QToolButton, QCheckBox, QRadioButton, QComboBox { outline: none; }
QStatusBar QLabel { padding: 0 ${fx}px; }
QPushButton:hover, QToolButton:hover { background: $tint; }
QPushButton:pressed, QToolButton:pressed { background: $tint; border-color: $text; }
QPushButton:checked, QToolButton:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border: 3px solid $focus; padding: ${py_f}px ${px_f}px; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $rule; background: transparent; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[kind="primary"]:hover { background: $accent_hover; color: $on_accent; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus, QPushButton:checked:focus { border: 3px solid $text; }
QPushButton[kind="primary"]:disabled { background: transparent; color: $disabled; border: 1px solid $disabled;
    padding: ${py}px ${px}px; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border-color: transparent;
    color: $accent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $tint; }
QPushButton[kind="quiet"]:checked { background: $accent; color: $on_accent; }
QPushButton[kind="quiet"]:focus { border-color: $focus; }
QPushButton[kind="quiet"]:disabled { color: $disabled; }
QPushButton[kind="to-do"] { background: $signal_tint; color: $signal; border: 2px solid $signal; font-weight: bold;
    padding: ${py_w}px ${px_w}px; }
QPushButton[kind="to-do"]:checked { background: $signal; color: $window; }
QPushButton[kind="to-do"]:focus { border: 3px solid $focus; padding: ${py_f}px ${px_f}px; }
QPushButton[kind="to-do"]:checked:focus { border-color: $text; }
QPushButton[kind="phase"] { background: transparent; color: $accent; border: none; border-radius: 0;
    border-bottom: 3px solid transparent; padding: ${py}px ${fx}px; }
QPushButton[kind="phase"]:hover { background: $tint; }
QPushButton[kind="phase"]:checked { background: transparent; color: $text; border-bottom: 3px solid $accent; }
QPushButton[kind="phase"]:focus { background: $tint; border: 3px solid $focus; padding: ${py_f}px ${fx_f}px; }
QPushButton[kind="scale"] { padding: ${py}px 0; }
QPushButton[kind="scale"]:focus { padding: ${py_f}px 0; }
QWidget[kind="slim"] QPushButton { padding: 1px ${fx}px; }
QWidget[kind="slim"] QPushButton:focus { padding: 0 ${fx_f}px; }
QPushButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: $field; color: $text;
    border: 1px solid $line; border-radius: ${r}px; padding: ${fy}px ${fx}px; selection-background-color: $accent;
    selection-color: $on_accent; placeholder-text-color: $placeholder; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 3px solid $focus; padding: ${fy_f}px ${fx_f}px; }
QPlainTextEdit[kind="cell"], QPlainTextEdit[kind="cell"]:focus { border: 2px solid $focus; border-radius: 0;
    padding: 0 2px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $disabled; }
QLineEdit[kind="author"] { font-size: ${title_pt}pt; font-weight: bold; min-height: ${title_em}px; }
QLineEdit[wrong="true"] { border: 2px solid $signal; padding: ${fy_w}px ${fx_w}px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox, QLineEdit, QAbstractSpinBox { min-height: ${em}px; }
QComboBox::drop-down, QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: ${em}px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url($icons/down-$name.svg); width: ${tick}px;
    height: ${tick}px; }
QAbstractSpinBox::up-arrow { image: url($icons/up-$name.svg); width: ${tick}px; height: ${tick}px; }
QComboBox QAbstractItemView { background: $panel; color: $text; border: 1px solid $line; }
QCheckBox, QRadioButton { spacing: ${fx}px; min-height: ${target}px; border: 2px solid transparent;
    border-radius: ${r}px; padding-right: ${fx}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator { width: ${box}px; height: ${box}px; border: 2px solid $line;
    background: $field; border-radius: 3px; }
QRadioButton::indicator { border-radius: ${box_r}px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: $accent; border-color: $accent;
    image: url($icons/tick-$name.svg); }

QListView, QTreeView, QTableView { background: $panel; color: $text; border: 1px solid $rule; border-radius: ${r}px;
    outline: none; selection-background-color: $tint; selection-color: $text; }
QListWidget::item { min-height: ${target}px; border: 1px solid transparent; }
QListWidget::item:selected, QTableView::item:selected { background: $tint; color: $text; border: 1px solid $accent; }
QAbstractScrollArea[kind="pages"] { background: $track; border: 3px solid transparent; border-radius: ${r}px; }
QAbstractScrollArea[kind="pages"]:focus { border-color: $focus; }
QListView:focus, QTreeView:focus, QTableView:focus, QGraphicsView:focus { border: 3px solid $focus; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $hint; border: none; border-bottom: 1px solid $rule;
    border-right: 1px solid $rule; padding: 6px; font-weight: normal; }
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $rule;
    border-right: 1px solid $rule; }
QMenuBar { background: $window; }
QMenuBar::item { padding: ${bar_y}px ${fx}px; background: transparent; color: $text; }
QMenuBar::item:selected { background: $accent; color: $on_accent; }
QMenu { background: $panel; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: ${fy}px ${wide}px ${fy}px ${wide}px; background: transparent; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $rule; margin: 4px; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: 4px; }
QProgressBar { background: $track; border: 1px solid $line; border-radius: 4px; height: ${bar2}px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $rule; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${scroll}px; }
QScrollBar:horizontal { height: ${scroll}px; }
QScrollBar::handle { background: $line; border-radius: ${scroll_r}px; margin: 2px; min-width: ${target}px;
    min-height: ${target}px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
    width: 0; height: 0; }
""")


def style_sheet(tokens: Mapping[str, str], points: Mapping[str, float], em: int, icons: str, name: str) -> str:
    """The sheet. `points` are the four sizes, `em` the height of a line of body text in px; every space follows it."""
    fx, fy, px, py = round(em * 0.35), round(em * 0.2), round(em * 0.6), round(em * 0.25)
    lengths = {
        "em": em,
        "title_em": round(em * 1.45),
        "r": round(em * 0.28),
        "bar": max(3, round(em * 0.2)),
        "bar2": round(em * 0.5),
        "px": px,
        "py": py,
        "px_f": px - 2,
        "py_f": py - 2,
        "px_w": px - 1,
        "py_w": py - 1,
        "fx": fx,
        "fy": fy,
        "fx_f": fx - 2,
        "fy_f": fy - 2,
        "fx_w": fx - 1,
        "fy_w": fy - 1,
        "wide": em,
        "bar_y": py + 2,
        "box": round(em * 0.75),
        "box_r": round(em * 0.375) + 2,
        "tick": round(em * 0.6),
        "target": max(24, round(em * 1.1)),
        "scroll": max(12, round(em * 0.55)),
        "scroll_r": max(4, round(em * 0.27) - 2),
    }
    sizes = {f"{size}_pt": f"{value:.1f}" for size, value in points.items()}
    return _SHEET.substitute(tokens, icons=icons, name=name, **sizes, **lengths)
