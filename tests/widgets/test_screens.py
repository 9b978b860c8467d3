"""Two screens: see two_screens.py, whose tests run here in a process that begins with two of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.screens import CAN_PLUG, LAPTOP, PROJECTOR, configuration

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.skipif(not CAN_PLUG, reason="screens are plugged by a call that is written down for Linux on Intel only")
def test_everything_about_two_screens(tmp_path: Path) -> None:
    file = tmp_path / "screens.json"
    file.write_bytes(configuration(laptop=LAPTOP, projector=PROJECTOR))
    environment = dict(os.environ, QT_QPA_PLATFORM=f"offscreen:configfile={file}")
    environment.pop("PYTEST_XDIST_WORKER", None)
    command = [sys.executable, "-m", "pytest", "tests/widgets/two_screens.py", "-q", "-n", "0", "--no-header"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stdout[-6000:]
