"""Values of Qt's names for widgets that are made before the first picture, set as properties.

PySide6 makes all the names of `Qt` when the first is asked for, which takes a fifth of a bare window's start.
"""

#: Qt.TextFormat.PlainText, for the property textFormat.
PLAIN_TEXT = 0
#: Qt.FocusPolicy.NoFocus, for the property focusPolicy.
NO_FOCUS = 0
