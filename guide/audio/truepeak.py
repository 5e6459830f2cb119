"""True peaks: the highest levels between the samples, at four times the rate (BS.1770-4, annex 2).

A filter's answer cannot exceed the sum of its absolute taps times the largest sample under
it. So only the stretches where that bound passes the level asked about are computed: the
answer is exact there, and most of a recording of speech is left alone.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from guide.audio.sound import Samples, peak

OVERSAMPLING = 4
HALF_TAPS = 12  # samples on each side of the point that is reconstructed
STRETCH = 16  # samples that are computed together
WINDOW = STRETCH + 2 * HALF_TAPS
ROWS = 128  # stretches in one product: so small a one is not spread over threads, which would only wait
BATCHES = 256  # products held in memory at once
CHUNK = 1 << 20  # samples whose envelope is held at once, when only the highest is asked for
MARGIN = HALF_TAPS + 1  # samples beside a chunk that its filters see
WINDOW_SHAPE = 7.0  # Kaiser: ripple below 0.01 dB up to 0.4 of the rate


def true_peak(samples: Samples) -> float:
    """Return the largest reconstructed amplitude (a factor, 1.0 = 0 dBTP); 0.0 for no samples."""
    highest = peak(samples)
    for start in range(0, len(samples), CHUNK):
        lead = min(start, MARGIN)
        envelope = peak_envelope(samples[start - lead : start + CHUNK + MARGIN], highest)
        highest = max(highest, peak(envelope[lead : lead + CHUNK]))
    return highest


def peak_envelope(samples: Samples, floor: float) -> Samples:
    """Return for each sample the largest amplitude at it and on the way to its neighbours, shape (n,).

    Exact wherever that exceeds `floor`; elsewhere it may be the sample's own amplitude.
    """
    envelope = np.abs(samples)
    if not floor:
        return envelope
    padded = np.zeros(-(-len(samples) // STRETCH) * STRETCH + 2 * HALF_TAPS, np.float32)
    padded[HALF_TAPS : HALF_TAPS + len(samples)] = samples
    between = _between(padded, floor)[: len(samples)]
    np.maximum(envelope, between, out=envelope)
    np.maximum(envelope[1:], between[:-1], out=envelope[1:])
    return envelope


def _between(padded: Samples, floor: float) -> Samples:
    """Return the largest amplitude between each sample and the next; 0 where it cannot pass `floor`."""
    rows = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::STRETCH]
    found = np.zeros((len(rows), STRETCH), np.float32)
    chosen = np.flatnonzero(_largest(padded, len(rows)) * _BOUND > floor)
    for start in range(0, len(chosen), ROWS * BATCHES):
        some = chosen[start : start + ROWS * BATCHES]
        filled = np.zeros((-(-len(some) // ROWS) * ROWS, WINDOW), np.float32)
        filled[: len(some)] = rows[some]
        points = np.abs(filled.reshape(-1, ROWS, WINDOW) @ _MATRIX).reshape(-1, OVERSAMPLING - 1, STRETCH)
        found[some] = points[: len(some)].max(axis=1)
    return found.reshape(-1)


def _largest(padded: Samples, count: int) -> Samples:
    """Return for each of `count` stretches the largest sample that its filters can see, or a little more."""
    filled = np.zeros((count + 2) * STRETCH, np.float32)
    filled[: len(padded)] = np.abs(padded)
    alone = filled.reshape(-1, STRETCH).max(axis=1)
    seen: Samples = np.maximum(np.maximum(alone[:-2], alone[1:-1]), alone[2:])
    return seen


def _taps() -> NDArray[np.float64]:
    """Return the interpolating filters, shape (3, 24): a sinc under a Kaiser window, each of sum 1."""
    offsets = np.arange(-HALF_TAPS + 1, HALF_TAPS + 1)
    fractions = np.arange(1, OVERSAMPLING)[:, None] / OVERSAMPLING
    distance = fractions - offsets
    window = np.i0(WINDOW_SHAPE * np.sqrt(1.0 - (distance / (HALF_TAPS + 0.5)) ** 2)) / np.i0(WINDOW_SHAPE)
    taps = np.sinc(distance) * window
    summed: NDArray[np.float64] = taps / taps.sum(axis=1, keepdims=True)
    return summed


def _stretch_matrix(taps: NDArray[np.float64]) -> Samples:
    """Return the matrix that turns one padded stretch into all its points between samples."""
    matrix = np.zeros((WINDOW, OVERSAMPLING - 1, STRETCH), np.float32)
    for phase, row in enumerate(taps):
        for sample in range(STRETCH):
            matrix[sample + 1 : sample + 1 + len(row), phase, sample] = row
    return matrix.reshape(len(matrix), -1)


_TAPS = _taps()
_MATRIX = _stretch_matrix(_TAPS)
_BOUND = float(np.abs(_TAPS).sum(axis=1).max())
