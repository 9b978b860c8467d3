"""An error that C code raises inside an overridden method is said, and ends nothing."""

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QApplication, QLabel
import shiboken6
from app.guard import guard_overrides
guard_overrides(QObject)
def gone():
    thing = QObject()
    shiboken6.delete(thing)
    thing.objectName()
class Label(QLabel):
    def sizeHint(self):
        {fault}
        return QSize(3, 3)
app = QApplication(["test", "-platform", "offscreen"])
try:
    Label().adjustSize()
except Exception as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("fault", "words"), [("[][5]", "list index out of range"), ("gone()", "already deleted"), ("1 / 0", "division")]
)
def test_an_error_of_c_inside_an_override_reaches_the_handler(fault: str, words: str) -> None:
    program = PROGRAM.replace("{fault}", fault)
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert words in ended.stdout
