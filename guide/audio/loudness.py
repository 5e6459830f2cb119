"""Loudness as ITU-R BS.1770-4 and EBU Tech 3342 define it, in numpy alone.

The K weighting is applied with the fast Fourier transform in blocks of five seconds, so that
cost grows in proportion to length and memory does not grow. Figures agree with libebur128
and FFmpeg's `ebur128` to 0.05 LU (the tests compare). A mono file is one channel: a sine at
-20 dBFS measures -23.01 LUFS, not the -20 of two such channels.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from guide.audio.sound import Samples, decibels
from guide.audio.truepeak import true_peak
from guide.model.loudness import Loudness

Powers = NDArray[np.float64]
"""Mean squares of K-weighted sound, one for each tenth of a second."""

HOPS_PER_SECOND = 10
BLOCK_HOPS = 4  # 400 ms, overlapping by 75 % (BS.1770-4)
SHORT_TERM_HOPS = 30  # 3 s (EBU Tech 3341)
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
RANGE_GATE_LU = -20.0  # EBU Tech 3342
RANGE_PERCENTILES = (10.0, 95.0)  # EBU Tech 3342
OFFSET_LUFS = -0.691  # BS.1770-4: cancels the weighting's gain at 997 Hz

STRETCH_S = 5  # one transform's sound
TAIL_S = 0.1  # after which the weighting's answer has decayed below 24-bit resolution


def measure(samples: Samples, rate_hz: int) -> Loudness:
    """Return integrated loudness, loudness range and true peak of a mono sound.

    `integrated_lufs` is None when no 400 ms block passes the gate; `range_lu` is None for less
    than three seconds, or when nothing passes its gate.
    """
    powers = hop_powers(samples, rate_hz)
    return Loudness(integrated_lufs(powers), decibels(true_peak(samples)), range_lu(powers))


def integrated_lufs(powers: Powers) -> float | None:
    """Return the gated loudness of BS.1770-4, or None when nothing passes the gate."""
    blocks = _averages(powers, BLOCK_HOPS)
    blocks = blocks[blocks > _power(ABSOLUTE_GATE_LUFS)]
    if not len(blocks):
        return None
    blocks = blocks[blocks > blocks.mean() * 10.0 ** (RELATIVE_GATE_LU / 10.0)]
    return _lufs(float(blocks.mean()))


def range_lu(powers: Powers) -> float | None:
    """Return the loudness range of EBU Tech 3342, or None for less than three seconds of sound."""
    stretches = _averages(powers, SHORT_TERM_HOPS)
    stretches = stretches[stretches > _power(ABSOLUTE_GATE_LUFS)]
    if not len(stretches):
        return None
    stretches = stretches[stretches > stretches.mean() * 10.0 ** (RANGE_GATE_LU / 10.0)]
    low, high = np.percentile(stretches, RANGE_PERCENTILES)
    return _lufs(float(high)) - _lufs(float(low))


def level_lufs(sounds: Sequence[tuple[Samples, int]]) -> float | None:
    """Return how loud a voice is over all its sounds `(samples, rate_hz)`, or None for silence.

    Gated as above; where all of it together is shorter than a gate's block, the plain mean.
    """
    powers = np.concatenate([hop_powers(samples, rate_hz) for samples, rate_hz in sounds])
    level = integrated_lufs(powers)
    if level is None and len(powers) < BLOCK_HOPS and powers.mean() > _power(ABSOLUTE_GATE_LUFS):
        return _lufs(float(powers.mean()))
    return level


def hop_powers(samples: Samples, rate_hz: int) -> Powers:
    """Return the mean square of the K-weighted sound for each tenth of a second.

    A last piece shorter than that is left out, as the standard's gate does, unless it is all there is.
    """
    stretch, tail = STRETCH_S * rate_hz, round(TAIL_S * rate_hz)
    found = [
        _stretch_powers(samples[max(0, start - tail) : start + stretch], min(start, tail), rate_hz)
        for start in range(0, max(len(samples), 1), stretch)
    ]
    powers = np.concatenate(found)
    if len(powers) or not len(samples):
        return powers if len(powers) else np.zeros(1)
    return np.array([np.mean(np.square(_weighted(samples, rate_hz), dtype=np.float64))])


def _stretch_powers(samples: Samples, before: int, rate_hz: int) -> Powers:
    """Return the powers of a stretch whose first `before` samples only lead the filter in."""
    squares = np.square(_weighted(samples, rate_hz)[before:])
    hops = len(squares) * HOPS_PER_SECOND // rate_hz
    edges = (np.arange(hops + 1) * rate_hz) // HOPS_PER_SECOND
    if not hops:
        return np.zeros(0)
    return np.add.reduceat(squares[: edges[-1]], edges[:-1], dtype=np.float64) / np.diff(edges)


def _weighted(samples: Samples, rate_hz: int) -> Samples:
    tail = round(TAIL_S * rate_hz)
    size = 1 << (len(samples) + tail - 1).bit_length()
    spectrum = np.fft.rfft(samples, size)
    spectrum *= _k_response(rate_hz, size)
    return np.asarray(np.fft.irfft(spectrum, size)[: len(samples)], np.float32)


@lru_cache(maxsize=8)
def _k_response(rate_hz: int, size: int) -> NDArray[np.complex64]:
    """Return the frequency response of the K weighting's two filters at any rate.

    The standard gives coefficients for 48 kHz only; these are the analogue filters behind them,
    put through the bilinear transform, and give those coefficients back at 48 kHz.
    """
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    shelf = _biquad(z, *_shelf(rate_hz))
    high_pass = _biquad(z, *_high_pass(rate_hz))
    return (shelf * high_pass).astype(np.complex64)


Coefficients = tuple[float, float, float]


def _biquad(z: NDArray[np.complex128], b: Coefficients, a: Coefficients) -> NDArray[np.complex128]:
    response: NDArray[np.complex128] = (b[0] + z * (b[1] + z * b[2])) / (a[0] + z * (a[1] + z * a[2]))
    return response


def _shelf(rate_hz: int) -> tuple[Coefficients, Coefficients]:
    """Return the head's high shelf: +4 dB above about 1.7 kHz."""
    k, q = np.tan(np.pi * 1681.974450955533 / rate_hz), 0.7071752369554196
    high = 10.0 ** (3.999843853973347 / 20.0)
    band = high**0.4996667741545416
    b = (high + band * k / q + k * k, 2.0 * (k * k - high), high - band * k / q + k * k)
    return b, _resonance(k, q)


def _high_pass(rate_hz: int) -> tuple[Coefficients, Coefficients]:
    """Return the high-pass at 38 Hz; its numerator is not scaled, as in the standard."""
    k, q = np.tan(np.pi * 38.13547087602444 / rate_hz), 0.5003270373238773
    a0, a1, a2 = _resonance(k, q)
    return (1.0, -2.0, 1.0), (1.0, a1 / a0, a2 / a0)


def _resonance(k: float, q: float) -> Coefficients:
    return 1.0 + k / q + k * k, 2.0 * (k * k - 1.0), 1.0 - k / q + k * k


def _averages(powers: Powers, hops: int) -> Powers:
    if len(powers) < hops:
        return np.zeros(0)
    averages: Powers = np.lib.stride_tricks.sliding_window_view(powers, hops).mean(axis=1)
    return averages


def _lufs(power: float) -> float:
    return OFFSET_LUFS + 10.0 * float(np.log10(power))


def _power(lufs: float) -> float:
    return float(10.0 ** ((lufs - OFFSET_LUFS) / 10.0))
