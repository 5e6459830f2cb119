"""Gentle cleaning of a recording: rumble below the voice taken out, steady noise lowered by 12 dB.

The work is FFmpeg's (`highpass`, `afftdn`: spectral noise reduction), reached through PyAV of
the optional group `formats`. It lowers hiss and hum of a room; it does not remove voices,
music or echo, and does not make a bad recording a good one: listen before relying on it.
"""

from __future__ import annotations

from fractions import Fraction
from types import ModuleType
from typing import Any

import numpy as np

from guide.audio.sound import Samples, decibels
from guide.errors import MediaError

RUMBLE_HZ = 70  # below the lowest voice
REDUCTION_DB = 12  # more is heard as a watery voice
FRAME_S = 0.05
QUIETEST_PERCENT = 10.0  # of the frames: what is left where nobody speaks
NOISE_DB = (-80.0, -20.0)  # what afftdn takes as a level of noise
DELAY_PARTS = 80  # afftdn answers two of its windows late, each of rate / 80


def clean(samples: Samples, rate_hz: int) -> Samples:
    """Return the recording cleaned, as long as it was and not shifted.

    Raises MediaError (`cleaning-missing`) without PyAV.
    """
    av = _av()
    noise_db = min(max(noise_floor_db(samples, rate_hz), NOISE_DB[0]), NOISE_DB[1])
    filters = [
        ("highpass", f"f={RUMBLE_HZ}:p=2"),
        ("afftdn", f"nr={REDUCTION_DB}:nf={noise_db:.1f}"),
    ]
    delay = 2 * (rate_hz // DELAY_PARTS)
    padded = np.concatenate([samples, np.zeros(delay, np.float32)])
    return _filtered(av, padded, rate_hz, filters)[delay : delay + len(samples)]


def noise_floor_db(samples: Samples, rate_hz: int) -> float:
    """Return the level of the quietest tenth of the sound, in dB of full scale, a constant offset left out."""
    frame = round(FRAME_S * rate_hz)
    frames = samples[: len(samples) // frame * frame].reshape(-1, frame)
    if not len(frames):
        return NOISE_DB[0]
    return decibels(float(np.percentile(frames.std(axis=1), QUIETEST_PERCENT)))


def _filtered(av: ModuleType, samples: Samples, rate_hz: int, filters: list[tuple[str, str]]) -> Samples:
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="flt", sample_rate=rate_hz, layout="mono", time_base=Fraction(1, rate_hz))
    last: Any = source
    for name, options in [*filters, ("aformat", "sample_fmts=flt"), ("abuffersink", None)]:
        following = graph.add(name, options)
        last.link_to(following)
        last = following
    graph.configure()
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples[None, :]), format="flt", layout="mono")
    frame.sample_rate, frame.pts = rate_hz, 0
    source.push(frame)
    source.push(None)
    found = []
    while True:
        try:
            found.append(last.pull().to_ndarray().reshape(-1))
        except (av.error.EOFError, av.error.BlockingIOError):
            return np.concatenate(found)


def _av() -> ModuleType:
    try:
        import av
        import av.filter
    except ImportError as error:
        raise MediaError("cleaning-missing") from error
    return av
