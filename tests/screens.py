"""Screens that a test plugs in and out: of the offscreen platform, by the call that Qt's own tests use.

Python has no name for that call, so it is reached through the libraries' symbols; that is written down here for 64-bit
Intel and Linux alone, and tests that need it are skipped elsewhere.
"""

import ctypes
import json
import platform
import sys
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument, QRect

CAN_PLUG = sys.platform == "linux" and platform.machine() == "x86_64"
LAPTOP, PROJECTOR = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)
#: The place of `nativeResourceForIntegration` among the virtual functions: after the twelve of QObject.
_RESOURCE = 12


def configuration(**screens: QRect) -> bytes:
    """What the offscreen platform reads, from its file at the start or later: screens by name."""
    listed = [
        {"name": name, "x": at.x(), "y": at.y(), "width": at.width(), "height": at.height()}
        for name, at in screens.items()
    ]
    return json.dumps({"screens": listed}).encode()


def plug(**screens: QRect) -> None:
    """Let there be these screens and no others, from now on."""
    libraries = Path(PySide6.__file__).parent / "Qt" / "lib"
    gui = ctypes.CDLL(str(libraries / "libQt6Gui.so.6"))
    core = ctypes.CDLL(str(libraries / "libQt6Core.so.6"))
    find = gui._ZN15QGuiApplication23platformNativeInterfaceEv
    find.restype = ctypes.c_void_p
    interface = find()
    functions = ctypes.cast(interface, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    resource = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(functions[_RESOURCE] or 0)
    name = QByteArray(b"setConfiguration")
    configure = resource(interface, shiboken6.getCppPointer(name)[0])
    document = QJsonDocument.fromJson(QByteArray(configuration(**screens)))
    held = ctypes.create_string_buffer(64)  # a QJsonObject, filled by the document
    take = core._ZNK13QJsonDocument6objectEv
    take.restype, take.argtypes = None, [ctypes.c_void_p, ctypes.c_void_p]
    take(ctypes.addressof(held), shiboken6.getCppPointer(document)[0])
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(configure)(ctypes.addressof(held), interface)
