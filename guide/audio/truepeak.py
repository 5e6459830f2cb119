"""True peaks: the highest levels between the samples, at four times the rate (BS.1770-4, annex 2).

A filter's answer cannot exceed the sum of its absolute taps times the largest sample under
it. So only the blocks where that bound passes the level asked about are computed: the answer
is exact there, and most of a recording of speech is left alone.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from guide.audio.sound import Samples, peak

OVERSAMPLING = 4
HALF_TAPS = 12  # samples on each side of the point that is reconstructed
BLOCK = 16  # samples that share one peak
WINDOW = BLOCK + 2 * HALF_TAPS
ROWS = 128  # blocks in one product: so small a one is not spread over threads, which would only wait
CHUNK = 1 << 18  # samples worked on at once, whole blocks: memory does not grow with length
WINDOW_SHAPE = 7.0  # Kaiser: ripple below 0.01 dB up to 0.4 of the rate


def true_peak(samples: Samples) -> float:
    """Return the largest reconstructed amplitude (a factor, 1.0 = 0 dBTP); 0.0 for no samples."""
    return peak(block_peaks(samples, peak(samples)))


def block_peaks(samples: Samples, floor: float) -> Samples:
    """Return the largest amplitude of each block of samples and of the way to the next block, shape (n / BLOCK,).

    Exact wherever that exceeds `floor`; elsewhere it may be that of the samples alone.
    """
    chunks = [_chunk_peaks(samples, start, floor) for start in range(0, len(samples), CHUNK)]
    return np.concatenate([np.zeros(0, np.float32), *chunks])


def _chunk_peaks(samples: Samples, start: int, floor: float) -> Samples:
    """Return the peaks of at most CHUNK samples, whose filters see one block more at both sides."""
    blocks = -(-min(CHUNK, len(samples) - start) // BLOCK)
    padded = np.zeros((blocks + 2) * BLOCK, np.float32)
    seen = samples[max(0, start - BLOCK) : start + (blocks + 1) * BLOCK]
    lead = BLOCK if start else 0
    padded[BLOCK - lead : BLOCK - lead + len(seen)] = seen
    alone = np.maximum.reduceat(np.abs(padded), np.arange(0, len(padded), BLOCK))
    largest = np.maximum(np.maximum(alone[:-2], alone[1:-1]), alone[2:])
    found = alone[1:-1]
    chosen = np.flatnonzero(largest * _BOUND > floor)
    found[chosen] = np.maximum(found[chosen], _between(padded, chosen))
    return found


def _between(padded: Samples, chosen: NDArray[np.intp]) -> Samples:
    """Return the largest amplitude between the samples of some blocks; `padded` has one block in front of the first."""
    rows = np.lib.stride_tricks.sliding_window_view(padded[BLOCK - HALF_TAPS :], WINDOW)[::BLOCK]
    filled = np.zeros((-(-len(chosen) // ROWS) * ROWS, WINDOW), np.float32)
    filled[: len(chosen)] = rows[chosen]
    points = (filled.reshape(-1, ROWS, WINDOW) @ _MATRIX).reshape(-1, _MATRIX.shape[1])[: len(chosen)]
    highest: Samples = np.abs(points, out=points).max(axis=1)
    return highest


def _taps() -> NDArray[np.float64]:
    """Return the interpolating filters, shape (3, 24): a sinc under a Kaiser window, each of sum 1."""
    offsets = np.arange(-HALF_TAPS + 1, HALF_TAPS + 1)
    fractions = np.arange(1, OVERSAMPLING)[:, None] / OVERSAMPLING
    distance = fractions - offsets
    window = np.i0(WINDOW_SHAPE * np.sqrt(1.0 - (distance / (HALF_TAPS + 0.5)) ** 2)) / np.i0(WINDOW_SHAPE)
    taps = np.sinc(distance) * window
    summed: NDArray[np.float64] = taps / taps.sum(axis=1, keepdims=True)
    return summed


def _block_matrix(taps: NDArray[np.float64]) -> Samples:
    """Return the matrix that turns one padded block into all its points between samples."""
    matrix = np.zeros((WINDOW, OVERSAMPLING - 1, BLOCK), np.float32)
    for phase, row in enumerate(taps):
        for sample in range(BLOCK):
            matrix[sample + 1 : sample + 1 + len(row), phase, sample] = row
    return matrix.reshape(len(matrix), -1)


_TAPS = _taps()
_MATRIX = _block_matrix(_TAPS)
_BOUND = float(np.abs(_TAPS).sum(axis=1).max())
