"""A look-ahead limiter for true peaks: gain falls before a peak, never after it.

The gain that each sample needs is turned into one curve that falls and recovers at fixed
speeds in decibels. Both are running minima over the sound, so the whole is exact and linear
in cost; stretches without a peak above the ceiling are not touched at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.audio.sound import Samples
from guide.audio.truepeak import peak_envelope

ATTACK_DB_PER_S = 2_000.0  # 6 dB in 3 ms, all of it before the peak
RELEASE_DB_PER_S = 60.0  # 6 dB in 100 ms: fast enough for speech, too slow to buzz on a low voice

Curve = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Limited:
    """A sound below its ceiling; `limited_db` is the deepest cut (0.0: untouched)."""

    samples: Samples
    limited_db: float


def limit(samples: Samples, rate_hz: int, ceiling: float, envelope: Samples | None = None) -> Limited:
    """Return a copy of the sound whose true peaks stay below `ceiling` (a factor, 1.0 = 0 dBTP).

    `envelope` is the sound's `peak_envelope`, exact at least above the ceiling, where the caller
    has it already.
    """
    envelope = peak_envelope(samples, ceiling) if envelope is None else envelope
    over = np.flatnonzero(envelope > ceiling)
    limited = samples.copy()
    deepest = 0.0
    for first, last in _regions(over, envelope, rate_hz, ceiling):
        cut = _gain_db(envelope[first:last], rate_hz, ceiling)
        limited[first:last] *= np.power(10.0, cut / 20.0)
        deepest = max(deepest, -float(cut.min()))
    return Limited(limited, deepest)


def _regions(over: NDArray[np.intp], envelope: Samples, rate_hz: int, ceiling: float) -> Iterator[tuple[int, int]]:
    """Yield the stretches of sound that a cut can reach, apart from one another."""
    if not len(over):
        return
    deepest = 20.0 * np.log10(float(envelope[over].max()) / ceiling)
    before = 1 + int(deepest / ATTACK_DB_PER_S * rate_hz)
    after = 1 + int(deepest / RELEASE_DB_PER_S * rate_hz)
    parted = np.flatnonzero(np.diff(over) > before + after)
    starts = over[np.concatenate([[0], parted + 1])]
    ends = over[np.concatenate([parted, [len(over) - 1]])]
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        yield max(0, start - before), min(len(envelope), end + after)


def _gain_db(envelope: Samples, rate_hz: int, ceiling: float) -> Curve:
    needed = np.minimum(0.0, -20.0 * np.log10(np.maximum(envelope.astype(np.float64), 1e-9) / ceiling))
    recovering = _recover(needed, RELEASE_DB_PER_S / rate_hz)
    return _recover(recovering[::-1], ATTACK_DB_PER_S / rate_hz)[::-1]


def _recover(needed_db: Curve, step_db: float) -> Curve:
    """Return the highest curve at or below `needed_db` that never rises faster than `step_db` a sample."""
    slope = np.arange(len(needed_db)) * step_db
    curve: Curve = np.minimum.accumulate(needed_db - slope) + slope
    return curve
