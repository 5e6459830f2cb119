"""The value this room works on: mono samples and their rate; and changing that rate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import soxr
from numpy.typing import NDArray

Samples = NDArray[np.float32]
"""Mono samples, shape (n,), full scale at +-1.0."""

SILENCE_DB = -200.0
"""What `decibels` answers for nothing at all: below the floor of 24-bit sound by far."""


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """Mono samples of shape (n,) at `rate_hz`."""

    samples: Samples
    rate_hz: int

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return len(self.samples) / self.rate_hz


def length_at(count: int, from_hz: int, to_hz: int) -> int:
    """Return how many samples `count` samples become at another rate, to the nearest."""
    return (2 * count * to_hz + from_hz) // (2 * from_hz)


def resample(samples: Samples, from_hz: int, to_hz: int) -> Samples:
    """Return the sound at another rate: soxr's high quality, linear phase, no shift in time.

    The answer has exactly `length_at(n, from_hz, to_hz)` samples.
    """
    if from_hz == to_hz or not len(samples):
        return samples
    return fitted(soxr.resample(samples, from_hz, to_hz, quality="HQ"), length_at(len(samples), from_hz, to_hz))


def fitted(samples: Samples, count: int) -> Samples:
    """Return the sound cut, or filled with silence, to `count` samples."""
    if len(samples) >= count:
        return samples[:count]
    return np.concatenate([samples, np.zeros(count - len(samples), np.float32)])


def factor(gain_db: float) -> float:
    """Return the factor of amplitude of a gain."""
    return float(10.0 ** (gain_db / 20.0))


def decibels(amplitude: float) -> float:
    """Return a factor of amplitude as a gain; `SILENCE_DB` for zero."""
    return 20.0 * float(np.log10(amplitude)) if amplitude > factor(SILENCE_DB) else SILENCE_DB


def peak(samples: Samples) -> float:
    """Return the greatest amplitude, 0.0 for no samples; makes no copy of the sound."""
    return float(max(samples.max(), -samples.min())) if len(samples) else 0.0


def fade_edges(samples: Samples, fade_in: int, fade_out: int) -> None:
    """Fade a sound in and out, in place, over so many samples each (half a cosine: no corner, no click)."""
    fade_in, fade_out = min(fade_in, len(samples)), min(fade_out, len(samples))
    if fade_in > 0:
        samples[:fade_in] *= rising(fade_in)
    if fade_out > 0:
        samples[-fade_out:] *= rising(fade_out)[::-1]


def rising(count: int) -> Samples:
    """Return a half-cosine ramp from just above 0 to just below 1, of `count` samples."""
    phase = (np.arange(count) + 0.5) * (np.pi / count)
    ramp: Samples = (0.5 - 0.5 * np.cos(phase)).astype(np.float32)
    return ramp
