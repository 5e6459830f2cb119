"""True peaks: the highest levels between the samples, at four times the rate (BS.1770-4, annex 2).

A point between two samples lies off the straight line between them by no more than the filter
makes of the largest second difference under it (summed by parts twice: the filter's sum is 1). So
only the blocks where that bound passes the level asked about are computed: the answer is exact
there, and most of a recording of speech, whose waves are long, is left alone.
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
    found = _block_maxima(np.abs(padded))
    chosen = np.flatnonzero(_bounds(padded, found) > floor)
    found = found[1:-1]
    found[chosen] = np.maximum(found[chosen], _between(padded, chosen))
    return found


def _bounds(padded: Samples, alone: Samples) -> Samples:
    """Return what no point of a block can exceed, for each block but the first and the last; `alone`: its samples."""
    slopes = np.diff(padded)
    bends = np.zeros_like(padded)
    np.subtract(slopes[1:], slopes[:-1], out=bends[1:-1])
    bent = _block_maxima(np.abs(bends, out=bends))
    straight = np.maximum(alone[1:-1], alone[2:])
    bounds: Samples = straight + _BENT * _of_three(bent) + _SLANTED * _of_three(alone)
    return bounds


def _of_three(values: Samples) -> Samples:
    """Return the largest of each block's value and its neighbours', shape (n - 2,)."""
    return np.maximum(np.maximum(values[:-2], values[1:-1]), values[2:])


def _block_maxima(sizes: Samples) -> Samples:
    """Return the largest value of each block, by halves: a third of the time that a row's own maximum takes."""
    for _ in range(BLOCK.bit_length() - 1):
        sizes = np.maximum(sizes[::2], sizes[1::2])
    return sizes


def _between(padded: Samples, chosen: NDArray[np.intp]) -> Samples:
    """Return the largest amplitude between the samples of some blocks; `padded` has one block in front of the first."""
    rows = np.lib.stride_tricks.sliding_window_view(padded[BLOCK - HALF_TAPS :], WINDOW)[::BLOCK]
    filled = np.zeros((-(-len(chosen) // ROWS) * ROWS, WINDOW), np.float32)
    filled[: len(chosen)] = rows[chosen]
    points = (filled.reshape(-1, ROWS, WINDOW) @ _MATRIX).reshape(-1, _MATRIX.shape[1])[: len(chosen)]
    np.abs(points, out=points)
    phases = [points[:, at : at + BLOCK] for at in range(0, points.shape[1], BLOCK)]
    return _block_maxima(np.maximum.reduce(phases).reshape(-1))


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


def _weights(taps: NDArray[np.float64]) -> tuple[np.float32, np.float32]:
    """Return by how much of the largest second difference, and of the largest sample, a point leaves the line.

    The second is what the filters do to a slope: next to nothing.
    """
    fractions = np.arange(1, OVERSAMPLING)[:, None] / OVERSAMPLING
    line = np.zeros_like(taps)
    line[:, HALF_TAPS - 1 : HALF_TAPS + 1] = np.hstack([1.0 - fractions, fractions])
    by_parts = np.cumsum(np.cumsum(taps - line, axis=1), axis=1)[:, :-1]
    bent, slanted = np.abs(by_parts[:, :-1]).sum(axis=1).max(), 2.0 * np.abs(by_parts[:, -1]).max()
    return np.float32(bent * 1.0001), np.float32(slanted + 0.0001)  # beyond what single precision rounds


_TAPS = _taps()
_MATRIX = _block_matrix(_TAPS)
_BENT, _SLANTED = _weights(_TAPS)
