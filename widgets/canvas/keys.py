"""Keys on the picture: what each does depends on what the canvas is doing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from models.family_homes import completed_place
from widgets.canvas import asks_couple
from widgets.canvas.commands import BY_KEY
from widgets.canvas.control import CanvasControl
from widgets.canvas.modes import CHOICE_KEYS, Choosing, Gathering, Idle, Joining
from widgets.parts.announce import announce

FIRST = "First choose: "
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press(control: CanvasControl, event: QKeyEvent) -> bool:
    """Do what a key means now; whether it meant anything."""
    mode = control.mode
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    if event.key() == Qt.Key.Key_Escape and not isinstance(mode, Idle):
        control.rest()
        return True
    if isinstance(mode, Choosing):
        return _choose(control, mode, event.text().lower())
    if isinstance(mode, Gathering):
        return _gather(control, mode, event)
    if isinstance(mode, Joining):
        if event.key() in ENTER:
            control.enter("")
        return event.key() in ENTER
    return _command(control, event)


def _command(control: CanvasControl, event: QKeyEvent) -> bool:
    if event.key() in ENTER:
        command = "change"
    elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        command = "delete"
    elif event.text().isdecimal() and control.focus:
        return asks_couple.date_begun(control, event.text())
    else:
        command = BY_KEY.get(event.text().lower(), "")
    if not command or not control.focus:
        return False
    control.run(command)
    return True


def _choose(control: CanvasControl, mode: Choosing, text: str) -> bool:
    """By the answer's letter, or its number."""
    if not text or text.isspace():
        return False
    number = mode.keys.find(text)
    if number < 0:
        number = CHOICE_KEYS[:9].find(text)
    if 0 <= number < mode.count:
        control.pick(number)
        return True
    return text.isalnum() and text != "0" and _say_what_is_wanted(control)


def _say_what_is_wanted(control: CanvasControl) -> bool:
    """A letter that is no answer: the question says once that it waits, and goes on waiting."""
    prompt = control.foot.prompt
    if not prompt.text().startswith(FIRST):
        prompt.setText(FIRST + prompt.text())
        announce(control.foot, prompt.text())
    return True


def _gather(control: CanvasControl, mode: Gathering, event: QKeyEvent) -> bool:
    """Space takes in and out until the place's name is begun; letters name the place, which is completed if known."""
    name = control.foot.field
    if event.key() in ENTER:
        control.enter(name.text())
    elif event.key() == Qt.Key.Key_Space and not mode.naming:
        control.toggle(control.focus)
    elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        name.backspace()  # first of all what was completed, which is marked
        mode.naming = True
    elif event.text() and event.text().isprintable():
        begun = name.text()[: name.selectionStart()] if name.hasSelectedText() else name.text()
        begun = begun * mode.naming + event.text()  # the first letter begins the name anew
        mode.naming = True
        whole = completed_place(control.family, begun)
        name.setText(begun + whole[len(begun) :])
        if whole:
            name.setSelection(len(begun), len(whole) - len(begun))
    else:
        return False
    return True
