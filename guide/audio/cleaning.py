"""Gentle cleaning of a recording: rumble below the voice taken out, steady noise lowered by 12 dB.

The work is FFmpeg's (`highpass`, `afftdn`: spectral noise reduction), reached through PyAV of
the optional group `formats`. What the noise is like is taken from the recording's own quietest
moments, band by band: the hum of a ventilation and the hiss of a microphone differ by 30 dB between
low and high. It lowers hiss and hum of a room; it does not remove voices, music or echo, and does
not make a bad recording a good one: listen before relying on it.
"""

from __future__ import annotations

import math
from fractions import Fraction
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guide.audio.sound import Samples, decibels
from guide.audio.versions import REDUCTION_DB, RUMBLE_HZ
from guide.errors import MediaError

FRAME_S = 0.05
QUIETEST_PERCENT = 10.0  # of the frames: what is left where nobody speaks
NOISE_DB = (-80.0, -20.0)  # what afftdn takes as a level of noise
BANDS = 15
BANDS_FROM_HZ = 80.0
"""afftdn's bands, in which noise is described to it: each lies 1.5 times as high as the one before, and 5 Hz more."""
BAND_DB = 24.0  # a band's noise may stand so far from the mean
BAND_WIDTH = 1.22  # from its middle to its edges, as a factor: the root of 1.5
WINDOW_S = 0.046
LEAST_WINDOWS = 4
MARGIN_DB = 2.0
"""Added to the noise found: the quietest moments hold a little less than the others. With it, what a pause
loses is 10 to 14 dB for white, pink and humming noise alike (measured), the voice 0.1 dB or less."""
NOTHING = 1e-12
DELAY_PARTS = 80  # afftdn answers two of its windows late, each of rate / 80


def clean(samples: Samples, rate_hz: int) -> Samples:
    """Return the recording cleaned, as long as it was and not shifted.

    Raises MediaError (`cleaning-missing`) without PyAV.
    """
    av = _av()
    levels_db = noise_print_db(samples, rate_hz) + MARGIN_DB
    noise_db = 10.0 * math.log10(float(np.mean(10.0 ** (levels_db / 10.0))))  # afftdn takes off the bands' mean
    noise_db = min(max(noise_db, NOISE_DB[0]), NOISE_DB[1])
    bands = " ".join(f"{level:.0f}" for level in np.clip(levels_db - noise_db, -BAND_DB, BAND_DB))
    filters = [
        ("highpass", f"f={RUMBLE_HZ}:p=2"),
        ("afftdn", f"nr={REDUCTION_DB}:nf={noise_db:.1f}:nt=custom:bn={bands}"),
    ]
    delay = 2 * (rate_hz // DELAY_PARTS)
    padded = np.concatenate([samples, np.zeros(delay, np.float32)])
    return _filtered(av, padded, rate_hz, filters)[delay : delay + len(samples)]


def noise_print_db(samples: Samples, rate_hz: int) -> NDArray[np.float64]:
    """Return the noise of the quietest moments in each of afftdn's bands, shape (15,).

    In dB of full scale of the white noise that would be as dense; a band above the sound's highest
    frequency has the level of the one below it.
    """
    size = 1 << round(math.log2(WINDOW_S * rate_hz))
    windows = samples[: len(samples) // size * size].reshape(-1, size)
    if len(windows) < LEAST_WINDOWS:
        return np.full(BANDS, NOISE_DB[0])
    count = max(LEAST_WINDOWS, round(len(windows) * QUIETEST_PERCENT / 100.0))
    quietest = windows[np.argsort(windows.std(axis=1), kind="stable")[:count]]
    window = np.hanning(size)
    power = np.square(np.abs(np.fft.rfft(quietest * window, axis=1))).mean(axis=0) / np.square(window).sum()
    levels: list[float] = []
    for middle_hz in _band_middles_hz():
        first, last = (round(edge * size / rate_hz) for edge in (middle_hz / BAND_WIDTH, middle_hz * BAND_WIDTH))
        band = power[first : last + 1]
        levels.append(10.0 * math.log10(float(band.mean()) + NOTHING) if len(band) else levels[-1])
    return np.array(levels)


def _band_middles_hz() -> list[float]:
    middles = [BANDS_FROM_HZ]
    while len(middles) < BANDS:
        middles.append(round(1.5 * middles[-1] + 5.0))
    return middles


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
