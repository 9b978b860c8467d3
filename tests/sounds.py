"""Makes resources/sounds/chime.wav, which nobody else made: uv run python -m tests.sounds resources/sounds/chime.wav

A soft stroke of 0.8 seconds: a note at 523 Hz and, half as loud, the fifth above it, each rising over 15 ms, dying
away, and silent at its end, so that no edge is heard. A fifth of full loudness at most.
"""

import math
import struct
import sys
import wave
from io import BytesIO
from pathlib import Path

RATE, SECONDS = 22_050, 0.8
#: Hertz, loudness (1 is the loudest that the format holds), seconds until a third of it is left.
PARTIALS = ((523.25, 0.14, 0.22), (784.88, 0.06, 0.14))
RISE, FALL = 0.015, 0.12


def chime() -> bytes:
    """The WAV file: one channel, 16 bits."""
    samples = [_sample(number / RATE) for number in range(round(RATE * SECONDS))]
    held = BytesIO()
    with wave.open(held, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(samples)}h", *(round(sample * 32_767) for sample in samples)))
    return held.getvalue()


def _sample(at: float) -> float:
    """Between -1 and 1, at so many seconds."""
    tone = sum(loud * math.exp(-at / lasts) * math.sin(2 * math.pi * hertz * at) for hertz, loud, lasts in PARTIALS)
    return tone * _ramp(at / RISE) * _ramp((SECONDS - at) / FALL)


def _ramp(share: float) -> float:
    """From 0 to 1 without a corner."""
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, max(0.0, share)))


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(chime())
