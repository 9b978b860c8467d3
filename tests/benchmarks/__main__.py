"""Every benchmark, one after the other, each in a process of its own: uv run python -m tests.benchmarks

Figures are medians; ratios are against a floor that is measured in the same run. Nothing here passes or fails.
Name some to run only those: uv run python -m tests.benchmarks start typing
"""

import os
import subprocess
import sys

WHAT = {
    "start": "From start to a usable window, beside a bare PySide6 window",
    "typing": "Key press to repaint while autosave runs; the timer's lateness; idle",
    "storage": "A card kept, sessions read and listed, beside raw sqlcipher3",
    "opening": "A session of 30 people and 1,000 cards opened",
    "cards": "1,000 cards painted and scrolled",
    "scribe": "Sixty cards by ten people from a script of key presses; four minutes",
    "documents": "Record and question sheets, beside a bare reportlab canvas",
    "words": "A long record and a long learning note looked through for names, sources and letters",
    "genogram": "Families laid out and drawn",
}


def main() -> None:
    """Run what was named, or everything."""
    for name in sys.argv[1:] or WHAT:
        print(f"\n{WHAT[name]} ({name})", flush=True)
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
        subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], env=environment, check=True)


if __name__ == "__main__":
    main()
