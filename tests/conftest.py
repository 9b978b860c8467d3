"""Fixtures that every test may use. Tests run offscreen; time, ids and folders are passed in."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
