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
STRETCH = 64  # samples that are computed together
ROWS = 4096  # stretches held in memory at once
WINDOW_SHAPE = 7.0  # Kaiser: ripple below 0.01 dB up to 0.4 of the rate


def true_peak(samples: Samples) -> float:
    """Return the largest reconstructed amplitude (a factor, 1.0 = 0 dBTP); 0.0 for no samples."""
    return peak(peak_envelope(samples, peak(samples)))


def peak_envelope(samples: Samples, floor: float) -> Samples:
    """Return for each sample the largest amplitude at it and on the way to its neighbours, shape (n,).

    Exact wherever that exceeds `floor`; elsewhere it may be the sample's own amplitude.
    """
    envelope = np.abs(samples)
    if not floor:
        return envelope
    stretches = -(-len(samples) // STRETCH)
    padded = np.zeros(stretches * STRETCH + 2 * HALF_TAPS, np.float32)
    padded[HALF_TAPS : HALF_TAPS + len(samples)] = samples
    rows = np.lib.stride_tricks.sliding_window_view(padded, STRETCH + 2 * HALF_TAPS)[::STRETCH]
    between = _between(rows, floor)[: len(samples)]
    np.maximum(envelope, between, out=envelope)
    np.maximum(envelope[1:], between[:-1], out=envelope[1:])
    return envelope


def _between(rows: Samples, floor: float) -> Samples:
    """Return the largest amplitude between each sample and the next; 0 where it cannot pass `floor`."""
    found = np.zeros((len(rows), STRETCH), np.float32)
    for start in range(0, len(rows), ROWS):
        chunk = rows[start : start + ROWS]
        largest = np.maximum(chunk.max(axis=1), -chunk.min(axis=1))
        chosen = np.flatnonzero(largest * _BOUND > floor)
        if len(chosen):
            points = np.abs(chunk[chosen] @ _MATRIX).reshape(len(chosen), OVERSAMPLING - 1, STRETCH)
            found[start + chosen] = points.max(axis=1)
    return found.reshape(-1)


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
    matrix = np.zeros((STRETCH + 2 * HALF_TAPS, OVERSAMPLING - 1, STRETCH), np.float32)
    for phase, row in enumerate(taps):
        for sample in range(STRETCH):
            matrix[sample + 1 : sample + 1 + len(row), phase, sample] = row
    return matrix.reshape(len(matrix), -1)


_TAPS = _taps()
_MATRIX = _stretch_matrix(_TAPS)
_BOUND = float(np.abs(_TAPS).sum(axis=1).max())
