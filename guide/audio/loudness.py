"""Loudness as ITU-R BS.1770-4 and EBU Tech 3342 define it, in numpy alone.

The K weighting is applied to stretches of sound one after the other, so that cost grows in
proportion to length and memory does not grow. Figures agree with libebur128
and FFmpeg's `ebur128` to 0.05 LU (the tests compare). A mono file is one channel: a sine at
-20 dBFS measures -23.01 LUFS, not the -20 of two such channels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from guide.audio.sound import Samples, decibels
from guide.audio.truepeak import true_peak
from guide.model.loudness import Loudness

Powers = NDArray[np.float64]
"""Mean squares of K-weighted sound, one for each tenth of a second."""
Matrix = NDArray[np.float64]

HOPS_PER_SECOND = 10
BLOCK_HOPS = 4  # 400 ms, overlapping by 75 % (BS.1770-4)
SHORT_TERM_HOPS = 30  # 3 s (EBU Tech 3341)
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
RANGE_GATE_LU = -20.0  # EBU Tech 3342
RANGE_SHARES = (0.10, 0.95)  # EBU Tech 3342
OFFSET_LUFS = -0.691  # BS.1770-4: cancels the weighting's gain at 997 Hz

BLOCK = 64  # samples that one row of a product filters
STATES = 4  # numbers that two filters of the second order remember
ROWS = 32  # blocks in one product: so small a one is not spread over threads, which would only wait
STRETCH = 128 * ROWS * BLOCK  # samples worked on at once, few enough to stay near the processor


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
    ordered, last = np.sort(stretches), len(stretches) - 1
    low, high = (float(ordered[int(last * share + 0.5)]) for share in RANGE_SHARES)  # the nearest one, as there
    return _lufs(high) - _lufs(low)


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
    edges = np.arange(len(samples) * HOPS_PER_SECOND // rate_hz + 1) * rate_hz // HOPS_PER_SECOND
    sums = np.zeros(len(edges))
    for start, weighted in _weighted(samples, rate_hz):
        inside = edges[(edges > start) & (edges < start + len(weighted))]
        pieces = np.add.reduceat(np.square(weighted), np.append(start, inside) - start, dtype=np.float64)
        first = np.searchsorted(edges, start, side="right") - 1
        sums[first : first + len(pieces)] += pieces
    return sums[:-1] / np.diff(edges) if len(edges) > 1 else sums / max(len(samples), 1)


def _weighted(samples: Samples, rate_hz: int) -> Iterator[tuple[int, Samples]]:
    """Yield the K-weighted sound in stretches, each with where it begins.

    A recursive filter is one matrix for a block of samples: the block and the filter's state
    before it go in, the filtered block and the state after it come out. So numpy filters
    thousands of blocks at once, and only the states are passed on from block to block.
    """
    system = _k_system(rate_hz)
    filtering, remembering = system[:BLOCK].astype(np.float32), system[BLOCK:, :BLOCK].astype(np.float32)
    state = np.zeros(STATES)
    for start in range(0, len(samples), STRETCH):
        stretch = samples[start : start + STRETCH]
        blocks = np.zeros((-(-len(stretch) // (ROWS * BLOCK)), ROWS, BLOCK), np.float32)
        blocks.reshape(-1)[: len(stretch)] = stretch
        answers = blocks @ filtering
        states = _states(answers[..., BLOCK:].reshape(-1, STATES), system[BLOCK:, BLOCK:], state)
        before = np.concatenate([[state], states[:-1]]).astype(np.float32).reshape(-1, ROWS, STATES)
        weighted = answers[..., :BLOCK] + before @ remembering
        state = states[-1]
        yield start, weighted.reshape(-1)[: len(stretch)]


def _states(pushes: Samples, passing: Matrix, before: Matrix) -> Matrix:
    """Return the filter's state after each block, shape (n, STATES), from what each block adds to it.

    Sums over ever longer runs of blocks (Hillis and Steele's scan): in a dozen steps each has all before it.
    """
    states = pushes.astype(np.float64)
    states[0] += before @ passing
    reach = 1
    while reach < len(states):
        states[reach:] += states[:-reach] @ passing
        passing = passing @ passing
        reach *= 2
    return states


@lru_cache(maxsize=8)
def _k_system(rate_hz: int) -> Matrix:
    """Return the K weighting at any rate as one matrix, shape (BLOCK + STATES, BLOCK + STATES).

    The standard gives coefficients for 48 kHz only; these are the analogue filters behind them,
    put through the bilinear transform, and give those coefficients back at 48 kHz. Both filters
    are run (transposed direct form II) on each unit vector of a block and of their states.
    """
    unit = np.eye(BLOCK + STATES)
    shelf, high_pass = unit[:, BLOCK : BLOCK + 2].T, unit[:, BLOCK + 2 :].T
    answers = []
    for sample in unit.T[:BLOCK]:
        shelved, shelf = _step(sample, shelf, *_shelf(rate_hz))
        weighted, high_pass = _step(shelved, high_pass, *_high_pass(rate_hz))
        answers.append(weighted)
    return np.column_stack([*answers, *shelf, *high_pass])


Coefficients = tuple[float, float, float]


def _step(sample: Matrix, state: Matrix, b: Coefficients, a: Coefficients) -> tuple[Matrix, Matrix]:
    """Pass one sample through a filter of the second order; return what comes out and the state after it."""
    out = (b[0] * sample + state[0]) / a[0]
    return out, np.array([b[1] * sample - a[1] * out + state[1], b[2] * sample - a[2] * out])


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
