"""Dynamic time warping of two rows of frames, by diagonals, in numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MOST_CELLS = 60_000_000
"""About three minutes against three minutes; longer rows are thinned."""
STRAIGHT, DOWN, ACROSS = 0, 1, 2
STAY_COST = 0.15  # for not moving on in one of both: keeps the path from dawdling where all is alike

Frames = NDArray[np.float32]


def warp(one: Frames, other: Frames) -> NDArray[np.int_]:
    """Return for each frame of `one` the frame of `other` that it meets first.

    Both have shape (frames, values). Distances are those of directions: 0 alike, 1 unlike, 2 opposite.
    """
    thinning = int(np.ceil(np.sqrt(len(one) * len(other) / MOST_CELLS)))
    few, fewer = one[::thinning], other[::thinning]
    meeting = _trace(_walk(_distances(few, fewer))) * thinning
    every = np.interp(np.arange(len(one)), np.arange(len(few)) * thinning, meeting)
    return np.rint(np.minimum(every, len(other) - 1)).astype(np.int_)


def _distances(one: Frames, other: Frames) -> Frames:
    distances: Frames = np.float32(1.0) - _directions(one) @ _directions(other).T
    return distances


def _directions(frames: Frames) -> Frames:
    directions: Frames = frames / np.maximum(np.linalg.norm(frames, axis=1, keepdims=True), 1e-6)
    return directions


def _walk(distances: Frames) -> NDArray[np.int8]:
    """Return the step that led to each cell on the cheapest way to it; diagonal by diagonal."""
    rows, columns = distances.shape
    steps = np.zeros((rows, columns), np.int8)
    older = np.full(rows + 1, np.inf)  # costs two diagonals back: index i + 1 holds row i, index 0 stands outside
    old = np.full(rows + 1, np.inf)
    for diagonal in range(rows + columns - 1):
        row = np.arange(max(0, diagonal - columns + 1), min(diagonal, rows - 1) + 1)
        choices = np.stack([older[row], old[row] + STAY_COST, old[row + 1] + STAY_COST])
        best = choices.argmin(axis=0)
        before = choices[best, np.arange(len(row))] if diagonal else np.zeros(1)
        older, old = old, np.full(rows + 1, np.inf)
        old[row + 1] = before + distances[row, diagonal - row]
        steps[row, diagonal - row] = best
    return steps


def _trace(steps: NDArray[np.int8]) -> NDArray[np.float64]:
    """Return the first column that each row meets on the best path."""
    row, column = steps.shape[0] - 1, steps.shape[1] - 1
    meeting = np.zeros(steps.shape[0])
    while row or column:
        meeting[row] = column
        step = steps[row, column] if row and column else (DOWN if row else ACROSS)
        row -= step != ACROSS
        column -= step != DOWN
    meeting[0] = 0.0
    return meeting
