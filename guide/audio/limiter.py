"""A look-ahead limiter for true peaks: gain falls before a peak, never after it.

The cut that each block of samples needs becomes one curve that falls and recovers at fixed
speeds in decibels. It is worked out at the blocks' edges, where it is a fraction of the sound
long, and drawn in straight lines between them: a block's samples get no more than its own
peak allows. A stretch without a peak above the ceiling is not touched at all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.audio.sound import Samples, factor
from guide.audio.truepeak import BLOCK, block_peaks

ATTACK_DB_PER_S = 2_000.0  # 6 dB in 3 ms, all of it before the peak
RELEASE_DB_PER_S = 60.0  # 6 dB in 100 ms: fast enough for speech, too slow to buzz on a low voice
NEPERS = math.log(10.0) / 20.0  # in a decibel: exp takes a quarter of the time that power takes
BLOCKS = 1 << 14  # turned down at once: memory does not grow with length

Curve = NDArray[np.float64]
"""Decibels at the edges of blocks, one more than there are blocks; never above 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Limited:
    """A sound below its ceiling; `limited_db` is the deepest cut (0.0: untouched)."""

    samples: Samples
    limited_db: float


def limit(samples: Samples, rate_hz: int, ceiling: float) -> Limited:
    """Return a copy of the sound whose true peaks stay below `ceiling` (a factor, 1.0 = 0 dBTP)."""
    cut_db = cut(above_db(samples, ceiling), rate_hz)
    return Limited(turned_down(samples, cut_db), abs(float(cut_db.min())))


def above_db(samples: Samples, ceiling: float) -> Curve:
    """Return how far each block's true peak stands above `ceiling` (a factor), one value for each block; 0.0 below."""
    peaks = np.maximum(block_peaks(samples, ceiling).astype(np.float64), ceiling)
    above: Curve = 20.0 * np.log10(peaks / ceiling)
    return above


def widened(curve: Curve, seconds: float, rate_hz: int) -> Curve:
    """Return the curve with each value held for so long before and after it, wherever it is the highest there."""
    reach = round(seconds * rate_hz / BLOCK)
    highest: Curve = np.lib.stride_tricks.sliding_window_view(np.pad(curve, reach), 2 * reach + 1).max(axis=1)
    return highest


def cut(over_db: Curve, rate_hz: int) -> Curve:
    """Return the gain that keeps down blocks whose peaks stand `over_db` above the ceiling (below it: 0 or less)."""
    edges = np.zeros(len(over_db) + 1)
    np.minimum(-over_db, 0.0, out=edges[1:])
    np.minimum(edges[:-1], edges[1:], out=edges[:-1])
    recovering = _recover(edges, RELEASE_DB_PER_S / rate_hz * BLOCK)
    return _recover(recovering[::-1], ATTACK_DB_PER_S / rate_hz * BLOCK)[::-1]


def turned_down(samples: Samples, cut_db: Curve, gain_db: float = 0.0) -> Samples:
    """Return the sound raised by `gain_db` and then turned down by the curve."""
    gains = (np.exp(cut_db * NEPERS) * factor(gain_db)).astype(np.float32)
    ramp = np.arange(BLOCK, dtype=np.float32) / np.float32(BLOCK)
    limited = samples.copy()
    for start in range(0, len(gains) - 1, BLOCKS):
        edges = gains[start : start + BLOCKS + 1]
        lines = np.diff(edges)[:, None] * ramp
        lines += edges[:-1, None]
        part = limited[start * BLOCK : (start + BLOCKS) * BLOCK]
        part *= lines.reshape(-1)[: len(part)]
    return limited


def _recover(needed_db: Curve, step_db: float) -> Curve:
    """Return the highest curve at or below `needed_db` that never rises faster than `step_db` a point."""
    slope = np.arange(len(needed_db), dtype=np.float64)
    slope *= step_db
    curve: Curve = needed_db - slope
    np.minimum.accumulate(curve, out=curve)
    curve += slope
    return curve
